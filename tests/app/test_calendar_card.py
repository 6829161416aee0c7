from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from pilkades_desk.app.beranda_screen import BerandaScreen
from pilkades_desk.app.calendar_card import STEP_OF, calendar_lines
from pilkades_desk.app.desk_content import DeskContent
from pilkades_desk.app.desk_window import DeskWindow
from pilkades_desk.core.resources import resource_bytes
from pilkades_desk.panitia.kalender.usecases import import_kalender
from pilkades_desk.panitia.kalender.values import Pekerjaan, Tanda, Tenggat
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.screen import PanitiaScreen
from tests.answering import Answering
from tests.makers import make_meja
from tests.window_samples import BERANDA

TODAY = date(2026, 12, 14)


@pytest.fixture
def meja(tmp_path: Path) -> Iterator[Meja]:
    made = make_meja(tmp_path)
    yield made
    made.close()


def due(first: int, last: int, tanda: Tanda | None = None) -> Tenggat:
    return Tenggat("a1", "DPS ditetapkan", date(2026, 12, first), date(2026, 12, last), tanda)


@pytest.mark.syarat("S-166")
def test_each_kind_has_one_line_with_the_step_that_does_it() -> None:
    work = Pekerjaan((due(11, 11, Tanda.DPS),), (due(12, 14), due(12, 16)), (due(21, 22),))
    late, now, then = calendar_lines(work, TODAY)
    assert (late.kepala, late.tombol, late.langkah) == ("Lewat: 1 tahap", "Buka daftar pemilih", 2)
    assert late.keterangan == "Jumat, 11 Desember 2026 · lewat 3 hari"
    assert (now.kepala, now.tombol, now.langkah) == ("Hari ini: 2 tahap", "Buka kalender", 0)
    assert now.keterangan == "Senin, 14 Desember 2026 · hari terakhir"
    assert then.keterangan == "Senin, 21 Desember 2026 · mulai 7 hari lagi"


def test_nothing_due_and_no_calendar_say_nothing() -> None:
    assert calendar_lines(Pekerjaan((), (), ()), TODAY) == ()
    assert calendar_lines(None, TODAY) == ()


def test_every_sign_has_its_step() -> None:
    assert STEP_OF.keys() == set(Tanda)


def test_beranda_shows_a_button_a_line_and_opens_what_it_names(qtbot: QtBot) -> None:
    work = Pekerjaan((due(11, 11, Tanda.DPS),), (), (due(21, 22),))
    isi = BERANDA.model_copy(update={"kalender": calendar_lines(work, TODAY)})
    screen = BerandaScreen(lambda: isi)
    qtbot.addWidget(screen)
    screen.show()
    assert "Lewat: 1 tahap · DPS ditetapkan" in {one.text() for one in screen.findChildren(QLabel)}
    by_name = {one.accessibleName(): one for one in screen.findChildren(QAbstractButton)}
    with qtbot.waitSignal(screen.step_requested) as caught:
        by_name["Buka daftar pemilih: DPS ditetapkan"].click()
    assert caught.args == [2]
    with qtbot.waitSignal(screen.kalender_requested):
        by_name["Buka kalender: DPS ditetapkan"].click()


@pytest.mark.syarat("S-166")
def test_the_desk_says_what_is_due_and_the_button_opens_the_calendars_tab(
    qtbot: QtBot, meja: Meja
) -> None:
    assert DeskContent(meja).beranda().kalender == ()
    import_kalender(meja, "tegal-2027", resource_bytes("kalender", "tegal-2027.csv"))
    late, now, then = DeskContent(meja).beranda().kalender
    assert (late.kepala, late.teks) == (
        "Lewat: 7 tahap", "Pemberitahuan BPD tentang akhir masa jabatan",
    )  # fmt: skip
    assert now.teks == "Petugas dan pembantu panitia ditetapkan"
    assert then.teks == "Pemutakhiran dari rumah ke rumah"
    frame = DeskWindow(meja, Answering()).frame
    qtbot.addWidget(frame)
    frame.show()
    frame.findChildren(BerandaScreen)[0].kalender_requested.emit()
    page = frame.findChildren(PanitiaScreen)[0]
    assert page.tabs.currentWidget() is page.kalender
    assert page.kalender._name.text() == "tegal-2027"

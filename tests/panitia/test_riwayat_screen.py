from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from pilkades_desk.app.wiring_riwayat import village_riwayat
from pilkades_desk.kits.qt.table import DISPLAY
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.riwayat_screen import ACCESS, RiwayatScreen
from tests.answering import Answering
from tests.control_names import nameless
from tests.makers import make_meja
from tests.panitia.logs import play


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Meja, Meja]]:
    ketua = make_meja(tmp_path_factory.mktemp("layar"))
    operator, _ = play(ketua)
    yield ketua, operator
    ketua.close()


def shown(qtbot: QtBot, meja: Meja, *answers: object) -> RiwayatScreen:
    screen = village_riwayat(meja, Answering(*answers))
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


def sentences(screen: RiwayatScreen) -> list[str]:
    model = screen.table.model()
    return [model.index(row, 3).data(DISPLAY) for row in range(model.rowCount())]


def banner(screen: RiwayatScreen) -> str:
    return screen.banner.accessibleName()


def test_every_entry_is_one_sentence_the_newest_first(
    qtbot: QtBot, desks: tuple[Meja, Meja]
) -> None:
    screen = shown(qtbot, desks[0])
    assert len(sentences(screen)) == desks[0].head().seq
    assert sentences(screen)[-1] == "Sutrisno Uji membuat berkas pemilihan."
    assert not screen.findings.isVisible()
    assert nameless(screen) == []


def test_filters_narrow_the_list(qtbot: QtBot, desks: tuple[Meja, Meja]) -> None:
    screen = shown(qtbot, desks[0])
    screen.kind.setCurrentText("Penghitungan")
    screen.account.setCurrentText("Rini Uji")
    assert {each.partition(":")[0][:8] for each in sentences(screen)} == {"Rini Uji"}
    screen.account.setCurrentIndex(0)
    screen.search.setText("memfinalkan")
    qtbot.waitUntil(lambda: len(sentences(screen)) == 1)
    screen.table.selectRow(0)
    assert screen._whole.text() == sentences(screen)[0]
    screen.search.clear()
    screen.kind.setCurrentText(ACCESS)
    qtbot.waitUntil(lambda: sentences(screen) == [])
    screen.kind.setCurrentIndex(0)
    day = screen.since.date()
    screen.until.setDate(day.addDays(-1))
    assert sentences(screen) == []
    screen.until.setDate(QDate(day))
    assert len(sentences(screen)) == desks[0].head().seq


def test_verifying_says_that_all_is_whole(qtbot: QtBot, desks: tuple[Meja, Meja]) -> None:
    screen = shown(qtbot, desks[0])
    screen._verify()
    qtbot.waitUntil(lambda: "langkah utuh" in banner(screen), timeout=20_000)


def test_a_stick_without_bundles_is_told_as_a_finding(
    qtbot: QtBot, desks: tuple[Meja, Meja], tmp_path: Path
) -> None:
    screen = shown(qtbot, desks[0], tmp_path)
    screen._compare()
    qtbot.waitUntil(screen.findings.isVisible, timeout=20_000)
    assert "langkah utuh" in banner(screen)


def test_log_and_access_sheet_are_written_where_a_person_says(
    qtbot: QtBot, desks: tuple[Meja, Meja], tmp_path: Path
) -> None:
    since = (date(2026, 12, 1) - timedelta(days=2)).isoformat()
    screen = shown(qtbot, desks[0], tmp_path, {"sejak": since}, tmp_path)
    screen._export()
    qtbot.waitUntil(lambda: ".json" in banner(screen), timeout=20_000)
    screen._write_akses()
    qtbot.waitUntil(lambda: f"akses-sejak-{since}" in banner(screen), timeout=20_000)
    assert {path.suffix for path in tmp_path.iterdir()} == {".json", ".pdf"}


def test_nothing_is_written_when_the_person_changes_their_mind(
    qtbot: QtBot, desks: tuple[Meja, Meja]
) -> None:
    screen = shown(qtbot, desks[0], None, None, {}, None, None)
    for act in (screen._export, screen._write_akses, screen._write_akses, screen._compare):
        act()
    assert not screen._job.is_busy


def test_an_operator_reads_and_may_not_export(qtbot: QtBot, desks: tuple[Meja, Meja]) -> None:
    screen = shown(qtbot, desks[1])
    assert sentences(screen)
    assert not screen.export_button.isEnabled()
    assert not screen.akses_button.isEnabled()

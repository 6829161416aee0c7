from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pilkades_desk.app.seat import Seat
from pilkades_desk.app.wiring_kalender import make_kalender_acts
from pilkades_desk.core.resources import resource_bytes
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.table import DISPLAY
from pilkades_desk.panitia.kalender.screen import KalenderPanel
from pilkades_desk.panitia.kalender.usecases import import_kalender
from pilkades_desk.panitia.kalender.values import Jalur
from pilkades_desk.panitia.meja import Meja
from tests.answering import Answering
from tests.control_names import nameless
from tests.makers import make_meja, make_operators
from tests.panitia.kalender.makers import TEGAL

CSV = resource_bytes("kalender", f"{TEGAL}.csv")
YES, NO = True, False
Opened = Callable[..., tuple[KalenderPanel, Banner]]


@pytest.fixture
def meja(tmp_path: Path) -> Iterator[Meja]:
    made = make_meja(tmp_path)
    yield made
    made.close()


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    def show(meja: Meja, *answers: object) -> tuple[KalenderPanel, Banner]:
        banner = Banner()
        panel = KalenderPanel(
            make_kalender_acts(Seat(meja, lambda _meja: None)), Answering(*answers), banner
        )
        for each in (banner, panel):
            qtbot.addWidget(each)
        panel.resize(1060, 560)
        with qtbot.waitExposed(panel):
            panel.show()
        panel.reload()
        return panel, banner

    return show


def press(qtbot: QtBot, panel: KalenderPanel, made: QPushButton) -> None:
    with qtbot.waitSignal(
        panel.job.busy_changed, timeout=20_000, check_params_cb=lambda on: not on
    ):
        made.click()


def column(panel: KalenderPanel, jalur: Jalur, place: int) -> list[str]:
    model = panel.tables[jalur].model()
    return [model.index(row, place).data(DISPLAY) for row in range(model.rowCount())]


def test_without_a_calendar_the_page_says_how_to_begin(
    opened: Opened, meja: Meja, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "tahapan 2027.csv"
    path.write_bytes(CSV)
    panel, banner = opened(meja, path)
    assert panel._views.currentIndex() == 0
    assert not panel.again_button.isEnabled()
    press(qtbot, panel, panel.take_button)
    assert panel._views.currentIndex() == 1
    assert panel._name.text() == "tahapan 2027"
    assert panel._leave.text() == "Cuti bersama: hari kerja (asumsi)"
    assert "1 hal perlu dilihat" in banner.accessibleName()
    assert nameless(panel) == []


def test_both_tracks_stand_side_by_side_and_say_what_each_stage_is_today(
    opened: Opened, meja: Meja
) -> None:
    import_kalender(meja, TEGAL, CSV)
    panel, _ = opened(meja)
    assert column(panel, Jalur.DAFTAR_PEMILIH, 1)[:2] == [
        "Pemutakhiran dari rumah ke rumah", "DPS ditetapkan",
    ]  # fmt: skip
    assert column(panel, Jalur.PENCALONAN, 2)[:3] == ["lewat", "lewat", "sekarang"]
    assert column(panel, Jalur.BERSAMA, 0)[-1] == "12–22 Feb 2027"


@pytest.mark.syarat("S-165")
def test_a_chosen_stage_says_why_its_date_is_so(opened: Opened, meja: Meja) -> None:
    import_kalender(meja, TEGAL, CSV)
    panel, _ = opened(meja)
    panel.choose("perpanjangan_2")
    text = panel.why.lines.text()
    assert "10 hari kerja, mulai 1 hari kerja sesudah Perpanjangan pendaftaran pertama" in text
    assert "– Jumat, 25 Desember 2026: Hari Raya Natal" in text
    assert "Dasar: Keputusan Bupati Tegal" in text
    panel.choose("dps")
    assert "perpanjangan" not in panel.why.lines.text()
    assert not panel.tables[Jalur.PENCALONAN].selectionModel().hasSelection()


def test_a_stage_is_marked_and_unmarked(opened: Opened, meja: Meja) -> None:
    import_kalender(meja, TEGAL, CSV)
    panel, _ = opened(meja)
    panel.choose("pengumuman")
    panel.why.mark_button.click()
    assert column(panel, Jalur.PENCALONAN, 2)[0] == "selesai"
    assert panel.why.mark_button.accessibleName() == "Batal tandai selesai"
    panel.why.mark_button.click()
    assert column(panel, Jalur.PENCALONAN, 2)[0] == "lewat"


def test_everything_over_is_marked_after_a_yes(opened: Opened, meja: Meja) -> None:
    import_kalender(meja, TEGAL, CSV)
    panel, _ = opened(meja, NO, YES)
    panel.why.past_button.click()
    assert "lewat" in column(panel, Jalur.BERSAMA, 2)
    panel.why.past_button.click()
    assert "lewat" not in column(panel, Jalur.BERSAMA, 2)


@pytest.mark.syarat("S-161")
def test_an_own_day_is_added_counted_with_and_taken_back(
    opened: Opened, meja: Meja, qtbot: QtBot
) -> None:
    import_kalender(meja, TEGAL, CSV)
    day = {"tanggal": "2027-02-08", "jenis": "libur", "alasan": "Hari jadi kabupaten"}
    panel, _ = opened(meja, day, YES)
    press(qtbot, panel, panel.day_button)
    assert column(panel, Jalur.BERSAMA, 0)[-2] == "4–15 Feb 2027"
    panel.choose("laporan_panitia")
    assert "Senin, 8 Februari 2027: Hari jadi kabupaten" in panel.why.lines.text()
    panel.days.selectRow(0)
    press(qtbot, panel, panel.back_button)
    assert panel.days.model().rowCount() == 0
    assert column(panel, Jalur.BERSAMA, 0)[-2] == "4–12 Feb 2027"


@pytest.mark.syarat("S-164")
def test_a_faulty_sheet_is_told_cell_by_cell_and_changes_nothing(
    opened: Opened, meja: Meja, qtbot: QtBot, tmp_path: Path
) -> None:
    import_kalender(meja, TEGAL, CSV)
    bad = tmp_path / "rusak.csv"
    bad.write_bytes(CSV.replace(b"2026-12-11", b"11 Desember 2026"))
    panel, banner = opened(meja, bad, bad)
    before = column(panel, Jalur.DAFTAR_PEMILIH, 0)
    press(qtbot, panel, panel.take_button)
    assert "'11 Desember 2026' bukan tanggal" in banner.accessibleName()
    assert panel.findings._list.model().rowCount() == 3
    assert column(panel, Jalur.DAFTAR_PEMILIH, 0) == before
    press(qtbot, panel, panel.days_button)
    assert "Kolom 'tanggal' tidak ada" in banner.accessibleName()


def test_counting_anew_and_the_example_are_one_button_each(
    opened: Opened, meja: Meja, qtbot: QtBot, tmp_path: Path
) -> None:
    import_kalender(meja, TEGAL, CSV)
    target = tmp_path / "contoh.csv"
    panel, banner = opened(meja, target)
    press(qtbot, panel, panel.again_button)
    assert "Tanggal dihitung ulang." in banner.accessibleName()
    panel.example_button.click()
    assert target.read_bytes() == resource_bytes("kalender", "blitar-2026.csv")


def test_a_changed_mind_asks_for_nothing(opened: Opened, meja: Meja) -> None:
    import_kalender(meja, TEGAL, CSV)
    head = meja.head()
    panel, _ = opened(meja, None, None, None, None, None, NO)
    for each in (panel.take_button, panel.days_button, panel.day_button, panel.example_button):
        each.click()
    assert meja.head() == head


def test_a_day_without_a_reason_keeps_the_form_open(meja: Meja) -> None:
    check = make_kalender_acts(Seat(meja, lambda _meja: None)).check_day
    day = {"tanggal": "2027-02-08", "jenis": "libur", "alasan": "", "dasar": ""}
    assert check(day) == {"alasan": "Isi 5 sampai 200 huruf."}
    assert set(check(day | {"tanggal": ""})) == {"tanggal", "alasan"}
    assert check(day | {"alasan": "Hari jadi"}) == {}


def test_an_operator_marks_but_does_not_change(opened: Opened, meja: Meja) -> None:
    import_kalender(meja, TEGAL, CSV)
    operator, _ = make_operators(meja)
    panel, _ = opened(operator)
    panel.choose("pengumuman")
    assert panel.why.mark_button.isEnabled()
    changing = (panel.take_button, panel.day_button, panel.days_button, panel.again_button)
    assert not any(each.isEnabled() for each in changing)
    assert date(2026, 12, 1) == panel._acts.read().hari_ini

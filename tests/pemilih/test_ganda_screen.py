"""The tab of possible doubles: searched off the thread, side by side, decided with a reason."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pilkades_desk.core.errors import Cancelled, StateError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.icons import change_theme
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.findings import E202, W245
from pilkades_desk.pemilih.ganda.screen import NOT_YET, NOTHING, TITLE, GandaPanel
from pilkades_desk.pemilih.ganda.values import Pasangan, Rujukan, Sisi
from pilkades_desk.pemilih.screen import DOUBLES, PemilihScreen, make_screen
from tests.answering import Answering
from tests.app.test_window_frame import nameless
from tests.pemilih.samples import DPS, DPT, Village, tersamar

LEFT = Qt.MouseButton.LeftButton
Opened = Callable[..., tuple[PemilihScreen, Answering]]


def side(number: int, nama: str, *marks: tuple[int, int], near: bool = True) -> Sisi:
    shown = tersamar(number, nama=nama, near=near, rt=number)
    return Sisi(shown, "CIKEMBAR", f"a.xlsx, Sheet1, baris {number}", marks)


SPELT = Pasangan(
    Rujukan(1, lain=2),
    side(1, "SOETRISNO <1>", (1, 3)),
    side(2, "SUTRISNO <1>", (1, 2)),
    (W245.at("pemilih 1 dan 2", beda="beda ejaan"),),
    nik_sama=False,
    kk_sama=True,
)
THIRD = replace(SPELT, rujukan=Rujukan(2, lain=3), kanan=side(3, "SUTRISNO"))
SAME_NIK = Pasangan(
    Rujukan(1, perbaikan=5),
    side(1, "SITI"),
    side(5, "SITI"),
    (E202.at("baris 5", tempat="baris 1"),),
    nik_sama=True,
    kk_sama=False,
)


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    def open_tab(village: Village, *answers: object) -> tuple[PemilihScreen, Answering]:
        ask = Answering(*answers)
        screen = make_screen(village.acts(), ask)
        qtbot.addWidget(screen)
        screen.resize(1040, 560)
        screen.show()
        with qtbot.waitSignal(screen.doubles.search_job.finished):
            screen.tabs.bar.setCurrentIndex(DOUBLES)
        return screen, ask

    return open_tab


def village_of(*pairs: Pasangan, **figures: object) -> Village:
    village = Village(**figures)
    village.pairs = pairs
    return village


def tab(screen: PemilihScreen) -> str:
    return screen.tabs.bar.tabText(DOUBLES)


def text_of(panel: GandaPanel, line: int) -> tuple[str, ...]:
    return tuple(label.text() for label in panel.compare._lines[line])


def test_opening_the_tab_searches_and_says_how_many(opened: Opened, qtbot: QtBot) -> None:
    village = village_of(SPELT, THIRD)
    screen = make_screen(village.acts(), Answering())
    qtbot.addWidget(screen)
    assert (tab(screen), screen.doubles.nothing.text()) == (TITLE, NOT_YET)
    screen, _ = opened(village)
    assert tab(screen) == f"{TITLE} (2)"
    assert screen._count.text() == "2 pasangan menunggu keputusan"
    assert screen.doubles.table.currentIndex().row() == 0


def test_both_records_stand_side_by_side_masked_with_the_letters_marked(opened: Opened) -> None:
    screen, _ = opened(village_of(SPELT))
    compare = screen.doubles.compare
    assert compare._reasons.text() == "W245: Tanggal lahir sama, nama beda ejaan."
    assert "S<u style=" in compare.left.text()
    assert ">OE</u>TRISNO &lt;1&gt;" in compare.left.text()
    assert compare.left.accessibleName() == ("Nama kiri: SOETRISNO <1>; huruf yang berbeda: OE")
    masked = "339901**********"
    assert text_of(screen.doubles, 0) == (masked, "≠", masked), "other numbers under one mask"
    assert text_of(screen.doubles, 5) == ("001/001", "≠", "002/001")


def test_the_marks_follow_the_theme_and_stay_underlined(opened: Opened, qapp: QApplication) -> None:
    screen, _ = opened(village_of(SPELT))
    light = screen.doubles.compare.left.text()
    change_theme(qapp, "dark")
    dark = screen.doubles.compare.left.text()
    change_theme(qapp, "light")
    assert light != dark
    assert "<u " in dark
    assert screen.doubles.compare.left.text() == light


def test_the_pair_chosen_with_the_arrow_is_the_one_compared(opened: Opened, qtbot: QtBot) -> None:
    screen, _ = opened(village_of(SPELT, SAME_NIK))
    qtbot.keyClick(screen.doubles.table, Qt.Key.Key_Down)
    assert screen.doubles.compare._reasons.text().startswith("E202: NIK ini sudah dipakai")
    assert screen.doubles.compare.left.accessibleName() == "Nama kiri: SITI"


def test_one_person_is_decided_by_keyboard_with_the_record_kept(
    opened: Opened, qtbot: QtBot
) -> None:
    village = village_of(SPELT, THIRD, SAME_NIK)
    answer = {"dipakai": "Kanan: SUTRISNO <1>", "alasan": "KTP-el dicocokkan"}
    screen, _ = opened(village, answer)
    qtbot.keyClick(screen.doubles.table, Qt.Key.Key_Return)
    assert village.done == [(Rujukan(1, lain=2), 2, "KTP-el dicocokkan")]
    assert tab(screen) == f"{TITLE} (2)"
    assert "Keputusan disimpan." in screen.banner.accessibleName()


def test_a_row_not_taken_gives_way_to_the_voter(opened: Opened, qtbot: QtBot) -> None:
    village = village_of(SAME_NIK)
    screen, ask = opened(village, {"dipakai": "Kiri: SITI", "alasan": "KTP-el dicocokkan"})
    qtbot.mouseClick(screen.doubles.same, LEFT)
    assert ask.forms[0].boxes[0].choices == ("Kiri: SITI", "Kanan: SITI")
    assert village.done == [(Rujukan(1, perbaikan=5), 1, "KTP-el dicocokkan")]
    assert screen.doubles.nothing.text() == NOTHING
    assert not screen.doubles.compare.isVisible()
    assert not screen.doubles.same.isEnabled()


def test_two_people_are_decided_with_a_reason(opened: Opened, qtbot: QtBot) -> None:
    village = village_of(SPELT)
    screen, ask = opened(village, "bapak dan anak")
    qtbot.mouseClick(screen.doubles.different, LEFT)
    assert ask.asked == ["Orang berbeda"]
    assert village.done == [(Rujukan(1, lain=2), 0, "bapak dan anak")]
    assert tab(screen) == f"{TITLE} (0)"


def test_a_question_left_decides_nothing(opened: Opened, qtbot: QtBot) -> None:
    village = village_of(SPELT)
    screen, _ = opened(village, None, None)
    qtbot.mouseClick(screen.doubles.same, LEFT)
    qtbot.mouseClick(screen.doubles.different, LEFT)
    assert village.done == []


def test_a_decision_refused_is_said_and_the_pair_stays(opened: Opened, qtbot: QtBot) -> None:
    def refuse(pair: Rujukan, kept: int, reason: str) -> None:
        raise StateError("Pasangan ini sudah berubah.", "Cari lagi kemungkinan ganda.")

    screen, _ = opened(village_of(SPELT), "bapak dan anak")
    screen.doubles._acts = replace(screen.doubles._acts, decide=refuse)
    qtbot.mouseClick(screen.doubles.different, LEFT)
    assert "Pasangan ini sudah berubah." in screen.banner.accessibleName()
    assert tab(screen) == f"{TITLE} (1)"


def test_who_may_not_decide_and_a_locked_list_only_look(opened: Opened, qtbot: QtBot) -> None:
    watched = village_of(SPELT)
    watched.rights = frozenset(Aksi) - {Aksi.PUTUSKAN_GANDA}
    for village in (watched, village_of(SPELT, dps=DPS, dpt=DPT)):
        screen, _ = opened(village)
        assert not screen.doubles.same.isEnabled()
        assert not screen.doubles.different.isEnabled()
        qtbot.keyClick(screen.doubles.table, Qt.Key.Key_Return)
        assert village.done == []


def test_whoever_may_not_see_numbers_gets_the_year_of_birth(opened: Opened) -> None:
    far = replace(SPELT, kiri=side(1, "SOETRISNO", near=False))
    screen, _ = opened(village_of(far))
    assert text_of(screen.doubles, 2) == ("1990", "≠", "12-05-1990")


def test_a_stopped_search_is_said_and_can_be_started_again(opened: Opened, qtbot: QtBot) -> None:
    def stopped(progress: Progress) -> tuple[Pasangan, ...]:
        raise Cancelled

    screen, _ = opened(village_of(SPELT))
    acts = screen.doubles._acts
    screen.doubles._acts = replace(acts, find=stopped)
    with qtbot.waitSignal(screen.doubles.search_job.cancelled):
        qtbot.mouseClick(screen.doubles.again, LEFT)
    assert "Pencarian dihentikan." in screen.banner.accessibleName()
    screen.doubles._acts = acts
    with qtbot.waitSignal(screen.doubles.search_job.finished):
        qtbot.mouseClick(screen.doubles.again, LEFT)


def test_a_list_changed_elsewhere_is_searched_anew(opened: Opened, qtbot: QtBot) -> None:
    village = village_of(SPELT)
    screen, _ = opened(village)
    village.pairs, village.seen = (), village.seen.model_copy(update={"dicoret": 1})
    with qtbot.waitSignal(screen.doubles.search_job.finished):
        screen.reload()
    assert tab(screen) == f"{TITLE} (0)"
    screen.reload()
    assert not screen.doubles.search_job.is_busy


def test_an_import_searches_at_once(opened: Opened, qtbot: QtBot) -> None:
    village = village_of(SPELT)
    ask = Answering("daftar.xlsx")
    screen = make_screen(village.acts(), ask)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.mouseClick(screen.import_button, LEFT)
    qtbot.waitUntil(screen.importing.page.go.isEnabled)
    with qtbot.waitSignal(screen.doubles.search_job.finished):
        qtbot.mouseClick(screen.importing.page.go, LEFT)
    assert tab(screen) == f"{TITLE} (1)"


def test_every_control_of_the_tab_has_a_name(opened: Opened) -> None:
    screen, _ = opened(village_of(SPELT))
    assert nameless(screen) == []

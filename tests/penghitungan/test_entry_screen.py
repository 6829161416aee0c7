"""The count form typed by real keys on a real encrypted election, read from an invented paper."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from pilkades_desk.app.wiring_penghitungan import make_penghitungan_acts
from pilkades_desk.core.clock import SteppingClock
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.penghitungan.entry_screen import EntryScreen
from pilkades_desk.penghitungan.lembar import LembarKetik
from pilkades_desk.penghitungan.usecases import read_ready, read_states
from pilkades_desk.penghitungan.values import Tahap
from tests.answering import Answering
from tests.app.test_window_frame import nameless
from tests.penghitungan.desks import GOOD, Desks, type_form
from tests.penghitungan.makers import DUA, make_form

PAPER = (Path(__file__).parent / "formulir-tps-3.txt").read_text("utf-8")
SHIFT = Qt.KeyboardModifier.ShiftModifier
MOST_KEYS = 1.15


class Typist:
    """A person whose every key press is counted."""

    def __init__(self, qtbot: QtBot, meja: Meja, *answers: object) -> None:
        self._qtbot = qtbot
        self.acts = make_penghitungan_acts(meja).entry
        self.screen = EntryScreen(self.acts, Answering(*answers))
        self.finished: list[int] = []
        self.screen.closed.connect(self.finished.append)
        qtbot.addWidget(self.screen)
        self.screen.resize(840, 410)
        with qtbot.waitActive(self.screen):
            self.screen.show()
            self.screen.activateWindow()
        self.keys = 0

    def open(self, unit: int) -> "Typist":
        self.screen.show_lembar(self.acts.open_entry(unit))
        return self

    def reopen(self, unit: int) -> "Typist":
        self.screen.show_lembar(self.acts.open_retyping(unit))
        return self

    def press(self, key: Qt.Key, shift: Qt.KeyboardModifier | None = None) -> None:
        self.keys += 1
        self._qtbot.keyClick(
            QApplication.focusWidget(), key, shift or Qt.KeyboardModifier.NoModifier
        )

    def type(self, text: str) -> None:
        """Press the keys of the top row for each digit, then Enter."""
        for letter in text:
            self.press(Qt.Key(ord(letter.upper())))
        self.press(Qt.Key.Key_Return)

    @property
    def at(self) -> str:
        """The box where the cursor is."""
        focused = QApplication.focusWidget()
        return next((n for n, row in self.screen.rows.items() if row.box is focused), "")

    def fault(self, isian: str) -> str:
        return self.screen.rows[isian].box.accessibleDescription()


def figures() -> list[str]:
    """The figures as they stand on the paper, from top to bottom; the dot of an hour is ink."""
    found = []
    for line in PAPER.splitlines():
        _, dots, rest = line.partition("..")
        found += rest.strip(". ").split() if dots else []
    return [figure.replace(".", "") for figure in found]


def texts(typist: Typist) -> list[str]:
    return [row.box.text() for row in typist.screen.rows.values()]


def stage(desks: Desks, unit: int) -> Tahap:
    return read_states(desks.ketua)[unit - 1].tahap


def test_a_paper_form_is_typed_by_keys_alone_with_few_key_presses(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    paper = figures()
    assert len(paper) == len(DUA.isian)
    for meja in (desks.rini, desks.yanto):
        typist = Typist(qtbot, meja).open(unit)
        for text in paper:
            typist.type(text)
        typist.press(Qt.Key.Key_Return)  # on the finish button
        assert typist.finished == [unit]
        needed = sum(map(len, paper)) + len(paper)
        assert typist.keys / needed <= MOST_KEYS, f"{typist.keys} presses for {needed}"
    assert read_ready(desks.ketua, unit).form == make_form()


def test_typing_starts_at_the_first_empty_box(qtbot: QtBot, desks: Desks, unit: int) -> None:
    typist = Typist(qtbot, desks.rini).open(unit)
    typist.type("0700")
    assert Typist(qtbot, desks.rini).open(unit).at == "jam_tutup"


def test_shift_enter_goes_back_and_the_first_box_is_the_end(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    typist = Typist(qtbot, desks.rini).open(unit)
    typist.type("0700")
    typist.press(Qt.Key.Key_Return, SHIFT)
    typist.press(Qt.Key.Key_Return, SHIFT)
    assert typist.at == "jam_buka"


def test_enter_in_the_last_box_goes_to_the_button_and_not_around(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    typist = Typist(qtbot, desks.rini).open(unit)
    typist.screen.rows["ttd_anggota"].box.setFocus()
    typist.type("6")
    assert typist.screen.done.hasFocus()


def test_each_box_is_kept_when_it_is_left_and_zero_is_not_empty(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    typist = Typist(qtbot, desks.rini).open(unit)
    for text in ("", "", "", "", "0"):
        typist.type(text)
    assert typist.acts.open_entry(unit).isi == {"dpt_l": 0}
    assert typist.screen._count.text() == "1 dari 34 isian"


def test_tab_keeps_a_box_too(qtbot: QtBot, desks: Desks, unit: int) -> None:
    typist = Typist(qtbot, desks.rini).open(unit)
    for key in (Qt.Key.Key_7, Qt.Key.Key_0, Qt.Key.Key_5, Qt.Key.Key_Tab):
        typist.press(key)
    assert typist.acts.open_entry(unit).isi == {"jam_buka": 705}
    assert typist.screen.rows["jam_buka"].box.text() == "07.05"


def test_a_box_that_is_emptied_is_empty_again(qtbot: QtBot, desks: Desks, unit: int) -> None:
    typist = Typist(qtbot, desks.rini).open(unit)
    typist.type("0700")
    typist.press(Qt.Key.Key_Return, SHIFT)
    typist.press(Qt.Key.Key_Delete)
    typist.press(Qt.Key.Key_Return)
    assert typist.acts.open_entry(unit).isi == {}


@pytest.mark.parametrize(("text", "words"), [("2505", "Ketik jam"), ("7h", "Ketik jam")])
def test_a_bad_hour_is_refused_where_it_stands(
    qtbot: QtBot, desks: Desks, unit: int, text: str, words: str
) -> None:
    typist = Typist(qtbot, desks.rini).open(unit)
    typist.type(text)
    assert typist.at == "jam_buka"
    assert typist.fault("jam_buka").startswith(words)
    typist.type("0700")
    assert typist.fault("jam_buka") == ""


@pytest.mark.parametrize("text", ["1O", "1234567", "-3"])
def test_a_bad_count_is_refused_and_not_cut_short(
    qtbot: QtBot, desks: Desks, unit: int, text: str
) -> None:
    typist = Typist(qtbot, desks.rini).open(unit)
    typist.screen.rows["dpt_l"].box.setFocus()
    typist.type(text)
    assert typist.at == "dpt_l"
    assert typist.fault("dpt_l") == "Ketik angka bulat, paling besar 99999."
    assert typist.acts.open_entry(unit).isi == {}


def test_an_unfinished_form_leads_to_its_first_empty_box(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    typist = Typist(qtbot, desks.rini).open(unit)
    typist.screen.done.click()
    assert typist.at == "dpt_l"
    assert "kosong" in typist.screen.banner.accessibleName()
    assert typist.finished == []


def test_a_typist_is_sent_back_to_the_paper_without_a_figure(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    wrong = [text if text != "666" else "665" for text in figures()]
    typist = Typist(qtbot, desks.rini).open(unit)
    for text in wrong:
        typist.type(text)
    typist.press(Qt.Key.Key_Return)
    shown = " ".join(label.text() for label in typist.screen._notice.findChildren(QLabel))
    assert "Baca lagi di kertas: " in shown
    assert not {"665", "666", "E502"} & set(shown.replace(".", " ").split())
    typist.press(Qt.Key.Key_Space)  # "Kembali ke kertas" has the cursor
    assert typist.at == "dpt_jumlah"
    assert stage(desks, unit) is Tahap.ENTRI_1


@pytest.mark.syarat("S-502")
def test_a_second_reading_shows_only_the_differing_boxes_and_no_figure(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    type_form(desks.rini, unit)
    type_form(desks.yanto, unit, {**GOOD, "sisa": 97, "suara_1": 293})
    typist = Typist(qtbot, desks.rini).reopen(unit)
    assert {n: row.box.text() for n, row in typist.screen.rows.items()} == {
        "sisa": "",
        "suara_1": "",
    }
    words = " ".join(label.text() for label in typist.screen.findChildren(QLabel))
    assert not {"96", "97", "239", "293"} & set(words.split())


def test_a_second_reading_is_kept_at_the_end_only(qtbot: QtBot, desks: Desks, unit: int) -> None:
    type_form(desks.rini, unit)
    type_form(desks.yanto, unit, {**GOOD, "sisa": 97})
    for meja in (desks.rini, desks.yanto):
        typist = Typist(qtbot, meja).reopen(unit)
        typist.type("96")
        assert stage(desks, unit) is Tahap.PEMBETULAN
        typist.press(Qt.Key.Key_Return)
    assert stage(desks, unit) is Tahap.SIAP_FINAL


def test_an_entry_is_thrown_away_after_a_yes(qtbot: QtBot, desks: Desks, unit: int) -> None:
    no, yes = False, True
    typist = Typist(qtbot, desks.rini, no, yes).open(unit)
    typist.type("0700")
    typist.screen._discard.click()
    assert stage(desks, unit) is Tahap.ENTRI_1
    typist.screen._discard.click()
    assert stage(desks, unit) is Tahap.KOSONG


def test_what_cannot_be_kept_is_said_and_the_cursor_stays(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    typist = Typist(qtbot, desks.rini).open(unit)
    type_form(desks.rini, unit)  # finished meanwhile at another place
    typist.type("0700")
    assert typist.at == "jam_buka"
    assert typist.fault("jam_buka") == "Belum tersimpan."
    assert "Mulai entri lebih dulu" in typist.screen.banner.accessibleName()


def test_a_held_enter_key_walks_once(qtbot: QtBot, desks: Desks, unit: int) -> None:
    typist = Typist(qtbot, desks.rini).open(unit)
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QApplication.sendEvent(typist.screen.rows["jam_buka"].box, held)
    assert typist.at == "jam_buka"


def test_every_control_has_a_name_and_fits(qtbot: QtBot, desks: Desks, unit: int) -> None:
    typist = Typist(qtbot, desks.rini).open(unit)
    assert nameless(typist.screen) == []
    assert typist.screen.minimumSizeHint().width() <= 840
    assert typist.screen.minimumSizeHint().height() <= 410


def test_the_names_of_the_candidates_stand_beside_their_numbers(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    typist = Typist(qtbot, desks.rini).open(unit)
    name = typist.screen.rows["suara_2"].box.accessibleName()
    assert name == "Calon nomor 2 Calon Rekaan 2"


def test_a_second_reading_cannot_be_made_with_figures_of_boxes_it_does_not_ask_for() -> None:
    asked = tuple(box for box in DUA.isian if box.id == "sisa")
    with pytest.raises(ValueError, match="without its box"):
        LembarKetik(unit=1, nama="TPS 1", ke=0, isian=asked, isi={"sisa": 96, "sah": 1})


def warned(typist: Typist) -> str:
    banner = typist.screen.banner
    return banner.accessibleName() if banner.isVisible() else ""


def test_typing_before_voting_day_warns_and_goes_on(qtbot: QtBot, desks: Desks, unit: int) -> None:
    typist = Typist(qtbot, desks.rini).open(unit)
    assert "W523: Hari ini 1 Desember 2026, sebelum hari pemungutan" in warned(typist)
    typist.type("705")
    assert typist.screen.rows["jam_buka"].box.text() == "07.05"


def test_a_second_reading_before_voting_day_warns_too(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    type_form(desks.rini, unit)
    type_form(desks.yanto, unit, {**GOOD, "sisa": 97})
    assert "W523" in warned(Typist(qtbot, desks.rini).reopen(unit))


@pytest.mark.parametrize(("hour", "warns"), [(16, True), (17, False)])
def test_voting_day_begins_at_midnight_of_the_village(
    qtbot: QtBot, desks: Desks, unit: int, hour: int, warns: bool
) -> None:
    eve = SteppingClock(datetime(2027, 2, 2, hour, tzinfo=UTC))  # 23 and 24 o'clock in WIB
    typist = Typist(qtbot, replace(desks.rini, clock=eve)).open(unit)
    assert bool(warned(typist)) is warns


@pytest.mark.syarat("S-502", "S-504")
def test_a_second_reading_left_in_the_middle_shows_what_was_read_when_it_is_opened_again(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    type_form(desks.rini, unit)
    type_form(desks.yanto, unit, {**GOOD, "sisa": 97, "disabilitas_hadir": 5})
    typist = Typist(qtbot, desks.rini).reopen(unit)
    assert texts(typist) == ["", ""]
    typist.type("4")
    again = Typist(qtbot, desks.rini).reopen(unit)
    assert texts(again) == ["4", ""]
    assert again.at == "sisa"
    again.type("96")
    again.press(Qt.Key.Key_Return)
    assert again.finished == [unit]
    assert texts(Typist(qtbot, desks.yanto).reopen(unit)) == ["", ""]

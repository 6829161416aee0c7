"""The counter's screen: asked by keyboard, answered in big type, empty again by itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from pilkades_desk.core.errors import StateError, StorageError
from pilkades_desk.kits.qt.icons import change_theme
from pilkades_desk.kits.qt.theme import THEMES
from pilkades_desk.pemilih.loket.rules import MOST
from pilkades_desk.pemilih.loket.screen import (
    EMPTIED,
    FOUND,
    NOBODY,
    TOO_MANY,
    WELCOME,
    LoketActs,
    LoketScreen,
)
from pilkades_desk.pemilih.loket.values import HasilLoket, HitungLoket, Jawaban
from pilkades_desk.pemilih.values import JenisKelamin
from tests.control_names import nameless

SITI = Jawaban("SITI AMINAH", JenisKelamin.P, 1, 2, "TPS 3, SD Negeri 1 Sukamaju")
LONG = Jawaban("RADEN AJENG KUSUMANINGTYAS MANGKUNEGARA DJOJOHADIKUSUMO", JenisKelamin.L, 0, 12, "")


class Counter:
    """Answers from memory and remembers what was written down."""

    def __init__(self, *found: Jawaban) -> None:
        self.hasil = HasilLoket(found)
        self.fault: StorageError | None = None
        self.kept: list[HitungLoket] = []
        self.printed: list[Jawaban | None] = []

    def acts(self) -> LoketActs:
        return LoketActs("Sukamaju", self.answer, self.record, self.print)

    def answer(self, teks: str) -> HasilLoket:
        if len(teks) < 3:
            raise StateError("Ketik kata nama yang utuh, atau 16 angka NIK.", "Lagi.")
        return self.hasil

    def record(self, hitung: HitungLoket) -> None:
        if self.fault:
            raise self.fault
        self.kept.append(hitung)

    def print(self, jawaban: Jawaban | None) -> None:
        if self.fault:
            raise self.fault
        self.printed.append(jawaban)


def opened(qtbot: QtBot, counter: Counter) -> LoketScreen:
    screen = LoketScreen(counter.acts())
    qtbot.addWidget(screen)
    screen.resize(1093, 614)
    screen.show()
    return screen


def ask(qtbot: QtBot, screen: LoketScreen, typed: str = "siti aminah") -> None:
    screen.question.clear()
    qtbot.keyClicks(screen.question, typed)
    qtbot.keyClick(screen.question, Qt.Key.Key_Return)


def texts(screen: LoketScreen) -> list[str]:
    grid = screen._cards
    return [each.text() for each in grid.findChildren(QLabel)] if grid else []


@pytest.mark.syarat("S-250")
def test_an_answer_holds_name_sex_area_and_tps_and_no_more(qtbot: QtBot) -> None:
    screen = opened(qtbot, Counter(SITI, LONG))
    ask(qtbot, screen)
    assert (screen.said.text(), screen.hint.text()) == FOUND
    assert texts(screen) == [
        "SITI AMINAH", "Perempuan · RT 001 / RW 002", "TPS 3, SD Negeri 1 Sukamaju",
        LONG.nama, "Laki-laki · RT – / RW 012", "TPS belum dibagi",
    ]  # fmt: skip
    assert screen.question.selectedText() == "siti aminah", "the next name replaces this one"


def test_nobody_and_too_many_say_what_to_do_and_show_nobody(qtbot: QtBot) -> None:
    counter = Counter()
    screen = opened(qtbot, counter)
    ask(qtbot, screen)
    assert screen.said.text() == NOBODY[0]
    counter.hasil = HasilLoket((), terlalu_banyak=True)
    ask(qtbot, screen)
    assert (screen.said.text(), texts(screen)) == (TOO_MANY[0], [])


@pytest.mark.syarat("S-251")
def test_it_empties_itself_a_minute_after_the_last_key(qtbot: QtBot) -> None:
    screen = opened(qtbot, Counter(SITI))
    ask(qtbot, screen)
    assert (screen._timer.isActive(), screen._timer.interval(), EMPTIED) == (True, EMPTIED, 60_000)
    screen._timer.setInterval(1)
    qtbot.keyClicks(screen.question, "x")
    qtbot.waitUntil(lambda: screen.question.text() == "")
    assert (screen.said.text(), texts(screen)) == (WELCOME[0], [])
    assert not screen._timer.isActive()


def test_escape_empties_it_at_once_and_waits_for_the_next(qtbot: QtBot) -> None:
    screen = opened(qtbot, Counter(SITI))
    ask(qtbot, screen)
    qtbot.keyClick(screen.leave, Qt.Key.Key_Escape)
    assert (screen.question.text(), texts(screen)) == ("", [])
    assert screen.focusWidget() is screen.question


@pytest.mark.syarat("S-251")
def test_leaving_keeps_the_counts_once_and_nothing_when_nobody_asked(qtbot: QtBot) -> None:
    counter = Counter(SITI)
    screen = opened(qtbot, counter)
    ask(qtbot, screen)
    counter.hasil = HasilLoket(())
    ask(qtbot, screen)
    with qtbot.waitSignal(screen.left):
        screen.leave.click()
    assert counter.kept == [HitungLoket(2, 1)]
    screen.leave.click()
    assert counter.kept == [HitungLoket(2, 1)]


def test_counts_that_cannot_be_kept_are_said_and_kept_for_the_next_try(qtbot: QtBot) -> None:
    counter = Counter(SITI)
    counter.fault = StorageError("Disk penuh.", "Kosongkan tempat.")
    screen = opened(qtbot, counter)
    ask(qtbot, screen)
    screen.leave.click()
    assert screen.banner.accessibleName() == "Tidak berhasil: Disk penuh. Kosongkan tempat."
    counter.fault = None
    screen.leave.click()
    assert counter.kept == [HitungLoket(1, 1)]


def test_what_is_too_short_is_said_and_not_counted(qtbot: QtBot) -> None:
    counter = Counter(SITI)
    screen = opened(qtbot, counter)
    ask(qtbot, screen)
    ask(qtbot, screen, "x")
    assert screen.banner.isVisible()
    assert texts(screen) == []
    screen.leave.click()
    assert counter.kept == [HitungLoket(1, 1)]


@pytest.mark.syarat("S-250", "S-294")
def test_the_form_is_for_the_one_who_is_shown_or_else_blank(qtbot: QtBot) -> None:
    counter = Counter(SITI)
    screen = opened(qtbot, counter)
    screen.print.click()
    ask(qtbot, screen)
    screen.print.click()
    counter.hasil = HasilLoket((SITI, LONG))
    ask(qtbot, screen)
    screen.print.click()
    counter.hasil = HasilLoket((SITI,))
    ask(qtbot, screen)
    screen.clear()
    screen.print.click()
    assert counter.printed == [None, SITI, None, None]
    counter.fault = StorageError("Belum ada pencetak di laptop ini.", "Pasang pencetak.")
    screen.print.click()
    assert "Belum ada pencetak" in screen.banner.accessibleName()


def test_every_control_has_a_name(qtbot: QtBot) -> None:
    screen = opened(qtbot, Counter(SITI))
    ask(qtbot, screen)
    assert nameless(screen) == []


@pytest.mark.parametrize("theme", THEMES)
def test_a_full_answer_fits_a_magnified_laptop(
    qtbot: QtBot, qapp: QApplication, theme: str
) -> None:
    change_theme(qapp, theme)
    screen = opened(qtbot, Counter(*[LONG] * MOST))
    screen.resize(911, 512)
    ask(qtbot, screen)
    assert (screen.width(), screen.height()) == (911, 512)
    assert screen._cards is not None
    words = [each for each in screen._cards.findChildren(QLabel) if each.wordWrap()]
    assert len(words) == 2 * MOST
    qtbot.waitUntil(
        lambda: all(each.height() >= each.heightForWidth(each.width()) for each in words)
    )
    change_theme(qapp, "light")

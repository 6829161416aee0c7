"""The way to the log from both windows, and what a start says."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pilkades_desk.app.desk_window import DeskWindow
from pilkades_desk.app.frame import Frame
from pilkades_desk.app.kabupaten_gate import make_kabupaten_window
from pilkades_desk.app.window_content import opening_words
from pilkades_desk.panitia.findings import E116, W125
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.riwayat_screen import RiwayatScreen
from tests.answering import Answering
from tests.makers import make_meja
from tests.penerimaan.makers import make_desk

OLDER = E116.at("riwayat", sumber="kuncinya", ada=3, seq=9)
FOLDED = W125.at("berkas")


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Meja]:
    meja = make_meja(tmp_path)
    yield meja
    meja.close()


def press_ctrl_h(qtbot: QtBot, window: Frame) -> None:
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)


def test_ctrl_h_opens_the_village_s_log_and_a_step_closes_it(qtbot: QtBot, village: Meja) -> None:
    desk = DeskWindow(village, Answering())
    press_ctrl_h(qtbot, desk.frame)
    assert isinstance(desk.frame.stack.currentWidget(), RiwayatScreen)
    desk.frame.trail.click()
    assert desk.frame.stack.count() == 2  # the page before is gone
    desk.frame.open_page(1)
    assert not isinstance(desk.frame.stack.currentWidget(), RiwayatScreen)


def test_ctrl_h_opens_the_desk_s_log(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(tmp_path).meja
    window = make_kabupaten_window(desk, Answering())
    press_ctrl_h(qtbot, window)
    assert isinstance(window.stack.currentWidget(), RiwayatScreen)
    desk.close()


def test_what_opening_found_stands_above_every_page(qtbot: QtBot, village: Meja) -> None:
    found = replace(village, pembukaan=(FOLDED, OLDER), diperiksa=3)
    desk = DeskWindow(found, Answering())
    qtbot.addWidget(desk.frame)
    desk.frame.show()
    said = desk.frame.notice.accessibleName()
    assert OLDER.text in said
    assert "1 temuan lain" in said
    desk.frame.open_page(1)
    assert desk.frame.notice.isVisible()
    desk.frame.resize(1093, 614)
    desk.frame.riwayat_requested.emit()
    QApplication.processEvents()
    assert not desk.frame.notice.isVisible()
    assert desk.frame.height() == 614


def test_a_start_is_told_in_one_sentence(village: Meja) -> None:
    head = f" · kepala {village.head().text}"
    assert opening_words(village) == f"Riwayat baru{head}"
    whole = replace(village, diperiksa=1234)
    assert opening_words(whole) == f"Riwayat 1.234 langkah utuh saat dibuka{head}"
    assert opening_words(replace(whole, pembukaan=(OLDER,))) == f"1 temuan saat dibuka{head}"

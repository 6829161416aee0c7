"""The screen locks by itself: when, when not, and what happens to what was typed."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pilkades_desk.app import door, idle
from pilkades_desk.app.desk_window import DeskWindow
from pilkades_desk.app.door import ATTEMPTS, login_wait
from pilkades_desk.app.gate import Gate
from pilkades_desk.app.idle import IdleLock, choose_lock_after, leave_field, lock_after
from pilkades_desk.app.login_screen import LoginScreen
from pilkades_desk.core.clock import SteppingClock
from pilkades_desk.core.errors import AccessError
from pilkades_desk.kits.qt.job import Job, any_busy
from pilkades_desk.panitia.accounts import ATTEMPTS_NAME, try_password
from tests.answering import Answering
from tests.app.test_window_gate import log_in, shown
from tests.makers import START, make_meja


class Watch:
    """A clock somebody turns."""

    def __init__(self) -> None:
        self.now = 0.0
        self.window = QWidget()

    def __call__(self) -> float:
        return self.now


def watched(qtbot: QtBot, after: int = 10) -> tuple[IdleLock, Watch, list[str]]:
    watch, locked = Watch(), list[str]()
    qtbot.addWidget(watch.window)
    lock = IdleLock(after, watch.window, watch)
    lock.idle.connect(lambda: locked.append("idle"))
    return lock, watch, locked


def test_ten_minutes_without_a_touch_lock_and_a_key_starts_them_anew(qtbot: QtBot) -> None:
    lock, watch, locked = watched(qtbot)
    field = QLineEdit()
    qtbot.addWidget(field)
    watch.now = 599
    lock.look()
    qtbot.keyClick(field, "a")
    watch.now = 1198
    lock.look()
    assert locked == []
    watch.now = 1199
    lock.look()
    assert locked == ["idle"]
    lock.stop()


def test_the_pointer_counts_as_a_touch(qtbot: QtBot) -> None:
    lock, watch, locked = watched(qtbot)
    field = QLineEdit()
    qtbot.addWidget(field)
    watch.now = 600
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    lock.look()
    assert locked == []
    lock.stop()


def test_zero_minutes_never_lock(qtbot: QtBot) -> None:
    lock, _watch, _ = watched(qtbot, 0)
    assert not lock._timer.isActive()


def test_work_under_way_is_waited_for(qtbot: QtBot) -> None:
    lock, watch, locked = watched(qtbot)
    job, go = Job(lock), threading.Event()
    job.start(lambda _progress: go.wait(10))
    watch.now = 601
    lock.look()
    assert locked == []
    with qtbot.waitSignal(job.finished):
        go.set()
    lock.look()
    assert locked == ["idle"]
    lock.stop()


def test_open_dialogs_are_answered_with_no_before_the_desk_goes(qtbot: QtBot) -> None:
    lock, watch, order = watched(qtbot)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.rejected.connect(lambda: order.append("no"))
    watch.now = 601
    QTimer.singleShot(0, lock.look)
    answer = dialog.exec()
    qtbot.waitUntil(lambda: "idle" in order)
    assert (answer, order) == (QDialog.DialogCode.Rejected, ["no", "idle"])
    lock.stop()


def test_the_field_in_hand_is_left_and_with_that_kept(qtbot: QtBot) -> None:
    window, kept = QWidget(), list[str]()
    qtbot.addWidget(window)
    field = QLineEdit(window)
    field.editingFinished.connect(lambda: kept.append(field.text()))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    qtbot.keyClicks(field, "42")
    leave_field()
    assert kept == ["42"]


def test_an_idle_desk_ends_at_the_login(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "lock_after", lambda: 1)
    make_meja(tmp_path).close()
    made: Gate = shown(qtbot, tmp_path / "pemilihan")
    log_in(qtbot, made)
    assert made._idle is not None
    made._idle._allowed = 0
    qtbot.waitUntil(lambda: not any_busy(), timeout=20_000)  # the first backup may be under way
    made._idle.look()
    assert isinstance(made.currentWidget(), LoginScreen)
    assert (made._meja, made._idle) == (None, None)


def test_the_minutes_are_kept_in_one_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = str(tmp_path / "atur.ini")
    monkeypatch.setattr(idle, "QSettings", lambda *_: QSettings(file, QSettings.Format.IniFormat))
    assert lock_after() == 10
    choose_lock_after(0)
    assert lock_after() == 0


def test_the_settings_offer_when_to_lock(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(tmp_path / "atur.ini")
    monkeypatch.setattr(idle, "QSettings", lambda *_: QSettings(file, QSettings.Format.IniFormat))
    meja = make_meja(tmp_path)
    ask = Answering({"kunci": "Setelah 30 menit"})
    window = DeskWindow(meja, ask)
    qtbot.addWidget(window.frame)
    window.frame.settings_requested.emit()
    assert ask.forms[0].boxes[0].value == "Setelah 10 menit"
    assert lock_after() == 30
    meja.close()


def test_the_login_knows_how_long_an_account_has_to_wait(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    clock = SteppingClock(START)
    wait = login_wait(meja.folder, clock)
    assert wait("ketua") == 0
    for _ in range(5):
        with pytest.raises(AccessError):
            try_password(meja.folder, "ketua", "bukan sandinya", clock.now())
    assert 10 <= wait("ketua") <= 15
    assert wait("operator1") == 0
    meja.close()


def test_the_login_knows_the_name_of_the_file_of_attempts() -> None:
    assert ATTEMPTS == ATTEMPTS_NAME

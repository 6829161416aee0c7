"""Locks the screen when nobody has touched keyboard or pointer for a while."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog

from pilkades_desk.app.look import NAME
from pilkades_desk.kits.qt.job import any_busy

AFTER = 10
"""Minutes, unless chosen otherwise; 0 never locks."""
CHOICES = {
    "Setelah 5 menit": 5,
    "Setelah 10 menit": 10,
    "Setelah 30 menit": 30,
    "Tidak pernah": 0,
}
"""What the settings offer, in minutes."""
_KEY = "kunci-layar-menit"
_LOOK = 5_000  # milliseconds between two looks at the clock
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


def lock_after() -> int:
    """Give after how many idle minutes the screen locks, 0 for never."""
    kept = str(QSettings(NAME, NAME).value(_KEY, AFTER))
    return int(kept) if kept.isdecimal() else AFTER


def choose_lock_after(after: int) -> None:
    """Keep another number of minutes; it counts from the next login."""
    QSettings(NAME, NAME).setValue(_KEY, after)


class IdleLock(QObject):
    """Watches an open desk; emits `idle` once every dialog is closed and no work is under way."""

    idle = Signal()

    def __init__(
        self, after: int, owner: QObject, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(owner)
        self._allowed = after * 60
        self._clock = clock
        self._touched = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self.look)
        application = QApplication.instance()
        if after and application is not None:
            application.installEventFilter(self)
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002 -- Qt's name and arguments
        """Remember when somebody was there; nothing is kept from anybody."""
        if event.type() in _TOUCHES:
            self._touched = self._clock()
        return False

    def look(self) -> None:
        """Lock when the time is over; a job that runs is waited for."""
        if self._clock() - self._touched < self._allowed or any_busy():
            return
        self._close_dialogs()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def _close_dialogs(self) -> None:
        """Say no to every open question; their own loops end before the desk is taken away."""
        open_ones = [
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, QDialog) and widget.isVisible()
        ]
        for dialog in open_ones:
            dialog.reject()
        if open_ones:
            QTimer.singleShot(0, self, self._close_dialogs)
        else:
            self.idle.emit()


def leave_field() -> None:
    """Leave the box somebody is typing in, so that it is kept before the desk closes."""
    field = QApplication.focusWidget()
    if field is not None:
        field.clearFocus()

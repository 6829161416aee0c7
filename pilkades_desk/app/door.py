"""What both ways in share: lock, recovery, a new recovery sheet, one page at a time."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from pilkades_desk.app.idle import IdleLock, leave_field, lock_after
from pilkades_desk.core.clock import Clock
from pilkades_desk.kits.keybox.attempts import read_attempts, seconds_left

if TYPE_CHECKING:
    from pilkades_desk.app.frame import Frame
    from pilkades_desk.app.recovery_acts import Recover, Recovery

SLOTS = "pemilihan.kunci.json"
"""Same as `panitia.accounts.SLOTS_NAME`; that module loads the database, the login must not."""
ATTEMPTS = "pemilihan.gagal.json"
"""Same as `panitia.accounts.ATTEMPTS_NAME`, for the same reason."""


class Door(QStackedWidget):
    """One window over one folder; heirs know how a desk of theirs is opened and shown."""

    title = "Pilkades Desk"

    def __init__(self, folder: Path, clock: Clock) -> None:
        super().__init__()
        self._folder = folder
        self._clock = clock
        self._meja: Any = None
        self._idle: IdleLock | None = None
        self._recovery: Recovery | None = None
        self.setWindowTitle(self.title)
        self.resize(1366, 728)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's name
        """Close the file before the window goes."""
        self._close_meja()
        super().closeEvent(event)

    def _show_login(self) -> None:
        raise NotImplementedError  # each desk has its own words

    def _enter(self, meja: Any) -> None:
        raise NotImplementedError  # each desk has its own window

    def _use_case(self) -> "Recover":
        raise NotImplementedError  # each desk is recovered by its own step

    def _made(self) -> Any:
        """Give the desk a first run made that is not entered yet."""
        raise NotImplementedError  # each first run keeps its own

    def _welcome(self, frame: "Frame", meja: Any) -> None:
        """Show an opened desk and watch over it."""
        self._meja = meja
        frame.lock_requested.connect(self._lock)
        frame.sheet_requested.connect(self._show_sheet)
        self._show(frame)
        self._idle = IdleLock(lock_after(), self)
        self._idle.idle.connect(self._lock)

    def _lock(self) -> None:
        leave_field()
        self._close_meja()
        self.setWindowTitle(self.title)
        self._show_login()

    def _close_meja(self) -> None:
        if self._idle is not None:
            self._idle.stop()
            self._idle.deleteLater()
        # closed in the middle of first run or recovery, only they know the open file
        opened = self._meja or self._made()
        if self._recovery is not None:
            opened = opened or self._recovery.meja
            self._recovery.close()
        if opened is not None:
            opened.close()
        self._meja = self._idle = self._recovery = None

    def _show(self, page: QWidget) -> None:
        self.addWidget(page)
        self.setCurrentWidget(page)
        while (old := self.widget(0)) not in (page, None):
            self.removeWidget(old)
            old.deleteLater()

    def _show_recovery(self) -> None:
        from pilkades_desk.app.recovery_acts import Recovery
        from pilkades_desk.app.recovery_screen import RecoveryScreen

        self._recovery = Recovery(self._folder, self._clock, self._use_case())
        screen = RecoveryScreen(self._recovery.acts(self._print_code))
        screen.cancelled.connect(self._lock)
        screen.finished.connect(self._enter_recovered)
        self._show(screen)

    def _enter_recovered(self) -> None:
        if self._recovery is not None:
            meja, self._recovery = self._recovery.meja, None
            self._enter(meja)

    def _show_sheet(self) -> None:
        from pilkades_desk.app.sheet_screen import SheetActs, SheetScreen
        from pilkades_desk.panitia.pemulihan import new_recovery_sheet, prove_recovery_sheet

        make = partial(new_recovery_sheet, self._meja)
        confirm = partial(prove_recovery_sheet, self._meja)
        screen = SheetScreen(SheetActs(make, self._print_code, confirm))
        screen.finished.connect(self._leave_sheet)
        screen.cancelled.connect(self._leave_sheet)
        self.addWidget(screen)
        self.setCurrentWidget(screen)

    def _leave_sheet(self) -> None:
        screen = self.currentWidget()
        if screen is not None:
            self.removeWidget(screen)
            screen.deleteLater()

    def _print_code(self, code: str) -> None:
        from pilkades_desk.kits.qt.paper import print_document, sheet

        lines = (
            "Simpan dalam amplop tertutup yang ditandatangani ketua dan sekretaris.",
            "Siapa pun yang memegang lembar ini dapat membuka seluruh data.",
        )
        print_document(self, sheet("Lembar pemulihan Pilkades Desk", lines, code))


def login_wait(folder: Path, clock: Clock) -> Callable[[str], int]:
    """Give what tells how long an account has to wait, without opening anything."""

    def wait(nama: str) -> int:
        now = clock.now()
        return seconds_left(read_attempts(folder / ATTEMPTS, now), nama, now)

    return wait

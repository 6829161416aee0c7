"""The way in: first run, login, desk, and back to login when the screen is locked."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent

from pilkades_desk.app.login_screen import LoginScreen
from pilkades_desk.app.way_back import WayBack
from pilkades_desk.core.clock import Clock
from pilkades_desk.core.errors import StorageError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.job import Job

if TYPE_CHECKING:
    from pilkades_desk.app.first_run_acts import FirstRun
    from pilkades_desk.app.wizard import Wizard
    from pilkades_desk.panitia.meja import Meja

PLAN_DAYS = 90
WARM_UP = 150  # milliseconds after the login screen is up: while somebody types, libraries load
_SLOW = (
    "pilkades_desk.app.schema",
    "pilkades_desk.panitia.usecases",
    "pilkades_desk.app.beranda_content",
    "pilkades_desk.app.desk_window",
    "pilkades_desk.kits.qt.dialogs",
)


class Gate(WayBack):
    """One window over one election folder."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        super().__init__(folder, clock, "desa")
        self._first: FirstRun | None = None
        self._meja: Meja | None = None
        self._warm = Job(self)
        self.setWindowTitle("Pilkades Desk")
        self.resize(1366, 728)
        self._begin()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's name
        """Close the file before the window goes."""
        self._close_meja()
        super().closeEvent(event)

    def _make_first(self) -> "Wizard":
        from datetime import timedelta

        from pilkades_desk.app.first_run_acts import FirstRun
        from pilkades_desk.app.first_run_screen import FirstRunScreen

        self._first = FirstRun(self._folder, self._clock)
        day = self._clock.now().date() + timedelta(days=PLAN_DAYS)
        screen = FirstRunScreen(self._first.acts(self._print_code), day)
        screen.finished.connect(self._enter_first)
        return screen

    def _make_login(self, names: tuple[str, ...]) -> LoginScreen:
        screen = LoginScreen("Pemilihan di laptop ini", names, self._log_in)
        screen.opened.connect(self._enter)
        screen.recovery_requested.connect(self._tell_recovery)
        QTimer.singleShot(WARM_UP, self._warm_up)
        return screen

    def _warm_up(self) -> None:
        if not self._warm.is_busy:
            self._warm.start(_load_slow)

    def _log_in(self, nama: str, sandi: str) -> "Meja":
        from pilkades_desk.app.schema import SCHEMA
        from pilkades_desk.panitia.usecases import log_in

        try:
            return log_in(self._folder, nama, sandi, SCHEMA, self._clock)
        except StorageError as error:
            self._judge(error)
            raise

    def _enter_first(self) -> None:
        if self._first is not None and self._first.meja is not None:
            self._enter(self._first.meja)

    def _enter(self, meja: "Meja") -> None:
        from pilkades_desk.app.desk_window import DeskWindow
        from pilkades_desk.kits.qt.dialogs import AskWindow

        self._meja = meja = self._kept(meja)
        window = DeskWindow(meja, AskWindow(self))
        window.frame.lock_requested.connect(self._lock)
        self.setWindowTitle(f"Desa {meja.pemilihan.desa} – Pilkades Desk")
        self._show(window.frame)
        self._desk = window
        self._watch(window.frame, meja)

    def _lock(self) -> None:
        self._close_meja()
        self.setWindowTitle("Pilkades Desk")
        self._begin()

    def _close_meja(self) -> None:
        # closed in the middle of the first run, only the first run knows the open file
        self._stop_keeping()
        opened = self._meja or (self._first.meja if self._first else None)
        if opened is not None:
            opened.close()
        self._meja = self._first = None

    def _open_meja(self) -> "Meja | None":
        return self._meja

    def _print_code(self, code: str) -> None:
        from pilkades_desk.kits.qt.paper import print_document, sheet

        lines = (
            "Simpan dalam amplop tertutup yang ditandatangani ketua dan sekretaris.",
            "Siapa pun yang memegang lembar ini dapat membuka seluruh data.",
        )
        print_document(self, sheet("Lembar pemulihan Pilkades Desk", lines, code))

    def _tell_recovery(self) -> None:
        from pilkades_desk.kits.qt.dialogs import AskWindow

        AskWindow(self).tell(
            "Lupa kata sandi",
            "Minta ketua masuk dengan akunnya, lalu memberi Anda kata sandi baru.",
            "Bila ketua juga lupa, siapkan lembar pemulihan dan dua orang panitia.",
        )


def _load_slow(progress: Progress) -> None:  # noqa: ARG001 -- imports have no steps
    for name in _SLOW:
        import_module(name)

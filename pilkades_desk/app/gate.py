"""The way in: first run, login, desk, and back to login when the screen is locked."""

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from pilkades_desk.app.login_screen import LoginScreen
from pilkades_desk.core.clock import Clock
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.keybox.slots import read_slots
from pilkades_desk.kits.qt.job import Job

if TYPE_CHECKING:
    from pilkades_desk.app.first_run_acts import FirstRun
    from pilkades_desk.panitia.meja import Meja

SLOTS = "pemilihan.kunci.json"
"""Same as `panitia.accounts.SLOTS_NAME`; that module loads the database, the login must not."""
PLAN_DAYS = 90
WARM_UP = 150  # milliseconds after the login screen is up: while somebody types, libraries load
_SLOW = (
    "pilkades_desk.app.schema",
    "pilkades_desk.panitia.usecases",
    "pilkades_desk.app.beranda_content",
    "pilkades_desk.app.desk_window",
    "pilkades_desk.kits.qt.dialogs",
)


class Gate(QStackedWidget):
    """One window over one election folder."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        super().__init__()
        self._folder = folder
        self._clock = clock
        self._first: FirstRun | None = None
        self._meja: Meja | None = None
        self._warm = Job(self)
        self.setWindowTitle("Pilkades Desk")
        self.resize(1366, 728)
        self._show_way_in()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's name
        """Close the file before the window goes."""
        self._close_meja()
        super().closeEvent(event)

    def _show_way_in(self) -> None:
        if (self._folder / SLOTS).is_file():
            self._show_login()
        elif not self._show_keyless():
            self._show_first_run()

    def _show_keyless(self) -> bool:
        if not any(self._folder.glob("pemilihan.*")):
            return False
        from pilkades_desk.app.destruction_screen import DestructionActs, DestructionScreen
        from pilkades_desk.kits.qt.dialogs import AskWindow
        from pilkades_desk.panitia import musnah

        found = musnah.check_start(self._folder)
        if found is None:
            return False
        acts = DestructionActs(
            finish=partial(musnah.finish_destruction, self._folder),
            save=partial(musnah.save_record, self._folder),
        )
        ordered = musnah.read_order(self._folder) is not None
        screen = DestructionScreen(found, acts if ordered else None, AskWindow(self))
        screen.ended.connect(self._show_way_in)
        self._show(screen)
        return True

    def _show_first_run(self) -> None:
        from datetime import timedelta

        from pilkades_desk.app.first_run_acts import FirstRun
        from pilkades_desk.app.first_run_screen import FirstRunScreen

        self._first = FirstRun(self._folder, self._clock)
        day = self._clock.now().date() + timedelta(days=PLAN_DAYS)
        screen = FirstRunScreen(self._first.acts(self._print_code), day)
        screen.finished.connect(self._enter_first)
        self._show(screen)

    def _show_login(self) -> None:
        names = read_slots(self._folder / SLOTS).names
        screen = LoginScreen("Pemilihan di laptop ini", names, self._log_in)
        screen.opened.connect(self._enter)
        screen.recovery_requested.connect(self._tell_recovery)
        self._show(screen)
        QTimer.singleShot(WARM_UP, self._warm_up)

    def _warm_up(self) -> None:
        if not self._warm.is_busy:
            self._warm.start(_load_slow)

    def _log_in(self, nama: str, sandi: str) -> "Meja":
        from pilkades_desk.app.schema import SCHEMA
        from pilkades_desk.panitia.usecases import log_in

        return log_in(self._folder, nama, sandi, SCHEMA, self._clock)

    def _enter_first(self) -> None:
        if self._first is not None and self._first.meja is not None:
            self._enter(self._first.meja)

    def _enter(self, meja: "Meja") -> None:
        from pilkades_desk.app.desk_window import DeskWindow
        from pilkades_desk.kits.qt.dialogs import AskWindow

        self._meja = meja
        window = DeskWindow(meja, AskWindow(self))
        window.frame.lock_requested.connect(self._lock)
        self.setWindowTitle(f"Desa {meja.pemilihan.desa} – Pilkades Desk")
        self._show(window.frame)
        self._desk = window

    def _lock(self) -> None:
        self._close_meja()
        self.setWindowTitle("Pilkades Desk")
        self._show_way_in()

    def _close_meja(self) -> None:
        # closed in the middle of the first run, only the first run knows the open file
        opened = self._meja or (self._first.meja if self._first else None)
        if opened is not None:
            opened.close()
        self._meja = self._first = None

    def _show(self, page: QWidget) -> None:
        old = self.currentWidget()
        self.addWidget(page)
        self.setCurrentWidget(page)
        if old is not None:
            self.removeWidget(old)
            old.deleteLater()

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

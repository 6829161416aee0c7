"""The way in: first run, login, desk, and back to login when the screen is locked."""

from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from pilkades_desk.app.door import login_wait
from pilkades_desk.app.login_screen import LoginScreen
from pilkades_desk.app.way_back import WayBack
from pilkades_desk.core.clock import Clock
from pilkades_desk.core.errors import PilkadesError, StorageError
from pilkades_desk.core.offline import close_network
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.job import Job

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pilkades_desk.app.first_run_acts import FirstRun
    from pilkades_desk.app.recovery_acts import Recover
    from pilkades_desk.app.wizard import Wizard
    from pilkades_desk.panitia.meja import Meja
    from pilkades_desk.panitia.periksa import Laporan
    from pilkades_desk.pemilih.loket.screen import LoketScreen

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
        self._loket: LoketScreen | None = None
        self._warm = Job(self)
        self._begin()

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
        wait = login_wait(self._folder, self._clock)
        screen = LoginScreen("Pemilihan di laptop ini", names, self._log_in, wait)
        screen.opened.connect(self._enter)
        screen.recovery_requested.connect(self._show_recovery)
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

    def _use_case(self) -> "Recover":
        from pilkades_desk.panitia.usecases import recover

        return recover

    def _made(self) -> "Meja | None":
        first, self._first = self._first, None
        return first.meja if first else None

    def _enter_first(self) -> None:
        meja = self._made()
        if meja is not None:
            self._enter(meja)

    def _enter(self, meja: "Meja") -> None:
        from pilkades_desk.app.desk_window import DeskWindow
        from pilkades_desk.kits.qt.dialogs import AskWindow

        meja = self._kept(meja)
        window = DeskWindow(meja, AskWindow(self))
        self.setWindowTitle(f"Desa {meja.pemilihan.desa} – Pilkades Desk")
        self._welcome(window.frame, meja)
        self._desk = window
        window.frame.loket_requested.connect(self._show_loket)
        self._watch(window.frame, partial(_compare, meja))

    def _show_loket(self) -> None:
        from pilkades_desk.app.wiring_loket import make_loket_acts
        from pilkades_desk.pemilih.loket.screen import LoketScreen

        self._loket = LoketScreen(make_loket_acts(self._meja))
        self._loket.left.connect(self._lock)
        self.addWidget(self._loket)
        self.setCurrentWidget(self._loket)

    def _close_meja(self) -> None:
        loket, self._loket = self._loket, None
        if loket is not None:
            with suppress(PilkadesError):  # how often somebody asked holds up no lock
                loket.keep_count()
        super()._close_meja()


def _compare(meja: "Meja", places: "Sequence[Path]") -> "Laporan":
    from pilkades_desk.paket.banding import compare_village  # only where a stick is plugged in

    return compare_village(meja, places)


def _load_slow(progress: Progress) -> None:  # noqa: ARG001 -- imports have no steps
    close_network()
    for name in _SLOW:
        import_module(name)

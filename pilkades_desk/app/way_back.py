"""What both windows share about losing nothing: backups kept, and the way back from one."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer, Signal

from pilkades_desk.app.door import SLOTS, Door
from pilkades_desk.core.clock import Clock
from pilkades_desk.core.errors import PilkadesError, StorageError
from pilkades_desk.kits.keybox.slots import read_slots
from pilkades_desk.kits.qt.ask import Ask

if TYPE_CHECKING:
    from pilkades_desk.app.backup_keeper import BackupKeeper
    from pilkades_desk.app.frame import Frame
    from pilkades_desk.app.login_screen import LoginScreen
    from pilkades_desk.app.stick_watch import Compare
    from pilkades_desk.app.wizard import Wizard
    from pilkades_desk.panitia.cadangan_pulih import Dipulihkan
    from pilkades_desk.panitia.meja import MejaAkun

DATABASE = "pemilihan.db"
"""Same as `panitia.accounts.FILE_NAME`; that module loads the database, the login must not."""
ORDER = "pemilihan.musnah.json"
"""Same as `panitia.musnah_berkas.ORDER_NAME`, for the same reason."""
AFTER_LOGIN = 1500  # milliseconds: first the page is painted, then the first backup is made
_CUT_OFF = ("pemilihan.pulih", "pulih")
Desk = TypeVar("Desk", bound="MejaAkun")


class WayBack(Door):
    """A window that finds its file safe, damaged, missing or new, and shows what fits."""

    damage_found = Signal()

    def __init__(self, folder: Path, clock: Clock, jenis: str) -> None:
        super().__init__(folder, clock)
        self._jenis = jenis
        self._keeper: BackupKeeper | None = None

    def _make_first(self) -> "Wizard":
        raise NotImplementedError  # each window has its own first run

    def _make_login(self, names: tuple[str, ...]) -> "LoginScreen":
        raise NotImplementedError  # as above

    def _show_login(self) -> None:
        self._begin()

    def _close_meja(self) -> None:
        self._stop_keeping()
        super()._close_meja()

    def _ask(self) -> Ask:
        from pilkades_desk.kits.qt.dialogs import AskWindow

        return AskWindow(self)

    def _begin(self) -> None:
        """Show login, first run, or what can be done when the file cannot be opened."""
        if self._show_destruction():
            return
        if not (self._folder / SLOTS).is_file() and not (self._folder / DATABASE).is_file():
            first = self._make_first()
            first.restore_requested.connect(self._show_restore)
            self._show(first)
            return
        try:
            said = self._finish_cut_off()
            names = read_slots(self._folder / SLOTS).names
        except PilkadesError as error:
            self._show_restore()
            self._tell_damage(error)
            return
        login = self._make_login(names)
        login.restore_requested.connect(self._show_restore)
        self.damage_found.connect(login.offer_restore)
        self._show(login)
        if said is not None:
            login.tell("warn", *said)

    def _show_destruction(self) -> bool:
        """Show what is left to destroy, if it was ordered; gives whether it was (S-141)."""
        if not (self._folder / ORDER).is_file():
            return False  # the usual start loads nothing of the database
        from functools import partial

        from pilkades_desk.app.destruction_screen import DestructionActs, DestructionScreen
        from pilkades_desk.panitia import musnah

        found = musnah.check_start(self._folder)
        if found is None:
            musnah.forget_void_order(self._folder)
            return False
        finish = partial(musnah.finish_destruction, self._folder)
        acts = DestructionActs(finish, partial(musnah.save_record, self._folder))
        screen = DestructionScreen(found, acts, self._ask())
        screen.ended.connect(self._begin)
        self._show(screen)
        return True

    def _finish_cut_off(self) -> tuple[str, str] | None:
        if not any((self._folder / name).exists() for name in _CUT_OFF):
            return None  # the usual start loads nothing of the database
        from pilkades_desk.panitia.accounts import finish_restore

        found = finish_restore(self._folder)
        return (found[0].text, found[0].do_now) if found else None

    def _judge(self, error: StorageError) -> None:
        """Offer the way back when the file itself is at fault; called off the window's thread."""
        from pilkades_desk.kits.storage.election_file import DamagedFile

        if isinstance(error, DamagedFile):
            self.damage_found.emit()

    def _show_restore(self) -> None:
        """Close what is open and show the backups there are."""
        from pilkades_desk.app.wiring_cadangan import make_pulih_acts
        from pilkades_desk.panitia.pulih_screen import PulihScreen

        self._close_meja()
        acts = make_pulih_acts(self._folder, self._jenis, self._clock)
        screen = PulihScreen(acts, self._ask())
        screen.left.connect(self._begin)
        screen.restored.connect(self._welcome_back)
        self._show(screen)

    def _tell_damage(self, error: PilkadesError) -> None:
        from pilkades_desk.panitia.pulih_screen import PulihScreen

        screen = self.currentWidget()
        if isinstance(screen, PulihScreen):
            screen.banner.tell_error(error)

    def _welcome_back(self, done: "Dipulihkan") -> None:
        from pilkades_desk.app.login_screen import LoginScreen
        from pilkades_desk.app.wiring_cadangan import describe_aside

        self._begin()
        login = self.currentWidget()
        if isinstance(login, LoginScreen):
            told = f"{describe_aside(done)} Masuk untuk melanjutkan.".lstrip()
            login.tell("ok", "Cadangan dipulihkan.", told)

    def _kept(self, meja: Desk) -> Desk:
        """Start keeping backups of a desk; gives the desk that tells the keeper of its acts."""
        from functools import partial

        from pilkades_desk.app.backup_keeper import BackupActs, BackupKeeper
        from pilkades_desk.app.wiring_cadangan import back_up_now
        from pilkades_desk.panitia.cadangan import is_due
        from pilkades_desk.panitia.rights import Aksi, may

        if not may(meja.akun.peran, Aksi.CADANGKAN):
            return meja
        self._keeper = BackupKeeper(BackupActs(partial(is_due, meja), partial(back_up_now, meja)))
        return replace(meja, committed=self._keeper.hear)

    def _watch(self, frame: "Frame", compare: "Compare") -> None:
        """Show in the frame what the keeper made, what it warns of, and what a stick knows."""
        from pilkades_desk.app.stick_watch import StickWatch

        self._sticks = StickWatch(compare)
        self._sticks.alarmed.connect(frame.alarm)
        QTimer.singleShot(AFTER_LOGIN, self._sticks, self._sticks.start)
        frame.backups_requested.connect(self._show_backups)
        self._tell_made()
        if self._keeper is not None:
            self._keeper.warned.connect(frame.warn)
            self._keeper.made.connect(self._tell_made)
            QTimer.singleShot(AFTER_LOGIN, self._keeper, self._keeper.start)

    def _tell_made(self) -> None:
        from pilkades_desk.app.frame import Frame
        from pilkades_desk.panitia.cadangan import read_last_words

        frame, meja = self.currentWidget(), self._meja
        if isinstance(frame, Frame) and meja is not None:
            frame.show_backup(read_last_words(meja))

    def _show_backups(self) -> None:
        from pilkades_desk.app.backup_window import BackupWindow
        from pilkades_desk.app.wiring_cadangan import make_cadangan_acts

        meja = self._meja
        if meja is None:
            return
        window = BackupWindow(self, make_cadangan_acts(meja), self._ask())
        window.page.restore_requested.connect(self._show_restore)
        window.open()

    def _stop_keeping(self) -> None:
        """Make the last backup before the file is closed."""
        if self._keeper is not None:
            self._keeper.close()
        self._keeper = None

"""The way into the kabupaten's desk: first run, login, window, and back when it is locked."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from pilkades_desk.app.door import login_wait
from pilkades_desk.app.kabupaten_first_run import (
    KabupatenFirstActs,
    KabupatenFirstRun,
    Rahasia,
    UntrustedMejaAwal,
    in_groups,
)
from pilkades_desk.app.kabupaten_window import KabupatenWindow
from pilkades_desk.app.login_screen import LoginScreen
from pilkades_desk.app.way_back import WayBack
from pilkades_desk.app.wizard import Wizard
from pilkades_desk.core.clock import Clock, SystemClock
from pilkades_desk.core.errors import StorageError
from pilkades_desk.kits.qt.ask import Ask
from pilkades_desk.kits.qt.dialogs import AskWindow
from pilkades_desk.kits.qt.paper import print_document, sheet
from pilkades_desk.panitia.sandi import suggest_password

if TYPE_CHECKING:
    from pilkades_desk.app.recovery_acts import Recover
    from pilkades_desk.panitia.periksa import Laporan
    from pilkades_desk.panitia.values import AkunBaru
    from pilkades_desk.penerimaan.daftar_desa import DaftarDesa
    from pilkades_desk.penerimaan.desk import MejaKabupaten
    from pilkades_desk.penerimaan.values import MejaBaru

FAULTS = {
    "kabupaten": "Isi nama kabupaten.",
    "kode_kabupaten": "Kode kabupaten harus 4 angka.",
    "nama_lengkap": "Isi nama lengkap.",
    "nama": "Huruf kecil di depan, lalu huruf kecil, angka, atau tanda hubung.",
}


class KabupatenFirst:
    """The first run's use cases, bound to one folder; keeps the desk it made."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self.meja: MejaKabupaten | None = None

    def acts(self, print_sheet: Callable[[Rahasia], None]) -> KabupatenFirstActs:
        """Give the screen what it may do."""
        return KabupatenFirstActs(
            check=self.check,
            suggest_password=suggest_password,
            create=self.create,
            print_sheet=print_sheet,
            confirm_code=self.confirm_code,
            confirm_key=self.confirm_key,
        )

    def check(self, isian: UntrustedMejaAwal) -> dict[str, str]:
        """Give the fault of each field by its name; empty when all is well."""
        from pydantic import ValidationError

        from pilkades_desk.panitia.rules import check_password

        faults: dict[str, str] = {}
        for make in (_desk, _account):
            try:
                make(isian)
            except ValidationError as error:
                names = {str(each["loc"][0]) for each in error.errors()}
                faults |= {name: FAULTS.get(name, "Isian ini belum benar.") for name in names}
        found = _villages(isian).temuan
        if found:
            faults["desa"] = f"{found[0].subject}: {found[0].text} {found[0].do_now}"
        words = (isian.nama, isian.kabupaten, str(self._clock.now().year))
        weak = check_password(isian.sandi, words)
        if weak:
            faults["sandi"] = f"{weak[0].text} {weak[0].do_now}"
        if isian.sandi != isian.sandi_ulang:
            faults["sandi_ulang"] = "Kedua kata sandi tidak sama."
        return faults

    def create(self, isian: UntrustedMejaAwal) -> Rahasia:
        """Make the desk; gives the two secrets to print."""
        from pilkades_desk.app.schema import SCHEMA
        from pilkades_desk.penerimaan.usecases import create_desk

        made = create_desk(self._folder, _desk(isian), _account(isian), SCHEMA, self._clock)
        self.meja = made.meja
        return Rahasia(made.kode_pemulihan, made.kunci_cadangan)

    def confirm_code(self, untrusted_code: str) -> None:
        """Prove the recovery code from paper; AccessError when it does not open the file."""
        from pilkades_desk.panitia.pemulihan import prove_recovery_sheet

        if self.meja is not None:
            prove_recovery_sheet(self.meja, untrusted_code)

    def confirm_key(self, untrusted_key: str) -> None:
        """Prove the spare key from paper; AccessError when it is another one."""
        from pilkades_desk.penerimaan.usecases import check_spare_key

        if self.meja is not None:
            check_spare_key(self.meja, untrusted_key)


class KabupatenGate(WayBack):
    """One window over one desk's folder."""

    title = "Meja kabupaten – Pilkades Desk"

    def __init__(self, folder: Path, clock: Clock) -> None:
        super().__init__(folder, clock, "kabupaten")
        self._first = KabupatenFirst(folder, clock)
        self._begin()

    def _make_first(self) -> Wizard:
        screen = KabupatenFirstRun(self._first.acts(self._print_sheet))
        screen.finished.connect(self._enter_first)
        return screen

    def _make_login(self, names: tuple[str, ...]) -> LoginScreen:
        wait = login_wait(self._folder, self._clock)
        screen = LoginScreen("Meja kabupaten di laptop ini", names, self._log_in, wait)
        screen.opened.connect(self._enter)
        screen.recovery_requested.connect(self._show_recovery)
        return screen

    def _log_in(self, nama: str, sandi: str) -> "MejaKabupaten":
        from pilkades_desk.app.schema import SCHEMA
        from pilkades_desk.penerimaan.usecases import log_in_desk

        try:
            return log_in_desk(self._folder, nama, sandi, SCHEMA, self._clock)
        except StorageError as error:
            self._judge(error)
            raise

    def _use_case(self) -> "Recover":
        from pilkades_desk.penerimaan.pemulihan import recover_desk

        return recover_desk

    def _made(self) -> "MejaKabupaten | None":
        meja, self._first.meja = self._first.meja, None
        return meja

    def _enter_first(self) -> None:
        meja = self._made()
        if meja is not None:
            self._enter(meja)

    def _enter(self, meja: "MejaKabupaten") -> None:
        meja = self._kept(meja)
        window = make_kabupaten_window(meja, AskWindow(self))
        self.setWindowTitle(f"Kabupaten {meja.kabupaten.kabupaten} – Pilkades Desk")
        self._welcome(window, meja)
        self._watch(window, partial(_compare, meja))

    def _print_sheet(self, rahasia: Rahasia) -> None:
        lines = (
            "Simpan dalam amplop tertutup yang ditandatangani. Kunci cadangan:",
            in_groups(rahasia.kunci_cadangan),
            "Kode pemulihan:",
        )
        title = "Lembar rahasia meja kabupaten"
        print_document(self, sheet(title, lines, rahasia.kode_pemulihan))


def make_desk_window(folder: Path | None = None) -> QWidget:
    """Make the kabupaten's window over a folder, by default the user's own."""
    if folder is None:
        import platformdirs

        from pilkades_desk.app.look import NAME

        folder = Path(platformdirs.user_data_dir(NAME, appauthor=False)) / "meja-kabupaten"
    return KabupatenGate(folder, SystemClock())


def make_kabupaten_window(meja: "MejaKabupaten", ask: Ask) -> KabupatenWindow:
    """Tie the window to an opened desk; a page is loaded when it is first opened."""
    from pilkades_desk.app import wiring_penerimaan as wiring
    from pilkades_desk.app import wiring_riwayat
    from pilkades_desk.app.window_content import opening_words
    from pilkades_desk.app.wiring_akun import make_akun_acts
    from pilkades_desk.core.clock import Zona
    from pilkades_desk.panitia.akun_screen import AccountsPage
    from pilkades_desk.panitia.meja import program_version
    from pilkades_desk.panitia.rights import DESK_ROLES
    from pilkades_desk.penerimaan.inbox_screen import InboxScreen
    from pilkades_desk.penerimaan.kit_screen import KitScreen
    from pilkades_desk.penerimaan.recap_screen import RecapScreen

    kabupaten, akun = meja.kabupaten, meja.akun
    words = {
        "tempat": f"Meja kabupaten\nKabupaten {kabupaten.kabupaten}",
        "akun": f"{akun.nama_lengkap} · {akun.peran.value}",
        "versi": f"Versi {program_version()}",
        "gladi": "ya" if kabupaten.gladi else "",
        "riwayat": opening_words(meja),
    }

    def make_accounts() -> AccountsPage:
        new_sheet = window.sheet_requested.emit
        return AccountsPage(make_akun_acts(meja, Zona.WIB, DESK_ROLES, new_sheet), ask)

    pages = (
        lambda: KitScreen(wiring.make_kit_acts(meja), ask),
        lambda: InboxScreen(wiring.make_inbox_acts(meja), ask),
        lambda: RecapScreen(wiring.make_recap_acts(meja)),
        make_accounts,
    )
    window = KabupatenWindow(words, pages)
    window.tell_opening(meja.pembukaan)

    def show_riwayat() -> None:
        window.show_aside(wiring_riwayat.desk_riwayat(meja, ask), *wiring_riwayat.RIWAYAT)

    window.riwayat_requested.connect(show_riwayat)
    return window


def _compare(meja: "MejaKabupaten", places: Sequence[Path]) -> "Laporan":
    from pilkades_desk.penerimaan.banding import compare_desk  # only where a stick is plugged in

    return compare_desk(meja, places)


def _villages(isian: UntrustedMejaAwal) -> "DaftarDesa":
    from pilkades_desk.penerimaan.daftar_desa import parse_desa

    return parse_desa(isian.desa, isian.kode_kabupaten)


def _desk(isian: UntrustedMejaAwal) -> "MejaBaru":
    from pilkades_desk.penerimaan.values import MejaBaru

    return MejaBaru(
        kode_kabupaten=isian.kode_kabupaten,
        kabupaten=isian.kabupaten,
        gladi=isian.gladi,
        desa=_villages(isian).desa,
    )


def _account(isian: UntrustedMejaAwal) -> "AkunBaru":
    from pilkades_desk.panitia.values import AkunBaru, Peran

    return AkunBaru(
        nama=isian.nama, nama_lengkap=isian.nama_lengkap, peran=Peran.PENGESAH, sandi=isian.sandi
    )

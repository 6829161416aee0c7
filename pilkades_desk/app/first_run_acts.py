"""The first run's use cases, bound to one folder: check what was typed, make, prove the sheet."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pilkades_desk.app.first_run_content import FirstRunActs, UntrustedIsianAwal
from pilkades_desk.core.clock import Clock
from pilkades_desk.panitia.sandi import suggest_password

if TYPE_CHECKING:
    from pilkades_desk.panitia.meja import Meja
    from pilkades_desk.panitia.values import AkunBaru, PemilihanBaru

FAULTS = {
    "kode_desa": "Kode desa harus 10 angka.",
    "desa": "Isi nama desa.",
    "kecamatan": "Isi nama kecamatan.",
    "kabupaten": "Isi nama kabupaten.",
    "provinsi": "Isi nama provinsi.",
    "sekretariat": "Paling banyak 200 huruf.",
    "nama_lengkap": "Isi nama lengkap ketua.",
    "nama": "Huruf kecil di depan, lalu huruf kecil, angka, atau tanda hubung.",
}


class FirstRun:
    """Keeps the desk it made, so that the ketua need not log in again."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self.meja: Meja | None = None

    def acts(self, print_sheet: Callable[[str], None]) -> FirstRunActs:
        """Give the screen what it may do."""
        return FirstRunActs(
            check=self.check,
            suggest_password=suggest_password,
            create=self.create,
            print_sheet=print_sheet,
            confirm_code=self.confirm_code,
        )

    def check(self, isian: UntrustedIsianAwal) -> dict[str, str]:
        """Give the fault of each field by its name; empty when all is well."""
        from pydantic import ValidationError

        faults: dict[str, str] = {}
        for make in (_pemilihan, _ketua):
            try:
                make(isian)
            except ValidationError as error:
                faults |= _words(str(each["loc"][0]) for each in error.errors())
        return faults | self._password_faults(isian)

    def create(self, isian: UntrustedIsianAwal) -> str:
        """Make the election; gives the recovery code to print."""
        from pilkades_desk.app.schema import SCHEMA
        from pilkades_desk.panitia.usecases import create_pemilihan

        made = create_pemilihan(self._folder, _pemilihan(isian), _ketua(isian), SCHEMA, self._clock)
        self.meja = made.meja
        return made.kode_pemulihan

    def confirm_code(self, untrusted_code: str) -> None:
        """Prove the code from paper; AccessError when it does not open the file."""
        from pilkades_desk.panitia.pemulihan import prove_recovery_sheet

        if self.meja is not None:
            prove_recovery_sheet(self.meja, untrusted_code)

    def _password_faults(self, isian: UntrustedIsianAwal) -> dict[str, str]:
        from pilkades_desk.panitia.rules import check_password

        faults = {}
        words = (isian.nama, isian.desa, str(self._clock.now().year))
        found = check_password(isian.sandi, words)
        if found:
            faults["sandi"] = f"{found[0].text} {found[0].do_now}"
        if isian.sandi != isian.sandi_ulang:
            faults["sandi_ulang"] = "Kedua kata sandi tidak sama."
        return faults


def _words(fields: Iterable[str]) -> dict[str, str]:
    return {name: FAULTS.get(name, "Isian ini belum benar.") for name in fields}


def _pemilihan(isian: UntrustedIsianAwal) -> "PemilihanBaru":
    from pilkades_desk.panitia.values import PemilihanBaru

    names = set(PemilihanBaru.model_fields) - {"profil"}
    return PemilihanBaru(**{name: getattr(isian, name) for name in names})


def _ketua(isian: UntrustedIsianAwal) -> "AkunBaru":
    from pilkades_desk.panitia.values import AkunBaru, Peran

    return AkunBaru(
        nama=isian.nama, nama_lengkap=isian.nama_lengkap, peran=Peran.KETUA, sandi=isian.sandi
    )

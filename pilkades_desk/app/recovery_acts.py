"""Recovery from the login screen: the code opens the file, then a leader gets a new password."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pilkades_desk.app.recovery_screen import RecoveryActs, UntrustedPulih
from pilkades_desk.core.clock import Clock
from pilkades_desk.core.errors import AccessError

if TYPE_CHECKING:
    from pilkades_desk.panitia.accounts import OpenedFile
    from pilkades_desk.panitia.pemulihan import AkunPulih, Pemulihan

Recover = Callable[[Path, "OpenedFile", "Pemulihan", Clock], tuple[Any, str]]
"""The use case of either desk; gives the opened desk and the new code."""


class Recovery:
    """Keeps the file open between two pages, and the desk it made."""

    def __init__(self, folder: Path, clock: Clock, recover: Recover) -> None:
        self._folder = folder
        self._clock = clock
        self._recover = recover
        self._opened: OpenedFile | None = None
        self.meja: Any = None

    def acts(self, print_sheet: Callable[[str], None]) -> RecoveryActs:
        """Give the screen what it may do."""
        return RecoveryActs(self.open, self.check, self.recover, print_sheet, self.confirm)

    def open(self, untrusted_code: str) -> "AkunPulih":
        """Open the file with the printed code; gives whom it may recover."""
        from pilkades_desk.app.schema import SCHEMA
        from pilkades_desk.panitia.accounts import open_recovery
        from pilkades_desk.panitia.pemulihan import read_recoverable

        self.close()
        self._opened = open_recovery(self._folder, untrusted_code, SCHEMA, self._clock.now())
        return read_recoverable(self._opened)

    def check(self, isian: UntrustedPulih) -> Mapping[str, str]:
        """Give the fault of each field by its name; empty when all is well."""
        from pilkades_desk.app.wiring_akun import check_present
        from pilkades_desk.panitia.rules import check_password

        faults: dict[str, str] = {}
        weak = check_password(isian.sandi, (isian.akun, str(self._clock.now().year)))
        if weak:
            faults["sandi"] = f"{weak[0].text} {weak[0].do_now}"
        if isian.sandi != isian.sandi_ulang:
            faults["sandi_ulang"] = "Kedua kata sandi tidak sama."
        if not isian.akun_kedua:
            faults |= check_present({"hadir_satu": isian.hadir_satu, "hadir_dua": isian.hadir_dua})
        elif not isian.sandi_kedua:
            faults["sandi_kedua"] = "Orang kedua mengetik kata sandinya."
        return faults

    def recover(self, isian: UntrustedPulih) -> str:
        """Give the account its new password; gives the new code to print."""
        from pilkades_desk.app.wiring_akun import present_of
        from pilkades_desk.panitia.pemulihan import Pemulihan

        if self._opened is None:
            raise AccessError("Berkas belum dibuka.", "Ketik kode pemulihan lebih dulu.")
        second = (isian.akun_kedua, isian.sandi_kedua) if isian.akun_kedua else None
        saksi = None if second else present_of(isian.hadir_satu, isian.hadir_dua)
        asked = Pemulihan(isian.akun, isian.sandi, second, saksi)
        self.meja, code = self._recover(self._folder, self._opened, asked, self._clock)
        return code

    def confirm(self, untrusted_code: str) -> None:
        """Prove the new code from paper."""
        from pilkades_desk.panitia.pemulihan import prove_recovery_sheet

        prove_recovery_sheet(self.meja, untrusted_code)

    def close(self) -> None:
        """Close the file again when nobody was recovered."""
        if self._opened is not None and self.meja is None:
            self._opened.file.close()
        self._opened = None

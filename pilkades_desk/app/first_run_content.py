"""What a committee types on the first day, as typed; only a check makes it believable."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class UntrustedIsianAwal:
    """The fields of the first-run screen; names are those of PemilihanBaru and AkunBaru."""

    kode_desa: str
    desa: str
    kecamatan: str
    kabupaten: str
    provinsi: str
    tanggal: date
    zona: str
    gladi: bool
    sekretariat: str
    nama: str
    nama_lengkap: str
    sandi: str
    sandi_ulang: str


@dataclass(frozen=True, slots=True)
class FirstRunActs:
    """What the screen may do; `check` gives the fault of each field by its name."""

    check: Callable[[UntrustedIsianAwal], Mapping[str, str]]
    suggest_password: Callable[[], str]
    create: Callable[[UntrustedIsianAwal], str]
    print_sheet: Callable[[str], None]
    confirm_code: Callable[[str], None]

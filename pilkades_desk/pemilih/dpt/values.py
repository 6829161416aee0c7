"""A note made after the lock, and what an exported list says of itself."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pilkades_desk.core.clock import short_date
from pilkades_desk.pemilih.values import Dpt


@dataclass(frozen=True, slots=True)
class CatatanDpt:
    """What is known of a voter only since the DPT was locked (F-09)."""

    id: int
    pemilih_id: int
    jenis: str
    dokumen: str
    tanggal: date
    akun_id: int
    waktu: datetime

    @property
    def teks(self) -> str:
        """Say it for a column of remarks, with the document."""
        return f"{self.jenis} ({self.dokumen}, {short_date(self.tanggal)})"


@dataclass(frozen=True, slots=True)
class VersiDpt:
    """One version as listed: with its data code, and how it was opened again (None: it was not)."""

    dpt: Dpt
    kode: str
    dibuka: datetime | None = None
    alasan_dibuka: str = ""
    dibuka_oleh: str = ""


class Kecocokan(StrEnum):
    """What recomputing the seal of an exported list gave."""

    COCOK = "cocok"
    TIDAK_COCOK = "tidak cocok"
    TIDAK_TERBUKTI = "tidak dapat dibuktikan"


@dataclass(frozen=True, slots=True)
class HasilDaftar:
    """An exported list against the seal written in it."""

    kecocokan: Kecocokan
    versi: int
    jumlah: int
    segel: str
    """As written in the file."""
    hitung: str
    """As recomputed; empty where it cannot be."""
    kode: str
    """The data code of the seal as written."""

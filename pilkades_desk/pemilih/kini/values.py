"""One change to one person of the list, why it was made, and by which way it came."""

from dataclasses import dataclass
from enum import StrEnum


class Jenis(StrEnum):
    """What a change is; the words stand in the history."""

    KOREKSI = "koreksi"
    CORET = "coret"
    BATAL_CORET = "batal coret"
    DITARIK = "ditarik"


class Jalur(StrEnum):
    """By which way a change came."""

    PERORANGAN = "perorangan"
    MASSAL = "massal"
    URUNG = "urung"
    GANDA = "ganda"
    USUL = "usul"
    BAGIAN = "bagian"
    COKLIT = "coklit"
    BATCH = "batch"


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One field of one voter; `lama` and `baru` as `rules.text_of` writes them."""

    pemilih_id: int
    kolom: str
    lama: str
    baru: str


@dataclass(frozen=True, slots=True)
class Sebab:
    """Why a change was made, by which way, and what proves it."""

    jenis: Jenis
    jalur: Jalur
    alasan: str
    bukti: str = ""


@dataclass(frozen=True, slots=True)
class Tercatat:
    """A change as kept; all of one act have the same `kelompok`, `waktu` is UTC."""

    id: int
    kelompok: int
    perubahan: Perubahan
    sebab: Sebab
    akun_id: int
    waktu: str

"""One thing that happened to a voter, in words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Babak(StrEnum):
    """What kind of thing it was; the words stand in the history."""

    DITERIMA = "Diterima"
    DPS = "Masuk DPS"
    TAMBAHAN = "Pemilih tambahan"
    KOREKSI = "Dikoreksi"
    PINDAH = "Pindah wilayah"
    CORET = "Dicoret"
    BATAL_CORET = "Batal dicoret"
    DITARIK = "Impornya ditarik"
    GANDA = "Kemungkinan ganda diputuskan"
    DPT = "Masuk DPT"
    CATATAN = "Catatan sesudah DPT"


@dataclass(frozen=True, slots=True)
class Beda:
    """One field before and after, masked."""

    isian: str
    lama: str
    baru: str


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """One thing that happened: when, by whom (empty for the whole list), what, why and by what."""

    waktu: datetime
    babak: Babak
    oleh: str = ""
    beda: tuple[Beda, ...] = ()
    alasan: str = ""
    bukti: str = ""
    keterangan: str = ""
    """Where the row stood, the number in the DPT, by which way a change came."""
    kelompok: int = 0
    """By which a change can be taken back; 0 where it cannot."""

"""How the sheets of an opened file would be read; a person changes one thing at a time."""

from dataclasses import dataclass

from pilkades_desk.kits.spreadsheet.reader import Sheet
from pilkades_desk.pemilih.deteksi import LembarTerdeteksi
from pilkades_desk.pemilih.pratinjau import BerkasLembar
from pilkades_desk.pemilih.sumber import SourceProfile
from pilkades_desk.pemilih.values import Isian


@dataclass(frozen=True, slots=True)
class Sasaran:
    """The fields a column goes to, none when it is not read; `bagian` 1-3 of a date in three."""

    isian: tuple[Isian, ...] = ()
    bagian: int = 0


TIDAK_DIBACA = Sasaran()
SATU_TANGGAL = Sasaran((Isian.TANGGAL_LAHIR,))
TIGA_SEL = Sasaran((Isian.TANGGAL_LAHIR,), 1)
"""A birth date in this column and the two at its right: day, month, year."""
PILIHAN = (
    TIDAK_DIBACA,
    *(Sasaran((isian,)) for isian in Isian),
    Sasaran((Isian.TEMPAT_LAHIR, Isian.TANGGAL_LAHIR)),
    TIGA_SEL,
    Sasaran((Isian.RT, Isian.RW)),
)
"""What a person may choose for a column."""


@dataclass(frozen=True, slots=True)
class Susunan:
    """One sheet and how it would be read; `sendiri` when a person chooses its columns."""

    sheet: Sheet
    lembar: LembarTerdeteksi
    dibaca: bool
    sendiri: bool


@dataclass(frozen=True, slots=True)
class BerkasDibuka:
    """A file looked at: `tata_letak` to choose from, saved mappings first; `berulang` if known."""

    berkas: BerkasLembar
    tata_letak: tuple[SourceProfile, ...]
    susunan: tuple[Susunan, ...]
    berulang: bool


@dataclass(frozen=True, slots=True)
class BarisContoh:
    """One row as it stands, long numbers hidden; `nomor` as the spreadsheet counts."""

    nomor: int
    sel: tuple[str, ...]
    judul: bool


@dataclass(frozen=True, slots=True)
class Contoh:
    """The top of a sheet, and by column where it goes; None for one that is never read."""

    sasaran: tuple[Sasaran | None, ...]
    baris: tuple[BarisContoh, ...]


@dataclass(frozen=True, slots=True)
class HanyaDiSatu:
    """Somebody only one of two imports names; `batch` is its number, `nik` is masked."""

    batch: int
    nama: str
    nik: str
    letak: str


@dataclass(frozen=True, slots=True)
class Banding:
    """Who is only in one of two imports, and how many are in both."""

    hanya: tuple[HanyaDiSatu, ...]
    keduanya: int

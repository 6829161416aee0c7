"""The list of all documents an election must have: one line each, and how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from pilkades_desk.berita_acara.dokumen import Dokumen
from pilkades_desk.core.identity import Nama
from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.tercetak import Tercetak
from pilkades_desk.panitia.naskah.values import Teks


class Cara(StrEnum):
    """How a document comes about."""

    BEKU = "dibekukan"
    DAFTAR = "dicetak dari data"
    TANGAN = "diisi tangan"


class StatusLembar(StrEnum):
    """How far a document is; the words stand in the list and its filter."""

    BELUM = "Belum dibuat"
    TANGAN = "Isi tangan"
    DIBUAT = "Dibuat"
    DICETAK = "Dicetak"
    DITANDATANGANI = "Ditandatangani"
    DITARIK = "Ditarik"


class Wajib(Value):
    """One document this election must have; `kosong` tells that a blank one can be printed."""

    kode: str
    nama: str
    cara: Cara
    unit: int | None = None
    kosong: bool = False


@dataclass(frozen=True, slots=True)
class Keadaan:
    """What is stored: documents, which of them no longer hold, printings, the seals of the lists.

    `siap` names by form and unit the lists that can be drawn now.
    """

    dokumen: tuple[Dokumen, ...] = ()
    basi: Mapping[int, str] = field(default_factory=dict)
    cetak: tuple[Tercetak, ...] = ()
    segel: str = ""
    segel_dps: str = ""
    siap: frozenset[tuple[str, int | None]] = frozenset()


class BarisDaftar(Value):
    """One line of the list; `lembar` counts the copies printed."""

    wajib: Wajib
    status: StatusLembar
    keterangan: str = ""
    lembar: int = 0
    dokumen: Dokumen | None = None

    @property
    def tempat(self) -> str:
        """Say whose document it is."""
        return f"TPS {self.wajib.unit}" if self.wajib.unit else "Desa"


class JenisKeberatan(StrEnum):
    """What an objection is about."""

    PROSES = "proses"
    HASIL = "hasil"


class Kelengkapan(StrEnum):
    """Whether an enclosure is there; the words are people's answers."""

    KURANG = "belum"
    ADA = "ada"
    TIDAK_PERLU = "tidak perlu"


class ButirLampiran(Value):
    """One enclosure of the report to the BPD; `ditanya` tells that only people know of it."""

    nama: str
    kelengkapan: Kelengkapan
    ditanya: bool
    keterangan: str = ""


class Keberatan(Value):
    """One objection as it was received; `batas` is the last day for deciding it."""

    nomor: int
    diterima: datetime
    pemohon: Nama
    jenis: JenisKeberatan
    pokok: Teks
    bukti: Teks = ""
    batas: date
    putusan: Teks = ""
    diputus: date | None = None


class KeberatanBaru(Value):
    """What the one who receives an objection types."""

    diterima: datetime
    pemohon: Nama
    jenis: JenisKeberatan
    pokok: Annotated[Teks, Field(min_length=1)]
    bukti: Teks = ""


class IsianSurat(Value):
    """One box of a letter: what was typed last or is suggested; with choices or as a figure."""

    nama: str
    label: str
    nilai: str = ""
    petunjuk: str = ""
    pilihan: tuple[str, ...] = ()
    angka: bool = False

"""What the search for doubles takes, finds and keeps."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pilkades_desk.core.findings import Finding
from pilkades_desk.pemilih.values import PemilihTersamar

Rentang = tuple[int, int]
"""A stretch of a text: first place and the place after its last."""


class Beda(StrEnum):
    """How two near names differ; the words stand in the reasons."""

    SAMA = "sama"
    GELAR = "beda gelar"
    EJAAN = "beda ejaan"
    URUTAN = "terbalik"
    BAGIAN = "kurang sebagian"
    KETIK = "beda satu huruf"


@dataclass(frozen=True, slots=True)
class Kemiripan:
    """Two near names: how they differ, the keys of the parts both have, and the slipped part.

    `selip` holds its keys, `tulis` its letters; `kurang` counts the telling parts one name lacks.
    """

    beda: Beda
    cocok: tuple[str, ...]
    selip: tuple[str, str] = ("", "")
    tulis: tuple[str, str] = ("", "")
    kurang: int = 0


@dataclass(frozen=True, slots=True)
class Catatan:
    """What of one voter is compared; `id` is the voter's number."""

    id: int
    nik: str
    kk: str
    nama: str
    tempat_lahir: str
    tanggal_lahir: date
    kelamin: str


@dataclass(frozen=True, slots=True)
class Dugaan:
    """Two voters who may be one person, and why; `satu` came into the list first."""

    satu: int
    dua: int
    temuan: tuple[Finding, ...]


BARIS = -1
"""Kept of one person is what the row of the repair list says; the voter is corrected to it."""


class Putusan(StrEnum):
    """What a person decided about a pair."""

    SAMA = "orang yang sama"
    BERBEDA = "orang berbeda"


@dataclass(frozen=True, slots=True)
class Rujukan:
    """Names a pair: a voter, and another voter or a row of the repair list, the other one 0."""

    pemilih: int
    lain: int = 0
    perbaikan: int = 0


@dataclass(frozen=True, slots=True)
class Sisi:
    """One record of a pair as shown: masked, where it stood, and where its name differs."""

    pemilih: PemilihTersamar
    tempat_lahir: str
    letak: str
    beda: tuple[Rentang, ...]


@dataclass(frozen=True, slots=True)
class Pasangan:
    """Two records to be decided on, and why they came up.

    `nik_sama` and `kk_sama` compare the whole numbers, which masked ones cannot.
    """

    rujukan: Rujukan
    kiri: Sisi
    kanan: Sisi
    temuan: tuple[Finding, ...]
    nik_sama: bool
    kk_sama: bool

    @property
    def hanya_kiri(self) -> bool:
        """Tell whether only the left one is a voter; the right one is a row that waits."""
        return bool(self.rujukan.perbaikan)

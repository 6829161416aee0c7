"""What the search for doubles takes, finds and keeps."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pilkades_desk.core.findings import Finding

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
    kk: str
    nama: str
    tempat_lahir: str
    tanggal_lahir: date
    kelamin: str


@dataclass(frozen=True, slots=True)
class Kandidat:
    """Two voters who may be one person, and why; `satu` came into the list first."""

    satu: int
    dua: int
    temuan: tuple[Finding, ...]

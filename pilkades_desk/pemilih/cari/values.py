"""What somebody looks for in the list, and how many there are by area."""

from collections.abc import Mapping
from dataclasses import dataclass

from pilkades_desk.pemilih.values import JenisKelamin, Saring


@dataclass(frozen=True, slots=True)
class Cari:
    """Who is looked for: the words typed, an area, and whatever else narrows the list.

    None and the empty text narrow nothing; `rt`, `rw` 0 and `dusun`, `tps` "" mean not known.
    """

    teks: str = ""
    dusun: str | None = None
    rw: int | None = None
    rt: int | None = None
    tps: str | None = None
    kelamin: JenisKelamin | None = None
    status: Saring = Saring.SEMUA
    kode: str = ""


@dataclass(frozen=True, slots=True)
class Urutan:
    """Everybody of the list by name, kept in memory until the list changes (`tanda`).

    `nama` is in capitals, `tempat` gives by voter the place in the order, `tercoret` who is struck.
    """

    tanda: tuple[int, int]
    ids: tuple[int, ...]
    nama: tuple[str, ...]
    tempat: Mapping[int, int]
    tercoret: frozenset[int]


@dataclass(frozen=True, slots=True)
class JumlahWilayah:
    """How many men and women an area has among those found."""

    dusun: str
    rw: int
    rt: int
    laki: int
    perempuan: int

    @property
    def jumlah(self) -> int:
        """Count both."""
        return self.laki + self.perempuan

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

    @property
    def tersaring(self) -> int:
        """Count what narrows the list besides the words typed."""
        areas = (self.dusun, self.rw, self.rt, self.tps, self.kelamin)
        chosen = sum(one is not None for one in areas)
        return chosen + (self.status is not Saring.SEMUA) + bool(self.kode)


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


@dataclass(frozen=True, slots=True)
class Wilayah:
    """A dusun, one of its RW or one of its RT with those found there; None where it is larger.

    `bagian` has the RW of a dusun and the RT of an RW.
    """

    dusun: str
    rw: int | None
    rt: int | None
    laki: int
    perempuan: int
    bagian: tuple["Wilayah", ...] = ()

    @property
    def jumlah(self) -> int:
        """Count both."""
        return self.laki + self.perempuan


@dataclass(frozen=True, slots=True)
class PilihanSaring:
    """What the list can be narrowed to: what stands in it now, codes with how many have them."""

    dusun: tuple[str, ...]
    rw: tuple[int, ...]
    rt: tuple[int, ...]
    tps: tuple[str, ...]
    kode: tuple[tuple[str, int], ...]

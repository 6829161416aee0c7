"""The DPT shared out: counting units, the areas they cover, the ballots they get.

A counting unit is what is counted apart (a TPS, a box, a tube); it need not be a place of its own.
"""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Protocol

from pydantic import Field as Bounds

from pilkades_desk.core.value import Value

Jumlah = Annotated[int, Bounds(ge=0)]


class ModelUnit(StrEnum):
    """How the village votes, as the profile says (`tps.model`); recorded, the split is the same."""

    BANYAK_TPS = "A"
    SATU_TPS_BANYAK_KOTAK = "B"
    SATU_LAPANGAN_BANYAK_MEJA = "C"
    SATU_TEMPAT_DIHITUNG_TERPISAH = "D"


class Pembulatan(StrEnum):
    """How reserve ballots are rounded up: unit by unit, or once for the village."""

    KE_ATAS_PER_TPS = "ke_atas_per_tps"
    KE_ATAS_PER_DESA = "ke_atas_per_desa"


class Cadangan(Value):
    """The reserve of ballots the profile asks for."""

    persen: Annotated[Decimal, Bounds(ge=0, le=100)]
    pembulatan: Pembulatan


class Terdaftar(Protocol):
    """What the share-out looks at in a voter of the DPT; nothing else about them matters here."""

    @property
    def no_urut(self) -> int: ...  # noqa: D102 -- the DPT's own words
    @property
    def kk(self) -> str: ...  # noqa: D102
    @property
    def kelamin(self) -> str: ...  # noqa: D102
    @property
    def dusun(self) -> str: ...  # noqa: D102
    @property
    def rt(self) -> int: ...  # noqa: D102
    @property
    def rw(self) -> int: ...  # noqa: D102


class Pembagian(Value):
    """Which voters one unit gets: nothing of names, places or ballots yet."""

    nomor: Annotated[int, Bounds(ge=1)]
    wilayah: tuple[str, ...]
    """The areas covered, such as "RT 001/RW 002", in order."""
    no_urut: tuple[int, ...]
    """DPT numbers, rising; the place in this tuple, from 1, is the number within the unit."""


class UnitHitung(Value):
    """One counting unit of the plan in force."""

    nomor: Annotated[int, Bounds(ge=1)]
    nama: str
    lokasi: str = ""
    wilayah: tuple[str, ...]
    dpt_l: Jumlah
    dpt_p: Jumlah
    surat_suara: Jumlah
    """Ballots to order: DPT and reserve."""

    @property
    def dpt(self) -> int:
        """Count the voters of this unit."""
        return self.dpt_l + self.dpt_p


class BatasUnit(Value):
    """The figures of the regulation profile that a split is judged by."""

    maks_pemilih: int | None
    """Voters a unit may have, or None where the regency sets no limit."""
    unit_kecil: int
    """Below this many voters a count can reveal how single people voted."""


class Rencana(Value):
    """One version of the plan; the newest is in force, and once locked it stays in force."""

    versi: Annotated[int, Bounds(ge=1)]
    model: ModelUnit
    segel: str
    """The seal of the DPT that was shared out."""
    dibuat: str
    """UTC."""
    terkunci: bool = False


class LembarUndangan(Value):
    """A unit's invitations as printed: the frozen content and its digest, made in UTC."""

    nomor: Annotated[int, Bounds(ge=1)]
    isi: bytes
    sidik: str
    dibuat: str


class Daftar(StrEnum):
    """A list that can be printed; the words stand in the choice."""

    DPT = "DPT TPS (NIK disamarkan)"
    PENGUMUMAN = "DPT TPS untuk diumumkan"
    HADIR = "Daftar hadir"
    UNDANGAN = "Undangan"
    REKAP_DPT = "Rekap DPT semua TPS"
    REKAP_UNDANGAN = "Rekap undangan semua TPS"

    @property
    def per_unit(self) -> bool:
        """Tell whether each unit has one of its own."""
        return self not in {Daftar.REKAP_DPT, Daftar.REKAP_UNDANGAN}


class StatusTps(Value):
    """How far the share-out is: the plan in force with its units, or none and how many to try."""

    rencana: Rencana | None
    units: tuple[UnitHitung, ...]
    pemilih: Jumlah
    """Voters of the locked DPT."""
    usul: Annotated[int, Bounds(ge=1)]
    """The fewest units that keep to the regency's limit."""

    @property
    def terkunci(self) -> bool:
        """Tell whether nobody moves to another unit any more."""
        return self.rencana is not None and self.rencana.terkunci

"""A calendar as data: stages on two tracks that meet at the ballot order, days off, dates found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from pilkades_desk.core.value import Value

PUNGUT = "pemungutan_suara"
"""The code of voting day; without a date of its own it falls on the day of the election."""


class Jalur(StrEnum):
    """The track a stage runs on; `bersama` is before both part and after both have met."""

    DAFTAR_PEMILIH = "daftar_pemilih"
    PENCALONAN = "pencalonan"
    BERSAMA = "bersama"


class SatuanHari(StrEnum):
    """What a length is counted in."""

    KERJA = "hari_kerja"
    KALENDER = "hari_kalender"

    @property
    def sebutan(self) -> str:
        """Say it in words."""
        return self.value.replace("_", " ")


class CutiBersama(StrEnum):
    """Whether joint leave counts as a working day (profile key `hari.cuti_bersama`)."""

    HARI_KERJA = "hari_kerja"
    LIBUR = "libur"


class JenisHari(StrEnum):
    """What the committee says of a day of its own; the last word on a day counts."""

    LIBUR = "libur"
    HARI_KERJA = "hari kerja"
    DICABUT = "dicabut"


class Tanda(StrEnum):
    """By what the program itself sees that a stage is done; each belongs to a step."""

    DPS = "dps"
    DPT = "dpt"
    UNDIAN = "undian"
    TPS = "tps"
    HITUNG = "hitung"
    BERITA_ACARA = "berita_acara"
    PAKET = "paket"
    TANDA_TERIMA = "tanda_terima"


class HariLibur(Value):
    """One day off with its name; `perkiraan` while no decree has fixed it."""

    tanggal: date
    nama: str
    cuti_bersama: bool = False
    perkiraan: bool = False


class HariPanitia(Value):
    """What the committee says of one day, with its reason and the decree it rests on."""

    tanggal: date
    jenis: JenisHari
    alasan: Annotated[str, StringConstraints(min_length=5, max_length=200, strip_whitespace=True)]
    dasar: Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)] = ""


Kode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]


class Tahap(Value):
    """One stage: dates as a decree writes them, a rule they follow from, or both.

    The rule: `geser` ≥ 0 begins so many days after the last day of stage `acuan` (0 = on that day),
    `geser` < 0 ends so many days before its first day; the stage then takes `lama` days. Both are
    counted in `satuan`. `kunci` names the profile's value that gives the length when `lama` is
    empty. `sesudah` names stages that must be over first.
    """

    kode: Kode
    jalur: Jalur
    kegiatan: Annotated[str, StringConstraints(min_length=3, max_length=300)]
    satuan: SatuanHari
    mulai: date | None = None
    selesai: date | None = None
    lama: Annotated[int, Field(ge=1, le=400)] | None = None
    acuan: str = ""
    geser: Annotated[int, Field(ge=-400, le=400)] = 1
    kunci: str = ""
    sesudah: tuple[str, ...] = ()
    tanda: Tanda | None = None
    dasar_hukum: str = ""

    @model_validator(mode="after")
    def _has_a_place(self) -> Self:
        if self.mulai is None and not self.acuan and self.kode != PUNGUT:
            raise ValueError("neither a date nor a stage to count from")
        if self.selesai and (self.mulai is None or self.selesai < self.mulai):
            raise ValueError("ends before it begins")
        return self


class Kalender(Value):
    """All stages under one name; every stage another names is there, and none waits for itself."""

    nama: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    tahap: Annotated[tuple[Tahap, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        if faults := broken_links(self.tahap):
            raise ValueError(f"{faults[0].kode}: {faults[0].apa}")
        return self


@dataclass(frozen=True, slots=True)
class Putus:
    """A stage that names what is not there: which stage, in which column, what is wrong."""

    kode: str
    kolom: str
    apa: str


@dataclass(frozen=True, slots=True)
class Dilewati:
    """A day that was not counted, and why."""

    tanggal: date
    sebab: str


@dataclass(frozen=True, slots=True)
class Jadwal:
    """A stage with the dates that count and how they came about.

    `hitung_mulai` and `hitung_selesai` are what the rule gives, None without a rule. `dilewati`
    are the days not counted; `asumsi` when one of those is only an estimate.
    """

    tahap: Tahap
    mulai: date
    selesai: date
    aturan: str
    hitung_mulai: date | None = None
    hitung_selesai: date | None = None
    dilewati: tuple[Dilewati, ...] = ()
    asumsi: bool = False


class KeadaanTahap(StrEnum):
    """What a stage is today; the words stand in the lists."""

    SELESAI = "selesai"
    LEWAT = "lewat"
    SEKARANG = "sekarang"
    NANTI = "nanti"


@dataclass(frozen=True, slots=True)
class BarisTahap:
    """One line of a track: the stage with its dates, and what it is today."""

    jadwal: Jadwal
    keadaan: KeadaanTahap
    ditandai: bool = False
    """Whether it is done because somebody marked it."""


@dataclass(frozen=True, slots=True)
class Tenggat:
    """What the first page needs of a stage."""

    kode: str
    kegiatan: str
    mulai: date
    selesai: date
    tanda: Tanda | None
    ditandai: bool = False


@dataclass(frozen=True, slots=True)
class Pekerjaan:
    """What the calendar asks for today: stages overdue, running now, and to come, each in order."""

    lewat: tuple[Tenggat, ...]
    sekarang: tuple[Tenggat, ...]
    berikut: tuple[Tenggat, ...]


@dataclass(frozen=True, slots=True)
class Hari:
    """Everything deadlines are counted with: days off by date, years without joint leave yet."""

    libur: Mapping[date, HariLibur]
    belum_diumumkan: tuple[int, ...] = ()


def broken_links(tahap: Sequence[Tahap]) -> tuple[Putus, ...]:
    """Find codes used twice, stages named that are not there, and stages waiting for themselves."""
    found = []
    seen: set[str] = set()
    known = {one.kode for one in tahap}
    for one in tahap:
        if one.kode in seen:
            found.append(Putus(one.kode, "kode", f"'{one.kode}' dipakai dua kali"))
        seen.add(one.kode)
        if one.acuan and one.acuan not in known:
            found.append(Putus(one.kode, "acuan", f"tahap '{one.acuan}' tidak ada"))
        found += [
            Putus(one.kode, "sesudah", f"tahap '{each}' tidak ada")
            for each in one.sesudah
            if each not in known
        ]
    return tuple(found) or _circles(tahap)


def _circles(tahap: Sequence[Tahap]) -> tuple[Putus, ...]:
    bases = {one.kode: one.acuan for one in tahap if one.mulai is None}
    found = []
    for kode, base in bases.items():
        met, at = {kode}, base
        while at in bases and at not in met:
            met.add(at)
            at = bases[at]
        if at == kode:
            found.append(Putus(kode, "acuan", f"'{kode}' dihitung dari dirinya sendiri"))
    return tuple(found)

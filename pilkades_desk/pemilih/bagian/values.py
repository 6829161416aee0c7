"""A part of the list for another laptop, the changes that come back, and both sides compared.

Both contents are canonical JSON (core/canonical.py); docs/bagian.md says them in prose. What comes
back holds changes only, never whole rows of people who were handed out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal, Self, TypeVar

from pydantic import AwareDatetime, StringConstraints, model_validator
from pydantic import Field as Bounds

from pilkades_desk.core.findings import Finding
from pilkades_desk.core.identity import Nama
from pilkades_desk.core.value import Value
from pilkades_desk.pemilih.values import (
    AlasanCoret,
    Asal,
    Long,
    PemilihBaru,
    Short,
    SyaratPemilih,
)

Segel = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
IdPemilihan = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
Alasan = Annotated[str, StringConstraints(min_length=3, max_length=200, strip_whitespace=True)]
Nomor = Annotated[int, Bounds(ge=1)]
Key = TypeVar("Key", int, str)
_RtRw = Annotated[int, Bounds(ge=0, le=999)]


class Bidang(StrEnum):
    """What of a voter may differ between two laptops, by the name it has in both contents."""

    NIK = "nik"
    KK = "kk"
    NAMA = "nama"
    TEMPAT_LAHIR = "tempat_lahir"
    TANGGAL_LAHIR = "tanggal_lahir"
    KELAMIN = "kelamin"
    KAWIN = "kawin"
    ALAMAT = "alamat"
    DUSUN = "dusun"
    RT = "rt"
    RW = "rw"
    DISABILITAS = "disabilitas"
    KETERANGAN = "keterangan"
    TPS = "tps"
    CORET = "coret"


class Pihak(StrEnum):
    """Whose word counts in a conflict: this laptop's or the one that comes back."""

    KITA = "kita"
    MEREKA = "mereka"


class Tahap(StrEnum):
    """How far the list was when a part left it."""

    SEBELUM_DPS = "sebelum-dps"
    DPS = "dps"


class Cakupan(Value):
    """An area: a dusun, an RW, an RT of it; None does not narrow, "" and 0 mean not known."""

    dusun: Short | None = None
    rw: _RtRw | None = None
    rt: _RtRw | None = None

    @model_validator(mode="after")
    def _is_somewhere(self) -> Self:
        if self.dusun is None and self.rw is None and self.rt is None:
            raise ValueError("an area names a dusun, an RW or an RT")
        return self

    @property
    def sebutan(self) -> str:
        """Write "Krajan, RW 001, RT 002"."""
        parts = (
            None if self.dusun is None else self.dusun or "tanpa dusun",
            None if self.rw is None else f"RW {self.rw:03d}",
            None if self.rt is None else f"RT {self.rt:03d}",
        )
        return ", ".join(part for part in parts if part)


class BarisBagian(Value):
    """One voter as handed out; `id` is the number in the file the part left, `coret` why struck."""

    id: Nomor
    asal: Asal
    coret: Literal[""] | AlasanCoret
    tps: Short
    isi: PemilihBaru

    @model_validator(mode="after")
    def _stands_or_is_struck(self) -> Self:
        if self.coret is AlasanCoret.BATAL_DICORET:
            raise ValueError("a strike taken back is no strike")
        return self


class Bagian(Value):
    """A part as it leaves: whose, what, until when, and every row as it is.

    `dasar` is the seal of the rows; `syarat` what the other laptop judges rows by.
    """

    format: Literal["pilkades-bagian"] = "pilkades-bagian"
    v: Literal[1] = 1
    pemilihan: IdPemilihan
    desa: Nama
    syarat: SyaratPemilih
    nomor: Nomor
    tahap: Tahap
    dasar: Segel
    cakupan: Annotated[tuple[Cakupan, ...], Bounds(min_length=1)]
    dibawa_oleh: Nama
    dikeluarkan: AwareDatetime
    sampai: date
    baris: Annotated[tuple[BarisBagian, ...], Bounds(min_length=1)]

    @model_validator(mode="after")
    def _names_everybody_once(self) -> Self:
        _demand_rising([baris.id for baris in self.baris])
        _demand_different([baris.isi.nik for baris in self.baris])
        return self


class Koreksi(Value):
    """One field as it should read, why, and by what proof; of `coret` "" takes a strike back."""

    bidang: Bidang
    nilai: Long
    alasan: Alasan
    bukti: Long


class Ubahan(Value):
    """What was changed of one voter who was handed out."""

    id: Nomor
    koreksi: Annotated[tuple[Koreksi, ...], Bounds(min_length=1)]

    @model_validator(mode="after")
    def _names_a_field_once(self) -> Self:
        _demand_rising([one.bidang.value for one in self.koreksi])
        return self


class OrangBaru(Value):
    """Somebody the other laptop added, why, and by what proof."""

    isi: PemilihBaru
    tps: Short
    alasan: Alasan
    bukti: Long


class BagianKembali(Value):
    """What comes back: changes to the part sealed `bagian`, whose rows were sealed `dasar`."""

    format: Literal["pilkades-bagian-kembali"] = "pilkades-bagian-kembali"
    v: Literal[1] = 1
    pemilihan: IdPemilihan
    nomor: Nomor
    bagian: Segel
    dasar: Segel
    oleh: Nama
    kapan: AwareDatetime
    ubahan: tuple[Ubahan, ...]
    baru: tuple[OrangBaru, ...]

    @model_validator(mode="after")
    def _names_everybody_once(self) -> Self:
        _demand_rising([ubahan.id for ubahan in self.ubahan])
        _demand_rising([orang.isi.nik for orang in self.baru])
        return self


@dataclass(frozen=True, slots=True)
class Dasar:
    """Why a field was changed on the other laptop, and by what proof."""

    alasan: str
    bukti: str


@dataclass(frozen=True, slots=True)
class Keluaran:
    """What is asked before a part leaves: where, who takes it, until which day."""

    cakupan: tuple[Cakupan, ...]
    dibawa_oleh: str
    sampai: date


@dataclass(frozen=True, slots=True)
class BagianKeluar:
    """A part that is out: what the list of parts shows, and what a new one is checked by."""

    nomor: int
    cakupan: tuple[Cakupan, ...]
    dibawa_oleh: str
    dikeluarkan: datetime
    sampai: date
    jumlah: int
    temuan: tuple[Finding, ...] = ()

    def noted(self, temuan: tuple[Finding, ...]) -> "BagianKeluar":
        """Give it with what was found about it."""
        return replace(self, temuan=temuan)


@dataclass(frozen=True, slots=True)
class Persiapan:
    """What would leave: how many voters, and what stands against it."""

    jumlah: int
    temuan: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Akhir:
    """How a part ended: merged from the return with this seal, or ("") withdrawn, and why."""

    segel: str
    alasan: str

    @property
    def cara(self) -> str:
        """Say it in a word."""
        return "kembali" if self.segel else "ditarik"


@dataclass(frozen=True, slots=True)
class Kunci:
    """Names one thing to take or to decide.

    `id` is the voter it is about, 0 for somebody new; `baru` the place of a new person in the
    return, from 1; `bidang` None for a new person as a whole.
    """

    id: int
    bidang: Bidang | None = None
    baru: int = 0


@dataclass(frozen=True, slots=True)
class Butir:
    """One difference: what the part said, what this laptop says, what comes back.

    `dasar` and `kita` are None where there is nothing: for somebody new, or in a new person's NIK
    that is here already. A conflict waits for a person; anything else is taken unless declined.
    """

    kunci: Kunci
    nama: str
    dasar: str | None
    kita: str | None
    mereka: str
    sebab: Dasar
    bentrok: bool


@dataclass(frozen=True, slots=True)
class Keputusan:
    """What a person decided about one thing, and why."""

    kunci: Kunci
    pihak: Pihak
    alasan: str


@dataclass(frozen=True, slots=True)
class Rencana:
    """What a merge will do: corrections by voter, and who comes in new."""

    koreksi: Mapping[int, tuple[Koreksi, ...]]
    baru: tuple[OrangBaru, ...]

    @property
    def kosong(self) -> bool:
        """Tell whether nothing changes."""
        return not (self.koreksi or self.baru)


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """A return beside the list as it is: what differs; `berulang` when it was merged before."""

    nomor: int
    oleh: str
    butir: tuple[Butir, ...]
    sidik: str
    """Tells whether the list changed between showing and merging."""
    temuan: tuple[Finding, ...] = ()
    berulang: bool = False


@dataclass(frozen=True, slots=True)
class HasilGabung:
    """What one merge did; `berulang` when the same return was merged before."""

    nomor: int
    diubah: int = 0
    baru: int = 0
    temuan: tuple[Finding, ...] = ()
    berulang: bool = False


def _demand_rising(keys: Sequence[Key]) -> None:
    if list(keys) != sorted(set(keys)):
        raise ValueError("not in order, or named twice")


def _demand_different(keys: Sequence[str]) -> None:
    if len(set(keys)) != len(keys):
        raise ValueError("named twice")

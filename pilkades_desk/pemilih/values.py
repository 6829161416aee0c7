"""The voter and the lists: what one is before, inside and after the DPT."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints
from sqlmodel import Field, SQLModel

from pilkades_desk.core.findings import Finding
from pilkades_desk.core.identity import KodeDesa, Nama, Nik, NomorKk
from pilkades_desk.core.value import Value
from pilkades_desk.panitia.values import TujuanAkses

Short = Annotated[str, StringConstraints(max_length=100, strip_whitespace=True)]
Long = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]
DITARIK = "ditarik"
"""What `coret` says of somebody whose import was withdrawn: no longer of this list at all."""


class JenisKelamin(StrEnum):
    """Jenis kelamin."""

    L = "L"
    P = "P"


class StatusKawin(StrEnum):
    """Status perkawinan: belum, sudah, pernah."""

    B = "B"
    S = "S"
    P = "P"


class Asal(StrEnum):
    """Which list a voter came in by."""

    DPS = "dps"
    TAMBAHAN = "tambahan"


class Saring(StrEnum):
    """Which voters a list shows; the words stand in the filter."""

    SEMUA = "Semua"
    TERDAFTAR = "Terdaftar"
    BERPERINGATAN = "Ada peringatan"
    TAMBAHAN = "Pemilih tambahan"
    DICORET = "Dicoret"


class AlasanCoret(StrEnum):
    """Why a voter is struck off (tidak memenuhi syarat), or taken back."""

    MENINGGAL = "meninggal"
    PINDAH = "pindah"
    BELUM_CUKUP_UMUR = "belum cukup umur"
    TNI_POLRI = "TNI/Polri"
    HAK_PILIH_DICABUT = "hak pilih dicabut"
    GANDA = "ganda"
    BUKAN_PENDUDUK = "bukan penduduk"
    TERGANGGU_INGATAN = "terganggu ingatan"
    BATAL_DICORET = "batal dicoret"


class Isian(StrEnum):
    """The fields a voter row may bring; the names the source profiles map their columns to."""

    NIK = "nik"
    KK = "kk"
    NAMA = "nama"
    TEMPAT_LAHIR = "tempat lahir"
    TANGGAL_LAHIR = "tanggal lahir"
    KELAMIN = "jenis kelamin"
    KAWIN = "status perkawinan"
    ALAMAT = "alamat"
    DUSUN = "dusun"
    RT = "rt"
    RW = "rw"
    DISABILITAS = "disabilitas"
    KETERANGAN = "keterangan"
    SUMBER = "sumber"
    TPS = "tps"


class PemilihFields(SQLModel):
    """What is known of a voter; rt and rw 0: not known; disabilitas 0 none, 1-6 by KPU code."""

    model_config = {"defer_build": True}

    nik: Nik
    kk: NomorKk
    nama: Nama
    tempat_lahir: Short
    tanggal_lahir: date
    kelamin: JenisKelamin
    kawin: StatusKawin
    alamat: Long
    dusun: Short
    rt: int = Field(ge=0, le=999)
    rw: int = Field(ge=0, le=999)
    disabilitas: int = Field(ge=0, le=6)
    keterangan: Long


class PemilihBaru(PemilihFields):
    """A voter read from a row and not yet stored."""

    model_config = {"frozen": True, "extra": "forbid"}


class Pemilih(PemilihFields):
    """A voter of this village; `coret` says why not, empty when the voter stands."""

    model_config = {"frozen": True, "extra": "forbid"}

    id: int
    asal: Asal
    coret: str = ""
    tps: str = ""
    """As the sheet or a person said; the share-out of step 4 does not go by it."""


class PemilihDpt(PemilihFields):
    """One line of the DPT, copied when it was locked; `id` is the voter's number in this file."""

    model_config = {"frozen": True, "extra": "forbid"}

    no_urut: int = Field(ge=1)
    id: int


@dataclass(frozen=True, slots=True)
class Tambahan:
    """One who was added to the DPS, and what brought them in."""

    baris: PemilihDpt
    sumber: str


@dataclass(frozen=True, slots=True)
class DataPribadi:
    """The whole numbers of one voter: never kept, shown for a moment."""

    nik: str
    kk: str


@dataclass(frozen=True, slots=True)
class PemilihTersamar:
    """A voter as shown: of `nik` and `kk` the six digits of the region.

    The birth date and the sex make it twelve digits, so `tanggal_lahir` is None and `alamat` empty
    for whoever may not see whole numbers.
    """

    id: int
    nik: str
    kk: str
    nama: str
    kelamin: JenisKelamin
    tahun_lahir: int
    tanggal_lahir: date | None
    alamat: str
    dusun: str
    rt: int
    rw: int
    asal: Asal
    coret: str
    tps: str = ""


@dataclass(frozen=True, slots=True)
class DptTersamar:
    """One line of the locked DPT for sharing it out; `kk` tells families apart, no more."""

    no_urut: int
    id: int
    nama: str
    kelamin: JenisKelamin
    kk: str
    dusun: str
    rt: int
    rw: int


class Penyerahan(Value):
    """Who is given the official book, and what for."""

    penerima: Nama
    tujuan: TujuanAkses


class SyaratPemilih(Value):
    """What the rules measure a voter by: voting day, lowest age and the village's region code."""

    tanggal: date
    usia_min: int
    kode_desa: KodeDesa


class JumlahPemilih(Value):
    """Voters who stand, men and women."""

    jumlah_l: int
    jumlah_p: int

    @property
    def jumlah(self) -> int:
        """Count all of them."""
        return self.jumlah_l + self.jumlah_p


class Dps(JumlahPemilih):
    """The provisional list (DPS) as set."""

    segel: str
    ditetapkan: datetime


class Dpt(JumlahPemilih):
    """The final list (DPT): DPT = DPS − dicoret + tambahan, sealed over its canonical rows.

    `segel` is what two people approve. A preview carries the moment it was made in `dikunci`.
    """

    jumlah_dps: int
    dicoret: int
    tambahan: int
    segel: str
    dikunci: datetime
    versi: int = 1
    dari_segel: str = ""
    """The seal of the version before, part of this one."""
    alasan: str = ""
    """Why the version before was opened."""


class SisaKerja(Value):
    """What is still to be done in step 2: rows to repair, among them undecided uses of a NIK."""

    perlu_diperbaiki: int = 0
    nik_ganda: int = 0
    di_laptop_lain: int = 0
    """Parts of the list that are out."""


@dataclass(frozen=True, slots=True)
class PratinjauDpt:
    """The DPT as it would be locked now, with what stands against it (E) or should be seen (W)."""

    dpt: Dpt
    temuan: tuple[Finding, ...]

    @property
    def galat(self) -> Finding | None:
        """Give the first error, or None when the DPT may be locked."""
        return next((finding for finding in self.temuan if finding.is_error), None)


class RingkasanPemilih(JumlahPemilih):
    """How far the voter list is, for the first page."""

    dicoret: int
    peringatan: int
    perlu_diperbaiki: int
    dps: Dps | None
    dpt: Dpt | None

    @property
    def kosong(self) -> bool:
        """Tell whether nobody was imported yet, not even to the repair list."""
        return not (self.jumlah + self.dicoret + self.perlu_diperbaiki)


@dataclass(frozen=True, slots=True)
class BarisPemilih:
    """One line of the working list: `no_urut` once the DPT is locked, how many warnings."""

    pemilih: PemilihTersamar
    no_urut: int | None
    peringatan: int


@dataclass(frozen=True, slots=True)
class BarisPerbaikan:
    """A row that was not taken: where it stood, every cell as written, and why.

    `isian` is what the rules read from it by field, the place where a person corrects it.
    """

    id: int
    berkas: str
    lembar: str
    baris: int
    kepala: tuple[str, ...]
    sel: tuple[str, ...]
    isian: Mapping[Isian, str]
    temuan: tuple[Finding, ...]

    @property
    def kode(self) -> tuple[str, ...]:
        """Give the codes of the reasons."""
        return tuple(finding.code for finding in self.temuan)


@dataclass(frozen=True, slots=True)
class HasilImpor:
    """What one import did; `sudah_ada` rows were in the list already with the same content."""

    batch: int
    diterima: int
    temuan: tuple[Finding, ...]
    perbaikan: tuple[BarisPerbaikan, ...]
    sudah_ada: int = 0
    berulang: bool = False

"""What an aspirant hands in, what the committee makes of it, and the drawn number."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field as Bounds
from pydantic import StringConstraints
from sqlmodel import SQLModel

from pilkades_desk.core.findings import Finding
from pilkades_desk.core.identity import Nama, Nik
from pilkades_desk.core.value import Value

Alamat = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]


class Pendidikan(StrEnum):
    """Highest schooling, lowest first; SMP stands for "SMP atau sederajat"."""

    SD = "SD"
    SMP = "SMP"
    SMA = "SMA"
    D1 = "D1"
    D2 = "D2"
    D3 = "D3"
    D4 = "D4"
    S1 = "S1"
    S2 = "S2"
    S3 = "S3"

    def reaches(self, least: "Pendidikan") -> bool:
        """Tell whether this schooling is at least the one asked for."""
        order = list(Pendidikan)
        return order.index(self) >= order.index(least)


class StatusCalon(StrEnum):
    """Where an aspirant stands: bakal calon, confirmed by the committee, or turned down."""

    BAKAL = "bakal"
    DITETAPKAN = "ditetapkan"
    DITOLAK = "ditolak"


class BerkasFields(SQLModel):
    """What an aspirant states about themself on paper."""

    model_config = {"defer_build": True}

    nik: Nik
    nama: Nama
    tempat_lahir: Nama
    tanggal_lahir: date
    pendidikan: Pendidikan
    pekerjaan: Nama
    alamat: Alamat
    masa_jabatan: Annotated[int, Bounds(ge=0, le=9)] = 0
    """How many terms this person has already been kepala desa, anywhere."""


class CalonBaru(BerkasFields):
    """One application; the photo is whatever file was chosen, or nothing yet."""

    model_config = {"frozen": True, "extra": "forbid"}

    untrusted_foto: bytes = b""


class Calon(Value):
    """A (bakal) calon as everybody may know them: without the NIK."""

    id: int
    nomor: int | None = None
    nama: str
    tempat_lahir: str
    tanggal_lahir: date
    pendidikan: Pendidikan
    pekerjaan: str
    alamat: str
    foto: str = ""
    """SHA-256 of the normalised JPEG; empty while there is none."""
    status: StatusCalon = StatusCalon.BAKAL


class BerkasCalon(Value):
    """What the rules look at: the stated facts beside the day of registration."""

    calon: Calon
    nik: Nik
    masa_jabatan: int
    terdaftar: date
    """The local day on which the application came in."""


@dataclass(frozen=True, slots=True)
class BarisCalon:
    """One applicant with what is found about them."""

    berkas: BerkasCalon
    temuan: tuple[Finding, ...]

    @property
    def calon(self) -> Calon:
        """Give what everybody may know."""
        return self.berkas.calon


@dataclass(frozen=True, slots=True)
class DaftarCalon:
    """Everybody who applied, drawn ones first by number; `temuan` is about the list as a whole."""

    baris: tuple[BarisCalon, ...]
    temuan: tuple[Finding, ...]

    @property
    def ditetapkan(self) -> tuple[Calon, ...]:
        """Give the confirmed candidates."""
        standing = (baris.calon for baris in self.baris)
        return tuple(calon for calon in standing if calon.status is StatusCalon.DITETAPKAN)

    @property
    def diundi(self) -> bool:
        """Tell whether the numbers are drawn; nothing changes after that."""
        return any(baris.calon.nomor for baris in self.baris)


class ModeTunggal(StrEnum):
    """What follows when one candidate is left after both extensions (`calon.tunggal.mode`)."""

    KOLOM_KOSONG = "kolom_kosong"
    """Voting takes place between the candidate's column and a blank one."""
    TIDAK_DIATUR = "tidak_diatur"
    """The profile knows no such voting; the kabupaten decides in writing."""


class SyaratCalon(Value):
    """The figures of the regulation profile that the candidacy rules need."""

    usia_min: int
    pendidikan_min: Pendidikan
    masa_jabatan_maks: int
    calon_min: int
    calon_maks: int
    tunggal: ModeTunggal
    tunggal_status: str
    """How sure the profile is of `tunggal`: terverifikasi or asumsi."""


class Undian(Value):
    """One drawn number."""

    nomor: Annotated[int, Bounds(ge=1)]
    calon_id: int

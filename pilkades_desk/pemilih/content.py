"""What the printed lists of the DPT say, frozen: F-06 with every voter, F-08 with every unit."""

from enum import StrEnum
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from pilkades_desk.core.identity import Nama
from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.values import Angka, IsiUmum, LakiPerempuan, Teks, count_kelamin


class Tujuan(StrEnum):
    """What a printed list is for, and with it how much of a person it shows."""

    KERJA = "kerja"
    """For the committee's table: NIK masked, no family card."""
    UMUM = "umum"
    """For the notice board: no NIK, no birth date, the age instead."""
    BUKU = "buku"
    """The official book, kept under lock: NIK and family card in full."""


class BarisDpt(NamedTuple):
    """One voter as printed; what the purpose does not show is empty."""

    no: int
    """In this list, from 1."""
    no_dpt: int
    kk: str
    nik: str
    nama: str
    tempat_lahir: str
    lahir: str
    """`03-02-1980`, or the age where the list is for everybody."""
    kelamin: str
    kawin: str
    alamat: str
    rt_rw: str
    disabilitas: str
    keterangan: str


class IsiF06(IsiUmum):
    """The DPT of one unit, or of the village where `unit` is None."""

    kode: Literal["F-06"] = "F-06"
    untuk: Tujuan
    unit: Annotated[int, Field(ge=1, le=999)] | None = None
    nama_unit: str = ""
    lokasi: Teks = ""
    cakupan: Teks = ""
    """The areas covered, in words."""
    jumlah: LakiPerempuan
    segel: str
    """The seal of the DPT."""
    baris: tuple[BarisDpt, ...]

    @model_validator(mode="after")
    def _add_up(self) -> Self:
        if self.jumlah != count_kelamin(baris.kelamin for baris in self.baris):
            raise ValueError("the totals are not those of the rows")
        return self


class BarisRekapDpt(Value):
    """One counting unit on F-08."""

    nomor: int
    nama: Nama
    lokasi: str
    wilayah: str
    dpt: LakiPerempuan
    disabilitas: Angka
    surat_suara: Angka


class IsiF08(IsiUmum):
    """The DPT by unit, with the ballots each of them gets."""

    kode: Literal["F-08"] = "F-08"
    segel: str
    rekap: Annotated[tuple[BarisRekapDpt, ...], Field(min_length=1)]

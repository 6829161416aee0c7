"""What the printed lists say, frozen: every voter of the DPS, the DPT and what lies between.

F-02 is the DPS, F-04b who was added to it, F-06 the DPT, F-08 the DPT by unit, R-06 the sheet
of a house-to-house check.
"""

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


class Bagi(StrEnum):
    """How a list is divided into sheets."""

    DESA = "satu desa"
    DUSUN = "per dusun"
    RT = "per RT"


class DokumenPemilih(StrEnum):
    """What step 2 prints, by the words of the choice, in the order of the work."""

    COKLIT = "R-06 Lembar coklit per RT"
    KEPUTUSAN_DPS = "F-01 Keputusan DPS"
    DPS = "F-02 DPS satu desa"
    DPS_DUSUN = "F-02 DPS per dusun"
    DPS_RT = "F-02 DPS per RT"
    UMUM_DPS = "F-11 Pengumuman DPS"
    KEPUTUSAN_TAMBAHAN = "F-04 Keputusan pemilih tambahan"
    TAMBAHAN = "F-04b Daftar pemilih tambahan"
    UMUM_TAMBAHAN = "F-11 Pengumuman pemilih tambahan"
    KEPUTUSAN_DPT = "F-05 Keputusan DPT"
    DPT = "F-06 DPT satu desa"
    UMUM_DPT = "F-11 Pengumuman DPT"
    CATATAN = "F-09 Catatan setelah DPT"

    @property
    def untuk(self) -> tuple[Tujuan, ...]:
        """Give what it may be printed for; one that names no voter is for everybody."""
        if self is DokumenPemilih.COKLIT:
            return (Tujuan.KERJA, Tujuan.BUKU)
        if self is DokumenPemilih.CATATAN:  # names and masked numbers
            return (Tujuan.KERJA,)
        lists = ("F-02", "F-04b", "F-06")
        return tuple(Tujuan) if self.value.startswith(lists) else (Tujuan.UMUM,)

    @staticmethod
    def siap(*, dps: bool, dpt: bool) -> "tuple[DokumenPemilih, ...]":
        """Give what can be printed by how far the list is."""
        every = tuple(DokumenPemilih)
        of_dpt = every.index(DokumenPemilih.KEPUTUSAN_DPT)
        return every[: len(every) if dpt else of_dpt if dps else 1]


class BarisDpt(NamedTuple):
    """One voter as printed; what the purpose does not show is empty.

    A number nobody has any more keeps its line: no name, no `kelamin`, counted for nobody.
    """

    no: int
    """In this list, from 1."""
    no_dpt: int
    """In the list of the village; on a sheet to be typed back the voter's number in the file."""
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


class IsiDaftar(IsiUmum):
    """A list of voters with its totals."""

    untuk: Tujuan
    cakupan: Teks = ""
    """The areas covered, in words."""
    jumlah: LakiPerempuan
    segel: str = ""
    """The seal of the list it shows, if it shows one that is set."""
    baris: tuple[BarisDpt, ...]

    @model_validator(mode="after")
    def _add_up(self) -> Self:
        if self.jumlah != count_kelamin(baris.kelamin for baris in self.baris if baris.kelamin):
            raise ValueError("the totals are not those of the rows")
        return self


class IsiF06(IsiDaftar):
    """The DPT of one unit, or of the village where `unit` is None."""

    kode: Literal["F-06"] = "F-06"
    unit: Annotated[int, Field(ge=1, le=999)] | None = None
    nama_unit: str = ""
    lokasi: Teks = ""


class IsiF02(IsiDaftar):
    """The DPS of one area, or of the village where `cakupan` is empty."""

    kode: Literal["F-02"] = "F-02"


class IsiF04b(IsiDaftar):
    """Who was added to the DPS, with the reason or the source."""

    kode: Literal["F-04b"] = "F-04b"


class IsiR06(IsiDaftar):
    """The working list of one RT, with room to write what was found at the house."""

    kode: Literal["R-06"] = "R-06"


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

"""What the printed lists of a unit say, frozen: attendance F-10, invitations F-18, recap F-18b."""

from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, StringConstraints, model_validator

from pilkades_desk.panitia.naskah.values import Angka, IsiUmum, LakiPerempuan, Teks, count_kelamin

KODE_UNDANGAN = r"^[A-Z2-7]{16}$"
"""80 random bits in base32, what the QR of an invitation holds after `PU1*`."""


class BarisHadir(NamedTuple):
    """One voter of the attendance list; the NIK is masked."""

    no: int
    no_dpt: int
    nama: str
    nik: str
    kelamin: str
    umur: int
    alamat: str
    rt_rw: str
    keterangan: str


class BarisUndangan(NamedTuple):
    """One invitation; `kode` is printed as QR only."""

    no: int
    no_dpt: int
    nama: str
    alamat: str
    kode: Annotated[str, StringConstraints(pattern=KODE_UNDANGAN)]


class BarisRekapUndangan(NamedTuple):
    """One unit of the recap: how many were printed; the rest is filled in by hand."""

    nama: str
    dicetak: Angka


class IsiDaftarUnit(IsiUmum):
    """What the lists of one unit have."""

    unit: Annotated[int, Field(ge=1, le=999)]
    nama_unit: str
    lokasi: Teks = ""


class IsiF10(IsiDaftarUnit):
    """The attendance list, with empty lines for voters who are not on it where that is allowed."""

    kode: Literal["F-10"] = "F-10"
    hari: Teks
    jumlah: LakiPerempuan
    baris: tuple[BarisHadir, ...]
    baris_tps_lain: Angka = 0
    """Empty lines of F-10b; 0 leaves it out."""
    baris_luar_dpt: Angka = 0
    """Empty lines of F-10c; 0 leaves it out."""

    @model_validator(mode="after")
    def _add_up(self) -> Self:
        if self.jumlah != count_kelamin(baris.kelamin for baris in self.baris):
            raise ValueError("the totals are not those of the rows")
        return self


class IsiF18(IsiDaftarUnit):
    """The invitations of one unit; what names a voter by chance is in no copy but the QR."""

    kode: Literal["F-18"] = "F-18"
    hari: Teks
    pukul: Teks
    baris: tuple[BarisUndangan, ...]


class IsiF18b(IsiUmum):
    """How many invitations were printed, and room for what became of them."""

    kode: Literal["F-18b"] = "F-18b"
    baris: Annotated[tuple[BarisRekapUndangan, ...], Field(min_length=1)]

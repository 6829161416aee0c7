"""What a form is made of: frozen blocks in the order of the paper, and the form as a whole."""

from typing import Annotated, Literal

from pydantic import Field

from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.values import IsiUmum, Penandatangan, Saksi, Teks

Sel = int | Teks
"""One cell: a figure that totals may add up, or a text; empty is left to write in by hand."""
Milimeter = Annotated[int, Field(ge=0, le=400)]


class Paragraf(Value):
    """Running text."""

    jenis: Literal["paragraf"] = "paragraf"
    teks: Teks
    kecil: bool = False


class Tengah(Value):
    """One centred line, such as what a decision is about."""

    jenis: Literal["tengah"] = "tengah"
    teks: Teks
    tebal: bool = False


class Klausa(Value):
    """A clause of a decision: `Menimbang : a. …`, its texts with their marks."""

    jenis: Literal["klausa"] = "klausa"
    nama: Teks
    butir: tuple[tuple[Teks, Teks], ...] = Field(min_length=1)


class Sobek(Value):
    """A dashed line to cut along: what is below goes to somebody else."""

    jenis: Literal["sobek"] = "sobek"
    teks: Teks = ""


class Rincian(Value):
    """`label : value` lines; dots where the value is empty."""

    jenis: Literal["rincian"] = "rincian"
    kepala: Teks = ""
    baris: tuple[tuple[Teks, Teks], ...]
    lebar: Milimeter = 52


class Kolom(Value):
    """One column; width 0 takes a share of what the others leave, `hitung` is added up."""

    judul: Teks
    lebar: Milimeter = 0
    rata: Literal["l", "c", "r"] = "l"
    kelompok: Teks = ""
    hitung: bool = False


class Tabel(Value):
    """Rows under columns; with a column that adds up, every page and the end have a total."""

    jenis: Literal["tabel"] = "tabel"
    kepala: Teks = ""
    kolom: tuple[Kolom, ...]
    baris: tuple[tuple[Sel, ...], ...]
    total: tuple[Sel, ...] = ()
    tinggi: Milimeter = 7


class Centang(Value):
    """Boxes to tick, or ticked, with their texts."""

    jenis: Literal["centang"] = "centang"
    kepala: Teks = ""
    baris: tuple[tuple[bool, Teks], ...]


class Kotak(Value):
    """A framed notice."""

    jenis: Literal["kotak"] = "kotak"
    kepala: Teks
    teks: tuple[Teks, ...]


class Garis(Value):
    """A question with its answer, or as many dotted lines to write on."""

    jenis: Literal["garis"] = "garis"
    kepala: Teks
    teks: Teks = ""
    banyak: Annotated[int, Field(ge=1, le=40)] = 3


class TandaTangan(Value):
    """Places to sign side by side, `di_atas` (place and date) over the last one."""

    jenis: Literal["tanda_tangan"] = "tanda_tangan"
    kepala: Teks = ""
    di_atas: Teks = ""
    pihak: tuple[Penandatangan, ...] = Field(min_length=1)


class BarisTandaTangan(Value):
    """Numbered rows to sign, one per person."""

    jenis: Literal["baris_tanda_tangan"] = "baris_tanda_tangan"
    kepala: Teks = ""
    orang: tuple[Penandatangan, ...] = Field(min_length=1)


class BarisSaksi(Value):
    """One row per witness: signature, or refusal with its reason."""

    jenis: Literal["baris_saksi"] = "baris_saksi"
    kepala: Teks = ""
    saksi: tuple[Saksi, ...] = Field(min_length=1)


class Berdampingan(Value):
    """Who signs on the left and the witnesses on the right, for a form of one page."""

    jenis: Literal["berdampingan"] = "berdampingan"
    kepala: Teks = ""
    orang: tuple[Penandatangan, ...] = Field(min_length=1)
    saksi: tuple[Saksi, ...] = Field(min_length=1)


class Halaman(Value):
    """What follows begins on a new page, turned if need be."""

    jenis: Literal["halaman"] = "halaman"
    lanskap: bool = False


class KartuPengenal(Value):
    """What one identity card says; empty prints dots."""

    nama: Teks = ""
    tugas: Teks = ""
    unit: Teks = ""


class Kartu(Value):
    """Identity cards to cut out, signed by the ketua."""

    jenis: Literal["kartu"] = "kartu"
    judul: tuple[Teks, ...]
    ketua: Penandatangan
    kartu: tuple[KartuPengenal, ...] = Field(min_length=1)


class Plano(Value):
    """A wall sheet of strokes in four tiles: (number, name) per column, `surat_suara` to reach."""

    jenis: Literal["plano"] = "plano"
    judul: tuple[Teks, ...]
    kolom: tuple[tuple[Teks, Teks], ...] = Field(min_length=2, max_length=7)
    surat_suara: Annotated[int, Field(ge=1, le=20_000)]
    penanda: tuple[Penandatangan, ...] = Field(min_length=1)


Blok = Annotated[
    Paragraf
    | Tengah
    | Klausa
    | Sobek
    | Rincian
    | Tabel
    | Centang
    | Kotak
    | Garis
    | TandaTangan
    | BarisTandaTangan
    | BarisSaksi
    | Berdampingan
    | Halaman
    | Kartu
    | Plano,
    Field(discriminator="jenis"),
]


class IsiFormulir(IsiUmum):
    """A form as a sequence of blocks; `tempat` (TPS 3) completes the title.

    `kertas` A3 is for wall sheets only. A form has signatures where its blocks place them.
    """

    tempat: Teks = ""
    berkop: bool = True
    bernomor: bool = True
    lanskap: bool = False
    blok: tuple[Blok, ...] = Field(min_length=1)
    penandatangan: tuple[Penandatangan, ...] = ()

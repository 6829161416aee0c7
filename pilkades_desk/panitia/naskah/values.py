"""The parts every document is composed of: place, people, wording; all frozen."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from pilkades_desk.core.clock import Zona
from pilkades_desk.core.identity import KodeDesa, Nama
from pilkades_desk.core.value import Value

COPY_FIELDS = frozenset({"salinan", "kertas", "tanda"})
"""Name the sheet in hand, not the matter: every copy of one document has the same data code."""

Teks = Annotated[str, StringConstraints(max_length=2000, strip_whitespace=True)]
Angka = Annotated[int, Field(ge=0, le=999_999)]
Jam = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3])\.[0-5][0-9]$|^$")]
"""`07.05`; empty where the paper has none."""
Kertas = Literal["A4", "F4", "A3"]
"""A3 is for the tiles of wall sheets."""
Dok = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{1,6}$")]


class Kop(Value):
    """The letterhead; `logo` is a JPEG or PNG in base64, empty for none."""

    baris: tuple[str, ...] = Field(min_length=1, max_length=4)
    sekretariat: str = ""
    logo: str = ""


class Wilayah(Value):
    """The village and what it lies in."""

    kode_desa: KodeDesa
    desa: Nama
    kecamatan: Nama
    kabupaten: Nama
    provinsi: Nama


class WaktuTempat(Value):
    """When and where the minutes were made."""

    tanggal: date
    tempat: Teks


class Penandatangan(Value):
    """One place to sign; an empty name prints dots."""

    nama: Annotated[str, StringConstraints(max_length=100, strip_whitespace=True)]
    jabatan: Nama
    cap: bool = False


class Saksi(Value):
    """One candidate's witness, `hadir` None where nobody typed whether one came.

    `menolak` is the reason of a refusal, empty when there was none.
    """

    nomor_calon: int | None
    nama: Annotated[str, StringConstraints(max_length=100, strip_whitespace=True)]
    hadir: bool | None = None
    menolak: Teks = ""


class LakiPerempuan(Value):
    """Three figures as they stand on paper; they may contradict each other."""

    laki: Angka
    perempuan: Angka
    jumlah: Angka


def count_kelamin(kelamin: Iterable[str]) -> LakiPerempuan:
    """Count rows by their "L" or "P"."""
    rows = list(kelamin)
    men = rows.count("L")
    return LakiPerempuan(laki=men, perempuan=len(rows) - men, jumlah=len(rows))


class Naskah(Value):
    """The wording of one form, read from `resources/forms/`; texts may name values in braces."""

    judul: tuple[str, ...]
    pembuka: str = ""
    butir: tuple[str, ...] = ()
    penutup: str = ""
    catatan: str = ""
    baris: tuple[tuple[str, str], ...] = ()

    def label(self, kode: str) -> str:
        """Give the text of one line of the form; a form without it is a bug."""
        return dict(self.baris)[kode]


class Dasar(Value):
    """What a form stands on before anything is filled in; `kosong` leaves date and place open.

    `sebutan` are the profile's names of the bodies, `hukum` its legal basis, `tahun` the year of
    the election, 0 where it is that of the meeting.
    """

    kosong: bool = False
    kertas: Kertas
    profil: Nama
    profil_hash: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    kepala_audit: str
    gladi: bool
    dibekukan: AwareDatetime
    zona: Zona
    wilayah: Wilayah
    kop: Kop
    waktu: WaktuTempat
    sebutan: dict[str, str]
    hukum: tuple[Teks, ...] = ()
    tahun: int = 0


class IsiUmum(Value):
    """What all documents have; `dari_segel` are the seals of the DPT or the forms it repeats.

    `tanda` stands on every page of what is taken out: to whom, by whom, when, what for.
    """

    kode: str
    dok: Dok
    salinan: Nama
    kertas: Kertas
    profil: Nama
    profil_hash: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    dari_segel: tuple[str, ...] = ()
    kepala_audit: str
    gladi: bool
    dibekukan: AwareDatetime
    zona: Zona
    wilayah: Wilayah
    kop: Kop
    nomor: Teks = ""
    waktu: WaktuTempat
    naskah: Naskah
    penandatangan: tuple[Penandatangan, ...] = Field(min_length=1)
    tanda: Teks = ""

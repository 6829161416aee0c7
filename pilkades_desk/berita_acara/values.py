"""The parts every document is composed of: place, people, figures, wording; all frozen."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from pilkades_desk.core.identity import KodeDesa, Nama
from pilkades_desk.core.value import Value

Teks = Annotated[str, StringConstraints(max_length=2000, strip_whitespace=True)]
Angka = Annotated[int, Field(ge=0, le=999_999)]
Jam = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3])\.[0-5][0-9]$|^$")]
"""`07.05`; empty where the paper has none."""


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


class Perolehan(Value):
    """One candidate's votes."""

    nomor: Annotated[int, Field(ge=1, le=9)]
    nama: Nama
    suara: Angka


class PemilihHadir(Value):
    """Lines B1 to B7; B4 only where the profile allows it, B7 where it was counted."""

    b1: LakiPerempuan
    b2: LakiPerempuan
    b3: LakiPerempuan
    b4: LakiPerempuan | None
    b5: LakiPerempuan
    b6: Angka
    b7: Angka | None


class SuratSuara(Value):
    """Lines C1 to C5; C5 may be negative."""

    c1: Angka
    c2: Angka
    c3: Angka
    c4: Angka
    c5: int = Field(ge=-999_999, le=999_999)
    penjelasan: Teks = ""


class Suara(Value):
    """Lines D: votes by candidate, the empty column where there is one, and the three totals."""

    perolehan: tuple[Perolehan, ...] = Field(min_length=1, max_length=9)
    kolom_kosong: Angka | None = None
    sah: Angka
    tidak_sah: Angka
    jumlah: Angka


class Pemeriksaan(Value):
    """One line of the cross-check box: rule (I1 …), how it reads with figures, whether it holds."""

    kode: Annotated[str, StringConstraints(pattern=r"^I[0-9]{1,2}$")]
    hitungan: Teks
    cocok: bool


class Selisih(Value):
    """A difference that stays, with the reason people gave and who confirmed it."""

    kode: str
    uraian: Teks
    alasan: Teks
    disetujui: tuple[str, ...]


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

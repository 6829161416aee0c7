"""Step 5's forms: F-26 wall sheet, F-30 objections and incidents, F-31 done again or put off."""

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.formulir import Bahan, Nomor, Worked
from pilkades_desk.panitia.naskah.tempat import Isian
from pilkades_desk.panitia.naskah.values import Penandatangan, Saksi


class AngkaDipersoalkan(Value):
    """A figure a witness disputes: as written, as claimed, as corrected."""

    isian: str
    tertulis: int | None = None
    menurut_saksi: int | None = None
    menjadi: int | None = None


class Keberatan(Bahan):
    """An objection or an incident of a unit or of the recap, and what was decided.

    `pilihan` holds keberatan_saksi or kejadian_khusus, and diterima or ditolak.
    """

    kode: ClassVar[str] = "F-30"

    unit: str = ""
    jam: str = ""
    pengaju: str = ""
    calon: str = ""
    uraian: str = ""
    putusan: str = ""
    ketua: str = ""
    pilihan: frozenset[str] = frozenset()
    angka: tuple[AngkaDipersoalkan, ...] = ()


class Alasan(StrEnum):
    """What is done again or put off."""

    HITUNG_ULANG = "hitung_ulang"
    PUNGUT_ULANG = "pungut_ulang"
    PENUNDAAN = "penundaan"
    PENGHENTIAN = "penghentian"


class HasilBaru(Value):
    """One line that changed."""

    unit: str
    isian: str
    lama: int | None = None
    baru: int | None = None
    sebab: str = ""


class Ulang(Bahan):
    """A count or a vote done again, or put off."""

    kode: ClassVar[str] = "F-31"

    apa: Alasan
    alasan: str = ""
    pemutus: str = ""
    dasar: str = ""
    lingkup: str = ""
    tahap: str = ""
    mulai: str = ""
    barang: str = ""
    ketua_kpps: str = ""
    ketua: str = ""
    hasil: tuple[HasilBaru, ...] = ()
    saksi: tuple[Saksi, ...] = ()


class Nihil(Bahan):
    """A unit where nothing happened; that is signed as well."""

    kode: ClassVar[str] = "F-30"

    unit: str = ""
    ketua: str = ""
    saksi: tuple[Saksi, ...] = ()

    def isian(self) -> Isian:
        """Show the part that says so."""
        return super().isian().model_copy(update={"ada": frozenset({"nihil"})})


class PlanoHitung(Bahan):
    """The wall sheet, for as many strokes as there are ballots (S-520)."""

    kode: ClassVar[str] = "F-26"

    surat_suara: int
    calon: tuple[Nomor, ...] = ()
    kpps: tuple[Penandatangan, ...] = ()

    def worked_out(self) -> Mapping[str, Worked]:
        """Give every candidate a column."""
        return {"calon": tuple((str(nomor), nama) for nomor, nama in self.calon)}

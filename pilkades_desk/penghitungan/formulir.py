"""Step 5's forms: F-26 wall sheet, F-30 objections and incidents, F-31 done again or put off."""

from enum import StrEnum

from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.blok import IsiFormulir
from pilkades_desk.panitia.naskah.formulir import Lembar, Nomor, make_formulir, rows, texts
from pilkades_desk.panitia.naskah.susunan import Isian
from pilkades_desk.panitia.naskah.values import Dasar, Penandatangan, Saksi


class AngkaDipersoalkan(Value):
    """A figure a witness disputes: as written, as claimed, as corrected."""

    isian: str
    tertulis: int | None = None
    menurut_saksi: int | None = None
    menjadi: int | None = None


class Keberatan(Value):
    """An objection or an incident of a unit or of the recap, and what was decided.

    `pilihan` holds keberatan_saksi or kejadian_khusus, and diterima or ditolak.
    """

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


class Ulang(Value):
    """A count or a vote done again, or put off."""

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


def make_plano(
    dasar: Dasar, calon: tuple[Nomor, ...], surat_suara: int, kpps: tuple[Penandatangan, ...] = ()
) -> IsiFormulir:
    """Compose F-26 for as many strokes as there are ballots (S-520, S-617)."""
    known = Isian(
        nilai={"surat_suara": str(surat_suara)},
        tabel={"calon": tuple((str(nomor), nama) for nomor, nama in calon)},
        orang={"kpps": kpps},
    )
    return make_formulir(dasar, "F-26", known)


def make_keberatan(dasar: Dasar, keberatan: Keberatan, lembar: Lembar) -> IsiFormulir:
    """Compose F-30 (S-617)."""
    known = Isian(
        nilai=texts(keberatan), tabel={"angka": rows(keberatan.angka)}, centang=keberatan.pilihan
    )
    return make_formulir(dasar, "F-30", known, lembar)


def make_nihil(
    dasar: Dasar, unit: str, ketua: str, saksi: tuple[Saksi, ...], lembar: Lembar
) -> IsiFormulir:
    """Compose F-30 for a unit where nothing happened; it is signed as well (S-617)."""
    nilai = {"unit": unit, "ketua": ketua}
    known = Isian(nilai=nilai, saksi=saksi, ada=frozenset({"nihil"}))
    return make_formulir(dasar, "F-30", known, lembar)


def make_ulang(dasar: Dasar, apa: Alasan, ulang: Ulang, lembar: Lembar) -> IsiFormulir:
    """Compose F-31 (S-617)."""
    known = Isian(
        nilai=texts(ulang),
        tabel={"hasil": rows(ulang.hasil)},
        centang=frozenset({apa.value}),
        saksi=ulang.saksi,
    )
    return make_formulir(dasar, "F-31", known, lembar)

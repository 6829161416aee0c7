"""Step 1's forms: F-19 mandate of a witness, and the papers of meetings, letters and cards."""

from datetime import date

from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.blok import IsiFormulir, KartuPengenal
from pilkades_desk.panitia.naskah.formulir import Lembar, make_formulir, rows, texts
from pilkades_desk.panitia.naskah.susunan import Isian
from pilkades_desk.panitia.naskah.values import Dasar


class SaksiMandat(Value):
    """One who is sent: `kedudukan` is Saksi or Cadangan."""

    kedudukan: str
    nama: str = ""
    nik: str = ""
    alamat: str = ""


class Mandat(Value):
    """A candidate sends witnesses to a unit or to the recap."""

    nomor_calon: int | None = None
    nama_calon: str = ""
    alamat_calon: str = ""
    bertugas_di: str = ""
    saksi: tuple[SaksiMandat, ...] = ()


class Rapat(Value):
    """What every paper of a meeting names."""

    acara: str = ""
    hari_tanggal: str = ""
    jam: str = ""
    di: str = ""
    pemimpin: str = ""


class Undangan(Rapat):
    """An invitation to a meeting."""

    lampiran: str = ""
    perihal: str = ""
    kepada: str = ""
    ketua: str = ""


class Hadirin(Value):
    """One row of an attendance list."""

    nama: str = ""
    unsur: str = ""


class DaftarHadir(Value):
    """Who came to a meeting; without rows it is a list to sign."""

    acara: str = ""
    hari_tanggal: str = ""
    jam: str = ""
    di: str = ""
    pemimpin: str = ""
    notulis: str = ""
    hadir: tuple[Hadirin, ...] = ()


class Keputusan(Value):
    """One thing decided in a meeting."""

    isi: str
    pelaksana: str = ""
    selesai: date | None = None


class Notulen(Rapat):
    """What was said and decided; empty `keberatan` leaves lines to write on."""

    notulis: str = ""
    peserta: int | None = None
    pembahasan: str = ""
    keberatan: str = ""
    keputusan: tuple[Keputusan, ...] = ()


class SuratKeluar(Value):
    """One letter of the register; the number was typed by a person."""

    nomor: str
    tanggal: date | None = None
    perihal: str = ""
    kepada: str = ""
    oleh: str = ""
    keterangan: str = ""


def make_mandat(dasar: Dasar, mandat: Mandat, lembar: Lembar | None = None) -> IsiFormulir:
    """Compose F-19 (S-617)."""
    table = {"saksi": rows(mandat.saksi)}
    return make_formulir(dasar, "F-19", Isian(nilai=texts(mandat), tabel=table), lembar)


def make_undangan(dasar: Dasar, undangan: Undangan, lembar: Lembar | None = None) -> IsiFormulir:
    """Compose the invitation to a meeting (S-617)."""
    return make_formulir(dasar, "R-01", Isian(nilai=texts(undangan)), lembar)


def make_daftar_hadir(dasar: Dasar, daftar: DaftarHadir) -> IsiFormulir:
    """Compose the attendance list of a meeting (S-617)."""
    table = {"hadir": rows(daftar.hadir)}
    return make_formulir(dasar, "R-02", Isian(nilai=texts(daftar), tabel=table))


def make_notulen(dasar: Dasar, notulen: Notulen) -> IsiFormulir:
    """Compose the notes of a meeting (S-617)."""
    table = {"keputusan": rows(notulen.keputusan)}
    return make_formulir(dasar, "R-03", Isian(nilai=texts(notulen), tabel=table))


def make_kartu(dasar: Dasar, ketua: str, kartu: tuple[KartuPengenal, ...]) -> IsiFormulir:
    """Compose identity cards for panitia, KPPS and witnesses, eight to a page (S-617)."""
    return make_formulir(dasar, "R-04", Isian(nilai={"ketua": ketua}, kartu=kartu))


def make_register(dasar: Dasar, sekretaris: str, surat: tuple[SuratKeluar, ...]) -> IsiFormulir:
    """Compose the register of letter numbers people have used (S-609, S-617)."""
    known = Isian(nilai={"sekretaris": sekretaris}, tabel={"surat": rows(surat)})
    return make_formulir(dasar, "R-05", known)

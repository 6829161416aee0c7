"""Step 1's forms: F-19 mandate of a witness, and the papers of meetings, letters and cards."""

from datetime import date
from typing import ClassVar

from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.blok import KartuPengenal
from pilkades_desk.panitia.naskah.formulir import Bahan


class SaksiMandat(Value):
    """One who is sent: `kedudukan` is Saksi or Cadangan."""

    kedudukan: str
    nama: str = ""
    nik: str = ""
    alamat: str = ""


class Mandat(Bahan):
    """A candidate sends witnesses to a unit or to the recap."""

    kode: ClassVar[str] = "F-19"

    nomor_calon: int | None = None
    nama_calon: str = ""
    alamat_calon: str = ""
    bertugas_di: str = ""
    saksi: tuple[SaksiMandat, ...] = ()


class Rapat(Bahan):
    """What every paper of a meeting names."""

    acara: str = ""
    hari_tanggal: str = ""
    jam: str = ""
    di: str = ""
    pemimpin: str = ""


class Undangan(Rapat):
    """An invitation to a meeting."""

    kode: ClassVar[str] = "R-01"

    lampiran: str = ""
    perihal: str = ""
    kepada: str = ""
    ketua: str = ""


class Hadirin(Value):
    """One row of an attendance list."""

    nama: str = ""
    unsur: str = ""


class DaftarHadir(Bahan):
    """Who came to a meeting; without rows it is a list to sign."""

    kode: ClassVar[str] = "R-02"

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

    kode: ClassVar[str] = "R-03"

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


class KartuTugas(Bahan):
    """Identity cards for panitia, KPPS and witnesses, eight to a page."""

    kode: ClassVar[str] = "R-04"

    ketua: str = ""
    kartu: tuple[KartuPengenal, ...] = ()


class RegisterSurat(Bahan):
    """The letter numbers people have used (S-609)."""

    kode: ClassVar[str] = "R-05"

    sekretaris: str = ""
    surat: tuple[SuratKeluar, ...] = ()

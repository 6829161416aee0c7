"""Step 4's forms: goods and ballots handed over, F-20 to F-25, and F-32 for the sealed box."""

from collections.abc import Mapping
from typing import ClassVar

from pilkades_desk.core.terbilang import terbilang
from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.blok import Sel
from pilkades_desk.panitia.naskah.formulir import Bahan, Worked
from pilkades_desk.panitia.naskah.values import LakiPerempuan, Penandatangan, Saksi

Figure = int | None
"""A figure that may not be known yet."""


class Barang(Value):
    """One kind of goods handed over."""

    jenis: str
    satuan: str = ""
    dikirim: Figure = None
    diterima: Figure = None
    kondisi: str = ""
    segel: str = ""
    keterangan: str = ""


class SerahTerima(Bahan):
    """Who handed what to whom; without goods the form lists the usual ones."""

    kode: ClassVar[str] = "F-20"

    penyerah: str = ""
    jabatan_penyerah: str = ""
    penerima: str = ""
    jabatan_penerima: str = ""
    jam: str = ""
    saksi: str = ""
    mengetahui: str = ""
    barang: tuple[Barang, ...] = ()


class Petugas(Bahan):
    """Who signs at a unit."""

    kpps: tuple[Penandatangan, ...] = ()
    saksi: tuple[Saksi, ...] = ()


class TerimaSuratSuara(Petugas):
    """Ballots counted and handed to a unit."""

    kode: ClassVar[str] = "F-21"

    unit: str = ""
    jam: str = ""
    kemasan: str = ""
    penjelasan: str = ""
    ketua: str = ""
    ketua_kpps: str = ""
    surat_suara: tuple[Figure, Figure, Figure, Figure] = (None, None, None, None)
    """By DPT, in reserve, received, damaged."""

    def worked_out(self) -> Mapping[str, Worked]:
        """Work out what follows from the figures known: due, good, short."""
        dpt, cadangan, diterima, rusak = self.surat_suara
        due = None if dpt is None or cadangan is None else dpt + cadangan
        good = None if diterima is None or rusak is None else diterima - rusak
        short = None if due is None or diterima is None else due - diterima
        figures = (dpt, cadangan, due, diterima, good, rusak, short)
        return {"surat_suara": tuple(map(_with_words, figures))}


class Unsur(Value):
    """One body that was present at the opening."""

    unsur: str
    jumlah: Figure = None
    nama: str = ""


class Pembukaan(Petugas):
    """The opening of voting; `dilakukan` are the keys of what was done before all eyes."""

    kode: ClassVar[str] = "F-22"

    unit: str = ""
    jam_buka: str = ""
    dpt: str = ""
    surat_suara: Figure = None
    segel_lama: str = ""
    segel_baru: str = ""
    catatan: str = ""
    hadir: tuple[Unsur, ...] = ()
    dilakukan: frozenset[str] = frozenset()


class Penutupan(Petugas):
    """The close of voting: `pemilih` are B1 to B7 and `surat_suara` C1 to C5, where known."""

    kode: ClassVar[str] = "F-23"

    unit: str = ""
    jam_buka: str = ""
    jam_tutup: str = ""
    perpanjangan: str = ""
    kejadian: str = ""
    pemilih: tuple[LakiPerempuan | None, ...] = ()
    surat_suara: tuple[Figure, ...] = ()

    def worked_out(self) -> Mapping[str, Worked]:
        """Write the ballots in words too; a figure nobody knows leaves its row open."""
        return {
            "pemilih": tuple(map(_people, self.pemilih)),
            "surat_suara": tuple(map(_with_words, self.surat_suara)),
        }


class AlasanCadangan(Value):
    """Why reserve ballots were used, and how many."""

    alasan: str
    jumlah: Figure = None
    keterangan: str = ""


class PakaiCadangan(Bahan):
    """What became of a unit's reserve ballots."""

    kode: ClassVar[str] = "F-24"

    unit: str = ""
    cadangan: Figure = None
    sisa: Figure = None
    alasan: tuple[AlasanCadangan, ...] = ()
    kpps: tuple[Penandatangan, ...] = ()


class Pendampingan(Bahan):
    """Who was helped by whom; never how they voted (S-011)."""

    kode: ClassVar[str] = "F-25"

    nama_pemilih: str = ""
    no_dpt: Figure = None
    unit: str = ""
    disabilitas: str = ""
    nama_pendamping: str = ""
    nik_pendamping: str = ""
    alamat_pendamping: str = ""
    hubungan: str = ""
    ketua_kpps: str = ""


class IsiKotak(Value):
    """One thing in a sealed box."""

    isi: str
    sampul: Figure = None
    lembar: Figure = None
    segel: str = ""


class Penyegelan(Bahan):
    """A box sealed and given into custody."""

    kode: ClassVar[str] = "F-32"

    unit: str = ""
    nomor_kotak: str = ""
    segel: str = ""
    jam: str = ""
    tempat_simpan: str = ""
    penjaga: str = ""
    kunci_dipegang: str = ""
    ketua_kpps: str = ""
    ketua: str = ""
    bpd: str = ""
    saksi: str = ""
    isi: tuple[IsiKotak, ...] = ()


def _with_words(figure: Figure) -> tuple[Sel, ...]:
    if figure is None:
        return ("", "")
    return (figure, f"kurang {terbilang(-figure)}" if figure < 0 else terbilang(figure))


def _people(figures: LakiPerempuan | None) -> tuple[Sel, ...]:
    return () if figures is None else (figures.laki, figures.perempuan, figures.jumlah)

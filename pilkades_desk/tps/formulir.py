"""Step 4's forms: goods and ballots handed over, F-20 to F-25, and F-32 for the sealed box."""

from pilkades_desk.core.terbilang import terbilang
from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.blok import IsiFormulir, Sel
from pilkades_desk.panitia.naskah.formulir import Lembar, make_formulir, rows, texts
from pilkades_desk.panitia.naskah.susunan import Isian
from pilkades_desk.panitia.naskah.values import Dasar, LakiPerempuan, Penandatangan, Saksi

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


class SerahTerima(Value):
    """Who handed what to whom; without goods the form lists the usual ones."""

    penyerah: str = ""
    jabatan_penyerah: str = ""
    penerima: str = ""
    jabatan_penerima: str = ""
    jam: str = ""
    saksi: str = ""
    mengetahui: str = ""
    barang: tuple[Barang, ...] = ()


class Petugas(Value):
    """Who signs at a unit."""

    kpps: tuple[Penandatangan, ...] = ()
    saksi: tuple[Saksi, ...] = ()


class TerimaSuratSuara(Petugas):
    """Ballots counted and handed to a unit."""

    unit: str = ""
    jam: str = ""
    kemasan: str = ""
    penjelasan: str = ""
    ketua: str = ""
    ketua_kpps: str = ""
    surat_suara: tuple[Figure, Figure, Figure, Figure] = (None, None, None, None)
    """By DPT, in reserve, received, damaged."""


class Unsur(Value):
    """One body that was present at the opening."""

    unsur: str
    jumlah: Figure = None
    nama: str = ""


class Pembukaan(Petugas):
    """The opening of voting; `dilakukan` are the keys of what was done before all eyes."""

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

    unit: str = ""
    jam_buka: str = ""
    jam_tutup: str = ""
    perpanjangan: str = ""
    kejadian: str = ""
    pemilih: tuple[LakiPerempuan | None, ...] = ()
    surat_suara: tuple[Figure, ...] = ()


class AlasanCadangan(Value):
    """Why reserve ballots were used, and how many."""

    alasan: str
    jumlah: Figure = None
    keterangan: str = ""


class PakaiCadangan(Value):
    """What became of a unit's reserve ballots."""

    unit: str = ""
    cadangan: Figure = None
    sisa: Figure = None
    alasan: tuple[AlasanCadangan, ...] = ()
    kpps: tuple[Penandatangan, ...] = ()


class Pendampingan(Value):
    """Who was helped by whom; never how they voted."""

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


class Penyegelan(Value):
    """A box sealed and given into custody."""

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


def make_serah_terima(dasar: Dasar, serah: SerahTerima, lembar: Lembar) -> IsiFormulir:
    """Compose F-20 (S-617)."""
    known = Isian(nilai=texts(serah), tabel={"barang": rows(serah.barang)})
    return make_formulir(dasar, "F-20", known, lembar)


def make_terima_surat_suara(dasar: Dasar, terima: TerimaSuratSuara, lembar: Lembar) -> IsiFormulir:
    """Compose F-21; what follows from the figures known is worked out (S-617)."""
    dpt, cadangan, diterima, rusak = terima.surat_suara
    due = None if dpt is None or cadangan is None else dpt + cadangan
    good = None if diterima is None or rusak is None else diterima - rusak
    short = None if due is None or diterima is None else due - diterima
    figures = (dpt, cadangan, due, diterima, good, rusak, short)
    known = Isian(
        nilai=texts(terima),
        tabel={"surat_suara": tuple(map(_with_words, figures))},
        orang={"kpps": terima.kpps},
        saksi=terima.saksi,
    )
    return make_formulir(dasar, "F-21", known, lembar)


def make_pembukaan(dasar: Dasar, pembukaan: Pembukaan, lembar: Lembar) -> IsiFormulir:
    """Compose F-22 (S-617)."""
    known = Isian(
        nilai=texts(pembukaan),
        tabel={"hadir": rows(pembukaan.hadir)},
        centang=pembukaan.dilakukan,
        orang={"kpps": pembukaan.kpps},
        saksi=pembukaan.saksi,
    )
    return make_formulir(dasar, "F-22", known, lembar)


def make_penutupan(dasar: Dasar, penutupan: Penutupan, lembar: Lembar) -> IsiFormulir:
    """Compose F-23 (S-617)."""
    known = Isian(
        nilai=texts(penutupan),
        tabel={
            "pemilih": tuple(map(_people, penutupan.pemilih)),
            "surat_suara": tuple(map(_with_words, penutupan.surat_suara)),
        },
        orang={"kpps": penutupan.kpps},
        saksi=penutupan.saksi,
    )
    return make_formulir(dasar, "F-23", known, lembar)


def make_pakai_cadangan(dasar: Dasar, pakai: PakaiCadangan, lembar: Lembar) -> IsiFormulir:
    """Compose F-24 (S-617)."""
    table = {"alasan": rows(pakai.alasan)}
    known = Isian(nilai=texts(pakai), tabel=table, orang={"kpps": pakai.kpps})
    return make_formulir(dasar, "F-24", known, lembar)


def make_pendampingan(dasar: Dasar, pendampingan: Pendampingan, lembar: Lembar) -> IsiFormulir:
    """Compose F-25 (S-011, S-617)."""
    return make_formulir(dasar, "F-25", Isian(nilai=texts(pendampingan)), lembar)


def make_penyegelan(dasar: Dasar, penyegelan: Penyegelan, lembar: Lembar) -> IsiFormulir:
    """Compose F-32 (S-617)."""
    known = Isian(nilai=texts(penyegelan), tabel={"isi": rows(penyegelan.isi)})
    return make_formulir(dasar, "F-32", known, lembar)


def _with_words(figure: Figure) -> tuple[Sel, ...]:
    if figure is None:
        return ("", "")
    return (figure, f"kurang {terbilang(-figure)}" if figure < 0 else terbilang(figure))


def _people(figures: LakiPerempuan | None) -> tuple[Sel, ...]:
    return () if figures is None else (figures.laki, figures.perempuan, figures.jumlah)

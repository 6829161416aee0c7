"""Step 6's letters and registers: F-34 to F-37, what the result is reported and disputed with."""

from datetime import date

from pilkades_desk.core.terbilang import angka, persen
from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.blok import IsiFormulir
from pilkades_desk.panitia.naskah.formulir import Lembar, make_formulir, rows, texts
from pilkades_desk.panitia.naskah.susunan import Isian
from pilkades_desk.panitia.naskah.values import Dasar


class Tahap(Value):
    """When a stage of the layout took place and what came of it."""

    tanggal: str = ""
    uraian: str = ""


class Lampiran(Value):
    """One enclosure, in how many sets; `ada` is ✔ once it lies there."""

    nama: str
    jumlah: int | None = None
    ada: str = ""
    keterangan: str = ""


class PerolehanCalon(Value):
    """What one candidate got."""

    nomor: str
    nama: str
    suara: int | None = None


class Laporan(Value):
    """The committee's report to the BPD; stages in the order of the layout, or none."""

    lampiran: str = ""
    kepada: str = ""
    terpilih: str = ""
    sengketa: str = ""
    keuangan: str = ""
    sekretaris: str = ""
    ketua: str = ""
    tahap: tuple[Tahap, ...] = ()
    pemilih: tuple[int, int, int, int] | None = None
    """DPT, present, valid, invalid."""
    calon: tuple[PerolehanCalon, ...] = ()
    lampiran_berkas: tuple[Lampiran, ...] = ()


class LampiranBpd(Value):
    """One enclosure of the BPD's letter."""

    nama: str
    jumlah: int | None = None
    keterangan: str = ""


class LaporanBpd(Value):
    """The BPD's request to confirm the elected candidate."""

    lampiran: str = ""
    kepada: str = ""
    melalui: str = ""
    nomor_calon: int | None = None
    terpilih: str = ""
    sah: int | None = None
    laporan: str = ""
    diterima: str = ""
    ketua_bpd: str = ""
    lampiran_berkas: tuple[LampiranBpd, ...] = ()


class BerkasPengantar(Value):
    """One thing the camat passes on."""

    jenis: str
    banyak: str = ""
    keterangan: str = ""


class Pengantar(Value):
    """The camat's covering letter."""

    dari: str = ""
    kepada: str = ""
    diterima: str = ""
    pendapat: str = ""
    penerima: str = ""
    camat: str = ""
    berkas: tuple[BerkasPengantar, ...] = ()


class KeberatanCalon(Value):
    """One dispute of the register; the deadline comes computed."""

    waktu: str
    pemohon: str
    pokok: str = ""
    bukti: str = ""
    batas: date | None = None
    putusan: str = ""


class TerimaKeberatan(Value):
    """The receipt given to who objects."""

    nomor_register: str = ""
    waktu_terima: str = ""
    pemohon: str = ""
    pokok: str = ""
    bukti: str = ""
    batas: date | None = None
    penerima: str = ""


def make_laporan(dasar: Dasar, laporan: Laporan, lembar: Lembar) -> IsiFormulir:
    """Compose F-34 with its checklist of enclosures (S-617)."""
    known = Isian(
        nilai=texts(laporan) | _partisipasi(laporan.pemilih),
        tabel={
            "tahap": rows(laporan.tahap),
            "calon": rows(laporan.calon),
            "lampiran_berkas": rows(laporan.lampiran_berkas),
        },
    )
    return make_formulir(dasar, "F-34", known, lembar)


def make_laporan_bpd(dasar: Dasar, laporan: LaporanBpd, lembar: Lembar) -> IsiFormulir:
    """Compose F-35 (S-617)."""
    table = {"lampiran_berkas": rows(laporan.lampiran_berkas)}
    return make_formulir(dasar, "F-35", Isian(nilai=texts(laporan), tabel=table), lembar)


def make_pengantar(dasar: Dasar, pengantar: Pengantar, lembar: Lembar) -> IsiFormulir:
    """Compose F-36 (S-617)."""
    table = {"berkas": rows(pengantar.berkas)}
    return make_formulir(dasar, "F-36", Isian(nilai=texts(pengantar), tabel=table), lembar)


def make_register_keberatan(
    dasar: Dasar, keberatan: tuple[KeberatanCalon, ...], terima: TerimaKeberatan
) -> IsiFormulir:
    """Compose F-37, the register and the receipt for the one who objects (S-617)."""
    known = Isian(nilai=texts(terima), tabel={"keberatan": rows(keberatan)})
    return make_formulir(dasar, "F-37", known)


def _partisipasi(figures: tuple[int, int, int, int] | None) -> dict[str, str]:
    if figures is None:
        return {}
    dpt, hadir, sah, tidak_sah = figures
    return {
        "dpt": angka(dpt),
        "hadir": angka(hadir),
        "partisipasi": persen(hadir, dpt, 2),
        "sah": angka(sah),
        "tidak_sah": angka(tidak_sah),
    }

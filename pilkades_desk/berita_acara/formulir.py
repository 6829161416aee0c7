"""Step 6's letters and registers: F-34 to F-37, what the result is reported and disputed with."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from pilkades_desk.core.terbilang import angka, persen
from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.formulir import Bahan, Worked
from pilkades_desk.panitia.naskah.tempat import Isian


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


class Laporan(Bahan):
    """The committee's report to the BPD; stages in the order of the layout, or none."""

    kode: ClassVar[str] = "F-34"

    lampiran: str = ""
    kepada: str = ""
    terpilih: str = ""
    sengketa: str = ""
    keuangan: str = ""
    sekretaris: str = ""
    ketua: str = ""
    tahap: tuple[Tahap, ...] = ()
    calon: tuple[PerolehanCalon, ...] = ()
    lampiran_berkas: tuple[Lampiran, ...] = ()
    pemilih: tuple[int, int, int, int] | tuple[()] = ()
    """DPT, present, valid, invalid, where they are known."""

    def worked_out(self) -> Mapping[str, Worked]:
        """Write the figures of the vote as lines, with the turnout."""
        if not self.pemilih:
            return {}
        dpt, hadir, sah, tidak_sah = self.pemilih
        return {
            "pemilih": (),
            "dpt": angka(dpt),
            "hadir": angka(hadir),
            "partisipasi": persen(hadir, dpt, 2),
            "sah": angka(sah),
            "tidak_sah": angka(tidak_sah),
        }


class LampiranBpd(Value):
    """One enclosure of the BPD's letter."""

    nama: str
    jumlah: int | None = None
    keterangan: str = ""


class LaporanBpd(Bahan):
    """The BPD's request to confirm the elected candidate."""

    kode: ClassVar[str] = "F-35"

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


class Pengantar(Bahan):
    """The camat's covering letter."""

    kode: ClassVar[str] = "F-36"

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


class RegisterKeberatan(Bahan):
    """The register of disputes."""

    kode: ClassVar[str] = "F-37"

    keberatan: tuple[KeberatanCalon, ...] = ()
    sekretaris: str = ""
    ketua: str = ""

    def isian(self) -> Isian:
        """Leave the receipt out: it is handed to one person and names nobody else."""
        ada = frozenset({"register_saja", "satu_bagian"})
        return super().isian().model_copy(update={"ada": ada})


class TandaTerimaKeberatan(Bahan):
    """The receipt given to the one who objects, without the register and its other names."""

    kode: ClassVar[str] = "F-37"

    nomor_register: str = ""
    waktu_terima: str = ""
    pemohon: str = ""
    pokok: str = ""
    bukti: str = ""
    batas: date | None = None
    penerima: str = ""

    def isian(self) -> Isian:
        """Leave the register out."""
        ada = frozenset({"tanda_terima_saja", "satu_bagian"})
        return super().isian().model_copy(update={"ada": ada})

"""Step 2's forms: decisions F-01, F-04 and F-05, F-03 with its receipt, F-09, and notices F-11."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from pilkades_desk.core.clock import long_date
from pilkades_desk.core.terbilang import angka, terbilang
from pilkades_desk.core.value import Value
from pilkades_desk.panitia.hari import Jangka
from pilkades_desk.panitia.naskah.formulir import Bahan, Worked
from pilkades_desk.panitia.naskah.tempat import Isian
from pilkades_desk.panitia.naskah.values import Angka, LakiPerempuan
from pilkades_desk.pemilih.usul.values import JenisUsul


class BarisWilayah(Value):
    """How many voters one RT has."""

    dusun: str
    rw: str
    rt: str
    laki: Angka
    perempuan: Angka
    jumlah: Angka


class Penetapan(Bahan):
    """A decision that sets a list: its totals are those of the areas in the annex."""

    ketua: str = ""
    segel: str = ""
    memperhatikan: tuple[str, ...] = ()
    jumlah_pemilih: LakiPerempuan
    rekap: Annotated[tuple[BarisWilayah, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _add_up(self) -> Self:
        for name, figure in self.jumlah_pemilih.model_dump().items():
            if figure != sum(getattr(row, name) for row in self.rekap):
                raise ValueError(f"{name}: the total is not that of the areas")
        return self

    def worked_out(self) -> Mapping[str, Worked]:
        """Write the totals in figures and words."""
        return {
            "jumlah_pemilih": (),
            "memperhatikan": tuple((text,) for text in self.memperhatikan),
            **in_words(self.jumlah_pemilih),
        }

    def isian(self) -> Isian:
        """Leave the clause out that has nothing to say."""
        ada = frozenset() if self.memperhatikan else frozenset({"tanpa_memperhatikan"})
        return super().isian().model_copy(update={"ada": ada})


class PenetapanDps(Penetapan):
    """The DPS is set."""

    kode: ClassVar[str] = "F-01"


class PenetapanTambahan(Penetapan):
    """The list of pemilih tambahan is set."""

    kode: ClassVar[str] = "F-04"


class PenetapanDpt(Penetapan):
    """The DPT is set; `perubahan` is what may change it, in the profile's words."""

    kode: ClassVar[str] = "F-05"

    perubahan: str


class BarisUsul(Value):
    """One field as it is written and as it should be."""

    isian: str
    tertulis: str = ""
    seharusnya: str = ""
    bukti: str = ""


class FormulirUsul(Bahan):
    """What somebody asked to be corrected, and what the panitia decided; NIK are masked."""

    kode: ClassVar[str] = "F-03"

    nomor_usul: str = ""
    pelapor: str = ""
    nik_pelapor: str = ""
    alamat_pelapor: str = ""
    hubungan: str = ""
    pemilih: str = ""
    nik_pemilih: str = ""
    jenis: JenisUsul
    ringkas: str = ""
    perubahan: tuple[BarisUsul, ...] = ()
    diterima: str = ""
    petugas: str = ""
    putusan: str = ""
    alasan: str = ""
    diputus: date | None = None
    ketua: str = ""


class BarisCatatan(Value):
    """One remark on a line of the DPT; the NIK is masked."""

    no_dpt: Angka
    nama: str
    nik: str
    tps: str = ""
    catatan: str
    dokumen: str = ""
    tanggal: date | None = None
    oleh: str = ""


class CatatanDpt(Bahan):
    """What became known after the DPT was locked."""

    kode: ClassVar[str] = "F-09"

    ketua: str = ""
    sekretaris: str = ""
    segel: str = ""
    catatan: tuple[BarisCatatan, ...] = ()


class Pengumuman(Bahan):
    """A list is put up for everybody: which, how many, from when to when, and what to do."""

    kode: ClassVar[str] = "F-11"

    ketua: str = ""
    daftar: str
    ajakan: str
    jumlah_pemilih: LakiPerempuan
    jangka: Jangka

    def worked_out(self) -> Mapping[str, Worked]:
        """Name the list, its totals and its days."""
        return {
            "jumlah_pemilih": (),
            "jangka": (),
            "tentang": self.daftar,
            **in_words(self.jumlah_pemilih),
            "mulai": long_date(self.jangka.mulai),
            "sampai": long_date(self.jangka.sampai),
            "hitungan": self.jangka.hitungan,
        }

    def isian(self) -> Isian:
        """Leave the lines for another notice out."""
        return super().isian().model_copy(update={"ada": frozenset({"daftar_pemilih"})})


def in_words(jumlah: LakiPerempuan) -> dict[str, Worked]:
    """Write men, women and all in figures and words."""
    return {
        name: f"{angka(figure)} ({terbilang(figure)})"
        for name, figure in jumlah.model_dump().items()
    }

"""Step 8's things: the kabupaten's desk, one bundle received, the recap of all villages."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import StringConstraints

from pilkades_desk.core.findings import Finding
from pilkades_desk.core.identity import Nama
from pilkades_desk.core.terbilang import persen
from pilkades_desk.core.value import Value
from pilkades_desk.paket.values import DesaKit, HasilPublik, Hex32, Hex64, KodeKabupaten


class MejaBaru(Value):
    """What is asked when a kabupaten starts its desk."""

    kode_kabupaten: KodeKabupaten
    kabupaten: Nama
    gladi: bool = False
    profil: str = "nasional-acuan"
    desa: tuple[DesaKit, ...]


class Kabupaten(Value):
    """Whose desk this is."""

    id: Hex32
    kode_kabupaten: KodeKabupaten
    kabupaten: Nama
    gladi: bool
    profil: Nama
    profil_sidik: Hex64


class Sertifikat(Value):
    """One certificate issued by this desk; `serial` in hex, as the revocation list names it."""

    kode_desa: str
    pemilihan: Hex32
    peran: str
    pem: str
    serial: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{1,40}$")]


class Masuk(Value):
    """One bundle accepted, as stored."""

    nomor: int
    amplop: Hex64
    kode_desa: str
    pemilihan: Hex32
    kunci: Hex64
    tujuan: Hex64
    stream: Hex32
    serial: int
    bolong: tuple[int, ...]
    kepala_seq: int
    kepala_hash: Hex64
    waktu: str

    @property
    def rantai(self) -> tuple[str, str, str]:
        """Name the chain of serials: sender's key, addressee, stream."""
        return self.kunci, self.tujuan, self.stream


@dataclass(frozen=True, slots=True)
class Penerimaan:
    """What receiving gave: the bundle as stored, its result, what is odd, whether seen before."""

    masuk: Masuk
    hasil: HasilPublik
    temuan: tuple[Finding, ...]
    sudah: bool


@dataclass(frozen=True, slots=True)
class HasilTerima:
    """What became of one file handed in: received, or refused with code, sentence and hint."""

    berkas: str
    penerimaan: Penerimaan | None
    kode: str = ""
    kalimat: str = ""
    petunjuk: str = ""


class KeadaanDesa(Value):
    """How far one village is: certificate issued, bundles received, newest one answered."""

    desa: DesaKit
    sertifikat: bool
    paket: int
    terakhir: Masuk | None
    dijawab: bool


class BarisF39(Value):
    """One row of F-39; `jumlah` is valid, invalid and unused ballots together."""

    kecamatan: str
    desa: str
    calon: tuple[str, ...] = ()
    dpt_l: int
    dpt_p: int
    sah: int
    tidak_sah: int
    tidak_digunakan: int
    hadir: int
    suara: tuple[int, ...]

    @property
    def dpt(self) -> int:
        """Give the number of voters on the DPT."""
        return self.dpt_l + self.dpt_p

    @property
    def jumlah(self) -> int:
        """Give the ballots accounted for."""
        return self.sah + self.tidak_sah + self.tidak_digunakan

    @property
    def jumlah_suara(self) -> int:
        """Give the votes of all candidates."""
        return sum(self.suara)

    @property
    def partisipasi(self) -> str:
        """Give turnout, attendance ÷ DPT."""
        return persen(self.hadir, self.dpt)

    def bagian_suara(self, nomor: int) -> str:
        """Give one candidate's share, votes ÷ sum of candidate votes."""
        return persen(self.suara[nomor - 1], self.jumlah_suara)


class RekapKabupaten(Value):
    """F-39: a row per village received, in the order of the kit, and who is still missing."""

    baris: tuple[BarisF39, ...]
    belum: tuple[DesaKit, ...]

    @property
    def jumlah(self) -> BarisF39:
        """Give the sums of all rows; candidates of different villages do not add up."""
        sums = {name: sum(getattr(row, name) for row in self.baris) for name in _SUMMED}
        return BarisF39(kecamatan="", desa="Jumlah", suara=(), **sums)


_SUMMED = ("dpt_l", "dpt_p", "sah", "tidak_sah", "tidak_digunakan", "hadir")

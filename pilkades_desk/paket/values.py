"""Step 7's things: the kinds of bundle and what each one holds."""

import base64
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from pilkades_desk.core.identity import KodeDesa, Nama
from pilkades_desk.core.value import Value

SCHEMA = 1
"""Version of what the payloads hold; a reader refuses higher ones."""
HASIL = "hasil.json"
RIWAYAT = "riwayat.json"
AKUN = "akun.json"

Hex32 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
Hex64 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
KodeKabupaten = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{3}$")]
Pem = Annotated[str, StringConstraints(max_length=8_192)]
Teks = Annotated[str, StringConstraints(max_length=500)]
Angka = Annotated[int, Field(ge=0, le=99_999)]
IsianId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,29}$")]


class JenisPaket(StrEnum):
    """The kinds of this version; part 7 of docs/format-paket.md."""

    KIT = "kit"
    DAFTAR = "daftar"
    PUBLIK = "publik"
    HASIL = "hasil"
    TERIMA = "terima"


def kode_singkat(amplop: str) -> str:
    """Give the code people compare by voice: the envelope hash's first 80 bits, as on the file."""
    code = base64.b32encode(bytes.fromhex(amplop)[:10]).decode("ascii")
    return " ".join(code[start : start + 4] for start in range(0, 16, 4))


class DesaKit(Value):
    """One village of the kabupaten."""

    kode_desa: KodeDesa
    desa: Nama
    kecamatan: Nama


class SertifikatKit(Value):
    """One certificate issued for a village; `peran` is `desa` or `desa-ca`."""

    kode_desa: KodeDesa
    pemilihan: Hex32
    peran: Literal["desa", "desa-ca"]
    pem: Pem


class IsiKit(Value):
    """What the kabupaten hands to every village; a newer number replaces an older one."""

    v: Literal[1] = 1
    nomor: Annotated[int, Field(ge=1)]
    kode_kabupaten: KodeKabupaten
    kabupaten: Nama
    akar: Pem
    penerima: Annotated[str, StringConstraints(pattern=r"^age1[0-9a-z]{58}$")]
    cadangan: Annotated[str, StringConstraints(pattern=r"^age1[0-9a-z]{58}$")]
    desa: tuple[DesaKit, ...]
    sertifikat: tuple[SertifikatKit, ...]
    dicabut: tuple[Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{1,40}$")], ...]
    profil: Nama
    profil_sidik: Hex64


class KeadaanKit(Value):
    """What the village has from the kabupaten; number 0 is no kit, empty digits no key yet."""

    nomor: int = 0
    kabupaten: str = ""
    disahkan: bool = False
    sidik: str = ""


class IsiDaftar(Value):
    """A village asks for its certificates: two key requests (PKCS#10 PEM)."""

    v: Literal[1] = 1
    kode_desa: KodeDesa
    desa: Nama
    pemilihan: Hex32
    permohonan_desa: Pem
    permohonan_ca: Pem


class CalonPublik(Value):
    """One candidate as everyone may know them."""

    nomor: Annotated[int, Field(ge=1, le=20)]
    nama: Nama


class FormPublik(Value):
    """One version of one unit's form: every line of F-27 by its name, as typed from paper."""

    versi: Annotated[int, Field(ge=1)]
    isi: dict[IsianId, Angka]
    segel: Hex64


class UnitPublik(Value):
    """One counting unit with all versions of its form, oldest first; the last one counts."""

    nomor: Annotated[int, Field(ge=1, le=999)]
    nama: Nama
    form: Annotated[tuple[FormPublik, ...], Field(min_length=1)]

    @property
    def isi(self) -> dict[str, int]:
        """Give the lines that count."""
        return self.form[-1].isi


class NilaiDipakai(Value):
    """One profile value the result depends on, as text, and how sure it is."""

    kunci: Teks
    nilai: Teks
    status: Literal["terverifikasi", "asumsi"]


class HasilPublik(Value):
    """The result for anyone: no voter, no account. `kolom_kosong` marks a single candidate."""

    v: Literal[1] = 1
    pemilihan: Hex32
    kode_desa: KodeDesa
    desa: Nama
    kecamatan: Nama
    kabupaten: Nama
    provinsi: Nama
    tanggal: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    gladi: bool
    profil: Nama
    profil_sidik: Hex64
    nilai: tuple[NilaiDipakai, ...]
    calon: Annotated[tuple[CalonPublik, ...], Field(min_length=1)]
    unit: Annotated[tuple[UnitPublik, ...], Field(min_length=1)]
    status: Literal["unggul", "seri_terselesaikan", "seri", "calon_tunggal"]
    nomor_urut: int | None
    langkah: tuple[Teks, ...]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        numbers = [calon.nomor for calon in self.calon]
        if numbers != list(range(1, len(numbers) + 1)):
            raise ValueError("candidates are not numbered 1 to n")
        units = [unit.nomor for unit in self.unit]
        if len(set(units)) != len(units):
            raise ValueError("a unit is counted twice")
        lines = {f"suara_{nomor}" for nomor in range(1, max(len(numbers), 2) + 1)}
        for unit in self.unit:
            if {name for name in unit.isi if name.startswith("suara_")} - lines:
                raise ValueError("votes for a number nobody has")
        return self

    def total(self, isian: str) -> int:
        """Add one line up over all units; a line not on a form counts as nothing."""
        return sum(unit.isi.get(isian, 0) for unit in self.unit)


class EntriRiwayat(Value):
    """One audit entry, body verbatim, hashes in hex."""

    seq: int
    body: str
    prev: Hex64
    hash: Hex64


class IsiRiwayat(Value):
    """The audit log up to the head named in the envelope; bodies hold no name and no NIK."""

    v: Literal[1] = 1
    entri: tuple[EntriRiwayat, ...]


class AkunBerubah(Value):
    """An account made, reset or recovered; `hadir` names who stood in for a second password."""

    akun: Teks
    nama: Nama
    peran: Teks
    sebab: Teks
    waktu: Teks
    hadir: Annotated[tuple[Nama, ...], Field(max_length=2)] = ()


class IsiAkun(Value):
    """The changes of accounts F-29 names: after the DPT lock, or without a second password."""

    v: Literal[1] = 1
    akun: tuple[AkunBerubah, ...]


class IsiTerima(Value):
    """The desk's answer: which bundle it has, what is missing before it."""

    v: Literal[1] = 1
    amplop: Hex64
    serial: int
    bolong: tuple[int, ...]
    kepala_seq: int
    kepala_hash: Hex64
    putusan: Literal["berkas diterima utuh"]
    nomor: int
    waktu: Teks
    meja: Nama


class Lampiran(Value):
    """One PDF that travels: name in the payload (`dokumen/*.pdf`) and bytes."""

    nama: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,60}\.pdf$")]
    isi: bytes


class PaketKeluar(Value):
    """One bundle sent: where it stands in its chain and its file name."""

    jenis: JenisPaket
    wilayah: str
    stream: Hex32
    serial: int
    amplop: Hex64
    berkas: str
    waktu: str


class TandaTerima(Value):
    """A receipt that came back, and for which of our bundles."""

    paket: PaketKeluar
    isi: IsiTerima
    riwayat_cocok: bool
    """Whether the audit head the desk saw still stands in our log; if not, it was rolled back."""

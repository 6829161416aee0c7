"""Step 1's things: the election, its accounts, its signing persons, one person's approval."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from pilkades_desk.core.clock import Zona
from pilkades_desk.core.identity import KodeDesa, Nama
from pilkades_desk.core.value import Value

NamaAkun = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,29}$")]
"""A login name: lower case, digits, dashes."""
Kalimat = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]


class Peran(StrEnum):
    """What an account may do; the table is in `rights.py`."""

    KETUA = "ketua"
    SEKRETARIS = "sekretaris"
    OPERATOR = "operator"
    KETUA_KPPS = "ketua-kpps"
    PENGAMAT = "pengamat"
    PETUGAS = "petugas"
    PENGESAH = "pengesah"

    @property
    def sebutan(self) -> str:
        """Give the role as people read it: Ketua KPPS."""
        return self.value.replace("-", " ").capitalize().replace("kpps", "KPPS")


class PemilihanFields(Value):
    """Which village elects, and when; `gladi` marks a rehearsal for good."""

    kode_desa: KodeDesa
    desa: Nama
    kecamatan: Nama
    kabupaten: Nama
    provinsi: Nama
    tanggal: date
    zona: Zona = Zona.WIB
    gladi: bool = False
    sekretariat: Kalimat = ""


class PemilihanBaru(PemilihanFields):
    """What is asked when a committee starts; `profil` names a regulation profile."""

    profil: str = "nasional-acuan"


class TujuanAkses(StrEnum):
    """Why whole numbers are looked at or taken out; the code stands in the log."""

    COCOKKAN = "cocokkan-ktp"
    PERBAIKI = "perbaiki-data"
    KEBERATAN = "jawab-keberatan"
    PENGAWASAN = "diminta-pengawas"

    @property
    def sebutan(self) -> str:
        """Say it in words."""
        return _TUJUAN[self]


_TUJUAN = {
    TujuanAkses.COCOKKAN: "mencocokkan KTP-el atau KK",
    TujuanAkses.PERBAIKI: "memperbaiki data",
    TujuanAkses.KEBERATAN: "menjawab keberatan",
    TujuanAkses.PENGAWASAN: "diminta pengawas atau kabupaten",
}


class PerintahMusnah(Value):
    """What was ordered to be destroyed, kept in clear until the record is saved; no voter in it.

    `berkas` is the keyslot file's id, `tempat` other folders with copies, `daftar` the files.
    """

    berkas: str
    desa: Nama
    kecamatan: Nama
    kabupaten: Nama
    tanggal: date
    zona: Zona
    kepala: str
    pada: datetime
    oleh: Nama
    saksi: Kalimat = ""
    tempat: tuple[str, ...] = ()
    dengan_paket: bool = False
    daftar: tuple[str, ...] = ()


class CatatanMusnah(Value):
    """What was found after destroying: files that are gone, that are left, that stay on purpose.

    `lepas` are the places that were not there to look at, an unplugged stick above all.
    """

    perintah: PerintahMusnah
    hilang: tuple[str, ...]
    sisa: tuple[str, ...]
    tetap: tuple[str, ...]
    lepas: tuple[str, ...] = ()


class Pemilihan(PemilihanFields):
    """The election of one file."""

    id: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]


class AkunBaru(Value):
    """What is asked for a new account; the password is checked by `rules.check_password`."""

    nama: NamaAkun
    nama_lengkap: Nama
    peran: Peran
    sandi: str = Field(repr=False)


class KunciAkun(Value):
    """The public halves of an account's keys: PEM for approvals, 64 hex digits for the envelope."""

    kunci_publik: str
    amplop: str


class SebabKunci(StrEnum):
    """Why an account got the keys it has; the newest row tells whether it is open."""

    DIBUAT = "dibuat"
    DIATUR_ULANG = "diatur ulang"
    DIPULIHKAN = "dipulihkan"
    DINONAKTIFKAN = "dinonaktifkan"
    DIBUKTIKAN = "dibuktikan"
    """Of the recovery code only: it was typed back from paper and opened the file."""


class Akun(Value):
    """Someone who can open the file; `sejak` is when the present keys came, and `sebab` why."""

    id: int
    nama: NamaAkun
    nama_lengkap: Nama
    peran: Peran
    dibuat: datetime
    kunci_publik: str
    sebab: SebabKunci = SebabKunci.DIBUAT
    sejak: datetime

    @property
    def aktif(self) -> bool:
        """Tell whether the account opens the file and may approve."""
        return self.sebab is not SebabKunci.DINONAKTIFKAN


class SaksiHadir(Value):
    """Two people who were there when nobody else's password was at hand; kept in no log."""

    satu: Nama
    dua: Nama

    @model_validator(mode="after")
    def _are_two_people(self) -> Self:
        if self.satu.casefold().split() == self.dua.casefold().split():
            raise ValueError("the same name twice")
        return self


class PerubahanAkun(Value):
    """An account made, reset or recovered; `saksi` where two names stood in for a password."""

    akun: NamaAkun
    nama_lengkap: Nama
    peran: Peran
    sebab: SebabKunci
    waktu: datetime
    saksi: SaksiHadir | None = None


class SebabOrang(StrEnum):
    """Why a signing person has the key they have; the newest row tells whether they may sign."""

    DIBUAT = "dibuat"
    DIATUR_ULANG = "diatur ulang"
    DICABUT = "dicabut"


class AlasanCabut(StrEnum):
    """Why a certificate was revoked; the words stand on the screen."""

    LUPA = "Lupa sandi"
    BOCOR = "Sandi diketahui orang lain"
    BERHENTI = "Tidak bertugas lagi"
    KELIRU = "Data keliru"


class Orang(Value):
    """Someone who signs paper; `unit` is the counting unit of a KPPS member.

    `sejak` is when the present certificate came or went, and `sebab` which of the two.
    """

    id: int
    nama: Nama
    jabatan: Nama
    unit: int | None
    sertifikat: str
    sebab: SebabOrang = SebabOrang.DIBUAT
    sejak: datetime

    @property
    def aktif(self) -> bool:
        """Tell whether the person may sign."""
        return self.sebab is not SebabOrang.DICABUT


class KunciOrang(Value):
    """A certificate with its key wrapped under the person's password (JSON text)."""

    sertifikat: str
    kunci: str = Field(repr=False)


class SertifikatDicabut(Value):
    """A revoked certificate of a signing person: `serial` in hex; signed before `waktu` counts."""

    serial: str
    orang: int
    waktu: datetime
    alasan: AlasanCabut


class StatusKunci(StrEnum):
    """How far the village's key is; the words stand on the screen."""

    BELUM_ADA = "Belum ada"
    BELUM_DISAHKAN = "Belum disahkan kabupaten"
    DISAHKAN = "Disahkan kabupaten"


class KunciDesa(Value):
    """The village's key as people see it; `sidik` are 40 digits, empty before there is a key."""

    status: StatusKunci
    sidik: str = ""


class Persetujuan(Value):
    """One account's signature over act ‖ hash of what was shown ‖ audit head."""

    akun_id: int
    aksi: str
    digest: str
    kepala: str
    tanda_tangan: str


class BarisRiwayat(Value):
    """One entry of the log in words; one that cannot be read has no time and nobody."""

    seq: int
    kalimat: str
    waktu: datetime | None = None
    siapa: str = ""


class SaringRiwayat(Value):
    """Which entries are looked for; None is all. Days are those of the desk's clock."""

    aksi: tuple[str, ...] | None = None
    akun: int | None = None
    dari: date | None = None
    sampai: date | None = None
    teks: str = ""


class LembarAkses(Value):
    """Who opened the file, saw personal data or took something out since a day, oldest first."""

    tempat: str
    sejak: date
    dibuat: datetime
    zona: Zona
    kepala: str
    baris: tuple[BarisRiwayat, ...]


class Tempat(StrEnum):
    """Where backups lie; the words stand on the screen."""

    LAPTOP = "map pemilihan"
    KEDUA = "map kedua"
    FLASHDISK = "flashdisk"


class CatatanCadangan(Value):
    """One backup that was made: file name, number of the last entry in it, places that took it."""

    nama: str
    kepala_seq: int
    pada: datetime
    tempat: tuple[Tempat, ...]


class CatatanUji(Value):
    """One rehearsal of a restore; `temuan` says what was wrong, empty when all was well."""

    nama: str
    pada: datetime
    temuan: str = ""

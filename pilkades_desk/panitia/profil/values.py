"""What a regulation profile is made of: keys with their meaning, values with their basis."""

from enum import StrEnum
from typing import Any

from pilkades_desk.core.errors import ResourceError
from pilkades_desk.core.value import Value
from pilkades_desk.panitia.kalender.values import SatuanHari


class StatusNilai(StrEnum):
    """Whether somebody has seen the legal text."""

    TERVERIFIKASI = "terverifikasi"
    ASUMSI = "asumsi"


class Jenis(StrEnum):
    """What kind of value a key takes."""

    YA_TIDAK = "ya_tidak"
    BILANGAN = "bilangan"
    LAMA = "lama"
    DAFTAR_LAMA = "daftar_lama"
    PERSEN = "persen"
    JAM = "jam"
    PILIHAN = "pilihan"
    DAFTAR_PILIHAN = "daftar_pilihan"
    DAFTAR = "daftar"
    DAFTAR_TANGGAL = "daftar_tanggal"
    TEKS = "teks"
    TABEL = "tabel"

    @property
    def bersatuan(self) -> bool:
        """Tell the kinds that must say their unit."""
        return self in (Jenis.LAMA, Jenis.DAFTAR_LAMA)


class Tahap(StrEnum):
    """The stage that first uses a value; from its beginning on the value stays as it is."""

    PEMILIH = "pemilih"
    DPS = "dps"
    DPT = "dpt"
    CALON = "calon"
    UNDIAN = "undian"
    TPS = "tps"
    HITUNG = "hitung"
    DOKUMEN = "dokumen"
    SENGKETA = "sengketa"
    AKHIR = "akhir"

    @property
    def sebutan(self) -> str:
        """Say when it begins."""
        return _MULAI[self]


_MULAI = {
    Tahap.PEMILIH: "impor daftar pemilih",
    Tahap.DPS: "penetapan DPS",
    Tahap.DPT: "penguncian DPT",
    Tahap.CALON: "pendaftaran calon",
    Tahap.UNDIAN: "undian nomor urut",
    Tahap.TPS: "penguncian TPS",
    Tahap.HITUNG: "pengetikan formulir TPS",
    Tahap.DOKUMEN: "pembekuan dokumen pertama",
    Tahap.SENGKETA: "pencatatan keberatan",
    Tahap.AKHIR: "pemusnahan data",
}


class Kunci(Value):
    """One key of every profile (`resources/profil-kunci.toml`).

    The limits are of the number, of the length of a list or of the letters of a text; `kata` are
    the words allowed, `kolom` the columns of a table, `kosong` lets an empty value stand.
    """

    nama: str
    sebutan: str
    jenis: Jenis
    arti: str
    tahap: Tahap
    dipakai: bool
    kata: tuple[str, ...] = ()
    kolom: tuple[str, ...] = ()
    paling_kecil: int = 0
    paling_besar: int = 200
    kosong: bool = False


class NilaiProfil(Value):
    """One value with its legal basis; `satuan` belongs to durations."""

    nilai: bool | int | str | list[int] | list[str] | list[dict[str, str]]
    satuan: SatuanHari | None = None
    dasar: str
    status: StatusNilai


class Profil(Value):
    """All values of one regency and year; `sidik` is the SHA-256 of the file as read.

    `dari_acuan` names the keys an older file does not have, filled in from the reference profile.
    """

    nama: str
    sidik: str
    isi: dict[str, NilaiProfil]
    dari_acuan: frozenset[str] = frozenset()

    def nilai(self, key: str) -> Any:
        """Give one value by its dotted key; ResourceError when the profile lacks it."""
        if key not in self.isi:
            raise ResourceError(
                f"Profil '{self.nama}' tidak memuat '{key}'.", "Pakai profil yang lengkap."
            )
        return self.isi[key].nilai

    @property
    def asumsi(self) -> tuple[str, ...]:
        """Name the keys nobody has verified."""
        return tuple(k for k, v in self.isi.items() if v.status is StatusNilai.ASUMSI)

    @property
    def label(self) -> str:
        """Write name and short hash, as printed in every footer."""
        return f"{self.nama} {self.sidik[:8]}"


class BarisProfil(Value):
    """One line of the page: a key with its value in words, and how far it may be relied upon."""

    kunci: Kunci
    nilai: str
    dasar: str
    asumsi: bool
    dikonfirmasi: bool
    dari_acuan: bool
    mulai: bool

    @property
    def keadaan(self) -> str:
        """Say how sure the value is."""
        if not self.asumsi:
            return "terverifikasi"
        return "asumsi, dikonfirmasi" if self.dikonfirmasi else "asumsi"


class IsiProfil(Value):
    """What the page shows; `label` is name and short hash."""

    label: str
    baris: tuple[BarisProfil, ...]

    @property
    def menunggu(self) -> tuple[str, ...]:
        """Name the keys the program uses whose assumption nobody stands by yet."""
        return tuple(
            one.kunci.nama
            for one in self.baris
            if one.asumsi and one.kunci.dipakai and not one.dikonfirmasi
        )


class Perubahan(Value):
    """One value another profile has differently, in words."""

    kunci: Kunci
    lama: str
    baru: str


class Pergantian(Value):
    """What taking another profile would change; `terlambat` are the changes that come too late.

    `digest` is what two people approve.
    """

    nama: str
    sidik: str
    digest: str
    perubahan: tuple[Perubahan, ...]
    terlambat: tuple[Perubahan, ...]

"""What somebody says is wrong with the DPS, and what was decided about it.

Life: diterima petugas → diterima or ditolak; nothing is taken back or deleted.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from pilkades_desk.core.identity import Nama
from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.values import Teks
from pilkades_desk.pemilih.values import Isian


class JenisUsul(StrEnum):
    """What is said to be wrong; the values are the boxes on F-03."""

    SALAH_IDENTITAS = "salah_identitas"
    MENINGGAL = "meninggal"
    PINDAH = "pindah"
    BELUM_TERDAFTAR = "belum_terdaftar"
    GANDA = "ganda"
    BELUM_CUKUP_UMUR = "belum_cukup_umur"
    LAINNYA = "usul_lain"

    @property
    def sebutan(self) -> str:
        """Say it in words."""
        return "lainnya" if self is JenisUsul.LAINNYA else self.value.replace("_", " ")


class Putusan(StrEnum):
    """What the panitia decided."""

    DITERIMA = "diterima"
    DITOLAK = "ditolak"


class UsulBaru(Value):
    """What was handed in; `pemilih_id` None where it is about nobody on the list.

    `isian` are the fields as they should be, all of them for somebody not registered yet.
    """

    jenis: JenisUsul
    pelapor: Nama
    nik_pelapor: Annotated[str, StringConstraints(pattern=r"^([1-9][0-9]{15})?$")] = ""
    alamat_pelapor: Teks = ""
    hubungan: Teks = ""
    pemilih_id: int | None = None
    isian: dict[Isian, str] = {}
    uraian: Teks = ""
    bukti: Teks = ""


class Keputusan(Value):
    """What was decided, why, when and by whose account; `pemilih_id` is who came in by it."""

    putusan: Putusan
    alasan: str
    waktu: datetime
    akun_id: int
    pemilih_id: int | None = None


class Usul(Value):
    """One usul as received, `lama` the fields as they stood then, and its decision."""

    nomor: int
    isi: UsulBaru
    nama_pemilih: str
    lama: dict[Isian, str] = {}
    diterima: datetime
    akun_id: int
    keputusan: Keputusan | None = None

    @property
    def status(self) -> str:
        """Say how far it is."""
        return self.keputusan.putusan.value if self.keputusan else "diterima petugas"


@dataclass(frozen=True, slots=True)
class Menunggu:
    """One usul nobody decided yet, and for how many days."""

    usul: Usul
    hari: int

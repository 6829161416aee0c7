"""What every composed document has: letterhead, profile, audit head, who is to sign."""

from collections.abc import Sequence
from typing import Any

from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.values import Kop, Naskah, Penandatangan, WaktuTempat, Wilayah
from pilkades_desk.panitia.naskah.wording import SEBUTAN, naskah_values, read_naskah
from pilkades_desk.panitia.orang import read_orang
from pilkades_desk.panitia.values import Orang

KETUA, SEKRETARIS, ANGGOTA = "Ketua Panitia", "Sekretaris", "Anggota"
KETUA_KPPS, ANGGOTA_KPPS = "Ketua KPPS", "Anggota KPPS"
_STAMPED = {KETUA, KETUA_KPPS}


def common(meja: Meja, kode: str, dok: str, signers: Sequence[Orang]) -> dict[str, Any]:
    """Give the fields all contents share; the moment of freezing is asked here, once."""
    if not signers:
        raise StateError(
            "Belum ada yang akan menandatangani dokumen ini.",
            "Tambahkan penanda tangan di langkah Panitia.",
        )
    wilayah = Wilayah(**meja.pemilihan.model_dump(include=set(Wilayah.model_fields)))
    now = meja.clock.now()
    local = now.astimezone(meja.pemilihan.zona.tz)
    waktu = WaktuTempat(tanggal=local.date(), tempat=place(meja))
    return {
        "dok": dok,
        "salinan": "Asli",
        "kertas": meja.profil.nilai("format.kertas"),
        "profil": meja.profil.nama,
        "profil_hash": meja.profil.sidik,
        "kepala_audit": meja.head().text,
        "gladi": meja.pemilihan.gladi,
        "dibekukan": now,
        "zona": meja.pemilihan.zona,
        "wilayah": wilayah,
        "kop": letterhead(meja),
        "waktu": waktu,
        "naskah": wording(meja, kode, wilayah, waktu),
        "penandatangan": tuple(_signing_place(orang) for orang in signers),
    }


def wording(meja: Meja, kode: str, wilayah: Wilayah, waktu: WaktuTempat) -> Naskah:
    """Read a form's wording with the profile's names of the bodies."""
    sebutan = {name: str(meja.profil.nilai(f"sebutan.{name}")) for name in SEBUTAN}
    return read_naskah(kode, naskah_values(wilayah, waktu, sebutan))


def letterhead(meja: Meja) -> Kop:
    """Give the three lines every letter of the committee starts with."""
    pemilihan = meja.pemilihan
    return Kop(
        baris=(
            str(meja.profil.nilai("sebutan.panitia")),
            f"Desa {pemilihan.desa} Kecamatan {pemilihan.kecamatan}",
            f"Kabupaten {pemilihan.kabupaten}",
        ),
        sekretariat=f"Sekretariat: {pemilihan.sekretariat}" if pemilihan.sekretariat else "",
    )


def place(meja: Meja) -> str:
    """Give where the committee meets."""
    return meja.pemilihan.sekretariat.split(",")[0] or f"Balai Desa {meja.pemilihan.desa}"


def orang_holding(meja: Meja, offices: Sequence[str]) -> tuple[Orang, ...]:
    """Give the committee's people holding these offices, in the order of the offices."""
    people = [orang for orang in read_orang(meja) if orang.aktif and orang.unit is None]
    return tuple(orang for office in offices for orang in people if orang.jabatan == office)


def kpps(meja: Meja, unit: int) -> tuple[Orang, ...]:
    """Give a unit's KPPS, its head first (S-615)."""
    people = [orang for orang in read_orang(meja) if orang.aktif and orang.unit == unit]
    return tuple(sorted(people, key=lambda orang: orang.jabatan != KETUA_KPPS))


def _signing_place(orang: Orang) -> Penandatangan:
    return Penandatangan(nama=orang.nama, jabatan=orang.jabatan, cap=orang.jabatan in _STAMPED)

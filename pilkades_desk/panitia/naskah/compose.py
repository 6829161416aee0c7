"""What every composed document has: letterhead, profile, audit head, who is to sign."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.values import (
    Dasar,
    Kertas,
    Kop,
    Naskah,
    Penandatangan,
    WaktuTempat,
    Wilayah,
)
from pilkades_desk.panitia.naskah.wording import SEBUTAN, naskah_values, read_naskah
from pilkades_desk.panitia.orang import read_orang
from pilkades_desk.panitia.values import Orang

KETUA, SEKRETARIS, ANGGOTA = "Ketua Panitia", "Sekretaris", "Anggota"
KETUA_KPPS, ANGGOTA_KPPS = "Ketua KPPS", "Anggota KPPS"
_SHARED = (
    "kertas", "profil", "profil_hash", "kepala_audit", "gladi", "dibekukan", "zona", "wilayah",
    "kop", "waktu",
)  # fmt: skip
_STAMPED = {KETUA, KETUA_KPPS}


def common(meja: Meja, kode: str, dok: str, signers: Sequence[Orang]) -> dict[str, Any]:
    """Give the fields all contents share."""
    if not signers:
        raise StateError(
            "Belum ada yang akan menandatangani dokumen ini.",
            "Tambahkan penanda tangan di langkah Panitia.",
        )
    dasar = make_dasar(meja)
    return {
        "dok": dok,
        "salinan": "Asli",
        **{name: getattr(dasar, name) for name in _SHARED},
        "naskah": wording(meja, kode, dasar.wilayah, dasar.waktu),
        "penandatangan": tuple(signing_place(orang) for orang in signers),
    }


def make_dasar(meja: Meja) -> Dasar:
    """Give what every form stands on; the moment of freezing is asked here, once."""
    pemilihan, now = meja.pemilihan, meja.clock.now()
    local = now.astimezone(pemilihan.zona.tz)
    return Dasar(
        kertas=meja.profil.nilai("format.kertas"),
        profil=meja.profil.nama,
        profil_hash=meja.profil.sidik,
        kepala_audit=meja.head().text,
        gladi=pemilihan.gladi,
        dibekukan=now,
        zona=pemilihan.zona,
        wilayah=Wilayah(**pemilihan.model_dump(include=set(Wilayah.model_fields))),
        kop=letterhead(meja),
        waktu=WaktuTempat(tanggal=local.date(), tempat=place(meja)),
        sebutan=sebutan(meja),
        hukum=tuple(meja.profil.nilai("dasar_hukum")),
        tahun=pemilihan.tanggal.year,
    )


def make_dasar_kosong(meja: Meja, kertas: Kertas) -> Dasar:
    """Give what a blank form stands on: dated by the day of voting, so printing twice is the same.

    It names no audit head, for it says nothing about what is in the file (S-618).
    """
    day = meja.pemilihan.tanggal
    return make_dasar(meja).model_copy(
        update={
            "kosong": True,
            "kertas": kertas,
            "kepala_audit": "–",
            "dibekukan": datetime.combine(day, time(), meja.pemilihan.zona.tz),
            "waktu": WaktuTempat(tanggal=day, tempat=place(meja)),
        }
    )


def wording(meja: Meja, kode: str, wilayah: Wilayah, waktu: WaktuTempat) -> Naskah:
    """Read a form's wording with the profile's names of the bodies."""
    values = naskah_values(wilayah, waktu, sebutan(meja))
    # the election's year, which need not be that of the meeting or the printing
    return read_naskah(kode, values | {"tahun": str(meja.pemilihan.tanggal.year)})


def sebutan(meja: Meja) -> dict[str, str]:
    """Give what the profile calls the bodies."""
    return {name: str(meja.profil.nilai(f"sebutan.{name}")) for name in SEBUTAN}


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


def signing_place(orang: Orang) -> Penandatangan:
    """Give the place on paper where a person signs."""
    return Penandatangan(nama=orang.nama, jabatan=orang.jabatan, cap=orang.jabatan in _STAMPED)

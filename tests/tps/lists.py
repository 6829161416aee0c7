"""Makers of a unit's printed lists; every voter is invented."""

import base64
import hashlib
from typing import Any

from pilkades_desk.tps.content import (
    BarisHadir,
    BarisRekapUndangan,
    BarisUndangan,
    IsiF10,
    IsiF18,
    IsiF18b,
)
from tests.berita_acara.contents import kpps, shared
from tests.pemilih.lists import counted, voters

UNIT = {"kertas": "F4", "unit": 3, "nama_unit": "TPS 3", "lokasi": "SD Negeri 1 Karangsari"}
HARI = "Rabu, 3 Februari 2027"


def code(number: int) -> str:
    """A code that looks as if by chance and is the same each time."""
    return base64.b32encode(hashlib.sha256(b"%d" % number).digest()[:10]).decode()


def f10(count: int = 60, names: tuple[str, ...] = (), **changes: Any) -> IsiF10:
    baris = tuple(
        BarisHadir(
            v.no, v.no_dpt, names[v.no % len(names)] if names else v.nama, v.nik, v.kelamin,
            2027 - int(v.lahir[-4:]), v.alamat, v.rt_rw, v.keterangan,
        )
        for v in voters(count)
    )  # fmt: skip
    fields = shared("F-10", "F10003", penandatangan=kpps(2)) | UNIT | {
        "hari": HARI, "jumlah": counted(baris), "baris": baris,
    }  # fmt: skip
    return IsiF10(**(fields | changes))


def f18(count: int = 10, names: tuple[str, ...] = (), **changes: Any) -> IsiF18:
    baris = tuple(
        BarisUndangan(
            v.no, v.no_dpt, names[v.no % len(names)] if names else v.nama,
            f"{v.alamat}, RT/RW {v.rt_rw}", code(v.no),
        )
        for v in voters(count)
    )  # fmt: skip
    fields = shared("F-18", "F18003") | UNIT | {
        "hari": HARI, "pukul": "07.00–13.00 WIB", "baris": baris,
    }  # fmt: skip
    return IsiF18(**(fields | changes))


def f18b(units: int = 6, names: tuple[str, ...] = (), **changes: Any) -> IsiF18b:
    baris = tuple(
        BarisRekapUndangan(names[n % len(names)] if names else f"TPS {n}", 300 + n)
        for n in range(1, units + 1)
    )
    return IsiF18b(**(shared("F-18b", "F18B") | {"baris": baris} | changes))

"""Makers of printed lists: invented people, names of every length, any number of them."""

import random
from typing import Any

from pilkades_desk.pemilih.content import (
    BarisDpt,
    BarisRekapDpt,
    IsiF02,
    IsiF04b,
    IsiF06,
    IsiF08,
    IsiR06,
    Tujuan,
)
from tests.berita_acara.contents import both, shared

FIRST = (
    "Slamet", "Sutrisno", "Siti", "Sri", "Wahyu", "Ngatmini", "Ponirah", "Ahmad", "Nur", "Dewi",
    "Agus", "Bambang", "Endang", "Tumini", "Joko", "Aisyah", "Katarina", "Yohanes", "Kadek",
)  # fmt: skip
LAST = (
    "Widodo", "Nugroho", "Hidayat", "Lestari", "Rahayu", "Wibowo", "Santoso", "Purnomo", "Saputra",
    "Wulandari", "Mangkunegara", "Tjokrosoedarmo", "Djojohadikusumo",
)  # fmt: skip
PLACES = ("Krajan", "Ngemplak Kidul", "Sumberejo")
EXTRA = ("", "", "", "", " binti Karsorejo", ", S.Kom., M.M.", " Ḥasan Ṣāliḥ", " d'Arc-Ké")
LONG = (
    "Raden Ājeng Kusumaningtyas Mangkunegara Djojohadikusumo binti Tjokrosoedarmo, S.Kom. " * 2
)[:100]


def voters(count: int, untuk: Tujuan = Tujuan.KERJA, seed: int = 7) -> tuple[BarisDpt, ...]:
    """Invented lines of the DPT, as the purpose shows them."""
    pick = random.Random(seed)
    return tuple(_voter(number, pick, untuk) for number in range(1, count + 1))


def _voter(number: int, pick: random.Random, untuk: Tujuan) -> BarisDpt:
    name = f"{pick.choice(FIRST)} {pick.choice(FIRST)} {pick.choice(LAST)}{pick.choice(EXTRA)}"
    day, month, year = pick.randint(1, 28), pick.randint(1, 12), pick.randint(1940, 2008)
    tail = f"{pick.randint(0, 9999):04d}"
    whole = f"339901{day:02d}{month:02d}{year % 100:02d}{tail}"
    book, inside = untuk is Tujuan.BUKU, untuk is not Tujuan.UMUM
    return BarisDpt(
        no=number,
        no_dpt=number + 100,
        kk=f"33990120010{number % 99999:05d}" if book else "",
        nik=whole if book else whole[:6] + "*" * 10 if inside else "",
        nama=name,
        tempat_lahir=pick.choice(("Sleman", "Wonosari", "Karanganyar")) if inside else "",
        lahir=f"{day:02d}-{month:02d}-{year}" if inside else str(2027 - year),
        kelamin=pick.choice("LP"),
        kawin=pick.choice("BSP") if inside else "",
        alamat=f"Jl. Melati, {pick.choice(PLACES)}",
        rt_rw=f"{pick.randint(1, 9):03d}/{pick.randint(1, 12):03d}",
        disabilitas="" if pick.random() < 0.9 else str(pick.randint(1, 6)),
        keterangan="" if pick.random() < 0.8 else "Pindahan",
    )


def counted(rows: tuple[Any, ...]) -> Any:
    men, women = (sum(row.kelamin == one for row in rows) for one in "LP")
    return both(men, women)


def f06(
    rows: tuple[BarisDpt, ...] | int = 60, untuk: Tujuan = Tujuan.KERJA, **changes: Any
) -> IsiF06:
    baris = voters(rows, untuk) if isinstance(rows, int) else rows
    fields = shared("F-06", "F06003") | {
        "kertas": "F4",
        "untuk": untuk,
        "unit": 3,
        "nama_unit": "TPS 3",
        "lokasi": "SD Negeri 1 Karangsari",
        "cakupan": "RW 001: RT 001–004",
        "jumlah": counted(baris),
        "segel": "5e" * 32,
        "baris": baris,
    }
    return IsiF06(**(fields | changes))


def _listed(kode: str, dok: str, rows: tuple[BarisDpt, ...] | int, untuk: Tujuan) -> dict[str, Any]:
    baris = voters(rows, untuk) if isinstance(rows, int) else rows
    return shared(kode, dok) | {
        "kertas": "F4",
        "untuk": untuk,
        "jumlah": counted(baris),
        "segel": "5e" * 32,
        "baris": baris,
    }


def f02(
    rows: tuple[BarisDpt, ...] | int = 60, untuk: Tujuan = Tujuan.KERJA, **changes: Any
) -> IsiF02:
    fields = _listed("F-02", "F02001", rows, untuk)
    return IsiF02(**(fields | {"cakupan": "RT 001/RW 002, Dusun Krajan"} | changes))


def f04b(
    rows: tuple[BarisDpt, ...] | int = 60, untuk: Tujuan = Tujuan.KERJA, **changes: Any
) -> IsiF04b:
    return IsiF04b(**(_listed("F-04b", "F04B", rows, untuk) | changes))


def r06(
    rows: tuple[BarisDpt, ...] | int = 60, untuk: Tujuan = Tujuan.KERJA, **changes: Any
) -> IsiR06:
    fields = _listed("R-06", "R06001", rows, untuk) | {"segel": ""}
    return IsiR06(**(fields | {"cakupan": "RT 001/RW 002, Dusun Krajan"} | changes))


def recap_row(number: int, name: str = "") -> BarisRekapDpt:
    return BarisRekapDpt(
        nomor=number,
        nama=name or f"TPS {number}",
        lokasi=f"SD Negeri {number} Karangsari",
        wilayah=f"Dusun {number}: RT 001/RW 00{number % 9}, RT 002/RW 00{number % 9}",
        dpt=both(300 + number, 320 - number),
        disabilitas=number % 4,
        surat_suara=636,
    )


def f08(units: int = 6, **changes: Any) -> IsiF08:
    fields = shared("F-08", "F08") | {
        "segel": "5e" * 32,
        "rekap": tuple(recap_row(number) for number in range(1, units + 1)),
    }
    return IsiF08(**(fields | changes))

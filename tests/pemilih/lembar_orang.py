"""Invents voters for sheets of every layout; nobody in them exists. Same seed, same people."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from pilkades_desk.app.demo_voters import LAST, MEN, TEMPAT, WOMEN

AREA = "339901"
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip
SEX_WORDS = {"L": "Laki-Laki", "P": "Perempuan"}
MARRIED_WORDS = {"B": "BELUM KAWIN", "S": "KAWIN", "P": "CERAI MATI"}


@dataclass(frozen=True)
class Orang:
    """One invented voter, everything as a clerk knows it."""

    kk: str
    nik: str
    nama: str
    tempat: str
    lahir: date
    kelamin: str
    kawin: str
    alamat: str
    dusun: str
    rt: int
    rw: int
    tps: int

    @property
    def long_date(self) -> str:
        return f"{self.lahir.day} {MONTHS[self.lahir.month - 1]} {self.lahir.year}"

    @property
    def household_line(self) -> str:
        return f"Nama Dusun : {self.dusun}, RT/RW : {self.rt:03d}/{self.rw:03d}"


def invent(seed: int, count: int) -> list[Orang]:
    """Invent voters in families of one to four; every one is taken without a word."""
    rng = Random(seed)
    serials: Counter[str] = Counter()
    people: list[Orang] = []
    family = 0
    while len(people) < count:
        family += 1
        kk = f"{AREA}010115{family:04d}"
        rw = rng.randint(1, 4)
        rt = (rw - 1) * 3 + rng.randint(1, 3)
        dusun = rng.choice(("Krajan", "Tengah", "Babakan"))
        home = (f"JL. MELATI {rng.randint(1, 80)}", dusun, rt, rw)
        people += (_member(rng, serials, kk, home) for _ in range(rng.randint(1, 4)))
    return people[:count]


def _member(rng: Random, serials: Counter[str], kk: str, home: tuple[str, str, int, int]) -> Orang:
    kelamin = rng.choice("LP")
    born = date(1950, 1, 2) + timedelta(days=rng.randrange(18_000))
    stem = f"{AREA}{born.day + 40 * (kelamin == 'P'):02d}{born:%m%y}"
    serials[stem] += 1
    first = rng.choice(MEN if kelamin == "L" else WOMEN)
    name = f"{first} {rng.choice(LAST)} {rng.choice(LAST)} {sum(serials.values())}"
    alamat, dusun, rt, rw = home
    return Orang(
        kk=kk,
        nik=f"{stem}{serials[stem]:04d}",
        nama=name.upper(),
        tempat=rng.choice(TEMPAT).upper(),
        lahir=born,
        kelamin=kelamin,
        kawin=rng.choice("BSSSP"),
        alamat=alamat,
        dusun=dusun,
        rt=rt,
        rw=rw,
        tps=(rw + 1) // 2,
    )

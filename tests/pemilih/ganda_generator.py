"""Invented villages whose doubles are known: which two records are one person, and which are not.

Imports nothing of the program, so that its rules cannot leak into the labels. `make_village` gives
records in random order; `doubles` names the pairs that are one person by what differs between
them, `others` the pairs that look alike and are two people. Rates of bad numbers and of dates such
as 1 January are those of a real working sheet (7,787 rows).
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from tests.pemilih.ganda_names import (
    COMMON,
    DUSUN,
    MEN,
    MEN_LAST,
    MUHAMMAD,
    PLACES,
    TITLES,
    TWIN_NAMES,
    WOMEN,
    WOMEN_LAST,
)


@dataclass(frozen=True)
class Orang:
    """One record of the list."""

    id: int
    nik: str
    kk: str
    nama: str
    tempat_lahir: str
    tanggal_lahir: date
    kelamin: str
    dusun: str
    rt: int
    rw: int


Pair = frozenset[int]


@dataclass(frozen=True)
class Desa:
    """A village and what is true about it."""

    daftar: tuple[Orang, ...]
    doubles: dict[Pair, str]
    others: dict[Pair, str]


def make_village(count: int, seed: int, share: float = 0.045) -> Desa:
    """Invent `count` records, `share` of them second records of somebody, spread over all kinds."""
    return _Maker(random.Random(seed), count, share).make()


class _Maker:
    def __init__(self, pick: random.Random, count: int, share: float) -> None:
        self.pick = pick
        self.count = count
        self.share = share
        self.people: list[Orang] = []
        self.used: set[str] = set()
        self.families = self.last_id = 0
        self.doubled: set[int] = set()
        self.doubles: dict[Pair, str] = {}
        self.others: dict[Pair, str] = {}

    def make(self) -> Desa:
        second = int(self.count * self.share)
        while len(self.people) < self.count - second:
            self._family()
        del self.people[self.count - second :]
        self._add_doubles(second)
        there = {one.id for one in self.people}
        others = {pair: kind for pair, kind in self.others.items() if pair <= there}
        self.pick.shuffle(self.people)
        return Desa(tuple(self.people), self.doubles, others)

    # one family card after the other

    def _family(self) -> None:
        self.families += 1
        kk = f"339901{self.pick.randint(1, 28):02d}011{self.families:05d}"
        home = (self.pick.choice(DUSUN), self.pick.randint(1, 12), self.pick.randint(1, 4))
        born = self.pick.randint(1945, 1985)
        father = self._person("L", born, kk, home)
        mother = self._person("P", born + self.pick.randint(-2, 8), kk, home)
        members = [father, mother]
        children = self.pick.choice((0, 0, 0, 1, 1, 2, 2, 3))
        first = max(born + 19, 1965)
        for number in range(children):
            year = first + number * self.pick.randint(1, 5)
            if year <= 2009:
                members.append(self._person(self.pick.choice("LP"), year, kk, home))
        self.people += members
        self._look_alikes(members, kk, home)

    def _look_alikes(self, members: list[Orang], kk: str, home: tuple[str, int, int]) -> None:
        chance = self.pick.random()
        if chance < 0.012:
            self._twins(kk, home)
        elif chance < 0.05:
            self._heir(members, kk, home)
        elif chance < 0.06:
            self._siblings(kk, home)
        elif chance < 0.14:
            sex = self.pick.choice("LP")
            one = self._person(sex, self.pick.randint(1950, 2005), kk, home)
            self.people.append(replace(one, nama=self.pick.choice(COMMON[sex]).upper()))

    def _twins(self, kk: str, home: tuple[str, int, int]) -> None:
        sex = self.pick.choice("LP")
        one = self._person(sex, self.pick.randint(1985, 2007), kk, home)
        other = self._person(sex, one.tanggal_lahir.year, kk, home)
        names = (one.nama, other.nama)
        kind = self.pick.random()
        last = self.pick.choice(MEN_LAST if sex == "L" else WOMEN_LAST)
        if kind < 0.25:
            names = tuple(f"{name.split()[0]} {last}" for name in names)
        elif kind < 0.5:
            pair = self.pick.choice(TWIN_NAMES[sex])
            names = tuple(f"{name} {last}" for name in pair)
        if _alike(*names):
            return
        serial = self.pick.randint(1, 40)
        niks = [self._free(f"{self._nik_head(one)}{serial + more:04d}") for more in (0, 1)]
        one = replace(one, nama=names[0].upper(), nik=niks[0])
        other = replace(
            other, nama=names[1].upper(), nik=niks[1], tanggal_lahir=one.tanggal_lahir,
            tempat_lahir=one.tempat_lahir,
        )  # fmt: skip
        self.people += [one, other]
        self.others[frozenset((one.id, other.id))] = "kembar"

    def _heir(self, members: list[Orang], kk: str, home: tuple[str, int, int]) -> None:
        parent = members[self.pick.randint(0, 1)]
        sex = parent.kelamin
        child = self._person(sex, parent.tanggal_lahir.year + self.pick.randint(17, 38), kk, home)
        last = self.pick.choice(MEN_LAST if sex == "L" else WOMEN_LAST).upper()
        first = parent.nama.split()[0]
        name = self.pick.choice((parent.nama, f"{first} {last}", f"{parent.nama} {last}"))
        child = replace(child, nama=name)
        if self.pick.random() < 0.3:
            child = replace(child, kk=f"{child.kk[:15]}{(int(child.kk[15]) + 5) % 10}")
        if child.tanggal_lahir.year <= 2009:
            self.people.append(child)
            self.others[frozenset((parent.id, child.id))] = "orang tua dan anak"

    def _siblings(self, kk: str, home: tuple[str, int, int]) -> None:
        sex = self.pick.choice("LP")
        one = self._person(sex, self.pick.randint(1985, 2004), kk, home)
        other = self._person(sex, one.tanggal_lahir.year + self.pick.randint(1, 5), kk, home)
        pair = self.pick.choice(TWIN_NAMES[sex])
        last = self.pick.choice(MEN_LAST if sex == "L" else WOMEN_LAST)
        one = replace(one, nama=f"{pair[0]} {last}".upper())
        other = replace(other, nama=f"{pair[1]} {last}".upper())
        self.people += [one, other]
        self.others[frozenset((one.id, other.id))] = "saudara"

    def _person(self, sex: str, year: int, kk: str, home: tuple[str, int, int]) -> Orang:
        born = self._birth(year)
        dusun, rt, rw = home
        self.last_id += 1
        one = Orang(
            self.last_id, "", kk, self._name(sex, year), self.pick.choice(PLACES), born, sex,
            dusun, rt, rw,
        )  # fmt: skip
        return replace(one, nik=self._nik(one))

    def _birth(self, year: int) -> date:
        if self.pick.random() < 0.134:
            month, day = self.pick.choice(((1, 1), (7, 1), (12, 31)))
            return date(year, month, day)
        return date(year, self.pick.randint(1, 12), self.pick.randint(1, 28))

    def _name(self, sex: str, year: int) -> str:
        first, last = (MEN, MEN_LAST) if sex == "L" else (WOMEN, WOMEN_LAST)
        alone = 0.45 if year < 1975 else 0.08
        parts = [self._skewed(first)]
        if self.pick.random() < alone and len(parts[0]) > 4:
            return parts[0].upper()
        if self.pick.random() < 0.3:
            middle = self._skewed(first)
            parts += [middle] if middle != parts[0] else []
        parts.append(self._skewed(last))
        return " ".join(parts).upper()

    def _skewed(self, names: tuple[str, ...]) -> str:
        return names[int(len(names) * self.pick.random() ** 1.4)]

    def _nik(self, one: Orang) -> str:
        head = self._nik_head(one)
        serial = "00" if self.pick.random() < 0.0015 else f"{self.pick.randint(1, 60):02d}"
        return self._free(f"{head}{self.pick.randint(0, 9):02d}{serial}")

    def _nik_head(self, one: Orang) -> str:
        area = "339901" if self.pick.random() >= 0.079 else f"33{self.pick.randint(10, 99)}05"
        born = one.tanggal_lahir
        if self.pick.random() < 0.137:
            born = date(born.year, self.pick.randint(1, 12), self.pick.randint(1, 28))
        woman = (one.kelamin == "P") != (self.pick.random() < 0.005)
        return f"{area}{born.day + 40 * woman:02d}{born.month:02d}{born.year % 100:02d}"

    def _free(self, nik: str) -> str:
        while nik in self.used:
            nik = f"{nik[:12]}{self.pick.randint(1, 9999):04d}"
        self.used.add(nik)
        return nik

    # second records

    def _add_doubles(self, count: int) -> None:
        kinds = tuple(_KINDS)
        order = self.pick.sample(self.people, len(self.people))
        waiting = iter(order)
        for number in range(count):
            kind = kinds[number % len(kinds)]
            for one in waiting:
                second = self._second(one, kind)
                if second is not None:
                    self.people.append(second)
                    self.doubles[frozenset((one.id, second.id))] = kind
                    break
            else:
                waiting = iter(order)

    def _second(self, one: Orang, kind: str) -> Orang | None:
        changed = _KINDS[kind](self.pick, one)
        if changed is None or one.id in self.doubled:
            return None
        if kind != "kk, tanggal salah" and self.pick.random() < 0.5:
            changed = _move(self.pick, changed)
        if self.pick.random() < 0.1:
            changed = replace(changed, tempat_lahir=self.pick.choice(PLACES))
        self.last_id += 1
        self.doubled.add(one.id)
        return replace(changed, id=self.last_id, nik=self._second_nik(one))

    def _second_nik(self, one: Orang) -> str:
        """A digit mistyped, a new serial number, or a number issued elsewhere."""
        kind = self.pick.random()
        if kind < 0.5:
            at = self.pick.randint(6, 15)
            digit = (int(one.nik[at]) + self.pick.randint(1, 9)) % 10
            return self._free(f"{one.nik[:at]}{digit}{one.nik[at + 1 :]}")
        if kind < 0.8:
            return self._free(f"{one.nik[:12]}{self.pick.randint(1, 99):04d}")
        return self._nik(one)


def _alike(one: str, other: str) -> bool:
    first, second = set(one.upper().split()), set(other.upper().split())
    return first <= second or second <= first


def _change(nama: str, pairs: tuple[tuple[str, str], ...], pick: random.Random) -> str | None:
    """Write a name the other way, from modern to old or back, in every place or in one."""
    can = [(old, new) for old, new in pairs if old in nama]
    if not can:
        return None
    old, new = pick.choice(can)
    return nama.replace(old, new, 1 if pick.random() < 0.5 else -1)


def _spelt(*pairs: tuple[str, str]) -> Callable[[random.Random, Orang], Orang | None]:
    def change(pick: random.Random, one: Orang) -> Orang | None:
        nama = _change(one.nama, pairs, pick)
        return None if nama is None else replace(one, nama=nama)

    return change


def _muhammad(pick: random.Random, one: Orang) -> Orang | None:
    parts = one.nama.split()
    if "MUHAMMAD" not in parts or len(parts) < 2:
        return None
    at = parts.index("MUHAMMAD")
    short = pick.choice(MUHAMMAD[1:]).upper()
    if at:
        short = pick.choice(MUHAMMAD[1:6]).upper()
    return replace(one, nama=" ".join((*parts[:at], short, *parts[at + 1 :])))


def _title(pick: random.Random, one: Orang) -> Orang:
    return replace(one, nama=pick.choice(TITLES)(one.nama))


def _dropped(pick: random.Random, one: Orang) -> Orang | None:
    parts = one.nama.split()
    if len(parts) < 2:
        return None
    at = len(parts) - 1 if pick.random() < 0.6 else pick.randrange(len(parts))
    left = [part for place, part in enumerate(parts) if place != at]
    if left in (["SITI"], ["SRI"], ["NUR"], ["MUHAMMAD"], ["ABDUL"], ["DWI"], ["TRI"], ["AHMAD"]):
        return None  # nobody is written down as that alone
    if pick.random() < 0.15 and at:
        left = [*parts[:at], f"{parts[at][0]}.", *parts[at + 1 :]]
    return replace(one, nama=" ".join(left))


def _turned(pick: random.Random, one: Orang) -> Orang | None:
    parts = one.nama.split()
    return replace(one, nama=" ".join(reversed(parts))) if len(parts) == 2 else None


def _slip(pick: random.Random, one: Orang) -> Orang | None:
    at = pick.randrange(1, len(one.nama) - 1)
    if " " in one.nama[at - 1 : at + 2] or len(one.nama) < 6:
        return None
    head, tail = one.nama[:at], one.nama[at + 1 :]
    other = pick.choice("ABDEGHIKLMNOPRSTUWY".replace(one.nama[at], ""))
    own = one.nama[at]
    ways = (
        f"{head}{tail}", f"{head}{other}{tail}", f"{head}{own}{own}{tail}",
        f"{head}{tail[0]}{own}{tail[1:]}", f"{head}{other}{own}{tail}",
    )  # fmt: skip
    nama = pick.choice(ways)
    return None if nama == one.nama else replace(one, nama=nama)


def _swapped(pick: random.Random, one: Orang) -> Orang | None:
    born = one.tanggal_lahir
    if born.day > 12 or born.day == born.month:
        return None
    return replace(one, tanggal_lahir=date(born.year, born.day, born.month))


def _move(pick: random.Random, one: Orang) -> Orang:
    places = [dusun for dusun in DUSUN if dusun != one.dusun]
    kk = f"339902{pick.randint(0, 9999999999):010d}"
    return replace(
        one, dusun=pick.choice(places), rt=pick.randint(1, 12), rw=pick.randint(1, 4), kk=kk
    )


def _wrong_date(pick: random.Random, one: Orang) -> Orang | None:
    born = one.tanggal_lahir
    ways = (
        date(born.year, 7, 1), date(born.year, 12, 31), date(born.year, 1, 1),
        date(born.year + pick.choice((-1, 1)), born.month, born.day if born.day < 29 else 1),
        date(born.year, born.month, pick.randint(1, 28)),
        date(born.year, pick.randint(1, 12), born.day if born.day < 29 else 1),
    )  # fmt: skip
    day = pick.choice(ways)
    return None if day == born else replace(one, tanggal_lahir=day)


_KINDS: dict[str, Callable[[random.Random, Orang], Orang | None]] = {
    "oe/u": _spelt(("U", "OE")),
    "dj/j, tj/c, j/y": _spelt(("J", "DJ"), ("C", "TJ"), ("Y", "J")),
    "sy/sj, kh/ch": _spelt(("SY", "SJ"), ("SY", "S"), ("KH", "CH"), ("KH", "H"), ("KH", "K")),
    "Moh/Muhammad": _muhammad,
    "gelar": _title,
    "bagian nama hilang": _dropped,
    "bagian nama tertukar": _turned,
    "salah ketik": _slip,
    "hari dan bulan tertukar": _swapped,
    "pindah dusun": _move,
    "kk, tanggal salah": _wrong_date,
}

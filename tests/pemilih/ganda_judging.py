"""Lets the rules search an invented village and counts what they found against its labels."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from pilkades_desk.pemilih.ganda.rules import find_doubles
from pilkades_desk.pemilih.ganda.values import Catatan
from tests.pemilih.ganda_generator import Desa, Orang


@dataclass(frozen=True)
class Tally:
    """What was found of each kind of double, and how much of what was found is one."""

    found: Mapping[str, int]
    there: Mapping[str, int]
    false: int

    @property
    def recall(self) -> float:
        return self.found.total() / self.there.total()

    @property
    def precision(self) -> float:
        return self.found.total() / (self.found.total() + self.false)

    @property
    def worst(self) -> tuple[float, str]:
        return min((self.found[kind] / count, kind) for kind, count in self.there.items())

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.found + other.found, self.there + other.there, self.false + other.false)


def record_of(one: Orang) -> Catatan:
    return Catatan(
        one.id, one.nik, one.kk, one.nama, one.tempat_lahir, one.tanggal_lahir, one.kelamin
    )


def tally(desa: Desa) -> Tally:
    pairs = {frozenset((one.satu, one.dua)) for one in find_doubles(records(desa))}
    found = Counter(desa.doubles[pair] for pair in pairs & desa.doubles.keys())
    return Tally(found, Counter(desa.doubles.values()), len(pairs - desa.doubles.keys()))


def records(desa: Desa) -> list[Catatan]:
    return [record_of(one) for one in desa.daftar]

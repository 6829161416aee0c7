"""The result once more, from the document's own lines: every pair of numbers meets.

Shares no function with `penghitungan/outcome.py`. A rule is a duel: it tells which of two numbers
is ahead of the other, or that neither is. Whoever loses no duel stays.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Baris = tuple[int, tuple[int, ...]]
"""One F-29 row of the document: DPT and the votes by number."""
Duel = Callable[[int, int], int]
"""Positive when the first number is ahead of the second, negative when behind, else zero."""


@dataclass(frozen=True, slots=True)
class HasilUlang:
    """The recomputed result: status, the leading number, the numbers still equal."""

    status: str
    nomor_urut: int | None
    seri: tuple[int, ...] = ()


def recompute(baris: Sequence[Baris], calon: int, rantai: Sequence[str]) -> HasilUlang:
    """Give the result that follows from the document's lines (S-606)."""
    if calon == 1:
        return HasilUlang("calon_tunggal", None)
    standing = _unbeaten(range(calon), _overall(baris))
    if len(standing) == 1:
        return HasilUlang("unggul", standing[0] + 1)
    for kode in rantai:
        if _needs_people(kode, len(baris)):
            break
        standing = _unbeaten(standing, _duel(kode, baris))
        if len(standing) == 1:
            return HasilUlang("seri_terselesaikan", standing[0] + 1)
    return HasilUlang("seri", None, tuple(index + 1 for index in standing))


def _unbeaten(numbers: Sequence[int], duel: Duel) -> list[int]:
    return [one for one in numbers if all(duel(one, other) >= 0 for other in numbers)]


def _needs_people(kode: str, units: int) -> bool:
    """Tell whether the chain stops here; a rule about one unit does not stop a village of many."""
    if kode == "TB2":
        return units == 1
    return kode not in {"TB1", "TB3", "TB4"}


def _duel(kode: str, baris: Sequence[Baris]) -> Duel:
    if len(baris) < 2 or kode == "TB2":
        return _nobody_ahead
    return {"TB1": _at_the_largest, "TB3": _by_spread, "TB4": _by_balance}[kode](baris)


def _nobody_ahead(_one: int, _other: int) -> int:
    return 0


def _overall(baris: Sequence[Baris]) -> Duel:
    def duel(one: int, other: int) -> int:
        lead = 0
        for _, suara in baris:
            lead += suara[one] - suara[other]
        return lead

    return duel


def _at_the_largest(baris: Sequence[Baris]) -> Duel:
    """TB1: only a unit larger than every other one decides."""
    alone = [
        suara
        for place, (dpt, suara) in enumerate(baris)
        if all(dpt > rival for spot, (rival, _) in enumerate(baris) if spot != place)
    ]
    if not alone:
        return _nobody_ahead
    return lambda one, other: alone[0][one] - alone[0][other]


def _by_spread(baris: Sequence[Baris]) -> Duel:
    """TB3: a unit is won by a number ahead of all others there."""

    def won(number: int) -> int:
        count = 0
        for _, suara in baris:
            rivals = suara[:number] + suara[number + 1 :]
            count += suara[number] > max(rivals)
        return count

    return lambda one, other: won(one) - won(other)


def _by_balance(baris: Sequence[Baris]) -> Duel:
    """TB4: the smaller distance between own best and own worst unit is ahead."""

    def gap(number: int) -> int:
        own = [suara[number] for _, suara in baris]
        return max(own) - min(own)

    return lambda one, other: gap(other) - gap(one)

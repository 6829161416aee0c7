"""Share the DPT out over counting units, area by area, families together.

Promises: every voter in exactly one unit; who stands on one family card (KK) votes in one unit; a
unit is a run of neighbouring areas (RT in order of RW), or, where there are fewer areas than
units, a run of families inside one area; the largest unit is as small as such runs allow, and
among those the units are as even as possible. The same DPT always gives the same units.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise

from pilkades_desk.core.errors import StateError
from pilkades_desk.tps.values import Pembagian, Terdaftar

_AreaKey = tuple[int, str, int, int]
_Cuts = tuple[int, tuple[int, ...]]
_WORST: _Cuts = (10**18, ())
_LAST = 10**6
"""Sorts voters of no known area behind all others."""


@dataclass(frozen=True, slots=True)
class Area:
    """One RT with the families that vote with it; each family is its DPT numbers, rising."""

    nama: str
    keluarga: tuple[tuple[int, ...], ...]

    @property
    def size(self) -> int:
        """Count the voters."""
        return sum(map(len, self.keluarga))


def split(dpt: Sequence[Terdaftar], jumlah: int) -> tuple[Pembagian, ...]:
    """Make `jumlah` units out of the DPT; StateError when there are fewer families than units.

    Syarat: S-401, S-402.
    """
    areas = find_areas(dpt)
    families = sum(len(area.keluarga) for area in areas)
    if not 1 <= jumlah <= families:
        raise StateError(
            f"DPT dengan {families} keluarga tidak dapat dibagi menjadi {jumlah} TPS.",
            f"Isi jumlah TPS antara 1 dan {families}." if families else "Kunci DPT dahulu.",
        )
    units = _by_area(areas, jumlah) if jumlah <= len(areas) else _by_family(areas, jumlah)
    return tuple(_unit(nomor, unit) for nomor, unit in enumerate(units, start=1))


def find_areas(dpt: Sequence[Terdaftar]) -> tuple[Area, ...]:
    """Find the areas in order, each with its families by lowest DPT number."""
    key_of = _keys(dpt)
    families: defaultdict[str, list[int]] = defaultdict(list)
    for pemilih in dpt:
        families[pemilih.kk or f"tanpa KK {pemilih.no_urut}"].append(pemilih.no_urut)
    areas: defaultdict[_AreaKey, list[tuple[int, ...]]] = defaultdict(list)
    for members in families.values():
        homes = Counter(key_of[no_urut] for no_urut in members)
        home = min(homes, key=lambda key: (-homes[key], key))
        areas[home].append(tuple(sorted(members)))
    return tuple(Area(_label(key), tuple(sorted(areas[key]))) for key in sorted(areas))


def cut(sizes: Sequence[int], parts: int) -> tuple[int, ...]:
    """Cut a row of sizes into runs: give where each run ends, the last being the row's end.

    No run is empty; the largest is as small as can be, then the sum of squares is.
    """
    reach = [0, *accumulate(sizes)]
    ceiling = _least_ceiling(sizes, parts)
    best: dict[int, _Cuts] = {0: (0, ())}
    for left in reversed(range(parts)):
        # what lies behind `end` must still fit into the runs that are left
        first = bisect_left(reach, reach[-1] - left * ceiling)
        longer: dict[int, _Cuts] = {}
        for start, (cost, ends) in best.items():
            last = bisect_left(reach, reach[start] + ceiling + 1)
            for end in range(max(first, start + 1), min(last, len(reach) - left)):
                run = reach[end] - reach[start]
                longer[end] = min((cost + run * run, (*ends, end)), longer.get(end, _WORST))
        best = longer
    return best[len(sizes)][1]


def _least_ceiling(sizes: Sequence[int], parts: int) -> int:
    low, high = max(sizes), sum(sizes)
    while low < high:
        middle = (low + high) // 2
        if _runs_under(sizes, middle) <= parts:
            high = middle
        else:
            low = middle + 1
    return low


def _runs_under(sizes: Sequence[int], ceiling: int) -> int:
    runs, room = 0, 0
    for size in sizes:
        if size > room:
            runs, room = runs + 1, ceiling
        room -= size
    return runs


def _by_area(areas: Sequence[Area], jumlah: int) -> list[list[Area]]:
    ends = cut([area.size for area in areas], jumlah)
    return [list(areas[start:end]) for start, end in pairwise((0, *ends))]


def _by_family(areas: Sequence[Area], jumlah: int) -> list[list[Area]]:
    units = []
    for area, share in zip(areas, _shares(areas, jumlah), strict=True):
        name = area.nama if share == 1 else f"{area.nama} (sebagian)"
        ends = cut([len(family) for family in area.keluarga], share)
        units += [[Area(name, area.keluarga[a:b])] for a, b in pairwise((0, *ends))]
    return units


def _shares(areas: Sequence[Area], jumlah: int) -> list[int]:
    """Give each area one unit, then each further unit to where units are largest."""
    shares = [1] * len(areas)
    for _ in range(jumlah - len(areas)):
        open_areas = [i for i, area in enumerate(areas) if shares[i] < len(area.keluarga)]
        shares[max(open_areas, key=lambda i: (Fraction(areas[i].size, shares[i]), -i))] += 1
    return shares


def _unit(nomor: int, areas: Sequence[Area]) -> Pembagian:
    members = [no_urut for area in areas for family in area.keluarga for no_urut in family]
    return Pembagian(
        nomor=nomor,
        wilayah=tuple(area.nama for area in areas),
        no_urut=tuple(sorted(members)),
    )


def _keys(dpt: Sequence[Terdaftar]) -> Mapping[int, _AreaKey]:
    """Give each DPT number its area: the dusun counts only where RT and RW repeat between them."""
    dusun_of: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    lowest_rw: dict[str, int] = {}
    for pemilih in dpt:
        dusun = _folded(pemilih.dusun)
        dusun_of[pemilih.rw, pemilih.rt].add(dusun)
        lowest_rw[dusun] = min(pemilih.rw, lowest_rw.get(dusun, pemilih.rw))
    if all(len(names - {""}) <= 1 for names in dusun_of.values()):
        return {p.no_urut: (_rank(p, 0), "", p.rw, p.rt) for p in dpt}
    return {
        p.no_urut: (_rank(p, lowest_rw[_folded(p.dusun)]), _folded(p.dusun), p.rw, p.rt)
        for p in dpt
    }


def _rank(pemilih: Terdaftar, rank: int) -> int:
    return rank if pemilih.rt or pemilih.rw or pemilih.dusun else _LAST


def _label(key: _AreaKey) -> str:
    _, dusun, rw, rt = key
    numbers = [f"{name} {number:03d}" for name, number in (("RT", rt), ("RW", rw)) if number]
    area = "/".join(numbers) or "tanpa RT/RW"
    return f"{dusun.title()}, {area}" if dusun else area


def _folded(dusun: str) -> str:
    return " ".join(dusun.casefold().split())

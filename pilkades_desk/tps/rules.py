"""Ballots to order, and what is wrong with a share-out."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from pilkades_desk.core.findings import Finding, FindingKind
from pilkades_desk.tps import findings
from pilkades_desk.tps.values import (
    BatasUnit,
    Cadangan,
    Pembagian,
    Pembulatan,
    Terdaftar,
    UnitHitung,
)


def order_surat_suara(dpt: Sequence[int], cadangan: Cadangan) -> tuple[int, ...]:
    """Give the ballots of each unit: its voters and the reserve, rounded as the profile says.

    Syarat: S-405.

    Rounded once for the village, the last sheets go to the units with the largest fractions.
    """
    exact = [Fraction(cadangan.persen) * pemilih / 100 for pemilih in dpt]
    if cadangan.pembulatan is Pembulatan.KE_ATAS_PER_TPS:
        return tuple(pemilih + math.ceil(part) for pemilih, part in zip(dpt, exact, strict=True))
    reserve = [math.floor(part) for part in exact]
    rest = math.ceil(sum(exact)) - sum(reserve)
    by_fraction = sorted(range(len(dpt)), key=lambda i: (reserve[i] - exact[i], i))
    for i in by_fraction[:rest]:
        reserve[i] += 1
    return tuple(pemilih + extra for pemilih, extra in zip(dpt, reserve, strict=True))


def suggest_jumlah(pemilih: int, batas: BatasUnit) -> int:
    """Give the fewest units that keep to the regency's limit; one where there is none."""
    return max(1, math.ceil(pemilih / batas.maks_pemilih)) if batas.maks_pemilih else 1


def check_partition(
    pembagian: Sequence[Pembagian], no_urut_dpt: Sequence[int]
) -> tuple[Finding, ...]:
    """Find voters in no unit, in two units, and in a unit but not in the DPT (I12)."""
    placed = Counter(no_urut for unit in pembagian for no_urut in unit.no_urut)
    missing = sorted(set(no_urut_dpt) - placed.keys())
    strange = sorted(placed.keys() - set(no_urut_dpt))
    return (
        *_counted(findings.E401, "DPT", missing),
        *(findings.E402.at("DPT", no_urut=n) for n in sorted(placed) if placed[n] > 1),
        *_counted(findings.E403, "DPT", strange),
    )


def check_units(units: Sequence[UnitHitung], batas: BatasUnit) -> tuple[Finding, ...]:
    """Warn of units too large for the regency and too small for the secrecy of the vote.

    Syarat: S-403, S-404.
    """
    found = []
    for unit in units:
        if batas.maks_pemilih is not None and unit.dpt > batas.maks_pemilih:
            facts = {"nama": unit.nama, "dpt": unit.dpt, "maks": batas.maks_pemilih}
            found.append(findings.W411.at(unit.nama, **facts))
        if unit.dpt < batas.unit_kecil:
            usul = _merging_offer(units, unit)
            facts = {"nama": unit.nama, "dpt": unit.dpt, "batas": batas.unit_kecil}
            found.append(findings.W412.at(unit.nama, **facts, usul=usul))
    return tuple(found)


def check_areas(dpt: Sequence[Terdaftar]) -> tuple[Finding, ...]:
    """Warn of voters without an area and of families spread over several."""
    nowhere = [pemilih.no_urut for pemilih in dpt if not pemilih.rt and not pemilih.rw]
    homes: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for pemilih in dpt:
        homes[pemilih.kk].add((pemilih.rw, pemilih.rt))
    spread = {kk for kk, areas in homes.items() if kk and len(areas) > 1}
    first_of = {pemilih.kk: pemilih.no_urut for pemilih in reversed(dpt) if pemilih.kk in spread}
    return (
        *_counted(findings.W413, "DPT", nowhere),
        *_counted(findings.W414, "DPT", sorted(first_of.values())),
    )


def wilayah_text(wilayah: Sequence[str]) -> str:
    """Say neighbouring RT of one RW together: `RW 001: RT 001–004`."""
    by_rw: dict[str, list[str]] = {}
    for area in wilayah:
        rt, slash, rw = area.partition("/RW ")
        by_rw.setdefault(f"RW {rw}" if slash else "", []).append(rt)
    parts = []
    for rw, rts in by_rw.items():
        run = rts[0] if len(rts) == 1 else f"{rts[0]}–{rts[-1].removeprefix('RT ')}"
        parts.append(f"{rw}: {run}" if rw else ", ".join(rts))
    return "; ".join(parts)


def _counted(kind: FindingKind, subject: str, numbers: Sequence[int]) -> Iterator[Finding]:
    if numbers:
        yield kind.at(subject, jumlah=len(numbers), contoh=numbers[0])


def _merging_offer(units: Sequence[UnitHitung], small: UnitHitung) -> str:
    """Offer the smaller of the two neighbours; a village with one unit has none."""
    beside = [unit for unit in units if abs(unit.nomor - small.nomor) == 1]
    if not beside:
        return ""
    neighbour = min(beside, key=lambda unit: (unit.dpt, unit.nomor))
    return f"; usul: gabungkan dengan {neighbour.nama}"

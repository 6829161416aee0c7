"""Who leads, by folding the recap rows: sort, take the top, narrow a tie rule by rule.

The chain of rule codes comes from the profile (regulation 8.5). A rule leaves those who are best by
it; one left is the winner, several go on to the next rule. Every step is printed with its figures.
A rule that asks for what was not counted apart, or for people to act, ends in a written decision.
`berita_acara/outcome.py` answers the same question from the frozen document alone, another way.
"""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from pilkades_desk.core.terbilang import angka
from pilkades_desk.penghitungan.values import BarisRekap, Hasil, StatusHasil

_TIDAK_TERPISAH = "tidak dapat dihitung: suara tidak dihitung terpisah menurut tempat tinggal"
_KEPUTUSAN = {
    "TB2": _TIDAK_TERPISAH,
    "TB5": "pemungutan suara ulang; diputuskan tertulis, bukan dihitung",
    "TB6": "putaran kedua; diputuskan tertulis, bukan dihitung",
    "TB7": _TIDAK_TERPISAH,
    "TB8": "undian; diputuskan tertulis, bukan dihitung",
}


class Langkah(NamedTuple):
    """What one rule says: a score per tied number (higher is better), or why it says nothing."""

    teks: str
    nilai: dict[int, int] | None = None
    selesai: bool = False


def decide(baris: Sequence[BarisRekap], calon: int, rantai: Sequence[str]) -> Hasil:
    """Give the leading number of a complete recap; one candidate is for people to judge.

    Syarat: S-514, S-515, S-516, S-517, S-518.
    """
    totals = _totals(baris)
    langkah = [_totals_text(totals, calon)]
    if calon == 1:
        return _hasil(StatusHasil.CALON_TUNGGAL, (), langkah)
    top = _best(totals)
    if len(top) == 1:
        return _hasil(StatusHasil.UNGGUL, top, langkah)
    langkah.append(f"Suara terbanyak sama: nomor {_list(top)}.")
    for kode in rantai:
        step = _ask(kode, baris, top)
        langkah.append(f"{kode}: {step.teks}.")
        if step.nilai is not None:
            top = _best(step.nilai)
        if len(top) == 1:
            return _hasil(StatusHasil.SERI_TERSELESAIKAN, top, langkah)
        if step.selesai:
            break
    langkah.append(f"Masih sama: nomor {_list(top)}. Perlu keputusan tertulis.")
    return _hasil(StatusHasil.SERI, top, langkah)


def _ask(kode: str, baris: Sequence[BarisRekap], top: tuple[int, ...]) -> Langkah:
    if kode == "TB2" and len(baris) > 1:
        return Langkah("tidak berlaku: desa ini mempunyai lebih dari satu unit")
    if kode in _RULES:
        if len(baris) == 1:
            return Langkah("tidak berlaku: desa ini hanya mempunyai satu unit")
        return _RULES[kode](baris, top)
    return Langkah(_KEPUTUSAN.get(kode, "tidak dapat dihitung: aturan tidak dikenal"), selesai=True)


def _largest_unit(baris: Sequence[BarisRekap], top: tuple[int, ...]) -> Langkah:
    """TB1: most votes in the unit with the most voters on the DPT."""
    by_size = sorted(baris, key=lambda row: row.dpt_jumlah, reverse=True)
    largest = by_size[0]
    size = f"DPT {angka(largest.dpt_jumlah)}"
    alike = [row.nama for row in by_size if row.dpt_jumlah == largest.dpt_jumlah]
    if len(alike) > 1:
        return Langkah(f"{', '.join(alike)} sama besar ({size}), lanjut ke aturan berikutnya")
    votes = {nomor: largest.suara[nomor - 1] for nomor in top}
    return Langkah(f"di {largest.nama} ({size}) {_scores(votes, 'suara')}", votes)


def _units_won(baris: Sequence[BarisRekap], top: tuple[int, ...]) -> Langkah:
    """TB3: most units led alone."""
    leaders = [_best(dict(enumerate(row.suara, start=1))) for row in baris]
    won = {nomor: leaders.count((nomor,)) for nomor in top}
    return Langkah(f"menang {_scores(won, 'unit')}", won)


def _evenness(baris: Sequence[BarisRekap], top: tuple[int, ...]) -> Langkah:
    """TB4: smallest gap between a number's own highest and lowest unit."""
    gaps = {}
    for nomor in top:
        ordered = sorted(row.suara[nomor - 1] for row in baris)
        gaps[nomor] = ordered[-1] - ordered[0]
    scores = {nomor: -gap for nomor, gap in gaps.items()}
    return Langkah(f"selisih unit tertinggi dan terendah {_scores(gaps, 'suara')}", scores)


_RULES: dict[str, Callable[[Sequence[BarisRekap], tuple[int, ...]], Langkah]] = {
    "TB1": _largest_unit,
    "TB3": _units_won,
    "TB4": _evenness,
}


def _totals(baris: Sequence[BarisRekap]) -> dict[int, int]:
    columns = zip(*(row.suara for row in baris), strict=True)
    return {nomor: sum(column) for nomor, column in enumerate(columns, start=1)}


def _best(scores: dict[int, int]) -> tuple[int, ...]:
    """Give the numbers sharing the highest score, in order."""
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    _, top = next(groupby(ranked, key=lambda item: item[1]))
    return tuple(nomor for nomor, _ in top)


def _hasil(status: StatusHasil, top: tuple[int, ...], langkah: list[str]) -> Hasil:
    alone = top[0] if len(top) == 1 else None
    left = top if status is StatusHasil.SERI else ()
    return Hasil(status=status, nomor_urut=alone, seri=left, langkah=tuple(langkah))


def _totals_text(totals: dict[int, int], calon: int) -> str:
    if calon == 1:
        return (
            f"Calon tunggal {angka(totals[1])} suara, kolom kosong {angka(totals[2])} suara. "
            "Penetapan mengikuti peraturan, dengan keputusan tertulis."
        )
    return f"Jumlah suara sah: {_scores(totals, 'suara')}."


def _scores(scores: dict[int, int], unit: str) -> str:
    return ", ".join(f"nomor {nomor} ({angka(score)} {unit})" for nomor, score in scores.items())


def _list(top: tuple[int, ...]) -> str:
    return ", ".join(map(str, top))

"""Counts the days of a term as the profile says: working or calendar days, the first counts."""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from pilkades_desk.core.value import Value

_SATURDAY = 5


class SatuanHari(StrEnum):
    """Which days a term is made of."""

    KERJA = "hari_kerja"
    KALENDER = "hari_kalender"


class Jangka(Value):
    """A term from its first to its last day, both counted, with the rule in words."""

    mulai: date
    sampai: date
    hitungan: str


def run_term(mulai: date, hari: int, satuan: SatuanHari, libur: Collection[date] = ()) -> Jangka:
    """Give the term of `hari` days from the first day that counts, `mulai` or later (S-292)."""
    days = [_next(mulai, satuan, libur)]
    while len(days) < hari:
        days.append(_next(days[-1] + timedelta(days=1), satuan, libur))
    return Jangka(mulai=days[0], sampai=days[-1], hitungan=_words(hari, satuan, libur))


def _next(day: date, satuan: SatuanHari, libur: Collection[date]) -> date:
    while satuan is SatuanHari.KERJA and (day.weekday() >= _SATURDAY or day in libur):
        day += timedelta(days=1)
    return day


def _words(hari: int, satuan: SatuanHari, libur: Collection[date]) -> str:
    if satuan is SatuanHari.KALENDER:
        return f"{hari} hari kalender, hari pertama ikut dihitung."
    free = "Sabtu, Minggu, dan hari libur dalam profil" if libur else "Sabtu dan Minggu"
    return f"{hari} hari kerja, hari pertama ikut dihitung; {free} tidak dihitung."

"""A term as it is announced: its first and last day, with the rule in words."""

from collections.abc import Collection
from datetime import date

from pilkades_desk.core.value import Value
from pilkades_desk.panitia.kalender.rules import walk
from pilkades_desk.panitia.kalender.values import HariLibur, SatuanHari


class Jangka(Value):
    """A term from its first to its last day, both counted, with the rule in words."""

    mulai: date
    sampai: date
    hitungan: str


def run_term(mulai: date, hari: int, satuan: SatuanHari, libur: Collection[date] = ()) -> Jangka:
    """Give the term of `hari` days from the first day that counts, `mulai` or later (S-292)."""
    off = {day: HariLibur(tanggal=day, nama="hari libur") for day in libur}
    first, _ = walk(mulai, 0, satuan, off)
    last, _ = walk(first, hari - 1, satuan, off)
    return Jangka(mulai=first, sampai=last, hitungan=_words(hari, satuan, libur))


def _words(hari: int, satuan: SatuanHari, libur: Collection[date]) -> str:
    if satuan is SatuanHari.KALENDER:
        return f"{hari} hari kalender, hari pertama ikut dihitung."
    free = "Sabtu, Minggu, dan hari libur" if libur else "Sabtu dan Minggu"
    return f"{hari} hari kerja, hari pertama ikut dihitung; {free} tidak dihitung."

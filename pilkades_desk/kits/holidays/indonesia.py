"""National holidays and joint leave (cuti bersama) by year; loads the library when first asked."""

from datetime import date
from typing import NamedTuple


class NationalDay(NamedTuple):
    """One day off: its Indonesian name, whether it is joint leave, whether it is only estimated."""

    day: date
    name: str
    joint: bool
    estimated: bool


class NationalDays(NamedTuple):
    """The days of some years, and the years whose joint leave nobody has announced yet."""

    days: tuple[NationalDay, ...]
    unannounced: tuple[int, ...]


def national_days(first: int, last: int) -> NationalDays:
    """Give the days off of the years `first` to `last`, both included, in order.

    Source: the decrees the library lists; days that follow the moon are marked as estimated until
    a decree has fixed them.
    """
    from holidays.constants import GOVERNMENT, PUBLIC
    from holidays.countries.indonesia import Indonesia

    mark = Indonesia.estimated_label.replace("%s", "")
    found: dict[date, NationalDay] = {}
    years = range(first, last + 1)
    for category in (PUBLIC, GOVERNMENT):  # joint leave last: a holiday stays a holiday
        known = Indonesia(years=years, categories=(category,), language="id")
        for day, name in known.items():
            joint = category == GOVERNMENT
            one = NationalDay(day, name.replace(mark, ""), joint, mark in name)
            found.setdefault(day, one)
    announced = {one.day.year for one in found.values() if one.joint}
    unannounced = tuple(year for year in years if year not in announced)
    return NationalDays(tuple(found[day] for day in sorted(found)), unannounced)

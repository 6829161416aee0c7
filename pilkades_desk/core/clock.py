"""The only place that asks the time, and the Indonesian words for days, dates and hours."""

from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from typing import Protocol

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


class Zona(StrEnum):
    """The three Indonesian time zones; none of them has summer time."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"

    @property
    def tz(self) -> timezone:
        """Give the fixed offset."""
        hours = {"WIB": 7, "WITA": 8, "WIT": 9}[self.value]
        return timezone(timedelta(hours=hours), self.value)


class Clock(Protocol):
    """Whoever needs the time is given one of these."""

    def now(self) -> datetime:
        """Give the present moment, aware, in UTC."""
        ...


class SystemClock:
    """The laptop's own clock."""

    def now(self) -> datetime:
        """Give the present moment, aware, in UTC."""
        return datetime.now(UTC)


class SteppingClock:
    """Starts at a given moment and moves on a fixed step at every question; for demo and tests."""

    def __init__(self, start: datetime, step: timedelta = timedelta(seconds=1)) -> None:
        self._next = start.astimezone(UTC)
        self._step = step

    def now(self) -> datetime:
        """Give the next moment."""
        now, self._next = self._next, self._next + self._step
        return now

    def jump(self, moment: datetime) -> None:
        """Go on from a later moment."""
        self._next = moment.astimezone(UTC)


def utc_text(moment: datetime) -> str:
    """Write a moment as `2026-11-21T08:00:00.000000Z`, the one form in logs and envelopes."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def parse_utc(text: str) -> datetime:
    """Read what `utc_text` writes; ValueError otherwise."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)


def long_date(day: date) -> str:
    """Write `Rabu, 3 Februari 2027`."""
    return f"{HARI[day.weekday()]}, {plain_date(day)}"


def plain_date(day: date) -> str:
    """Write `3 Februari 2027`."""
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Write `03-02-2027`."""
    return day.strftime("%d-%m-%Y")


def days_text(first: date, last: date) -> str:
    """Write `3 Feb 2027`, `14–28 Des 2026` or `29 Des – 19 Jan 2027`, with the last day's year."""
    end = f"{last.day} {BULAN[last.month - 1][:3]} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    return f"{first.day} {BULAN[first.month - 1][:3]} – {end}"


def hour_text(moment: datetime, zona: Zona) -> str:
    """Write `07.05 WIB`."""
    return f"{moment.astimezone(zona.tz):%H.%M} {zona.value}"


def moment_text(moment: datetime, zona: Zona) -> str:
    """Write `03-02-2027 07.05 WIB`."""
    local = moment.astimezone(zona.tz)
    return f"{short_date(local.date())} {local:%H.%M} {zona.value}"


def laptop_text(moment: datetime) -> str:
    """Write `03-02-2027 07.05` by the laptop's own clock: for what happens to the laptop itself."""
    local = moment.astimezone()
    return f"{short_date(local.date())} {local:%H.%M}"

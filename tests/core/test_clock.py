import time
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.core.clock import (
    SteppingClock,
    SystemClock,
    Zona,
    days_text,
    hour_text,
    laptop_text,
    long_date,
    moment_text,
    parse_utc,
    plain_date,
    short_date,
    utc_text,
)

DAYS = [date(2024, 1, 1) + timedelta(days=day) for day in range(4 * 366)]
START = datetime(2027, 2, 3, 0, 5, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 4 * 10**15).map(lambda us: EPOCH + timedelta(microseconds=us))


def test_every_day_of_four_years_is_written_as_babel_writes_it() -> None:
    wrong = [
        day for day in DAYS if long_date(day) != format_date(day, "EEEE, d MMMM y", locale="id_ID")
    ]
    assert wrong == []


def test_a_day_without_its_weekday_is_written_as_babel_writes_it() -> None:
    wrong = [day for day in DAYS if plain_date(day) != format_date(day, "long", locale="id_ID")]
    assert wrong == []


def test_the_short_day_has_two_digits() -> None:
    assert short_date(date(2027, 2, 3)) == "03-02-2027"


@pytest.mark.parametrize(("zona", "hour"), [("WIB", "07.05"), ("WITA", "08.05"), ("WIT", "09.05")])
def test_an_hour_is_told_in_the_villages_own_zone(zona: str, hour: str) -> None:
    assert hour_text(START, Zona(zona)) == f"{hour} {zona}"


def test_a_moment_late_in_utc_is_already_the_next_day() -> None:
    late = datetime(2027, 2, 3, 17, 30, tzinfo=UTC)
    assert moment_text(late, Zona.WIB) == "04-02-2027 00.30 WIB"


def test_a_zone_carries_its_name() -> None:
    assert Zona.WIT.tz.tzname(None) == "WIT"


@given(MOMENTS)
def test_a_moment_in_the_log_reads_back_the_same(moment: datetime) -> None:
    assert parse_utc(utc_text(moment)) == moment


@given(MOMENTS, st.integers(-12, 14))
def test_one_moment_is_logged_one_way_wherever_it_is_told(moment: datetime, hours: int) -> None:
    elsewhere = moment.astimezone(timezone(timedelta(hours=hours)))
    assert utc_text(elsewhere) == utc_text(moment)


@given(MOMENTS, MOMENTS)
def test_the_order_of_texts_is_the_order_of_moments(one: datetime, two: datetime) -> None:
    assert (utc_text(one) < utc_text(two)) == (one < two)


@pytest.mark.parametrize(
    "text", ["", "2027-02-03", "2027-02-03T00:05:00Z", "2027-02-30T00:05:00.0Z"]
)
def test_any_other_writing_of_a_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"does not match|unconverted|day is out of range"):
        parse_utc(text)


def test_a_stepping_clock_moves_at_every_question() -> None:
    clock = SteppingClock(START, timedelta(minutes=2))
    assert [clock.now() - START for _ in range(3)] == [timedelta(minutes=n) for n in (0, 2, 4)]


def test_a_stepping_clock_goes_on_from_where_it_is_put() -> None:
    clock = SteppingClock(START)
    clock.jump(START + timedelta(days=1))
    assert clock.now() == START + timedelta(days=1)


def test_the_laptops_clock_tells_aware_utc() -> None:
    clock = SystemClock()
    first, second = clock.now(), clock.now()
    assert first <= second
    assert first.tzinfo is UTC


def test_the_laptops_own_clock_is_told_without_a_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "WIT-9")
    time.tzset()
    try:
        assert laptop_text(datetime(2027, 2, 2, 22, 5, tzinfo=UTC)) == "03-02-2027 07.05"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_stretch_of_days_names_month_and_year_once() -> None:
    third, last = date(2027, 2, 3), date(2027, 2, 12)
    assert days_text(third, third) == "3 Feb 2027"
    assert days_text(third, last) == "3–12 Feb 2027"
    assert days_text(date(2026, 12, 29), date(2027, 1, 19)) == "29 Des – 19 Jan 2027"
    assert days_text(date(2026, 2, 3), last) == "3 Feb – 12 Feb 2027"

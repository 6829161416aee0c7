import random
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from pilkades_desk.core.terbilang import angka, persen, terbilang

COUNTS = st.integers(0, 10**6)


def differing(numbers: list[int]) -> list[tuple[int, str, str]]:
    """The numbers that num2words, written by others, says another way."""
    pairs = ((number, terbilang(number), num2words(number, lang="id")) for number in numbers)
    return [pair for pair in pairs if pair[1] != pair[2]]


def test_every_number_up_to_20000_is_said_as_num2words_says_it() -> None:
    assert differing(list(range(20_001))) == []


def test_20000_numbers_up_to_a_million_are_said_as_num2words_says_them() -> None:
    chance = random.Random(20_270_203)
    assert differing([chance.randint(20_001, 1_000_000) for _ in range(20_000)]) == []


def test_the_turns_of_every_scale_are_said_as_num2words_says_them() -> None:
    around = [10**power + step for power in range(2, 12) for step in (-1, 0, 1)]
    assert differing(around) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (11, "sebelas"),
        (18, "delapan belas"),
        (100, "seratus"),
        (1_001, "seribu satu"),
        (2_115, "dua ribu seratus lima belas"),
        (1_000_000, "satu juta"),
    ],
)
def test_numbers_are_said_as_minutes_say_them(number: int, words: str) -> None:
    assert terbilang(number) == words


@given(COUNTS, COUNTS)
def test_two_numbers_never_sound_alike(one: int, two: int) -> None:
    assert (terbilang(one) == terbilang(two)) == (one == two)


@pytest.mark.parametrize("number", [-1, 10**12])
def test_numbers_out_of_reach_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        terbilang(number)


@given(st.integers(0, 10**12))
def test_dots_stand_between_thousands(number: int) -> None:
    groups = angka(number).split(".")
    assert int("".join(groups)) == number
    assert all(len(group) == 3 for group in groups[1:])
    assert 1 <= len(groups[0]) <= 3


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 4))
def test_a_share_is_rounded_half_up(part: int, whole: int, places: int) -> None:
    exact = Decimal(part * 100) / Decimal(whole)
    rounded = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    assert persen(part, whole, places) == f"{rounded}%".replace(".", ",")


@pytest.mark.parametrize(
    ("part", "whole", "places", "text"),
    [(1, 3, 1, "33,3%"), (1, 8, 2, "12,50%"), (1, 16, 1, "6,3%"), (1, 2, 0, "50%")],
)
def test_a_share_is_written_with_a_comma(part: int, whole: int, places: int, text: str) -> None:
    assert persen(part, whole, places) == text


def test_a_share_of_nothing_is_a_dash() -> None:
    assert persen(0, 0) == "–"

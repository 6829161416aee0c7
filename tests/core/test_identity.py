from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from pilkades_desk.core.identity import (
    KodeDesa,
    Nama,
    Nik,
    NomorKk,
    nik_is_female,
    nik_matches_birth,
)

BORN = st.dates(date(1920, 1, 1), date(2012, 12, 31))


def make_nik(born: date, female: bool) -> str:
    return f"339901{born.day + 40 * female:02d}{born:%m%y}0001"


def is_valid(kind: object, text: str) -> bool:
    try:
        TypeAdapter(kind).validate_python(text)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("kind", [Nik, NomorKk])
@pytest.mark.parametrize(
    "text",
    ["", "3" * 15, "3" * 17, "0" + "3" * 15, "3" * 15 + "x", "3" * 15 + "٣", "3" * 16 + "\n"],
)
def test_a_number_other_than_16_digits_is_refused(kind: object, text: str) -> None:
    assert not is_valid(kind, text)


@pytest.mark.parametrize("kind", [Nik, NomorKk])
def test_16_digits_are_taken(kind: object) -> None:
    assert is_valid(kind, "3399010302900001")


@pytest.mark.parametrize(
    ("text", "valid"), [("3399012001", True), ("339901200", False), ("0399012001", False)]
)
def test_a_village_code_has_10_digits(text: str, valid: bool) -> None:
    assert is_valid(KodeDesa, text) is valid


def test_a_name_loses_the_space_around_it() -> None:
    assert TypeAdapter(Nama).validate_python("  Siti Uji ") == "Siti Uji"


@pytest.mark.parametrize("text", ["", "   ", "a" * 101])
def test_a_name_is_neither_empty_nor_endless(text: str) -> None:
    assert not is_valid(Nama, text)


@given(BORN, st.booleans())
def test_a_nik_agrees_with_its_own_birth_and_sex(born: date, female: bool) -> None:
    nik = make_nik(born, female)
    assert nik_matches_birth(nik, born)
    assert nik_is_female(nik) is female


@given(BORN, BORN, st.booleans())
def test_a_nik_disagrees_with_another_birth(born: date, other: date, female: bool) -> None:
    same = (born.day, born.month, born.year % 100) == (other.day, other.month, other.year % 100)
    assert nik_matches_birth(make_nik(born, female), other) is same


@pytest.mark.parametrize("day", ["00", "40", "72", "80", "81", "99"])
def test_a_day_no_month_has_matches_no_birth(day: str) -> None:
    nik = f"339901{day}02900001"
    assert not any(nik_matches_birth(nik, date(1990, 2, number)) for number in range(1, 29))

import pytest
from pydantic import ValidationError

from pilkades_desk.core.value import Value


class Kotak(Value):
    isi: int


def test_a_value_cannot_be_changed() -> None:
    kotak = Kotak(isi=1)
    with pytest.raises(ValidationError, match="frozen"):
        kotak.isi = 2  # type: ignore[misc]  # the point of the test


def test_values_of_one_content_are_equal_and_hash_alike() -> None:
    assert {Kotak(isi=1), Kotak(isi=1)} == {Kotak(isi=1)}


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Kotak.model_validate({"isi": 1, "lain": 2})


def test_a_value_is_checked_when_made() -> None:
    with pytest.raises(ValidationError):
        Kotak.model_validate({"isi": "bukan angka"})


def test_what_was_refused_is_in_no_message() -> None:
    with pytest.raises(ValidationError) as refused:
        Kotak.model_validate({"isi": "kuda jalan lima batu"})
    assert "kuda" not in str(refused.value)

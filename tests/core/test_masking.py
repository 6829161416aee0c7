import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.core.masking import mask_nik, mask_numbers

NIK = st.from_regex(r"\A[1-9][0-9]{15}\Z")


@given(NIK)
def test_a_masked_nik_shows_its_region_alone(nik: str) -> None:
    assert mask_nik(nik) == nik[:6] + "*" * 10


@given(NIK, st.sampled_from(["", " ", ".", "-", "\u00a0"]), st.integers(1, 8))
def test_a_nik_within_a_text_is_hidden_however_it_is_written(nik: str, sign: str, by: int) -> None:
    written = sign.join(nik[at : at + by] for at in range(0, 16, by))
    hidden = mask_numbers(f"pemilih {written}, ganda")
    assert hidden == f"pemilih {'*' * len(written)}, ganda"


@pytest.mark.parametrize("short", ["baris 12345678901", "2026-11-22 03:07:24,123", "12-05-1990"])
def test_short_numbers_and_moments_stay(short: str) -> None:
    assert mask_numbers(short) == short

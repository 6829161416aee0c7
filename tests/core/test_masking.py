from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.core.masking import mask_nik


@given(st.from_regex(r"\A[1-9][0-9]{15}\Z"))
def test_a_masked_nik_shows_four_digits(nik: str) -> None:
    masked = mask_nik(nik)
    assert (masked[:12], masked[12:]) == ("*" * 12, nik[12:])

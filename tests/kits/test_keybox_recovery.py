import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.core.errors import AccessError
from pilkades_desk.kits.keybox.recovery import group, new_code, read_code

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SYMBOLS = st.text(ALPHABET, min_size=32, max_size=32)


def test_a_new_code_is_eight_groups_of_four() -> None:
    groups = new_code().split("-")
    assert [len(part) for part in groups] == [4] * 8
    assert set("".join(groups)) <= set(ALPHABET)


def test_two_codes_are_never_the_same() -> None:
    assert len({new_code() for _ in range(50)}) == 50


@given(SYMBOLS)
def test_a_printed_code_reads_back_the_same(symbols: str) -> None:
    assert read_code(group(symbols)) == group(symbols)


@given(SYMBOLS, st.data())
def test_case_spaces_and_dashes_do_not_matter(symbols: str, data: st.DataObject) -> None:
    gaps = data.draw(st.lists(st.sampled_from(["", " ", "-", " - ", "\t", "\n"]), min_size=32))
    typed = "".join(letter + gap for letter, gap in zip(symbols.lower(), gaps, strict=False))
    assert read_code(typed) == group(symbols)


@pytest.mark.parametrize(("typed", "meant"), [("O", "0"), ("o", "0"), ("I", "1"), ("l", "1")])
def test_letters_that_look_like_digits_are_read_as_digits(typed: str, meant: str) -> None:
    assert read_code(typed * 32) == group(meant * 32)


def test_u_is_read_as_v() -> None:
    assert read_code("u" * 32) == group("V" * 32)


@pytest.mark.parametrize("typed", ["", "0" * 31, "0" * 33, "0" * 31 + "!", "0" * 31 + "é"])
def test_an_incomplete_code_is_refused_with_a_hint(typed: str) -> None:
    with pytest.raises(AccessError, match="tidak lengkap") as refused:
        read_code(typed)
    assert "delapan kelompok" in refused.value.hint

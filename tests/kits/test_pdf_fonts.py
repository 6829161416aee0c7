import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.core.errors import DocumentError
from pilkades_desk.kits.pdf.fonts import REGULAR, clean, fit, fit_line, width, wrap

WORDS = st.text("abcdefghijklmnop QRSTUV'ʿāḥṣ.", min_size=1, max_size=100)


def test_a_decomposed_accent_is_composed() -> None:
    assert clean("Raden Ru\u0304pa") == "Raden Rūpa"


def test_invisible_marks_and_line_breaks_become_nothing_or_one_space() -> None:
    assert clean("Siti\u200b\n  Aminah\ufeff") == "Siti Aminah"


def test_a_character_without_glyph_is_refused_by_name() -> None:
    with pytest.raises(DocumentError, match=r"U\+A9B2"):
        clean("Karang\ua9b2")


def test_a_short_text_keeps_its_size() -> None:
    assert fit("TPS 1", REGULAR, 10, 200) == (("TPS 1",), 10)


def test_a_slightly_long_text_shrinks_on_one_line() -> None:
    lines, size = fit("Kusumaningtyas", REGULAR, 10, width("Kusumaningtyas", REGULAR, 9))
    assert (len(lines), 8.9 < size < 9) == (1, True)


def test_a_long_text_goes_on_more_lines() -> None:
    assert len(fit("satu dua tiga empat lima enam", REGULAR, 10, 60)[0]) == 3


def test_a_figure_shrinks_on_one_line_however_small() -> None:
    line, size = fit_line("123.456.789", REGULAR, 10, 12)
    assert width(line, REGULAR, size) <= 12


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrap("", REGULAR, 10, 50) == ("",)


@given(WORDS)
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str) -> None:
    lines, size = fit(text, REGULAR, 9.6, 70)
    assert all(width(line, REGULAR, size) <= 70.01 for line in lines)
    assert "".join(lines).replace(" ", "") == clean(text).replace(" ", "")

"""How a question at the counter is read, whom it fits, and how questions are counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.pemilih.loket.rules import fits, read_question
from pilkades_desk.pemilih.loket.values import HasilLoket, HitungLoket, Jawaban, Pertanyaan
from pilkades_desk.pemilih.values import JenisKelamin


@given(st.text(max_size=30))
def test_a_question_is_never_part_of_a_number(typed: str) -> None:
    asked = read_question(typed)
    if asked is not None:
        assert bool(asked.nik) != bool(asked.kata)
        assert len(asked.nik) in (0, 16)


@given(st.lists(st.sampled_from(("SITI", "UJI", "NUR'AINI", "AMINAH")), min_size=1, unique=True))
def test_every_name_fits_its_own_words_in_any_order(words: list[str]) -> None:
    asked = read_question(" ".join(reversed(words)))
    assert asked is not None
    assert fits(asked, " ".join([*words, "LAIN"]), "")
    assert not fits(Pertanyaan("", ("budi",)), " ".join(words), "")


@pytest.mark.syarat("S-250")
@pytest.mark.parametrize("name", ["NUR'AINI D’ARC", "NURAINI DARC"])
@pytest.mark.parametrize("typed", ["nuraini", "NUR'AINI", "nur’aini d'arc", "darc nuraini"])
def test_an_apostrophe_may_be_left_out_or_written(typed: str, name: str) -> None:
    asked = read_question(typed)
    assert asked is not None
    assert fits(asked, name, "")
    assert not fits(asked, "NUR AINIA", "")


@pytest.mark.syarat("S-250")
def test_a_whole_nik_fits_its_owner_alone() -> None:
    asked = read_question("3399 0152 0590 0001")
    assert asked == Pertanyaan("3399015205900001", ())
    assert fits(asked, "SITI", "3399015205900001")
    assert not fits(asked, "SITI", "3399015205900002")


def test_questions_are_counted_with_and_without_an_answer() -> None:
    found = HasilLoket((Jawaban("SITI", JenisKelamin.P, 1, 1, ""),))
    assert HitungLoket().plus(found).plus(HasilLoket(())) == HitungLoket(2, 1)

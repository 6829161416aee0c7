import gzip

import pytest

from pilkades_desk.core.resources import resource_bytes
from pilkades_desk.panitia.rules import check_password
from pilkades_desk.panitia.sandi import common_passwords, suggest_password, why_common

WORD = "kata yang lazim dipakai"
RUN = "tombol yang berderet"


def codes(sandi: str, *words: str) -> list[str]:
    return [found.code for found in check_password(sandi, words)]


@pytest.mark.syarat("S-108")
@pytest.mark.parametrize(
    ("sandi", "why"),
    [
        ("basketball", WORD),
        ("password123", WORD),
        ("!!Indonesia-2026", WORD),
        ("panitia pilkades", WORD),
        ("sayangsayang", WORD),
        ("mawar.mawar.mawar.", WORD),
        ("\uff30\uff21\uff33\uff33\uff37\uff2f\uff32\uff24\uff11\uff12\uff13", WORD),
        ("qwertyuiop", RUN),
        ("poiuytrewq", RUN),
        ("q w e r t y u i o p", RUN),
        ("1qaz2wsx3edc", RUN),
        ("abcdefghijklmnop", RUN),
        ("aaaaaaaaaaaa", "satu huruf diulang"),
        ("A a a a a a a a", "satu huruf diulang"),
        ("081234567890", "hanya angka dan tanda"),
        ("19-08-1987 ..", "hanya angka dan tanda"),
    ],
)
def test_e107_what_people_guess_first_is_refused(sandi: str, why: str) -> None:
    assert why_common(sandi) == why
    assert "E107" in codes(sandi)


@pytest.mark.parametrize(
    "sandi",
    ["kuda jalan lima batu", "mawar melati lima puluh", "gq7-tempe-lumbung", "asdf kuda lima"],
)
def test_a_password_nobody_guesses_first_is_taken(sandi: str) -> None:
    assert codes(sandi) == []


def test_e107_says_what_makes_it_easy_and_what_to_do() -> None:
    (found,) = check_password("password123", ())
    assert found.text == "Kata sandi mudah ditebak: kata yang lazim dipakai."
    assert "empat kata" in found.do_now


def test_e102_holds_for_another_keyboards_letters_and_a_village_written_as_one_word() -> None:
    assert codes("di \uff53\uff55\uff4b\uff41maju lima", "Sukamaju") == ["E102"]
    assert codes("warga karangrejo lima", "Karang Rejo") == ["E102"]


def test_the_list_of_the_world_is_long_enough_and_in_its_compared_form() -> None:
    lines = gzip.decompress(resource_bytes("sandi-lazim.txt.gz")).decode("utf-8").splitlines()
    assert len(lines) >= 10_000
    assert "bismillah" in common_passwords()
    assert {"password", "qwerty"} <= common_passwords()


def test_every_suggestion_passes_the_rule() -> None:
    assert [codes(suggest_password(), "ketua", "2026") for _ in range(200)] == [[]] * 200

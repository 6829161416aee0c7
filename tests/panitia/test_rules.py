import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.panitia.findings import KINDS
from pilkades_desk.panitia.rules import (
    approval_digest,
    approval_message,
    check_account,
    check_duty,
    check_password,
    needs_second,
)
from pilkades_desk.panitia.values import Akun, Persetujuan
from tests.makers import KETUA, OPERATOR_1

TAKEN = Akun(
    id=1,
    **KETUA.model_dump(exclude={"sandi"}),
    kunci_publik="",
    sejak=datetime(2026, 12, 1, tzinfo=UTC),
    dibuat=datetime(2026, 12, 1, tzinfo=UTC),
)
SETUJU = Persetujuan(akun_id=1, aksi="kunci-dpt", digest="ab", kepala="3-ff", tanda_tangan="00")
MESSAGES = st.tuples(st.integers(1, 99), st.text(), st.text(), st.text())


def codes(sandi: str, *words: str) -> list[str]:
    return [found.code for found in check_password(sandi, words)]


@pytest.mark.syarat("S-102")
@pytest.mark.parametrize(
    ("sandi", "found"), [("rambutan9", ["E101"]), ("rambutan 9x", []), ("", ["E101"])]
)
def test_e101_a_password_under_10_letters_is_refused(sandi: str, found: list[str]) -> None:
    assert codes(sandi) == found


def test_e101_says_how_long_it_was() -> None:
    (found,) = check_password("pendek", ())
    assert found.text == "Kata sandi terlalu pendek: 6 huruf."


@pytest.mark.syarat("S-102")
@pytest.mark.parametrize("sandi", ["sukamaju jaya sekali", "kami SUKAMAJU semua", "xxSukaMajuxx"])
def test_e102_a_password_with_the_village_is_refused_whatever_its_case(sandi: str) -> None:
    assert codes(sandi, "Sukamaju") == ["E102"]


def test_e102_names_each_forbidden_word() -> None:
    found = check_password("ketua sukamaju 2026", ("ketua", "Sukamaju", "2026"))
    assert [one.evidence["kata"] for one in found] == ["'ketua'", "'Sukamaju'", "'2026'"]


def test_an_empty_word_forbids_nothing() -> None:
    assert codes("kuda jalan lima batu", "") == []


def test_e102_holds_for_the_account_itself() -> None:
    baru = OPERATOR_1.model_copy(update={"sandi": "operator1 rajin sekali"})
    assert [found.code for found in check_account(baru, (), ())] == ["E102"]


@pytest.mark.syarat("S-103")
def test_e103_a_login_name_is_given_once() -> None:
    other = KETUA.model_copy(update={"nama_lengkap": "Wati Uji"})
    (found,) = check_account(other, (TAKEN,), ())
    assert (found.code, found.text) == ("E103", "Nama akun 'ketua' sudah dipakai.")


def test_a_good_account_beside_another_has_no_findings() -> None:
    assert check_account(OPERATOR_1, (TAKEN,), ("Sukamaju", "2026")) == []


def test_every_kind_of_step_1_has_its_digit_and_says_what_to_do() -> None:
    assert all(code[1] == "1" and kind.do_now for code, kind in KINDS.items())


@given(MESSAGES, MESSAGES)
def test_two_approvals_never_share_the_bytes_signed(
    one: tuple[int, str, str, str], two: tuple[int, str, str, str]
) -> None:
    assert (approval_message(*one) == approval_message(*two)) == (one == two)


def test_an_approval_signs_who_what_and_when_under_its_own_domain() -> None:
    domain, _, content = approval_message(7, "kunci-dpt", "ab", "3-ff").partition(b"\n")
    assert domain == b"pilkades-setuju/v1"
    said = {"akun": 7, "aksi": "kunci-dpt", "digest": "ab", "kepala": "3-ff"}
    assert json.loads(content) == said


@pytest.mark.parametrize("field", ["aksi", "digest", "kepala", "tanda_tangan"])
def test_another_approval_has_another_digest(field: str) -> None:
    other = SETUJU.model_copy(update={field: "lain"})
    assert approval_digest(other) != approval_digest(SETUJU)


def test_a_further_account_needs_two_people_once_there_are_two() -> None:
    assert [needs_second([TAKEN] * count) for count in (0, 1, 2)] == [False, False, True]


@pytest.mark.syarat("S-107")
def test_e104_a_kpps_member_needs_a_unit() -> None:
    assert [found.code for found in check_duty("Anggota KPPS", None)] == ["E104"]
    assert check_duty("Anggota KPPS", 3) == []


@pytest.mark.syarat("S-107")
def test_e105_a_committee_member_has_no_unit() -> None:
    assert [found.code for found in check_duty("Sekretaris", 3)] == ["E105"]
    assert check_duty("Sekretaris", None) == []


@pytest.mark.parametrize(
    ("jabatan", "unit", "found"),
    [
        ("Ketua KPPS", None, ["E104"]),
        ("Anggota KPPS", 0, ["E104"]),
        ("Anggota KPPS", 1, []),
        ("Ketua Panitia", 1, ["E105"]),
        ("Sekretaris", None, []),
    ],
)
def test_e104_e105_only_kpps_members_have_a_unit(
    jabatan: str, unit: int | None, found: list[str]
) -> None:
    assert [one.code for one in check_duty(jabatan, unit)] == found


@pytest.mark.parametrize(("taken", "needed"), [(0, False), (1, False), (2, True), (9, True)])
def test_a_further_account_needs_a_second_person_once_there_are_two(
    taken: int, needed: bool
) -> None:
    assert needs_second([TAKEN] * taken) is needed


def test_e106_one_person_has_one_account() -> None:
    other = OPERATOR_1.model_copy(update={"nama_lengkap": KETUA.nama_lengkap.upper()})
    assert [found.code for found in check_account(other, (TAKEN,), ())] == ["E106"]

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.calon.findings import KINDS
from pilkades_desk.calon.rules import (
    age_on,
    check_berkas,
    check_isian,
    check_jumlah,
    check_musyawarah,
    check_urutan,
    number,
)
from pilkades_desk.calon.values import BerkasCalon, ModeTunggal, StatusCalon
from pilkades_desk.core.findings import Finding
from tests.calon.makers import REGISTERED, SYARAT, make_berkas, make_calon, make_isian, make_nik


def codes(found: tuple[Finding, ...]) -> list[str]:
    assert all(finding.text and finding.do_now for finding in found), "every sentence can be said"
    return [finding.code for finding in found]


def found_for(*semua: BerkasCalon, nik_dpt: frozenset[str] | None = None) -> dict[int, list[str]]:
    return {key: codes(found) for key, found in check_berkas(semua, SYARAT, nik_dpt).items()}


@pytest.mark.parametrize(("born", "day", "usia"), [
    (date(2001, 11, 23), date(2026, 11, 23), 25),
    (date(2001, 11, 24), date(2026, 11, 23), 24),
    (date(2000, 2, 29), date(2025, 2, 28), 24),
    (date(2000, 2, 29), date(2025, 3, 1), 25),
])  # fmt: skip
def test_age_counts_full_years(born: date, day: date, usia: int) -> None:
    assert age_on(day, born) == usia


def test_a_good_application_has_no_findings() -> None:
    assert found_for(make_berkas(), nik_dpt=frozenset({make_nik(1)})) == {1: []}


@pytest.mark.syarat("S-301")
def test_e301_who_turns_25_one_day_after_registration_is_too_young() -> None:
    born = REGISTERED.replace(year=REGISTERED.year - 25, day=REGISTERED.day + 1)
    assert "E301" in found_for(make_berkas(tanggal_lahir=born))[1]


def test_e301_who_turns_25_on_the_day_of_registration_may_stand() -> None:
    born = REGISTERED.replace(year=REGISTERED.year - 25)
    assert "E301" not in found_for(make_berkas(tanggal_lahir=born))[1]


@pytest.mark.syarat("S-311")
def test_e302_blames_the_later_of_two_with_the_same_nik() -> None:
    found = found_for(make_berkas(1), make_berkas(2, nik=make_nik(1)))
    assert found == {1: [], 2: ["E302"]}


def test_e302_forgets_the_one_turned_down() -> None:
    turned_down = make_berkas(1, status=StatusCalon.DITOLAK)
    assert found_for(turned_down, make_berkas(2, nik=make_nik(1))) == {2: []}


@pytest.mark.syarat("S-302")
def test_e305_primary_school_is_not_enough() -> None:
    assert found_for(make_berkas(pendidikan="SD")) == {1: ["E305"]}


@pytest.mark.syarat("S-303")
@pytest.mark.parametrize(("terms", "expected"), [(0, []), (1, []), (2, ["E306"]), (3, ["E306"])])
def test_e306_two_terms_are_the_end(terms: int, expected: list[str]) -> None:
    assert found_for(make_berkas(masa_jabatan=terms)) == {1: expected}


def test_w311_warns_both_who_share_a_name() -> None:
    found = found_for(make_berkas(1, nama="Siti  Rahayu"), make_berkas(2, nama="SITI RAHAYU"))
    assert found == {1: ["W311"], 2: ["W311"]}


@pytest.mark.syarat("S-311")
def test_w312_warns_of_who_is_not_in_the_locked_list() -> None:
    assert found_for(make_berkas(), nik_dpt=frozenset()) == {1: ["W312"]}


def test_w312_is_silent_while_no_list_is_locked() -> None:
    assert found_for(make_berkas(), nik_dpt=None) == {1: []}


@pytest.mark.syarat("S-310")
def test_w313_warns_of_a_missing_photo() -> None:
    assert found_for(make_berkas(foto="")) == {1: ["W313"]}


def test_w314_warns_of_a_nik_that_tells_another_birthday() -> None:
    assert found_for(make_berkas(tanggal_lahir=date(1980, 1, 2))) == {1: ["W314"]}


@pytest.mark.syarat("S-304", "S-305")
@pytest.mark.parametrize(("jumlah", "expected"), [
    (0, ["E303"]), (1, ["W315"]), (2, []), (5, []), (6, ["E304"]),
])  # fmt: skip
def test_e303_and_e304_two_to_five_are_confirmed(jumlah: int, expected: list[str]) -> None:
    assert codes(check_jumlah(jumlah, SYARAT)) == expected


def test_w315_says_how_sure_the_profile_is_of_the_blank_column() -> None:
    (found,) = check_jumlah(1, SYARAT)
    assert found.text == "Baru satu calon. Calon tunggal dipilih melawan kolom kosong (asumsi)."


def test_e316_one_alone_does_not_stand_where_the_profile_knows_no_blank_column() -> None:
    syarat = SYARAT.model_copy(update={"tunggal": ModeTunggal.TIDAK_DIATUR})
    assert codes(check_jumlah(1, syarat)) == ["E316"]
    assert codes(check_jumlah(2, syarat)) == []


@pytest.mark.parametrize(("jumlah", "dasar", "expected"), [
    (1, "", ["E317"]), (1, "  ", ["E317"]), (1, "14/P2KD/2026", []), (2, "", []),
])  # fmt: skip
def test_e317_one_alone_stands_by_the_minutes_of_the_musyawarah(
    jumlah: int, dasar: str, expected: list[str]
) -> None:
    assert codes(check_musyawarah(jumlah, dasar)) == expected


def test_e307_names_every_field_that_cannot_be_right() -> None:
    found = check_isian(make_isian(nik="3328", tanggal_lahir="32-01-1980"))
    assert [finding.evidence["isian"] for finding in found] == ["nik", "tanggal lahir"]
    assert codes(found) == ["E307", "E307"]


@pytest.mark.parametrize("changes", [
    {"pendidikan": "SLTP"}, {"nama": "   "}, {"masa_jabatan": "-1"}, {"alamat": "x" * 201},
    {"tambahan": "1"},
])  # fmt: skip
def test_e307_refuses_what_a_field_cannot_hold(changes: dict[str, object]) -> None:
    assert codes(check_isian(make_isian(**changes))) == ["E307"]


def test_a_well_typed_application_has_no_e307() -> None:
    assert check_isian(make_isian()) == ()


@given(st.permutations(range(1, 6)))
def test_every_order_of_the_confirmed_gives_numbers_one_to_n(urutan: list[int]) -> None:
    ditetapkan = [make_calon(calon_id) for calon_id in range(1, 6)]
    assert check_urutan(urutan, ditetapkan) == ()
    drawn = number(urutan)
    assert [one.nomor for one in drawn] == [1, 2, 3, 4, 5]
    assert [one.calon_id for one in drawn] == urutan


@pytest.mark.syarat("S-306")
@given(st.lists(st.integers(1, 6), max_size=8))
def test_an_order_passes_only_when_it_is_a_permutation(urutan: list[int]) -> None:
    ditetapkan = [make_calon(calon_id) for calon_id in range(1, 5)]
    assert (check_urutan(urutan, ditetapkan) == ()) is (sorted(urutan) == [1, 2, 3, 4])


def test_e308_names_who_was_drawn_twice() -> None:
    assert codes(check_urutan([1, 2, 1], [make_calon(1), make_calon(2)])) == ["E308"]


def test_e309_names_who_was_not_drawn() -> None:
    assert codes(check_urutan([1], [make_calon(1), make_calon(2)])) == ["E309"]


def test_e310_names_who_is_no_candidate() -> None:
    assert codes(check_urutan([1, 9], [make_calon(1)])) == ["E310"]


def test_every_kind_belongs_to_step_three() -> None:
    assert {code[1] for code in KINDS} == {"3"}

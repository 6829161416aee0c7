from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilkades_desk.penghitungan import findings
from pilkades_desk.penghitungan.findings import KINDS, fields_of, key_of, typist_text
from pilkades_desk.penghitungan.rules import (
    add_up,
    check_day,
    check_differences,
    check_empty,
    check_form,
    check_hasil,
    check_isi,
    quota_of,
    rekap_row,
)
from pilkades_desk.penghitungan.values import Acuan, FormHitung, Hasil, StatusHasil
from tests.penghitungan.makers import ACUAN, DUA, consistent, make_form, make_row

# boxes no sum can hold: hours, and counts that stand alone on the paper
ALONE = {"jam_buka", "jam_tutup", "hitung_mulai", "hitung_selesai", "disabilitas_hadir"}
ALONE |= {"kejadian_khusus", "ttd_ketua", "ttd_anggota"}


def codes(acuan: Acuan = ACUAN, **changes: object) -> set[str]:
    return {finding.code for finding in check_form(make_form(**changes), acuan)}


def test_majalengka_breaks_no_rule() -> None:
    assert codes() == set()


BROKEN = [
    ("E502", {"hadir_dpt_jumlah": 667}),
    ("E503", {"hadir_dpt_l": 371}),
    ("E504", {"hadir_l": 321}),
    ("E505", {"tidak_hadir": 81}),
    ("E506", {"sisa": 95}),
    ("E507", {"selisih": 1}),
    ("E508", {"digunakan": 665}),
    ("E509", {"suara": (239, 420)}),
    ("E510", {"jumlah_suara": 667}),
    ("W511", {"hadir_jumlah": 665}),
    ("E512", {"hadir_luar_jumlah": 1}),
    ("E514", {"dpt_p": 377}),
    ("W515", {"diterima": 766}),
    ("W516", {"rusak": 667}),
    ("E517", {"rusak": 81}),
    ("W518", {"jam_tutup": "06.59"}),
    ("E520", {"ttd_anggota": 1}),
    ("E520", {"ttd_ketua": 0}),
    ("E521", {"disabilitas_hadir": 667}),
]


@pytest.mark.syarat("S-505", "S-506", "S-507", "S-508", "S-509", "S-510", "S-521")
@pytest.mark.parametrize(("code", "changes"), BROKEN)
def test_each_rule_sees_its_own_slip(code: str, changes: dict[str, object]) -> None:
    assert code in codes(**changes)


def test_every_code_of_the_catalogue_is_tested_here() -> None:
    elsewhere = {"E501", "E513", "E519", "W522", "W523"}
    assert {code for code, _ in BROKEN} | elsewhere == set(KINDS)


@pytest.mark.syarat("S-508")
def test_e513_outsiders_above_the_quota() -> None:
    acuan = ACUAN.model_copy(update={"luar_boleh": True, "luar_kuota": 5})
    assert "E513" in codes(acuan, hadir_luar_jumlah=6)
    assert {"E512", "E513"} & codes(acuan, hadir_luar_jumlah=5) == set()


@pytest.mark.syarat("S-508")
@pytest.mark.parametrize(("persen", "most"), [("", 12), ("2.5", 11), ("0", 0), ("100", 401)])
def test_the_quota_is_a_share_of_the_dpt_or_the_reserve(persen: str, most: int) -> None:
    assert quota_of(persen, 401, 413) == most


@pytest.mark.syarat("S-505")
def test_e506_a_written_difference_does_not_count_twice() -> None:
    assert codes(sisa=95, selisih=1) == {"E506"}
    assert "E507" in codes(sisa=95, selisih=2)


def test_e501_names_empty_boxes_and_w522_empty_hours() -> None:
    isi = make_form(jam_buka=None, disabilitas_hadir=None).isi
    del isi["sah"]
    found = {(f.code, f.evidence["isian"]) for f in check_empty(isi, ACUAN)}
    assert found == {("E501", "sah"), ("W522", "jam_buka")}


def test_half_a_form_is_not_scolded_for_what_is_empty() -> None:
    assert check_isi({}, ACUAN) == ()


def test_the_hours_that_are_there_must_be_in_order() -> None:
    assert codes(jam_tutup=None, hitung_mulai=None, hitung_selesai="06.00") == {"W518"}


def test_equal_hours_and_exactly_enough_signatures_are_right() -> None:
    assert codes(hitung_mulai="13.00", ttd_anggota=2) == set()


def test_e519_an_unsettled_tie_holds_up_the_village() -> None:
    seri = Hasil(status=StatusHasil.SERI, nomor_urut=None, seri=(1, 3), langkah=())
    (finding,) = check_hasil(seri, "Sukamaju")
    assert finding.text == "Suara terbanyak sama untuk nomor 1, 3."


def test_a_leader_holds_nothing_up() -> None:
    unggul = Hasil(status=StatusHasil.UNGGUL, nomor_urut=2, seri=(), langkah=())
    assert check_hasil(unggul, "Sukamaju") == ()


def test_the_typist_reads_boxes_and_no_figure() -> None:
    (finding,) = check_form(make_form(tidak_hadir=81), ACUAN)
    assert fields_of(finding) == ("dpt_jumlah", "hadir_dpt_jumlah", "tidak_hadir")
    words = "Baca lagi di kertas: B1 DPT, jumlah; B2 Hadir dari DPT, jumlah; B6 Tidak hadir."
    assert typist_text(finding, DUA.isian) == words


def test_other_figures_are_another_finding() -> None:
    one, other = (check_form(make_form(hadir_l=n), ACUAN)[0] for n in (321, 322))
    assert key_of(one) != key_of(other)


def test_differences_come_in_paper_order_and_empty_differs_from_zero() -> None:
    first = make_form(disabilitas_hadir=None).isi
    second = make_form(disabilitas_hadir=0, dpt_l=1, sah=1).isi
    expected = ("dpt_l", "disabilitas_hadir", "sah")
    assert check_differences(first, second, DUA) == expected


def test_the_recap_row_is_the_form() -> None:
    row = rekap_row(3, "TPS 3", make_form())
    assert (row.unit, row.dpt_jumlah, row.suara, row.jumlah_suara) == (3, 746, (239, 421), 666)


@pytest.mark.syarat("S-513")
@given(st.lists(st.tuples(st.integers(0, 999), st.integers(0, 999)), max_size=9))
def test_recap_totals_are_sums_of_the_rows(votes: list[tuple[int, int]]) -> None:
    rows = [make_row(f"TPS {n}", 100, *pair) for n, pair in enumerate(votes, start=1)]
    rekap = add_up(rows, 2)
    assert rekap.jumlah.suara == (sum(a for a, _ in votes), sum(b for _, b in votes))
    assert rekap.jumlah.dpt_jumlah == 100 * len(votes)


@given(consistent())
def test_a_consistent_form_breaks_no_rule(pair: tuple[FormHitung, Acuan]) -> None:
    assert check_form(*pair) == ()


@given(consistent(), st.data())
def test_a_half_typed_consistent_form_breaks_no_rule(
    pair: tuple[FormHitung, Acuan], data: st.DataObject
) -> None:
    form, acuan = pair
    typed = data.draw(st.sets(st.sampled_from(sorted(form.isi))))
    assert check_isi({name: form.isi[name] for name in typed}, acuan) == ()


@pytest.mark.syarat("S-505", "S-506")
@settings(max_examples=300)
@given(consistent(), st.data())
def test_any_single_changed_figure_breaks_a_rule(
    pair: tuple[FormHitung, Acuan], data: st.DataObject
) -> None:
    form, acuan = pair
    cell = data.draw(st.sampled_from(sorted(form.isi.keys() - ALONE)))
    wrong = data.draw(st.integers(0, 999).filter(lambda n: n != form.isi[cell]))
    assert check_isi(form.isi | {cell: wrong}, acuan) != ()


@settings(max_examples=200)
@given(consistent(), st.integers(1, 999))
def test_of_all_boxes_but_hours_and_lone_counts_every_change_is_seen(
    pair: tuple[FormHitung, Acuan], step: int
) -> None:
    form, acuan = pair
    seen = {c for c, n in form.isi.items() if check_isi(form.isi | {c: n + step}, acuan)}
    assert form.isi.keys() - seen <= ALONE


@pytest.mark.parametrize(("day", "expected"), [(2, ["W523"]), (3, []), (4, [])])
def test_w523_typing_before_voting_day_is_warned_of(day: int, expected: list[str]) -> None:
    found = check_day(date(2027, 2, 3), date(2027, 2, day))
    assert [one.code for one in found] == expected
    assert not any(one.is_error for one in found)


def test_w523_says_both_days_and_what_to_do() -> None:
    (found,) = check_day(date(2027, 2, 3), date(2027, 1, 31))
    assert found.text == "Hari ini 31 Januari 2027, sebelum hari pemungutan 3 Februari 2027."
    assert "tanggal laptop" in found.do_now


def test_the_catalogue_belongs_to_step_five() -> None:
    assert {code[1] for code in findings.KINDS} == {"5"}

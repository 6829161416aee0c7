import pytest

from pilkades_desk.penghitungan.outcome import decide
from pilkades_desk.penghitungan.values import StatusHasil
from tests.penghitungan.makers import make_row

NGAWI = [make_row("TPS 1", 1100, 650, 250), make_row("TPS 2", 950, 250, 650)]
EQUAL_SIZE = [make_row("TPS 1", 500, 200, 100), make_row("TPS 2", 500, 100, 200)]


@pytest.mark.syarat("S-514")
def test_most_valid_votes_lead() -> None:
    hasil = decide([make_row("TPS 1", 746, 239, 421)], 2, ["TB1"])
    assert (hasil.status, hasil.nomor_urut) == (StatusHasil.UNGGUL, 2)
    assert hasil.langkah == ("Jumlah suara sah: nomor 1 (239 suara), nomor 2 (421 suara).",)


@pytest.mark.syarat("S-515")
def test_ngawi_the_leader_of_the_largest_tps_wins() -> None:
    hasil = decide(NGAWI, 2, ["TB1", "TB2"])
    assert (hasil.status, hasil.nomor_urut) == (StatusHasil.SERI_TERSELESAIKAN, 1)
    assert hasil.langkah[-1] == (
        "TB1: di TPS 1 (DPT 1.100) nomor 1 (650 suara), nomor 2 (250 suara)."
    )


@pytest.mark.syarat("S-516")
def test_batang_the_wider_spread_wins() -> None:
    rows = [
        make_row("TPS 1", 300, 150, 140),
        make_row("TPS 2", 300, 150, 140),
        make_row("TPS 3", 300, 131, 151),
    ]
    hasil = decide(rows, 2, ["TB3"])
    assert hasil.nomor_urut == 1
    assert hasil.langkah[-1] == "TB3: menang nomor 1 (2 unit), nomor 2 (1 unit)."


@pytest.mark.syarat("S-516")
def test_purworejo_the_smaller_gap_wins_after_equal_spread() -> None:
    rows = [make_row("TPS 1", 300, 160, 100), make_row("TPS 2", 300, 90, 150)]
    hasil = decide(rows, 2, ["TB3", "TB4"])
    assert hasil.nomor_urut == 2
    assert "nomor 1 (70 suara), nomor 2 (50 suara)" in hasil.langkah[-1]


@pytest.mark.syarat("S-517")
def test_two_equally_large_tps_leave_it_to_the_next_rule() -> None:
    hasil = decide(EQUAL_SIZE, 2, ["TB1", "TB5"])
    assert (hasil.status, hasil.nomor_urut, hasil.seri) == (StatusHasil.SERI, None, (1, 2))
    assert "TPS 1, TPS 2 sama besar (DPT 500)" in hasil.langkah[2]
    assert "pemungutan suara ulang" in hasil.langkah[3]


@pytest.mark.syarat("S-517")
@pytest.mark.parametrize("kode", ["TB2", "TB7", "TB99"])
def test_what_was_not_counted_apart_is_not_computed(kode: str) -> None:
    hasil = decide([make_row("TPS 1", 500, 200, 200)], 2, [kode, "TB3"])
    assert hasil.status is StatusHasil.SERI
    assert "tidak dapat dihitung" in hasil.langkah[2]
    assert "keputusan tertulis" in hasil.langkah[-1]


def test_rules_about_units_do_not_apply_to_one_unit() -> None:
    hasil = decide([make_row("TPS 1", 500, 200, 200)], 2, ["TB1"])
    assert hasil.status is StatusHasil.SERI
    assert "hanya mempunyai satu unit" in hasil.langkah[2]


def test_a_rule_may_narrow_a_tie_of_three_to_two() -> None:
    rows = [make_row("TPS 1", 600, 90, 90, 80), make_row("TPS 2", 400, 30, 30, 40)]
    assert decide(rows, 3, ["TB1"]).seri == (1, 2)


def test_no_vote_at_all_is_a_tie() -> None:
    rows = [make_row("TPS 1", 600, 0, 0), make_row("TPS 2", 400, 0, 0)]
    assert decide(rows, 2, ["TB1", "TB3", "TB4"]).seri == (1, 2)


@pytest.mark.syarat("S-518")
def test_one_candidate_is_never_set_by_arithmetic() -> None:
    hasil = decide([make_row("TPS 1", 600, 400, 100)], 1, ["TB1"])
    assert (hasil.status, hasil.nomor_urut) == (StatusHasil.CALON_TUNGGAL, None)
    assert "kolom kosong 100 suara" in hasil.langkah[0]

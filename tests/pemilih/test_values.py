"""The voter lists' values add up."""

from datetime import UTC, datetime

from pilkades_desk.pemilih.findings import E201, KINDS, W243
from pilkades_desk.pemilih.values import BarisPerbaikan, Dps, Dpt, PratinjauDpt, RingkasanPemilih

NOW = datetime(2027, 1, 1, tzinfo=UTC)


def test_lists_count_men_and_women_together():
    dps = Dps(jumlah_l=3, jumlah_p=4, segel="", ditetapkan=NOW)
    dpt = Dpt(
        jumlah_l=5, jumlah_p=6, jumlah_dps=7, dicoret=0, tambahan=4, segel="", dikunci=NOW
    )  # fmt: skip
    figures = {"dicoret": 0, "peringatan": 0, "perlu_diperbaiki": 0}
    ringkasan = RingkasanPemilih(jumlah_l=1, jumlah_p=1, dps=dps, dpt=dpt, **figures)
    assert (dps.jumlah, dpt.jumlah, ringkasan.jumlah) == (7, 11, 2)


def test_a_row_to_repair_names_its_codes():
    finding = E201.at("Sheet1, baris 2", digit=15)
    row = BarisPerbaikan(1, "a.xlsx", "Sheet1", 2, (), (), {}, (finding, finding))
    assert row.kode == ("E201", "E201")


def test_every_finding_of_this_step_says_what_to_do_and_on_what_basis():
    assert all(kind.do_now and kind.basis and kind.code[1] == "2" for kind in KINDS.values())


def test_warnings_alone_do_not_stand_against_the_lock():
    dpt = Dpt(jumlah_l=1, jumlah_p=0, jumlah_dps=1, dicoret=0, tambahan=0, segel="", dikunci=NOW)
    warning, error = W243.at("DPT", jumlah=2), E201.at("baris 2", digit=15)
    assert PratinjauDpt(dpt, (warning,)).galat is None
    assert PratinjauDpt(dpt, (warning, error)).galat is error


def test_a_list_is_empty_only_before_the_first_import():
    figures = {"jumlah_l": 0, "jumlah_p": 0, "dicoret": 0, "peringatan": 0, "dps": None}
    assert RingkasanPemilih(**figures, perlu_diperbaiki=0, dpt=None).kosong
    assert not RingkasanPemilih(**figures, perlu_diperbaiki=1, dpt=None).kosong

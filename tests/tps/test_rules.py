from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pilkades_desk.core.findings import Finding
from pilkades_desk.tps.findings import KINDS
from pilkades_desk.tps.rules import (
    check_areas,
    check_partition,
    check_units,
    order_surat_suara,
    suggest_jumlah,
)
from pilkades_desk.tps.values import BatasUnit, Cadangan, Pembagian, Pembulatan
from tests.tps.makers import Warga, make_unit

BATAS = BatasUnit(maks_pemilih=500, unit_kecil=30)
PERSEN = st.decimals(0, 100, places=2)
DPT = st.lists(st.integers(0, 1200), min_size=1, max_size=20)


def codes(found: tuple[Finding, ...]) -> list[str]:
    assert all(finding.text and finding.do_now for finding in found), "every sentence can be said"
    return [finding.code for finding in found]


def per_tps(persen: str | Decimal) -> Cadangan:
    return Cadangan(persen=Decimal(persen), pembulatan=Pembulatan.KE_ATAS_PER_TPS)


def per_desa(persen: str | Decimal) -> Cadangan:
    return Cadangan(persen=Decimal(persen), pembulatan=Pembulatan.KE_ATAS_PER_DESA)


def place(nomor: int, *no_urut: int) -> Pembagian:
    return Pembagian(nomor=nomor, wilayah=("RT 001/RW 001",), no_urut=no_urut)


@pytest.mark.syarat("S-405")
@pytest.mark.parametrize(("dpt", "persen", "sheets"), [
    (400, "2.5", 410),
    (401, "2.5", 412),
    (401, "0", 401),
    (0, "2.5", 0),
    (1, "2.5", 2),
    (29298, "10", 32228),
])  # fmt: skip
def test_the_reserve_is_rounded_up(dpt: int, persen: str, sheets: int) -> None:
    assert order_surat_suara([dpt], per_tps(persen)) == (sheets,)


@pytest.mark.syarat("S-405")
@given(DPT, PERSEN)
def test_no_unit_gets_fewer_ballots_than_voters(dpt: list[int], persen: Decimal) -> None:
    for cadangan in (per_tps(persen), per_desa(persen)):
        order = order_surat_suara(dpt, cadangan)
        assert all(sheets >= voters for sheets, voters in zip(order, dpt, strict=True))


@given(DPT, PERSEN)
def test_rounding_by_unit_never_orders_less_than_by_village(
    dpt: list[int], persen: Decimal
) -> None:
    assert sum(order_surat_suara(dpt, per_tps(persen))) >= sum(
        order_surat_suara(dpt, per_desa(persen))
    )


@given(DPT, PERSEN)
def test_rounding_by_village_orders_exactly_its_reserve(dpt: list[int], persen: Decimal) -> None:
    reserve = -(-sum(dpt) * int(persen * 100) // 10_000)  # whole numbers only
    assert sum(order_surat_suara(dpt, per_desa(persen))) == sum(dpt) + reserve


def test_the_last_sheets_go_to_the_largest_fractions() -> None:
    # 2.5 % of 10, 30 and 50 is 0.25, 0.75 and 1.25: together 2.25, so 3 sheets
    assert order_surat_suara([10, 30, 50], per_desa("2.5")) == (11, 31, 51)


@pytest.mark.parametrize("persen", ["-0.1", "100.1"])
def test_a_reserve_below_zero_or_above_the_dpt_is_refused(persen: str) -> None:
    with pytest.raises(ValidationError, match="persen"):
        per_tps(persen)


def test_a_full_partition_has_no_findings() -> None:
    assert check_partition([place(1, 1, 3), place(2, 2)], [1, 2, 3]) == ()


@pytest.mark.syarat("S-401")
def test_e401_counts_voters_without_a_unit() -> None:
    (found,) = check_partition([place(1, 1)], [1, 2, 3])
    assert (found.code, found.evidence["jumlah"], found.evidence["contoh"]) == ("E401", "2", "2")


@pytest.mark.syarat("S-401")
def test_e402_names_the_voter_in_two_units() -> None:
    (found,) = check_partition([place(1, 1, 2), place(2, 2)], [1, 2])
    assert (found.code, found.evidence["no_urut"]) == ("E402", "2")


def test_e403_counts_who_is_not_in_the_dpt() -> None:
    assert codes(check_partition([place(1, 1, 9)], [1])) == ["E403"]


@pytest.mark.syarat("S-403", "S-404")
@pytest.mark.parametrize(("dpt", "expected"), [
    (29, ["W412"]), (30, []), (500, []), (501, ["W411"]),
])  # fmt: skip
def test_w411_and_w412_guard_the_size_of_a_unit(dpt: int, expected: list[str]) -> None:
    assert codes(check_units([make_unit(1, dpt)], BATAS)) == expected


def test_w411_is_silent_where_the_regency_sets_no_limit() -> None:
    batas = BatasUnit(maks_pemilih=None, unit_kecil=30)
    assert check_units([make_unit(1, 5000)], batas) == ()


@pytest.mark.syarat("S-404")
def test_w412_offers_the_smaller_neighbour() -> None:
    units = [make_unit(1, 300), make_unit(2, 20), make_unit(3, 200)]
    (found,) = check_units(units, BATAS)
    assert found.text.endswith("usul: gabungkan dengan TPS 3.")


def test_w412_offers_nothing_where_there_is_one_unit() -> None:
    (found,) = check_units([make_unit(1, 20)], BATAS)
    assert "usul" not in found.text


def test_w413_counts_voters_without_an_area() -> None:
    (found,) = check_areas([Warga(1), Warga(2, rt=0, rw=0), Warga(3, rt=0, rw=0), Warga(4, rt=0)])
    assert (found.code, found.evidence["jumlah"], found.evidence["contoh"]) == ("W413", "2", "2")


def test_w414_counts_families_over_two_areas_and_not_missing_cards() -> None:
    dpt = [Warga(1, kk="x"), Warga(2, kk="x", rt=2), Warga(3), Warga(4, rt=2), Warga(5, kk="y")]
    (found,) = check_areas(dpt)
    assert (found.code, found.evidence["jumlah"], found.evidence["contoh"]) == ("W414", "1", "1")


def test_every_kind_belongs_to_step_four() -> None:
    assert {code[1] for code in KINDS} == {"4"}


@pytest.mark.syarat("S-403")
def test_the_fewest_units_keep_to_the_limit() -> None:
    assert [suggest_jumlah(pemilih, BATAS) for pemilih in (0, 500, 501, 2971)] == [1, 1, 2, 6]


def test_without_a_limit_one_unit_is_enough() -> None:
    assert suggest_jumlah(9000, BatasUnit(maks_pemilih=None, unit_kecil=30)) == 1

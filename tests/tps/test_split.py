from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilkades_desk.core.errors import StateError
from pilkades_desk.tps.split import cut, find_areas, split
from pilkades_desk.tps.values import Pembagian
from tests.tps.makers import Warga, make_dpt


def sizes(units: Sequence[Pembagian]) -> list[int]:
    return [len(unit.no_urut) for unit in units]


def runs(row: Sequence[int], ends: Sequence[int]) -> list[int]:
    return [sum(row[a:b]) for a, b in pairwise((0, *ends))]


@st.composite
def voters(draw: st.DrawFn) -> tuple[Warga, ...]:
    """Lists as villages have them: cards missing, cards over two RT, dusun in some rows only."""
    homes = st.tuples(
        st.sampled_from(["", "A", "B", "C", "D", "E"]),
        st.sampled_from(["", "Krajan", "krajan ", "Lor"]),
        st.integers(0, 3),
        st.integers(0, 3),
    )
    rows = draw(st.lists(homes, min_size=1, max_size=40))
    return tuple(
        Warga(n, kk=kk, dusun=dusun, rt=rt, rw=rw)
        for n, (kk, dusun, rt, rw) in enumerate(rows, start=1)
    )


def split_somehow(dpt: tuple[Warga, ...], wish: int) -> tuple[Pembagian, ...]:
    families = sum(len(area.keluarga) for area in find_areas(dpt))
    return split(dpt, 1 + wish % families)


@pytest.mark.syarat("S-401")
@given(voters(), st.integers(0, 40))
def test_every_voter_is_in_exactly_one_unit(dpt: tuple[Warga, ...], wish: int) -> None:
    placed = [no_urut for unit in split_somehow(dpt, wish) for no_urut in unit.no_urut]
    assert sorted(placed) == [pemilih.no_urut for pemilih in dpt]


@pytest.mark.syarat("S-402")
@given(voters(), st.integers(0, 40))
def test_no_family_is_split(dpt: tuple[Warga, ...], wish: int) -> None:
    card = {pemilih.no_urut: pemilih.kk for pemilih in dpt if pemilih.kk}
    units = [{card[n] for n in unit.no_urut if n in card} for unit in split_somehow(dpt, wish)]
    assert all(not (one & other) for one, other in combinations(units, 2))


@given(voters(), st.integers(0, 40))
def test_units_are_numbered_named_and_never_empty(dpt: tuple[Warga, ...], wish: int) -> None:
    units = split_somehow(dpt, wish)
    assert [unit.nomor for unit in units] == list(range(1, len(units) + 1))
    assert all(unit.no_urut and unit.wilayah for unit in units)


@given(voters(), st.integers(0, 40), st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing(dpt: tuple[Warga, ...], wish: int, r: object) -> None:
    shuffled = list(dpt)
    r.shuffle(shuffled)
    assert split_somehow(tuple(shuffled), wish) == split_somehow(dpt, wish)


@settings(max_examples=200)
@given(st.lists(st.integers(1, 30), min_size=1, max_size=9), st.integers(1, 9))
def test_no_other_cut_is_better(row: list[int], parts: int) -> None:
    parts = min(parts, len(row))
    every = [runs(row, (*inner, len(row))) for inner in combinations(range(1, len(row)), parts - 1)]
    found = runs(row, cut(row, parts))
    best = min((max(one), sum(run * run for run in one)) for one in every)
    assert (max(found), sum(run * run for run in found)) == best


def test_a_thousand_families_in_one_area_are_cut_evenly() -> None:
    assert set(sizes(split(make_dpt((1, 1, 3000), family=3), 7))) <= {426, 429, 432}


def test_neighbouring_areas_make_one_unit() -> None:
    units = split(make_dpt((1, 1, 40), (1, 2, 60), (2, 1, 50), (2, 2, 50)), 2)
    assert [unit.wilayah for unit in units] == [
        ("RT 001/RW 001", "RT 002/RW 001"),
        ("RT 001/RW 002", "RT 002/RW 002"),
    ]
    assert sizes(units) == [100, 100]


def test_areas_follow_the_rw_before_the_rt() -> None:
    names = [area.nama for area in find_areas(make_dpt((2, 1, 1), (1, 2, 1), (1, 1, 1)))]
    assert names == ["RT 001/RW 001", "RT 002/RW 001", "RT 001/RW 002"]


def test_a_large_area_gets_the_further_units_and_says_so() -> None:
    units = split(make_dpt((1, 1, 30), (1, 2, 90), family=3), 4)
    assert sizes(units) == [30, 30, 30, 30]
    assert units[1].wilayah == ("RT 002/RW 001 (sebagian)",)


def test_an_area_of_one_family_gets_no_second_unit() -> None:
    dpt = (*(Warga(n, kk="besar") for n in range(1, 10)), Warga(10, rt=2), Warga(11, rt=2))
    assert sizes(split(dpt, 3)) == [9, 1, 1]


def test_a_family_over_two_areas_votes_where_most_of_it_lives() -> None:
    dpt = (Warga(1, kk="x", rt=1), Warga(2, kk="x", rt=2), Warga(3, kk="x", rt=2), Warga(4, rt=1))
    assert split(dpt, 2)[1].no_urut == (1, 2, 3)


def test_dusun_names_the_area_only_where_rt_and_rw_repeat() -> None:
    dpt = (Warga(1, dusun="Lor"), Warga(2, dusun="KIDUL"), Warga(3, dusun="kidul"))
    assert [area.nama for area in find_areas(dpt)] == [
        "Kidul, RT 001/RW 001",
        "Lor, RT 001/RW 001",
    ]
    assert [area.nama for area in find_areas(dpt[1:])] == ["RT 001/RW 001"]


def test_an_area_may_have_only_one_of_the_two_numbers() -> None:
    dpt = (Warga(1, rt=0, rw=2), Warga(2, rt=3, rw=0))
    assert [area.nama for area in find_areas(dpt)] == ["RT 003", "RW 002"]


def test_voters_of_no_known_area_come_last() -> None:
    areas = find_areas((Warga(1, rt=0, rw=0), Warga(2)))
    assert [area.nama for area in areas] == ["RT 001/RW 001", "tanpa RT/RW"]


@pytest.mark.parametrize("jumlah", [-1, 0, 4])
def test_more_units_than_families_are_refused(jumlah: int) -> None:
    with pytest.raises(StateError, match="3 keluarga") as refusal:
        split(make_dpt((1, 1, 6), family=2), jumlah)
    assert "antara 1 dan 3" in refusal.value.hint


def test_an_empty_list_cannot_be_shared_out() -> None:
    with pytest.raises(StateError, match="0 keluarga"):
        split((), 1)

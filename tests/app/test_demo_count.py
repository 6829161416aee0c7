"""Tests of the demo's invented counts: they hold for tiny units as well."""

import random
from dataclasses import replace

from pilkades_desk.app.demo_count import paper_form
from pilkades_desk.app.demo_village import vote, votes_by_unit
from pilkades_desk.tps.values import UnitHitung


def test_spoiled_ballots_never_exceed_the_ballots_left_over() -> None:
    unit = UnitHitung(
        nomor=1, nama="TPS 1", lokasi="", wilayah=("RT 001/RW 001",), dpt_l=1, dpt_p=1,
        surat_suara=3,
    )  # fmt: skip
    came = replace(vote((1, 1), 3, random.Random(1)), hadir_l=1, hadir_p=1, rusak=3)
    form = paper_form(unit, came)
    assert (form.rusak, form.sisa) == (1, 0)


def test_a_ballot_is_taken_home_only_where_somebody_voted() -> None:
    *_, voted, empty = votes_by_unit([(40, 40), (40, 40), (0, 0)], 3, seed=1)
    assert (voted.dibawa_pulang, empty.dibawa_pulang) == (1, 0)


def test_a_village_where_nobody_voted_misses_no_ballot() -> None:
    (unit,) = votes_by_unit([(0, 0)], 3, seed=1)
    assert unit.suara == (0, 0, 0)

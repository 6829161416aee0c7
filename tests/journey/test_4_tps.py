from collections import Counter

import pytest

from pilkades_desk.panitia.meja import Meja
from pilkades_desk.pemilih.pribadi import read_dpt_baris
from pilkades_desk.pemilih.usecases import read_dpt
from pilkades_desk.tps.usecases import read_unit_pemilih, read_units
from tests.journey.conftest import TPS


def test_every_voter_is_in_exactly_one_unit(meja: Meja) -> None:
    shared = [
        pemilih.no_urut
        for unit in read_units(meja)
        for pemilih in read_unit_pemilih(meja, unit.nomor)
    ]
    assert sorted(shared) == [pemilih.no_urut for pemilih in read_dpt_baris(meja)]


@pytest.mark.syarat("S-402")
def test_no_household_is_split(meja: Meja) -> None:
    units = Counter(
        (pemilih.kk, unit.nomor)
        for unit in read_units(meja)
        for pemilih in read_unit_pemilih(meja, unit.nomor)
    )
    households = Counter(kk for kk, _ in units)
    assert set(households.values()) == {1}


def test_the_units_add_up_to_the_dpt(meja: Meja) -> None:
    units, dpt = read_units(meja), read_dpt(meja)
    assert len(units) == TPS
    assert sum(unit.dpt_l for unit in units) == dpt.jumlah_l
    assert sum(unit.dpt_p for unit in units) == dpt.jumlah_p


def test_ballots_never_fall_below_the_voters(meja: Meja) -> None:
    assert all(unit.surat_suara >= unit.dpt for unit in read_units(meja))

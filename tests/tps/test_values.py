import pytest
from pydantic import ValidationError

from pilkades_desk.tps.values import Daftar, ModelUnit, Rencana, StatusTps, UnitHitung
from tests.tps.makers import make_unit


def test_a_unit_counts_its_voters_of_both_sexes() -> None:
    assert make_unit(1, 301).dpt == 301


def test_a_unit_holds_no_negative_counts() -> None:
    with pytest.raises(ValidationError, match="dpt_p"):
        UnitHitung(nomor=1, nama="TPS 1", wilayah=(), dpt_l=1, dpt_p=-1, surat_suara=1)


def test_only_the_recaps_are_one_for_the_village() -> None:
    assert [one for one in Daftar if not one.per_unit] == [Daftar.REKAP_DPT, Daftar.REKAP_UNDANGAN]


@pytest.mark.parametrize(("terkunci", "told"), [(None, False), (False, False), (True, True)])
def test_units_are_final_once_their_plan_is_locked(terkunci: bool | None, told: bool) -> None:
    rencana = None
    if terkunci is not None:
        rencana = Rencana(
            versi=1,
            model=ModelUnit.BANYAK_TPS,
            segel="ab",
            dibuat="2027-01-10T02:00:00Z",
            terkunci=terkunci,
        )
    status = StatusTps(rencana=rencana, units=(), pemilih=0, usul=1)
    assert status.terkunci is told

import pytest
from pydantic import ValidationError

from pilkades_desk.tps.values import UnitHitung
from tests.tps.makers import make_unit


def test_a_unit_counts_its_voters_of_both_sexes() -> None:
    assert make_unit(1, 301).dpt == 301


def test_a_unit_holds_no_negative_counts() -> None:
    with pytest.raises(ValidationError, match="dpt_p"):
        UnitHitung(nomor=1, nama="TPS 1", wilayah=(), dpt_l=1, dpt_p=-1, surat_suara=1)

"""The cross-check box of F-27, line by line."""

import pytest

from pilkades_desk.berita_acara.compose.checks import cross_checks
from tests.penghitungan.makers import make_form


def test_figures_that_agree_hold_everywhere() -> None:
    found = cross_checks(make_form())
    assert [one.kode for one in found] == ["I1", "I2", "I3", "I4", "I5", "I6"]
    assert all(one.cocok for one in found)


@pytest.mark.syarat("S-471")
@pytest.mark.parametrize(
    ("change", "written"),
    [
        ({"hadir_dpt_l": 300}, "666 ≤ 746; 300 + 346 ≠ 666"),
        ({"dpt_p": 377}, "666 ≤ 746; 370 + 377 ≠ 746"),
        ({"hadir_lain_jumlah": 2}, "666 ≤ 746; 0 + 0 ≠ 2"),
        ({"hadir_luar_p": 1}, "666 ≤ 746; 0 + 1 ≠ 0"),
        ({"hadir_l": 319}, "666 ≤ 746; 319 + 346 ≠ 666"),
        ({"hadir_dpt_l": 371, "hadir_dpt_p": 295}, "666 ≤ 746; 371 > 370"),
        ({"hadir_dpt_l": 401, "hadir_dpt_jumlah": 747}, "747 > 746; 401 > 370"),
    ],
)
def test_men_and_women_are_tested_too(change: dict[str, int], written: str) -> None:
    found = next(one for one in cross_checks(make_form(**change)) if one.kode == "I5")
    assert (found.hitungan, found.cocok) == (written, False)

"""The search for doubles: what it finds of labelled ones, and how it grows with the list.

The villages of `FRESH` were not looked at while the rules were made: those used seeds 1 to 8.
"""

import math
import time

import pytest

from pilkades_desk.pemilih.ganda.nama import take_apart
from pilkades_desk.pemilih.ganda.rules import find_doubles
from tests.bench.measure import middle, report
from tests.pemilih.ganda_generator import make_village
from tests.pemilih.ganda_judging import records, tally

pytestmark = pytest.mark.bench

FRESH = (9201, 9202, 9203, 9204, 9205)
SMALL, LARGE = 10_000, 60_000
ROUNDS = 7


def test_of_10000_labelled_voters_nearly_all_doubles_are_found_and_little_else() -> None:
    each = [tally(make_village(SMALL, seed)) for seed in FRESH]
    total = sum(each[1:], each[0])
    low, kind = total.worst
    worst = f"recall {total.recall:.1%}, precision {total.precision:.1%}"
    spread = f"precision of single villages {min(one.precision for one in each):.1%} and more"
    report("doubles in five villages of 10.000", worst, "≥ 99 %, ≥ 95 %")
    report(f"worst kind, {kind}", f"recall {low:.1%}; {spread}", "≥ 95 %")
    assert total.recall >= 0.99
    assert total.precision >= 0.95
    assert low >= 0.95


def test_from_10000_to_60000_the_search_grows_no_worse_than_n_log_n() -> None:
    small, large = (records(make_village(count, FRESH[0])) for count in (SMALL, LARGE))
    pairs = [(seconds(small), seconds(large)) for _ in range(ROUNDS)]
    growth = middle([late / early for early, late in pairs])
    allowed = LARGE * math.log(LARGE) / (SMALL * math.log(SMALL))
    early, late = (middle(list(times)) for times in zip(*pairs, strict=True))
    figure = f"{growth:.1f}× ({early:.2f} s, {late:.2f} s of CPU)"
    report("search for doubles, 60.000 to 10.000 voters", figure, f"≤ {allowed:.1f}×")
    assert growth <= allowed


def seconds(daftar: list) -> float:
    """CPU seconds of one search with nothing remembered of the names."""
    take_apart.cache_clear()
    began = time.process_time()
    find_doubles(daftar)
    return time.process_time() - began

"""Two ways to the winner that share no function must agree on every result."""

import ast
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.berita_acara import outcome as second_way
from pilkades_desk.berita_acara.outcome import recompute
from pilkades_desk.penghitungan import outcome as first_way
from pilkades_desk.penghitungan.outcome import decide
from tests.penghitungan.makers import make_row

CODES = ("TB1", "TB2", "TB3", "TB4", "TB5", "TB6", "TB7", "TB8")
RESULTS = 20_000
Unit = tuple[int, tuple[int, ...]]


def both(units: list[Unit], calon: int, chain: list[str]) -> str:
    """Ask both; give the status they agree on."""
    rows = [make_row(f"TPS {n}", dpt, *suara) for n, (dpt, suara) in enumerate(units, start=1)]
    first, second = decide(rows, calon, chain), recompute(units, calon, chain)
    answer = (first.status.value, first.nomor_urut, first.seri)
    assert answer == (second.status, second.nomor_urut, second.seri), (units, chain)
    return first.status.value


def random_result(dice: random.Random) -> tuple[list[Unit], int]:
    """Small figures, so that totals, largest units, spread and gaps are equal often."""
    calon = dice.choice((1, 2, 2, 3, 4, 5))
    width = max(2, calon)
    top = dice.choice((0, 1, 3, 12, 400))
    units = [
        (dice.randint(100, 102), tuple(dice.randint(0, top) for _ in range(width)))
        for _ in range(dice.randint(1, 5))
    ]
    return [*units, *_evening_out(units, dice)], calon


def _evening_out(units: list[Unit], dice: random.Random) -> list[Unit]:
    """Half of the time one more unit that makes the village totals equal at the top."""
    if dice.random() < 0.5:
        return []
    totals = [sum(column) for column in zip(*(suara for _, suara in units), strict=True)]
    tied = dice.randint(2, len(totals))
    ceiling = max(totals)
    votes = tuple(ceiling - total if n < tied else 0 for n, total in enumerate(totals))
    return [(dice.randint(100, 102), votes)]


@pytest.mark.syarat("S-606")
def test_twenty_thousand_random_results_agree() -> None:
    dice = random.Random(20270203)
    seen: dict[str, int] = {}
    for _ in range(RESULTS):
        units, calon = random_result(dice)
        chain = dice.sample(CODES, dice.randint(0, 4))
        status = both(units, calon, chain)
        seen[status] = seen.get(status, 0) + 1
    print(seen)
    assert min(seen.values()) > RESULTS / 50
    assert len(seen) == 4


@given(st.data())
def test_shrinkable_results_agree(data: st.DataObject) -> None:
    calon = data.draw(st.integers(1, 5))
    votes = st.tuples(*[st.integers(0, 3)] * max(2, calon))
    units = data.draw(st.lists(st.tuples(st.integers(1, 3), votes), min_size=1, max_size=4))
    both(units, calon, data.draw(st.lists(st.sampled_from(CODES), max_size=4)))


@pytest.mark.syarat("S-606")
def test_the_two_ways_share_no_function() -> None:
    tree = ast.parse(Path(str(second_way.__file__)).read_text("utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not {name for name in imported if name and name.startswith("pilkades_desk")}
    assert "berita_acara" not in {
        name
        for node in ast.walk(ast.parse(Path(str(first_way.__file__)).read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
        for name in node.module.split(".")
    }

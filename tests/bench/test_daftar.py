"""Working in a list of 60.000 voters on the encrypted file."""

import json
from pathlib import Path
from typing import Any

import pytest

from pilkades_desk.app.demo_voters import write_kpu33
from pilkades_desk.pemilih.usecases import import_sheet
from tests.bench.measure import report, run
from tests.makers import make_meja

pytestmark = pytest.mark.bench
VOTERS, FRAME = 60_000, 16.0
"""Milliseconds of a frame: sixty a second."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("daftar")
    write_kpu33(folder / "a.xlsx", 1, VOTERS)
    meja = make_meja(folder)
    import_sheet(meja, folder / "a.xlsx")
    meja.close()
    return worked(folder / "pemilihan")


def worked(folder: Path) -> dict[str, Any]:
    """What typing and scrolling took, in a process of its own."""
    figures: dict[str, Any] = json.loads(run("-m", "tests.bench.work_list", folder).last)
    return figures


def say(figures: dict[str, Any], which: str, what: str) -> float:
    cpu, wall = figures[which]
    words = f"{what}, {figures['pemilih']} voters: p95 of the window's thread"
    report(words, f"{cpu} ms of CPU ({wall} ms on the wall)", "≤ 16 ms")
    return float(cpu)


def test_one_key_to_rows_in_the_model_stays_within_a_frame(found: dict[str, Any]) -> None:
    assert found["pemilih"] > VOTERS * 0.9
    assert found["ketik"] > 250
    assert say(found, "huruf", "one key to rows in the model") <= FRAME


@pytest.mark.parametrize("which", ["roda", "halaman", "tarik"])
def test_scrolling_stays_within_a_frame(found: dict[str, Any], which: str) -> None:
    by = {"roda": "wheel", "halaman": "page keys", "tarik": "dragging the bar"}[which]
    assert say(found, which, f"a frame scrolled by {by}") <= FRAME

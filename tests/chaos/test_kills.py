"""kill -9 at random during every kind of write: 200 kills in the short run, 2,000 in the long."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.chaos.striking import LONG
from tests.chaos.writes import KINDS
from tests.processes import ROOT

TIMES = 10 if LONG else 1
pytestmark = [
    pytest.mark.skipif(
        not hasattr(os, "fork"), reason="no fork here, and a start would cost a second a kill"
    ),
    pytest.mark.timeout(3_600),
]


@pytest.fixture(scope="module")
def came(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What came of every kind, from one process that loads everything once."""
    seed = os.environ.get("PILKADES_BENIH") or str(os.getpid())
    words = [str(tmp_path_factory.mktemp("bunuh")), str(TIMES), seed]
    print("python -m tests.chaos", *words)  # shown when it fails: the same seed kills alike
    command = [sys.executable, "-m", "tests.chaos", *words]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    print(answer.stdout, answer.stderr)
    return {told["kind"]: told for told in map(json.loads, answer.stdout.splitlines())}


@pytest.mark.syarat("S-030")
@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_a_killed_write_loses_nothing_it_said_was_done(
    came: dict[str, dict[str, Any]], kind: str
) -> None:
    told = came[kind]
    assert (told["lost"], told["faults"]) == (0, [])
    assert told["kills"] > 0


def test_the_kills_are_as_many_as_promised(came: dict[str, dict[str, Any]]) -> None:
    assert sum(told["kills"] for told in came.values()) >= 200 * TIMES
    assert sum(told["acknowledged"] for told in came.values()) > 50, "killed before any work"


@pytest.mark.syarat("S-031")
def test_opening_after_a_kill_says_what_was_left(came: dict[str, dict[str, Any]]) -> None:
    found = [code for told in came.values() for code in told["found"]]
    assert {"W125", "W139"} <= set(found)
    assert all(code.startswith("W") for code in found)

"""The outside judges: format, lint, types, import walls; each must say yes."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.trees import ROOT

BIN = Path(sys.executable).parent
GATES = {
    "format": ["ruff", "format", "--check", "."],
    "lint": ["ruff", "check", "."],
    "types": ["mypy"],
    "walls": ["lint-imports", "--no-cache"],
}


@pytest.mark.parametrize("gate", GATES)
def test_the_gate_says_yes(gate: str) -> None:
    program, *arguments = GATES[gate]
    answer = subprocess.run(
        [BIN / program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr

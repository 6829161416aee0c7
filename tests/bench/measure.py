"""Measures one child process as a whole: CPU seconds, peak memory, and what it printed."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Measured:
    """CPU and wall in seconds, peak resident memory in MB, the last line of output."""

    cpu: float
    wall: float
    peak: float
    last: str


def run(*words: str | Path) -> Measured:
    """Run `python …` from the checkout; it must succeed."""
    with tempfile.TemporaryFile("w+") as out:
        env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "MULAI": str(time.monotonic())}
        env.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled once, not each run
        began = time.monotonic()
        child = subprocess.Popen([sys.executable, *map(str, words)], cwd=ROOT, stdout=out, env=env)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        assert child.returncode == 0
        out.seek(0)
        lines = out.read().splitlines()
    wall = time.monotonic() - began
    return Measured(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, lines[-1])


def middle(values: list[float]) -> float:
    """Give the median."""
    return sorted(values)[len(values) // 2]


def report(name: str, figure: str, asked: str) -> None:
    """Print one row of docs/bench.md."""
    print(f"| {name} | {figure} | {asked} |")

"""One invented village, played once through the real command line, then looked at by step."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.clock import SystemClock
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.usecases import log_in
from pilkades_desk.penerimaan.desk import MejaKabupaten
from pilkades_desk.penerimaan.usecases import log_in_desk

ROOT = Path(__file__).resolve().parents[2]
PEMILIH, TPS = 400, 3


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("journey"))


def run_program(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the program as a person would, in a process of its own."""
    command = [sys.executable, "-m", "pilkades_desk", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@dataclass(frozen=True)
class Played:
    """The folder everything is in and the last line of the demo's output."""

    out: Path
    facts: dict[str, Any]


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    out = tmp_path_factory.mktemp("desa") / "demo"
    answer = run_program(
        "demo", "--out", out, "--pemilih", str(PEMILIH), "--tps", str(TPS), "--json"
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return Played(out, json.loads(answer.stdout.splitlines()[-1]))


@pytest.fixture(scope="session")
def meja(played: Played) -> Iterator[Meja]:
    sandi = played.facts["kata_sandi"]["ketua"]
    opened = log_in(Path(played.facts["pemilihan"]), "ketua", sandi, SCHEMA, SystemClock())
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def desk(played: Played) -> Iterator[MejaKabupaten]:
    sandi = played.facts["kata_sandi"]["pengesah"]
    opened = log_in_desk(played.out / "meja", "pengesah", sandi, SCHEMA, SystemClock())
    yield opened
    opened.close()

"""SQLite's own writes fail: a full file, a size limit, and every call of the machine in turn."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chaos.killing import Kind, quick_passwords
from tests.chaos.refusing import Fault, full, limited, refuse_each
from tests.chaos.writes import KINDS
from tests.processes import ROOT

WORKING = [kind for kind in KINDS if not kind.opens]
"""The upgrade happens on opening; its refusals are in tests/app/test_schema.py."""
SHIM = Path(__file__).with_name("shim.c")
COMPILER = shutil.which("cc") or shutil.which("gcc")
SMALL = ("akun", "final", "entri", "cadangan")
"""Their acts may still fit into pages the file has, or go elsewhere."""
FAULTS = {"penuh": full, "64 KiB": limited(1 << 16), "256 KiB": limited(1 << 18)}


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    with quick_passwords():
        yield


@pytest.fixture(scope="module", params=WORKING, ids=lambda kind: kind.name)
def kept(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Kind, Path]:
    folder = tmp_path_factory.mktemp("asli")
    with quick_passwords():
        request.param.make(folder)
    return request.param, folder


@pytest.mark.syarat("S-032")
@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_full_disk_refuses_an_act_whole_until_there_is_room(
    kept: tuple[Kind, Path], tmp_path: Path, fault: Fault
) -> None:
    kind, folder = kept
    refused = refuse_each(kind, folder, tmp_path / "kerja", fault)
    assert refused > 0 or kind.name in SMALL, "nothing was refused"


@pytest.mark.skipif(
    not (COMPILER and sys.platform == "linux"),
    reason="needs a C compiler and a preloaded library, so the calls of SQLite cannot fail here",
)
@pytest.mark.timeout(3_600)
@pytest.mark.syarat("S-032", "S-009")
def test_a_call_of_the_machine_that_fails_refuses_an_act_whole(tmp_path: Path) -> None:
    shim = tmp_path / "shim.so"
    build = [str(COMPILER), "-shared", "-fPIC", "-o", str(shim), str(SHIM), "-ldl"]
    subprocess.run(build, check=True)
    command = [sys.executable, "-m", "tests.chaos.refusing", str(tmp_path / "map")]
    env = os.environ | {"LD_PRELOAD": str(shim)}
    answer = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    print(answer.stdout)
    assert answer.returncode == 0, answer.stderr
    told = [json.loads(line) for line in answer.stdout.splitlines()]
    assert {one["jenis"] for one in told} == {kind.name for kind in WORKING}
    assert sum(one.get("ditolak", 0) for one in told) > 20

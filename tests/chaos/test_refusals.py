"""SQLite's own writes fail: a full file, a size limit, and every call of the machine in turn."""

import json
from pathlib import Path

import pytest

from tests.chaos.killing import Kind
from tests.chaos.refusing import Fault, full, limited, refuse_each
from tests.chaos.shim import needs_shim, run_preloaded
from tests.chaos.writes import WORKING

FAULTS = {"penuh": full, "8 KiB": limited(1 << 13), "64 KiB": limited(1 << 16)}


@pytest.mark.syarat("S-032")
@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_full_disk_refuses_an_act_whole_until_there_is_room(
    kept: tuple[Kind, Path], tmp_path: Path, fault: Fault
) -> None:
    kind, folder = kept
    refused = refuse_each(kind, folder, tmp_path / "kerja", fault)
    assert refused > 0 or fault is not FAULTS["8 KiB"], "nothing was refused"


@needs_shim
@pytest.mark.timeout(3_600)
@pytest.mark.syarat("S-032", "S-009")
def test_a_call_of_the_machine_that_fails_refuses_an_act_whole(tmp_path: Path) -> None:
    printed = run_preloaded(tmp_path, "tests.chaos.refusing", str(tmp_path / "map"))
    told = [json.loads(line) for line in printed.splitlines()]
    assert {one["jenis"] for one in told} == {kind.name for kind in WORKING}
    assert sum(one.get("ditolak", 0) for one in told) > 20

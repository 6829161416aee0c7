"""SQLite's own writes fail: a full file, a size limit, and every call of the machine in turn."""

import json
from pathlib import Path

import pytest

from tests.chaos.killing import Kind
from tests.chaos.refusing import full, limited, refuse_each
from tests.chaos.shim import needs_shim, run_preloaded
from tests.chaos.writes import WORKING

LETS_THROUGH = {
    "kunci berkas": "every page is encrypted anew where it lies; the file does not grow",
    "simpan": "a PDF beside the file; nothing is written in it",
    "cadangan": "a file of its own; that the log could not take it is a warning",
}
"""Steps that a full election file does not refuse, and why; all others it must."""
IS_SMALL = {
    "sandi": "a few pages in the journal and a keyslot file",
    "ekspor": "a few pages in the journal and a bundle of some KiB",
}
"""Kinds that never grow a file to 64 KiB; the journal is folded in later, without haste."""


@pytest.mark.syarat("S-032")
def test_a_full_election_file_refuses_every_act_until_there_is_room(
    kept: tuple[Kind, Path], tmp_path: Path
) -> None:
    kind, folder = kept
    steps = refuse_each(kind, folder, tmp_path / "kerja", full)
    assert [name for name, refused in steps.items() if not refused] == [
        name for name in steps if name in LETS_THROUGH
    ]


@pytest.mark.syarat("S-032")
def test_a_disk_without_room_for_two_pages_refuses_every_act(
    kept: tuple[Kind, Path], tmp_path: Path
) -> None:
    kind, folder = kept
    assert all(refuse_each(kind, folder, tmp_path / "kerja", limited(1 << 13)).values())


@pytest.mark.syarat("S-032")
def test_a_disk_that_fills_up_midway_refuses_an_act_whole(
    kept: tuple[Kind, Path], tmp_path: Path
) -> None:
    kind, folder = kept
    steps = refuse_each(kind, folder, tmp_path / "kerja", limited(1 << 16))
    assert any(steps.values()) is (kind.name not in IS_SMALL), "see the table"


@needs_shim
@pytest.mark.timeout(3_600)
@pytest.mark.syarat("S-032", "S-009")
def test_a_call_of_the_machine_that_fails_refuses_an_act_whole(tmp_path: Path) -> None:
    printed = run_preloaded(tmp_path, "tests.chaos.refusing", str(tmp_path / "map"))
    told = [json.loads(line) for line in printed.splitlines()]
    assert {one["jenis"] for one in told} == {kind.name for kind in WORKING}
    assert sum(one.get("ditolak", 0) for one in told) > 20

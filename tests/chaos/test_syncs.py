"""What is kept at once costs one forced write: a slow disk must not slow down the typing."""

import json
from pathlib import Path

import pytest

from tests.chaos.shim import needs_shim, run_preloaded


@needs_shim
@pytest.mark.syarat("S-032")
def test_a_saved_form_is_forced_to_the_disk_exactly_once(tmp_path: Path) -> None:
    told = json.loads(run_preloaded(tmp_path, "tests.chaos.syncing", str(tmp_path / "map")))
    begun, final = told.pop("mulai"), told.pop("final")
    assert told == {"satu kotak": 1, "seluruh formulir": 1, "selesai": 1}
    assert begun == 2, "the first write into an emptied journal forces the journal's head as well"
    assert final > 1, "a form closed by two people is also settled into the file"

"""Two windows on one election: the second is refused, and a killed first one leaves no lock."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from pilkades_desk.core.errors import StorageError
from tests.app.refusals import refused_by
from tests.chaos.grounds import enter, make_new
from tests.chaos.killing import damage
from tests.processes import ROOT

HOLD = """
import sys
from pathlib import Path
from pilkades_desk.panitia.rights import Aksi
from tests.chaos.grounds import enter
meja = enter(Path(sys.argv[1]))
with meja.act(Aksi.MASUK) as act:
    act.record("setengah")
    print("terbuka", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_new(tmp_path)
    return tmp_path


@pytest.mark.syarat("S-014", "S-030")
def test_a_second_window_is_refused_until_the_first_is_killed(folder: Path) -> None:
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "terbuka\n"
        for _ in range(2):  # being refused takes nothing away from the first
            assert "sedang dibuka" in refused_by(StorageError, lambda: enter(folder)).sentence
        first.kill()
        first.wait()
    with closing(enter(folder)) as meja:
        assert "W125" in [found.code for found in meja.pembukaan]
        assert damage(meja) == []

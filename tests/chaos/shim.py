"""The library preloaded before libc: built, preloaded, and spoken to from inside."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.processes import ROOT

SOURCE = Path(__file__).with_name("shim.c")
COMPILER = shutil.which("cc") or shutil.which("gcc")
needs_shim = pytest.mark.skipif(
    not (COMPILER and sys.platform == "linux"),
    reason="needs a C compiler and a preloaded library, so SQLite's calls cannot be watched here",
)


def run_preloaded(folder: Path, module: str, *words: str) -> str:
    """Build the library into a folder and run a module with it; gives what was printed."""
    shim = folder / "shim.so"
    build = [str(COMPILER), "-shared", "-fPIC", "-o", str(shim), str(SOURCE), "-ldl"]
    subprocess.run(build, check=True)
    command = [sys.executable, "-m", module, *words]
    env = os.environ | {"LD_PRELOAD": str(shim)}
    answer = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    print(answer.stdout)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


class Shim:
    """The preloaded library."""

    def __init__(self) -> None:
        library = ctypes.CDLL(None)
        self._arm, self._syncs = library.shim_arm, library.shim_syncs
        self.seen = 0

    @contextmanager
    def failing(self, folder: Path, at: int, number: int, _desks: object) -> Iterator[None]:
        """Let call `at` below a folder fail."""
        self._arm(bytes(folder), at, number)
        try:
            yield
        finally:
            self.seen = self._arm(b"/", 0, 0)

    def syncs(self, folder: Path, work: Callable[[], object]) -> int:
        """Count how often files below a folder are forced to the disk during some work."""
        self._arm(bytes(folder), 0, 0)
        self._syncs()
        work()
        return int(self._syncs())

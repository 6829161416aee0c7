"""Runs the program in a process of its own, where the machine can be made to refuse things."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMMAND_LINE = "from pilkades_desk.app.cli import main; raise SystemExit(main(sys.argv[1:]))"
POWERLESS = """
import ctypes, struct
# root ignores file modes; without its capabilities it must obey them as anybody
ctypes.CDLL(None).capset(struct.pack("=Ii", 0x20080522, 0), bytes(24))
"""


def run_code(code: str, *words: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run code with `sys.argv[1:]` as given."""
    command = [sys.executable, "-c", f"import sys\n{code}", *map(str, words)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def run_program(*words: str | Path, before: str = "") -> subprocess.CompletedProcess[str]:
    """Run the real command line; `before` is done to the process first."""
    return run_code(before + COMMAND_LINE, *words)


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """Let the system refuse files that grow beyond a size, as a full disk would."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

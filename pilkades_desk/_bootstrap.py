"""Makes `.venv` from the hash-pinned requirements and re-starts in it; standard library only.

Promises: never touches a Python outside this checkout, never installs what the lock does not pin.
An installed or frozen program has no lock file beside it, and then nothing happens here.
"""

import ctypes
import hashlib
import os
import shlex
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
MARK = VENV / "pilkades-lock.txt"
RUN_LOCK = ROOT / "installers" / "requirements.lock"
TEST_LOCK = ROOT / "tests" / "requirements.lock"

OFFSCREEN_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def has_display() -> bool:
    """Tell whether a window can be shown at all."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing_packages(*, window: bool) -> list[str]:
    """Name the Debian packages whose libraries Qt would not find; empty off Linux."""
    if sys.platform != "linux":
        return []
    wanted = OFFSCREEN_LIBRARIES | (WINDOW_LIBRARIES if window else {})
    return [package for soname, package in wanted.items() if not _loads(soname)]


def install_line(packages: list[str]) -> str:
    """Give the one line to paste into a terminal."""
    return "sudo apt-get install --no-install-recommends " + " ".join(packages)


def ensure(module: str, lock: Path = RUN_LOCK) -> None:
    """Re-start `python -m module` inside an up-to-date `.venv`; return when already there."""
    if getattr(sys, "frozen", False) or not lock.is_file():
        return
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if _digest(lock) not in _satisfied():
        _build(python, lock)
    if Path(sys.prefix) == VENV:
        return
    command = [str(python), "-m", module, *sys.argv[1:]]
    if os.name == "nt":  # execv on Windows loses the exit code
        raise SystemExit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)  # noqa: S606 -- no shell, our own interpreter


def _build(python: Path, lock: Path) -> None:
    fresh = not MARK.is_file()
    _say("Menyiapkan lingkungan Python di .venv (sekali saja, sekitar satu menit) …")
    try:
        if fresh:
            venv.EnvBuilder(with_pip=True, clear=VENV.exists()).create(VENV)
    except (subprocess.CalledProcessError, OSError, SystemExit) as error:
        _stop(
            f"Lingkungan Python tidak dapat dibuat: {error}.", "sudo apt-get install python3-venv"
        )
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command = [*pip, "--require-hashes", "--requirement", str(lock)]
    if subprocess.run(command, check=False).returncode:
        _stop(
            "Pustaka tidak dapat dipasang.",
            f"Periksa sambungan, lalu ulangi: {shlex.join(command)}",
        )
    satisfied = {_digest(lock)} | ({_digest(RUN_LOCK)} if lock == TEST_LOCK else set())
    MARK.write_text("\n".join(sorted(satisfied)) + "\n", encoding="ascii")


def _satisfied() -> set[str]:
    return set(MARK.read_text("ascii").split()) if MARK.is_file() else set()


def _digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _stop(sentence: str, hint: str) -> None:
    _say(f"{sentence}\n{hint}")
    raise SystemExit(2)

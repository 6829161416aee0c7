"""Which sticks are plugged in now, as the system tells it; only looks, never mounts."""

import os
import re
import sys
from pathlib import Path

MOUNTS = Path("/proc/self/mounts")
VOLUMES = Path("/Volumes")
_PLACES = (Path("/media"), Path("/run/media"))
_ESCAPED = re.compile(r"\\([0-7]{3})")
_REMOVABLE = 2  # DRIVE_REMOVABLE


def find_sticks() -> tuple[Path, ...]:
    """Give the top folder of every stick; empty where the system does not say."""
    if sys.platform == "win32":
        import ctypes

        drives = (Path(f"{letter}:\\") for letter in "DEFGHIJKLMNOPQRSTUVWXYZ")
        ask = ctypes.windll.kernel32.GetDriveTypeW
        return tuple(drive for drive in drives if ask(str(drive)) == _REMOVABLE)
    if sys.platform == "darwin":
        return tuple(one for one in sorted(VOLUMES.iterdir()) if one.is_mount())
    try:
        return sticks_in(os.fsdecode(MOUNTS.read_bytes()))
    except OSError:  # a bare root without /proc
        return ()


def sticks_in(mounts: str) -> tuple[Path, ...]:
    """Read the sticks out of the text of `/proc/self/mounts`: what the desktop mounted."""
    found = []
    for line in mounts.splitlines():
        _device, _, rest = line.partition(" ")
        target = rest.partition(" ")[0]
        point = Path(_ESCAPED.sub(lambda one: chr(int(one[1], 8)), target))
        if any(point != place and point.is_relative_to(place) for place in _PLACES):
            found.append(point)
    return tuple(found)

"""A stick as the writer sees it, and a folder that plays one."""

import os
import shutil
from pathlib import Path
from typing import Protocol

from pilkades_desk.kits.usb.status import StickStatus


class Drive(Protocol):
    """One stick."""

    @property
    def root(self) -> Path:
        """Give the folder that is written to."""
        ...

    def status(self) -> StickStatus:
        """Say whether it can be written to now."""
        ...

    def free(self) -> int:
        """Give the free space in bytes."""
        ...

    def drop_cache(self, path: Path) -> None:
        """Make the next reading of a file come from the device."""
        ...


class FolderDrive:
    """Any folder, such as the one a person picked in a dialog."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @property
    def root(self) -> Path:
        """Give the folder."""
        return self._root

    def status(self) -> StickStatus:
        """Say whether the folder is there and may be written to."""
        if not self._root.is_dir():
            return StickStatus.NONE
        return StickStatus.READY if os.access(self._root, os.W_OK) else StickStatus.READ_ONLY

    def free(self) -> int:
        """Give the free space in bytes."""
        return shutil.disk_usage(self._root).free

    def drop_cache(self, path: Path) -> None:
        """Ask the system to forget the file, where it can be asked."""
        if not hasattr(os, "posix_fadvise"):
            return
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)

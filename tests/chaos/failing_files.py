"""A disk that fails at its n-th call in one chosen way, put in the place of `files.system`."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pilkades_desk.core import files
from pilkades_desk.core.files import System

ROOT = Path(Path.cwd().anchor)
WRITE, FLUSH, REPLACE, REMOVE, FOLDER = "write", "flush", "replace", "remove", "flush_folder"
KEYSLOTS = "pemilihan.kunci."


@dataclass(frozen=True)
class Fault:
    """One way to fail: `number` is raised; without one the disk says yes and keeps `share`."""

    name: str
    number: int = 0
    only: str = ""
    share: float = 0.0
    zeros: bool = False
    for_good: bool = False

    def __str__(self) -> str:
        return self.name


FULL = Fault("disk penuh", errno.ENOSPC)
FAILING = Fault("galat baca-tulis", errno.EIO)
READ_ONLY = Fault("hanya baca", errno.EROFS)
CUT = Fault("penuh di tengah tulisan", errno.ENOSPC, WRITE, share=0.5)
SHORT = Fault("tulisan kurang, diam-diam", only=WRITE, share=0.5)
GONE = Fault("simpan bohong: isi hilang", only=FLUSH)
GARBLED = Fault("simpan bohong: isi nol", only=FLUSH, share=0.5, zeros=True)
ONCE = (FULL, FAILING, READ_ONLY, CUT, SHORT, GONE, GARBLED)
"""Each strikes once, wherever in the work that is."""
PULLED = Fault("tercabut", errno.ENODEV, for_good=True)
LATE = Fault("simpan bohong: terlihat sesudah diberi nama", only=REPLACE, share=0.5, zeros=True)
ON_STICK = (PULLED, LATE)
"""What only a stick does, or only shows when it is read from the device."""


class FailingSystem(System):
    """Counts the calls its fault can strike below `root`, and strikes at call number `at`."""

    def __init__(self, fault: Fault, at: int, root: Path = ROOT) -> None:
        self.calls = 0
        self.elsewhere = (
            0  # calls on files other than the keyslots, where every important act is noted
        )
        self.struck = ""
        self.fault = fault
        self._at = at
        self._root = root

    def open(self, path: Path, mode: str) -> IO[bytes]:
        self._strikes("open", path)
        return super().open(path, mode)

    def write(self, stream: IO[bytes], piece: bytes) -> None:
        kept = piece
        if self._strikes(WRITE, Path(stream.name), raising=not self.fault.only):
            kept = piece[: int(len(piece) * self.fault.share)]
        super().write(stream, kept)
        if kept is not piece and self.fault.number:
            raise _error(self.fault, stream.name)

    def flush(self, stream: IO[bytes]) -> None:
        lies = self._strikes(FLUSH, Path(stream.name))
        super().flush(stream)
        if lies:
            self._spoil(Path(stream.name))

    def flush_folder(self, folder: Path) -> None:
        self._strikes(FOLDER, folder)
        super().flush_folder(folder)

    def replace(self, part: Path, path: Path) -> None:
        lies = self._strikes(REPLACE, path)
        super().replace(part, path)
        if lies:
            self._spoil(path)

    def remove(self, path: Path) -> None:
        self._strikes(REMOVE, path)
        super().remove(path)

    def make_folder(self, folder: Path) -> None:
        self._strikes("make_folder", folder)
        super().make_folder(folder)

    def _strikes(self, call: str, path: Path, *, raising: bool = True) -> bool:
        if self.fault.only not in ("", call) or not path.is_relative_to(self._root):
            return False
        self.calls += 1
        self.elsewhere += call != FOLDER and not path.name.startswith(KEYSLOTS)
        if self.calls != self._at and not (self.fault.for_good and self.calls > self._at):
            return False
        self.struck = call
        if raising and self.fault.number:
            raise _error(self.fault, str(path))
        return True

    def _spoil(self, path: Path) -> None:
        size = path.stat().st_size
        os.truncate(path, int(size * self.fault.share))
        if self.fault.zeros:
            os.truncate(path, size)


def _error(fault: Fault, path: str) -> OSError:
    return OSError(fault.number, os.strerror(fault.number), path)


@contextmanager
def failing(fault: Fault, at: int, root: Path = ROOT) -> Iterator[FailingSystem]:
    """Let the disk fail inside."""
    usual, disk = files.system, FailingSystem(fault, at, root)
    files.system = disk
    try:
        yield disk
    finally:
        files.system = usual

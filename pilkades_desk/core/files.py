"""The only module that changes files: writes, flushes, renames, removes, makes folders.

What is written lies beside its place as `.part` until it is flushed and reads back the same; only
then it gets its name, so that no name ever stands for a piece. Every call to the machine goes
through `system`, which a test exchanges for a disk that fails.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Protocol

_PIECE = 1 << 20


class NotAsWritten(OSError):  # noqa: N818 -- names what the disk did
    """The disk took a file without a complaint and gives back something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EIO, "reads back other than written", str(path))


class Sink(Protocol):
    """Anything that takes bytes in pieces."""

    def write(self, piece: bytes, /) -> int:
        """Take a piece whole and give its length."""
        ...


class System:
    """What the machine is asked to do to files, call by call; OSError when it refuses."""

    def open(self, path: Path, mode: str) -> IO[bytes]:
        """Open a file for writing: "wb" anew, "xb" when there is none, "ab" at its end.

        "r+b" writes over what is there.
        """
        return path.open(mode)

    def write(self, stream: IO[bytes], piece: bytes) -> None:
        """Hand over a piece."""
        stream.write(piece)

    def flush(self, stream: IO[bytes]) -> None:
        """Wait until the device says it has everything."""
        stream.flush()
        os.fsync(stream.fileno())

    def flush_folder(self, folder: Path) -> None:
        """Wait until the device says it has the folder's names."""
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def replace(self, part: Path, path: Path) -> None:
        """Give a finished file its name, in place of what had it."""
        part.replace(path)

    def remove(self, path: Path) -> None:
        """Remove a file if it is there."""
        path.unlink(missing_ok=True)

    def make_folder(self, folder: Path) -> None:
        """Make a folder for its owner alone, with all above it, if it is not there."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


system = System()


class _Part:
    """A file being written, and the digest of what it should hold."""

    def __init__(self, stream: IO[bytes]) -> None:
        from hashlib import sha256  # loads OpenSSL; the login screen is shown without

        self._stream = stream
        self.right = sha256()

    def write(self, piece: bytes, /) -> int:
        self.right.update(piece)
        system.write(self._stream, piece)
        return len(piece)


@contextmanager
def checked(path: Path) -> Iterator[Sink]:
    """Write a file through to the device and read it back; NotAsWritten when it differs."""
    with system.open(path, "wb") as stream:
        part = _Part(stream)
        yield part
        system.flush(stream)
    if digest(path) != part.right.hexdigest():
        raise NotAsWritten(path)


@contextmanager
def whole(path: Path) -> Iterator[Sink]:
    """Write a file whole or not at all; on any failure what was there before stays as it was."""
    part = path.with_name(f"{path.name}.part")
    try:
        with checked(part) as sink:
            yield sink
        system.replace(part, path)
        # Windows cannot open a folder, some drivers cannot flush one
        with suppress(OSError):
            system.flush_folder(path.parent)
    finally:
        drop(part)


def drop(path: Path) -> None:
    """Remove what is of no use any more; what cannot be removed is no fault of the act."""
    with suppress(OSError):
        system.remove(path)


def shred(path: Path) -> None:
    """Write zeros over a file and remove it; OSError when the machine refuses, gone is well.

    A disk that writes elsewhere than it is told (flash, copy on write) may keep the old bytes.
    """
    with suppress(FileNotFoundError):
        left = path.stat().st_size
        with system.open(path, "r+b") as stream:
            while left > 0:
                piece = bytes(min(left, _PIECE))
                system.write(stream, piece)
                left -= len(piece)
            system.flush(stream)
    system.remove(path)


def digest(path: Path) -> str:
    """Give the SHA-256 of a file."""
    import hashlib

    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()

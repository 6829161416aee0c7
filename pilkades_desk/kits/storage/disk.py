"""Files on a fixed disk: written whole or not at all; refusals become one sentence and one hint."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pilkades_desk.core import files
from pilkades_desk.core.errors import StorageError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


@contextmanager
def named_refusals(path: Path) -> Iterator[None]:
    """Turn what the system says about writing to a path into a StorageError (S-032)."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StorageError(
                f"Disk penuh; '{path.name}' tidak disimpan.",
                "Kosongkan ruang disk, lalu ulangi langkah terakhir.",
            ) from error
        if error.errno in _READ_ONLY:
            raise StorageError(
                f"'{path}' tidak dapat ditulisi.", "Pilih map lain, misalnya di dalam Dokumen."
            ) from error
        if error.errno == errno.EIO:
            raise StorageError(
                f"Disk gagal menyimpan '{path.name}'.",
                "Ulangi sekali; bila gagal lagi, pakai disk atau laptop lain.",
            ) from error
        raise StorageError(
            f"'{path}' tidak dapat dibuat atau ditulis.", "Periksa namanya, atau pilih map lain."
        ) from error


@contextmanager
def named_readings(path: Path) -> Iterator[None]:
    """Turn what the system says about reading a path into a StorageError."""
    try:
        yield
    except FileNotFoundError as error:
        raise StorageError(
            f"Berkas '{path}' tidak ada.", "Periksa nama berkasnya, atau pilih yang lain."
        ) from error
    except OSError as error:
        raise StorageError(
            f"'{path}' tidak terbaca.", "Periksa apakah itu berkas dan disknya masih terpasang."
        ) from error


def make_folder(folder: Path) -> None:
    """Make a folder for its owner alone, with all above it; StorageError when the disk refuses."""
    with named_refusals(folder):
        files.system.make_folder(folder)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole; when the disk refuses, what was there before stays as it was."""
    with named_refusals(path), files.whole(path) as part:
        part.write(content)

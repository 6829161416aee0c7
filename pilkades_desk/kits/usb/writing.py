"""Safe writing: part file, flush, rename, flush folder, read back from the device, then "aman".

A name that is there already is never overwritten; the same content under it counts as written.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pilkades_desk.core import files
from pilkades_desk.core.errors import StorageError
from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.kits.usb.folder_drive import Drive
from pilkades_desk.kits.usb.status import StickError, StickStatus

CHUNK = 1 << 20

_STATUS = {
    errno.ENOSPC: StickStatus.FULL,
    errno.EDQUOT: StickStatus.FULL,
    errno.EFBIG: StickStatus.FULL,
    errno.EROFS: StickStatus.READ_ONLY,
    errno.EACCES: StickStatus.READ_ONLY,
    errno.EPERM: StickStatus.READ_ONLY,
    errno.ENOENT: StickStatus.REMOVED,
    errno.ENODEV: StickStatus.REMOVED,
    errno.ENXIO: StickStatus.REMOVED,
    errno.EIO: StickStatus.REMOVED,
}


def copy_to_drive(drive: Drive, source: Path, progress: Progress = quiet) -> Path:
    """Copy a file to the stick under its own name and give the path once it is safe to pull.

    Syarat: S-707.

    Args:
        drive: the stick.
        source: the file on the fixed disk.
        progress: called with bytes written and bytes in all.

    Raises:
        StorageError: the file on the fixed disk cannot be read.
        StickError: the stick is not ready, full, read-only, gone, or gave back something else.
    """
    status = drive.status()
    if status is not StickStatus.READY:
        raise StickError(status)
    try:
        right, size = files.digest(source), source.stat().st_size
    except OSError as error:
        raise StorageError(
            f"Berkas '{source.name}' di laptop tidak terbaca.", "Buat berkas itu lagi, lalu ulangi."
        ) from error
    target = drive.root / source.name
    with _named_failures():
        if target.exists():
            if not _reads_back(drive, target, right):
                raise StickError(StickStatus.TAKEN)
            return target
        if drive.free() < size + CHUNK:
            raise StickError(StickStatus.FULL)
        _write(source, target, progress)
        _verify(drive, target, right)
    return target


def _write(source: Path, target: Path, progress: Progress) -> None:
    total, done = source.stat().st_size, 0
    with source.open("rb") as reader, files.whole(target) as part:
        while chunk := reader.read(CHUNK):
            part.write(chunk)
            done += len(chunk)
            progress(done, total)


def _verify(drive: Drive, target: Path, right: str) -> None:
    same = False
    try:
        same = _reads_back(drive, target, right)
    finally:
        if not same:  # a name that was not proven must not stay on the stick
            files.drop(target)
    if not same:
        raise StickError(StickStatus.LYING)


def _reads_back(drive: Drive, target: Path, right: str) -> bool:
    drive.drop_cache(target)
    return files.digest(target) == right


@contextmanager
def _named_failures() -> Iterator[None]:
    try:
        yield
    except files.NotAsWritten as error:
        raise StickError(StickStatus.LYING) from error
    except OSError as error:
        raise StickError(_STATUS.get(error.errno or 0, StickStatus.FAILED)) from error

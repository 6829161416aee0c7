"""Safe writing: part file, flush, rename, flush folder, read back from the device, then "aman".

A name that is there already is never overwritten; the same content under it counts as written.
"""

import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

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
        right, size = file_hash(source), source.stat().st_size
    except OSError as error:
        raise StorageError(
            f"Berkas '{source.name}' di laptop tidak terbaca.", "Buat berkas itu lagi, lalu ulangi."
        ) from error
    target = drive.root / source.name
    with _named_failures():
        if target.exists():
            return _keep(target, right)
        if drive.free() < size + CHUNK:
            raise StickError(StickStatus.FULL)
        _write(source, target, progress)
        drive.drop_cache(target)
        if file_hash(target) != right:
            target.unlink()
            raise StickError(StickStatus.LYING)
    return target


def file_hash(path: Path) -> str:
    """Give the SHA-256 of a file, read in chunks."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _keep(target: Path, right: str) -> Path:
    if file_hash(target) != right:
        raise StickError(StickStatus.TAKEN)
    return target


def _write(source: Path, target: Path, progress: Progress) -> None:
    part = target.with_name(target.name + ".part")
    total, done = source.stat().st_size, 0
    try:
        with source.open("rb") as reader, part.open("wb") as writer:
            while chunk := reader.read(CHUNK):
                writer.write(chunk)
                done += len(chunk)
                progress(done, total)
            writer.flush()
            os.fsync(writer.fileno())
        part.replace(target)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    _flush_folder(target.parent)


def _flush_folder(folder: Path) -> None:
    # Windows cannot open a folder, some drivers cannot flush one; the reading back decides
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _named_failures() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StickError(_STATUS.get(error.errno or 0, StickStatus.FAILED)) from error

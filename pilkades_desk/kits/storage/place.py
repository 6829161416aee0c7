"""Where an election file may live: a fixed local disk with a real journal, never a stick."""

import os
import re
import sys
from pathlib import Path

from pilkades_desk.core.errors import StorageError
from pilkades_desk.kits.storage.disk import named_refusals

_FOREIGN = {
    "vfat", "exfat", "msdos", "fuseblk", "ntfs", "ntfs3", "nfs", "nfs4", "cifs", "smb3",
    "smbfs", "9p", "ceph", "davfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.sshfs",
    "iso9660", "udf",
}  # fmt: skip
MOUNTS = Path("/proc/self/mounts")
_ESCAPED = re.compile(r"\\([0-7]{3})")
_WINDOWS_REFUSED = {2, 4, 5}  # DRIVE_REMOVABLE, DRIVE_REMOTE, DRIVE_CDROM


def check_place(folder: Path) -> None:
    """Refuse a removable or network drive and a folder that cannot be written to (S-014)."""
    with named_refusals(folder):
        existing = next(one for one in (folder, *folder.absolute().parents) if one.exists())
        real = existing.resolve()
    if _is_foreign(real):
        raise StorageError(
            "Berkas pemilihan tidak boleh berada di USB atau jaringan.",
            "Pilih map di dalam laptop; USB hanya untuk cadangan dan paket.",
        )
    if not os.access(existing, os.W_OK | os.X_OK):
        raise StorageError(
            f"Map '{existing}' tidak dapat ditulisi.",
            "Pilih map lain, misalnya di dalam Dokumen.",
        )


def _is_foreign(folder: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        kind = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)
        return kind in _WINDOWS_REFUSED
    if sys.platform == "darwin":
        return folder.is_relative_to("/Volumes")
    try:
        mounts = os.fsdecode(MOUNTS.read_bytes())
    except OSError:  # a bare root without /proc: nothing is known, and nothing is mounted by hand
        return False
    return is_foreign_mount(folder, mounts)


def is_foreign_mount(folder: Path, mounts: str) -> bool:
    """Tell from the text of `/proc/self/mounts` whether a folder is on a stick or a network."""
    best, kind = Path("/"), ""
    for line in mounts.rstrip("\n").split("\n"):
        _device, target, name, *_rest = line.split(" ")
        point = Path(_ESCAPED.sub(lambda found: chr(int(found[1], 8)), target))
        if folder.is_relative_to(point) and len(point.parts) >= len(best.parts):
            best, kind = point, name
    stick = best.is_relative_to("/media") or best.is_relative_to("/run/media")
    return kind in _FOREIGN or stick

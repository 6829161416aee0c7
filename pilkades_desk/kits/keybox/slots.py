"""The keyslot file beside an election file: one box per account and one for the recovery code.

Losing it equals losing the election, so it is written whole to a new file, flushed, renamed into
place, and the version before stays beside it as `.lama`.
"""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pilkades_desk.core.errors import AccessError, StorageError
from pilkades_desk.kits.keybox.password import OUTSIDE, Box, unwrap, wrap

RECOVERY = "#pemulihan"
"""No account can have this name, so no account can take the place of the recovery code."""
_LIMIT = 1 << 20


@dataclass(frozen=True, slots=True)
class Slots:
    """The file's content; changing it gives a new one."""

    file_id: str
    boxes: tuple[Box, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Name the accounts that can open the file, in the order they were made."""
        names = (str(box["label"]["nama"]) for box in self.boxes)
        return tuple(name for name in names if name != RECOVERY)

    def with_slot(self, name: str, password: str, secret: bytes) -> "Slots":
        """Add or replace the box of one account (or of the recovery code)."""
        label = {"berkas": self.file_id, "nama": name}
        box = wrap(secret, password, label, OUTSIDE)
        kept = tuple(old for old in self.boxes if old["label"]["nama"] != name)
        return Slots(self.file_id, (*kept, box))

    def open_slot(self, name: str, password: str) -> bytes:
        """Give the secret of one account; AccessError when name or password is wrong (S-007)."""
        for box in self.boxes:
            if box["label"]["nama"] == name:
                return unwrap(box, password)
        raise AccessError(f"Akun '{name}' tidak ada.", "Pilih akun dari daftar.")


def read_slots(path: Path) -> Slots:
    """Read the file; StorageError when it is missing, AccessError when it is damaged."""
    try:
        with path.open("rb") as stream:
            untrusted_bytes = stream.read(_LIMIT)
    except FileNotFoundError:
        raise StorageError(
            f"Berkas kunci '{path.name}' tidak ada.",
            "Salin kembali berkas kunci dari cadangan ke map pemilihan.",
        ) from None
    except OSError as error:
        raise StorageError(
            f"Berkas kunci '{path.name}' tidak terbaca.",
            "Periksa map pemilihan, atau salin berkas kunci dari cadangan.",
        ) from error
    try:
        return _parse(json.loads(untrusted_bytes))
    except (KeyError, TypeError, ValueError, RecursionError):
        raise AccessError(
            "Berkas kunci rusak.", "Pulihkan berkas kunci dari cadangan, lalu masuk lagi."
        ) from None


def _parse(untrusted_content: Any) -> Slots:
    boxes = tuple(untrusted_content["slot"])
    named = all(isinstance(box["label"]["nama"], str) for box in boxes)
    if untrusted_content["v"] != 1 or not named:
        raise ValueError("unknown keyslot file")
    return Slots(str(untrusted_content["berkas"]), boxes)


def write_slots(path: Path, slots: Slots) -> None:
    """Write the file so that a pulled plug leaves the old or the new one, never a piece."""
    content = {"v": 1, "berkas": slots.file_id, "slot": list(slots.boxes)}
    fresh, before = path.with_suffix(".baru"), path.with_suffix(".lama")
    try:
        with fresh.open("w", encoding="utf-8") as stream:
            json.dump(content, stream, indent=1)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():  # copied, not renamed: at no moment is there no keyslot file
            before.write_bytes(path.read_bytes())
        fresh.replace(path)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)

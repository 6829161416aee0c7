"""The keyslot file beside an election file: one slot per account and one for the recovery code.

A slot holds a box, the account's own keys wrapped under its password, and the file key in an
envelope for those keys. While the file gets a new key there are two envelopes, the one in use
first. Losing the file equals losing the election, so it is written whole to a new file, flushed,
renamed into place, and the version before stays beside it as `.lama`; that one is read when the
file is missing or damaged.
"""

import base64
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pilkades_desk.core import files
from pilkades_desk.core.canonical import canonical
from pilkades_desk.core.errors import AccessError, StorageError
from pilkades_desk.kits.keybox.envelope import KEY_LENGTH, envelope_public, seal, unseal
from pilkades_desk.kits.keybox.password import OUTSIDE, Box, damaged, unwrap, wrap

RECOVERY = "#pemulihan"
"""No account can have this name, so no account can take the place of the recovery code."""
_VERSION = 2
_LIMIT = 1 << 20
_CHECK = "Periksa map, atau pulihkan cadangan."


@dataclass(frozen=True, slots=True)
class AccountKeys:
    """What a password opens: the file's keys (the one in use first) and the account's own two.

    `envelope` is a private X25519 key of 32 bytes; `signing` is PKCS#8 DER, empty for the
    recovery code, which signs nothing.
    """

    file_keys: tuple[bytes, ...] = field(repr=False)
    envelope: bytes = field(repr=False)
    signing: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Slot:
    """One account's box and its envelopes."""

    name: str
    box: Box
    envelopes: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Slots:
    """The file's content; changing it gives a new one.

    `head` is the audit head (`12-9f2c…`, the hash in full) when it was last written down here;
    `before` says that this was read from the version before.
    """

    file_id: str
    slots: tuple[Slot, ...] = ()
    head: str = ""
    before: bool = field(default=False, compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """Name the accounts that can open the file, in the order they were made."""
        return tuple(slot.name for slot in self.slots if slot.name != RECOVERY)

    def with_slot(self, name: str, password: str, keys: AccountKeys) -> "Slots":
        """Add or replace the slot of one account (or of the recovery code)."""
        public = envelope_public(keys.envelope)
        envelopes = tuple(seal(key, public, self._label(name)) for key in keys.file_keys)
        return self._put(Slot(name, self._box(name, password, keys), envelopes))

    def with_password(self, name: str, password: str, keys: AccountKeys) -> "Slots":
        """Wrap an account's keys under a new password; its envelopes stay as they are."""
        return self._put(replace(self._slot(name), box=self._box(name, password, keys)))

    def resealed(self, publics: Mapping[str, bytes], file_keys: tuple[bytes, ...]) -> "Slots":
        """Seal these file keys to every account named; whoever is not named loses their slot."""
        kept = tuple(
            replace(
                slot,
                envelopes=tuple(
                    seal(key, publics[slot.name], self._label(slot.name)) for key in file_keys
                ),
            )
            for slot in self.slots
            if slot.name in publics
        )
        return replace(self, slots=kept)

    def open_slot(self, name: str, password: str) -> AccountKeys:
        """Give what one account's password opens; AccessError when name or password is wrong.

        Syarat: S-007.
        """
        slot = self._slot(name)
        secret = unwrap(slot.box, password)
        key, signing = secret[:KEY_LENGTH], secret[KEY_LENGTH:]
        label = self._label(name)
        return AccountKeys(tuple(unseal(one, key, label) for one in slot.envelopes), key, signing)

    def _slot(self, name: str) -> Slot:
        for slot in self.slots:
            if slot.name == name:
                return slot
        raise AccessError(f"Akun '{name}' tidak ada.", "Pilih akun dari daftar.")

    def _put(self, fresh: Slot) -> "Slots":
        places = [slot.name for slot in self.slots]
        if fresh.name not in places:
            return replace(self, slots=(*self.slots, fresh))
        at = places.index(fresh.name)
        return replace(self, slots=(*self.slots[:at], fresh, *self.slots[at + 1 :]))

    def _box(self, name: str, password: str, keys: AccountKeys) -> Box:
        label = {"berkas": self.file_id, "nama": name}
        return wrap(keys.envelope + keys.signing, password, label, OUTSIDE)

    def _label(self, name: str) -> bytes:
        return canonical({"berkas": self.file_id, "nama": name})


def read_slots(path: Path) -> Slots:
    """Read the file, or the version before when it is missing or damaged.

    Raises:
        StorageError: it is missing, and so is the version before, or the disk refuses; says when
            there is nothing of an election beside it either.
        AccessError: it is damaged, and the version before is no better.

    Syarat: S-031.
    """
    try:
        return _read_one(path)
    except (FileNotFoundError, AccessError) as fault:
        with suppress(FileNotFoundError, AccessError):
            return replace(_read_one(_before(path)), before=True)
        if isinstance(fault, AccessError):
            raise
    if not any(path.parent.glob(f"{path.name.partition('.')[0]}.*")):
        raise StorageError(
            f"Map '{path.parent.absolute().name}' tidak berisi pemilihan atau meja kabupaten.",
            "Periksa nama mapnya, atau pulihkan cadangan ke map itu.",
        )
    raise StorageError(f"Berkas kunci '{path.name}' tidak ada.", _CHECK)


def _read_one(path: Path) -> Slots:
    try:
        with path.open("rb") as stream:
            untrusted_bytes = stream.read(_LIMIT)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise StorageError(f"Berkas kunci '{path.name}' tidak terbaca.", _CHECK) from error
    return parse_slots(untrusted_bytes)


def parse_slots(untrusted_bytes: bytes) -> Slots:
    """Read the content of a keyslot file; AccessError when it is damaged."""
    try:
        return _parse(json.loads(untrusted_bytes))
    except (KeyError, TypeError, ValueError, RecursionError):
        raise damaged() from None


def _parse(untrusted_content: Any) -> Slots:
    if untrusted_content["v"] != _VERSION:
        raise ValueError("unknown keyslot file")
    slots = tuple(_parse_slot(each) for each in untrusted_content["slot"])
    return Slots(str(untrusted_content["berkas"]), slots, str(untrusted_content["kepala"]))


def _parse_slot(untrusted_slot: Any) -> Slot:
    name = untrusted_slot["nama"]
    if not isinstance(name, str):
        raise TypeError("a slot without a name")
    envelopes = tuple(base64.b64decode(one, validate=True) for one in untrusted_slot["amplop"])
    return Slot(name, dict(untrusted_slot["kotak"]), envelopes)


def slots_bytes(slots: Slots) -> bytes:
    """Write the content of the file."""
    content = {
        "v": _VERSION,
        "berkas": slots.file_id,
        "kepala": slots.head,
        "slot": [
            {
                "nama": slot.name,
                "kotak": slot.box,
                "amplop": [base64.b64encode(one).decode("ascii") for one in slot.envelopes],
            }
            for slot in slots.slots
        ],
    }
    return json.dumps(content, indent=1).encode("utf-8")


def write_slots(path: Path, slots: Slots, *, keep: bool = True) -> None:
    """Write the file so that a pulled plug leaves the old or the new one, never a piece.

    `keep=False` after somebody's password ended: the version before would still open with it.
    A damaged file does not take the place of the version before: that one is all there is.
    """
    with files.whole(path) as fresh:
        fresh.write(slots_bytes(slots))
        if keep and _is_whole(path):  # copied, not renamed: at no moment is there no keyslot file
            with files.whole(_before(path)) as copy:
                copy.write(path.read_bytes())
    if not keep:
        files.drop(_before(path))


def _before(path: Path) -> Path:
    return path.with_suffix(".lama")


def _is_whole(path: Path) -> bool:
    try:
        _read_one(path)
    except (FileNotFoundError, AccessError):
        return False
    return True

"""The manifest: first member of the payload, lists every file with size and hash.

Refuses names that could mean a path, a device or another drive anywhere, and sizes above the caps,
before one byte of a file is read (docs/format-paket.md part 6).
"""

import re
from typing import Annotated, Literal

from pydantic import Field

from pilkades_desk.core.value import Value
from pilkades_desk.kits.sealing.header import Draft, Envelope, Hex32, Hex64, parse_value
from pilkades_desk.kits.sealing.refusal import Fault, Refused

MANIFEST = "manifest.json"
MAX_MANIFEST = 1 << 20
MAX_FILES = 2_000
MAX_FILE = 600 << 20
MAX_TOTAL = 1 << 30
MAX_NAME = 100

_PART = r"[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*"
_NAME = re.compile(rf"{_PART}(?:/{_PART})*")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
_BOUND = (
    "bundle_id", "kind", "mode", "pemilihan", "wilayah", "stream", "serial", "schema_version",
    "publik_sha256",
)  # fmt: skip


class FileEntry(Value):
    """One file: name in the payload, size in bytes, hash."""

    name: str
    size: Annotated[int, Field(ge=0)]
    sha256: Hex64


class Manifest(Value):
    """Repeats who the bundle is, inside the encryption, and lists the files in order."""

    format: Literal["pilkades-manifest"] = "pilkades-manifest"
    v: Literal[1] = 1
    nonce: Hex64
    bundle_id: Hex32
    kind: str
    mode: str
    pemilihan: str
    wilayah: str
    stream: str
    serial: int
    schema_version: Annotated[int, Field(alias="schema")]
    recipients: tuple[str, ...]
    publik_sha256: str | None
    files: tuple[FileEntry, ...]

    model_config = {"frozen": True, "extra": "forbid", "populate_by_name": True}


def make_manifest(
    draft: Draft, recipients: tuple[str, ...], files: tuple[FileEntry, ...], nonce: str
) -> Manifest:
    """Build the manifest of a bundle; Refused when a name or size would be refused on reading."""
    bound = {name: getattr(draft, name) for name in _BOUND}
    manifest = Manifest(nonce=nonce, recipients=recipients, files=files, **bound)
    _check_files(manifest.files)
    return manifest


def parse_manifest(untrusted_bytes: bytes, envelope: Envelope) -> Manifest:
    """Read a manifest whose hash stands in the verified envelope, and check it against both."""
    manifest = parse_value(Manifest, untrusted_bytes)
    for name in (*_BOUND, "recipients"):
        if getattr(manifest, name) != getattr(envelope, name):
            raise Refused(Fault.MANIFEST_BINDING, name)
    _check_files(manifest.files)
    return manifest


def _check_files(files: tuple[FileEntry, ...]) -> None:
    if len(files) > MAX_FILES or sum(entry.size for entry in files) > MAX_TOTAL:
        raise Refused(Fault.BOMB, f"{len(files)} files")
    if any(entry.size > MAX_FILE for entry in files):
        raise Refused(Fault.BOMB, "one file")
    seen = {MANIFEST}
    for entry in files:
        if not _is_safe(entry.name) or entry.name in seen:
            raise Refused(Fault.PATH, ascii(entry.name[:MAX_NAME]))
        seen.add(entry.name)


def _is_safe(name: str) -> bool:
    if len(name) > MAX_NAME or not _NAME.fullmatch(name):
        return False
    return not any(_DEVICE.fullmatch(part) for part in name.split("/"))

"""The tar stream inside the payload: headers follow from name and size, as in the container.

The unpacker is fed bytes and asks for the next piece by yielding its size, so that age can push
decrypted chunks into it without a thread. It promises nothing before `finish`; until then every
file lies in a staging that is thrown away on failure (docs/format-paket.md part 4).
"""

import hashlib
from collections.abc import Generator
from pathlib import Path
from typing import Protocol

from pilkades_desk.core import files
from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.kits.sealing.header import Envelope
from pilkades_desk.kits.sealing.manifest import (
    MANIFEST,
    MAX_MANIFEST,
    FileEntry,
    Manifest,
    parse_manifest,
)
from pilkades_desk.kits.sealing.refusal import Fault, Refused

BLOCK = 512
END = bytes(2 * BLOCK)
PIECE = 64 << 10

Steps = Generator[int, bytes, Manifest]


class Staging(Protocol):
    """Where plaintext waits until the last byte has been checked."""

    def begin(self, name: str, size: int) -> None:
        """Start the next file; its name has passed the allow-list."""
        ...

    def write(self, piece: bytes) -> None:
        """Add to the file begun last."""
        ...

    def discard(self) -> None:
        """Throw everything away: the bundle was refused."""
        ...


class MemoryStaging:
    """Holds small bundles in memory."""

    def __init__(self, limit: int = 64 << 20) -> None:
        self._files: dict[str, list[bytes]] = {}
        self._left = limit
        self._current: list[bytes] = []

    @property
    def files(self) -> dict[str, bytes]:
        """Give what was staged, by name."""
        return {name: b"".join(pieces) for name, pieces in self._files.items()}

    def begin(self, name: str, size: int) -> None:
        """Start the next file; Refused when the bundle is too large for memory."""
        self._left -= size
        if self._left < 0:
            raise Refused(Fault.BOMB, "too large for memory")
        self._current = self._files[name] = []

    def write(self, piece: bytes) -> None:
        """Add to the file begun last."""
        self._current.append(piece)

    def discard(self) -> None:
        """Forget every file."""
        self._files.clear()


class FolderStaging:
    """Holds large bundles as numbered files; a name from the bundle never becomes a path."""

    def __init__(self, folder: Path) -> None:
        self.paths: dict[str, Path] = {}
        self._folder = folder
        self._current = folder

    def begin(self, name: str, size: int) -> None:
        """Start the next file."""
        self._current = self._folder / f"{len(self.paths):04}.{size}"
        files.system.open(self._current, "xb").close()
        self.paths[name] = self._current

    def write(self, piece: bytes) -> None:
        """Add to the file begun last."""
        with files.system.open(self._current, "ab") as file:
            files.system.write(file, piece)

    def discard(self) -> None:
        """Remove the files begun."""
        for path in self.paths.values():
            files.system.remove(path)
        self.paths.clear()


def tar_header(name: str, size: int) -> bytes:
    """Give the one right header block of a file."""
    start = name.encode("ascii").ljust(100, b"\0") + b"0000600\0" + b"0000000\0" * 2
    start += f"{size:011o}".encode("ascii") + b"\0" + b"00000000000\0"
    end = (b"0" + bytes(100) + b"ustar\0" + b"00").ljust(BLOCK - 156, b"\0")
    total = sum(start) + sum(end) + 8 * ord(" ")
    return start + f"{total:06o}".encode("ascii") + b"\0 " + end


def padding(size: int) -> bytes:
    """Give the zeros after a content of this size."""
    return bytes(-size % BLOCK)


class Unpacker:
    """Takes the tar stream in pieces of any size."""

    def __init__(self, envelope: Envelope, staging: Staging) -> None:
        self._envelope = envelope
        self._staging = staging
        self._buffer = bytearray()
        self._manifest: Manifest | None = None
        self._steps = self._walk()
        self._want = next(self._steps)

    def write(self, untrusted_chunk: bytes) -> int:
        """Take the next bytes; Refused at the first that is wrong."""
        self._buffer += untrusted_chunk
        while self._manifest is None and len(self._buffer) >= self._want:
            piece = bytes(self._buffer[: self._want])
            del self._buffer[: self._want]
            try:
                self._want = self._steps.send(piece)
            except StopIteration as end:
                self._manifest = end.value
        if self._manifest is not None and self._buffer:
            raise Refused(Fault.TAR, "bytes after the end")
        return len(untrusted_chunk)

    def finish(self) -> Manifest:
        """Give the manifest once everything has passed; Refused when the stream ended early."""
        if self._manifest is None:
            raise Refused(Fault.TAR, "ends early")
        return self._manifest

    def _walk(self) -> Steps:
        manifest = yield from self._read_manifest()
        for entry in manifest.files:
            yield from self._read_file(entry)
        if any((yield BLOCK)):
            raise Refused(Fault.UNLISTED, "after the last file")
        if any((yield BLOCK)):
            raise Refused(Fault.TAR, "second end block")
        return manifest

    def _read_manifest(self) -> Steps:
        header = yield BLOCK
        size = _octal(header[124:135])
        if size > MAX_MANIFEST or header != tar_header(MANIFEST, size):
            raise Refused(Fault.MANIFEST_FIRST)
        content = yield size
        yield from _skip_padding(size)
        if sha256_hex(content) != self._envelope.manifest_sha256:
            raise Refused(Fault.MANIFEST_HASH)
        return parse_manifest(content, self._envelope)

    def _read_file(self, entry: FileEntry) -> Generator[int, bytes, None]:
        _check_header((yield BLOCK), entry)
        self._staging.begin(entry.name, entry.size)
        digest, left = hashlib.sha256(), entry.size
        while left:
            piece = yield min(PIECE, left)
            digest.update(piece)
            self._staging.write(piece)
            left -= len(piece)
        if digest.hexdigest() != entry.sha256:
            raise Refused(Fault.FILE_HASH, entry.name)
        yield from _skip_padding(entry.size)


def _octal(field: bytes) -> int:
    if not field.isdigit() or max(field) > ord("7") or int(field, 8) == 0:
        raise Refused(Fault.MANIFEST_FIRST, "size")
    return int(field, 8)


def _check_header(block: bytes, entry: FileEntry) -> None:
    if block == tar_header(entry.name, entry.size):
        return
    if not any(block):
        raise Refused(Fault.MISSING_FILE, entry.name)
    if block[156:157] != b"0":
        raise Refused(Fault.MEMBER_TYPE, entry.name)
    raise Refused(Fault.UNLISTED, f"not {entry.name}")


def _skip_padding(size: int) -> Generator[int, bytes, None]:
    zeros = padding(size)
    if zeros and (yield len(zeros)) != zeros:
        raise Refused(Fault.TAR, "padding")

"""The outer ZIP: five stored members whose headers follow from their contents alone.

Promises that every byte outside the contents has one right value. Refuses bytes before, between or
after, other members, compression and sizes above the caps; nothing is parsed here beyond sizes
(docs/format-paket.md part 1).
"""

import re
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pilkades_desk.core.files import Sink
from pilkades_desk.kits.sealing.refusal import Fault, Refused

MIME = b"application/vnd.pilkades.bundle+zip;v=1"
OPEN_PAYLOAD = "payload.tar"
SEALED_PAYLOAD = "payload.age"
PAYLOADS = (OPEN_PAYLOAD, SEALED_PAYLOAD)
MAX_PAYLOAD = 2 << 30
CHUNK = 1 << 20

_SMALL = (
    ("mimetype", 64),
    ("envelope.json", 64 << 10),
    ("envelope.sig", 1 << 10),
    ("signer.pem", 64 << 10),
)
_MIME = re.compile(rb"application/vnd\.pilkades\.bundle\+zip;v=([1-9][0-9]{0,3})")
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_FIXED = 30
_DATE = 0x0021  # 1980-01-01


@dataclass(frozen=True, slots=True)
class Member:
    """What a header says about one member."""

    name: str
    crc: int
    size: int

    @property
    def local(self) -> bytes:
        """Give the one right local header."""
        return _LOCAL + self._middle + bytes(2) + self.name.encode("ascii")

    def central(self, offset: int) -> bytes:
        """Give the one right directory record."""
        tail = struct.pack("<HHHHII", 0, 0, 0, 0, 0, offset)
        return _CENTRAL + struct.pack("<H", 20) + self._middle + tail + self.name.encode("ascii")

    @property
    def _middle(self) -> bytes:
        sizes = (self.crc, self.size, self.size, len(self.name))
        return struct.pack("<HHHHHIIIH", 10, 0, 0, 0, _DATE, *sizes)


@dataclass(frozen=True, slots=True)
class Layout:
    """The small members and where the payload lies; nothing in it is verified yet."""

    path: Path
    untrusted_envelope: bytes
    untrusted_signature: bytes
    untrusted_signer_pem: bytes
    payload: Member
    payload_offset: int

    def payload_chunks(self) -> Iterator[bytes]:
        """Read the payload from the file, at most 1 MiB at a time."""
        with self.path.open("rb") as file:
            file.seek(self.payload_offset)
            left = self.payload.size
            while left:
                chunk = file.read(min(CHUNK, left))
                if not chunk:
                    raise Refused(Fault.TRUNCATED, self.payload.name)
                left -= len(chunk)
                yield chunk


def write_container(
    file: Sink, small: Sequence[bytes], payload: Member, chunks: Iterable[bytes]
) -> None:
    """Write a container; `small` is envelope, signature and signer PEM, in this order."""
    contents = (MIME, *small)
    members = [
        Member(name, zlib.crc32(content), len(content))
        for (name, _), content in zip(_SMALL, contents, strict=True)
    ]
    for part, content in zip(members, contents, strict=True):
        file.write(part.local + content)
    file.write(payload.local)
    for chunk in chunks:
        file.write(chunk)
    file.write(_directory([*members, payload]))


def read_layout(path: Path) -> Layout:
    """Check the layout of an untrusted file; Refused when one byte outside the contents is odd."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(0)
        members: list[Member] = []
        contents: list[bytes] = []
        for index, (name, limit) in enumerate(_SMALL):
            members.append(_read_header(file, (name,), limit, first=index == 0))
            contents.append(_read_content(file, members[-1]))
            if index == 0:
                _check_mime(contents[0])
        payload = _read_header(file, PAYLOADS, MAX_PAYLOAD)
        offset = file.tell()
        if offset + payload.size > size:
            raise Refused(Fault.TRUNCATED, payload.name)
        file.seek(payload.size, 1)
        right = _directory([*members, payload])
        _check_end(file.read(len(right) + 4), right)
    _, envelope, signature, signer_pem = contents
    return Layout(path, envelope, signature, signer_pem, payload, offset)


def _read_header(
    file: BinaryIO, names: tuple[str, ...], limit: int, *, first: bool = False
) -> Member:
    raw = file.read(_FIXED + len(names[0]))
    if first and not _LOCAL.startswith(raw[:4]):
        raise Refused(Fault.NOT_BUNDLE)
    if len(raw) < _FIXED + len(names[0]):
        raise Refused(Fault.TRUNCATED, names[0])
    if raw[:4] != _LOCAL:
        raise Refused(Fault.MEMBERS if raw[:4] == _CENTRAL else Fault.LAYOUT, names[0])
    name = raw[_FIXED:].decode("ascii", "replace")
    if name not in names:
        raise Refused(Fault.NOT_BUNDLE if first else Fault.MEMBERS, ascii(name))
    if raw[8:10] != bytes(2):
        raise Refused(Fault.MEMBERS, "compressed")
    crc, size = struct.unpack("<II", raw[14:22])
    if size > limit:
        raise Refused(Fault.TOO_LARGE, name)
    member = Member(name, crc, size)
    if raw != member.local:
        raise Refused(Fault.LAYOUT, name)
    return member


def _read_content(file: BinaryIO, member: Member) -> bytes:
    content = file.read(member.size)
    if len(content) < member.size:
        raise Refused(Fault.TRUNCATED, member.name)
    if zlib.crc32(content) != member.crc:
        raise Refused(Fault.DAMAGED, member.name)
    return content


def _check_mime(content: bytes) -> None:
    match = _MIME.fullmatch(content)
    if not match:
        raise Refused(Fault.NOT_BUNDLE, "mimetype")
    if content != MIME:
        raise Refused(Fault.NEWER_FORMAT, match[1].decode("ascii"))


def _directory(members: Sequence[Member]) -> bytes:
    records, offset = b"", 0
    for member in members:
        records += member.central(offset)
        offset += len(member.local) + member.size
    count = len(members)
    return records + _END + struct.pack("<HHHHIIH", 0, 0, count, count, len(records), offset, 0)


def _check_end(raw: bytes, right: bytes) -> None:
    if raw == right:
        return
    if len(raw) < len(right) and right.startswith(raw):
        raise Refused(Fault.TRUNCATED, "directory")
    more = raw.startswith(_LOCAL)
    raise Refused(Fault.MEMBERS if more else Fault.LAYOUT, "directory")

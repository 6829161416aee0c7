"""The outer ZIP: five stored members whose headers follow from their contents alone.

Promises that every byte outside the contents has one right value. Refuses bytes before, between or
after, other members, compression and sizes above the caps; nothing is parsed here beyond sizes
(docs/format-paket.md part 1).
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pilkades_desk.core.files import Sink
from pilkades_desk.core.stored_zip import CENTRAL, FIXED, LOCAL, Member, directory, sizes_in
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
    file.write(directory([*members, payload]))


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
        right = directory([*members, payload])
        _check_end(file.read(len(right) + 4), right)
    _, envelope, signature, signer_pem = contents
    return Layout(path, envelope, signature, signer_pem, payload, offset)


def _read_header(
    file: BinaryIO, names: tuple[str, ...], limit: int, *, first: bool = False
) -> Member:
    raw = file.read(FIXED + len(names[0]))
    if first and not LOCAL.startswith(raw[:4]):
        raise Refused(Fault.NOT_BUNDLE)
    if len(raw) < FIXED + len(names[0]):
        raise Refused(Fault.TRUNCATED, names[0])
    if raw[:4] != LOCAL:
        raise Refused(Fault.MEMBERS if raw[:4] == CENTRAL else Fault.LAYOUT, names[0])
    name = raw[FIXED:].decode("ascii", "replace")
    if name not in names:
        raise Refused(Fault.NOT_BUNDLE if first else Fault.MEMBERS, ascii(name))
    if raw[8:10] != bytes(2):
        raise Refused(Fault.MEMBERS, "compressed")
    crc, size = sizes_in(raw)
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


def _check_end(raw: bytes, right: bytes) -> None:
    if raw == right:
        return
    if len(raw) < len(right) and right.startswith(raw):
        raise Refused(Fault.TRUNCATED, "directory")
    more = raw.startswith(LOCAL)
    raise Refused(Fault.MEMBERS if more else Fault.LAYOUT, "directory")

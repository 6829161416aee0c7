"""A ZIP of stored members whose headers follow from their contents alone.

Every byte outside the contents has one right value, so a reader compares instead of interpreting.
Used by bundles (docs/format-paket.md) and backups (docs/cadangan.md).
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

LOCAL, CENTRAL = b"PK\x03\x04", b"PK\x01\x02"
FIXED = 30
"""Bytes of a local header before the name."""
_END = b"PK\x05\x06"
_DATE = 0x0021  # 1980-01-01


@dataclass(frozen=True, slots=True)
class Member:
    """What a header says about one member: ASCII name, CRC-32 and size in bytes."""

    name: str
    crc: int
    size: int

    @property
    def local(self) -> bytes:
        """Give the one right local header."""
        return LOCAL + self._middle + bytes(2) + self.name.encode("ascii")

    def central(self, offset: int) -> bytes:
        """Give the one right directory record."""
        tail = struct.pack("<HHHHII", 0, 0, 0, 0, 0, offset)
        return CENTRAL + struct.pack("<H", 20) + self._middle + tail + self.name.encode("ascii")

    @property
    def _middle(self) -> bytes:
        sizes = (self.crc, self.size, self.size, len(self.name))
        return struct.pack("<HHHHHIIIH", 10, 0, 0, 0, _DATE, *sizes)


def sizes_in(local: bytes) -> tuple[int, int]:
    """Read (crc, size) out of the fixed part of an untrusted local header."""
    crc, size = struct.unpack("<II", local[14:22])
    return crc, size


def directory(members: Sequence[Member]) -> bytes:
    """Give the one right directory and end record behind these members."""
    records, offset = b"", 0
    for member in members:
        records += member.central(offset)
        offset += len(member.local) + member.size
    count = len(members)
    return records + _END + struct.pack("<HHHHIIH", 0, 0, count, count, len(records), offset, 0)

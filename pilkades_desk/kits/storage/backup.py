"""One backup as one file: what it is, the keyslot file, the encrypted database (docs/cadangan.md).

Reading believes nothing: members, order, sizes and every byte between them have one right value,
and the contents must have the digests the first member names.
"""

import hashlib
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO

from pilkades_desk.core import files
from pilkades_desk.core.audit import AuditHead
from pilkades_desk.core.canonical import canonical, parse_canonical
from pilkades_desk.core.clock import parse_utc, utc_text
from pilkades_desk.core.stored_zip import FIXED, LOCAL, Member, directory, sizes_in

ENDING = "pilkades-cadangan"
ABOUT, SLOTS, DATABASE = "isi.json", "pemilihan.kunci.json", "pemilihan.db"
_LIMITS = {ABOUT: 64 << 10, SLOTS: 1 << 20, DATABASE: 2 << 30}
_VERSION = 1
_CHUNK = 1 << 20
_HEAD = re.compile(r"(0|[1-9][0-9]{0,17})-([0-9a-f]{64})")
_HEX = re.compile(r"[0-9a-f]{64}")
_KODE = re.compile(r"[0-9]{2,13}")


class BackupFault(StrEnum):
    """Why a file is no good as a backup; a step turns it into a code, a sentence and a hint."""

    NOT_BACKUP = "not_backup"
    DAMAGED = "damaged"
    NEWER = "newer"


class RefusedBackup(Exception):  # noqa: N818 -- names what happened to the file
    """The file is refused for one reason; `detail` is for the log, never for belief."""

    def __init__(self, fault: BackupFault, detail: str = "") -> None:
        super().__init__(f"{fault.value}: {detail}" if detail else fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose file it is: kind of desk, id of the election or desk, code and name of the place."""

    jenis: str
    id: str
    kode: str
    nama: str


@dataclass(frozen=True, slots=True)
class About:
    """What a backup says of itself; `berkas` is the keyslot file's id, `skema` the layout."""

    asal: Origin
    berkas: str
    dibuat: datetime
    kepala: AuditHead
    skema: int
    jumlah: Mapping[str, int]

    @property
    def name(self) -> str:
        """Give the file's name: place and audit head, nothing of persons."""
        return f"PKD-CADANGAN-{self.asal.kode}-{self.kepala.text}.{ENDING}"


@dataclass(frozen=True, slots=True)
class Backup:
    """A file whose layout holds; only `extract` shows whether its contents do."""

    path: Path
    about: About
    digests: Mapping[str, str]
    places: Mapping[str, tuple[int, int]]


def write_backup(path: Path, about: About, slots: bytes, database: Path) -> None:
    """Write a backup whole, flushed and read back; OSError when the disk refuses."""
    content = _about_bytes(about, slots, files.digest(database))
    members = [
        Member(ABOUT, zlib.crc32(content), len(content)),
        Member(SLOTS, zlib.crc32(slots), len(slots)),
        Member(DATABASE, _crc(database), database.stat().st_size),
    ]
    with files.whole(path) as part:
        part.write(members[0].local + content)
        part.write(members[1].local + slots)
        part.write(members[2].local)
        with database.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                part.write(chunk)
        part.write(directory(members))


def read_backup(path: Path) -> Backup:
    """Check layout, first member and size of an untrusted file; quick, reads no database."""
    members: list[Member] = []
    places: dict[str, tuple[int, int]] = {}
    untrusted_about = b""
    with path.open("rb") as file:
        whole_size = file.seek(0, 2)
        file.seek(0)
        for name, limit in _LIMITS.items():
            member = _read_header(file, name, limit)
            members.append(member)
            places[name] = (file.tell(), member.size)
            if name == ABOUT:
                untrusted_about = file.read(member.size)
            else:
                file.seek(member.size, 1)
        right = directory(members)
        if file.tell() + len(right) != whole_size or file.read() != right:
            raise RefusedBackup(BackupFault.DAMAGED, "directory")
    if zlib.crc32(untrusted_about) != members[0].crc:
        raise RefusedBackup(BackupFault.DAMAGED, ABOUT)
    about, digests = _parse_about(untrusted_about)
    return Backup(path, about, digests, places)


def extract(backup: Backup, name: str, target: Path) -> None:
    """Write one member whole; RefusedBackup unless it is what the first member says."""
    with files.whole(target) as part:
        for chunk in _chunks(backup, name):
            part.write(chunk)
    if files.digest(target) != backup.digests[name]:
        files.drop(target)
        raise RefusedBackup(BackupFault.DAMAGED, name)


def read_slots_member(backup: Backup) -> bytes:
    """Give the keyslot file; at most 1 MiB, because its header was checked."""
    return b"".join(_chunks(backup, SLOTS))


def verify(backup: Backup) -> None:
    """Read both files; RefusedBackup unless they have the digests the first member names."""
    for name, right in backup.digests.items():
        digest = hashlib.sha256()
        for chunk in _chunks(backup, name):
            digest.update(chunk)
        if digest.hexdigest() != right:
            raise RefusedBackup(BackupFault.DAMAGED, name)


def is_intact(path: Path) -> bool:
    """Tell whether a file is a backup whose contents have the digests it names."""
    try:
        verify(read_backup(path))
    except (OSError, RefusedBackup):
        return False
    return True


def parse_head(untrusted_text: str) -> AuditHead:
    """Read what `AuditHead.full` writes; ValueError otherwise."""
    seq, digest = _matched(_HEAD, untrusted_text).groups()
    return AuditHead(int(seq), bytes.fromhex(digest))


def _chunks(backup: Backup, name: str) -> Iterator[bytes]:
    offset, left = backup.places[name]
    with backup.path.open("rb") as file:
        file.seek(offset)
        while left:
            chunk = file.read(min(_CHUNK, left))
            if not chunk:
                raise RefusedBackup(BackupFault.DAMAGED, name)
            left -= len(chunk)
            yield chunk


def _read_header(file: BinaryIO, name: str, limit: int) -> Member:
    raw = file.read(FIXED + len(name))
    if name == ABOUT and (raw[:4] != LOCAL or raw[FIXED:] != name.encode("ascii")):
        raise RefusedBackup(BackupFault.NOT_BACKUP)
    if len(raw) < FIXED + len(name):
        raise RefusedBackup(BackupFault.DAMAGED, name)
    crc, size = sizes_in(raw)
    member = Member(name, crc, size)
    if size > limit or raw != member.local:
        raise RefusedBackup(BackupFault.DAMAGED, name)
    return member


def _about_bytes(about: About, slots: bytes, database_digest: str) -> bytes:
    asal = about.asal
    return canonical(
        {
            "v": _VERSION,
            "jenis": asal.jenis,
            "id": asal.id,
            "kode": asal.kode,
            "nama": asal.nama,
            "berkas": about.berkas,
            "dibuat": utc_text(about.dibuat),
            "kepala": about.kepala.full,
            "skema": about.skema,
            "jumlah": dict(about.jumlah),
            "sha256": {SLOTS: hashlib.sha256(slots).hexdigest(), DATABASE: database_digest},
        }
    )


def _parse_about(untrusted_bytes: bytes) -> tuple[About, dict[str, str]]:
    try:
        untrusted = parse_canonical(untrusted_bytes)
        if untrusted["v"] != _VERSION:
            raise RefusedBackup(BackupFault.NEWER)
        asal = Origin(*(str(untrusted[name]) for name in ("jenis", "id", "kode", "nama")))
        about = About(
            asal=asal,
            berkas=str(untrusted["berkas"]),
            dibuat=parse_utc(untrusted["dibuat"]),
            kepala=parse_head(untrusted["kepala"]),
            skema=int(untrusted["skema"]),
            jumlah={str(name): int(count) for name, count in untrusted["jumlah"].items()},
        )
        _matched(_KODE, asal.kode)
        digests = {name: str(untrusted["sha256"][name]) for name in (SLOTS, DATABASE)}
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        raise RefusedBackup(BackupFault.DAMAGED, ABOUT) from None
    if not all(_HEX.fullmatch(one) for one in digests.values()):
        raise RefusedBackup(BackupFault.DAMAGED, ABOUT)
    return about, digests


def _matched(pattern: re.Pattern[str], untrusted_text: Any) -> re.Match[str]:
    match = pattern.fullmatch(untrusted_text)
    if match is None:
        raise ValueError("not as written by us")
    return match


def _crc(path: Path) -> int:
    crc = 0
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            crc = zlib.crc32(chunk, crc)
    return crc

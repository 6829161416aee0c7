"""Sealing: files → tar → age → container, at no time more than a chunk in memory."""

import base64
import binascii
import hashlib
import re
import secrets
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pilkades_desk.core import files
from pilkades_desk.core.errors import StorageError
from pilkades_desk.core.stored_zip import Member
from pilkades_desk.kits.sealing.age_keys import check_recipient, fingerprint
from pilkades_desk.kits.sealing.container import (
    CHUNK,
    OPEN_PAYLOAD,
    SEALED_PAYLOAD,
    write_container,
)
from pilkades_desk.kits.sealing.header import Draft, Envelope, Mode, PayloadMark, value_bytes
from pilkades_desk.kits.sealing.manifest import MANIFEST, FileEntry, make_manifest
from pilkades_desk.kits.sealing.refusal import Fault, Refused
from pilkades_desk.kits.sealing.stream import encrypt
from pilkades_desk.kits.sealing.tar import END, padding, tar_header

_PAYLOAD = "isi.part"  # always this name, so that what a power cut left is written over
_PEM = re.compile(rb"-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----")


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: `sign` gives the signature over a message, `pem` is leaf first, issuers after."""

    sign: Callable[[bytes], bytes]
    pem: bytes


@dataclass(frozen=True, slots=True)
class Source:
    """One file to be carried: its name in the payload and where its bytes are."""

    name: str
    content: bytes | Path

    def chunks(self) -> Iterator[bytes]:
        """Read it, at most 1 MiB at a time."""
        if isinstance(self.content, bytes):
            yield self.content
            return
        with self.content.open("rb") as file:
            while chunk := file.read(CHUNK):
                yield chunk


def leaf_fingerprint(untrusted_pem: bytes) -> str:
    """Give the SHA-256 of the first certificate's DER bytes; Refused when there is none."""
    match = _PEM.search(untrusted_pem)
    try:
        der = base64.b64decode(match[1] if match else b"", validate=False)
    except binascii.Error:
        der = b""
    if not der:
        raise Refused(Fault.SIGNER_MISMATCH, "no certificate")
    return hashlib.sha256(der).hexdigest()


def file_name(envelope: Envelope) -> str:
    """Give the name on the stick; it is for people, the signed content decides."""
    short = base64.b32encode(bytes.fromhex(envelope.hash)[:10]).decode("ascii")
    suffix = "pilkades" if envelope.mode is Mode.RESMI else "pilkades-latihan"
    return f"PKD-{envelope.wilayah}-{envelope.serial:04}-{envelope.kind}-{short}.{suffix}"


def seal(
    folder: Path,
    draft: Draft,
    sources: Sequence[Source],
    signer: Signer,
    recipients: Sequence[str] = (),
) -> tuple[Path, Envelope]:
    """Make a bundle in a folder of the election, named by its envelope.

    Args:
        folder: on the fixed disk; the stick gets a copy made by kits/usb.
        draft: what the sender decides.
        sources: files in the order in which they are read.
        signer: signs the envelope.
        recipients: age recipients, addressee and spare; none makes an open bundle.

    Raises:
        Refused: a name, size or count the reader would refuse.
        AccessError: a recipient is not an age key.
        StorageError: a source changed while it was read.
    """
    keys = [check_recipient(recipient) for recipient in recipients]
    prints = tuple(sorted({fingerprint(key) for key in keys}))
    entries = tuple(_measure(source) for source in sources)
    manifest = value_bytes(make_manifest(draft, prints, entries, secrets.token_hex(32)))
    payload_path = folder / _PAYLOAD
    try:
        _write_payload(payload_path, _tar_chunks(manifest, sources, entries), keys)
        member, payload = _mark(payload_path, SEALED_PAYLOAD if keys else OPEN_PAYLOAD)
        envelope = Envelope(
            **draft.model_dump(),
            manifest_sha256=hashlib.sha256(manifest).hexdigest(),
            payload=payload,
            recipients=prints,
            signer=leaf_fingerprint(signer.pem),
        )
        small = (envelope.content, signer.sign(envelope.message), signer.pem)
        path = folder / file_name(envelope)
        with files.whole(path) as file:
            write_container(file, small, member, Source("", payload_path).chunks())
    finally:
        files.drop(payload_path)
    return path, envelope


def _measure(source: Source) -> FileEntry:
    digest, size = hashlib.sha256(), 0
    for chunk in source.chunks():
        digest.update(chunk)
        size += len(chunk)
    return FileEntry(name=source.name, size=size, sha256=digest.hexdigest())


def _tar_chunks(
    manifest: bytes, sources: Sequence[Source], entries: Sequence[FileEntry]
) -> Iterator[bytes]:
    yield tar_header(MANIFEST, len(manifest)) + manifest + padding(len(manifest))
    for source, entry in zip(sources, entries, strict=True):
        yield tar_header(entry.name, entry.size)
        digest = hashlib.sha256()
        for chunk in source.chunks():
            digest.update(chunk)
            yield chunk
        if digest.hexdigest() != entry.sha256:
            raise Refused(Fault.FILE_HASH, entry.name)
        yield padding(entry.size)
    yield END


def _write_payload(path: Path, chunks: Iterator[bytes], keys: Sequence[str]) -> None:
    try:
        with files.checked(path) as file:
            if keys:
                encrypt(chunks, file, keys)
            else:
                for chunk in chunks:
                    file.write(chunk)
    except Refused as refused:
        raise StorageError(
            "Satu berkas berubah saat paket dibuat.", "Tutup program lain, lalu buat paket lagi."
        ) from refused


def _mark(path: Path, name: str) -> tuple[Member, PayloadMark]:
    digest, crc, size = hashlib.sha256(), 0, 0
    for chunk in Source("", path).chunks():
        digest.update(chunk)
        crc = zlib.crc32(chunk, crc)
        size += len(chunk)
    return Member(name, crc, size), PayloadMark(sha256=digest.hexdigest(), size=size)

"""Makers of real bundles, and of bundles an insider with a valid key could forge."""

import datetime as dt
import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyrage
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from pilkades_desk.core.canonical import canonical
from pilkades_desk.core.stored_zip import Member
from pilkades_desk.kits.sealing.age_keys import fingerprint, new_identity, recipient_of
from pilkades_desk.kits.sealing.container import write_container
from pilkades_desk.kits.sealing.header import SIGN_DOMAIN, ZEROS, Draft
from pilkades_desk.kits.sealing.reading import VerifiedBundle, open_container
from pilkades_desk.kits.sealing.refusal import Fault, Refused
from pilkades_desk.kits.sealing.tar import END, padding, tar_header
from pilkades_desk.kits.sealing.writing import Signer, Source, leaf_fingerprint, seal

FILES = {"hasil.json": b'{"sah":1}', "dokumen/f-27.pdf": b"%PDF-1.7 " + bytes(900)}


class Office:
    """A sender or reader with a real P-256 key, certificate and age identity."""

    def __init__(self, name: str = "Desa Contoh") -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        start = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
        builder = x509.CertificateBuilder(subject, subject, self.key.public_key(), 7)
        builder = builder.not_valid_before(start).not_valid_after(start + dt.timedelta(days=700))
        certificate = builder.sign(self.key, hashes.SHA256())
        self.pem = certificate.public_bytes(serialization.Encoding.PEM)
        self.signer = Signer(self.sign, self.pem)
        self.identity = new_identity()
        self.recipient = recipient_of(self.identity)

    def sign(self, message: bytes) -> bytes:
        return self.key.sign(message, ec.ECDSA(hashes.SHA256()))


def check_signature(message: bytes, signature: bytes, pem: bytes) -> str:
    """Verify as a step would, without the path; give the signer's name."""
    certificate = x509.load_pem_x509_certificate(pem)
    public = certificate.public_key()
    assert isinstance(public, ec.EllipticCurvePublicKey)
    try:
        public.verify(signature, message, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature as error:
        raise Refused(Fault.SIGNATURE) from error
    return certificate.subject.rfc4514_string()


VILLAGE, DESK, SPARE = Office(), Office("Meja"), Office("Cadangan")


def make_draft(**changes: Any) -> Draft:
    fields: dict[str, Any] = {
        "kind": "hasil", "mode": "resmi", "pemilihan": "ab" * 16, "wilayah": "3328012001",
        "stream": "0c" * 16, "serial": 1, "prev": ZEROS, "bundle_id": "1d" * 16, "schema": 1,
        "app": "pilkades-desk 0.1.0", "created": "2027-02-03T08:00:00.000000Z",
        "to": {"name": "Meja Kabupaten", "fingerprint": fingerprint(DESK.recipient)},
        "audit_head": {"seq": 9, "hash": "5e" * 32}, "publik_sha256": None,
    }  # fmt: skip
    return Draft.model_validate(fields | changes)


def make_bundle(
    folder: Path, files: Mapping[str, bytes] = FILES, *, is_open: bool = False, **changes: Any
) -> Path:
    sources = [Source(name, content) for name, content in files.items()]
    recipients = () if is_open else (DESK.recipient, SPARE.recipient)
    return seal(folder, make_draft(**changes), sources, VILLAGE.signer, recipients)[0]


def verify(path: Path, schema: int = 1) -> VerifiedBundle[str]:
    return open_container(path).verified(check_signature, schema)


def open_all(path: Path, identity: str = DESK.identity) -> Mapping[str, bytes]:
    return verify(path).members(identity)


def fault_of(path: Path, identity: str = DESK.identity) -> Fault:
    """Open wholly and give the reason of refusal; fails when nothing refuses."""
    try:
        open_all(path, identity)
    except Refused as refused:
        return refused.fault
    raise AssertionError("accepted")


def manifest_dict(contents: Mapping[str, bytes] = FILES, /, **changes: Any) -> dict[str, Any]:
    draft = json.loads(canonical(make_draft().model_dump(mode="json", by_alias=True)))
    bound = {
        name: draft[name]
        for name in ("bundle_id", "kind", "mode", "pemilihan", "wilayah", "stream", "serial")
    }
    entries = [
        {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in contents.items()
    ]
    fixed = {"format": "pilkades-manifest", "v": 1, "nonce": "77" * 32, "schema": 1}
    more = {"recipients": [], "publik_sha256": None, "files": entries}
    return fixed | bound | more | changes


def tar_of(manifest: bytes, files: Mapping[str, bytes] = FILES, end: bytes = END) -> bytes:
    members = {"manifest.json": manifest} | dict(files)
    return b"".join(tar_member(name, content) for name, content in members.items()) + end


def tar_member(name: str, content: bytes) -> bytes:
    return tar_header(name, len(content)) + content + padding(len(content))


def age_of(plaintext: bytes, *offices: Office) -> bytes:
    keys = [pyrage.x25519.Recipient.from_str(office.recipient) for office in offices]
    return bytes(pyrage.encrypt(plaintext, keys))


def forge(
    path: Path,
    payload: bytes,
    manifest: bytes = b"",
    readers: Sequence[Office] = (),
    /,
    **envelope: Any,
) -> Path:
    """Sign any payload and envelope validly, as an insider with the village key could."""
    fields = json.loads(canonical(make_draft().model_dump(mode="json", by_alias=True)))
    fields |= {
        "format": "pilkades-bundle", "v": 1,
        "manifest_sha256": hashlib.sha256(manifest).hexdigest(),
        "payload": {"sha256": hashlib.sha256(payload).hexdigest(), "size": len(payload)},
        "recipients": sorted(fingerprint(office.recipient) for office in readers),
        "signer": leaf_fingerprint(VILLAGE.pem),
    }  # fmt: skip
    name = "payload.age" if readers else "payload.tar"
    return write_raw(path, canonical(fields | envelope), payload, name)


def write_raw(path: Path, envelope: bytes, payload: bytes, name: str = "payload.tar") -> Path:
    """Write a container with any envelope bytes and a valid signature over them."""
    signature = VILLAGE.sign(SIGN_DOMAIN + envelope)
    member = Member(name, zlib.crc32(payload), len(payload))
    with path.open("wb") as file:
        write_container(file, (envelope, signature, VILLAGE.pem), member, [payload])
    return path


def forge_open(path: Path, manifest: bytes, tar: bytes | None = None, /, **envelope: Any) -> Path:
    """Forge an open bundle around a manifest."""
    return forge(path, tar_of(manifest) if tar is None else tar, manifest, **envelope)

"""Opening: layout → signature → envelope → payload hash → files, each a step of its own.

An `UnverifiedBundle` shows nothing to parse; only a `VerifiedBundle` has an envelope, and only
`unpack` running to its end gives files. Whoever calls brings the check of signature and
certificate; it runs before anything is parsed.
"""

import hashlib
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pilkades_desk.kits.sealing.age_keys import fingerprint, recipient_of
from pilkades_desk.kits.sealing.container import SEALED_PAYLOAD, Layout, read_layout
from pilkades_desk.kits.sealing.header import SIGN_DOMAIN, Envelope, Mode, parse_envelope
from pilkades_desk.kits.sealing.manifest import Manifest
from pilkades_desk.kits.sealing.refusal import Fault, Refused
from pilkades_desk.kits.sealing.stream import decrypt
from pilkades_desk.kits.sealing.tar import MemoryStaging, Staging, Unpacker
from pilkades_desk.kits.sealing.writing import leaf_fingerprint

SignerT = TypeVar("SignerT")
Check = Callable[[bytes, bytes, bytes], SignerT]
"""Called with (message, signature, signer PEM), all untrusted; raises, or tells who signed."""


@dataclass(frozen=True, slots=True)
class VerifiedBundle(Generic[SignerT]):
    """Signature and payload hash hold; whether the signer may say this is for the step to judge."""

    envelope: Envelope
    signer: SignerT
    _layout: Layout

    def require_mode(self, mode: Mode) -> None:
        """Refuse a rehearsal among real bundles, and the reverse."""
        if self.envelope.mode is not mode:
            raise Refused(Fault.MODE, self.envelope.mode)

    def unpack(self, staging: Staging, identity: str | None = None) -> Manifest:
        """Stage every file and give the manifest; on any failure the staging is thrown away.

        Args:
            staging: holds the files; believe them only when this returns.
            identity: the reader's secret age identity; not needed for an open bundle.

        Raises:
            Refused: by part 4 or 6 of the format, or `not_for_us`.
        """
        unpacker = Unpacker(self.envelope, staging)
        done = False
        try:
            if self.envelope.is_sealed:
                decrypt(self._layout.payload_chunks(), unpacker, self._our_key(identity))
            else:
                for chunk in self._layout.payload_chunks():
                    unpacker.write(chunk)
            manifest = unpacker.finish()
            done = True
        finally:
            if not done:
                staging.discard()
        return manifest

    def members(self, identity: str | None = None) -> Mapping[str, bytes]:
        """Give every file of a small bundle (up to 64 MiB) by name."""
        staging = MemoryStaging()
        self.unpack(staging, identity)
        return staging.files

    def _our_key(self, identity: str | None) -> str:
        if not identity or fingerprint(recipient_of(identity)) not in self.envelope.recipients:
            raise Refused(Fault.NOT_FOR_US, self.envelope.to.name)
        return identity


@dataclass(frozen=True, slots=True)
class UnverifiedBundle:
    """The layout holds; nothing else is known."""

    _layout: Layout

    def verified(self, check: Check[SignerT], schema: int) -> VerifiedBundle[SignerT]:
        """Run the caller's check, then parse the envelope and hash the payload.

        Args:
            check: verifies signature and certificate path; raises when either fails.
            schema: the highest payload schema this program reads.
        """
        layout = self._layout
        message = SIGN_DOMAIN + layout.untrusted_envelope
        signer = check(message, layout.untrusted_signature, layout.untrusted_signer_pem)
        envelope = parse_envelope(layout.untrusted_envelope, schema)
        if leaf_fingerprint(layout.untrusted_signer_pem) != envelope.signer:
            raise Refused(Fault.SIGNER_MISMATCH)
        if envelope.is_sealed != (layout.payload.name == SEALED_PAYLOAD):
            raise Refused(Fault.MEMBERS, layout.payload.name)
        _check_payload(layout, envelope)
        return VerifiedBundle(envelope, signer, layout)


def open_container(path: Path) -> UnverifiedBundle:
    """Check the layout of an untrusted file."""
    return UnverifiedBundle(read_layout(path))


def _check_payload(layout: Layout, envelope: Envelope) -> None:
    digest, crc = hashlib.sha256(), 0
    for chunk in layout.payload_chunks():
        digest.update(chunk)
        crc = zlib.crc32(chunk, crc)
    found = (digest.hexdigest(), layout.payload.size, crc)
    if found != (envelope.payload.sha256, envelope.payload.size, layout.payload.crc):
        raise Refused(Fault.PAYLOAD_HASH)

"""pyHanko bent to our needs: same input, same bytes; our keys, our clock, no change of metadata.

Wholly about pyHanko, imported when a PDF is signed.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from asn1crypto.cms import CMSAttribute, CMSAttributes, SignerInfo
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko_certvalidator.registry import SimpleCertificateStore

from pilkades_desk.kits.signing.keys import sign

_ID_BYTES = 16
_HEX_DIGITS = 2
_FIXED_PARTS = 512


class DeterministicWriter(IncrementalPdfFileWriter):
    """Appends a revision whose bytes depend on the file and what is added only."""

    @classmethod
    def _handle_id(cls, prev: PdfFileReader) -> generic.ArrayObject:
        prev.stream.seek(0)
        digest = hashlib.sha256(prev.stream.read()).digest()[:_ID_BYTES]
        first = prev.trailer["/ID"][0] if "/ID" in prev.trailer else digest
        original = first.original_bytes if isinstance(first, generic.TextStringObject) else first
        return generic.ArrayObject(
            [generic.ByteStringObject(original), generic.ByteStringObject(digest)]
        )

    def _update_meta(self) -> None:
        """Leave document information and XMP as drawn: a signature changes no content."""


class KeySigner(Signer):
    """Signs with a key of ours.

    The library encodes whatever was set, not read, anew for each level around it; so what is
    finished is read back, which is ten times faster and gives the same bytes.
    """

    def __init__(self, key: bytes, cert_pem: str, chain: Sequence[str]) -> None:
        (own,) = load_certs_from_pemder_data(cert_pem.encode())
        others = list(load_certs_from_pemder_data("".join(chain).encode())) if chain else []
        store = SimpleCertificateStore.from_certs(others)  # type: ignore[no-untyped-call]  # it has no types
        super().__init__(signing_cert=own, cert_registry=store, embed_roots=False)
        self._key = key
        self._certificates = (own, *others)

    @property
    def room(self) -> int:
        """Give the hex digits to keep free for the container.

        Its certificates, the issuer's name twice more, and parts of fixed size (360 bytes).
        """
        certificates = sum(len(one.dump()) for one in self._certificates)
        issuer = len(self._certificates[0].issuer.dump())
        return _HEX_DIGITS * (certificates + 2 * issuer + _FIXED_PARTS)

    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        """Sign; never asked for a trial run, as the room is known."""
        if digest_algorithm != "sha256" or dry_run:
            raise ValueError(digest_algorithm)
        return sign(self._key, data)

    async def signed_attrs(self, *args: Any, **kwargs: Any) -> CMSAttributes:
        """Make what is signed, as read back."""
        made = await super().signed_attrs(*args, **kwargs)
        each = [CMSAttribute.load(one.dump()) for one in made]
        return CMSAttributes.load(CMSAttributes(each).dump())

    def signer_info(self, *args: Any, **kwargs: Any) -> SignerInfo:
        """Make what surrounds the signature, as read back."""
        return SignerInfo.load(super().signer_info(*args, **kwargs).dump())


class PunctualSigner(PdfSigner):
    """Writes the time given, not that of the machine."""

    def __init__(self, metadata: PdfSignatureMetadata, signer: Signer, at: datetime) -> None:
        super().__init__(metadata, signer=signer)
        self._at = at

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        """Open the session at the time given."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._at
        return session

"""pyHanko bent to our needs: same input, same bytes; our keys, our clock, no change of metadata.

Wholly about pyHanko, imported when a PDF is signed.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime

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
_LONGEST_SIGNATURE = 72


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
    """Signs with a key of ours."""

    def __init__(self, key: bytes, cert_pem: str, chain: Sequence[str]) -> None:
        (own,) = load_certs_from_pemder_data(cert_pem.encode())
        store = SimpleCertificateStore.from_certs(  # type: ignore[no-untyped-call]  # it has no types
            load_certs_from_pemder_data("".join(chain).encode()) if chain else []
        )
        super().__init__(signing_cert=own, cert_registry=store, embed_roots=False)
        self._key = key

    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        """Sign; the trial run for the size answers with the longest signature there is."""
        if digest_algorithm != "sha256":
            raise ValueError(digest_algorithm)
        return bytes(_LONGEST_SIGNATURE) if dry_run else sign(self._key, data)


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

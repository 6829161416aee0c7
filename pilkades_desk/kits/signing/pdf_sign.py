"""PAdES signatures: the village certifies a finished PDF, then persons approve in any order.

No network, no time stamp authority: the signing time is what the laptop says. A signed file is
never saved again, only appended to.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from pilkades_desk.core.errors import DocumentError
from pilkades_desk.core.offline import close_network
from pilkades_desk.kits.signing.quiet import silence_pyhanko

if TYPE_CHECKING:
    from pyhanko.sign.signers import PdfSignatureMetadata

    from pilkades_desk.kits.signing.pdf_signer import DeterministicWriter

close_network()  # before the library is first loaded, further down


@dataclass(frozen=True)
class Signatory:
    """Who signs: private key, certificate (PEM) and the authorities between it and the root."""

    key: bytes = field(repr=False)
    cert_pem: str
    chain: tuple[str, ...] = ()


@dataclass(frozen=True)
class Remark:
    """What a signature says about itself."""

    alasan: str
    tempat: str


def prepare_and_certify(
    pdf: bytes, field_names: Sequence[str], village: Signatory, at: datetime, remark: Remark
) -> bytes:
    """Add the village's and all named fields, then certify: from here on only signatures fit in.

    `at` is aware; the same arguments give the same bytes.
    """
    from pyhanko.sign.fields import MDPPerm

    from pilkades_desk.kits.signing.pdf_fields import FIELD_DESA, append_fields
    from pilkades_desk.kits.signing.pdf_signer import DeterministicWriter

    writer = DeterministicWriter(BytesIO(pdf))
    append_fields(writer, field_names)
    metadata = replace(
        _metadata(FIELD_DESA, remark), certify=True, docmdp_permissions=MDPPerm.FILL_FORMS
    )
    return _append(writer, metadata, village, at)


def add_signature(
    pdf: bytes, field_name: str, person: Signatory, at: datetime, remark: Remark
) -> bytes:
    """Append one approval in an empty field of a certified PDF; gives the longer file."""
    from pilkades_desk.kits.signing.pdf_signer import DeterministicWriter

    return _append(DeterministicWriter(BytesIO(pdf)), _metadata(field_name, remark), person, at)


def _metadata(field_name: str, remark: Remark) -> "PdfSignatureMetadata":
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata

    return PdfSignatureMetadata(
        field_name=field_name,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        reason=remark.alasan,
        location=remark.tempat,
    )


def _append(
    writer: "DeterministicWriter", metadata: "PdfSignatureMetadata", who: Signatory, at: datetime
) -> bytes:
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.general import SigningError

    from pilkades_desk.kits.signing.pdf_signer import KeySigner, PunctualSigner

    silence_pyhanko()
    signer = KeySigner(who.key, who.cert_pem, who.chain)
    pdf_signer = PunctualSigner(metadata, signer, at)
    try:
        output = pdf_signer.sign_pdf(
            writer, existing_fields_only=True, bytes_reserved=signer.room, in_place=True
        )
    except (SigningError, PdfError) as error:
        raise DocumentError(
            "Dokumen ini tidak dapat ditandatangani.",
            "Buat ulang dokumen dari isinya, lalu tanda tangani lagi.",
        ) from error
    signed: bytes = output.getvalue()
    return signed

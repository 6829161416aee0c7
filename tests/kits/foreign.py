"""Somebody who signs with a certificate of another system, as a state authority would give them."""

from datetime import datetime, timedelta
from functools import cache
from io import BytesIO

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner

FOREIGN_NAME, FOREIGN_ISSUER = "Slamet Rekaan", "Otoritas Rekaan"


@cache
def _signer(start: datetime, nama: str) -> SimpleSigner:
    key = rsa.generate_private_key(65537, 2048)
    one, other = (
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])
        for words in (nama, FOREIGN_ISSUER)
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(one)
        .issuer_name(other)
        .public_key(key.public_key())
        .serial_number(77)
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=365))
    )
    own = builder.sign(key, hashes.SHA256())
    packed = pkcs12.serialize_key_and_certificates(b"uji", key, own, None, NoEncryption())
    signer = SimpleSigner.load_pkcs12_data(packed, other_certs=[])
    assert signer is not None
    return signer


def sign_elsewhere(
    pdf: bytes, at: datetime, kolom: str = "tambahan", nama: str = FOREIGN_NAME
) -> bytes:
    """Append a signature of a stranger, in a field that is there or in a new invisible one."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    there = any(name == kolom for name, *_ in _fields(writer))
    spec = None if there else SigFieldSpec(kolom)
    metadata = PdfSignatureMetadata(
        field_name=kolom, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES
    )
    signer = PdfSigner(
        metadata, signer=_signer(at.replace(microsecond=0), nama), new_field_spec=spec
    )
    out: bytes = signer.sign_pdf(writer).getvalue()
    return out


def _fields(writer: IncrementalPdfFileWriter) -> list[tuple[str, object, object]]:
    from pyhanko.sign.fields import enumerate_sig_fields

    return list(enumerate_sig_fields(writer))

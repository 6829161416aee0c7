"""What ties paper to file: canonical bytes, digest, the 24-digit data code, the page QR."""

import base64
import hashlib

from pilkades_desk.core.canonical import canonical
from pilkades_desk.panitia.naskah.values import COPY_FIELDS, IsiUmum

DOMAIN = b"pilkades-dok/v1\n"


def kanonik(isi: IsiUmum) -> bytes:
    """Write a content as canonical JSON, without the fields that only name the copy in hand."""
    return canonical(isi.model_dump(mode="json", exclude=set(COPY_FIELDS)))


def sidik(isi: IsiUmum) -> str:
    """Give the document's digest in 64 hexadecimal digits."""
    return content_digest(isi).hex()


def kode_data(isi: IsiUmum) -> str:
    """Give the data code: 24 decimal digits of the digest in six groups of four (S-610)."""
    return code_of(content_digest(isi))


def code_of(digest: bytes) -> str:
    """Give the data code of a digest."""
    digits = f"{int.from_bytes(digest, 'big') % 10**24:024d}"
    return " ".join(digits[start : start + 4] for start in range(0, 24, 4))


def page_qr(isi: IsiUmum, digest: bytes = b"") -> tuple[str, str]:
    """Give the texts before and after the page number in the page QR."""
    head = f"PD1*B*{isi.wilayah.kode_desa}*{isi.waktu.tanggal.year}*{isi.dok}"
    return head, page_code(digest or content_digest(isi))


def page_code(digest: bytes) -> str:
    """Give the 16 characters of a digest that stand in the page QR."""
    return base64.b32encode(digest[:10]).decode("ascii")


def content_digest(isi: IsiUmum) -> bytes:
    """Give the SHA-256 over domain, form code and canonical content."""
    return digest_of(isi.kode, kanonik(isi))


def digest_of(kode: str, content: bytes) -> bytes:
    """Give the SHA-256 over domain, form code and a content that is canonical already."""
    return hashlib.sha256(DOMAIN + kode.encode("ascii") + b"\n" + content).digest()

"""Keys and signatures: ECDSA P-256 with SHA-256, deterministic, so same message, same bytes.

A private key is PKCS#8 DER in bytes and never touches the disk here; wrapping it is the keybox's.
"""

import hashlib
from functools import lru_cache

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
    load_pem_public_key,
)

from pilkades_desk.kits.signing.faults import UNREADABLE, SignatureInvalid

CURVE = ec.SECP256R1()
SIGNING = ec.ECDSA(hashes.SHA256(), deterministic_signing=True)
_VERIFYING = ec.ECDSA(hashes.SHA256())
_SCALAR = 32
_DIGITS = 40
_GROUP = 5
_CERTIFICATE = "-----BEGIN CERTIFICATE-----"


def new_key() -> bytes:
    """Make a private key: PKCS#8 DER, P-256."""
    return ec.generate_private_key(CURVE).private_bytes(
        Encoding.DER, PrivateFormat.PKCS8, NoEncryption()
    )


def load_key(key: bytes) -> ec.EllipticCurvePrivateKey:
    """Read a private key of ours; another kind of key is a bug of the caller."""
    loaded = load_der_private_key(key, password=None)
    if not isinstance(loaded, ec.EllipticCurvePrivateKey) or loaded.curve.name != CURVE.name:
        raise TypeError("P-256 only")
    return loaded


@lru_cache(maxsize=256)
def load_public(untrusted_pem: str) -> ec.EllipticCurvePublicKey:
    """Read the public key of a PEM public key or certificate; kept, as a log names few very often.

    Raises:
        SignatureInvalid: it cannot be read or is not P-256.
    """
    encoded = untrusted_pem.encode()
    try:
        if untrusted_pem.lstrip().startswith(_CERTIFICATE):
            public: object = x509.load_pem_x509_certificate(encoded).public_key()
        else:
            public = load_pem_public_key(encoded)
    except UNREADABLE as error:
        raise SignatureInvalid("unreadable key") from error
    if not isinstance(public, ec.EllipticCurvePublicKey) or public.curve.name != CURVE.name:
        raise SignatureInvalid("not a P-256 key")
    return public


def to_pem(public: ec.EllipticCurvePublicKey) -> str:
    """Write a public key as PEM."""
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def public_pem(key: bytes) -> str:
    """Give the public half of a private key as PEM."""
    return to_pem(load_key(key).public_key())


def sign(key: bytes, message: bytes) -> bytes:
    """Sign; DER, at most 72 bytes."""
    return load_key(key).sign(message, SIGNING)


def sign_raw(key: bytes, message: bytes) -> bytes:
    """Sign; 64 bytes r and s, for a QR code."""
    r, s = decode_dss_signature(sign(key, message))
    return r.to_bytes(_SCALAR) + s.to_bytes(_SCALAR)


def verify(untrusted_pem: str, signature: bytes, message: bytes) -> None:
    """Check a DER signature against a public key or certificate.

    Raises:
        SignatureInvalid: it is not by this key over these bytes.
    """
    try:
        load_public(untrusted_pem).verify(signature, message, _VERIFYING)
    except InvalidSignature as error:
        raise SignatureInvalid("signature does not match") from error


def verify_raw(untrusted_pem: str, signature: bytes, message: bytes) -> None:
    """Check 64 bytes r and s against a public key or certificate.

    Raises:
        SignatureInvalid: it is not by this key over these bytes.
    """
    if len(signature) != 2 * _SCALAR:
        raise SignatureInvalid("not 64 bytes")
    r, s = (int.from_bytes(part) for part in (signature[:_SCALAR], signature[_SCALAR:]))
    verify(untrusted_pem, encode_dss_signature(r, s), message)


def fingerprint(untrusted_pem: str) -> str:
    """Give the SHA-256 in hex of a certificate, or of a bare public key, over its DER."""
    public = load_public(untrusted_pem)
    if untrusted_pem.lstrip().startswith(_CERTIFICATE):
        certificate = x509.load_pem_x509_certificate(untrusted_pem.encode())
        return certificate.fingerprint(hashes.SHA256()).hex()
    der = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(der).hexdigest()


def fingerprint_digits(untrusted_pem: str) -> str:
    """Give the fingerprint to read aloud: 40 decimal digits, 132 bits, in 8 groups of 5."""
    digits = f"{int(fingerprint(untrusted_pem), 16) % 10**_DIGITS:0{_DIGITS}d}"
    return " ".join(digits[at : at + _GROUP] for at in range(0, _DIGITS, _GROUP))


def matches_digits(untrusted_pem: str, untrusted_typed: str) -> bool:
    """Tell whether digits typed from a form are this fingerprint, spaces and dashes aside."""
    typed = "".join(sign for sign in untrusted_typed if not sign.isspace() and sign != "-")
    return typed == fingerprint_digits(untrusted_pem).replace(" ", "")

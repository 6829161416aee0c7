"""The file key sealed to one account: HPKE (RFC 9180), X25519, HKDF-SHA256, AES-256-GCM.

A password wraps the account's own keys; the file key lies in an envelope beside it. So the file
can get a new key without anybody else's password: it is sealed anew to every account that stays.
"""

from pilkades_desk.kits.keybox.password import damaged

KEY_LENGTH = 32
"""Bytes of a private or public envelope key."""


def new_envelope_key() -> bytes:
    """Make a private X25519 key, 32 bytes."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.generate().private_bytes_raw()


def envelope_public(key: bytes) -> bytes:
    """Give the public half, 32 bytes."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.from_private_bytes(key).public_key().public_bytes_raw()


def seal(secret: bytes, public: bytes, label: bytes) -> bytes:
    """Seal a secret to a public key; it opens under the same label only."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    return suite.encrypt(secret, X25519PublicKey.from_public_bytes(public), label)


def unseal(untrusted_envelope: bytes, key: bytes, label: bytes) -> bytes:
    """Open an envelope; AccessError when it is not this key's or was changed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    try:
        return suite.decrypt(untrusted_envelope, X25519PrivateKey.from_private_bytes(key), label)
    except (InvalidTag, ValueError):
        raise damaged() from None

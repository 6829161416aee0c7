"""age X25519 keys: the identity opens, the recipient is what others seal to."""

import hashlib

from pilkades_desk.core.errors import AccessError


def new_identity() -> str:
    """Make a secret identity, `AGE-SECRET-KEY-1…`; keep it in a keyslot, never in a bundle."""
    import pyrage

    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """Give the public recipient, `age1…`, of an identity; AccessError when it is none."""
    import pyrage

    try:
        return str(pyrage.x25519.Identity.from_str(identity.strip()).to_public())
    except pyrage.IdentityError as error:
        raise AccessError(
            "Kunci pembuka paket tidak terbaca.", "Periksa lagi kunci yang dimasukkan."
        ) from error


def check_recipient(untrusted_recipient: str) -> str:
    """Give the recipient back when it is a well-formed age X25519 recipient; AccessError else."""
    import pyrage

    try:
        return str(pyrage.x25519.Recipient.from_str(untrusted_recipient))
    except pyrage.RecipientError as error:
        raise AccessError(
            "Kunci penerima paket tidak sah.", "Minta kit terbaru dari kabupaten."
        ) from error


def fingerprint(recipient: str) -> str:
    """Give the SHA-256 over the recipient's text, as named in envelopes."""
    return hashlib.sha256(recipient.encode("ascii")).hexdigest()

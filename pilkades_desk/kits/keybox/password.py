"""A secret wrapped under a password: Argon2id makes the key, AES-256-GCM holds the secret.

A box is JSON content. Its label and cost are authenticated, so a box moved to another account or
file does not open. The cost is read from untrusted boxes too, hence the caps. A password is
normalised (NFKC), so that another keyboard gives the same bytes.
"""

import base64
from dataclasses import dataclass
from typing import Any

from pilkades_desk.core.canonical import canonical
from pilkades_desk.core.errors import AccessError

Box = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: KiB of memory, passes over it, lanes."""

    memory: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        if not (8 * self.lanes <= self.memory <= 1 << 20 and 1 <= self.passes <= 16):
            raise ValueError("unreasonable Argon2id cost")
        if not 1 <= self.lanes <= 16:
            raise ValueError("unreasonable number of lanes")


OUTSIDE = Cost(memory=65536, passes=3, lanes=2)
"""For boxes whoever copies the folder can attack: keyslots travel with every backup."""
INSIDE = Cost(memory=19456, passes=2, lanes=1)
"""For boxes that lie inside the encrypted file, against other account holders only."""


class WrongPassword(AccessError):  # noqa: N818 -- names what happened; it is counted
    """The password is not the one, or the box was changed: the tag cannot tell which."""


def wrap(secret: bytes, password: str, label: dict[str, str], cost: Cost) -> Box:
    """Wrap a secret under a password; the label says whose it is and where it belongs."""
    import secrets  # this and the next load OpenSSL; the login screen is shown without

    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    head: Box = {
        "v": 1,
        "label": label,
        "kdf": {
            "alg": "argon2id",
            "m": cost.memory,
            "t": cost.passes,
            "p": cost.lanes,
            "salt": _text(salt),
        },
    }
    wrapped = AESGCM(_derive(password, salt, cost)).encrypt(nonce, secret, canonical(head))
    return head | {"nonce": _text(nonce), "wrapped": _text(wrapped)}


def unwrap(untrusted_box: Box, password: str) -> bytes:
    """Open a box; AccessError when the password is not the one or the box was changed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        head = {name: untrusted_box[name] for name in ("v", "label", "kdf")}
        kdf = head["kdf"]
        cost = Cost(kdf["m"], kdf["t"], kdf["p"])
        key = _derive(password, base64.b64decode(kdf["salt"], validate=True), cost)
        nonce = base64.b64decode(untrusted_box["nonce"], validate=True)
        wrapped = base64.b64decode(untrusted_box["wrapped"], validate=True)
        return AESGCM(key).decrypt(nonce, wrapped, canonical(head))
    except InvalidTag:
        raise WrongPassword(
            "Kata sandi tidak cocok.", "Ketik ulang; periksa huruf besar dan kecil."
        ) from None
    except (KeyError, TypeError, ValueError):
        raise damaged() from None


def damaged() -> AccessError:
    """Give what is said of keys nobody can read; only a whole backup brings them back."""
    return AccessError("Berkas kunci rusak.", "Pulihkan cadangan, lalu masuk lagi.")


def _derive(password: str, salt: bytes, cost: Cost) -> bytes:
    import unicodedata

    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return Argon2id(
        salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory
    ).derive(unicodedata.normalize("NFKC", password).encode("utf-8"))


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")

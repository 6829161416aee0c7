"""The audit chain: `hash = SHA-256(domain ‖ prev ‖ body)`, bodies stored and hashed verbatim.

Bodies hold object ids and digests, never a name or a NIK. Whoever owns the key can rebuild the
chain, so its head leaves the machine on documents, bundles and receipts (docs/decisions/0004).
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

DOMAIN = b"pilkades-desk/audit/v1\0"
START = bytes(32)
_CHECKPOINT = b"pilkades-desk/audit/v1/cp\0"


@dataclass(frozen=True, slots=True)
class AuditHead:
    """The last entry: its number and hash; (0, 32 zero bytes) for an empty log."""

    seq: int
    hash: bytes

    @property
    def text(self) -> str:
        """Write `12-9f2c41ab77e0`, short enough to print."""
        return f"{self.seq}-{self.hash.hex()[:12]}"

    @property
    def full(self) -> str:
        """Write number and whole hash: what approvals sign and the keyslot file keeps."""
        return f"{self.seq}-{self.hash.hex()}"


class AuditEntry(NamedTuple):
    """One stored entry."""

    seq: int
    body: str
    prev: bytes
    hash: bytes


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A head somebody signed: the account's id and the DER signature over `checkpoint_message`."""

    head: AuditHead
    akun: int
    signature: bytes


class BrokenChain(Exception):  # noqa: N818 -- names what was found, and `seq` says where
    """An entry was deleted, edited or moved; `seq` is the first that does not fit."""

    def __init__(self, seq: int) -> None:
        super().__init__(f"audit entry {seq} does not follow from the one before")
        self.seq = seq


def link(prev: bytes, body: str) -> bytes:
    """Give the hash of an entry from the one before and its own body."""
    return hashlib.sha256(DOMAIN + prev + body.encode("utf-8")).digest()


def checkpoint_message(head: AuditHead) -> bytes:
    """Give the bytes a checkpoint signs: domain ‖ seq (8 bytes, big-endian) ‖ hash."""
    return _CHECKPOINT + head.seq.to_bytes(8) + head.hash


def parse_head(untrusted_text: str) -> AuditHead:
    """Read what `AuditHead.full` writes; ValueError for anything else."""
    seq, _, digest = untrusted_text.partition("-")
    head = AuditHead(int(seq), bytes.fromhex(digest))
    if head.full != untrusted_text or len(head.hash) != len(START):
        raise ValueError("no audit head")
    return head


def walk(entries: Iterable[AuditEntry]) -> AuditHead:
    """Check entries from the first on and give the head; BrokenChain where one does not fit.

    Syarat: S-002.
    """
    head = AuditHead(0, START)
    for entry in entries:
        follows = entry.seq == head.seq + 1 and entry.prev == head.hash
        if not follows or entry.hash != link(entry.prev, entry.body):
            raise BrokenChain(entry.seq)
        head = AuditHead(entry.seq, entry.hash)
    return head

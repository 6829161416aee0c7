"""Where a bundle stands in its chain of serials; the reader's memory decides, never a clock."""

from collections.abc import Sequence
from dataclasses import dataclass

from pilkades_desk.kits.sealing.header import ZEROS, Envelope
from pilkades_desk.kits.sealing.refusal import Fault, Refused


@dataclass(frozen=True, slots=True)
class Link:
    """One accepted bundle of a stream: serial and envelope hash."""

    serial: int
    hash: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Fits at the end of the chain; `missing` lists serials that never came."""

    link: Link
    missing: tuple[int, ...]


def place(envelope: Envelope, history: Sequence[Link], known: frozenset[str]) -> Placed:
    """Place a verified envelope after the accepted ones of its stream.

    Args:
        envelope: verified and parsed.
        history: accepted bundles of the same sender key, addressee and stream, by serial.
        known: envelope hashes accepted from this sender in any stream; once there are some, a new
            stream must name one of them.

    Raises:
        Refused: duplicate, replay_older, or fork (one serial twice, or a `prev` not expected).
    """
    link = Link(envelope.serial, envelope.hash)
    if link in history:
        raise Refused(Fault.DUPLICATE, str(link.serial))
    last = max((one.serial for one in history), default=0)
    if any(one.serial == link.serial for one in history):
        raise Refused(Fault.FORK, f"serial {link.serial} twice")
    if link.serial < last:
        raise Refused(Fault.REPLAY_OLDER, f"{link.serial} after {last}")
    if link.serial == last + 1 and envelope.prev not in _expected(history, known):
        raise Refused(Fault.FORK, "prev")
    return Placed(link, tuple(range(last + 1, link.serial)))


def _expected(history: Sequence[Link], known: frozenset[str]) -> frozenset[str]:
    if history:
        return frozenset({max(history, key=lambda link: link.serial).hash})
    return known or frozenset({ZEROS})

"""Real password boxes at a cost that tests can pay a thousand times; the program's own is dear."""

from collections.abc import Iterator
from contextlib import contextmanager

from pilkades_desk.kits.keybox import slots
from pilkades_desk.kits.keybox.password import Cost
from pilkades_desk.panitia import orang

CHEAP = Cost(memory=64, passes=1, lanes=1)


@contextmanager
def quick_passwords() -> Iterator[None]:
    """Make every new box cheap to open; the boxes that are there keep what they cost."""
    usual = slots.OUTSIDE, orang.INSIDE
    slots.OUTSIDE = orang.INSIDE = CHEAP
    try:
        yield
    finally:
        slots.OUTSIDE, orang.INSIDE = usual

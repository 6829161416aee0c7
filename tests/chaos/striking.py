"""Do a piece of work again and again, the disk failing at call 1, 2, 3 … until none is left."""

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path

from pilkades_desk.core.errors import PilkadesError
from tests.chaos.failing_files import ROOT, FailingSystem, Fault, failing

LONG = os.environ.get("PILKADES_CHAOS") == "panjang"
"""The long run (`poe chaos`) leaves no call out where a piece of work costs a password."""

Work = Callable[[], object]
Check = Callable[[PilkadesError | None, FailingSystem], None]


def strike_everywhere(
    fault: Fault, begin: Callable[[], Work], check: Check, root: Path = ROOT, step: int = 1
) -> int:
    """Let every call of a piece of work fail once; gives how many calls it has.

    Args:
        fault: what the disk does.
        begin: makes ready and gives the work, which is refused with one sentence and one hint, or
            succeeds; anything else is a bug.
        check: looks at what is there, after the failing and after the repeating.
        root: only calls below it fail.
        step: in the short run, strike only every so many calls.
    """
    for at in count(1, 1 if LONG else step):
        work = begin()
        with failing(fault, at, root) as disk:
            told = refusal_of(work)
        check(told, disk)
        if told is not None:
            work()
            check(None, FailingSystem(fault, 0))
        if disk.calls < at:
            assert told is None, "refused on a sound disk"
            return disk.calls
    raise AssertionError("unreachable")


def refusal_of(work: Callable[[], object]) -> PilkadesError | None:
    """What a person is told; None when the work was done."""
    told = None
    try:
        work()
    except PilkadesError as error:
        told = error
    assert told is None or all(line.endswith(".") for line in (told.sentence, told.hint))
    return told


def parts(folder: Path) -> list[str]:
    """The half-made files in a folder."""
    return [path.name for path in folder.iterdir() if path.suffix == ".part"]

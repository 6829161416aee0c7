"""A disk that refuses one act: told in a sentence, nothing half-done, and done when repeated.

`python -m tests.chaos.refusing MAP` lets the machine's own calls fail one by one; shim.c must be
preloaded. Tells as JSON what came of it.
"""

import errno
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from itertools import count
from pathlib import Path

from pilkades_desk.core.errors import StorageError
from pilkades_desk.kits.usb.status import StickError
from tests.app.refusals import fill_disk, make_room
from tests.chaos.killing import Desks, Kind, Step, copied, sound
from tests.chaos.shim import Shim
from tests.chaos.striking import LONG, refusal_of
from tests.chaos.writes import KINDS
from tests.passwords import quick_passwords
from tests.processes import files_up_to

Fault = Callable[[Desks], AbstractContextManager[object]]
SOME = (1, 4, 16, 330)
"""The calls of an act that fail in the short run; the last is in the end of a change of key."""
NUMBERS = (errno.ENOSPC, errno.EIO)


@contextmanager
def full(desks: Desks) -> Iterator[None]:
    """Give no file a page more."""
    for meja in desks.files():
        fill_disk(meja)
    try:
        yield
    finally:
        for meja in desks.files():
            make_room(meja)


def limited(size: int) -> Fault:
    """Let no file grow beyond a size."""
    return lambda _desks: files_up_to(size)


def refuse_each(kind: Kind, kept: Path, place: Path, fault: Fault) -> dict[str, bool]:
    """Do the work with a refusal at every step; tells by name which steps were refused."""
    desks, refused = kind.open(copied(kept, place)), {}
    for step in desks.steps():
        refused[step.name] = refuse(desks, step, fault)
        if not step.done():
            step.do()
            assert step.done(), f"{step.name} cannot be repeated"
        desks.hold([])
    close(desks)
    look_again(kind, place, [step.name for step in desks.steps()])
    return refused


def refuse(desks: Desks, step: Step, fault: Fault) -> bool:
    """Do one step while the disk refuses; tells whether somebody was told."""
    with fault(desks):
        told = refusal_of(step.do)
    desks.hold([])
    if told is None:
        assert step.done(), f"{step.name} was said to be done"
        return False
    assert isinstance(told, StorageError | StickError), repr(told)
    assert not step.done(), f"{step.name} was refused, and is done: {told}"
    return True


def close(desks: Desks) -> None:
    for meja in desks.files():
        meja.close()


def look_again(kind: Kind, place: Path, told: list[str]) -> None:
    """Open what was closed and look it over."""
    desks = kind.open(place)
    sound(desks)
    desks.hold(told)
    close(desks)


def strike(kind: Kind, kept: Path, place: Path, number: int) -> Counter[str]:
    """Let the calls of every step fail, each on a fresh copy with the steps before it done."""
    shim, told = Shim(), Counter[str]()
    ready = copied(kept, place.with_name("siap"))
    for name in names(kind, ready):
        for at in count(1) if LONG else SOME:
            desks = kind.open(copied(ready, place))
            step = next(one for one in desks.steps() if one.name == name)
            refused = refuse(desks, step, partial(shim.failing, place, at, number))
            if refused:
                step.do()
                assert step.done(), f"{name} cannot be repeated"
            told["ditolak" if refused else "jadi"] += 1
            close(desks)
            look_again(kind, place, [name])
            if shim.seen < at:
                break
        desks = kind.open(ready)
        next(one for one in desks.steps() if one.name == name).do()
        close(desks)
    return told


def names(kind: Kind, place: Path) -> list[str]:
    """Name the steps; of a count form's boxes two are enough."""
    desks = kind.open(place)
    found = [step.name for step in desks.steps()]
    close(desks)
    return found if len(found) < 9 else found[:2]


def main(folder: str, *wanted: str) -> int:
    """Strike every kind that is wanted, with a full and with a failing disk."""
    with quick_passwords():
        for place, kind in enumerate(KINDS):
            if kind.opens or (wanted and kind.name not in wanted):
                continue
            kept = Path(folder) / kind.name
            kept.mkdir(parents=True)
            kind.make(kept)
            for number in NUMBERS if LONG else NUMBERS[place % 2 :][:1]:
                told = strike(kind, kept, Path(folder) / "kerja", number)
                print(json.dumps({"jenis": kind.name, "galat": number, **told}), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))

"""kill -9 at a random moment of a piece of work, again and again.

A process that has loaded everything forks a child for every round. The child does the work on a
copy of a prepared folder and tells on a pipe every act that returned, with the audit head after it.
The parent kills it, opens the folder as a person would, looks, and repeats what was cut off.
"""

import gc
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import Protocol

from pilkades_desk.core.audit import AuditHead, BrokenChain
from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.kits.keybox.slots import read_slots
from pilkades_desk.kits.storage import audit_log, triggers
from pilkades_desk.panitia.accounts import SLOTS_NAME
from pilkades_desk.panitia.meja import MejaAkun

READY = "siap"
FROM_THE_FORK = 0.25
"""Share of the kills that may already fall while the file is being opened."""


@dataclass(frozen=True)
class Step:
    """One act: how to do it, and how to see that it was done whole."""

    name: str
    do: Callable[[], object]
    done: Callable[[], bool]
    recognised: Callable[[], bool] = lambda: True
    """Repeats a done act; true when the program knew it."""


class Desks(Protocol):
    """Open files and the stick between them."""

    def files(self) -> tuple[MejaAkun, ...]:
        """One desk per file."""
        ...

    def steps(self) -> list[Step]:
        """The whole work in order."""
        ...

    def hold(self, told: list[str]) -> None:
        """Assert what must hold at any moment; `told` are the steps that were acknowledged."""
        ...


@dataclass(frozen=True)
class Kind:
    """One kind of write: how its folder is made and opened."""

    name: str
    rounds: int
    """How often it is killed in the short run."""
    make: Callable[[Path], object]
    open: Callable[[Path], Desks]
    opens: bool = False
    """The work is done while opening, so every kill counts from the fork."""


@dataclass
class Told:
    """What came of the kills of one kind."""

    kind: str
    kills: int = 0
    acknowledged: int = 0
    unacknowledged: int = 0
    lost: int = 0
    faults: list[str] = field(default_factory=list)
    found: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0


def kill_often(kind: Kind, folder: Path, rounds: int, seed: str) -> Told:
    """Kill the work `rounds` times; everything that is wrong afterwards is in `faults`."""
    chance, told, began = random.Random(seed), Told(kind.name), time.monotonic()
    kept = folder / "asli"
    kept.mkdir(parents=True)
    kind.make(kept)
    _warm_up(kind, copied(kept, folder / "ukur"))
    opening, working = _durations(kind, copied(kept, folder / "ukur"))
    for number in range(rounds):
        place = copied(kept, folder / "putaran")
        early = kind.opens or chance.random() < FROM_THE_FORK
        longest = opening if kind.opens else working + early * opening
        child, pipe = _fork(kind, place)
        said = "" if early else _read_ready(pipe)
        time.sleep(chance.uniform(0, longest * 1.05))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if os.waitstatus_to_exitcode(status) > 0:
            told.faults.append(f"{kind.name} {seed} putaran {number}: the work itself failed")
        told.kills += 1
        lines = (said + _read_all(pipe)).split("\n")[:-1]
        try:
            _look(kind, place, [line.rsplit(" ", 1) for line in lines], told)
        except (AssertionError, PilkadesError, BrokenChain) as wrong:
            told.faults.append(f"{kind.name} {seed} putaran {number}, {lines[-1:]}: {wrong!r}")
    told.seconds = round(time.monotonic() - began, 1)
    return told


def copied(kept: Path, place: Path) -> Path:
    """Give a fresh copy of a folder."""
    shutil.rmtree(place, ignore_errors=True)
    return Path(shutil.copytree(kept, place))


def _warm_up(kind: Kind, place: Path) -> None:
    """Do the work once here, so that no child spends its life loading libraries."""
    desks = kind.open(place)
    for step in desks.steps():
        step.do()
        assert step.done(), f"{step.name} does not show"
    for meja in desks.files():
        meja.close()
    gc.collect()
    gc.freeze()


def _durations(kind: Kind, place: Path) -> tuple[float, float]:
    """Measure one round that nobody kills: seconds until it is open, and until it is done."""
    began = time.monotonic()
    child, pipe = _fork(kind, place)
    _read_ready(pipe)
    opened = time.monotonic()
    _read_all(pipe)
    _, status = os.waitpid(child, 0)
    if status:
        raise RuntimeError(f"{kind.name} fails even without a kill")
    return opened - began, time.monotonic() - opened


def _fork(kind: Kind, place: Path) -> tuple[int, int]:
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    status = 1
    try:
        os.close(reading)
        _work(kind, place, writing)
        status = 0
    except BaseException:  # noqa: BLE001 -- a child must never go on as its parent
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]  # there is one
    finally:
        os._exit(status)
    raise AssertionError("unreachable")


def _work(kind: Kind, place: Path, pipe: int) -> None:
    desks = kind.open(place)
    os.write(pipe, f"{READY} -\n".encode())
    for step in desks.steps():
        step.do()
        heads = ",".join(meja.head().full for meja in desks.files())
        os.write(pipe, f"{step.name} {heads}\n".encode())


def _read_ready(pipe: int) -> str:
    said = b""
    while not said.endswith(b"\n"):
        piece = os.read(pipe, 1)
        if not piece:
            raise RuntimeError("the child ended before it was ready")
        said += piece
    return said.decode()


def _read_all(pipe: int) -> str:
    with os.fdopen(pipe, "rb") as stream:
        return stream.read().decode()


def _look(kind: Kind, place: Path, lines: list[list[str]], told: Told) -> None:
    desks = kind.open(place)
    try:
        acked = [name for name, _ in lines if name != READY]
        told.acknowledged += len(acked)
        told.found.update(one.code for meja in desks.files() for one in meja.pembukaan)
        lost = _lost(desks, [heads for _, heads in lines if heads != "-"])
        told.lost += lost
        assert not lost, "acknowledged acts are gone"
        sound(desks)
        desks.hold(acked)
        steps = desks.steps()
        missing = [step.name for step in steps if step.name in acked and not step.done()]
        assert not missing, f"acknowledged and not there: {missing}"
        done = list(takewhile(lambda step: step.done(), steps))
        told.unacknowledged += len(done) - len(acked)
        if done:
            assert done[-1].recognised(), f"{done[-1].name} repeated is not recognised"
        if len(done) < len(steps):
            _repeat(desks, steps[len(done)])
    finally:
        for meja in desks.files():
            meja.close()


def _repeat(desks: Desks, step: Step) -> None:
    """Do the act that was cut off once more."""
    step.do()
    assert step.done(), f"{step.name} cannot be repeated"
    desks.hold([step.name])


def _lost(desks: Desks, told: list[str]) -> int:
    """Count the acknowledged heads that are in no log."""
    found = set()
    for meja in desks.files():
        with meja.read() as session:
            entries = audit_log.read_entries(session)
            found |= {AuditHead(entry.seq, entry.hash).full for entry in entries}
    return sum(not found.issuperset(heads.split(",")) for heads in told)


def sound(desks: Desks) -> None:
    """Assert an unbroken log, clean pages, all triggers, keyslots not ahead of the log."""
    for meja in desks.files():
        with meja.read() as session:
            head = audit_log.verify(session)
            assert head == audit_log.read_head(session)
            assert triggers.missing(session.connection()) == []
        assert damage(meja) == []
        keyslots = read_slots(meja.folder / SLOTS_NAME)
        assert keyslots.names
        anchor = int((keyslots.head or "0-").split("-")[0])
        assert anchor <= head.seq, "the keyslot file knows of acts that are not there"


def damage(meja: MejaAkun) -> list[str]:
    """Everything SQLite finds wrong with its pages and SQLCipher with their seals."""
    with meja.read() as session:
        ask = session.connection().exec_driver_sql
        pages = ask("PRAGMA cipher_integrity_check").scalars().all()
        rows = ask("PRAGMA integrity_check").scalars().all()
    return [str(one) for one in (*pages, *rows) if one != "ok"]

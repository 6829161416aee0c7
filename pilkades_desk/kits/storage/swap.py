"""Puts staged files in the place of those in a folder, in steps a pulled plug cannot spoil.

The new files lie finished in `pulih/` first. One plan file then decides; from there on every start
goes on where the last one stopped. Without a plan nothing was decided, and what is staged is
dropped. The files before are moved into a folder of their own and never removed.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from pilkades_desk.core import files
from pilkades_desk.kits.storage.disk import make_folder, named_refusals, write_whole
from pilkades_desk.kits.storage.election_file import InUse, alone

STAGING = "pulih"
PLAN = "pemilihan.pulih"
SET_ASIDE = "sebelum-pulih"
_NAME = re.compile(rf"{SET_ASIDE}-[0-9]{{8}}-[0-9]{{6}}(-[0-9]{{1,3}})?")


class Interrupted(StrEnum):
    """What was found of a swap that was cut off, and done about it."""

    NOTHING = "nothing"
    FINISHED = "finished"
    DROPPED = "dropped"


def decide(folder: Path, aside: str) -> None:
    """Write the plan: from now on the staged files are the right ones."""
    write_whole(folder / PLAN, aside.encode("ascii"))


def is_decided(folder: Path) -> bool:
    """Tell whether the staged files are the right ones."""
    return (folder / PLAN).is_file()


def finish(folder: Path, names: Sequence[tuple[str, tuple[str, ...]]]) -> Interrupted:
    """Go on with a swap that was decided, or drop one that was not; nothing when there is none.

    Args:
        folder: where the files belong.
        names: each file that is replaced, with the files that went with the one before it.

    Raises:
        StorageError: the disk refuses; the next start goes on from there.
    """
    with named_refusals(folder):
        begun = _is_begun(folder)
    if not begun:
        return Interrupted.NOTHING
    try:
        with alone(folder / names[0][0]):
            return finish_alone(folder, names)
    except InUse:
        return Interrupted.NOTHING  # another program is at it


def finish_alone(folder: Path, names: Sequence[tuple[str, tuple[str, ...]]]) -> Interrupted:
    """Do what `finish` does, for whoever holds the lock already."""
    plan = folder / PLAN
    decided = is_decided(folder)
    if decided:
        aside = folder / _aside_name(plan)
        for name, companions in names:
            _swap_one(folder, aside, name, companions)
    drop_staged(folder)
    if decided:
        with named_refusals(plan):
            files.system.remove(plan)
    return Interrupted.FINISHED if decided else Interrupted.DROPPED


def drop_staged(folder: Path) -> None:
    """Remove what is left in the staging folder; the empty folder stays for the next time."""
    staging = folder / STAGING
    for path in sorted(staging.iterdir()) if staging.is_dir() else ():
        files.drop(path)


def _is_begun(folder: Path) -> bool:
    staging = folder / STAGING
    return is_decided(folder) or (staging.is_dir() and any(staging.iterdir()))


def _aside_name(plan: Path) -> str:
    # a plan that cannot be read still says that the staged files are the right ones
    try:
        name = plan.read_bytes()[:64].decode("ascii", "replace")
    except OSError:
        name = ""
    return name if _NAME.fullmatch(name) else SET_ASIDE


def _swap_one(folder: Path, aside: Path, name: str, companions: Sequence[str]) -> None:
    staged = folder / STAGING / name
    if not staged.is_file():
        return  # in its place already
    for each in (*companions, name):
        present = folder / each
        if present.is_file():
            make_folder(aside)
            _rename(present, _free(aside / each))
    _rename(staged, folder / name)


def _rename(path: Path, target: Path) -> None:
    with named_refusals(target):
        files.system.replace(path, target)


def _free(path: Path) -> Path:
    """Give the path, or one with a number when something is there: nothing is written over."""
    free, number = path, 0
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}.{number}")
    return free

"""Wrong passwords: counted beside the keyslot file, slower after every further one.

The count slows whoever sits at the keyboard. Somebody with a copy of the folder guesses without
it; what that costs is the key derivation's (docs/ancaman.md).
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pilkades_desk.core import files
from pilkades_desk.core.clock import parse_utc, utc_text
from pilkades_desk.core.errors import AccessError

FREE = 5
"""Wrong passwords in a row before the first wait."""
_FIRST_WAIT = timedelta(seconds=15)
_LONGEST = timedelta(minutes=15)
_LIMIT = 1 << 16


@dataclass(frozen=True, slots=True)
class Failed:
    """One account's wrong passwords since it last opened, and those that are in no log yet."""

    count: int
    last: datetime
    unlogged: int = 0


Attempts = Mapping[str, Failed]


def wait_after(count: int) -> timedelta:
    """Give how long to wait after so many wrong passwords: 15 s from the fifth on, doubling."""
    if count < FREE:
        return timedelta()
    doubled = _FIRST_WAIT * (1 << min(count - FREE, 10))
    return min(doubled, _LONGEST)


def demand_patience(attempts: Attempts, name: str, now: datetime) -> None:
    """Refuse a try that comes too early; AccessError says how many seconds are left."""
    seconds = seconds_left(attempts, name, now)
    if seconds:
        raise AccessError(
            f"Terlalu banyak kata sandi salah; tunggu {seconds} detik.",
            "Setelah itu ketik perlahan, atau minta ketua memberi kata sandi baru.",
        )


def seconds_left(attempts: Attempts, name: str, now: datetime) -> int:
    """Give how many seconds an account still has to wait, 0 when it may try."""
    failed = attempts.get(name)
    if failed is None:
        return 0
    left = failed.last + wait_after(failed.count) - now
    return left.seconds + 1 if left > timedelta() else 0


def read_attempts(path: Path, now: datetime) -> dict[str, Failed]:
    """Read the count; a damaged file counts as none, it protects nothing but the keyboard.

    A last try in the future is moved to now: a clock set right again must not lock anybody out.
    """
    try:
        with path.open("rb") as stream:
            untrusted_content = json.loads(stream.read(_LIMIT))
        return {str(name): _failed(each, now) for name, each in untrusted_content.items()}
    except (OSError, AttributeError, KeyError, TypeError, ValueError, RecursionError):
        return {}


def _failed(untrusted_entry: Any, now: datetime) -> Failed:
    count, unlogged = int(untrusted_entry["kali"]), int(untrusted_entry["belum"])
    return Failed(count, min(parse_utc(untrusted_entry["terakhir"]), now), unlogged)


def write_attempts(path: Path, attempts: Attempts) -> None:
    """Write the count; a disk that refuses must not keep anybody from their election."""
    content = {
        name: {"kali": each.count, "terakhir": utc_text(each.last), "belum": each.unlogged}
        for name, each in attempts.items()
    }
    with suppress(OSError), files.whole(path) as sink:
        sink.write(json.dumps(content).encode("utf-8"))


def failed_again(attempts: Attempts, name: str, now: datetime) -> dict[str, Failed]:
    """Count one more wrong password."""
    old = attempts.get(name, Failed(0, now))
    more = replace(old, count=old.count + 1, unlogged=old.unlogged + 1, last=now)
    return dict(attempts) | {name: more}


def after_success(attempts: Attempts, name: str) -> dict[str, Failed]:
    """Let an account that opened try at once again; what is in no log yet stays to be logged."""
    reset = {name: replace(attempts[name], count=0)} if name in attempts else {}
    return _worth_keeping(dict(attempts) | reset)


def to_log(attempts: Attempts) -> dict[str, int]:
    """Give how many wrong passwords are in no log yet, by name."""
    return {name: one.unlogged for name, one in attempts.items() if one.unlogged > 0}


def after_logging(attempts: Attempts, logged: Mapping[str, int]) -> dict[str, Failed]:
    """Forget what was written into the log; a try made meanwhile stays."""
    left = {
        name: replace(one, unlogged=max(0, one.unlogged - logged.get(name, 0)))
        for name, one in attempts.items()
    }
    return _worth_keeping(left)


def _worth_keeping(attempts: Attempts) -> dict[str, Failed]:
    return {name: one for name, one in attempts.items() if one.count or one.unlogged}

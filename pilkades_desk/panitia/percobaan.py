"""Wrong passwords of signing persons: counted beside the file, in the log with the next act.

They have a file of their own: an account's wrong passwords are logged when somebody logs in.
"""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path

from pilkades_desk.kits.keybox.attempts import (
    after_logging,
    counted,
    read_attempts,
    to_log,
    write_attempts,
)

PERSONS_NAME = "pemilihan.gagal-orang.json"
_ORANG_ID = re.compile(r"[0-9]{1,9}")


def counted_orang(folder: Path, orang_id: int, now: datetime) -> AbstractContextManager[None]:
    """Count one try at a person's password; AccessError also when tries come too fast."""
    return counted(folder / PERSONS_NAME, str(orang_id), now)


@contextmanager
def tries_logged(folder: Path, now: datetime) -> Iterator[dict[str, list[dict[str, str | int]]]]:
    """Give what an entry says of wrong tries; once it is in the log they are not said again."""
    path = folder / PERSONS_NAME
    attempts = read_attempts(path, now)
    untrusted_counts = sorted(to_log(attempts).items())
    gagal: list[dict[str, str | int]] = [
        {"orang": int(name), "kali": count}
        for name, count in untrusted_counts
        if _ORANG_ID.fullmatch(name)
    ]
    yield {"gagal_orang": gagal} if gagal else {}
    if untrusted_counts:
        write_attempts(path, after_logging(attempts, to_log(attempts)))

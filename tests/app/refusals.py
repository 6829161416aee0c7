"""What every refused input is held to, and a disk that is full."""

import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import pytest

from pilkades_desk.core.errors import PilkadesError, StorageError
from pilkades_desk.panitia.meja import MejaAkun
from pilkades_desk.panitia.rights import Aksi

EVERY_ROW = "SELECT * FROM "


@dataclass
class Refusal:
    """What a person is told."""

    sentence: str
    hint: str


def refused_by(kind: type[PilkadesError], work: Callable[[], object]) -> Refusal:
    """Do what must be refused; every refusal is one sentence and one hint."""
    with pytest.raises(kind) as caught:
        work()
    lines = [caught.value.sentence, caught.value.hint]
    assert all(line.endswith(".") and "\n" not in line for line in lines)
    return Refusal(*lines)


def refused_by_program(answer: subprocess.CompletedProcess[str]) -> Refusal:
    """The program said two lines on standard error and ended with another code than 0."""
    assert answer.returncode == 1, answer.stderr
    assert "Traceback" not in answer.stderr
    sentence, hint = answer.stderr.splitlines()
    return Refusal(sentence, hint)


LOGIN = '"aksi":"masuk"'


def content_of(meja: MejaAkun) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, but for the logins in the log."""
    with meja.read() as session:
        ask = session.connection().exec_driver_sql
        names = ask("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        rows = {name: [tuple(row) for row in ask(EVERY_ROW + name)] for name in names}
    rows["audit"] = [row for row in rows["audit"] if LOGIN not in str(row)]
    return rows


def fill_disk(meja: MejaAkun) -> None:
    """Leave no free page in the file and give it none more; logins fill the log's last page."""
    with meja.file._writer.connect() as connection:
        raw = connection.connection.dbapi_connection
        raw.rollback()
        kept, raw.isolation_level = raw.isolation_level, None
        raw.execute("VACUUM")
        raw.isolation_level = kept
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count = {pages}")
    with suppress(StorageError):
        while True:
            with meja.act(Aksi.MASUK) as act:
                act.record(f"akun/{meja.akun.id}")
                act.commit()


def make_room(meja: MejaAkun) -> None:
    with meja.file._writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")

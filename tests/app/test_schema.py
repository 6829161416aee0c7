from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlmodel import SQLModel

from pilkades_desk.app.schema import SCHEMA, VERSION
from pilkades_desk.core.errors import StorageError
from pilkades_desk.kits.storage import triggers
from pilkades_desk.kits.storage.election_file import ElectionFile, Schema
from pilkades_desk.panitia.cadangan_pulih import preview, restore
from pilkades_desk.panitia.usecases import log_in
from tests.makers import KETUA, make_clock, make_meja

KEY = bytes(range(32))
VOTER = {"pemilih_id", "kk", "no_urut"}
VOTE = ("suara", "calon", "isian", "nilai", "pilihan", "dukung", "partai", "uang", "bantuan")


def with_column(connection: Connection, start: int) -> None:
    """A migration as a later version would bring it: batch mode, which drops the triggers."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from sqlalchemy import Column, String

    assert start == VERSION
    op = Operations(MigrationContext.configure(connection))
    with op.batch_alter_table("orang", recreate="always") as batch:
        batch.add_column(Column("catatan", String, nullable=True))
    triggers.install(connection)


def failing(connection: Connection, start: int) -> None:
    connection.execute(text("CREATE TABLE setengah (id INTEGER) STRICT"))
    raise OverflowError(str(start))


def make_file(folder: Path) -> Path:
    path = folder / "pemilihan.db"
    ElectionFile.create(path, KEY, SCHEMA).close()
    return path


def tables(path: Path, schema: Schema) -> set[str]:
    file = ElectionFile.open(path, KEY, schema)
    with file.read() as session:
        rows = session.connection().execute(text("SELECT name FROM sqlite_master"))
        names = {str(row[0]) for row in rows}
    file.close()
    return names


def test_a_new_file_has_every_registered_trigger(tmp_path: Path) -> None:
    file = ElectionFile.create(tmp_path / "pemilihan.db", KEY, SCHEMA)
    with file.read() as session:
        assert triggers.missing(session.connection()) == []
    file.close()


def test_every_table_is_strict(tmp_path: Path) -> None:
    file = ElectionFile.create(tmp_path / "pemilihan.db", KEY, SCHEMA)
    with file.read() as session:
        rows = session.connection().execute(
            text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        )
        loose = [name for name, sql in rows if "STRICT" not in sql and "cari" not in name]
    file.close()
    assert loose == []


def test_an_upgrade_keeps_all_triggers(tmp_path: Path) -> None:
    path = make_file(tmp_path)
    newer = Schema(VERSION + 1, SCHEMA.create, with_column)
    file = ElectionFile.open(path, KEY, newer)
    with file.read() as session:
        columns = session.connection().execute(text("SELECT catatan FROM orang")).keys()
        assert list(columns) == ["catatan"]
        assert triggers.missing(session.connection()) == []
    file.close()


def test_an_upgrade_is_preceded_by_a_backup_of_the_older_file(tmp_path: Path) -> None:
    make_meja(tmp_path).close()
    newer = replace(SCHEMA, version=VERSION + 1, upgrade=with_column)
    folder = tmp_path / "pemilihan"
    log_in(folder, KETUA.nama, KETUA.sandi, newer, make_clock()).close()
    [path] = (folder / "cadangan").iterdir()
    seen = preview(tmp_path / "baru", path, newer, "desa")
    assert seen.about.skema == VERSION
    restore(tmp_path / "baru", seen, [(KETUA.nama, KETUA.sandi)], newer, make_clock())
    log_in(tmp_path / "baru", KETUA.nama, KETUA.sandi, newer, make_clock()).close()


def test_a_failed_upgrade_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = make_file(tmp_path)
    before = tables(path, SCHEMA)
    with pytest.raises(OverflowError):
        ElectionFile.open(path, KEY, Schema(VERSION + 1, SCHEMA.create, failing))
    assert tables(path, SCHEMA) == before


def test_a_file_of_a_newer_program_is_not_touched(tmp_path: Path) -> None:
    path = make_file(tmp_path)
    ElectionFile.open(path, KEY, Schema(VERSION + 1, SCHEMA.create, with_column)).close()
    with pytest.raises(StorageError, match="lebih baru"):
        ElectionFile.open(path, KEY, SCHEMA)


@pytest.mark.syarat("S-011")
def test_no_table_knows_a_voter_and_a_vote() -> None:
    """What is stored about a voter says nothing of candidates, votes or favours."""
    tables = {
        name: {column.name for column in table.columns}
        for name, table in SQLModel.metadata.tables.items()
    }
    of_voters = {name: found for name, found in tables.items() if VOTER & found}
    assert {"pemilih", "dpt_pemilih", "unit_pemilih"} < of_voters.keys()
    told = {
        f"{name}.{column}"
        for name, found in of_voters.items()
        for column in found
        if any(word in column for word in VOTE)
    }
    assert told == set()

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.audit import BrokenChain
from pilkades_desk.core.errors import StateError, StorageError
from pilkades_desk.kits.storage import audit_log, election_file, triggers
from pilkades_desk.kits.storage.election_file import ElectionFile, Schema

KEY = bytes(range(32))
ENTRY = "INSERT INTO audit VALUES"
MARK = "NUR AINI RENE CIKEMBAR"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ElectionFile]:
    file = ElectionFile.create(tmp_path / "pemilihan.db", KEY, SCHEMA)
    yield file
    file.close()


def put(session: Session, kode: str = "a", isi: str = MARK) -> None:
    row = {"peran": kode, "kunci": isi.encode()}
    session.connection().execute(text("INSERT INTO kunci_desa VALUES (:peran, :kunci)"), row)


def rows(session: Session) -> list[bytes]:
    return list(session.connection().execute(text("SELECT kunci FROM kunci_desa")).scalars())


def add(file: ElectionFile, kode: str = "a", isi: str = MARK) -> None:
    with file.work() as session:
        put(session, kode, isi)
        audit_log.append(session, f"coba {kode}", f"perintah-{kode}")
        session.commit()


def count(file: ElectionFile) -> int:
    with file.read() as session:
        return len(rows(session))


def run(file: ElectionFile, statement: str) -> None:
    with file.work() as session:
        session.connection().execute(text(statement))
        session.commit()


def refused_open(path: Path, key: bytes = KEY) -> StorageError:
    with pytest.raises(StorageError) as refused:
        ElectionFile.open(path, key, SCHEMA)
    assert refused.value.hint
    return refused.value


def test_what_was_committed_is_there_after_opening_again(file: ElectionFile) -> None:
    add(file)
    file.close()
    again = ElectionFile.open(file.path, KEY, SCHEMA)
    assert count(again) == 1
    again.close()


def test_leaving_work_without_a_commit_stores_nothing(file: ElectionFile) -> None:
    with file.work() as session:
        put(session)
    assert count(file) == 0


def test_a_failure_inside_work_stores_nothing(file: ElectionFile) -> None:
    with pytest.raises(IntegrityError, match="UNIQUE"), file.work() as session:
        any(put(session) for _ in range(2))
    assert count(file) == 0


def test_reading_does_not_keep_others_from_writing(file: ElectionFile) -> None:
    add(file, "a")
    with file.read() as session:
        before = rows(session)
        add(file, "b")
        assert rows(session) == before
    assert count(file) == 2


def test_two_writers_at_once_are_told_to_wait(file: ElectionFile) -> None:
    pair = [file._writer.raw_connection() for _ in range(2)]
    for one in pair:
        one.cursor().execute("PRAGMA busy_timeout=0")
        one.close()
    with file.work() as first:
        first.connection()
        with pytest.raises(StorageError, match="sedang dipakai") as refused:
            add(file)
    assert refused.value.hint


def test_a_file_is_opened_once(file: ElectionFile) -> None:
    assert "sedang dibuka" in refused_open(file.path).sentence


def test_a_closed_file_can_be_opened_again(file: ElectionFile) -> None:
    file.close()
    ElectionFile.open(file.path, KEY, SCHEMA).close()


def test_a_file_that_is_there_is_not_made_again(file: ElectionFile) -> None:
    add(file)
    file.close()
    with pytest.raises(StorageError, match="sudah ada"):
        ElectionFile.create(file.path, bytes(32), SCHEMA)
    again = ElectionFile.open(file.path, KEY, SCHEMA)
    assert count(again) == 1
    again.close()


def test_making_an_open_file_again_leaves_it_alone(file: ElectionFile) -> None:
    with pytest.raises(StorageError, match="sedang dibuka"):
        ElectionFile.create(file.path, bytes(32), SCHEMA)
    add(file)
    assert count(file) == 1


def test_a_file_whose_tables_cannot_be_made_is_not_left_behind(tmp_path: Path) -> None:
    def fail(_connection: Connection) -> None:
        raise ZeroDivisionError

    path = tmp_path / "pemilihan.db"
    with pytest.raises(ZeroDivisionError):
        ElectionFile.create(path, KEY, Schema(1, fail, lambda _connection, _start: None))
    ElectionFile.create(path, KEY, SCHEMA).close()


def test_a_wrong_key_opens_nothing_and_changes_nothing(file: ElectionFile) -> None:
    file.close()
    before = file.path.read_bytes()
    assert "bukan berkas pemilihan" in refused_open(file.path, bytes(32)).sentence
    assert file.path.read_bytes() == before


@pytest.mark.parametrize("size", [0, 1, 100, 4095, 4096, 8192])
def test_a_file_cut_short_is_named_damaged(file: ElectionFile, size: int) -> None:
    file.close()
    file.path.write_bytes(file.path.read_bytes()[:size])
    assert re.search("rusak|terpotong", refused_open(file.path).sentence)
    assert file.path.stat().st_size == size


def test_another_kind_of_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "pemilihan.db"
    with sqlite3.connect(path) as plain:
        plain.execute("CREATE TABLE a (b)")
    plain.close()
    assert "bukan berkas pemilihan" in refused_open(path).sentence


def test_a_damaged_page_is_named_when_it_is_read(file: ElectionFile) -> None:
    for number in range(200):
        add(file, str(number))
    file.checkpoint()
    file.close()
    raw = bytearray(file.path.read_bytes())
    raw[8192:] = bytes(len(raw) - 8192)  # the key on page 1 is right, the tables are gone
    file.path.write_bytes(raw)
    with pytest.raises(StorageError, match=r"rusak|gagal membaca") as damaged:
        _read_all(file.path)
    assert "adangan" in damaged.value.hint


def _read_all(path: Path) -> None:
    file = ElectionFile.open(path, KEY, SCHEMA)
    try:
        count(file)
        with file.read() as session:
            audit_log.verify(session)
    finally:
        file.close()


def test_a_lost_folder_is_named(tmp_path: Path) -> None:
    assert "tidak ada" in refused_open(tmp_path / "hilang" / "pemilihan.db").sentence


@pytest.mark.syarat("S-007")
def test_nothing_readable_is_in_the_file_or_its_journal(file: ElectionFile) -> None:
    add(file)
    names = [file.path, file.path.with_name(file.path.name + "-wal")]
    raw = b"".join(name.read_bytes() for name in names)
    assert len(raw) > 8192
    assert not any(word in raw for word in (MARK.encode(), b"SQLite format 3", b"kunci_desa"))


def test_folding_the_journal_in_empties_it(file: ElectionFile) -> None:
    add(file)
    journal = file.path.with_name(file.path.name + "-wal")
    assert journal.stat().st_size > 0
    file.checkpoint()
    assert journal.stat().st_size == 0
    assert count(file) == 1


def test_a_copy_is_encrypted_and_opens_with_the_same_key(
    file: ElectionFile, tmp_path: Path
) -> None:
    add(file)
    copy = tmp_path / "cadangan.db"
    file.copy_to(copy)
    assert MARK.encode() not in copy.read_bytes()
    assert "bukan berkas pemilihan" in refused_open(copy, bytes(32)).sentence
    again = ElectionFile.open(copy, KEY, SCHEMA)
    assert count(again) == 1
    again.close()


def test_a_copy_does_not_write_over_another(file: ElectionFile, tmp_path: Path) -> None:
    copy = tmp_path / "cadangan.db"
    file.copy_to(copy)
    before = copy.read_bytes()
    with pytest.raises(StorageError) as refused:
        file.copy_to(copy)
    assert refused.value.hint
    assert copy.read_bytes() == before


def test_a_copy_into_a_lost_folder_is_refused(file: ElectionFile, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="tidak dapat dibuka"):
        file.copy_to(tmp_path / "hilang" / "cadangan.db")


def test_a_full_disk_keeps_what_was_there(file: ElectionFile) -> None:
    add(file)
    limit_to_present_size(file)
    with pytest.raises(StorageError, match="penuh") as full:
        add(file, "b", MARK * 10_000)
    assert "Kosongkan" in full.value.hint
    assert count(file) == 1


def limit_to_present_size(file: ElectionFile) -> None:
    with file._writer.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


@pytest.mark.syarat("S-004")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE kunci_desa SET kunci = x'00'",
        "DELETE FROM kunci_desa",
        "REPLACE INTO kunci_desa VALUES ('a', x'00')",
        "INSERT OR REPLACE INTO kunci_desa (rowid, peran, kunci) VALUES (1, 'z', x'00')",
        "INSERT INTO kunci_desa VALUES ('a', x'') ON CONFLICT DO UPDATE SET kunci = x'00'",
        "UPDATE OR REPLACE kunci_desa SET peran = 'b'",
        "UPDATE audit SET body = 'lain'",
        "DELETE FROM audit WHERE seq = 1",
        "REPLACE INTO audit SELECT 3, body, hash, x'00', 'perintah-a' FROM audit WHERE seq = 2",
    ],
)
def test_an_append_only_table_is_never_changed(file: ElectionFile, statement: str) -> None:
    add(file, "a")
    add(file, "b")
    with pytest.raises(IntegrityError, match="append-only"):
        run(file, statement)
    with file.read() as session:
        assert rows(session) == [MARK.encode()] * 2
        assert audit_log.verify(session).seq == 2


@pytest.mark.parametrize("seq", [1, 2, 4, 9])
def test_an_audit_entry_out_of_its_turn_is_refused(file: ElectionFile, seq: int) -> None:
    add(file, "a")
    add(file, "b")
    with pytest.raises(IntegrityError, match="audit gap"):
        run(file, f"{ENTRY} ({seq}, 'x', zeroblob(32), x'01', NULL)")


def test_an_audit_entry_that_does_not_follow_is_refused(file: ElectionFile) -> None:
    add(file, "a")
    with pytest.raises(IntegrityError, match="audit chain break"):
        run(file, "INSERT INTO audit VALUES (2, 'x', zeroblob(32), x'01', NULL)")


def test_the_first_audit_entry_follows_zeros(file: ElectionFile) -> None:
    with pytest.raises(IntegrityError, match="audit chain break"):
        run(file, "INSERT INTO audit VALUES (1, 'x', x'01', x'01', NULL)")


def test_a_text_in_a_column_of_bytes_is_refused(file: ElectionFile) -> None:
    with pytest.raises(IntegrityError, match="cannot store TEXT"):
        run(file, "INSERT INTO audit VALUES (1, 'x', zeroblob(32), 'bukan blob', NULL)")


def test_a_command_runs_once(file: ElectionFile) -> None:
    add(file, "a")
    with pytest.raises(StateError, match="sudah dijalankan"), file.work() as session:
        audit_log.append(session, "lagi", "perintah-a")
    assert count(file) == 1


def test_the_chain_can_be_walked_from_the_table(file: ElectionFile) -> None:
    for kode in "abc":
        add(file, kode)
    with file.read() as session:
        assert audit_log.verify(session) == audit_log.read_head(session)
        assert [entry.body for entry in audit_log.read_entries(session)] == [
            "coba a",
            "coba b",
            "coba c",
        ]


@pytest.mark.syarat("S-002")
def test_an_edit_by_someone_with_the_key_is_found(file: ElectionFile) -> None:
    for kode in "abc":
        add(file, kode)
    tamper(file, "UPDATE audit SET body = 'lain' WHERE seq = 2")
    with pytest.raises(BrokenChain) as broken, file.read() as session:
        audit_log.verify(session)
    assert broken.value.seq == 2


def tamper(file: ElectionFile, statement: str) -> None:
    raw = sqlcipher.connect(str(file.path))
    raw.execute(f"PRAGMA key=\"x'{KEY.hex()}'\"")
    raw.execute("DROP TRIGGER audit_no_update")
    raw.execute(statement)
    raw.commit()
    raw.close()


def test_a_dropped_trigger_is_noticed(file: ElectionFile) -> None:
    tamper(file, "SELECT 1")
    with file.read() as session:
        assert "audit_no_update" in triggers.missing(session.connection())


def test_a_trigger_of_one_name_has_one_text() -> None:
    with pytest.raises(ValueError, match="twice"):
        triggers.register("audit_chain", "CREATE TRIGGER lain")


def test_a_reading_session_holds_no_key_in_its_name(file: ElectionFile) -> None:
    assert KEY.hex() not in repr(file)
    with file.read() as session:
        assert isinstance(session, Session)
        assert KEY.hex() not in str(session.get_bind().url)


def test_a_failed_statement_does_not_say_its_values(file: ElectionFile) -> None:
    add(file)
    with pytest.raises(IntegrityError) as refused:
        add(file)
    assert MARK not in str(refused.value)


def test_a_change_of_key_the_disk_swallowed_is_refused_and_the_old_key_stays(
    file: ElectionFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(file)
    real = election_file._connect

    class Silent:
        """SQLCipher on a disk that fails at the last moment: it says yes and changes nothing."""

        def __init__(self, connection: Any) -> None:
            self.execute = lambda words: connection.execute(
                "SELECT 1" if "rekey" in words else words
            )
            self.close = connection.close

    monkeypatch.setattr(election_file, "_connect", lambda path, key: Silent(real(path, key)))
    file._writer.dispose()
    with pytest.raises(StorageError, match="yang lama tetap berlaku"):
        file.change_key(KEY, bytes(32))
    monkeypatch.undo()
    file.close()
    again = ElectionFile.open(file.path, KEY, SCHEMA)
    assert count(again) == 1
    again.close()

"""One encrypted SQLite file: SQLCipher with a raw 32-byte key, WAL, one fsync per commit.

`work()` gives a session that holds the write lock from its first statement; leaving without a
commit rolls back. `read()` never takes the write lock. Whoever opens a file holds a lock beside
it, so that two programs cannot open one election.
"""

import os
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool
from sqlmodel import Session, create_engine

from pilkades_desk.core import files
from pilkades_desk.core.errors import StorageError
from pilkades_desk.kits.storage.disk import make_folder
from pilkades_desk.kits.storage.place import check_place


@dataclass(frozen=True, slots=True)
class OriginTable:
    """Where a file says whose it is: kind of desk, table, its columns for id, code and name."""

    kind: str
    table: str
    columns: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Schema:
    """The tables of every step; given by the app, which knows them all.

    `version` counts released layouts and is kept as the file's `user_version`; `upgrade` is given
    the version it starts from. Both run inside one transaction, so a failure leaves the file as it
    was. `origins` and `counted` (label → table, column) say what a backup tells of itself.
    """

    version: int
    create: Callable[[Connection], None]
    upgrade: Callable[[Connection, int], None]
    origins: tuple[OriginTable, ...] = ()
    counted: Mapping[str, tuple[str, str]] = field(default_factory=dict)


class DamagedFile(StorageError):  # noqa: N818 -- names what was found
    """The file is lost, cut off, damaged or foreign, or the key is another one's."""

    def __init__(self, path: Path, found: str = "rusak atau bukan berkas pemilihan") -> None:
        super().__init__(f"Berkas '{path.name}' {found}.", "Pulihkan dari cadangan terakhir.")


class InUse(StorageError):  # noqa: N818 -- names what was found
    """Another program, or another window, has the file open."""

    def __init__(self) -> None:
        super().__init__(
            "Pemilihan ini sedang dibuka di jendela lain.", "Tutup jendela itu, lalu buka lagi."
        )


_PAGE = 4096
_PRAGMAS = (
    "foreign_keys=ON",
    "recursive_triggers=ON",  # else INSERT OR REPLACE removes a row without asking the triggers
    "journal_mode=WAL",
    "synchronous=FULL",
    "cache_size=-16384",
    "trusted_schema=OFF",
)
_REBUILDING = ("foreign_keys=OFF", *_PRAGMAS[1:])
"""SQLite can replace a table others refer to only while it does not look at references."""
_READING = ("query_only=ON", "trusted_schema=OFF")

BeforeUpgrade = Callable[["ElectionFile", Schema], None]


def keep_nothing(_file: "ElectionFile", _schema: Schema) -> None:
    """Keep no copy before an upgrade: the file being upgraded is a copy itself."""


class ElectionFile:
    """An open election file; `close()` forgets the key.

    `journal` tells that one was left beside it: the program before did not get to close it.
    """

    def __init__(self, path: Path, key: bytes, lock: FileLock) -> None:
        self.path = path
        self._lock = lock
        self.journal = _has_journal(path)
        self._still = threading.RLock()
        self._use(key)

    @classmethod
    def create(cls, path: Path, key: bytes, schema: Schema) -> "ElectionFile":
        """Make a new file with its tables; StorageError when one is there or the place is bad."""
        check_place(path.parent)
        make_folder(path.parent)
        lock = _locked(path)
        if path.exists():
            lock.release()
            raise StorageError(
                f"Berkas '{path.name}' sudah ada.", "Pilih map lain atau buka berkas yang ada."
            )
        file = cls(path, key, lock)
        try:
            file._make(schema)
        except BaseException:
            file.discard()
            raise
        return file

    @classmethod
    def open(
        cls, path: Path, key: bytes, schema: Schema, before_upgrade: BeforeUpgrade = keep_nothing
    ) -> "ElectionFile":
        """Open a file; StorageError when it is missing, damaged, in use or in a bad place."""
        check_place(path.parent)
        if not path.is_file():
            raise DamagedFile(path, "tidak ada")
        if path.stat().st_size < _PAGE:  # SQLite would take it for a new file and write to it
            raise DamagedFile(path, "kosong atau terpotong")
        if not os.access(path, os.W_OK):  # it would open and fail at the first act
            raise StorageError(
                f"Berkas '{path.name}' hanya dapat dibaca.", "Izinkan menulis pada berkas itu."
            )
        file = cls(path, key, _locked(path))
        try:
            file._bring_up_to(schema, before_upgrade)
        except BaseException:
            file.close()
            raise
        return file

    def _use(self, key: bytes) -> None:
        self._read_only = partial(_connect, key=key, pragmas=_READING)
        connect = partial(_connect, self.path, key)
        self._rebuilder = partial(_connect, self.path, key, _REBUILDING)
        self._writer, self._reader = _engine(connect, "BEGIN IMMEDIATE"), _engine(connect, "BEGIN")

    def _bring_up_to(self, schema: Schema, before_upgrade: BeforeUpgrade) -> None:
        found = self._version()
        if found == schema.version:
            return
        if not found:
            raise DamagedFile(self.path, "kosong atau terpotong")
        if found > schema.version:
            raise StorageError(
                f"Berkas '{self.path.name}' dibuat program yang lebih baru.",
                "Pasang Pilkades Desk versi terbaru, lalu buka lagi.",
            )
        before_upgrade(self, schema)
        with self._rebuilding() as connection:
            schema.upgrade(connection, found)
            connection.exec_driver_sql(f"PRAGMA user_version = {schema.version:d}")

    @contextmanager
    def _rebuilding(self) -> Iterator[Connection]:
        """Give a transaction in which tables may be replaced; references are checked at its end."""
        engine = _engine(self._rebuilder, "BEGIN IMMEDIATE")
        try:
            with translated(self.path), engine.begin() as connection:
                yield connection
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise RuntimeError("the upgrade leaves references to nothing")
        finally:
            engine.dispose()

    def _make(self, schema: Schema) -> None:
        with translated(self.path), self._writer.begin() as connection:
            schema.create(connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {schema.version:d}")

    def _version(self) -> int:
        with translated(self.path), self._reader.connect() as connection:
            return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())

    @contextmanager
    def work(self) -> Iterator[Session]:
        """Give a writing session; commit is written out by whoever uses it."""
        with (
            translated(self.path),
            Session(self._writer, expire_on_commit=False, autoflush=False) as session,
        ):
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a reading session that does not keep others from writing."""
        with translated(self.path), Session(self._reader, autoflush=False) as session:
            yield session

    def copy_to(self, target: Path) -> None:
        """Write a consistent encrypted copy under the same key while others write."""
        with self.still(), translated(target), self._reader.connect() as connection:
            raw = connection.connection.driver_connection
            raw.execute("VACUUM INTO ?", (str(target),))  # type: ignore[union-attr]  # DB-API connection

    def read_copy(self, path: Path) -> AbstractContextManager[Session]:
        """Read another file under this file's key; nothing in it is changed."""
        return _reading(partial(self._read_only, path), path)

    def still(self) -> AbstractContextManager[object]:
        """Keep the key from being changed by another thread for as long as this is held."""
        return self._still

    def change_key(self, old: bytes, key: bytes) -> None:
        """Encrypt the whole file under another key; cut off, it still opens with the one before.

        Raises:
            StorageError: the disk refused, and the key before stays in use.

        `PRAGMA rekey` needs the rollback journal, so WAL is left for as long as it takes. No other
        session may be open.
        """
        import sqlcipher3.dbapi2 as sqlcipher

        with self.still():
            self._writer.dispose()
            self._reader.dispose()
            # whatever is said, the file decides: SQLCipher keeps quiet about a commit that failed
            with suppress(sqlcipher.DatabaseError), closing(_connect(self.path, old)) as raw:
                raw.execute("PRAGMA journal_mode=DELETE").fetchall()
                raw.execute(f"PRAGMA rekey=\"x'{key.hex()}'\"")
            changed = not self._opens(old) and self._opens(key)
            self._use(key if changed else old)
        if not changed:
            raise _same_key()

    def _opens(self, key: bytes) -> bool:
        try:
            with translated(self.path):
                _connect(self.path, key).close()
        except StorageError:
            return False
        return True

    def checkpoint(self) -> None:
        """Fold the journal into the file; after every act that must survive a damaged journal."""
        with translated(self.path), self._reader.connect() as connection:
            raw = connection.connection.driver_connection
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # type: ignore[union-attr]  # DB-API connection

    def close(self) -> None:
        """Drop every keyed connection and the lock."""
        self._writer.dispose()
        self._reader.dispose()
        self._lock.release()

    def discard(self) -> None:
        """Close and remove a file that was only just made and is not wanted after all."""
        self.close()
        for ending in ("", "-wal", "-shm"):
            files.drop(self.path.with_name(self.path.name + ending))


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the machine into one sentence and one hint (S-032, S-034)."""
    import sqlcipher3.dbapi2 as sqlcipher

    try:
        yield
    except (DatabaseError, sqlcipher.DatabaseError) as error:
        said = str(getattr(error, "orig", error)).lower()
        if "not a database" in said or "malformed" in said:
            raise DamagedFile(path) from error
        for words, sentence, hint in _SENTENCES:
            if words in said:
                raise StorageError(sentence.format(nama=path.name), hint) from error
        raise


_SENTENCES = (
    ("disk is full", "Disk laptop penuh; perubahan terakhir tidak disimpan.",
     "Kosongkan ruang disk, lalu ulangi langkah terakhir."),
    ("readonly", "Map pemilihan hanya dapat dibaca.",
     "Pindahkan map pemilihan ke tempat yang dapat ditulisi."),
    ("unable to open", "Berkas '{nama}' tidak dapat dibuka.",
     "Periksa apakah map masih ada dan dapat ditulisi."),
    ("disk i/o error", "Disk laptop gagal membaca atau menulis.",
     "Pulihkan cadangan di laptop lain, disk ini jangan dipakai lagi."),
    ("already exists", "Berkas '{nama}' sudah ada.", "Pilih nama atau map lain."),
    ("locked", "Berkas pemilihan sedang dipakai bagian lain.", "Tunggu sebentar, lalu ulangi."),
)  # fmt: skip


def _has_journal(path: Path) -> bool:
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    except OSError:
        return False


def _cut_off(path: Path) -> StorageError:
    return StorageError(
        f"Berkas '{path.name}' kosong atau terpotong.", "Pulihkan dari cadangan terakhir."
    )


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the lock beside a file that is not open; StorageError when another program has it."""
    lock = _locked(path)
    try:
        yield
    finally:
        lock.release()


@contextmanager
def read_file(path: Path, key: bytes) -> Iterator[Session]:
    """Read a file under a key without opening it for work; nothing in it is changed."""
    with _reading(partial(_connect, path, key, _READING), path) as session:
        yield session


@contextmanager
def _reading(connect: Callable[[], Any], path: Path) -> Iterator[Session]:
    engine = _engine(connect, "BEGIN")
    try:
        with translated(path), Session(engine, autoflush=False) as session:
            yield session
    finally:
        engine.dispose()


def _same_key() -> StorageError:
    return StorageError(
        "Kunci berkas tidak dapat diganti; yang lama tetap berlaku.",
        "Kosongkan ruang disk, lalu ulangi langkah terakhir.",
    )


def _locked(path: Path) -> FileLock:
    # opened on a pool thread and closed on the window's: the lock must not belong to a thread
    lock = FileLock(path.with_suffix(".pakai"), timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise InUse from None
    except OSError:
        raise StorageError(
            f"Map '{path.parent}' tidak dapat ditulisi.", "Pilih map lain, misalnya di Dokumen."
        ) from None
    return lock


def _connect(path: Path, key: bytes, pragmas: tuple[str, ...] = _PRAGMAS) -> Any:
    import sqlcipher3.dbapi2 as sqlcipher

    # Kept statements fill SQLite's small-object pool; every allocation then becomes a locked
    # page of its own, which made inserting a village thirty times slower
    connection = sqlcipher.connect(
        str(path), isolation_level=None, check_same_thread=False, timeout=5, cached_statements=4
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute("PRAGMA cipher_memory_security=ON")
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except sqlcipher.DatabaseError:
        connection.close()
        raise
    return connection


def _engine(connect: Callable[[], Any], begin: str) -> Engine:
    import sqlcipher3.dbapi2 as sqlcipher

    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=connect,
        poolclass=QueuePool,
        hide_parameters=True,  # a failed statement ends in the crash log; its values are voters
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine

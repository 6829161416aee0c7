"""Hot copies of an election file that are proven before anybody relies on them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import column, func, inspect, select, table
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from pilkades_desk.core import files
from pilkades_desk.core.audit import AuditHead
from pilkades_desk.core.errors import StorageError
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.kits.storage.backup import (
    About,
    Backup,
    Origin,
    is_intact,
    read_backup,
    write_backup,
)
from pilkades_desk.kits.storage.disk import make_folder, named_refusals
from pilkades_desk.kits.storage.election_file import DamagedFile, ElectionFile, Schema, read_file

_COPY = "salinan.part"


def make_backup(
    file: ElectionFile,
    folder: Path,
    schema: Schema,
    slots: Callable[[], tuple[str, bytes]],
    now: datetime,
) -> Backup:
    """Copy the open file into a backup in a folder and prove the copy; others may write meanwhile.

    Args:
        file: the open election file.
        folder: where the backup goes; made when missing.
        schema: says which tables tell whose file it is and what is counted.
        slots: gives the keyslot file's id and bytes.
        now: the moment written down in it.

    Raises:
        StorageError: the disk refuses, or the copy is not as good as the file.
    """
    make_folder(folder)
    copy = folder / _COPY
    with named_refusals(copy), file.still():
        try:
            files.system.remove(copy)  # left by a pulled plug
            berkas, keyslots = slots()
            file.copy_to(copy)
            with file.read_copy(copy) as session:
                about = describe(session, schema, berkas, now)
            _demand_part_of(file, about.kepala)
            path = folder / about.name
            if not is_intact(path):
                write_backup(path, about, keyslots, copy)
        finally:
            files.drop(copy)
    return read_backup(path)


def copy_backup(source: Path, folder: Path) -> Path:
    """Copy a proven backup into another folder, whole, flushed and read back."""
    make_folder(folder)
    target = folder / source.name
    if is_intact(target):
        return target
    with named_refusals(target), source.open("rb") as stream, files.whole(target) as part:
        while chunk := stream.read(1 << 20):
            part.write(chunk)
    return target


def describe(session: Session, schema: Schema, berkas: str, now: datetime) -> About:
    """Check every page of the copy a session reads, and tell what is in it; DamagedFile if bad."""
    check_pages(session)
    version = session.connection().exec_driver_sql("PRAGMA user_version").scalar_one()
    return About(
        asal=read_origin(session, schema),
        berkas=berkas,
        dibuat=now,
        kepala=audit_log.read_head(session),
        skema=int(version),
        jumlah=count(session, schema),
    )


def head_of(path: Path, key: bytes) -> AuditHead | None:
    """Give the audit head of a file that is not open; None when it cannot be read."""
    try:
        with read_file(path, key) as session:
            return audit_log.read_head(session)
    except (StorageError, DatabaseError):  # damaged in whatever way
        return None


def check_pages(session: Session) -> None:
    """Check every page's seal and every table's structure; DamagedFile when one is bad."""
    connection = session.connection()
    sealed = connection.exec_driver_sql("PRAGMA cipher_integrity_check").fetchall()
    sound = connection.exec_driver_sql("PRAGMA quick_check").scalars().all()
    if sealed or sound != ["ok"]:
        raise DamagedFile(Path(_COPY), "tidak sama dengan aslinya")


def read_origin(session: Session, schema: Schema) -> Origin:
    """Tell whose file it is from the first table of the schema's list that has a row."""
    present = set(inspect(session.connection()).get_table_names())
    for origin in schema.origins:
        if origin.table not in present:
            continue
        known = table(origin.table, *(column(name) for name in origin.columns))
        row = session.execute(select(known).limit(1)).first()
        if row is not None:
            return Origin(origin.kind, *map(str, row))
    raise DamagedFile(Path(_COPY), "tidak menyebut pemilihan mana pun")


def count(session: Session, schema: Schema) -> dict[str, int]:
    """Count what a backup tells of its contents; a table an older layout lacks counts none."""
    present = set(inspect(session.connection()).get_table_names())
    counts = {}
    for label, (name, key) in schema.counted.items():
        query = select(func.count(func.distinct(column(key)))).select_from(table(name))
        counts[label] = session.execute(query).scalar_one() if name in present else 0
    return counts


def _demand_part_of(file: ElectionFile, head: AuditHead) -> None:
    with file.read() as session:
        if not audit_log.holds(session, head):
            raise StorageError(
                "Cadangan tidak cocok dengan riwayat berkas.", "Tutup program, buka, lalu ulangi."
            )

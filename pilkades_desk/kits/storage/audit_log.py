"""The audit chain as a table: append-only by trigger, every entry follows from the one before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import LargeBinary, case, func
from sqlmodel import Field, Session, col, select

from pilkades_desk.core.audit import (
    START,
    AuditEntry,
    AuditHead,
    Checkpoint,
    link,
    walk,
)
from pilkades_desk.core.errors import StateError
from pilkades_desk.kits.storage.rows import STRICT, Row
from pilkades_desk.kits.storage.triggers import append_only, register


class AuditRow(Row, table=True):
    """One entry; `perintah` is the client's command id, so that a repeat is noticed."""

    __tablename__ = "audit"
    __table_args__ = STRICT

    seq: int = Field(primary_key=True)
    body: str
    prev: bytes = Field(sa_type=LargeBinary)
    hash: bytes = Field(sa_type=LargeBinary, unique=True)
    perintah: str | None = Field(default=None, unique=True)


class CheckpointRow(Row, table=True):
    """One head of the chain, signed by the account that had just done something important."""

    __tablename__ = "audit_cp"
    __table_args__ = STRICT

    seq: int = Field(primary_key=True)
    hash: bytes = Field(sa_type=LargeBinary)
    akun: int
    signature: bytes = Field(sa_type=LargeBinary)


@dataclass(frozen=True, slots=True)
class Word:
    """A word looked for: in the entry itself, or through acts and accounts that go by it."""

    text: str
    acts: tuple[str, ...] = ()
    accounts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are looked for; `since` and `until` are times as entries write them."""

    acts: tuple[str, ...] | None = None
    account: int | None = None
    since: str = ""
    until: str = ""
    words: tuple[Word, ...] = ()


_AT_ONCE = 2_000
"""Rows fetched at once: a whole log in memory is much, row by row is slow."""

append_only("audit")
append_only("audit_cp")
register(
    "audit_chain",
    "CREATE TRIGGER audit_chain BEFORE INSERT ON audit BEGIN SELECT CASE "
    "WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit) "
    "THEN RAISE(ABORT, 'audit gap') "
    "WHEN NEW.prev IS NOT coalesce("
    "(SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), zeroblob(32)) "
    "THEN RAISE(ABORT, 'audit chain break') END; END",
)


def read_head(session: Session) -> AuditHead:
    """Give the last entry's number and hash."""
    query = select(AuditRow.seq, AuditRow.hash).order_by(col(AuditRow.seq).desc()).limit(1)
    last = session.exec(query).first()
    return AuditHead(*last) if last else AuditHead(0, START)


def holds(session: Session, head: AuditHead) -> bool:
    """Tell whether the log once ended with this head; the empty log is every log's beginning."""
    if not head.seq:
        return True
    row = session.get(AuditRow, head.seq)
    return row is not None and row.hash == head.hash


def read_bodies_after(session: Session, seq: int) -> list[str]:
    """Give the bodies of the entries after one, in order."""
    query = select(AuditRow.body).where(AuditRow.seq > seq).order_by(col(AuditRow.seq))
    return list(session.exec(query))


def append(session: Session, body: str, perintah: str = "") -> AuditHead:
    """Add one entry to the running transaction; StateError when the command already ran (S-008)."""
    if perintah and session.exec(select(AuditRow).where(AuditRow.perintah == perintah)).first():
        raise StateError("Perintah ini sudah dijalankan.", "Muat ulang layar; tidak perlu diulang.")
    head = read_head(session)
    entry = {"seq": head.seq + 1, "body": body, "prev": head.hash, "hash": link(head.hash, body)}
    row = AuditRow.model_validate(entry | {"perintah": perintah or None})
    session.add(row)
    session.flush()
    return AuditHead(row.seq, row.hash)


def add_checkpoint(session: Session, checkpoint: Checkpoint) -> None:
    """Store a signed head."""
    head = checkpoint.head
    fields = {"seq": head.seq, "hash": head.hash, "akun": checkpoint.akun}
    session.add(CheckpointRow.model_validate(fields | {"signature": checkpoint.signature}))
    session.flush()


def read_acts(session: Session) -> frozenset[str]:
    """Name every kind of act that was ever done."""
    aksi = func.json_extract(case((func.json_valid(AuditRow.body) == 1, AuditRow.body)), "$.aksi")
    return frozenset(each for each in session.exec(select(aksi).distinct()) if each)


def read_checkpoints(session: Session) -> Iterator[Checkpoint]:
    """Stream all signed heads in order."""
    for row in session.exec(select(CheckpointRow).order_by(col(CheckpointRow.seq))):
        yield Checkpoint(AuditHead(row.seq, row.hash), row.akun, row.signature)


def read_entries(session: Session) -> Iterator[AuditEntry]:
    """Stream all entries in order; plain rows, because a log may be long."""
    columns = (AuditRow.seq, AuditRow.body, AuditRow.prev, AuditRow.hash)
    query = select(*columns).order_by(col(AuditRow.seq)).execution_options(yield_per=_AT_ONCE)
    return map(AuditEntry._make, session.connection().execute(query))


def read_hashes(session: Session, seqs: Sequence[int]) -> dict[int, bytes]:
    """Give the hashes of these entries, by number; a number past the end is left out."""
    rows = session.exec(select(AuditRow.seq, AuditRow.hash).where(col(AuditRow.seq).in_(seqs)))
    return {seq: digest for seq, digest in rows}  # noqa: C416 -- the rows are no plain tuples


def read_some(session: Session, seqs: Sequence[int]) -> tuple[AuditEntry, ...]:
    """Give these entries, in the order asked for."""
    columns = (AuditRow.seq, AuditRow.body, AuditRow.prev, AuditRow.hash)
    rows = session.exec(select(*columns).where(col(AuditRow.seq).in_(seqs)))
    found = {row[0]: AuditEntry._make(row) for row in rows}
    return tuple(found[seq] for seq in seqs)


def find(session: Session, wanted: Wanted) -> list[int]:
    """Give the numbers of the entries wanted, newest first."""
    body = col(AuditRow.body)
    # asked of a body that is no JSON, SQLite would fail the whole query
    field = partial(func.json_extract, case((func.json_valid(body) == 1, body)))
    query = select(AuditRow.seq).order_by(col(AuditRow.seq).desc())
    if wanted.acts is not None:
        query = query.where(field("$.aksi").in_(wanted.acts))
    if wanted.account is not None:
        query = query.where(field("$.akun") == wanted.account)
    if wanted.since:
        query = query.where(field("$.at") >= wanted.since)
    if wanted.until:
        query = query.where(field("$.at") < wanted.until)
    for word in wanted.words:
        inside = body.contains(word.text, autoescape=True)
        named = field("$.aksi").in_(word.acts) | field("$.akun").in_(word.accounts)
        query = query.where(inside | named)
    return list(session.connection().scalars(query))


def verify(session: Session) -> AuditHead:
    """Walk the whole chain; BrokenChain where an entry does not follow."""
    return walk(read_entries(session))

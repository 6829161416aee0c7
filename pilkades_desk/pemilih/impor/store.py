"""Whom an import named: those it took in, and those it met again in the list."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlmodel import Field, Session, col, or_, select

from pilkades_desk.kits.storage.rows import STRICT, Row
from pilkades_desk.kits.storage.triggers import append_only
from pilkades_desk.pemilih.store import PemilihRow, add_rows


class BatchBertemuRow(Row, table=True):
    """One voter of the list whom an import named with the same content."""

    __tablename__ = "batch_bertemu"
    __table_args__ = STRICT

    batch_id: int = Field(primary_key=True, foreign_key="batch.id")
    pemilih_id: int = Field(primary_key=True, foreign_key="pemilih.id")


append_only("batch_bertemu")


class Bernama(NamedTuple):
    """Somebody an import named, with where the row stood that was taken."""

    nik: str
    nama: str
    lembar: str
    baris: int


def add_met(session: Session, batch: int, ids: Iterable[int]) -> None:
    """Keep whom an import met again."""
    rows = [{"batch_id": batch, "pemilih_id": one} for one in sorted(set(ids))]
    add_rows(session, BatchBertemuRow, rows)


def read_named(session: Session, batch: int) -> tuple[Bernama, ...]:
    """Give everybody an import took in or met again, by name."""
    met = select(BatchBertemuRow.pemilih_id).where(BatchBertemuRow.batch_id == batch)
    query = (
        select(PemilihRow.nik, PemilihRow.nama, PemilihRow.lembar, PemilihRow.baris)
        .where(or_(col(PemilihRow.batch_id) == batch, col(PemilihRow.id).in_(met)))
        .order_by(col(PemilihRow.nama), col(PemilihRow.id))
    )
    return tuple(Bernama(*row) for row in session.exec(query))

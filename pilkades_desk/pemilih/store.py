"""Step 2's tables of what came in: imports, rows as received, warnings, rows to repair; the DPS.

Who was received never changes and is never deleted; what is known of them now stands in `kini`.
Warnings are those of now, so theirs is the one table here that is written over.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, insert, text
from sqlmodel import Field, Session, SQLModel, col, select

from pilkades_desk.core.clock import parse_utc
from pilkades_desk.kits.storage.rows import STRICT, Row, table_of
from pilkades_desk.kits.storage.triggers import append_only
from pilkades_desk.pemilih.values import Dps, PemilihFields


class BatchRow(Row, table=True):
    """One import; the same file comes twice only when the first was withdrawn."""

    __tablename__ = "batch"
    __table_args__ = STRICT

    id: int = Field(primary_key=True)
    sha256: str = Field(index=True)
    berkas: str
    waktu: str
    asal: str
    diterima: int
    sudah_ada: int
    ditolak: int
    akun_id: int = Field(foreign_key="akun.id")


class BatchDitarikRow(Row, table=True):
    """An import withdrawn before the DPS was set, and why."""

    __tablename__ = "batch_ditarik"
    __table_args__ = STRICT

    batch_id: int = Field(primary_key=True, foreign_key="batch.id")
    alasan: str
    jumlah: int
    akun_id: int = Field(foreign_key="akun.id")
    waktu: str


class PemilihRow(PemilihFields, table=True):
    """One voter as received, and where the row stood."""

    __tablename__ = "pemilih"
    __table_args__ = STRICT

    id: int = Field(primary_key=True)
    batch_id: int = Field(foreign_key="batch.id", index=True)
    asal: str
    lembar: str
    baris: int
    tps: str


class TemuanRow(Row, table=True):
    """One warning that now goes along with a voter, or (pemilih_id empty) with an import."""

    __tablename__ = "temuan_pemilih"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    batch_id: int = Field(foreign_key="batch.id", index=True)
    pemilih_id: int | None = Field(default=None, foreign_key="pemilih.id", index=True)
    kode: str
    letak: str
    bukti: str


class PerbaikanRow(Row, table=True):
    """One row not taken: JSON of header, cells, columns and reasons, as read from the file."""

    __tablename__ = "perbaikan"
    __table_args__ = STRICT

    id: int = Field(primary_key=True)
    batch_id: int = Field(foreign_key="batch.id", index=True)
    sumber: str
    lembar: str
    baris: int
    kepala: str
    sel: str
    kolom: str
    temuan: str


class PerbaikanSelesaiRow(Row, table=True):
    """How a row left the repair list: taken as a voter, or set aside with a reason."""

    __tablename__ = "perbaikan_selesai"
    __table_args__ = STRICT

    perbaikan_id: int = Field(primary_key=True, foreign_key="perbaikan.id")
    pemilih_id: int | None = Field(default=None, foreign_key="pemilih.id")
    alasan: str
    waktu: str
    akun_id: int = Field(foreign_key="akun.id")


class DpsRow(Row, table=True):
    """The DPS as set, once."""

    __tablename__ = "dps"
    __table_args__ = STRICT

    id: int = Field(primary_key=True)
    jumlah_l: int
    jumlah_p: int
    segel: str
    ditetapkan: str


class DpsPemilihRow(Row, table=True):
    """Who stood in the DPS when it was set."""

    __tablename__ = "dps_pemilih"
    __table_args__ = STRICT

    pemilih_id: int = Field(primary_key=True, foreign_key="pemilih.id")


for _table in (
    "batch", "pemilih", "perbaikan", "perbaikan_selesai", "batch_ditarik",
    "dps", "dps_pemilih",
):  # fmt: skip
    append_only(_table)


@dataclass(frozen=True, slots=True)
class Letak:
    """Where the row of a voter stood."""

    batch: int
    berkas: str
    lembar: str
    baris: int

    @property
    def subject(self) -> str:
        """Name the row within its file, as findings do."""
        return f"{self.lembar}, baris {self.baris}"

    @property
    def place(self) -> str:
        """Name the row and its file."""
        return f"{self.berkas}, {self.subject}"


def next_id(session: Session, row: type[SQLModel]) -> int:
    """Give the next free number of a table with a whole-number key."""
    query = select(func.coalesce(func.max(table_of(row).c.id), 0) + 1)
    return int(session.execute(query).scalar_one())


def add_rows(session: Session, row: type[SQLModel], contents: Sequence[dict[str, Any]]) -> None:
    """Insert many checked rows at once."""
    if contents:
        session.execute(insert(table_of(row)), list(contents))


def find_batch(session: Session, sha256: str) -> tuple[int, int] | None:
    """Give number and row count of an earlier import of the same file that still stands."""
    query = select(BatchRow).where(BatchRow.sha256 == sha256)
    query = query.where(col(BatchRow.id).not_in(select(BatchDitarikRow.batch_id)))
    row = session.exec(query).first()
    return (row.id, row.diterima + row.sudah_ada) if row else None


def read_batches(session: Session) -> list[dict[str, Any]]:
    """Give the imports in their order, each with how it was withdrawn (empty when it was not)."""
    away = {row.batch_id: row for row in session.exec(select(BatchDitarikRow))}
    rows = session.exec(select(BatchRow).order_by(col(BatchRow.id)))
    return [
        row.model_dump() | {"ditarik": away[row.id].model_dump() if row.id in away else {}}
        for row in rows
    ]


def withdraw_batch(session: Session, row: dict[str, Any]) -> None:
    """Note that an import was withdrawn; the warnings that came with it go."""
    add_rows(session, BatchDitarikRow, [row])
    session.execute(
        text("DELETE FROM temuan_pemilih WHERE batch_id = :batch"), {"batch": row["batch_id"]}
    )


def read_lines(session: Session, ids: Iterable[int] | None = None) -> dict[int, Letak]:
    """Give by voter, or of these, where the row stood."""
    query = select(
        PemilihRow.id, PemilihRow.batch_id, BatchRow.berkas, PemilihRow.lembar, PemilihRow.baris
    ).join(BatchRow, col(BatchRow.id) == col(PemilihRow.batch_id))  # type: ignore[call-overload]  # five columns
    if ids is not None:
        some = text("SELECT value FROM json_each(:ids)").bindparams(ids=json.dumps(list(ids)))
        query = query.where(col(PemilihRow.id).in_(some))
    return {row[0]: Letak(*row[1:]) for row in session.execute(query)}


def read_places(session: Session) -> dict[int, str]:
    """Give by voter where the row stood, in words."""
    return {nomor: letak.place for nomor, letak in read_lines(session).items()}


def read_temuan(session: Session, pemilih_id: int | None = None) -> list[tuple[str, str, str]]:
    """Give code, place and evidence of the warnings of one voter, or of all."""
    query = select(TemuanRow.kode, TemuanRow.letak, TemuanRow.bukti).order_by(col(TemuanRow.id))
    if pemilih_id is not None:
        query = query.where(TemuanRow.pemilih_id == pemilih_id)
    return [(kode, letak, bukti) for kode, letak, bukti in session.exec(query)]


def read_temuan_of(session: Session, ids: Iterable[int]) -> list[tuple[int, str, str, str]]:
    """Give voter, code, place and evidence of the warnings of some voters, in their order."""
    some = text("SELECT value FROM json_each(:ids)").bindparams(ids=json.dumps(list(ids)))
    query = select(TemuanRow.pemilih_id, TemuanRow.kode, TemuanRow.letak, TemuanRow.bukti)
    query = query.where(col(TemuanRow.pemilih_id).in_(some)).order_by(col(TemuanRow.id))
    return [(int(row[0] or 0), row[1], row[2], row[3]) for row in session.exec(query)]


def read_perbaikan(session: Session, only: int | None = None) -> list[dict[str, Any]]:
    """Give the rows still to be repaired (or one of them) as stored, with the file's name."""
    query = (
        select(PerbaikanRow, BatchRow.berkas)
        .join(BatchRow, col(BatchRow.id) == col(PerbaikanRow.batch_id))
        .where(col(PerbaikanRow.id).not_in(select(PerbaikanSelesaiRow.perbaikan_id)))
        .order_by(col(PerbaikanRow.id))
    )
    if only is not None:
        query = query.where(PerbaikanRow.id == only)
    return [row.model_dump() | {"berkas": berkas} for row, berkas in session.exec(query)]


def count_perbaikan(session: Session) -> int:
    """Count the rows still to be repaired."""
    done = select(PerbaikanSelesaiRow.perbaikan_id)
    return session.exec(select(func.count()).where(col(PerbaikanRow.id).not_in(done))).one()


def find_repair(session: Session, pemilih_id: int) -> dict[str, Any] | None:
    """Give how a row of the repair list became this voter; None where it did not."""
    query = select(PerbaikanSelesaiRow).where(PerbaikanSelesaiRow.pemilih_id == pemilih_id)
    row = session.exec(query.order_by(col(PerbaikanSelesaiRow.perbaikan_id))).first()
    return row.model_dump() if row else None


def read_asal(session: Session, pemilih_id: int) -> str:
    """Tell by which list a voter came in."""
    return session.exec(select(PemilihRow.asal).where(PemilihRow.id == pemilih_id)).one()


def read_dps(session: Session) -> Dps | None:
    """Give the DPS; None before it is set."""
    row = session.exec(select(DpsRow)).first()
    if row is None:
        return None
    fields = row.model_dump(exclude={"id"})
    return Dps.model_validate(fields | {"ditetapkan": parse_utc(row.ditetapkan)})


def read_dps_ids(session: Session) -> frozenset[int]:
    """Give who stood in the DPS."""
    return frozenset(session.exec(select(DpsPemilihRow.pemilih_id)))

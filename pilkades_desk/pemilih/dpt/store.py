"""Every version of the DPT with its lines, when one was opened again, and notes made after.

A version is a copy and never changes; opening it is an entry of its own, and the next version is
locked beside it.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import UniqueConstraint, func
from sqlmodel import Field, Session, col, select

from pilkades_desk.core.clock import parse_utc
from pilkades_desk.kits.storage.rows import STRICT, Row, records_of, table_of
from pilkades_desk.kits.storage.triggers import append_only
from pilkades_desk.pemilih.dpt.values import CatatanDpt
from pilkades_desk.pemilih.values import Dpt, PemilihDpt, PemilihFields


class DptRow(Row, table=True):
    """One version of the DPT as locked; `alasan` is why the one before was opened."""

    __tablename__ = "dpt"
    __table_args__ = STRICT

    versi: int = Field(primary_key=True)
    jumlah_l: int
    jumlah_p: int
    jumlah_dps: int
    dicoret: int
    tambahan: int
    segel: str
    dari_segel: str
    alasan: str
    dikunci: str


class DptPemilihRow(PemilihFields, table=True):
    """One line of one version: a copy of the voter."""

    __tablename__ = "dpt_pemilih"
    __table_args__ = (
        UniqueConstraint("versi", "pemilih_id"),
        UniqueConstraint("versi", "nik"),
        STRICT,
    )

    versi: int = Field(primary_key=True, foreign_key="dpt.versi")
    no_urut: int = Field(primary_key=True)
    pemilih_id: int = Field(foreign_key="pemilih.id", index=True)


class DptDibukaRow(Row, table=True):
    """A version opened again by two people, and why."""

    __tablename__ = "dpt_dibuka"
    __table_args__ = STRICT

    versi: int = Field(primary_key=True, foreign_key="dpt.versi")
    alasan: str
    akun_id: int = Field(foreign_key="akun.id")
    waktu: str


class CatatanDptRow(Row, table=True):
    """What is known of a voter only since the DPT was locked (F-09); no line changes by it."""

    __tablename__ = "catatan_dpt"
    __table_args__ = STRICT

    id: int = Field(primary_key=True)
    pemilih_id: int = Field(foreign_key="pemilih.id", index=True)
    jenis: str
    dokumen: str
    tanggal: str
    akun_id: int = Field(foreign_key="akun.id")
    waktu: str


for _table in ("dpt", "dpt_pemilih", "dpt_dibuka", "catatan_dpt"):
    append_only(_table)


def read_dpt(session: Session) -> Dpt | None:
    """Give the locked DPT; None before, and while the last version stands open."""
    dpt = read_last(session)
    return dpt if dpt and read_opening(session, dpt.versi) is None else None


def locked_version() -> Any:
    """Begin a query for the version that is locked: the only one never opened again, or none."""
    opened = select(DptDibukaRow.versi)
    return select(DptRow.versi).where(col(DptRow.versi).not_in(opened)).scalar_subquery()


def read_last(session: Session) -> Dpt | None:
    """Give the last version, locked or opened again; None before the first."""
    versions = read_versions(session)
    return versions[-1] if versions else None


def read_versions(session: Session) -> tuple[Dpt, ...]:
    """Give every version in order."""
    rows = session.exec(select(DptRow).order_by(col(DptRow.versi)))
    return tuple(
        Dpt.model_validate(row.model_dump() | {"dikunci": parse_utc(row.dikunci)}) for row in rows
    )


def read_opening(session: Session, versi: int) -> dict[str, Any] | None:
    """Give how a version was opened again; None while it was not."""
    row = session.get(DptDibukaRow, versi)
    return row.model_dump() if row else None


def read_lines(session: Session, versi: int) -> tuple[PemilihDpt, ...]:
    """Give the lines of one version by number."""
    table = table_of(DptPemilihRow)
    fields = [table.c[name] for name in PemilihFields.model_fields]
    query = table.select().with_only_columns(
        *fields, table.c.no_urut, table.c.pemilih_id.label("id")
    )
    records = records_of(session, query.where(table.c.versi == versi).order_by(table.c.no_urut))
    return tuple(PemilihDpt.model_validate(record) for record in records)


def read_locked_lines(session: Session) -> tuple[PemilihDpt, ...]:
    """Give the lines of the locked DPT by number; empty before and while it stands open."""
    dpt = read_dpt(session)
    return read_lines(session, dpt.versi) if dpt else ()


def read_numbers(session: Session) -> dict[int, int]:
    """Give by voter the number any version gave, for good."""
    rows = session.exec(select(DptPemilihRow.pemilih_id, DptPemilihRow.no_urut).distinct())
    return dict(rows.all())


def read_places_in(session: Session, pemilih_id: int) -> list[tuple[int, int]]:
    """Give version and number wherever a voter stands in the DPT."""
    query = select(DptPemilihRow.versi, DptPemilihRow.no_urut)
    query = query.where(DptPemilihRow.pemilih_id == pemilih_id).order_by(col(DptPemilihRow.versi))
    return list(session.exec(query).all())


def find_nik(session: Session, wanted: Collection[str]) -> frozenset[str]:
    """Give which of these NIK stand in the locked DPT."""
    dpt = read_dpt(session)
    nik = col(DptPemilihRow.nik)
    query = select(nik).where(nik.in_(wanted), DptPemilihRow.versi == (dpt.versi if dpt else 0))
    return frozenset(session.exec(query))


def read_notes(session: Session, pemilih_id: int | None = None) -> tuple[CatatanDpt, ...]:
    """Give the notes made after the lock, of one voter or all, oldest first."""
    query = select(CatatanDptRow).order_by(col(CatatanDptRow.id))
    if pemilih_id is not None:
        query = query.where(CatatanDptRow.pemilih_id == pemilih_id)
    return tuple(_note(row) for row in session.exec(query))


def last_number(session: Session) -> int:
    """Give the highest number any version gave; 0 before the first."""
    return session.exec(select(func.coalesce(func.max(DptPemilihRow.no_urut), 0))).one()


def line_rows(versi: int, lines: Sequence[PemilihDpt]) -> list[dict[str, Any]]:
    """Write the lines of one version."""
    names = PemilihFields.model_fields
    return [
        {name: getattr(line, name) for name in names}
        | {"versi": versi, "no_urut": line.no_urut, "pemilih_id": line.id}
        for line in lines
    ]


def _note(row: CatatanDptRow) -> CatatanDpt:
    return CatatanDpt(
        id=row.id,
        pemilih_id=row.pemilih_id,
        jenis=row.jenis,
        dokumen=row.dokumen,
        tanggal=date.fromisoformat(row.tanggal),
        akun_id=row.akun_id,
        waktu=parse_utc(row.waktu),
    )

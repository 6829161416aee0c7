"""The table of saved mappings; one saved again under its name is a new row, the last counts."""

import json

from sqlmodel import Field, Session, col, select

from pilkades_desk.kits.storage.rows import STRICT, Row
from pilkades_desk.kits.storage.triggers import append_only
from pilkades_desk.pemilih.pemetaan.values import Pemetaan


class PemetaanRow(Row, table=True):
    """One saved mapping; `kolom` is JSON of header texts by field."""

    __tablename__ = "pemetaan"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    nama: str
    sumber: str
    kolom: str
    waktu: str


append_only("pemetaan")


def add_pemetaan(session: Session, pemetaan: Pemetaan, waktu: str) -> None:
    """Keep a mapping."""
    kolom = json.dumps(pemetaan.kolom, ensure_ascii=False)
    row = PemetaanRow(nama=pemetaan.nama, sumber=pemetaan.sumber, kolom=kolom, waktu=waktu)
    session.add(row)
    session.flush()


def read_pemetaan(session: Session) -> tuple[Pemetaan, ...]:
    """Give the last mapping of each name, by name."""
    rows = session.exec(select(PemetaanRow).order_by(col(PemetaanRow.id))).all()
    last = {row.nama: row for row in rows}
    return tuple(
        Pemetaan.model_validate(
            {"nama": nama, "sumber": row.sumber, "kolom": json.loads(row.kolom)}
        )
        for nama, row in sorted(last.items())
    )

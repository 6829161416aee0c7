"""Every printing a printer took; nothing is ever changed or deleted."""

import json

from sqlmodel import Field, Session, col, select

from pilkades_desk.core.clock import parse_utc, utc_text
from pilkades_desk.kits.storage.rows import STRICT, Row
from pilkades_desk.kits.storage.triggers import append_only
from pilkades_desk.panitia.naskah.tercetak import Identitas, Tercetak


class CetakRow(Row, table=True):
    """One printing."""

    __tablename__ = "cetak"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    kode: str
    dok: str
    unit: int | None = None
    sidik: str
    sumber: str
    lembar: int
    akun: int
    waktu: str


append_only("cetak")


def add_print(session: Session, tercetak: Tercetak) -> None:
    """Store one printing."""
    which = tercetak.identitas
    fields = which.model_dump() | {"sumber": json.dumps(which.sumber)}
    row = CetakRow.model_validate(
        fields
        | {"lembar": tercetak.lembar, "akun": tercetak.akun, "waktu": utc_text(tercetak.waktu)}
    )
    session.add(row)
    session.flush()


def read_prints(session: Session) -> tuple[Tercetak, ...]:
    """Give all printings in their order."""
    rows = session.exec(select(CetakRow).order_by(col(CetakRow.id)))
    return tuple(_tercetak(row) for row in rows)


def _tercetak(row: CetakRow) -> Tercetak:
    which = row.model_dump(include=set(Identitas.model_fields))
    return Tercetak(
        identitas=Identitas(**which | {"sumber": tuple(json.loads(row.sumber))}),
        lembar=row.lembar,
        akun=row.akun,
        waktu=parse_utc(row.waktu),
    )

"""The table of what people decided about pairs; entries are added and never changed."""

from typing import Any

from sqlmodel import Field, Session, col, select

from pilkades_desk.kits.storage.rows import STRICT, Row
from pilkades_desk.kits.storage.triggers import append_only
from pilkades_desk.pemilih.ganda.values import Putusan


class KeputusanGandaRow(Row, table=True):
    """One decision: of two voters, or (lain_id empty) of a voter and a row of the repair list.

    `jejak` is the fingerprint of what was compared, `dipakai` the voter kept of one person.
    """

    __tablename__ = "keputusan_ganda"
    __table_args__ = STRICT

    id: int = Field(primary_key=True)
    pemilih_id: int = Field(foreign_key="pemilih.id")
    lain_id: int | None = Field(default=None, foreign_key="pemilih.id")
    perbaikan_id: int | None = Field(default=None, foreign_key="perbaikan.id")
    jejak: str = Field(index=True)
    putusan: str
    dipakai: int | None = Field(default=None, foreign_key="pemilih.id")
    alasan: str
    akun_id: int = Field(foreign_key="akun.id")
    waktu: str


append_only("keputusan_ganda")


def read_putusan(session: Session) -> dict[str, Putusan]:
    """Give by fingerprint what was decided last."""
    query = select(KeputusanGandaRow.jejak, KeputusanGandaRow.putusan)
    rows = session.exec(query.order_by(col(KeputusanGandaRow.id)))
    return {jejak: Putusan(putusan) for jejak, putusan in rows}


def read_about(session: Session, pemilih_id: int) -> list[dict[str, Any]]:
    """Give what was decided about a voter and somebody else, oldest first."""
    query = select(KeputusanGandaRow).where(
        (KeputusanGandaRow.pemilih_id == pemilih_id) | (KeputusanGandaRow.lain_id == pemilih_id)
    )
    return [row.model_dump() for row in session.exec(query.order_by(col(KeputusanGandaRow.id)))]

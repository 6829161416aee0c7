"""Step 7's tables: bundles sent, kits read, receipts read back."""

from sqlalchemy import LargeBinary
from sqlmodel import Field, Session, col, select

from pilkades_desk.kits.storage.rows import STRICT, Row
from pilkades_desk.kits.storage.triggers import append_only
from pilkades_desk.paket.values import PaketKeluar


class PaketKeluarRow(Row, table=True):
    """One bundle sent; serials follow each other in a stream."""

    __tablename__ = "paket_keluar"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    jenis: str
    wilayah: str
    stream: str
    serial: int
    amplop: str = Field(unique=True)
    berkas: str
    waktu: str


class KitRow(Row, table=True):
    """One kit as read; the highest number counts."""

    __tablename__ = "kit"
    __table_args__ = STRICT

    nomor: int = Field(primary_key=True)
    amplop: str
    isi: bytes = Field(sa_type=LargeBinary)


class TandaTerimaRow(Row, table=True):
    """One receipt as read, for one bundle sent."""

    __tablename__ = "tanda_terima"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    amplop: str = Field(unique=True)
    untuk: str = Field(foreign_key="paket_keluar.amplop")
    isi: bytes = Field(sa_type=LargeBinary)


append_only("paket_keluar")
append_only("kit")
append_only("tanda_terima")


def add_paket(session: Session, paket: PaketKeluar) -> None:
    """Store a bundle sent."""
    session.add(PaketKeluarRow.model_validate(paket.model_dump(mode="json")))
    session.flush()


def read_last(session: Session, jenis: str, wilayah: str) -> PaketKeluar | None:
    """Give the newest bundle of a kind to or from an area; None before the first."""
    query = select(PaketKeluarRow).where(
        PaketKeluarRow.jenis == jenis, PaketKeluarRow.wilayah == wilayah
    )
    row = session.exec(query.order_by(col(PaketKeluarRow.id).desc()).limit(1)).first()
    return _paket(row) if row else None


def read_paket(session: Session) -> tuple[PaketKeluar, ...]:
    """Give every bundle sent, oldest first."""
    rows = session.exec(select(PaketKeluarRow).order_by(col(PaketKeluarRow.id)))
    return tuple(_paket(row) for row in rows)


def add_kit(session: Session, nomor: int, amplop: str, isi: bytes) -> None:
    """Store a kit as read."""
    session.add(KitRow.model_validate({"nomor": nomor, "amplop": amplop, "isi": isi}))
    session.flush()


def read_kit(session: Session) -> bytes | None:
    """Give the newest kit's content; None before there is one."""
    row = session.exec(select(KitRow).order_by(col(KitRow.nomor).desc()).limit(1)).first()
    return row.isi if row else None


def add_tanda_terima(session: Session, amplop: str, untuk: str, isi: bytes) -> None:
    """Store a receipt as read; the same one twice is stored once."""
    if session.exec(select(TandaTerimaRow).where(TandaTerimaRow.amplop == amplop)).first():
        return
    row = {"amplop": amplop, "untuk": untuk, "isi": isi}
    session.add(TandaTerimaRow.model_validate(row))
    session.flush()


def read_tanda_terima(session: Session) -> dict[str, bytes]:
    """Give the newest receipt of each bundle sent, by its envelope hash."""
    rows = session.exec(select(TandaTerimaRow).order_by(col(TandaTerimaRow.id)))
    return {row.untuk: row.isi for row in rows}


def _paket(row: PaketKeluarRow) -> PaketKeluar:
    return PaketKeluar.model_validate(row.model_dump(exclude={"id"}))

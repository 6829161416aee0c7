"""Profiles that took the place of the one before, and the assumptions the ketua stands by."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Field, Session, col, select

from pilkades_desk.core.clock import utc_text
from pilkades_desk.kits.storage.rows import STRICT, Row
from pilkades_desk.kits.storage.triggers import append_only


class ProfilRow(Row, table=True):
    """One profile that replaced another; the newest counts, the first is in `pemilihan`."""

    __tablename__ = "profil"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    nama: str
    teks: str
    sidik: str
    menggantikan: str
    akun_id: int = Field(foreign_key="akun.id")
    waktu: str


class AsumsiRow(Row, table=True):
    """One assumption the ketua stands by; `sidik` is of the value with its unit and basis."""

    __tablename__ = "asumsi"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    kunci: str
    sidik: str
    akun_id: int = Field(foreign_key="akun.id")
    waktu: str


append_only("profil")
append_only("asumsi")


def read_newest(session: Session) -> tuple[str, str] | None:
    """Give name and text of the newest profile; None while the first one counts."""
    row = session.exec(select(ProfilRow).order_by(col(ProfilRow.id).desc()).limit(1)).first()
    return (row.nama, row.teks) if row else None


def add_profil(session: Session, baru: Mapping[str, str], akun_id: int, now: datetime) -> int:
    """Store a profile (nama, teks, sidik, menggantikan) and give its number."""
    row = ProfilRow.model_validate({**baru, "akun_id": akun_id, "waktu": utc_text(now)})
    session.add(row)
    session.flush()
    return int(row.model_dump()["id"])


def add_asumsi(session: Session, sidik: Mapping[str, str], akun_id: int, now: datetime) -> None:
    """Store that these assumptions (digest by key) are stood by."""
    who = {"akun_id": akun_id, "waktu": utc_text(now)}
    for kunci, digest in sidik.items():
        session.add(AsumsiRow.model_validate({"kunci": kunci, "sidik": digest, **who}))
    session.flush()


def read_asumsi(session: Session) -> frozenset[tuple[str, str]]:
    """Give key and digest of every assumption somebody stood by."""
    rows = session.exec(select(AsumsiRow))
    return frozenset((row.kunci, row.sidik) for row in rows)

"""Step 3's tables: applicants, their stated facts by version, photos, decisions, drawn numbers.

Nothing is changed: a correction is a new version of the facts, a decision is an entry of its own.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import LargeBinary, func
from sqlmodel import Field, Session, col, select

from pilkades_desk.calon.values import (
    BerkasCalon,
    BerkasFields,
    Calon,
    CalonBaru,
    Pendidikan,
    StatusCalon,
    Undian,
)
from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.kits.storage.rows import STRICT, Row
from pilkades_desk.kits.storage.triggers import append_only


class CalonRow(Row, table=True):
    """One applicant and the local day on which they came."""

    __tablename__ = "calon"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    terdaftar: date


class FotoRow(Row, table=True):
    """One normalised photo under the hash of its bytes."""

    __tablename__ = "foto_calon"
    __table_args__ = STRICT

    sha256: str = Field(primary_key=True)
    jpeg: bytes = Field(sa_type=LargeBinary)


class BerkasRow(BerkasFields, table=True):
    """One version of what an applicant states; the newest counts."""

    __tablename__ = "berkas_calon"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    calon_id: int = Field(foreign_key="calon.id", index=True)
    pendidikan: str  # type: ignore[assignment]  # stored as text, read back as Pendidikan
    foto: str | None = Field(default=None, foreign_key="foto_calon.sha256")
    alasan: str
    waktu: str
    akun_id: int = Field(foreign_key="akun.id")


class KeputusanRow(Row, table=True):
    """One decision about an applicant; the newest counts."""

    __tablename__ = "keputusan_calon"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    calon_id: int = Field(foreign_key="calon.id", index=True)
    status: str
    alasan: str
    waktu: str
    akun_id: int = Field(foreign_key="akun.id")


class UndianRow(Row, table=True):
    """One drawn number."""

    __tablename__ = "undian"
    __table_args__ = STRICT

    nomor: int = Field(primary_key=True)
    calon_id: int = Field(foreign_key="calon.id", unique=True)


for _table in ("calon", "foto_calon", "berkas_calon", "keputusan_calon", "undian"):
    append_only(_table)


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who wrote an entry, when (UTC text) and why."""

    akun_id: int
    waktu: str
    alasan: str = ""


def add_calon(session: Session, terdaftar: date) -> int:
    """Open a new applicant and give the id."""
    row = CalonRow.model_validate({"terdaftar": terdaftar})
    session.add(row)
    session.flush()
    return row.id or 0


def add_foto(session: Session, jpeg: bytes) -> str:
    """Keep a normalised photo and give its SHA-256; the same photo is kept once."""
    sha256 = sha256_hex(jpeg)
    if session.get(FotoRow, sha256) is None:
        session.add(FotoRow.model_validate({"sha256": sha256, "jpeg": jpeg}))
        session.flush()
    return sha256


def add_berkas(session: Session, calon_id: int, berkas: CalonBaru, foto: str, stamp: Stamp) -> None:
    """Store a version of the stated facts."""
    fields = berkas.model_dump(exclude={"untrusted_foto"}) | {
        "pendidikan": berkas.pendidikan.value,
        "calon_id": calon_id,
        "foto": foto or None,
        "alasan": stamp.alasan,
        "waktu": stamp.waktu,
        "akun_id": stamp.akun_id,
    }
    session.add(BerkasRow.model_validate(fields))
    session.flush()


def add_keputusan(session: Session, calon_id: int, status: StatusCalon, stamp: Stamp) -> None:
    """Store a decision about an applicant."""
    fields = {
        "calon_id": calon_id,
        "status": status.value,
        "alasan": stamp.alasan,
        "waktu": stamp.waktu,
        "akun_id": stamp.akun_id,
    }
    session.add(KeputusanRow.model_validate(fields))
    session.flush()


def add_undian(session: Session, drawn: tuple[Undian, ...]) -> None:
    """Store the drawn numbers, once."""
    session.add_all(UndianRow.model_validate(one.model_dump()) for one in drawn)
    session.flush()


def read_berkas(session: Session) -> tuple[BerkasCalon, ...]:
    """Give every applicant as they stand now, in order of registration."""
    numbers = {row.calon_id: row.nomor for row in session.exec(select(UndianRow))}
    # later rows overwrite earlier ones
    berkas = session.exec(select(BerkasRow).order_by(col(BerkasRow.id)))
    facts = {row.calon_id: row for row in berkas}
    keputusan = session.exec(select(KeputusanRow).order_by(col(KeputusanRow.id)))
    decided = {row.calon_id: row.status for row in keputusan}
    return tuple(
        _berkas(row.terdaftar, facts[key], decided.get(key, StatusCalon.BAKAL), numbers.get(key))
        for row in session.exec(select(CalonRow).order_by(col(CalonRow.id)))
        if (key := row.id)
    )


def count_drawn(session: Session) -> int:
    """Count the drawn numbers; 0 before the draw."""
    return session.exec(select(func.count()).select_from(UndianRow)).one()


def read_foto(session: Session, sha256: str) -> bytes:
    """Give a photo by its hash; it is there, a foreign key says so."""
    return session.exec(select(FotoRow).where(FotoRow.sha256 == sha256)).one().jpeg


def _berkas(terdaftar: date, row: BerkasRow, status: str, nomor: int | None) -> BerkasCalon:
    calon = Calon(
        id=row.calon_id,
        nomor=nomor,
        nama=row.nama,
        tempat_lahir=row.tempat_lahir,
        tanggal_lahir=row.tanggal_lahir,
        pendidikan=Pendidikan(row.pendidikan),
        pekerjaan=row.pekerjaan,
        alamat=row.alamat,
        foto=row.foto or "",
        status=StatusCalon(status),
    )
    return BerkasCalon(calon=calon, nik=row.nik, masa_jabatan=row.masa_jabatan, terdaftar=terdaftar)

"""Step 8's tables: the desk, its accounts and keys, villages, certificates, bundles received."""

import json
from typing import Any

from sqlalchemy import LargeBinary
from sqlmodel import Field, Session, col, select

from pilkades_desk.kits.storage.rows import STRICT, Row
from pilkades_desk.kits.storage.triggers import append_only
from pilkades_desk.paket.values import DesaKit
from pilkades_desk.penerimaan.values import Kabupaten, Masuk, Sertifikat


class KabupatenRow(Row, table=True):
    """The one desk of this file."""

    __tablename__ = "meja_kabupaten"
    __table_args__ = STRICT

    id: str = Field(primary_key=True)
    kode_kabupaten: str
    kabupaten: str
    gladi: bool
    profil: str
    profil_sidik: str


class DesaRow(Row, table=True):
    """One village of the kabupaten."""

    __tablename__ = "desa"
    __table_args__ = STRICT

    kode_desa: str = Field(primary_key=True)
    desa: str
    kecamatan: str


class KunciMejaRow(Row, table=True):
    """A key of the desk: root, desk leaf, age identity, and the spare's public recipient."""

    __tablename__ = "kunci_meja"
    __table_args__ = STRICT

    nama: str = Field(primary_key=True)
    kunci: bytes = Field(sa_type=LargeBinary)
    umum: str


class SertifikatTerbitRow(Row, table=True):
    """One certificate issued."""

    __tablename__ = "sertifikat_terbit"
    __table_args__ = STRICT

    serial: str = Field(primary_key=True)
    kode_desa: str
    pemilihan: str
    peran: str
    pem: str


class MasukRow(Row, table=True):
    """One bundle accepted."""

    __tablename__ = "paket_masuk"
    __table_args__ = STRICT

    nomor: int | None = Field(default=None, primary_key=True)
    amplop: str = Field(unique=True)
    kode_desa: str
    pemilihan: str
    kunci: str
    tujuan: str
    stream: str
    serial: int
    bolong: str
    kepala_seq: int
    kepala_hash: str
    waktu: str


class BerkasMasukRow(Row, table=True):
    """One file of a bundle accepted."""

    __tablename__ = "berkas_masuk"
    __table_args__ = STRICT

    amplop: str = Field(primary_key=True, foreign_key="paket_masuk.amplop")
    nama: str = Field(primary_key=True)
    isi: bytes = Field(sa_type=LargeBinary)


class TerimaDitulisRow(Row, table=True):
    """Which receipt answers which bundle, so that a duplicate gets the same one."""

    __tablename__ = "terima_ditulis"
    __table_args__ = STRICT

    masuk: str = Field(primary_key=True)
    amplop: str


for _table in (
    *("meja_kabupaten", "kunci_meja", "sertifikat_terbit", "paket_masuk"),
    *("berkas_masuk", "terima_ditulis"),
):
    append_only(_table)


def add_desk(session: Session, kabupaten: Kabupaten, villages: tuple[DesaKit, ...]) -> None:
    """Store the desk and its villages."""
    session.add(KabupatenRow.model_validate(kabupaten.model_dump()))
    session.add_all([DesaRow.model_validate(one.model_dump()) for one in villages])
    session.flush()


def read_kabupaten(session: Session) -> Kabupaten | None:
    """Give whose desk this file is; None in a village's file."""
    row = session.exec(select(KabupatenRow)).first()
    return Kabupaten.model_validate(row.model_dump()) if row else None


def read_desa(session: Session) -> tuple[DesaKit, ...]:
    """Give the villages by code."""
    rows = session.exec(select(DesaRow).order_by(col(DesaRow.kode_desa)))
    return tuple(DesaKit.model_validate(row.model_dump()) for row in rows)


def add_key(session: Session, nama: str, kunci: bytes, umum: str) -> None:
    """Store a key with its public side (certificate or recipient)."""
    session.add(KunciMejaRow.model_validate({"nama": nama, "kunci": kunci, "umum": umum}))
    session.flush()


def read_key(session: Session, nama: str) -> tuple[bytes, str]:
    """Give a key and its public side."""
    row = session.exec(select(KunciMejaRow).where(KunciMejaRow.nama == nama)).one()
    return row.kunci, row.umum


def add_certificate(session: Session, sertifikat: Sertifikat) -> None:
    """Store a certificate issued."""
    session.add(SertifikatTerbitRow.model_validate(sertifikat.model_dump()))
    session.flush()


def read_certificates(session: Session) -> tuple[Sertifikat, ...]:
    """Give the certificates issued, by village and role."""
    query = select(SertifikatTerbitRow).order_by(
        col(SertifikatTerbitRow.kode_desa), col(SertifikatTerbitRow.peran)
    )
    return tuple(Sertifikat.model_validate(row.model_dump()) for row in session.exec(query))


def add_masuk(session: Session, fields: dict[str, Any], files: dict[str, bytes]) -> Masuk:
    """Store a bundle with its files; `fields` are those of Masuk but the number."""
    row = MasukRow.model_validate(fields | {"bolong": json.dumps(fields["bolong"])})
    session.add(row)
    session.flush()
    session.add_all(
        [
            BerkasMasukRow.model_validate({"amplop": row.amplop, "nama": nama, "isi": isi})
            for nama, isi in files.items()
        ]
    )
    session.flush()
    return _masuk(row)


def read_masuk(session: Session) -> tuple[Masuk, ...]:
    """Give every bundle accepted, oldest first."""
    return tuple(
        _masuk(row) for row in session.exec(select(MasukRow).order_by(col(MasukRow.nomor)))
    )


def read_file(session: Session, amplop: str, nama: str) -> bytes:
    """Give one file of a bundle accepted."""
    query = select(BerkasMasukRow).where(
        BerkasMasukRow.amplop == amplop, BerkasMasukRow.nama == nama
    )
    return session.exec(query).one().isi


def add_answer(session: Session, masuk: str, amplop: str) -> None:
    """Store which receipt answers a bundle."""
    session.add(TerimaDitulisRow.model_validate({"masuk": masuk, "amplop": amplop}))
    session.flush()


def read_answer(session: Session, masuk: str) -> str | None:
    """Give the envelope hash of the receipt for a bundle; None before it is written."""
    row = session.exec(select(TerimaDitulisRow).where(TerimaDitulisRow.masuk == masuk)).first()
    return row.amplop if row else None


def read_answers(session: Session) -> frozenset[str]:
    """Name the bundles accepted that have their receipt."""
    return frozenset(session.exec(select(TerimaDitulisRow.masuk)))


def _masuk(row: MasukRow) -> Masuk:
    return Masuk.model_validate(row.model_dump() | {"bolong": json.loads(row.bolong)})

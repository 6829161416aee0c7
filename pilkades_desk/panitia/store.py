"""Step 1's tables: the election, accounts, signing persons, the village's keys."""

from datetime import date, datetime

from sqlalchemy import LargeBinary
from sqlmodel import Field, Session, SQLModel, col, select

from pilkades_desk.core.clock import Zona, parse_utc, utc_text
from pilkades_desk.kits.storage.rows import STRICT
from pilkades_desk.kits.storage.triggers import append_only
from pilkades_desk.panitia.profile import Profil, parse_profile
from pilkades_desk.panitia.values import Akun, AkunBaru, Orang, Pemilihan


class PemilihanRow(SQLModel, table=True):
    """The one election of this file, with its profile as text."""

    __tablename__ = "pemilihan"
    __table_args__ = STRICT

    id: str = Field(primary_key=True)
    kode_desa: str
    desa: str
    kecamatan: str
    kabupaten: str
    provinsi: str
    tanggal: date
    zona: str
    gladi: bool
    sekretariat: str
    profil_nama: str
    profil_teks: str


class AkunRow(SQLModel, table=True):
    """One account; its password box is in the keyslot file."""

    __tablename__ = "akun"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    nama: str = Field(unique=True)
    nama_lengkap: str
    peran: str
    kunci_publik: str
    dibuat: str


class OrangRow(SQLModel, table=True):
    """One signing person with the key wrapped under their own password."""

    __tablename__ = "orang"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    nama: str
    jabatan: str
    unit: int | None = None
    sertifikat: str
    kunci: str


class KunciDesaRow(SQLModel, table=True):
    """The village's own keys: `desa` signs bundles and documents, `desa-ca` issues persons."""

    __tablename__ = "kunci_desa"
    __table_args__ = STRICT

    peran: str = Field(primary_key=True)
    kunci: bytes = Field(sa_type=LargeBinary)


class SertifikatRow(SQLModel, table=True):
    """Every certificate the village was given or made for itself; the newest one counts."""

    __tablename__ = "sertifikat"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    peran: str
    pem: str


append_only("kunci_desa")
append_only("sertifikat")


def add_pemilihan(session: Session, pemilihan: Pemilihan, profil_nama: str, teks: str) -> None:
    """Store the election; there is one per file."""
    fields = pemilihan.model_dump() | {"profil_nama": profil_nama, "profil_teks": teks}
    session.add(PemilihanRow.model_validate(fields))
    session.flush()


def read_pemilihan(session: Session) -> tuple[Pemilihan, Profil] | None:
    """Give the election and its profile; None in the file of a kabupaten's desk."""
    row = session.exec(select(PemilihanRow)).first()
    if row is None:
        return None
    fields = row.model_dump(exclude={"profil_nama", "profil_teks"})
    pemilihan = Pemilihan.model_validate(fields | {"zona": Zona(row.zona)})
    return pemilihan, parse_profile(row.profil_nama, row.profil_teks)


def add_akun(session: Session, baru: AkunBaru, kunci_publik: str, now: datetime) -> Akun:
    """Store an account and give it with its id."""
    fields = baru.model_dump(mode="json", exclude={"sandi"})
    row = AkunRow.model_validate(fields | {"kunci_publik": kunci_publik, "dibuat": utc_text(now)})
    session.add(row)
    session.flush()
    return _akun(row)


def read_akun(session: Session) -> dict[int, Akun]:
    """Give all accounts by id."""
    return {row.id: _akun(row) for row in session.exec(select(AkunRow)) if row.id is not None}


def add_orang(session: Session, fields: dict[str, object]) -> Orang:
    """Store a signing person: nama, jabatan, unit, sertifikat, kunci (wrapped, as JSON text)."""
    row = OrangRow.model_validate(fields)
    session.add(row)
    session.flush()
    return _orang(row)


def read_orang(session: Session) -> tuple[Orang, ...]:
    """Give all signing persons in the order they were added."""
    return tuple(_orang(row) for row in session.exec(select(OrangRow).order_by(col(OrangRow.id))))


def read_orang_key(session: Session, orang_id: int) -> str:
    """Give one person's wrapped key."""
    return session.exec(select(OrangRow).where(OrangRow.id == orang_id)).one().kunci


def add_key(session: Session, peran: str, kunci: bytes) -> None:
    """Store one of the village's keys, once."""
    session.add(KunciDesaRow.model_validate({"peran": peran, "kunci": kunci}))
    session.flush()


def read_key(session: Session, peran: str) -> bytes | None:
    """Give one of the village's keys; None before it was made."""
    row = session.exec(select(KunciDesaRow).where(KunciDesaRow.peran == peran)).first()
    return row.kunci if row else None


def add_certificate(session: Session, peran: str, pem: str) -> None:
    """Store a certificate; it takes the place of the one before."""
    session.add(SertifikatRow.model_validate({"peran": peran, "pem": pem}))
    session.flush()


def read_certificate(session: Session, peran: str) -> str | None:
    """Give the newest certificate of a role; None before there is one."""
    query = select(SertifikatRow).where(SertifikatRow.peran == peran)
    row = session.exec(query.order_by(col(SertifikatRow.id).desc()).limit(1)).first()
    return row.pem if row else None


def _akun(row: AkunRow) -> Akun:
    return Akun.model_validate(row.model_dump() | {"dibuat": parse_utc(row.dibuat)})


def _orang(row: OrangRow) -> Orang:
    return Orang.model_validate(row.model_dump(exclude={"kunci"}))

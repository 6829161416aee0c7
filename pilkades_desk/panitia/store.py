"""Step 1's tables: the election, accounts, signing persons, the village's keys."""

from datetime import date, datetime

from sqlalchemy import LargeBinary
from sqlmodel import Field, Session, SQLModel, col, select

from pilkades_desk.core.clock import Zona, parse_utc, utc_text
from pilkades_desk.kits.storage.rows import STRICT
from pilkades_desk.kits.storage.triggers import append_only
from pilkades_desk.panitia.profile import Profil, parse_profile
from pilkades_desk.panitia.values import (
    Akun,
    AkunBaru,
    CatatanCadangan,
    CatatanUji,
    KunciAkun,
    Orang,
    Pemilihan,
    SebabKunci,
)


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
    """One account; its password box is in the keyslot file, its keys in `kunci_akun`."""

    __tablename__ = "akun"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    nama: str = Field(unique=True)
    nama_lengkap: str
    peran: str
    dibuat: str


class KunciAkunRow(SQLModel, table=True):
    """Every pair of public keys an account had; the newest counts, account 0 is the code's."""

    __tablename__ = "kunci_akun"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    akun: int = Field(index=True)
    kunci_publik: str
    amplop: str
    sebab: str
    sejak: str


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


class CadanganRow(SQLModel, table=True):
    """One backup that was made: its name, the head in it, and which places took it."""

    __tablename__ = "cadangan"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    nama: str
    kepala_seq: int
    pada: str
    tempat: str


class UjiCadanganRow(SQLModel, table=True):
    """One rehearsal of a restore; `temuan` is empty when it went well."""

    __tablename__ = "uji_cadangan"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    nama: str
    pada: str
    temuan: str


append_only("akun")
append_only("cadangan")
append_only("uji_cadangan")
append_only("kunci_akun")
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


def add_akun(session: Session, baru: AkunBaru, kunci: KunciAkun, now: datetime) -> Akun:
    """Store an account with its keys and give it with its id."""
    fields = baru.model_dump(mode="json", exclude={"sandi"})
    row = AkunRow.model_validate(fields | {"dibuat": utc_text(now)})
    session.add(row)
    session.flush()
    added = row.model_dump()["id"]
    add_kunci_akun(session, added, kunci, SebabKunci.DIBUAT, now)
    return read_akun(session)[added]


def add_kunci_akun(
    session: Session, akun: int, kunci: KunciAkun, sebab: SebabKunci, now: datetime
) -> None:
    """Store the keys an account has from now on; account 0 is the recovery code's."""
    fields = kunci.model_dump() | {"akun": akun, "sebab": sebab.value, "sejak": utc_text(now)}
    session.add(KunciAkunRow.model_validate(fields))
    session.flush()


def read_akun(session: Session) -> dict[int, Akun]:
    """Give all accounts by id, with the keys each has now."""
    newest = _newest_keys(session)
    rows = session.exec(select(AkunRow).order_by(col(AkunRow.id)))
    return {row.id: _akun(row, newest[row.id]) for row in rows if row.id is not None}


def read_amplop(session: Session) -> dict[int, str]:
    """Give the public envelope key of every account that is open, 0 for the recovery code."""
    return {
        akun: row.amplop
        for akun, row in _newest_keys(session).items()
        if row.sebab != SebabKunci.DINONAKTIFKAN
    }


def read_account_keys(session: Session) -> tuple[str, ...]:
    """Give every signing key any account ever had, as PEM."""
    rows = session.exec(select(KunciAkunRow).order_by(col(KunciAkunRow.id)))
    return tuple(row.kunci_publik for row in rows if row.kunci_publik)


def _newest_keys(session: Session) -> dict[int, KunciAkunRow]:
    return {
        row.akun: row for row in session.exec(select(KunciAkunRow).order_by(col(KunciAkunRow.id)))
    }


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


def add_cadangan(session: Session, catatan: CatatanCadangan) -> None:
    """Store that a backup was made."""
    fields = catatan.model_dump() | {"pada": utc_text(catatan.pada)}
    session.add(CadanganRow.model_validate(fields | {"tempat": ",".join(catatan.tempat)}))
    session.flush()


def read_cadangan(session: Session) -> CatatanCadangan | None:
    """Give the last backup that was made; None before the first."""
    row = session.exec(select(CadanganRow).order_by(col(CadanganRow.id).desc()).limit(1)).first()
    if row is None:
        return None
    times = {"pada": parse_utc(row.pada), "tempat": row.tempat.split(",")}
    return CatatanCadangan.model_validate(row.model_dump(exclude={"id"}) | times)


def add_uji(session: Session, catatan: CatatanUji) -> None:
    """Store how a rehearsal of a restore went."""
    fields = catatan.model_dump() | {"pada": utc_text(catatan.pada)}
    session.add(UjiCadanganRow.model_validate(fields))
    session.flush()


def read_uji(session: Session) -> CatatanUji | None:
    """Give the last rehearsal; None before the first."""
    query = select(UjiCadanganRow).order_by(col(UjiCadanganRow.id).desc()).limit(1)
    row = session.exec(query).first()
    if row is None:
        return None
    fields = row.model_dump(exclude={"id"}) | {"pada": parse_utc(row.pada)}
    return CatatanUji.model_validate(fields)


def _akun(row: AkunRow, kunci: KunciAkunRow) -> Akun:
    times = {"dibuat": parse_utc(row.dibuat), "sejak": parse_utc(kunci.sejak)}
    key = {"kunci_publik": kunci.kunci_publik, "sebab": SebabKunci(kunci.sebab)}
    return Akun.model_validate(row.model_dump() | key | times)


def _orang(row: OrangRow) -> Orang:
    return Orang.model_validate(row.model_dump(exclude={"kunci"}))

"""Step 1's tables: the election, accounts, signing persons, the village's keys."""

from datetime import date, datetime

from sqlalchemy import LargeBinary
from sqlmodel import Field, Session, col, select

from pilkades_desk.core.clock import Zona, parse_utc, utc_text
from pilkades_desk.kits.storage.rows import STRICT, Row
from pilkades_desk.kits.storage.triggers import append_only
from pilkades_desk.panitia.profil.naskah import open_profile
from pilkades_desk.panitia.profil.store import read_newest
from pilkades_desk.panitia.profil.values import Profil
from pilkades_desk.panitia.values import (
    Akun,
    AkunBaru,
    AlasanCabut,
    CatatanCadangan,
    CatatanUji,
    KunciAkun,
    KunciOrang,
    Orang,
    Pemilihan,
    SaksiHadir,
    SebabKunci,
    SebabOrang,
)


class PemilihanRow(Row, table=True):
    """The one election of this file, with the text of its first profile."""

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


class AkunRow(Row, table=True):
    """One account; its password box is in the keyslot file, its keys in `kunci_akun`."""

    __tablename__ = "akun"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    nama: str = Field(unique=True)
    nama_lengkap: str
    peran: str
    dibuat: str


class KunciAkunRow(Row, table=True):
    """Every pair of public keys an account had; the newest counts, account 0 is the code's."""

    __tablename__ = "kunci_akun"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    akun: int = Field(index=True)
    kunci_publik: str
    amplop: str
    sebab: str
    sejak: str


class SaksiAkunRow(Row, table=True):
    """Who was there when an account's keys changed without a second person's password."""

    __tablename__ = "saksi_akun"
    __table_args__ = STRICT

    kunci: int = Field(primary_key=True, foreign_key="kunci_akun.id")
    satu: str
    dua: str


class OrangRow(Row, table=True):
    """One signing person; certificates and keys are in `kunci_orang`."""

    __tablename__ = "orang"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    nama: str
    jabatan: str
    unit: int | None = None


class KunciOrangRow(Row, table=True):
    """Every certificate a person had, with its wrapped key; the newest counts.

    `alasan` says why the certificate before was revoked, empty on the first row.
    """

    __tablename__ = "kunci_orang"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    orang: int = Field(index=True, foreign_key="orang.id")
    sertifikat: str
    kunci: str
    sebab: str
    alasan: str
    sejak: str


class KunciDesaRow(Row, table=True):
    """The village's own keys: `desa` signs bundles and documents, `desa-ca` issues persons."""

    __tablename__ = "kunci_desa"
    __table_args__ = STRICT

    peran: str = Field(primary_key=True)
    kunci: bytes = Field(sa_type=LargeBinary)


class SertifikatRow(Row, table=True):
    """Every certificate the village was given or made for itself; the newest one counts."""

    __tablename__ = "sertifikat"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    peran: str
    pem: str


class CadanganRow(Row, table=True):
    """One backup that was made: its name, the head in it, and which places took it."""

    __tablename__ = "cadangan"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    nama: str
    kepala_seq: int
    pada: str
    tempat: str


class UjiCadanganRow(Row, table=True):
    """One rehearsal of a restore; `temuan` is empty when it went well."""

    __tablename__ = "uji_cadangan"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    nama: str
    pada: str
    temuan: str


_RECOVERY = 0
append_only("akun")
append_only("cadangan")
append_only("uji_cadangan")
append_only("kunci_akun")
append_only("orang")
append_only("kunci_orang")
append_only("saksi_akun")
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
    nama, teks = read_newest(session) or (row.profil_nama, row.profil_teks)
    return pemilihan, open_profile(nama, teks)


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


def mark_kunci_akun(session: Session, akun: int, sebab: SebabKunci, now: datetime) -> None:
    """Say something new of the keys an account has; the keys stay as they are."""
    row = _newest_keys(session)[akun]
    kunci = KunciAkun(kunci_publik=row.kunci_publik, amplop=row.amplop)
    add_kunci_akun(session, akun, kunci, sebab, now)


def read_recovery(session: Session) -> tuple[str, SebabKunci]:
    """Give the recovery code's public envelope key and what happened to the code last."""
    row = _newest_keys(session)[_RECOVERY]
    return row.amplop, SebabKunci(row.sebab)


def add_saksi(session: Session, akun: int, saksi: SaksiHadir) -> int:
    """Store who was there at the newest change of this account's keys; gives the row's number."""
    fields = {"kunci": _newest_keys(session)[akun].id} | saksi.model_dump()
    row = SaksiAkunRow.model_validate(fields)
    session.add(row)
    session.flush()
    return row.kunci


def read_saksi(session: Session) -> dict[int, SaksiHadir]:
    """Give who was there, by the row's number."""
    rows = session.exec(select(SaksiAkunRow))
    return {row.kunci: SaksiHadir(satu=row.satu, dua=row.dua) for row in rows}


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


def add_orang(session: Session, fields: dict[str, object]) -> int:
    """Store a signing person (nama, jabatan, unit) and give the number."""
    row = OrangRow.model_validate(fields)
    session.add(row)
    session.flush()
    return int(row.model_dump()["id"])


def add_kunci_orang(
    session: Session, orang: int, kunci: KunciOrang, now: datetime, alasan: AlasanCabut | None
) -> None:
    """Store the certificate a person has from now on; `alasan` revokes the one before."""
    sebab = SebabOrang.DIBUAT if alasan is None else SebabOrang.DIATUR_ULANG
    _add_kunci_orang(session, orang, kunci, (sebab, alasan, now))


def revoke_orang(session: Session, orang: int, alasan: AlasanCabut, now: datetime) -> None:
    """Revoke the certificate a person has; its key is not kept on."""
    gone = KunciOrang(sertifikat=_newest_orang(session)[orang].sertifikat, kunci="")
    _add_kunci_orang(session, orang, gone, (SebabOrang.DICABUT, alasan, now))


def read_orang(session: Session) -> tuple[Orang, ...]:
    """Give all signing persons in the order they were added."""
    newest = _newest_orang(session)
    rows = session.exec(select(OrangRow).order_by(col(OrangRow.id)))
    return tuple(_orang(row, newest[row.id]) for row in rows if row.id is not None)


def read_orang_key(session: Session, orang_id: int) -> str:
    """Give one person's wrapped key; empty when it was revoked."""
    return _newest_orang(session)[orang_id].kunci


def read_orang_rows(session: Session) -> tuple[tuple[int, str, str, str], ...]:
    """Give every certificate persons had, in order: person, PEM, why the one before went, when."""
    rows = session.exec(select(KunciOrangRow).order_by(col(KunciOrangRow.id)))
    return tuple((row.orang, row.sertifikat, row.alasan, row.sejak) for row in rows)


def _newest_orang(session: Session) -> dict[int, KunciOrangRow]:
    rows = session.exec(select(KunciOrangRow).order_by(col(KunciOrangRow.id)))
    return {row.orang: row for row in rows}


def _add_kunci_orang(
    session: Session,
    orang: int,
    kunci: KunciOrang,
    how: tuple[SebabOrang, AlasanCabut | None, datetime],
) -> None:
    sebab, alasan, now = how
    words = {"sebab": sebab.value, "alasan": alasan.value if alasan else ""}
    fields = kunci.model_dump() | words | {"orang": orang, "sejak": utc_text(now)}
    session.add(KunciOrangRow.model_validate(fields))
    session.flush()


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


def _orang(row: OrangRow, kunci: KunciOrangRow) -> Orang:
    state = {"sebab": SebabOrang(kunci.sebab), "sejak": parse_utc(kunci.sejak)}
    return Orang.model_validate(row.model_dump() | state | {"sertifikat": kunci.sertifikat})

"""Frozen contents and every file made of them; nothing is ever changed or deleted."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import LargeBinary
from sqlalchemy.orm import defer
from sqlmodel import Field, Session, col, select

from pilkades_desk.berita_acara.daftar import Keberatan, KeberatanBaru
from pilkades_desk.berita_acara.dokumen import Dokumen, DokumenBaru, Kembali, TandaBasah
from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.core.clock import parse_utc, utc_text
from pilkades_desk.kits.storage.rows import STRICT, Row
from pilkades_desk.kits.storage.triggers import append_only


class DokumenRow(Row, table=True):
    """One frozen content."""

    __tablename__ = "dokumen"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    kode: str
    dok: str
    unit: int | None = None
    kode_data: str
    sidik: str
    penanda: str
    dari_segel: str
    dibuat: str
    isi: bytes = Field(sa_type=LargeBinary)  # last: SQLite reads through a blob to what follows it


class BerkasRow(Row, table=True):
    """One file of a document: as certified (`orang` is empty), then after each signature."""

    __tablename__ = "dokumen_berkas"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    dokumen: int = Field(foreign_key="dokumen.id", index=True)
    orang: int | None = None
    sha256: str
    dibuat: str
    pdf: bytes = Field(sa_type=LargeBinary)  # last, as above


class PenarikanRow(Row, table=True):
    """A document withdrawn, with the reason."""

    __tablename__ = "dokumen_ditarik"
    __table_args__ = STRICT

    dokumen: int = Field(foreign_key="dokumen.id", primary_key=True)
    alasan: str
    dibuat: str


class KembaliRow(Row, table=True):
    """What a file signed elsewhere brought: people it counts for, strangers it names."""

    __tablename__ = "dokumen_kembali"
    __table_args__ = STRICT

    berkas: int = Field(foreign_key="dokumen_berkas.id", primary_key=True)
    orang: str
    asing: str


class BasahRow(Row, table=True):
    """Who signed the paper by hand; a later row corrects the one before."""

    __tablename__ = "dokumen_basah"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    dokumen: int = Field(foreign_key="dokumen.id", index=True)
    tanda: str
    dibuat: str
    pindaian: bytes | None = Field(default=None, sa_type=LargeBinary)  # last, as above


class KodeRow(Row, table=True):
    """One attempt at typing the code from paper."""

    __tablename__ = "dokumen_kode"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    dokumen: int = Field(foreign_key="dokumen.id", index=True)
    cocok: int
    dibuat: str


class JawabanRow(Row, table=True):
    """What people typed for a letter; the newest row of a form holds."""

    __tablename__ = "surat_isian"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    kode: str = Field(index=True)
    isi: str
    dibuat: str


class KeberatanRow(Row, table=True):
    """One objection as it was received."""

    __tablename__ = "keberatan"
    __table_args__ = STRICT

    nomor: int | None = Field(default=None, primary_key=True)
    diterima: str
    pemohon: str
    jenis: str
    pokok: str
    bukti: str
    batas: str
    dibuat: str


class PutusanRow(Row, table=True):
    """A decision on an objection; the newest one holds."""

    __tablename__ = "keberatan_putusan"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    nomor: int = Field(foreign_key="keberatan.nomor", index=True)
    putusan: str
    diputus: str
    dibuat: str


_TABLES = (
    *("dokumen", "dokumen_berkas", "dokumen_ditarik"),
    *("dokumen_kembali", "dokumen_basah", "dokumen_kode"),
    *("surat_isian", "keberatan", "keberatan_putusan"),
)
for _table in _TABLES:
    append_only(_table)


_LISTS = ("penanda", "dari_segel")
"""Kept as JSON text."""


def add_dokumen(session: Session, baru: DokumenBaru, pdf: bytes, now: datetime) -> int:
    """Store a frozen content with its certified file; gives the document's id."""
    lists = {name: json.dumps(getattr(baru, name)) for name in _LISTS}
    fields = baru.model_dump() | lists | {"dibuat": utc_text(now)}
    row = DokumenRow.model_validate(fields)
    session.add(row)
    session.flush()
    if row.id is None:
        raise RuntimeError("no id after flush")
    add_file(session, row.id, (None, pdf), now)
    return row.id


def add_file(
    session: Session, dokumen_id: int, signed: tuple[int | None, bytes], now: datetime
) -> str:
    """Store the file after one more signature (person's id, bytes); gives its SHA-256."""
    return _add_berkas(session, dokumen_id, signed, now).sha256


def add_returned(
    session: Session, dokumen_id: int, pdf: bytes, brought: Kembali, now: datetime
) -> str:
    """Store a file signed elsewhere as the newest one; gives its SHA-256."""
    row = _add_berkas(session, dokumen_id, (None, pdf), now)
    asing = [one.model_dump() for one in brought.asing]
    fields = {"berkas": row.id, "orang": json.dumps(brought.orang), "asing": json.dumps(asing)}
    session.add(KembaliRow.model_validate(fields))
    session.flush()
    return row.sha256


def _add_berkas(
    session: Session, dokumen_id: int, signed: tuple[int | None, bytes], now: datetime
) -> BerkasRow:
    orang, pdf = signed
    row = BerkasRow.model_validate(
        {
            "dokumen": dokumen_id,
            "orang": orang,
            "pdf": pdf,
            "sha256": sha256_hex(pdf),
            "dibuat": utc_text(now),
        }
    )
    session.add(row)
    session.flush()
    return row


def add_basah(
    session: Session, dokumen_id: int, tanda: TandaBasah, pindaian: bytes | None, now: datetime
) -> None:
    """Store who signed the paper, with its scan."""
    fields = {
        "dokumen": dokumen_id,
        "tanda": tanda.model_dump_json(),
        "dibuat": utc_text(now),
        "pindaian": pindaian,
    }
    session.add(BasahRow.model_validate(fields))
    session.flush()


def add_kode(session: Session, dokumen_id: int, *, cocok: bool, now: datetime) -> int:
    """Store an attempt; gives how many were wrong since the last right one, this one too."""
    fields = {"dokumen": dokumen_id, "cocok": int(cocok), "dibuat": utc_text(now)}
    session.add(KodeRow.model_validate(fields))
    session.flush()
    attempts = select(KodeRow.cocok).where(KodeRow.dokumen == dokumen_id)
    newest_first = session.exec(attempts.order_by(col(KodeRow.id).desc())).all()
    return [*newest_first, 1].index(1)


def withdraw(session: Session, dokumen_id: int, alasan: str, now: datetime) -> None:
    """Mark a document as withdrawn; it stays."""
    fields = {"dokumen": dokumen_id, "alasan": alasan, "dibuat": utc_text(now)}
    session.add(PenarikanRow.model_validate(fields))
    session.flush()


def read_dokumen(session: Session, only: int | None = None) -> tuple[Dokumen, ...]:
    """Give all documents, or one of them, in the order they were frozen."""
    withdrawn = {row.dokumen: row.alasan for row in session.exec(select(PenarikanRow))}
    files = _read_files(session)
    by_hand = _read_basah(session)
    light = select(DokumenRow).options(defer(DokumenRow.isi))  # type: ignore[arg-type]  # SQLModel types a column as its value
    if only is not None:
        light = light.where(DokumenRow.id == only)
    rows = session.exec(light.order_by(col(DokumenRow.id))).all()
    return tuple(
        _dokumen(
            row,
            files[row.id or 0],
            {"ditarik": withdrawn.get(row.id or 0, ""), "basah": by_hand.get(row.id or 0)},
        )
        for row in rows
    )


def read_pdf(session: Session, dokumen_id: int) -> bytes:
    """Give the newest file of a document."""
    query = select(BerkasRow.pdf).where(BerkasRow.dokumen == dokumen_id)
    return session.exec(query.order_by(col(BerkasRow.id).desc()).limit(1)).one()


def read_files(session: Session, dokumen_id: int) -> tuple[bytes, ...]:
    """Give every file of a document, oldest first."""
    query = select(BerkasRow.pdf).where(BerkasRow.dokumen == dokumen_id)
    return tuple(session.exec(query.order_by(col(BerkasRow.id))).all())


def read_scan(session: Session, dokumen_id: int) -> bytes:
    """Give the newest scan of the signed paper; empty for none."""
    query = select(BasahRow.pindaian).where(BasahRow.dokumen == dokumen_id)
    found = session.exec(query.order_by(col(BasahRow.id).desc()).limit(1)).first()
    return found or b""


def read_content(session: Session, dokumen_id: int) -> bytes:
    """Give the frozen content as it was stored."""
    return session.exec(select(DokumenRow.isi).where(DokumenRow.id == dokumen_id)).one()


class _Berkas(NamedTuple):
    """One file without its bytes: whom it counts for, which strangers it names."""

    orang: tuple[int, ...]
    asing: tuple[dict[str, str], ...]
    sha256: str


def _read_files(session: Session) -> dict[int, list[_Berkas]]:
    back = {row.berkas: row for row in session.exec(select(KembaliRow))}
    columns = select(BerkasRow.id, BerkasRow.dokumen, col(BerkasRow.orang), BerkasRow.sha256)
    files: dict[int, list[_Berkas]] = {}
    for number, dokumen, orang, sha256 in session.exec(columns.order_by(col(BerkasRow.id))):
        row = back.get(number or 0)
        people = json.loads(row.orang) if row else [] if orang is None else [orang]
        strangers = json.loads(row.asing) if row else []
        files.setdefault(dokumen, []).append(_Berkas(tuple(people), tuple(strangers), sha256))
    return files


def _read_basah(session: Session) -> dict[int, TandaBasah]:
    columns = select(BasahRow.dokumen, BasahRow.tanda).order_by(col(BasahRow.id))
    return {
        dokumen: TandaBasah.model_validate_json(tanda) for dokumen, tanda in session.exec(columns)
    }


def add_answers(session: Session, kode: str, isi: Mapping[str, str], now: datetime) -> None:
    """Store what people typed for a letter."""
    session.add(JawabanRow(kode=kode, isi=json.dumps(dict(isi)), dibuat=utc_text(now)))
    session.flush()


def read_answers(session: Session, kode: str) -> dict[str, str]:
    """Give what was typed last for a letter; empty before."""
    query = select(JawabanRow.isi).where(JawabanRow.kode == kode)
    found = session.exec(query.order_by(col(JawabanRow.id).desc()).limit(1)).first()
    return {} if found is None else dict(json.loads(found))


def add_keberatan(session: Session, baru: KeberatanBaru, batas: date, now: datetime) -> int:
    """Store an objection; gives its number in the register."""
    fields = baru.model_dump(mode="json") | {"diterima": utc_text(baru.diterima)}
    times = {"batas": batas.isoformat(), "dibuat": utc_text(now)}
    row = KeberatanRow.model_validate(fields | times)
    session.add(row)
    session.flush()
    if row.nomor is None:
        raise RuntimeError("no number after flush")
    return row.nomor


def add_putusan(session: Session, nomor: int, putusan: tuple[str, date], now: datetime) -> None:
    """Store a decision (words, day) on an objection."""
    words, day = putusan
    row = PutusanRow(nomor=nomor, putusan=words, diputus=day.isoformat(), dibuat=utc_text(now))
    session.add(row)
    session.flush()


def read_keberatan(session: Session) -> tuple[Keberatan, ...]:
    """Give the register of objections with the decision that holds for each."""
    decided = {
        row.nomor: row.model_dump(include={"putusan", "diputus"})
        for row in session.exec(select(PutusanRow).order_by(col(PutusanRow.id)))
    }
    rows = session.exec(select(KeberatanRow).order_by(col(KeberatanRow.nomor)))
    return tuple(
        Keberatan.model_validate(
            row.model_dump(exclude={"dibuat"})
            | {"diterima": parse_utc(row.diterima)}
            | decided.get(row.nomor or 0, {})
        )
        for row in rows
    )


def _dokumen(row: DokumenRow, files: list[_Berkas], became: dict[str, object]) -> Dokumen:
    lists = {name: tuple(json.loads(getattr(row, name))) for name in _LISTS}
    fields = row.model_dump(exclude={"isi", "dibuat"})
    return Dokumen.model_validate(
        fields
        | lists
        | became
        | {
            "dibuat": parse_utc(row.dibuat),
            "sudah": tuple(orang for file in files for orang in file.orang),
            "asing": tuple(one for file in files for one in file.asing),
            "sha256": files[-1].sha256,
        }
    )

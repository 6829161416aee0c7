"""The calendar's tables: every import, every own day, every mark, and the dates last computed.

Nothing is written over: the last row counts. What was computed is kept so that the first page
reads it without counting days or loading holidays.
"""

import json
from datetime import date

from sqlmodel import Field, Session, col, select

from pilkades_desk.core.canonical import canonical
from pilkades_desk.kits.storage.rows import STRICT, Row
from pilkades_desk.kits.storage.triggers import append_only
from pilkades_desk.panitia.kalender.values import (
    HariPanitia,
    JenisHari,
    Kalender,
    Tanda,
    Tenggat,
)


class KalenderRow(Row, table=True):
    """One calendar as it was taken; `isi` is canonical JSON, `sha256` that of the file."""

    __tablename__ = "kalender"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    sha256: str
    nama: str
    isi: str
    waktu: str
    akun_id: int = Field(foreign_key="akun.id")


class HariPanitiaRow(Row, table=True):
    """One word of the committee on one day."""

    __tablename__ = "hari_panitia"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    tanggal: date
    jenis: str
    alasan: str
    dasar: str
    waktu: str
    akun_id: int = Field(foreign_key="akun.id")


class KalenderHitungRow(Row, table=True):
    """Dates computed once: `tenggat` for the first page, `jadwal` and `temuan` for the calendar's.

    `profil` is the digest of the profile they were counted with.
    """

    __tablename__ = "kalender_hitung"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    kalender_id: int = Field(foreign_key="kalender.id")
    profil: str
    tenggat: str
    jadwal: str
    temuan: str
    waktu: str


class TahapSelesaiRow(Row, table=True):
    """One mark: a stage is done, or is not done after all."""

    __tablename__ = "tahap_selesai"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    kode: str
    selesai: bool
    catatan: str
    waktu: str
    akun_id: int = Field(foreign_key="akun.id")


for _table in ("kalender", "hari_panitia", "kalender_hitung", "tahap_selesai"):
    append_only(_table)


def add_kalender(
    session: Session, kalender: Kalender, sha256: str, waktu: str, akun_id: int
) -> None:
    """Keep a calendar; it takes the place of the one before."""
    isi = canonical(kalender.model_dump(mode="json")).decode("utf-8")
    fields = {"sha256": sha256, "nama": kalender.nama, "isi": isi}
    session.add(KalenderRow.model_validate(fields | {"waktu": waktu, "akun_id": akun_id}))
    session.flush()


def read_kalender(session: Session) -> tuple[Kalender, str] | None:
    """Give the calendar that counts and the digest of its file; None before the first."""
    row = _last(session)
    if row is None:
        return None
    return Kalender.model_validate_json(row.isi), row.sha256


def _last(session: Session) -> KalenderRow | None:
    query = select(KalenderRow).order_by(col(KalenderRow.id).desc()).limit(1)
    return session.exec(query).first()


def add_hari(session: Session, hari: HariPanitia, waktu: str, akun_id: int) -> None:
    """Keep a word of the committee on one day."""
    fields = hari.model_dump() | {"jenis": hari.jenis.value}
    session.add(HariPanitiaRow.model_validate(fields | {"waktu": waktu, "akun_id": akun_id}))
    session.flush()


def read_hari(session: Session) -> tuple[HariPanitia, ...]:
    """Give the last word on every day, by day; days taken back are left out."""
    rows = session.exec(select(HariPanitiaRow).order_by(col(HariPanitiaRow.id)))
    last = {row.tanggal: row for row in rows}
    return tuple(
        HariPanitia(tanggal=day, jenis=JenisHari(row.jenis), alasan=row.alasan, dasar=row.dasar)
        for day, row in sorted(last.items())
        if row.jenis != JenisHari.DICABUT
    )


def add_hitung(
    session: Session, profil: str, tenggat: tuple[Tenggat, ...], isi: tuple[str, str], waktu: str
) -> None:
    """Keep what was computed for the calendar that counts; `isi` are jadwal and temuan as JSON."""
    row = _last(session)
    short = [
        [each.kode, each.kegiatan, f"{each.mulai}", f"{each.selesai}", each.tanda or ""]
        for each in tenggat
    ]
    fields = {
        "kalender_id": row.id if row else None,
        "profil": profil,
        "tenggat": canonical(short).decode("utf-8"),
        "jadwal": isi[0],
        "temuan": isi[1],
        "waktu": waktu,
    }
    session.add(KalenderHitungRow.model_validate(fields))
    session.flush()


def read_hitung(session: Session) -> tuple[str, str, str] | None:
    """Give what was computed last: jadwal and temuan as JSON, and the profile's digest."""
    query = select(KalenderHitungRow).order_by(col(KalenderHitungRow.id).desc()).limit(1)
    row = session.exec(query).first()
    return (row.jadwal, row.temuan, row.profil) if row else None


def read_tenggat(session: Session) -> tuple[Tenggat, ...]:
    """Give the stages as computed last, marked as the committee marked them; one small row."""
    order = col(KalenderHitungRow.id).desc()
    text = session.exec(select(KalenderHitungRow.tenggat).order_by(order).limit(1)).first()
    if text is None:
        return ()
    marked = read_selesai(session)
    return tuple(
        Tenggat(
            kode,
            kegiatan,
            date.fromisoformat(mulai),
            date.fromisoformat(selesai),
            Tanda(tanda) if tanda else None,
            kode in marked,
        )
        for kode, kegiatan, mulai, selesai, tanda in json.loads(text)
    )


def add_selesai(session: Session, mark: tuple[str, bool, str], waktu: str, akun_id: int) -> None:
    """Keep a mark: stage, done or not, a note."""
    kode, selesai, catatan = mark
    fields = {"kode": kode, "selesai": selesai, "catatan": catatan}
    session.add(TahapSelesaiRow.model_validate(fields | {"waktu": waktu, "akun_id": akun_id}))
    session.flush()


def read_selesai(session: Session) -> frozenset[str]:
    """Give the stages marked as done."""
    rows = session.exec(select(TahapSelesaiRow).order_by(col(TahapSelesaiRow.id)))
    last = {row.kode: row.selesai for row in rows}
    return frozenset(kode for kode, done in last.items() if done)

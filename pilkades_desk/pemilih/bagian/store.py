"""The tables of parts: what left, who is in it, how it ended, what was decided then."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlmodel import Field, Session, col, func, select

from pilkades_desk.core.clock import parse_utc, utc_text
from pilkades_desk.kits.storage.rows import STRICT, Row, records_of, table_of
from pilkades_desk.kits.storage.triggers import append_only
from pilkades_desk.pemilih.bagian.rules import seal_bagian, write_content
from pilkades_desk.pemilih.bagian.values import (
    Akhir,
    Bagian,
    BagianKeluar,
    Cakupan,
    Keputusan,
)


class BagianRow(Row, table=True):
    """One part as it left; `isi` is its canonical JSON, `segel` the seal over it."""

    __tablename__ = "bagian"
    __table_args__ = STRICT

    nomor: int = Field(primary_key=True)
    segel: str = Field(unique=True)
    cakupan: str
    dibawa_oleh: str
    sampai: str
    jumlah: int
    isi: str
    akun_id: int = Field(foreign_key="akun.id")
    waktu: str


class BagianPemilihRow(Row, table=True):
    """Who left with a part."""

    __tablename__ = "bagian_pemilih"
    __table_args__ = STRICT

    nomor: int = Field(primary_key=True, foreign_key="bagian.nomor")
    pemilih_id: int = Field(primary_key=True, foreign_key="pemilih.id", index=True)


class BagianSelesaiRow(Row, table=True):
    """How a part ended: merged (`isi` is the return, `segel` its seal) or withdrawn, why."""

    __tablename__ = "bagian_selesai"
    __table_args__ = STRICT

    nomor: int = Field(primary_key=True, foreign_key="bagian.nomor")
    segel: str
    isi: str
    alasan: str
    akun_id: int = Field(foreign_key="akun.id")
    waktu: str


class BagianPutusanRow(Row, table=True):
    """One decision of a merge; `pemilih_id` 0 and `bidang` empty for somebody new."""

    __tablename__ = "bagian_putusan"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    nomor: int = Field(foreign_key="bagian.nomor", index=True)
    pemilih_id: int
    bidang: str
    baru: int
    pihak: str
    alasan: str


for _table in ("bagian", "bagian_pemilih", "bagian_selesai", "bagian_putusan"):
    append_only(_table)


def next_nomor(session: Session) -> int:
    """Give the number of the next part."""
    return int(session.exec(select(func.coalesce(func.max(BagianRow.nomor), 0))).one()) + 1


def add_bagian(session: Session, bagian: Bagian, akun_id: int) -> None:
    """Keep a part that leaves, and who is in it."""
    areas = [one.model_dump() for one in bagian.cakupan]
    session.add(
        BagianRow(
            nomor=bagian.nomor,
            segel=seal_bagian(bagian),
            cakupan=json.dumps(areas, ensure_ascii=False),
            dibawa_oleh=bagian.dibawa_oleh,
            sampai=bagian.sampai.isoformat(),
            jumlah=len(bagian.baris),
            isi=write_content(bagian).decode("utf-8"),
            akun_id=akun_id,
            waktu=utc_text(bagian.dikeluarkan),
        )
    )
    session.flush()
    rows = [{"nomor": bagian.nomor, "pemilih_id": one.id} for one in bagian.baris]
    session.execute(table_of(BagianPemilihRow).insert(), rows)


def add_end(session: Session, nomor: int, akhir: Akhir, isi: bytes, siapa: tuple[int, str]) -> None:
    """Keep how a part ended; `siapa` is the account and the time in UTC."""
    session.add(
        BagianSelesaiRow(
            nomor=nomor,
            segel=akhir.segel,
            isi=isi.decode("utf-8"),
            alasan=akhir.alasan,
            akun_id=siapa[0],
            waktu=siapa[1],
        )
    )
    session.flush()


def add_keputusan(session: Session, nomor: int, keputusan: Iterable[Keputusan]) -> None:
    """Keep what was decided in a merge."""
    for one in keputusan:
        session.add(
            BagianPutusanRow(
                nomor=nomor,
                pemilih_id=one.kunci.id,
                bidang=one.kunci.bidang.value if one.kunci.bidang else "",
                baru=one.kunci.baru,
                pihak=one.pihak.value,
                alasan=one.alasan,
            )
        )
    session.flush()


def read_keluar(session: Session, pemilih_id: int | None = None) -> tuple[BagianKeluar, ...]:
    """Give the parts that are out, or the one this voter is in, by number."""
    table = table_of(BagianRow)
    shown = ("nomor", "cakupan", "dibawa_oleh", "waktu", "sampai", "jumlah")
    query = table.select().with_only_columns(*(table.c[name] for name in shown))
    query = query.where(table.c.nomor.not_in(select(BagianSelesaiRow.nomor)))
    if pemilih_id is not None:
        mine = select(BagianPemilihRow.nomor).where(BagianPemilihRow.pemilih_id == pemilih_id)
        query = query.where(table.c.nomor.in_(mine))
    return tuple(map(_part, records_of(session, query.order_by(table.c.nomor))))


def read_out_ids(session: Session) -> frozenset[int]:
    """Give everybody who is out."""
    ended = select(BagianSelesaiRow.nomor)
    query = select(BagianPemilihRow.pemilih_id)
    return frozenset(session.exec(query.where(col(BagianPemilihRow.nomor).not_in(ended))))


def read_isi(session: Session, nomor: int) -> bytes | None:
    """Give the content of a part as it left; None when there was none of this number."""
    isi = session.exec(select(BagianRow.isi).where(BagianRow.nomor == nomor)).first()
    return None if isi is None else isi.encode("utf-8")


def read_end(session: Session, nomor: int) -> Akhir | None:
    """Give how a part ended; None while it is out."""
    row = session.get(BagianSelesaiRow, nomor)
    return Akhir(row.segel, row.alasan) if row else None


def _part(record: dict[str, Any]) -> BagianKeluar:
    return BagianKeluar(
        nomor=record["nomor"],
        cakupan=tuple(Cakupan.model_validate(one) for one in json.loads(record["cakupan"])),
        dibawa_oleh=record["dibawa_oleh"],
        dikeluarkan=parse_utc(record["waktu"]),
        sampai=date.fromisoformat(record["sampai"]),
        jumlah=record["jumlah"],
    )

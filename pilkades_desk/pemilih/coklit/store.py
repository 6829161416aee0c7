"""The tables of coklit sheets: which line was printed for whom, and what was typed back."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlmodel import Field, Session, SQLModel, col, func, select

from pilkades_desk.core.clock import parse_utc
from pilkades_desk.kits.storage.rows import STRICT, Row, table_of
from pilkades_desk.kits.storage.triggers import append_only
from pilkades_desk.pemilih.bagian.values import Cakupan
from pilkades_desk.pemilih.coklit.values import (
    HasilCoklit,
    JawabanCoklit,
    Konsep,
    LembarCoklit,
    WargaBaru,
)
from pilkades_desk.pemilih.store import add_rows, next_id


class LembarCoklitRow(Row, table=True):
    """One sheet as printed."""

    __tablename__ = "lembar_coklit"
    __table_args__ = STRICT

    nomor: int = Field(primary_key=True)
    cakupan: str
    akun_id: int = Field(foreign_key="akun.id")
    waktu: str


class BarisCoklitRow(Row, table=True):
    """One numbered line of a sheet."""

    __tablename__ = "baris_coklit"
    __table_args__ = STRICT

    nomor: int = Field(primary_key=True, foreign_key="lembar_coklit.nomor")
    no: int = Field(primary_key=True)
    pemilih_id: int = Field(foreign_key="pemilih.id")


class JawabanCoklitRow(Row, table=True):
    """What was typed back for one line, once; `isi` is JSON of what was written beside it."""

    __tablename__ = "jawaban_coklit"
    __table_args__ = STRICT

    nomor: int = Field(primary_key=True, foreign_key="lembar_coklit.nomor")
    no: int = Field(primary_key=True)
    hasil: str
    isi: str
    petugas: str
    tanggal: str
    akun_id: int = Field(foreign_key="akun.id")
    waktu: str


class KonsepCoklitRow(SQLModel, table=True):
    """What was typed for a line and is not saved yet, as JSON; the last of a line counts.

    `no` 0 is somebody new, or with no `isi` that the sheet was saved: nothing before it counts.
    """

    __tablename__ = "konsep_coklit"
    __table_args__ = STRICT

    id: int = Field(primary_key=True)
    nomor: int = Field(foreign_key="lembar_coklit.nomor", index=True)
    no: int
    isi: str
    akun_id: int = Field(foreign_key="akun.id")
    waktu: str


for _table in ("lembar_coklit", "baris_coklit", "jawaban_coklit", "konsep_coklit"):
    append_only(_table)


def add_lembar(
    session: Session, cakupan: Cakupan, ids: Sequence[int], siapa: tuple[int, str]
) -> int:
    """Keep a sheet with its lines numbered from 1; gives its number."""
    nomor = int(session.exec(select(func.coalesce(func.max(LembarCoklitRow.nomor), 0))).one()) + 1
    area = json.dumps(cakupan.model_dump(), ensure_ascii=False)
    session.add(LembarCoklitRow(nomor=nomor, cakupan=area, akun_id=siapa[0], waktu=siapa[1]))
    session.flush()
    rows = [{"nomor": nomor, "no": no, "pemilih_id": each} for no, each in enumerate(ids, 1)]
    session.execute(table_of(BarisCoklitRow).insert(), rows)
    return nomor


def add_jawaban(
    session: Session,
    nomor: int,
    jawaban: Sequence[JawabanCoklit],
    petugas: tuple[str, date],
    siapa: tuple[int, str],
) -> None:
    """Keep what was typed back, who went round and when."""
    for one in jawaban:
        isi = one.model_dump_json(exclude={"no", "hasil"})
        session.add(
            JawabanCoklitRow(
                nomor=nomor,
                no=one.no,
                hasil=one.hasil.value,
                isi=isi,
                petugas=petugas[0],
                tanggal=petugas[1].isoformat(),
                akun_id=siapa[0],
                waktu=siapa[1],
            )
        )
    session.flush()


def add_konsep(session: Session, nomor: int, konsep: Konsep, siapa: tuple[int, str]) -> None:
    """Keep what was typed and is not saved yet."""
    typed = [(one.no, one.model_dump_json()) for one in konsep.jawaban]
    typed += [(0, one.model_dump_json()) for one in konsep.baru]
    _add_typed(session, nomor, typed, siapa)


def end_konsep(session: Session, nomor: int, siapa: tuple[int, str]) -> None:
    """Say that what was typed so far is saved."""
    _add_typed(session, nomor, [(0, "")], siapa)


def read_konsep(session: Session, nomor: int) -> Konsep:
    """Give what was typed and is not saved yet."""
    jawaban: dict[int, JawabanCoklit] = {}
    baru: list[WargaBaru] = []
    query = select(KonsepCoklitRow).where(KonsepCoklitRow.nomor == nomor)
    for row in session.exec(query.order_by(col(KonsepCoklitRow.id))):
        if not row.isi:
            jawaban, baru = {}, []
        elif row.no:
            jawaban[row.no] = JawabanCoklit.model_validate_json(row.isi)
        else:
            baru.append(WargaBaru.model_validate_json(row.isi))
    return Konsep(jawaban=tuple(jawaban[no] for no in sorted(jawaban)), baru=tuple(baru))


def read_lembar(session: Session, nomor: int | None = None) -> tuple[LembarCoklit, ...]:
    """Give every sheet, or one, by number."""
    lines = _count(session, BarisCoklitRow)
    saved, typed = _count(session, JawabanCoklitRow), _count_typed(session)
    query = select(LembarCoklitRow).order_by(col(LembarCoklitRow.nomor))
    if nomor is not None:
        query = query.where(LembarCoklitRow.nomor == nomor)
    return tuple(
        LembarCoklit(
            nomor=row.nomor,
            cakupan=Cakupan.model_validate(json.loads(row.cakupan)),
            dibuat=parse_utc(row.waktu),
            jumlah=lines[row.nomor],
            disimpan=saved.get(row.nomor, 0),
            diketik=typed.get(row.nomor, 0),
        )
        for row in session.exec(query)
    )


def read_lines(session: Session, nomor: int) -> dict[int, int]:
    """Give by line whom it was printed for."""
    query = select(BarisCoklitRow.no, BarisCoklitRow.pemilih_id)
    rows = session.exec(query.where(BarisCoklitRow.nomor == nomor).order_by(col(BarisCoklitRow.no)))
    return dict(rows.all())


def read_saved(session: Session, nomor: int) -> dict[int, HasilCoklit]:
    """Give by line what was saved."""
    query = select(JawabanCoklitRow.no, JawabanCoklitRow.hasil)
    rows = session.exec(query.where(JawabanCoklitRow.nomor == nomor))
    return {no: HasilCoklit(hasil) for no, hasil in rows}


def _add_typed(
    session: Session, nomor: int, typed: Sequence[tuple[int, str]], siapa: tuple[int, str]
) -> None:
    who = {"nomor": nomor, "akun_id": siapa[0], "waktu": siapa[1]}
    first = next_id(session, KonsepCoklitRow)
    rows = [who | {"id": at, "no": no, "isi": isi} for at, (no, isi) in enumerate(typed, first)]
    add_rows(session, KonsepCoklitRow, rows)


def _count_typed(session: Session) -> dict[int, int]:
    found: dict[int, list[int]] = {}
    query = select(KonsepCoklitRow.nomor, KonsepCoklitRow.no, KonsepCoklitRow.isi == "")
    for nomor, no, saved in session.exec(query.order_by(col(KonsepCoklitRow.id))):
        if saved:
            found[nomor] = []
        else:
            found.setdefault(nomor, []).append(no)
    # somebody new is one each time, a line is one however often it was typed
    return {
        nomor: len({no for no in every if no}) + every.count(0) for nomor, every in found.items()
    }


def _count(session: Session, row: type[SQLModel]) -> dict[int, int]:
    table: Any = table_of(row)
    query = table.select().with_only_columns(table.c.nomor, func.count()).group_by(table.c.nomor)
    return {int(nomor): int(count) for nomor, count in session.execute(query)}

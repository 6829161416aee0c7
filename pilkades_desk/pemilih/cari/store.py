"""The queries behind searching, filtering and counting; all of them read `pemilih_kini` alone."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Integer, Select, case, func, literal_column, or_, text
from sqlmodel import Session, select

from pilkades_desk.kits.storage.rows import records_of, table_of
from pilkades_desk.pemilih.cari.rules import Kata
from pilkades_desk.pemilih.cari.values import Cari, JumlahWilayah
from pilkades_desk.pemilih.dpt.store import DptPemilihRow, read_dpt
from pilkades_desk.pemilih.kini.store import (
    LISTED,
    PemilihKiniRow,
    among,
    as_pemilih,
    select_kini,
)
from pilkades_desk.pemilih.store import TemuanRow
from pilkades_desk.pemilih.values import Asal, JenisKelamin, Pemilih, Saring

_KINI = table_of(PemilihKiniRow)
_FEW = 6_000
"""Hits in the index."""
_AREA = (_KINI.c.dusun, _KINI.c.rw, _KINI.c.rt)


def find_pemilih_ids(session: Session, cari: Cari, kata: Kata, *, near: bool) -> tuple[int, ...]:
    """Find the ids of a working list by name.

    They come as one text: as rows of their own, most of the time would go into fetching them.
    """
    query = _KINI.select().with_only_columns(_KINI.c.id)
    ordered = _narrow(query, cari, kata, near=near)
    if kata.frasa:
        ordered = ordered.where(_of_words(session, kata.frasa))
    ids = ordered.order_by(_KINI.c.nama, _KINI.c.id).subquery()
    found = session.execute(select(func.json_group_array(ids.c.id))).scalar_one()
    return tuple(json.loads(found))


def count_by_area(
    session: Session, cari: Cari, kata: Kata, *, near: bool
) -> tuple[JumlahWilayah, ...]:
    """Count men and women by dusun, RW and RT among those found, in one query."""
    men = func.sum(case((_KINI.c.kelamin == JenisKelamin.L, 1), else_=0))
    query = _KINI.select().with_only_columns(*_AREA, men, func.count())
    query = _narrow(query, cari, kata, near=near)
    if kata.frasa:
        query = query.where(_of_words(session, kata.frasa))
    found = query.group_by(*_AREA).order_by(*_AREA)
    return tuple(
        JumlahWilayah(dusun, rw, rt, laki, every - laki)
        for dusun, rw, rt, laki, every in session.execute(found)
    )


def read_tps(session: Session) -> tuple[str, ...]:
    """Give the TPS the list knows, for a choice."""
    query = select(PemilihKiniRow.tps).where(LISTED).distinct().order_by(PemilihKiniRow.tps)
    return tuple(session.exec(query))


def read_baris(session: Session, ids: Sequence[int]) -> Iterator[tuple[Pemilih, int | None, int]]:
    """Give some voters in the order of their ids, each with number in the DPT and warnings."""
    lines, dpt = table_of(DptPemilihRow), read_dpt(session)
    same = (lines.c.pemilih_id == _KINI.c.id) & (lines.c.versi == (dpt.versi if dpt else 0))
    query = select_kini().add_columns(_KINI.c.peringatan, lines.c.no_urut)
    query = query.join_from(_KINI, lines, same, isouter=True)
    found = {}
    for record in records_of(session, query.where(_KINI.c.id.in_(among(ids)))):
        peringatan, no_urut = record.pop("peringatan"), record.pop("no_urut")
        found[record["id"]] = as_pemilih(record), no_urut, peringatan
    return (found[one] for one in ids)


def _of_words(session: Session, frasa: str) -> Any:
    """Demand words of the index.

    Few are fetched one by one and sorted; of many it is faster to walk the list in its order, which
    the sign before the id makes SQLite do.
    """
    hits = text("SELECT rowid FROM pemilih_cari WHERE pemilih_cari MATCH :frasa")
    counted = hits.columns(rowid=Integer).subquery()
    some = select(counted.c.rowid).limit(_FEW + 1).subquery()
    count = select(func.count()).select_from(some)
    many = session.execute(count, {"frasa": frasa}).scalar_one() > _FEW
    name: Any = literal_column("+pemilih_kini.id" if many else "pemilih_kini.id")
    return name.in_(hits.bindparams(frasa=frasa))


def _narrow(query: Select[Any], cari: Cari, kata: Kata, *, near: bool) -> Select[Any]:
    query = query.where(LISTED, *_fields(cari), *_numbers(kata, near=near), *_short(kata))
    if cari.kode:
        found = select(TemuanRow.pemilih_id).where(TemuanRow.kode == cari.kode)
        query = query.where(_KINI.c.id.in_(found))
    return query


def _fields(cari: Cari) -> Iterator[Any]:
    for name in ("dusun", "rw", "rt", "tps", "kelamin"):
        wanted = getattr(cari, name)
        if wanted is not None:
            yield _KINI.c[name] == wanted
    of_status = {
        Saring.TERDAFTAR: _KINI.c.coret == "",
        Saring.DICORET: _KINI.c.coret != "",
        Saring.TAMBAHAN: _KINI.c.asal == Asal.TAMBAHAN.value,
        Saring.BERPERINGATAN: _KINI.c.peringatan > 0,
    }
    if cari.status in of_status:
        yield of_status[cari.status]


def _numbers(kata: Kata, *, near: bool) -> Iterator[Any]:
    """Whole numbers: a NIK, or a family card for who may see one."""
    for nomor in kata.nomor:
        yield or_(*(_KINI.c[name] == nomor for name in (("nik", "kk") if near else ("nik",))))


def _short(kata: Kata) -> Iterator[Any]:
    """Words the index does not know are looked for in every name; LIKE ignores case itself."""
    for word in kata.pendek:
        said = word.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
        yield _KINI.c.nama.like(f"%{said}%", escape="\\")

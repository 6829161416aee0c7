"""The queries behind searching, filtering and counting; all of them read `pemilih_kini` alone."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Select, case, func, or_, text
from sqlmodel import Session, col, select

from pilkades_desk.kits.storage.rows import table_of
from pilkades_desk.pemilih.cari.rules import Kata
from pilkades_desk.pemilih.cari.values import Cari, JumlahWilayah
from pilkades_desk.pemilih.kini.store import LISTED, PemilihKiniRow, among, fetch, select_kini
from pilkades_desk.pemilih.store import DptPemilihRow, TemuanRow
from pilkades_desk.pemilih.values import Asal, JenisKelamin, Pemilih, Saring

_KINI = table_of(PemilihKiniRow)
_AREA = (_KINI.c.dusun, _KINI.c.rw, _KINI.c.rt)


def find_pemilih_ids(session: Session, cari: Cari, kata: Kata, *, near: bool) -> tuple[int, ...]:
    """Find the ids of a working list by name.

    They come as one text: as rows of their own, most of the time would go into fetching them.
    """
    ordered = _narrow(_KINI.select().with_only_columns(_KINI.c.id), cari, kata, near=near)
    ids = ordered.order_by(_KINI.c.nama, _KINI.c.id).subquery()
    found = session.execute(select(func.json_group_array(ids.c.id))).scalar_one()
    return tuple(json.loads(found))


def count_by_area(
    session: Session, cari: Cari, kata: Kata, *, near: bool
) -> tuple[JumlahWilayah, ...]:
    """Count men and women by dusun, RW and RT among those found, in one query."""
    men = func.sum(case((_KINI.c.kelamin == JenisKelamin.L, 1), else_=0))
    query = _KINI.select().with_only_columns(*_AREA, men, func.count())
    found = _narrow(query, cari, kata, near=near).group_by(*_AREA).order_by(*_AREA)
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
    some = among(ids)
    found = {one.id: one for one in fetch(session, select_kini().where(_KINI.c.id.in_(some)))}
    pemilih_id = col(DptPemilihRow.pemilih_id)
    lines = session.exec(select(pemilih_id, DptPemilihRow.no_urut).where(pemilih_id.in_(some)))
    numbers = dict(lines.all())
    counted = select(PemilihKiniRow.id, PemilihKiniRow.peringatan).where(_KINI.c.id.in_(some))
    counts = dict(session.exec(counted).all())
    return ((found[one], numbers.get(one), counts[one]) for one in ids)


def _narrow(query: Select[Any], cari: Cari, kata: Kata, *, near: bool) -> Select[Any]:
    query = query.where(LISTED, *_fields(cari), *_numbers(kata, near=near), *_short(kata))
    if kata.frasa:
        hits = text("SELECT rowid FROM pemilih_cari WHERE pemilih_cari MATCH :frasa")
        query = query.where(_KINI.c.id.in_(hits.bindparams(frasa=kata.frasa)))
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

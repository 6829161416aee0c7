"""The queries behind searching, filtering and counting; all of them read `pemilih_kini` alone."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import case, func, or_, text
from sqlmodel import Session, col, select

from pilkades_desk.kits.storage.rows import records_of, table_of
from pilkades_desk.pemilih.cari.rules import Kata
from pilkades_desk.pemilih.cari.values import Cari, JumlahWilayah, Urutan
from pilkades_desk.pemilih.dpt.store import DptPemilihRow, locked_version
from pilkades_desk.pemilih.kini.store import (
    LISTED,
    PemilihKiniRow,
    PerubahanRow,
    among,
    as_pemilih,
    select_kini,
)
from pilkades_desk.pemilih.store import PemilihRow, TemuanRow
from pilkades_desk.pemilih.values import Asal, JenisKelamin, Pemilih, Saring

_KINI = table_of(PemilihKiniRow)
_HITS = text("SELECT json_group_array(rowid) FROM pemilih_cari WHERE pemilih_cari MATCH :frasa")
_AREA = (_KINI.c.dusun, _KINI.c.rw, _KINI.c.rt)


def find_ids(session: Session, cari: Cari, kata: Kata, *, near: bool) -> list[int] | None:
    """Find whom all but short words and being struck leave; None when nothing narrows the list.

    They come as one text: as rows of their own, most of the time would go into fetching them.
    """
    if cari.status in (Saring.TERDAFTAR, Saring.DICORET):
        cari = replace(cari, status=Saring.SEMUA)
    narrowed = [*_fields(cari), *_numbers(kata, near=near), *_kode(cari)]
    if not (narrowed or kata.frasa):
        return None
    if narrowed:
        query = _KINI.select().with_only_columns(_KINI.c.id).where(LISTED, *narrowed)
        words = [_of_words(kata.frasa)] if kata.frasa else []
        ids = query.where(*words).subquery()
        found = session.execute(select(func.json_group_array(ids.c.id)))
    else:
        found = session.execute(_HITS, {"frasa": kata.frasa})
    return list(json.loads(found.scalar_one()))


def read_urutan(session: Session, before: Urutan | None) -> Urutan:
    """Give everybody by name; what was read before serves as long as the list is the same."""
    newest = (select(func.max(table_of(row).c.id)) for row in (PemilihRow, PerubahanRow))
    last = session.execute(select(*(one.scalar_subquery() for one in newest))).one()
    tanda = tuple(number or 0 for number in last)
    if before and before.tanda == tanda:
        return before
    ordered = _KINI.select().with_only_columns(_KINI.c.id, _KINI.c.nama).where(LISTED)
    names = ordered.order_by(_KINI.c.nama, _KINI.c.id).subquery()
    read = select(func.json_group_array(names.c.id), func.json_group_array(names.c.nama))
    found, said = session.execute(read).one()
    ids = tuple(json.loads(found))
    nama = tuple(one.upper() for one in json.loads(said))
    struck = select(PemilihKiniRow.id).where(LISTED, PemilihKiniRow.coret != "")
    tempat = {one: at for at, one in enumerate(ids)}
    return Urutan((tanda[0], tanda[1]), ids, nama, tempat, frozenset(session.exec(struck)))


def find_containing(session: Session, signs: str) -> tuple[int, ...]:
    """Find who stands on the list with one of these signs in the name, by name."""
    query = _KINI.select().with_only_columns(_KINI.c.id)
    some = or_(*(func.instr(_KINI.c.nama, sign) > 0 for sign in signs))
    query = query.where(LISTED, _KINI.c.coret == "", some).order_by(_KINI.c.nama, _KINI.c.id)
    return tuple(session.execute(query).scalars())


def count_by_area(
    session: Session, cari: Cari, kata: Kata, *, near: bool
) -> tuple[JumlahWilayah, ...]:
    """Count men and women by dusun, RW and RT among those found, in one query."""
    men = func.sum(case((_KINI.c.kelamin == JenisKelamin.L, 1), else_=0))
    query = _KINI.select().with_only_columns(*_AREA, men, func.count())
    words = [_of_words(kata.frasa)] if kata.frasa else []
    query = query.where(LISTED, *_fields(cari), *_numbers(kata, near=near), *_kode(cari), *words)
    found = query.where(*_short(kata)).group_by(*_AREA).order_by(*_AREA)
    return tuple(
        JumlahWilayah(dusun, rw, rt, laki, every - laki)
        for dusun, rw, rt, laki, every in session.execute(found)
    )


def read_tps(session: Session) -> tuple[str, ...]:
    """Give the TPS the list knows, for a choice."""
    query = select(PemilihKiniRow.tps).where(LISTED).distinct().order_by(PemilihKiniRow.tps)
    return tuple(session.exec(query))


def count_codes(session: Session) -> tuple[tuple[str, int], ...]:
    """Count by code who of the list has a warning, for a choice."""
    warned = select(PemilihKiniRow.id).where(LISTED, PemilihKiniRow.peringatan > 0)
    who = col(TemuanRow.pemilih_id)
    query = select(TemuanRow.kode, func.count(func.distinct(who))).where(who.in_(warned))
    return tuple(session.exec(query.group_by(TemuanRow.kode).order_by(TemuanRow.kode)).all())


def read_baris(session: Session, ids: Sequence[int]) -> Iterator[tuple[Pemilih, int | None, int]]:
    """Give some voters in the order of their ids, each with number in the DPT and warnings."""
    lines = table_of(DptPemilihRow)
    same = (lines.c.pemilih_id == _KINI.c.id) & (lines.c.versi == locked_version())
    query = select_kini().add_columns(_KINI.c.peringatan, lines.c.no_urut)
    query = query.join_from(_KINI, lines, same, isouter=True)
    found = {}
    for record in records_of(session, query.where(_KINI.c.id.in_(among(ids)))):
        peringatan, no_urut = record.pop("peringatan"), record.pop("no_urut")
        found[record["id"]] = as_pemilih(record), no_urut, peringatan
    return (found[one] for one in ids)


def _of_words(frasa: str) -> Any:
    hits = text("SELECT rowid FROM pemilih_cari WHERE pemilih_cari MATCH :frasa")
    return _KINI.c.id.in_(hits.bindparams(frasa=frasa))


def _kode(cari: Cari) -> Iterator[Any]:
    if cari.kode:
        yield _KINI.c.id.in_(select(TemuanRow.pemilih_id).where(TemuanRow.kode == cari.kode))


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

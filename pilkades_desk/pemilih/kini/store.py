"""The working list as a table of its own, and every change that made it.

`pemilih` keeps who was received and never changes, `perubahan_pemilih` every change since;
`pemilih_kini` is both folded together (S-264): what lists, searches, counts and the DPT read. Only
`take_in` and `write_changes` write it. The full-text index is fed in bulk: a trigger closes it
after every row, 30× slower.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Index, Select, Table, and_, cast, event, func, or_, text
from sqlalchemy.types import String
from sqlmodel import Field, Session, SQLModel, col, select

from pilkades_desk.kits.storage.rows import STRICT, Row, records_of, table_of
from pilkades_desk.kits.storage.triggers import append_only
from pilkades_desk.pemilih.kini.values import Jalur, Jenis, Perubahan, Sebab, Tercatat
from pilkades_desk.pemilih.store import PemilihRow, TemuanRow, add_rows, next_id
from pilkades_desk.pemilih.values import Asal, Pemilih, PemilihFields

LISTED = text("pemilih_kini.coret <> 'ditarik'")
"""Written out: the index over the NIK serves only a query that says so in these words."""
_WORDS = frozenset({"nama", "alamat"})
"""What the full-text index holds."""


class PerubahanRow(Row, table=True):
    """One field of one voter changed; all of one act have the same `kelompok`."""

    __tablename__ = "perubahan_pemilih"
    __table_args__ = STRICT

    id: int = Field(primary_key=True)
    kelompok: int = Field(index=True)
    pemilih_id: int = Field(foreign_key="pemilih.id", index=True)
    jenis: str
    asal: str
    kolom: str
    lama: str
    baru: str
    alasan: str
    bukti: str
    akun_id: int = Field(foreign_key="akun.id")
    waktu: str


class PemilihKiniRow(PemilihFields, table=True):
    """One voter as known now; `coret` says why not, `peringatan` counts the warnings."""

    __tablename__ = "pemilih_kini"
    __table_args__ = (
        Index("ux_pemilih_kini_nik", "nik", unique=True, sqlite_where=text("coret <> 'ditarik'")),
        Index("ix_pemilih_kini_nama", "nama"),
        Index(
            "ix_pemilih_kini_saring",  # answers every filter and the counts by area by itself
            *("dusun", "rw", "rt", "kelamin", "coret", "tps", "asal", "peringatan"),
        ),
        Index("ix_pemilih_kini_kk", "kk"),
        Index("ix_pemilih_kini_tanggal_lahir", "tanggal_lahir"),
        STRICT,
    )

    id: int = Field(primary_key=True, foreign_key="pemilih.id")
    batch_id: int = Field(foreign_key="batch.id", index=True)
    asal: str
    tps: str
    coret: str
    peringatan: int


append_only("perubahan_pemilih")


@event.listens_for(SQLModel.metadata.tables["pemilih_kini"], "after_create")
def _create_search(_table: Table, connection: Connection, **_options: object) -> None:
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE pemilih_cari USING fts5(nama, alamat,"
        " content='pemilih_kini', content_rowid='id', tokenize='trigram remove_diacritics 1')"
    )


def among(ids: Iterable[int]) -> Any:
    """Give some ids as a query; a list of any length is one value."""
    return text("SELECT value FROM json_each(:ids)").bindparams(ids=json.dumps(list(ids)))


def take_in(session: Session, contents: Sequence[dict[str, Any]]) -> None:
    """Insert voters as received and put them on the list; their warnings stay to be counted."""
    if not contents:
        return
    add_rows(session, PemilihRow, contents)
    first = {"first": min(content["id"] for content in contents)}
    names = ", ".join(("id", *PemilihFields.model_fields, "batch_id", "asal", "tps"))
    session.execute(
        text(
            f"INSERT INTO pemilih_kini ({names}, coret, peringatan)"  # noqa: S608 -- our own names
            f" SELECT {names}, '', 0 FROM pemilih WHERE id >= :first"
        ),
        first,
    )
    session.execute(
        text(
            "INSERT INTO pemilih_cari(rowid, nama, alamat)"
            " SELECT id, nama, alamat FROM pemilih_kini WHERE id >= :first"
        ),
        first,
    )


def write_changes(
    session: Session, changes: Sequence[Perubahan], sebab: Sebab, siapa: tuple[int, str]
) -> int:
    """Keep the changes of one act and carry them out; gives the act's number.

    `siapa` is the account and the time in UTC.
    """
    first = next_id(session, PerubahanRow)
    why = {"kelompok": first, "jenis": sebab.jenis.value, "asal": sebab.jalur.value}
    why |= {"alasan": sebab.alasan, "bukti": sebab.bukti, "akun_id": siapa[0], "waktu": siapa[1]}
    rows = [
        why
        | {"id": number, "pemilih_id": one.pemilih_id}
        | {"kolom": one.kolom, "lama": one.lama, "baru": one.baru}
        for number, one in enumerate(changes, first)
    ]
    add_rows(session, PerubahanRow, rows)
    _carry_out(session, changes)
    return first


def _carry_out(session: Session, changes: Sequence[Perubahan]) -> None:
    by_field: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in changes:
        by_field[one.kolom].append({"nomor": one.pemilih_id, "baru": one.baru})
    words = {"ids": json.dumps([c.pemilih_id for c in changes if c.kolom in _WORDS])}
    some = (
        "SELECT id, nama, alamat FROM pemilih_kini WHERE id IN (SELECT value FROM json_each(:ids))"
    )
    if words["ids"] != "[]":
        said = some.replace("SELECT id", "SELECT 'delete', id")
        session.execute(
            text(f"INSERT INTO pemilih_cari(pemilih_cari, rowid, nama, alamat) {said}"), words
        )
    for kolom, values in by_field.items():
        column = table_of(PemilihKiniRow).c[kolom].name  # a KeyError is a bug
        session.execute(
            text(f"UPDATE pemilih_kini SET {column} = :baru WHERE id = :nomor"),  # noqa: S608 -- a column's name
            values,
        )
    if words["ids"] != "[]":
        session.execute(text(f"INSERT INTO pemilih_cari(rowid, nama, alamat) {some}"), words)


def replace_warnings(
    session: Session, gone: Sequence[tuple[int, str]], rows: Sequence[dict[str, Any]]
) -> None:
    """Take these warnings, by voter and code, and put others in their place."""
    if gone:
        session.execute(
            text("DELETE FROM temuan_pemilih WHERE pemilih_id = :nomor AND kode = :kode"),
            [{"nomor": nomor, "kode": kode} for nomor, kode in gone],
        )
    add_rows(session, TemuanRow, rows)
    count_warnings(session, {nomor for nomor, _ in gone} | {row["pemilih_id"] for row in rows})


def count_warnings(session: Session, ids: Iterable[int]) -> None:
    """Count the warnings of some voters anew."""
    session.execute(
        text(
            "UPDATE pemilih_kini SET peringatan ="
            " (SELECT count(*) FROM temuan_pemilih WHERE pemilih_id = pemilih_kini.id)"
            " WHERE id IN (SELECT value FROM json_each(:ids))"
        ),
        {"ids": json.dumps(sorted(ids))},
    )


def select_kini() -> Select[Any]:
    """Begin a query for voters as they stand."""
    table = table_of(PemilihKiniRow)
    names = (*PemilihFields.model_fields, "id", "asal", "coret", "tps")
    return table.select().with_only_columns(*(table.c[name] for name in names))


def fetch(session: Session, query: Select[Any]) -> tuple[Pemilih, ...]:
    """Give the voters a query found."""
    return tuple(map(as_pemilih, records_of(session, query)))


def as_pemilih(record: dict[str, Any]) -> Pemilih:
    """Read a voter from a row of the list."""
    return Pemilih.model_validate(record | {"asal": Asal(record["asal"])})


def read_pemilih(session: Session, ids: Collection[int] | None = None) -> tuple[Pemilih, ...]:
    """Give all voters of the list, or these, the struck ones too, in the order they came."""
    query = select_kini().where(LISTED)
    if ids is not None:
        query = query.where(table_of(PemilihKiniRow).c.id.in_(among(ids)))
    return fetch(session, query.order_by(table_of(PemilihKiniRow).c.id))


def find_pemilih(session: Session, pemilih_id: int) -> Pemilih | None:
    """Give one voter of the list."""
    found = read_pemilih(session, (pemilih_id,))
    return found[0] if found else None


def read_of_batch(session: Session, batch: int) -> tuple[Pemilih, ...]:
    """Give the voters of the list whom one import brought."""
    query = select_kini().where(LISTED, table_of(PemilihKiniRow).c.batch_id == batch)
    return fetch(session, query)


def read_likely(session: Session, daftar: Collection[Pemilih]) -> tuple[Pemilih, ...]:
    """Give who shares a birth date or a family card with one of these, themselves too."""
    table = table_of(PemilihKiniRow)
    born = text("SELECT value FROM json_each(:born)")
    kk = text("SELECT value FROM json_each(:kk)")
    query = select_kini().where(
        LISTED,
        or_(
            table.c.tanggal_lahir.in_(
                born.bindparams(born=json.dumps([one.tanggal_lahir.isoformat() for one in daftar]))
            ),
            table.c.kk.in_(kk.bindparams(kk=json.dumps([one.kk for one in daftar]))),
        ),
    )
    return fetch(session, query)


def find_ids(session: Session, nik: Iterable[str]) -> dict[str, int]:
    """Give by NIK which voter of the list has it, struck or not."""
    wanted = text("SELECT value FROM json_each(:nik)").bindparams(nik=json.dumps(sorted(nik)))
    query = select(PemilihKiniRow.nik, PemilihKiniRow.id)
    return dict(session.exec(query.where(LISTED, col(PemilihKiniRow.nik).in_(wanted))).all())


def count_pemilih(session: Session) -> dict[str, int]:
    """Count the voters who stand as "L" and "P", the struck ones as "coret", warnings beside."""
    table = table_of(PemilihKiniRow)
    stands = table.c.coret == ""
    query = table.select().with_only_columns(
        cast(table.c.kelamin, String), stands, func.count(), func.sum(table.c.peringatan)
    )
    counts = {"L": 0, "P": 0, "coret": 0, "peringatan": 0}
    for kelamin, standing, count, warnings in session.execute(
        query.where(LISTED).group_by(table.c.kelamin, stands)
    ):
        counts[str(kelamin) if standing else "coret"] += int(count)
        counts["peringatan"] += int(warnings)
    return counts


def read_received(session: Session, *, changed: bool = False) -> tuple[Pemilih, ...]:
    """Give voters as they were received: all, or those still listed who were corrected since."""
    table = table_of(PemilihRow)
    names = (*PemilihFields.model_fields, "id", "asal", "tps")
    query = table.select().with_only_columns(*(table.c[name] for name in names))
    if changed:
        entries = select(PerubahanRow.pemilih_id).where(PerubahanRow.jenis == Jenis.KOREKSI.value)
        kini = table_of(PemilihKiniRow)
        listed = kini.select().with_only_columns(kini.c.id).where(LISTED)
        query = query.where(and_(table.c.id.in_(entries), table.c.id.in_(listed)))
    return fetch(session, query.order_by(table.c.id))


def read_kini(session: Session) -> Mapping[int, Pemilih]:
    """Give the whole table by voter, the withdrawn too."""
    return {one.id: one for one in fetch(session, select_kini())}


def read_entries(
    session: Session, *, pemilih_id: int | None = None, kelompok: int | None = None
) -> tuple[Tercatat, ...]:
    """Give the changes of one voter, of one act, or all of them, oldest first."""
    query = select(PerubahanRow).order_by(col(PerubahanRow.id))
    if pemilih_id is not None:
        query = query.where(PerubahanRow.pemilih_id == pemilih_id)
    if kelompok is not None:
        query = query.where(PerubahanRow.kelompok == kelompok)
    return tuple(_entry(row) for row in session.exec(query))


def find_touched(session: Session, batch: int) -> tuple[int, ...]:
    """Give whom of one import somebody changed since, in the order they came."""
    ids = select(PemilihKiniRow.id).where(LISTED, PemilihKiniRow.batch_id == batch)
    query = select(PerubahanRow.pemilih_id).where(col(PerubahanRow.pemilih_id).in_(ids))
    return tuple(session.exec(query.distinct().order_by(col(PerubahanRow.pemilih_id))))


def find_later(session: Session, kelompok: int) -> tuple[int, ...]:
    """Give whom of one act something was changed for again later, in the same field."""
    mine, later = table_of(PerubahanRow), table_of(PerubahanRow).alias("kemudian")
    query = (
        mine.select()
        .with_only_columns(mine.c.pemilih_id)
        .join(later, and_(later.c.pemilih_id == mine.c.pemilih_id, later.c.kolom == mine.c.kolom))
        .where(mine.c.kelompok == kelompok, later.c.kelompok > kelompok)
    )
    return tuple(session.execute(query.distinct()).scalars())


def _entry(row: PerubahanRow) -> Tercatat:
    return Tercatat(
        row.id,
        row.kelompok,
        Perubahan(row.pemilih_id, row.kolom, row.lama, row.baru),
        Sebab(Jenis(row.jenis), Jalur(row.asal), row.alasan, row.bukti),
        row.akun_id,
        row.waktu,
    )

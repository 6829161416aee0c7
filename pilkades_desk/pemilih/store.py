"""Step 2's tables: imports, voters, their warnings, rows to repair, strikes, DPS and DPT.

Voters are never changed or deleted; a strike is an entry of its own and the DPT is a copy. The
full-text index `pemilih_cari` is fed in thousands: a trigger closes it after every row, 30× slower.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    String,
    Table,
    UniqueConstraint,
    cast,
    event,
    func,
    insert,
    text,
)
from sqlalchemy.orm import aliased
from sqlmodel import Field, Session, SQLModel, col, select

from pilkades_desk.core.clock import parse_utc
from pilkades_desk.kits.storage.rows import STRICT, records_of, table_of
from pilkades_desk.kits.storage.triggers import append_only
from pilkades_desk.pemilih.rules import index_phrase
from pilkades_desk.pemilih.values import (
    AlasanCoret,
    Asal,
    Dps,
    Dpt,
    JenisKelamin,
    Pemilih,
    PemilihDpt,
    PemilihFields,
    Saring,
)


class BatchRow(SQLModel, table=True):
    """One import; the same file is never imported twice."""

    __tablename__ = "batch"
    __table_args__ = STRICT

    id: int = Field(primary_key=True)
    sha256: str = Field(unique=True)
    berkas: str
    waktu: str
    asal: str
    diterima: int
    sudah_ada: int


class PemilihRow(PemilihFields, table=True):
    """One voter and where the row stood."""

    __tablename__ = "pemilih"
    __table_args__ = STRICT

    id: int = Field(primary_key=True)
    nik: str = Field(unique=True)
    nama: str = Field(index=True)
    kelamin: JenisKelamin = Field(index=True)
    batch_id: int = Field(foreign_key="batch.id", index=True)
    asal: str
    lembar: str
    baris: int
    tps: str


class TemuanRow(SQLModel, table=True):
    """One warning that goes along with a voter, or (pemilih_id empty) with a whole import."""

    __tablename__ = "temuan_pemilih"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    batch_id: int = Field(foreign_key="batch.id", index=True)
    pemilih_id: int | None = Field(default=None, foreign_key="pemilih.id", index=True)
    kode: str
    letak: str
    bukti: str


class PerbaikanRow(SQLModel, table=True):
    """One row not taken: JSON of header, cells, columns and reasons, as read from the file."""

    __tablename__ = "perbaikan"
    __table_args__ = STRICT

    id: int = Field(primary_key=True)
    batch_id: int = Field(foreign_key="batch.id", index=True)
    sumber: str
    lembar: str
    baris: int
    kepala: str
    sel: str
    kolom: str
    temuan: str


class PerbaikanSelesaiRow(SQLModel, table=True):
    """How a row left the repair list: taken as a voter, or set aside with a reason."""

    __tablename__ = "perbaikan_selesai"
    __table_args__ = STRICT

    perbaikan_id: int = Field(primary_key=True, foreign_key="perbaikan.id")
    pemilih_id: int | None = Field(default=None, foreign_key="pemilih.id")
    alasan: str
    waktu: str


class CoretRow(SQLModel, table=True):
    """One strike or its withdrawal; the last one counts."""

    __tablename__ = "coret"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    pemilih_id: int = Field(foreign_key="pemilih.id", index=True)
    alasan: str
    keterangan: str
    waktu: str


class DpsRow(SQLModel, table=True):
    """The DPS as set, once."""

    __tablename__ = "dps"
    __table_args__ = STRICT

    id: int = Field(primary_key=True)
    jumlah_l: int
    jumlah_p: int
    segel: str
    ditetapkan: str


class DpsPemilihRow(SQLModel, table=True):
    """Who stood in the DPS when it was set."""

    __tablename__ = "dps_pemilih"
    __table_args__ = STRICT

    pemilih_id: int = Field(primary_key=True, foreign_key="pemilih.id")


class DptRow(SQLModel, table=True):
    """The DPT as locked."""

    __tablename__ = "dpt"
    __table_args__ = STRICT

    id: int = Field(primary_key=True)
    jumlah_l: int
    jumlah_p: int
    jumlah_dps: int
    dicoret: int
    tambahan: int
    segel: str
    dikunci: str


class DptPemilihRow(PemilihFields, table=True):
    """One line of the locked DPT: a copy of the voter."""

    __tablename__ = "dpt_pemilih"
    __table_args__ = (UniqueConstraint("pemilih_id"), UniqueConstraint("nik"), STRICT)

    no_urut: int = Field(primary_key=True)
    pemilih_id: int = Field(foreign_key="pemilih.id")


for _table in (
    "batch", "pemilih", "temuan_pemilih", "perbaikan", "perbaikan_selesai", "coret",
    "dps", "dps_pemilih", "dpt", "dpt_pemilih",
):  # fmt: skip
    append_only(_table)


@event.listens_for(SQLModel.metadata.tables["pemilih"], "after_create")
def _create_search(_table: Table, connection: Connection, **_options: object) -> None:
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE pemilih_cari USING fts5("
        "nama, nik, content='pemilih', content_rowid='id', tokenize='trigram remove_diacritics 1')"
    )


_LAST_CORET = (
    select(CoretRow.alasan)
    .where(CoretRow.pemilih_id == PemilihRow.id)
    .order_by(col(CoretRow.id).desc())
    .limit(1)
    .scalar_subquery()
)
_later = aliased(CoretRow)
_STRUCK = (
    select(CoretRow.pemilih_id)
    .where(col(CoretRow.alasan) != AlasanCoret.BATAL_DICORET.value)
    .where(
        ~select(_later.id)
        .where(_later.pemilih_id == CoretRow.pemilih_id, col(_later.id) > col(CoretRow.id))
        .exists()
    )
)
_CORET = func.coalesce(func.nullif(_LAST_CORET, AlasanCoret.BATAL_DICORET.value), "")


def next_id(session: Session, row: type[SQLModel]) -> int:
    """Give the next free number of a table with a whole-number key."""
    query = select(func.coalesce(func.max(table_of(row).c.id), 0) + 1)
    return int(session.execute(query).scalar_one())


def add_rows(session: Session, row: type[SQLModel], contents: Sequence[dict[str, Any]]) -> None:
    """Insert many checked rows at once."""
    if contents:
        session.execute(insert(table_of(row)), list(contents))


def add_pemilih(session: Session, contents: Sequence[dict[str, Any]]) -> None:
    """Insert voters and put them into the search index."""
    add_rows(session, PemilihRow, contents)
    if contents:
        session.execute(
            text(
                "INSERT INTO pemilih_cari(rowid, nama, nik) SELECT id, nama, nik FROM pemilih"
                " WHERE id >= :first"
            ),
            {"first": min(content["id"] for content in contents)},
        )


def find_batch(session: Session, sha256: str) -> tuple[int, int] | None:
    """Give number and row count of an earlier import of the same file."""
    row = session.exec(select(BatchRow).where(BatchRow.sha256 == sha256)).first()
    return (row.id, row.diterima + row.sudah_ada) if row else None


def read_places(session: Session) -> dict[int, str]:
    """Give by voter where the row stood."""
    query = select(PemilihRow.id, BatchRow.berkas, PemilihRow.lembar, PemilihRow.baris)
    rows = session.exec(query.join(BatchRow, col(BatchRow.id) == col(PemilihRow.batch_id)))
    return {
        pemilih_id: f"{berkas}, {lembar}, baris {baris}"
        for pemilih_id, berkas, lembar, baris in rows
    }


def read_pemilih(session: Session) -> tuple[Pemilih, ...]:
    """Give all voters, the struck ones too, in the order they came."""
    return _fetch(session, _select_pemilih().order_by(col(PemilihRow.id)))


def count_pemilih(session: Session) -> dict[str, int]:
    """Count the voters who stand as "L" and "P", the struck ones as "coret"."""
    table = table_of(PemilihRow)
    query = table.select().with_only_columns(cast(table.c.kelamin, String), func.count())
    standing = query.where(table.c.id.not_in(_STRUCK)).group_by(table.c.kelamin)
    counts = {str(name): int(count) for name, count in session.execute(standing)}
    struck = session.execute(select(func.count()).select_from(_STRUCK.subquery())).scalar_one()
    return counts | {"coret": int(struck)}


def find_pemilih(session: Session, pemilih_id: int) -> Pemilih | None:
    """Give one voter."""
    found = _fetch(session, _select_pemilih().where(col(PemilihRow.id) == pemilih_id))
    return found[0] if found else None


def find_pemilih_ids(session: Session, words: Sequence[str], saring: Saring) -> tuple[int, ...]:
    """Find the ids of a working list by name; reads indexes only, however long the list is."""
    table = table_of(PemilihRow)
    query = _narrow(table.select().with_only_columns(table.c.id), words)
    wanted = {
        Saring.TERDAFTAR: table.c.id.not_in(_STRUCK),
        Saring.DICORET: table.c.id.in_(_STRUCK),
        Saring.TAMBAHAN: table.c.asal == Asal.TAMBAHAN.value,
        Saring.BERPERINGATAN: table.c.id.in_(select(TemuanRow.pemilih_id)),
    }
    if saring in wanted:
        query = query.where(wanted[saring])
    return tuple(session.execute(query.order_by(table.c.nama, table.c.id)).scalars())


def read_baris(session: Session, ids: Sequence[int]) -> Iterator[tuple[Pemilih, int | None, int]]:
    """Give some voters in the order of their ids, each with number in the DPT and warnings."""
    pemilih_id, warned = col(DptPemilihRow.pemilih_id), col(TemuanRow.pemilih_id)
    query = _select_pemilih().where(table_of(PemilihRow).c.id.in_(ids))
    found = {pemilih.id: pemilih for pemilih in _fetch(session, query)}
    lines = session.exec(select(pemilih_id, DptPemilihRow.no_urut).where(pemilih_id.in_(ids)))
    numbers = dict(lines.all())
    counts = Counter(session.exec(select(warned).where(warned.in_(ids))))
    return ((found[one], numbers.get(one), counts[one]) for one in ids)


def read_temuan(session: Session, pemilih_id: int | None = None) -> list[tuple[str, str, str]]:
    """Give code, place and evidence of the warnings of one voter, or of all."""
    query = select(TemuanRow.kode, TemuanRow.letak, TemuanRow.bukti).order_by(col(TemuanRow.id))
    if pemilih_id is not None:
        query = query.where(TemuanRow.pemilih_id == pemilih_id)
    return [(kode, letak, bukti) for kode, letak, bukti in session.exec(query)]


def count_temuan(session: Session) -> int:
    """Count the warnings that belong to voters."""
    query = select(func.count()).where(col(TemuanRow.pemilih_id).is_not(None))
    return session.exec(query).one()


def read_perbaikan(session: Session, only: int | None = None) -> list[dict[str, Any]]:
    """Give the rows still to be repaired (or one of them) as stored, with the file's name."""
    query = (
        select(PerbaikanRow, BatchRow.berkas)
        .join(BatchRow, col(BatchRow.id) == col(PerbaikanRow.batch_id))
        .where(col(PerbaikanRow.id).not_in(select(PerbaikanSelesaiRow.perbaikan_id)))
        .order_by(col(PerbaikanRow.id))
    )
    if only is not None:
        query = query.where(PerbaikanRow.id == only)
    return [row.model_dump() | {"berkas": berkas} for row, berkas in session.exec(query)]


def count_perbaikan(session: Session) -> int:
    """Count the rows still to be repaired."""
    done = select(PerbaikanSelesaiRow.perbaikan_id)
    return session.exec(select(func.count()).where(col(PerbaikanRow.id).not_in(done))).one()


def read_dps(session: Session) -> Dps | None:
    """Give the DPS; None before it is set."""
    row = session.exec(select(DpsRow)).first()
    if row is None:
        return None
    fields = row.model_dump(exclude={"id"})
    return Dps.model_validate(fields | {"ditetapkan": parse_utc(row.ditetapkan)})


def read_dps_ids(session: Session) -> frozenset[int]:
    """Give who stood in the DPS."""
    return frozenset(session.exec(select(DpsPemilihRow.pemilih_id)))


def read_dpt(session: Session) -> Dpt | None:
    """Give the locked DPT; None before."""
    row = session.exec(select(DptRow)).first()
    if row is None:
        return None
    fields = row.model_dump(exclude={"id"})
    return Dpt.model_validate(fields | {"dikunci": parse_utc(row.dikunci)})


def read_dpt_pemilih(session: Session) -> tuple[PemilihDpt, ...]:
    """Give the lines of the locked DPT in order."""
    table = table_of(DptPemilihRow)
    fields = [table.c[name] for name in PemilihFields.model_fields]
    query = table.select().with_only_columns(
        *fields, table.c.no_urut, table.c.pemilih_id.label("id")
    )
    records = records_of(session, query.order_by(table.c.no_urut))
    return tuple(PemilihDpt.model_validate(record) for record in records)


def find_dpt_nik(session: Session, wanted: Collection[str]) -> frozenset[str]:
    """Give which of these NIK stand in the locked DPT."""
    nik = col(DptPemilihRow.nik)
    return frozenset(session.exec(select(nik).where(nik.in_(wanted))))


def _select_pemilih() -> Select[Any]:
    table = table_of(PemilihRow)
    fields = [table.c[name] for name in PemilihFields.model_fields]
    return table.select().with_only_columns(
        *fields, table.c.id, table.c.asal, _CORET.label("coret")
    )


def _narrow(query: Select[Any], words: Sequence[str]) -> Select[Any]:
    """Demand every word in the name, or as the NIK; three letters and more use the index."""
    indexed = index_phrase(words)
    if indexed:
        hits = text("SELECT rowid FROM pemilih_cari WHERE pemilih_cari MATCH :words")
        query = query.where(col(PemilihRow.id).in_(hits.bindparams(words=indexed)))
    for word in (word.upper() for word in words if len(word) < 3):
        query = query.where(func.instr(func.upper(PemilihRow.nama), word) > 0)
    return query


def _fetch(session: Session, query: Select[Any]) -> tuple[Pemilih, ...]:
    return tuple(
        Pemilih.model_validate(record | {"asal": Asal(record["asal"])})
        for record in records_of(session, query)
    )

"""Step 4's tables: every version of the plan, its units, and where each voter of the DPT votes.

A new plan is a new version beside the old. The key of `unit_pemilih` keeps a voter from standing
in two units of one plan.
"""

import json
from collections.abc import Sequence

from sqlalchemy import UniqueConstraint, func, insert
from sqlmodel import Field, Session, col, select

from pilkades_desk.core.canonical import canonical
from pilkades_desk.kits.storage.rows import STRICT, Row
from pilkades_desk.kits.storage.triggers import append_only
from pilkades_desk.tps.values import (
    LembarUndangan,
    ModelUnit,
    Pembagian,
    Rencana,
    UnitHitung,
)


class RencanaRow(Row, table=True):
    """One version of the plan."""

    __tablename__ = "rencana_unit"
    __table_args__ = STRICT

    versi: int | None = Field(default=None, primary_key=True)
    model: str
    segel: str
    dibuat: str
    akun_id: int = Field(foreign_key="akun.id")


class KunciRencanaRow(Row, table=True):
    """The plan that was locked; there is one at most."""

    __tablename__ = "kunci_unit"
    __table_args__ = STRICT

    id: int = Field(primary_key=True)
    versi: int = Field(foreign_key="rencana_unit.versi")
    waktu: str
    akun_id: int = Field(foreign_key="akun.id")


class UnitRow(Row, table=True):
    """One counting unit of one version; `wilayah` is a JSON list."""

    __tablename__ = "unit_hitung"
    __table_args__ = STRICT

    versi: int = Field(primary_key=True, foreign_key="rencana_unit.versi")
    nomor: int = Field(primary_key=True)
    nama: str
    lokasi: str
    wilayah: str
    dpt_l: int
    dpt_p: int
    surat_suara: int


class UnitPemilihRow(Row, table=True):
    """Where one voter of the DPT votes, and under which number there."""

    __tablename__ = "unit_pemilih"
    __table_args__ = (UniqueConstraint("versi", "nomor", "nomor_unit"), STRICT)

    versi: int = Field(primary_key=True, foreign_key="rencana_unit.versi")
    no_urut: int = Field(primary_key=True)
    nomor: int
    nomor_unit: int


class LembarUndanganRow(Row, table=True):
    """The invitations of one unit as they were printed; printing again repeats them."""

    __tablename__ = "lembar_undangan"
    __table_args__ = STRICT

    nomor: int = Field(primary_key=True)
    isi: bytes
    sidik: str
    dibuat: str
    akun_id: int = Field(foreign_key="akun.id")


class UndanganRow(Row, table=True):
    """One voter's invitation: the SHA-256 of its code beside the number of the DPT."""

    __tablename__ = "undangan"
    __table_args__ = STRICT

    no_urut: int = Field(primary_key=True)
    nomor: int = Field(foreign_key="lembar_undangan.nomor")
    sidik_kode: str = Field(unique=True)


for _table in (
    "rencana_unit", "kunci_unit", "unit_hitung", "unit_pemilih", "lembar_undangan", "undangan",
):  # fmt: skip
    append_only(_table)


def add_rencana(session: Session, rencana: Rencana, akun_id: int) -> None:
    """Open a new version."""
    fields = rencana.model_dump(exclude={"terkunci"}) | {"model": rencana.model.value}
    session.add(RencanaRow.model_validate(fields | {"akun_id": akun_id}))
    session.flush()


def add_units(
    session: Session, versi: int, units: Sequence[UnitHitung], pembagian: Sequence[Pembagian]
) -> None:
    """Store the units of a version and every voter's place, numbered from 1 within the unit."""
    for unit in units:
        wilayah = canonical(list(unit.wilayah)).decode("utf-8")
        fields = unit.model_dump() | {"versi": versi, "wilayah": wilayah}
        session.add(UnitRow.model_validate(fields))
    session.flush()
    places = [
        {"versi": versi, "no_urut": no_urut, "nomor": part.nomor, "nomor_unit": within}
        for part in pembagian
        for within, no_urut in enumerate(part.no_urut, start=1)
    ]
    session.execute(insert(UnitPemilihRow), places)


def add_kunci(session: Session, versi: int, waktu: str, akun_id: int) -> None:
    """Lock a version."""
    fields = {"id": 1, "versi": versi, "waktu": waktu, "akun_id": akun_id}
    session.add(KunciRencanaRow.model_validate(fields))
    session.flush()


def add_undangan(
    session: Session, lembar: LembarUndangan, akun_id: int, kode: Sequence[tuple[int, str]]
) -> None:
    """Store a unit's invitations; `kode` has the number of the DPT and the hash of each code."""
    session.add(LembarUndanganRow.model_validate(lembar.model_dump() | {"akun_id": akun_id}))
    session.flush()
    rows = [{"no_urut": n, "nomor": lembar.nomor, "sidik_kode": sidik} for n, sidik in kode]
    session.execute(insert(UndanganRow), rows)


def read_undangan(session: Session, nomor: int) -> LembarUndangan | None:
    """Give a unit's invitations as they were printed first; None before."""
    row = session.get(LembarUndanganRow, nomor)
    return LembarUndangan.model_validate(row.model_dump(exclude={"akun_id"})) if row else None


def find_undangan(session: Session, sidik_kode: str) -> int | None:
    """Give the number of the DPT an invitation was made for; None when it is none of ours."""
    query = select(UndanganRow.no_urut).where(UndanganRow.sidik_kode == sidik_kode)
    return session.exec(query).first()


def read_rencana(session: Session) -> Rencana | None:
    """Give the version in force; None before the first."""
    row = session.exec(select(RencanaRow).order_by(col(RencanaRow.versi).desc()).limit(1)).first()
    if row is None:
        return None
    locked = session.exec(select(KunciRencanaRow)).first() is not None
    fields = row.model_dump(exclude={"akun_id"}) | {"model": ModelUnit(row.model)}
    return Rencana.model_validate(fields | {"terkunci": locked})


def find_versi(session: Session) -> int:
    """Give the version in force; 0 before the first."""
    return session.exec(select(func.max(RencanaRow.versi))).one() or 0


def read_units(session: Session, versi: int) -> tuple[UnitHitung, ...]:
    """Give the units of one version by number."""
    query = select(UnitRow).where(UnitRow.versi == versi).order_by(col(UnitRow.nomor))
    return tuple(
        UnitHitung.model_validate(
            row.model_dump(exclude={"versi"}) | {"wilayah": tuple(json.loads(row.wilayah))}
        )
        for row in session.exec(query)
    )


def read_pembagian(session: Session, versi: int) -> tuple[Pembagian, ...]:
    """Give who votes where in one version, in the order of the numbers within the unit."""
    query = select(UnitPemilihRow).where(UnitPemilihRow.versi == versi)
    members: dict[int, list[int]] = {}
    for row in session.exec(query.order_by(col(UnitPemilihRow.nomor_unit))):
        members.setdefault(row.nomor, []).append(row.no_urut)
    return tuple(
        Pembagian(nomor=unit.nomor, wilayah=unit.wilayah, no_urut=tuple(members[unit.nomor]))
        for unit in read_units(session, versi)
    )

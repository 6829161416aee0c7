"""Step 5's tables: one state row per form, every command that changed it, every final copy."""

from collections.abc import Sequence

from sqlalchemy import insert
from sqlmodel import Field, Session, SQLModel, UniqueConstraint, col, select

from pilkades_desk.kits.storage.rows import STRICT, Row
from pilkades_desk.kits.storage.triggers import append_only
from pilkades_desk.penghitungan.entry_state import EntryState
from pilkades_desk.penghitungan.values import FormFinal


class Perintah(SQLModel):
    """One step somebody took on a form; `nilai` is the figure typed, if the step had one."""

    model_config = {"frozen": True}

    akun: int
    kata: str
    isian: str | None = None
    nilai: int | None = None
    keterangan: str | None = None


class FormHitungRow(Row, table=True):
    """Where one form stands, as JSON; `nomor` counts the commands that led here."""

    __tablename__ = "form_hitung"
    __table_args__ = STRICT

    unit: int = Field(primary_key=True)
    nomor: int
    keadaan: str


class PerintahRow(Row, table=True):
    """A command as it was given; from these the state can be walked again."""

    __tablename__ = "form_perintah"
    __table_args__ = (UniqueConstraint("unit", "nomor"), STRICT)

    id: int | None = Field(default=None, primary_key=True)
    unit: int
    nomor: int
    waktu: str
    akun: int
    kata: str
    isian: str | None = None
    nilai: int | None = None
    keterangan: str | None = None


class FormFinalRow(Row, table=True):
    """A final form as it was approved; a withdrawn one stays and the next has the next version."""

    __tablename__ = "form_final"
    __table_args__ = (UniqueConstraint("unit", "versi"), STRICT)

    id: int | None = Field(default=None, primary_key=True)
    unit: int
    versi: int
    segel: str
    isi: str


append_only("form_perintah")
append_only("form_final")


def read_state(session: Session, unit: int) -> EntryState:
    """Give the state of one form; a form nobody touched is empty."""
    row = session.exec(select(FormHitungRow).where(FormHitungRow.unit == unit)).first()
    return EntryState.model_validate_json(row.keadaan) if row else EntryState()


def read_states(session: Session) -> dict[int, EntryState]:
    """Give the state of every form somebody touched, by unit."""
    rows = session.exec(select(FormHitungRow))
    return {row.unit: EntryState.model_validate_json(row.keadaan) for row in rows}


def write_state(
    session: Session, unit: int, state: EntryState, perintah: Sequence[Perintah], waktu: str
) -> None:
    """Keep the new state together with the commands that made it, in their order."""
    row = session.exec(select(FormHitungRow).where(FormHitungRow.unit == unit)).first()
    before = row.nomor if row else 0
    nomor = before + len(perintah)
    keadaan = state.model_dump_json()
    if row is None:
        row = FormHitungRow.model_validate({"unit": unit, "nomor": nomor, "keadaan": keadaan})
    row.nomor, row.keadaan = nomor, keadaan
    session.add(row)
    session.flush()
    given = [
        one.model_dump() | {"unit": unit, "nomor": place, "waktu": waktu}
        for place, one in enumerate(perintah, start=before + 1)
    ]
    if given:
        session.execute(insert(PerintahRow), given)


def read_commands(session: Session, unit: int) -> tuple[Perintah, ...]:
    """Give what was done to one form, in order."""
    query = select(PerintahRow).where(PerintahRow.unit == unit).order_by(col(PerintahRow.nomor))
    return tuple(Perintah.model_validate(row.model_dump()) for row in session.exec(query))


def add_final(session: Session, final: FormFinal) -> None:
    """Keep the final copy of one version."""
    fields = {"unit": final.unit, "versi": final.versi, "segel": final.segel}
    row = FormFinalRow.model_validate(fields | {"isi": final.model_dump_json()})
    session.add(row)
    session.flush()


def read_finals(session: Session) -> tuple[FormFinal, ...]:
    """Give every final copy ever made, withdrawn ones too, by unit and version."""
    query = select(FormFinalRow).order_by(col(FormFinalRow.unit), col(FormFinalRow.versi))
    return tuple(FormFinal.model_validate_json(row.isi) for row in session.exec(query))

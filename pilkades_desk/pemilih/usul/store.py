"""The register of usul and of what was decided; both only grow."""

import json
from typing import Any

from sqlmodel import Field, Session, col, select

from pilkades_desk.core.clock import parse_utc, utc_text
from pilkades_desk.kits.storage.rows import STRICT, Row
from pilkades_desk.kits.storage.triggers import append_only
from pilkades_desk.pemilih.usul.values import Keputusan, Usul, UsulBaru


class UsulRow(Row, table=True):
    """One usul as received; `isi` and `lama` are JSON."""

    __tablename__ = "usul"
    __table_args__ = STRICT

    nomor: int = Field(primary_key=True)
    pemilih_id: int | None = Field(default=None, foreign_key="pemilih.id", index=True)
    nama_pemilih: str
    isi: str
    lama: str
    diterima: str
    akun_id: int = Field(foreign_key="akun.id")


class UsulPutusanRow(Row, table=True):
    """What was decided about one usul."""

    __tablename__ = "usul_putusan"
    __table_args__ = STRICT

    nomor: int = Field(primary_key=True, foreign_key="usul.nomor")
    putusan: str
    alasan: str
    pemilih_id: int | None = Field(default=None, foreign_key="pemilih.id")
    waktu: str
    akun_id: int = Field(foreign_key="akun.id")


append_only("usul")
append_only("usul_putusan")


def add_usul(session: Session, usul: Usul) -> None:
    """Store what was received."""
    row = UsulRow(
        nomor=usul.nomor,
        pemilih_id=usul.isi.pemilih_id,
        nama_pemilih=usul.nama_pemilih,
        isi=usul.isi.model_dump_json(),
        lama=json.dumps(usul.lama, ensure_ascii=False),
        diterima=utc_text(usul.diterima),
        akun_id=usul.akun_id,
    )
    session.add(row)
    session.flush()


def add_keputusan(session: Session, nomor: int, keputusan: Keputusan) -> None:
    """Store what was decided; a second decision on the same usul is refused by the table."""
    fields = keputusan.model_dump() | {"nomor": nomor, "waktu": utc_text(keputusan.waktu)}
    session.add(UsulPutusanRow.model_validate(fields))
    session.flush()


def read_usul(session: Session) -> tuple[Usul, ...]:
    """Give all of them in the order they came, decided or not."""
    decided = {row.nomor: row for row in session.exec(select(UsulPutusanRow))}
    rows = session.exec(select(UsulRow).order_by(col(UsulRow.nomor)))
    return tuple(_usul(row, decided.get(row.nomor)) for row in rows)


def _usul(row: UsulRow, decided: UsulPutusanRow | None) -> Usul:
    fields: dict[str, Any] = row.model_dump(include={"nomor", "nama_pemilih", "akun_id"})
    return Usul(
        **fields,
        isi=UsulBaru.model_validate_json(row.isi),
        lama=json.loads(row.lama),
        diterima=parse_utc(row.diterima),
        keputusan=_keputusan(decided) if decided else None,
    )


def _keputusan(row: UsulPutusanRow) -> Keputusan:
    fields = row.model_dump(exclude={"nomor"})
    return Keputusan.model_validate(fields | {"waktu": parse_utc(row.waktu)})

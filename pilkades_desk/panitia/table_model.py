"""Step 1's tables: who can open the file, and who signs paper."""

from PySide6.QtCore import QObject, Qt

from pilkades_desk.core.clock import Zona, laptop_text, short_date
from pilkades_desk.kits.qt.table import Column, TupleTableModel
from pilkades_desk.panitia.cadangan import Ditemukan
from pilkades_desk.panitia.values import Akun, Orang


def akun_model(zona: Zona, parent: QObject | None = None) -> TupleTableModel[Akun]:
    """Make the table of accounts; days are those of the village's clock."""

    def made_on(akun: Akun) -> str:
        return short_date(akun.dibuat.astimezone(zona.tz).date())

    columns = (
        Column[Akun]("Nama akun", lambda akun: akun.nama, 100),
        Column[Akun]("Nama lengkap", lambda akun: akun.nama_lengkap, 150, takes_rest=True),
        Column[Akun]("Peran", lambda akun: akun.peran.sebutan, 110),
        Column[Akun]("Dibuat", made_on, 104),
    )
    return TupleTableModel(columns, parent)


def penanda_model(parent: QObject | None = None) -> TupleTableModel[Orang]:
    """Make the table of signing persons."""
    columns = (
        Column[Orang]("Nama", lambda orang: orang.nama, 180, takes_rest=True),
        Column[Orang]("Jabatan", lambda orang: orang.jabatan, 130),
        Column[Orang]("TPS", lambda orang: str(orang.unit or "–"), 64, Qt.AlignmentFlag.AlignRight),
    )
    return TupleTableModel(columns, parent)


def cadangan_model(parent: QObject | None = None) -> TupleTableModel[Ditemukan]:
    """Make the table of backups found; one that cannot be read says so."""

    def made_at(one: Ditemukan) -> str:
        return laptop_text(one.about.dibuat) if one.about else "–"

    def step(one: Ditemukan) -> str:
        return str(one.about.kepala.seq) if one.about else "–"

    columns = (
        Column[Ditemukan]("Dibuat", made_at, 150),
        Column[Ditemukan]("Tempat", lambda one: one.tempat.value, 130),
        Column[Ditemukan]("Langkah", step, 84, Qt.AlignmentFlag.AlignRight),
        Column[Ditemukan](
            "Keadaan",
            lambda one: "terbaca" if one.about else "rusak",
            96,
            tone=lambda one: "ok" if one.about else "bad",
        ),
        Column[Ditemukan]("Berkas", lambda one: one.path.name, 220, takes_rest=True),
    )
    return TupleTableModel(columns, parent)

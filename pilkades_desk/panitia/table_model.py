"""Step 1's tables: who can open the file, who signs paper, and the log in words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt

from pilkades_desk.core.clock import Zona, moment_text, short_date
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.table import Column, PagedTableModel, TupleTableModel
from pilkades_desk.panitia.values import Akun, BarisRiwayat, Orang


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


def riwayat_model(
    zona: Zona,
    fetch: Callable[[Sequence[int]], Sequence[BarisRiwayat]],
    parent: QObject | None = None,
) -> PagedTableModel[BarisRiwayat]:
    """Make the table of the log; only what is looked at is read, so it may be long."""

    def moment(each: BarisRiwayat) -> str:
        return moment_text(each.waktu, zona) if each.waktu else "–"

    columns = (
        Column[BarisRiwayat](
            "Langkah", lambda each: angka(each.seq), 84, Qt.AlignmentFlag.AlignRight
        ),
        Column[BarisRiwayat]("Waktu", moment, 170),
        Column[BarisRiwayat]("Siapa", lambda each: each.siapa, 160),
        Column[BarisRiwayat]("Kejadian", lambda each: each.kalimat, 320, takes_rest=True),
    )
    return PagedTableModel(columns, fetch, parent)

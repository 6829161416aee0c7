"""Step 2's tables: the working list of voters, and the rows waiting to be repaired."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt

from pilkades_desk.core.clock import short_date
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.table import Column, PagedTableModel, TupleTableModel
from pilkades_desk.pemilih.values import Asal, BarisPemilih, BarisPerbaikan, Isian

_RIGHT = Qt.AlignmentFlag.AlignRight


def pemilih_model(
    fetch: Callable[[Sequence[int]], Sequence[BarisPemilih]], parent: QObject | None = None
) -> PagedTableModel[BarisPemilih]:
    """Make the working list, fetched a page at a time."""
    columns = (
        Column[BarisPemilih]("No", _number, 64, _RIGHT),
        Column[BarisPemilih]("Nama", lambda baris: baris.pemilih.nama, 176),
        Column[BarisPemilih]("L/P", lambda baris: baris.pemilih.kelamin.value, 46),
        Column[BarisPemilih]("Lahir", _born, 98),
        Column[BarisPemilih](
            "Status", lambda baris: status(baris)[0], 104, tone=lambda baris: status(baris)[1]
        ),
        Column[BarisPemilih]("RT/RW", _area, 80),
        Column[BarisPemilih]("Dusun", lambda baris: baris.pemilih.dusun or "–", 86),
        Column[BarisPemilih]("TPS", lambda baris: baris.pemilih.tps or "–", 54),
        Column[BarisPemilih]("NIK", lambda baris: baris.pemilih.nik, 144),
    )
    return PagedTableModel(columns, fetch, parent)


def perbaikan_model(parent: QObject | None = None) -> TupleTableModel[BarisPerbaikan]:
    """Make the table of rows to be repaired."""
    columns = (
        Column[BarisPerbaikan]("Baris", lambda baris: angka(baris.baris), 64, _RIGHT),
        Column[BarisPerbaikan]("Nama", lambda baris: baris.isian.get(Isian.NAMA, "–"), 190),
        Column[BarisPerbaikan]("Galat", lambda baris: ", ".join(baris.kode), 110),
        Column[BarisPerbaikan]("Mengapa", lambda baris: baris.temuan[0].text, 260, takes_rest=True),
        Column[BarisPerbaikan]("Lembar", lambda baris: baris.lembar, 96),
    )
    return TupleTableModel(columns, parent)


def status(baris: BarisPemilih) -> tuple[str, str]:
    """Say how a voter stands, and in which tone."""
    if baris.pemilih.coret:
        return "Dicoret", "bad"
    if baris.peringatan:
        return "Periksa", "warn"
    if baris.pemilih.asal is Asal.TAMBAHAN:
        return "Tambahan", "info"
    return "Terdaftar", "ok"


def _number(baris: BarisPemilih) -> str:
    return angka(baris.no_urut or baris.pemilih.id)


def _born(baris: BarisPemilih) -> str:
    born = baris.pemilih.tanggal_lahir
    return short_date(born) if born else str(baris.pemilih.tahun_lahir)


def _area(baris: BarisPemilih) -> str:
    return f"{baris.pemilih.rt:03d}/{baris.pemilih.rw:03d}"

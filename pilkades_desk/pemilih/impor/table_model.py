"""The top of a sheet as a table; its heads say which field each column goes to."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont

from pilkades_desk.core.clock import Zona, moment_text
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.table import DISPLAY, TONE, Column, Index, TupleTableModel
from pilkades_desk.kits.qt.theme import current_theme
from pilkades_desk.pemilih.batch.values import Batch
from pilkades_desk.pemilih.impor import batch_forms, forms
from pilkades_desk.pemilih.impor.values import BarisContoh, Contoh, Sasaran

FONT = 6  # Qt.ItemDataRole.FontRole
INK = 9  # Qt.ItemDataRole.ForegroundRole
_ACROSS = Qt.Orientation.Horizontal
LEAST, MOST = 96, 240
_SIGN = 7  # pixels a letter takes
_ROOM = 44


class ContohModel(TupleTableModel[BarisContoh]):
    """Rows as the spreadsheet counts them; the header's rows are bold."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self.sasaran: tuple[Sasaran | None, ...] = ()
        """Where each column goes."""
        self._bold = QFont()
        self._bold.setWeight(QFont.Weight.Bold)

    def show_contoh(self, contoh: Contoh) -> None:
        """Show another sheet, or the same one read in another way."""
        self.sasaran = contoh.sasaran
        columns = [
            Column[BarisContoh](forms.sasaran_words(one), _cell(number), _width(contoh, number))
            for number, one in enumerate(contoh.sasaran)
        ]
        self.show_table(columns, contoh.baris)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Give one cell in one role."""
        if role == FONT:
            return self._bold if self.value_at(index.row()).judul else None
        if role == INK and self.headerData(index.column(), _ACROSS, TONE) != "ok":
            return current_theme()["muted"]
        return super().data(index, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: N802 -- Qt's name
        """Give a column's field with its tone, or the number of a row."""
        if orientation == Qt.Orientation.Vertical and role == DISPLAY:
            return str(self.value_at(section).nomor)
        if orientation == Qt.Orientation.Horizontal and role == TONE:
            sasaran = self.sasaran[section]
            return "bad" if sasaran is None else "ok" if sasaran.isian else ""
        return super().headerData(section, orientation, role)


def _cell(column: int) -> Callable[[BarisContoh], str]:
    return partial(_text, column)


def _text(column: int, baris: BarisContoh) -> str:
    return baris.sel[column] if column < len(baris.sel) else ""


def _width(contoh: Contoh, column: int) -> int:
    body = max((len(_text(column, row)) for row in contoh.baris), default=0)
    head = len(forms.sasaran_words(contoh.sasaran[column]))
    return min(MOST, max(LEAST, body * _SIGN + _ROOM, head * _SIGN + _ROOM))


def batch_model(zona: Zona, parent: QObject | None = None) -> TupleTableModel[Batch]:
    """Make the table of former imports."""
    right = Qt.AlignmentFlag.AlignRight
    columns = (
        Column[Batch]("No", lambda one: angka(one.id), 54, right),
        Column[Batch]("Berkas", lambda one: one.berkas, 220, takes_rest=True),
        Column[Batch]("Waktu", lambda one: moment_text(one.waktu, zona), 170),
        Column[Batch]("Oleh", lambda one: one.oleh, 150),
        Column[Batch]("Diterima", lambda one: angka(one.diterima), 84, right),
        Column[Batch]("Sudah ada", lambda one: angka(one.sudah_ada), 92, right),
        Column[Batch]("Ditolak", lambda one: angka(one.ditolak), 78, right),
        Column[Batch](
            "Keadaan", lambda one: batch_state(one)[0], 104, tone=lambda one: batch_state(one)[1]
        ),
    )
    return TupleTableModel(columns, parent)


def batch_state(one: Batch) -> tuple[str, str]:
    """Say whether an import stands, and in which tone."""
    return ("Ditarik", "bad") if one.ditarik else ("Berlaku", "ok")


def banding_model(parent: QObject | None = None) -> TupleTableModel[batch_forms.Baris]:
    """Make the list of who is only in one of two imports."""
    columns = (
        Column[batch_forms.Baris]("Hanya di", lambda line: line[0], 240),
        Column[batch_forms.Baris]("Nama", lambda line: line[1].nama, 220, takes_rest=True),
        Column[batch_forms.Baris]("NIK", lambda line: line[1].nik, 160),
        Column[batch_forms.Baris]("Letak", lambda line: line[1].letak, 170),
    )
    return TupleTableModel(columns, parent)

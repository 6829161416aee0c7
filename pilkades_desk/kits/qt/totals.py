"""A table whose last row is its total: bold, and never an answer to "which row is chosen?"."""

from collections.abc import Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont

from pilkades_desk.kits.qt.table import DISPLAY, Column, Index, TupleTableModel

FONT = 6  # Qt.ItemDataRole.FontRole
T = TypeVar("T")


class TotalsTableModel(TupleTableModel[T]):
    """A table over frozen values with their total below."""

    def __init__(self, columns: Sequence[Column[T]], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._bold = QFont()
        self._bold.setWeight(QFont.Weight.Bold)

    def show_rows(self, rows: Sequence[T], total: T) -> None:
        """Show these rows and the total below them; without rows there is no total either."""
        self.show_values((*rows, total) if rows else ())

    def is_total(self, row: int) -> bool:
        """Tell the total from the rows it adds up."""
        return row == self.rowCount() - 1

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Give one cell in one role; the total is bold."""
        if role == FONT:
            return self._bold if self.is_total(index.row()) else None
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the total be read and not chosen."""
        flags = super().flags(index)
        return flags & ~Qt.ItemFlag.ItemIsSelectable if self.is_total(index.row()) else flags

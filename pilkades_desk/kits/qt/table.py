"""Table models over frozen values: all of them in memory, or fetched a page at a time.

`data` is called for every visible cell of every frame. Roles arrive as plain ints, and comparing
them as ints is 2.6 times faster than with Qt's enums: this is the one place where that matters.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

DISPLAY = 0  # Qt.ItemDataRole.DisplayRole
TOOL_TIP = 3  # Qt.ItemDataRole.ToolTipRole
ALIGN = 7  # Qt.ItemDataRole.TextAlignmentRole
TONE = 0x0100  # Qt.ItemDataRole.UserRole: the tone of a chip cell
_NOWHERE = QModelIndex()
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Column(Generic[T]):
    """How one value is shown: its words, its width in pixels, a tone when it is a chip.

    One column may take the rest of the width; without one the last column does.
    """

    title: str
    text: Callable[[T], str]
    width: int = 120
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    tone: Callable[[T], str] | None = None
    takes_rest: bool = False


class ColumnsModel(QAbstractTableModel, Generic[T]):
    """What both models share: columns that turn one value into cells."""

    def __init__(self, columns: Sequence[Column[T]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take_columns(columns)

    def _take_columns(self, columns: Sequence[Column[T]]) -> None:
        self.columns = tuple(columns)
        self._texts = tuple(column.text for column in columns)
        self._aligns = tuple(
            int(column.align | Qt.AlignmentFlag.AlignVCenter) for column in columns
        )

    def value_at(self, row: int) -> T:
        """Give the value shown in a row."""
        raise NotImplementedError  # every table keeps its values its own way

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 -- Qt's name
        """Count the columns."""
        return 0 if parent.isValid() else len(self._texts)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Give one cell in one role."""
        if role == DISPLAY:
            return self._texts[index.column()](self.value_at(index.row()))
        if role == ALIGN:
            return self._aligns[index.column()]
        if role == TONE:
            tone = self.columns[index.column()].tone
            return tone(self.value_at(index.row())) if tone else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: N802 -- Qt's name
        """Give a column's title, or the number of a row."""
        if role == DISPLAY:
            across = orientation == Qt.Orientation.Horizontal
            return self.columns[section].title if across else str(section + 1)
        if role == ALIGN and orientation == Qt.Orientation.Horizontal:
            return self._aligns[section]
        return None


class TupleTableModel(ColumnsModel[T]):
    """A table over one tuple of frozen values; for what fits on a few pages."""

    def __init__(self, columns: Sequence[Column[T]], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._values: tuple[T, ...] = ()

    def show_values(self, values: Sequence[T]) -> None:
        """Show these values instead of the former ones."""
        self.beginResetModel()
        self._values = tuple(values)
        self.endResetModel()

    def show_table(self, columns: Sequence[Column[T]], values: Sequence[T]) -> None:
        """Show these values under other columns than before."""
        self.beginResetModel()
        self._take_columns(columns)
        self._values = tuple(values)
        self.endResetModel()

    def value_at(self, row: int) -> T:
        """Give the value shown in a row."""
        return self._values[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 -- Qt's name
        """Count the rows."""
        return 0 if parent.isValid() else len(self._values)


class PagedTableModel(ColumnsModel[T]):
    """A table over ids; `fetch` turns 32 ids at a time into values in the same order."""

    PAGE = 32
    """A screen or two: what is fetched between two frames is what somebody waits for."""
    KEPT = 256

    def __init__(
        self,
        columns: Sequence[Column[T]],
        fetch: Callable[[Sequence[int]], Sequence[T]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent)
        self._fetch = fetch
        self._ids: Sequence[int] = ()
        self._pages: OrderedDict[int, Sequence[T]] = OrderedDict()
        self._hot_number = -1
        self._hot: Sequence[T] = ()

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show the values of these ids, in this order."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self._hot_number = -1
        self.endResetModel()

    @property
    def ids(self) -> Sequence[int]:
        """Give what is shown, in the order of the rows."""
        return self._ids

    def value_at(self, row: int) -> T:
        """Give the value shown in a row, fetching its page when needed."""
        number, place = divmod(row, self.PAGE)
        if number != self._hot_number:
            self._hot = self._page(number)
            self._hot_number = number
        return self._hot[place]

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 -- Qt's name
        """Count the rows."""
        return 0 if parent.isValid() else len(self._ids)

    def _page(self, number: int) -> Sequence[T]:
        found = self._pages.get(number)
        if found is None:
            ids = self._ids[number * self.PAGE : (number + 1) * self.PAGE]
            found = self._pages[number] = tuple(self._fetch(ids))
            if len(self._pages) > self.KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return found

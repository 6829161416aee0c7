"""Tables with fixed columns in millimetres; text shrinks or wraps, heads repeat on every page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from pilkades_desk.kits.pdf.fonts import BOLD, REGULAR, fit, fit_line, width
from pilkades_desk.kits.pdf.page import INK, MM
from pilkades_desk.kits.pdf.sheet import Sheet

PAD = 1.5 * MM
_LINE = 0.45


@dataclass(frozen=True, slots=True)
class Column:
    """One column; columns side by side with the same `group` share a head above their own."""

    title: str
    width: float
    align: str = "l"
    group: str = ""
    wraps: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """One row of cell texts, with a lowest height in millimetres."""

    cells: tuple[str, ...]
    bold: bool = False
    height: float = 0


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes of a table: text and head in points, lowest row height in millimetres."""

    size: float = 9.6
    head: float = 8.4
    row: float = 6.2


Subtotal = Callable[[Sequence[Row]], Row]
Cell = tuple[tuple[str, ...], float]


@dataclass(frozen=True, slots=True)
class Sums:
    """Closes each page of a table that breaks with `page`, and the whole table with `end`."""

    page: Subtotal
    end: Row | None = None


def table(
    sheet: Sheet,
    columns: Sequence[Column],
    rows: Sequence[Row],
    look: Look | None = None,
    sums: Sums | None = None,
) -> None:
    """Draw a table over as many pages as it takes; `sums` closes each page of a longer one."""
    _Table(sheet, columns, look or Look(), sums).draw(rows)


def head_height(columns: Sequence[Column], look: Look) -> float:
    """Give the height of a table's head in points."""
    titles = [fit(column.title, BOLD, look.head, column.width * MM - 2 * PAD) for column in columns]
    own = max(len(lines) * size * 1.2 for lines, size in titles) + 2 * PAD
    grouped = any(column.group for column in columns)
    return max(own, look.row * MM) + (look.row * MM if grouped else 0)


def table_head(sheet: Sheet, columns: Sequence[Column], look: Look) -> None:
    """Draw a table's head alone."""
    _Table(sheet, columns, look, None).draw_head()


class _Table:
    def __init__(
        self, sheet: Sheet, columns: Sequence[Column], look: Look, sums: Sums | None
    ) -> None:
        self.sheet, self.columns, self.look, self.sums = sheet, columns, look, sums
        self.edges = [sheet.left]
        for column in columns:
            self.edges.append(self.edges[-1] + column.width * MM)

    def draw(self, rows: Sequence[Row]) -> None:
        closing = self.sums is not None and self.sums.end is not None
        spare = self.look.row * MM * (1 + closing) if self.sums else 0
        first = self._height(rows[0]) if rows else 0
        self.sheet.need(self._head_height() + first + spare)
        self.draw_head()
        first_page, shown = self.sheet.page, list[Row]()
        for index, row in enumerate(rows):
            if (
                self._height(row) + self._kept_with(rows[index + 1 :]) + spare > self.sheet.room
                and shown
            ):
                self._close(shown)
                self.sheet.new_page()
                self.draw_head()
                shown = []
            self._row(row)
            shown.append(row)
        if self.sheet.page > first_page:
            self._close(shown)
        if self.sums and self.sums.end:
            self._row(self.sums.end)

    def _kept_with(self, after: Sequence[Row]) -> float:
        """Give the height below a row that stays on its page: the last row and what it leaves."""
        return sum(map(self._height, after)) + self.sheet.reserve if len(after) < 2 else 0

    def _close(self, shown: Sequence[Row]) -> None:
        if self.sums:
            self._row(self.sums.page(shown))

    def _cells(self, row: Row) -> list[Cell]:
        font = BOLD if row.bold else REGULAR
        cells: list[Cell] = []
        for column, text in zip(self.columns, row.cells, strict=True):
            room = column.width * MM - 2 * PAD
            if column.wraps and column.align == "l":
                cells.append(fit(text, font, self.look.size, room))
            else:
                line, size = fit_line(text, font, self.look.size, room)
                cells.append(((line,), size))
        return cells

    def _height(self, row: Row) -> float:
        tallest = max(len(lines) * size * 1.2 for lines, size in self._cells(row))
        return max(tallest + 2 * PAD, max(self.look.row, row.height) * MM)

    def _row(self, row: Row) -> None:
        height = self._height(row)
        self._boxes(self.sheet.y, height, self.edges)
        font = BOLD if row.bold else REGULAR
        for index, cell in enumerate(self._cells(row)):
            self._text(index, cell, font, (self.sheet.y, height))
        self.sheet.y -= height

    def _text(self, index: int, cell: Cell, font: str, band: tuple[float, float]) -> None:
        lines, size = cell
        top, height = band
        leading = size * 1.2
        y = top - (height - len(lines) * leading) / 2 - size * 0.93
        self.sheet.canvas.setFont(font, size)
        for line in lines:
            self.sheet.canvas.drawString(self._x(index, line, font, size), y, line)
            y -= leading

    def _x(self, index: int, line: str, font: str, size: float) -> float:
        left, right = self.edges[index], self.edges[index + 1]
        if self.columns[index].align == "r":
            return right - PAD - width(line, font, size)
        if self.columns[index].align == "c":
            return (left + right - width(line, font, size)) / 2
        return left + PAD

    def _boxes(self, top: float, height: float, edges: Sequence[float], fill: bool = False) -> None:
        canvas = self.sheet.canvas
        canvas.setStrokeGray(INK)
        canvas.setLineWidth(_LINE)
        if fill:
            canvas.setFillGray(0.93)
            canvas.rect(edges[0], top - height, edges[-1] - edges[0], height, stroke=0, fill=1)
            canvas.setFillGray(INK)
        canvas.rect(edges[0], top - height, edges[-1] - edges[0], height)
        for x in edges[1:-1]:
            canvas.line(x, top, x, top - height)

    def _titles(self) -> list[Cell]:
        return [
            fit(column.title, BOLD, self.look.head, column.width * MM - 2 * PAD)
            for column in self.columns
        ]

    def _head_height(self) -> float:
        return head_height(self.columns, self.look)

    @property
    def _band(self) -> float:
        return self.look.row * MM

    def draw_head(self) -> None:
        """Draw the head at the pen and move it below."""
        top, height = self.sheet.y, self._head_height()
        self._boxes(top, height, (self.edges[0], self.edges[-1]), fill=True)
        titles = self._titles()
        start = 0
        for group, members in groupby(self.columns, key=lambda column: column.group):
            end = start + len(list(members))
            if group:
                self._group(group, (start, end), top)
            band = self._band if group else 0
            for index in range(start, end):
                self._boxes(top - band, height - band, self.edges[index : index + 2])
                self._centred(
                    titles[index], self.edges[index : index + 2], (top - band, height - band)
                )
            start = end
        self.sheet.y -= height

    def _group(self, text: str, span: tuple[int, int], top: float) -> None:
        edges = (self.edges[span[0]], self.edges[span[1]])
        line, size = fit_line(text, BOLD, self.look.head, edges[1] - edges[0] - 2 * PAD)
        self._boxes(top, self._band, edges)
        self._centred(((line,), size), edges, (top, self._band))

    def _centred(self, cell: Cell, edges: Sequence[float], band: tuple[float, float]) -> None:
        lines, size = cell
        y = band[0] - (band[1] - len(lines) * size * 1.2) / 2 - size * 0.93
        self.sheet.canvas.setFont(BOLD, size)
        for line in lines:
            x = (edges[0] + edges[-1] - width(line, BOLD, size)) / 2
            self.sheet.canvas.drawString(x, y, line)
            y -= size * 1.2

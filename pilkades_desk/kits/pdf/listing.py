"""Long lists: thousands of rows of one height, the grid drawn once, the text as ready operators.

A row never grows: a text too long for its column is set smaller, and on two lines before it gets
too small to read. Much faster than `tables`, whose rows fit themselves to their text.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase.pdfmetrics import getFont, stringWidth

from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.kits.pdf.fonts import BOLD, REGULAR, clean, fit_line, wrap
from pilkades_desk.kits.pdf.page import INK, MM, stamp
from pilkades_desk.kits.pdf.sheet import Sheet
from pilkades_desk.kits.pdf.tables import Column, Look, head_height, table_head

PAD = 1.2 * MM
SMALLEST = 0.7
"""Share of the usual size down to which a text stays on one line."""
LOOK = Look(size=8.6, head=8, row=5.2)
Line = tuple[str, ...]
PageLines = Callable[[Sequence[Line]], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list's columns, sizes, and what stands below the rows of each page, such as subtotals."""

    columns: Sequence[Column]
    look: Look = LOOK
    below: PageLines | None = None
    lines_below: int = 0


def listing(sheet: Sheet, plan: Listing, rows: Sequence[Line], progress: Progress = quiet) -> None:
    """Draw all rows over as many pages as they take, the head on each."""
    page_list = _List(sheet, plan)
    start = 0
    while start < len(rows):
        page_list.fit_page()
        start = page_list.draw(rows, start)
        if sheet.draws:
            progress(start, len(rows))


class Pen:
    """Words lines for one canvas, each distinct text once: operators of `x y Tm (text) Tj`."""

    def __init__(self, canvas: Any, font: str = REGULAR, size: float = 8.6) -> None:
        self.font, self.size = font, size
        self._canvas = canvas
        self._doc = canvas._doc  # noqa: SLF001 -- the only way to a font's codes in this document
        self._face = getFont(font)
        self._known: dict[tuple[float, float, str, str], Piece] = {}

    def text(self, pieces: Iterable[tuple["Piece", str]]) -> str:
        """Give one text object of pieces, each at its height."""
        shown = "\n".join(piece.at(y) for piece, y in pieces)
        return f"BT {INK} g {self.base}\n{shown}\nET"

    @cached_property
    def base(self) -> str:
        """Give the operators that choose the font at its usual size."""
        return self._choose(0, self.size)

    def piece(self, left: float, right: float, align: str, text: str) -> "Piece":
        """Lay a text out between two edges; the height is added later."""
        key = (left, right, align, text)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._lay_out(left, right, align, text)
        return found

    def _lay_out(self, left: float, right: float, align: str, text: str) -> "Piece":
        line, room = clean(text), right - left
        needed = stringWidth(line, self.font, self.size)
        if needed * SMALLEST > room:
            return self._two_lines(left, room, line)
        size = self.size if needed <= room else self.size * room / needed * 0.999
        free = max(0.0, room - needed)
        x = left + {"l": 0.0, "c": free / 2, "r": free}[align]
        return Piece(f"1 0 0 1 {x:.2f} ", self._show(line, size))

    def _two_lines(self, left: float, room: float, line: str) -> "Piece":
        size = self.size * SMALLEST
        while len(lines := wrap(line, self.font, size, room)) > 2:
            size *= 0.94
        first, second = (*lines, "")[:2]
        # up and down from the row's baseline, so that both stay inside the row
        show = f"0 {size * 0.52:.2f} Td{self._show(first, size)} 0 {-size:.2f} Td"
        return Piece(f"1 0 0 1 {left:.2f} ", f" {show}{self._show(second, size)}")

    def _show(self, line: str, size: float) -> str:
        if line.isascii() and size == self.size:
            return f" ({escapePDF(line)}) Tj"
        parts = self._face.splitString(line, self._doc)
        words = [f" {self._choose(subset, size)} ({escapePDF(code)}) Tj" for subset, code in parts]
        return f"{''.join(words)} {self.base}"

    def _choose(self, subset: int, size: float) -> str:
        return f"{self._face.getSubsetInternalName(subset, self._doc)} {size:.3f} Tf"


@dataclass(frozen=True, slots=True)
class Piece:
    """The operators of one text, before and after the height of its baseline."""

    before: str
    after: str

    def at(self, y: str) -> str:
        """Give the operators at a height."""
        return f"{self.before}{y} Tm{self.after}"


@dataclass
class _List:
    sheet: Sheet
    plan: Listing
    pen: Pen | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        look = self.plan.look
        self.edges = [self.sheet.left]
        for column in self.plan.columns:
            self.edges.append(self.edges[-1] + column.width * MM)
        self.spans = [
            (left + PAD, right - PAD, column.align)
            for left, right, column in zip(
                self.edges, self.edges[1:], self.plan.columns, strict=False
            )
        ]
        self.row = look.row * MM
        self.head = head_height(self.plan.columns, look)
        self.foot = self.plan.lines_below * look.row * MM
        if self.sheet.draws:
            self.pen = Pen(self.sheet.canvas, REGULAR, look.size)

    def fit_page(self) -> None:
        """Go on to the next page when not even two rows fit."""
        self.sheet.need(self.head + 2 * self.row + self.foot)

    def draw(self, rows: Sequence[Line], start: int) -> int:
        """Draw what fits on this page and give the index of the first row that did not."""
        most = int((self.sheet.room - self.head - self.foot) / self.row)
        shown = rows[start : start + most]
        if self.pen is not None:
            self._draw(shown, self.pen)
        self.sheet.y -= self.head + len(shown) * self.row + self.foot
        return start + len(shown)

    def _draw(self, shown: Sequence[Line], pen: Pen) -> None:
        sheet, top = self.sheet, self.sheet.y
        name = f"kisi-{top:.0f}-{len(shown)}"
        stamp(sheet.canvas, name, sheet.frame, lambda: self._grid(len(shown)))
        base = top - self.head - self.row / 2 - self.plan.look.size * 0.34
        levels = [f"{base - number * self.row:.2f}" for number in range(len(shown))]
        code = pen.text(
            (pen.piece(*span, text), y)
            for y, row in zip(levels, shown, strict=True)
            for span, text in zip(self.spans, row, strict=True)
            if text
        )
        sheet.canvas._code.append(code)  # noqa: SLF001 -- a page's text in one piece
        if self.plan.below is not None:
            self._below(self.plan.below(shown), top - self.head - len(shown) * self.row)

    def _grid(self, count: int) -> None:
        canvas, edges = self.sheet.canvas, self.edges
        top = self.sheet.y
        table_head(self.sheet, self.plan.columns, self.plan.look)
        self.sheet.y = top
        canvas.setStrokeGray(INK)
        canvas.setLineWidth(0.4)
        upper, lower = top - self.head, top - self.head - count * self.row
        levels = [upper - number * self.row for number in range(1, count + 1)]
        canvas.lines([(edges[0], y, edges[-1], y) for y in levels])
        canvas.lines([(x, upper, x, lower) for x in edges])

    def _below(self, lines: Sequence[str], top: float) -> None:
        for number, text in enumerate(lines):
            y = top - (number + 0.5) * self.row - self.plan.look.size * 0.34
            room = self.edges[-1] - self.edges[0] - 2 * PAD
            line, size = fit_line(text, BOLD, self.plan.look.size, room)
            self.sheet.canvas.setFont(BOLD, size)
            self.sheet.canvas.drawRightString(self.edges[-1] - PAD, y, line)

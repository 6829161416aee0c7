"""Reads the tables of a web page, which many programs save under the name .xls.

Takes the text apart at every `<` and reads it once from front to back: the standard library's
parser needs the square of the time on a page of broken tags. Scripts, styles and comments are
passed over, nothing is fetched, and a character reference stands for one or two characters.
"""

import re
from collections.abc import Iterator
from html import unescape

from pilkades_desk.core.errors import SheetError
from pilkades_desk.kits.spreadsheet.guard import MAX_COLUMNS, MAX_ROWS, too_wide

Grid = list[list[str]]
_TAG = re.compile(r"(/?)([a-zA-Z][a-zA-Z0-9]*)")
_SPAN = re.compile(r"\b(colspan|rowspan)\s*=\s*[\"']?\s*(\d{1,6})", re.IGNORECASE)
_COMMENT = re.compile(r"!--")
_SILENT = frozenset({"script", "style", "title"})
_LINES = frozenset({"br", "p", "div"})


def html_tables(untrusted_text: str) -> tuple[Grid, ...]:
    """Give every outermost table as rows of texts; SheetError when one is far too large.

    A cell over several columns or rows stands in its first place, the others are empty. Text before
    a table becomes rows of one cell above it, as a letterhead would be.
    """
    page = _Page()
    for tag, attributes, text in _pieces(untrusted_text):
        page.take(tag, attributes, text)
    page.finish()
    if not page.tables:
        raise SheetError("Halaman web ini tidak memuat tabel.", "Minta berkas Excel aslinya.")
    return tuple(page.tables)


def _pieces(text: str) -> Iterator[tuple[str, str, str]]:
    """Give tag, attributes and the text after it; no comments, no scripts."""
    silent, comment = "", False
    for piece in text.split("<"):
        if comment:
            comment = "-->" not in piece
            if not comment:
                yield "", "", piece.split("-->", 1)[1]
            continue
        if _COMMENT.match(piece):
            comment = "-->" not in piece
            yield "", "", piece.split("-->", 1)[1] if not comment else ""
            continue
        match = _TAG.match(piece)
        name = match[2].lower() if match else ""
        inside, _, after = piece.partition(">")
        if silent:
            silent = "" if match and match[1] and name == silent else silent
        elif name in _SILENT and match and not match[1]:
            silent = name
        else:
            yield (match[1] + name if match else ""), inside, unescape(after)


class _Page:
    """Builds tables tag by tag; the text of a table within a table stays in the outer cell."""

    def __init__(self) -> None:
        self.tables: list[Grid] = []
        self._above: Grid = []
        self._grid: Grid = []
        self._row: list[str] | None = None
        self._parts: list[str] | None = None
        self._covered: dict[int, int] = {}
        self._depth = 0
        self._spans = (1, 1)

    def take(self, tag: str, attributes: str, text: str) -> None:
        """Take one tag and the text after it."""
        if tag in ("table", "/table"):
            self._turn_table(opens=tag == "table")
        elif self._depth == 1:
            self._take_in_table(tag, attributes)
        elif tag in _LINES and self._parts is not None:
            self._parts.append("\n")
        if self._parts is not None:
            self._parts.append(text)
        elif not self._depth and text.strip():
            self._above.append([" ".join(text.split())])

    def finish(self) -> None:
        """Close what a cut file left open."""
        if self._depth:
            self._depth = 1
            self._turn_table(opens=False)

    def _turn_table(self, *, opens: bool) -> None:
        self._depth = max(0, self._depth + (1 if opens else -1))
        if opens and self._depth == 1:
            self._grid, self._above, self._covered = self._above, [], {}
        elif not opens and not self._depth:
            self._end_row()
            if self._grid:
                self.tables.append(self._grid)
            self._grid = []

    def _take_in_table(self, tag: str, attributes: str) -> None:
        if tag in ("tr", "/tr"):
            self._end_row()
            self._row = [] if tag == "tr" else None
        elif tag in ("td", "th"):
            self._end_cell()
            self._row = [] if self._row is None else self._row
            self._parts = []
            spans = {name.lower(): int(number) for name, number in _SPAN.findall(attributes)}
            self._spans = (spans.get("colspan", 1) or 1, spans.get("rowspan", 1) or 1)
        elif tag in ("/td", "/th"):
            self._end_cell()
        elif tag in _LINES and self._parts is not None:
            self._parts.append("\n")

    def _end_cell(self) -> None:
        if self._parts is None or self._row is None:
            self._parts = None
            return
        self._skip_covered()
        wide, high = self._spans
        if len(self._row) + wide > MAX_COLUMNS:
            raise too_wide()
        for column in range(len(self._row), len(self._row) + wide):
            if high > 1:
                self._covered[column] = high
        self._row += ["".join(self._parts).strip("\r\n\t \xa0"), *[""] * (wide - 1)]
        self._parts = None

    def _skip_covered(self) -> None:
        while self._row is not None and self._covered.get(len(self._row), 0) > 0:
            self._row.append("")

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is None:
            return
        self._skip_covered()
        self._grid.append(self._row)
        if len(self._grid) > MAX_ROWS:
            raise too_wide()
        self._covered = {column: left - 1 for column, left in self._covered.items() if left > 1}
        self._row = None

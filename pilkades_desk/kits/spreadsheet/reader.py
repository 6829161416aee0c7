"""Sheets in: xlsx, xls, ods, csv, web tables and Word tables become rows of cells.

A cell still knows what kind it was: sixteen digits in a number cell have already lost the last one,
and a formula that nobody computed is not an empty cell.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from pilkades_desk.core.errors import SheetError
from pilkades_desk.kits.spreadsheet.docx_tables import docx_tables
from pilkades_desk.kits.spreadsheet.formulas import Places, bare_formulas
from pilkades_desk.kits.spreadsheet.guard import (
    HEAD_LINES,
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_ROWS,
    Format,
    check_bytes,
    damaged,
    locked,
    too_wide,
)
from pilkades_desk.kits.spreadsheet.html_tables import html_tables
from pilkades_desk.kits.spreadsheet.ole import check_ole

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Kind = Literal["text", "number", "date", "bool", "empty", "formula"]
_Raw = int | float | str | bool | time | date | datetime | timedelta


class Cell(NamedTuple):
    """One cell: its text as written (numbers without `.0`, dates ISO) and its kind."""

    text: str
    kind: Kind


EMPTY = Cell("", "empty")
BARE = Cell("", "formula")
"""A formula whose result is not in the file."""
Row = tuple[Cell, ...]


class Sheet(NamedTuple):
    """One sheet; `rows[0]` is row 1 of the sheet, blank rows included."""

    name: str
    rows: tuple[Row, ...]


def read_bytes(path: Path) -> bytes:
    """Read a whole sheet file, at most 50 MB; SheetError when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SheetError(
            f"Berkas {path.name} tidak dapat dibaca.", "Periksa berkas atau sticknya, pilih lagi."
        ) from error


def read_sheets(untrusted_bytes: bytes) -> tuple[Sheet, ...]:
    """Read every sheet of a file; SheetError when it is no sheet, damaged or far too large."""
    kind = check_bytes(untrusted_bytes)
    reader = _TEXTS.get(kind)
    return reader(untrusted_bytes) if reader else _read_book(untrusted_bytes, kind)


def _read_book(untrusted_bytes: bytes, kind: Format) -> tuple[Sheet, ...]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    if kind == "xls":
        check_ole(untrusted_bytes)
    bare = bare_formulas(untrusted_bytes) if kind == "xlsx" else {}
    try:
        with _panics_refused(), CalamineWorkbook.from_filelike(io.BytesIO(untrusted_bytes)) as book:
            names = book.sheet_names
            return tuple(
                _read_sheet(book.get_sheet_by_name(name), bare.get(name, frozenset()))
                for name in names
            )
    except PasswordError as error:
        raise locked() from error
    except CalamineError as error:
        raise damaged() from error


@contextmanager
def _panics_refused() -> Iterator[None]:
    """Refuse a damaged book on which the parser gives up; its error has no class to import."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise damaged() from error
        raise


def _read_sheet(sheet: "CalamineSheet", bare: Places) -> Sheet:
    bottom, right = sheet.end or (0, 0)
    if bottom >= MAX_ROWS or right >= MAX_COLUMNS:
        raise too_wide()
    made: dict[type, _Made] = {}
    for kind in (str, int, float, bool, date, datetime, time, timedelta):
        made[kind] = _Made()
    lead = (EMPTY,) * (sheet.start or (0, 0))[1]  # the parser leaves out blank columns before all
    rows = [(*lead, *[made[type(raw)][raw] for raw in row]) for row in sheet.iter_rows()]
    for row, column in sorted(bare):
        if row < len(rows) and column < len(rows[row]):
            rows[row] = (*rows[row][:column], BARE, *rows[row][column + 1 :])
    return Sheet(sheet.name, tuple(rows))


class _Made(dict[_Raw, Cell]):
    """Makes each content's cell once; most cells of a list say what the one above says."""

    def __missing__(self, raw: _Raw) -> Cell:
        cell = self[raw] = cell_of(raw)
        return cell


def cell_of(raw: _Raw) -> Cell:
    """Turn what the parser gives into a cell."""
    if isinstance(raw, str):
        return Cell(raw, "text") if raw and not raw.isspace() else EMPTY
    if isinstance(raw, bool):
        return Cell("true" if raw else "false", "bool")
    if isinstance(raw, int | float):
        whole = isinstance(raw, float) and raw.is_integer()
        return Cell(str(int(raw)) if whole else repr(raw), "number")
    if isinstance(raw, timedelta):
        return Cell(str(raw), "date")
    return Cell(raw.isoformat(), "date")


def _decode(untrusted_bytes: bytes) -> str:
    try:
        return untrusted_bytes.decode("utf-8-sig")
    except UnicodeDecodeError:
        return untrusted_bytes.decode("cp1252", errors="replace")


def _read_csv(untrusted_bytes: bytes) -> tuple[Sheet, ...]:
    text = _decode(untrusted_bytes)
    head = text.split("\n", HEAD_LINES)[:HEAD_LINES]
    separator = max(",;\t", key=lambda mark: max(line.count(mark) for line in head))
    try:
        rows = _limited(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        return (Sheet("CSV", tuple(rows)),)
    except csv.Error as error:
        raise SheetError(
            "Berkas CSV ini tidak dapat dibaca.", "Simpan ulang sebagai .xlsx, pilih lagi."
        ) from error


def _read_html(untrusted_bytes: bytes) -> tuple[Sheet, ...]:
    return _from_grids(html_tables(_decode(untrusted_bytes)))


def _read_docx(untrusted_bytes: bytes) -> tuple[Sheet, ...]:
    return _from_grids(docx_tables(untrusted_bytes))


def _from_grids(grids: Sequence[list[list[str]]]) -> tuple[Sheet, ...]:
    return tuple(
        Sheet(f"Tabel {number}", tuple(_limited(grid))) for number, grid in enumerate(grids, 1)
    )


def _limited(lines: Iterable[list[str]]) -> Iterable[Row]:
    made = _Made()
    for number, line in enumerate(lines):
        if number >= MAX_ROWS or len(line) > MAX_COLUMNS:
            raise too_wide()
        yield tuple([made[text] for text in line])


_TEXTS: dict[Format, Callable[[bytes], tuple[Sheet, ...]]] = {
    "csv": _read_csv,
    "html": _read_html,
    "docx": _read_docx,
}

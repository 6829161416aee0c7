"""Sheets out, by XlsxWriter: text stays text, and the bytes depend on the content alone.

Nothing that a clerk once typed can come back as a formula, and sixteen digits stay sixteen digits.
"""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_767  # characters in one cell; a spreadsheet program refuses a book with more
_LONGEST_FOOT = 255
_OPTIONS = {
    "in_memory": True,  # rows of voters never touch an unencrypted temporary file
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "remove_timezone": True,
}
_MADE = datetime(1980, 1, 1, tzinfo=UTC)


class Formula(NamedTuple):
    """A formula without a stored result, as a book has that no spreadsheet program opened yet."""

    text: str


Out = str | int | datetime | Formula | None


class SheetOut(NamedTuple):
    """One sheet to write: its name, header cells (bold, frozen) and rows; widths in characters.

    `mark` stands above the header and at the foot of every printed page.
    """

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Out]]
    widths: Sequence[int] = ()
    mark: str = ""


def write_xlsx(sheets: Sequence[SheetOut]) -> bytes:
    """Write a workbook; same content, same bytes. Moments are written as their wall clock reads."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    with Workbook(buffer, _OPTIONS) as book:
        book.set_properties({"created": _MADE})
        bold = book.add_format({"bold": True})
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        for sheet in sheets:
            _write_sheet(book, sheet, bold, moment)
    return buffer.getvalue()


def _write_sheet(book: "Workbook", sheet: SheetOut, bold: "Format", moment: "Format") -> None:
    page = book.add_worksheet(clean(sheet.name)[:31])
    top = 1 if sheet.mark else 0
    if sheet.mark:
        page.write_string(0, 0, clean(sheet.mark))
        page.set_footer(f"&L{clean(sheet.mark).replace('&', '&&')}"[:_LONGEST_FOOT])
    page.freeze_panes(top + 1, 0)
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    for column, text in enumerate(sheet.header):
        page.write_string(top, column, clean(text), bold)
    for number, row in enumerate(sheet.rows, top + 1):
        for column, content in enumerate(row):
            _write_cell(page, (number, column), content, moment)


def _write_cell(page: "Worksheet", at: tuple[int, int], content: Out, moment: "Format") -> None:
    match content:
        case None:
            return
        case str():
            page.write_string(*at, clean(content))
        case int():
            page.write_number(*at, content)
        case Formula(text):
            page.write_formula(*at, f"={text}", None, "")
        case datetime():
            page.write_datetime(*at, content, moment)


def clean(text: str) -> str:
    """Drop the control characters that no XML may hold, and what is too long for a cell."""
    return _FORBIDDEN.sub("", text)[:_LONGEST]

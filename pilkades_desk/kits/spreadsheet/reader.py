"""Sheets in: xlsx, xls, ods and csv become rows of cells that still know what kind they were.

The kind matters: sixteen digits in a number cell have already lost the last one.
"""

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from pilkades_desk.core.errors import SheetError
from pilkades_desk.kits.spreadsheet.guard import (
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_ROWS,
    check_bytes,
    too_wide,
)

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Kind = Literal["text", "number", "date", "bool", "empty"]
_Raw = int | float | str | bool | time | date | datetime | timedelta


class Cell(NamedTuple):
    """One cell: its text as written (numbers without `.0`, dates ISO) and its kind."""

    text: str
    kind: Kind


EMPTY = Cell("", "empty")
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
    if check_bytes(untrusted_bytes) == "csv":
        return (Sheet("CSV", _read_csv(untrusted_bytes)),)
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(untrusted_bytes)) as book:
            return tuple(_read_sheet(book.get_sheet_by_name(name)) for name in book.sheet_names)
    except PasswordError as error:
        raise SheetError(
            "Berkas ini terkunci kata sandi.", "Simpan tanpa kata sandi, pilih lagi."
        ) from error
    except CalamineError as error:
        raise SheetError(
            "Berkas ini rusak atau bukan lembar kerja.",
            "Buka berkasnya dengan Excel atau LibreOffice, simpan sebagai .xlsx, pilih lagi.",
        ) from error


def _read_sheet(sheet: "CalamineSheet") -> Sheet:
    bottom, right = sheet.end or (0, 0)
    if bottom >= MAX_ROWS or right >= MAX_COLUMNS:
        raise too_wide()
    texts = _Texts()
    return Sheet(
        sheet.name,
        tuple(
            tuple(texts[raw] if type(raw) is str else cell_of(raw) for raw in row)
            for row in sheet.to_python(skip_empty_area=False)
        ),
    )


class _Texts(dict[str, Cell]):
    """Makes each text's cell once; most cells of a list say what the one above says."""

    def __missing__(self, text: str) -> Cell:
        cell = self[text] = cell_of(text)
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


def _read_csv(untrusted_bytes: bytes) -> tuple[Row, ...]:
    try:
        text = untrusted_bytes.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = untrusted_bytes.decode("cp1252", errors="replace")
    head = text.split("\n", 1)[0]
    separator = max(",;\t", key=head.count)
    try:
        return tuple(_limited(csv.reader(io.StringIO(text, newline=""), delimiter=separator)))
    except csv.Error as error:
        raise SheetError(
            "Berkas CSV ini tidak dapat dibaca.", "Simpan ulang sebagai .xlsx, pilih lagi."
        ) from error


def _limited(lines: Iterable[list[str]]) -> Iterable[Row]:
    for number, line in enumerate(lines):
        if number >= MAX_ROWS or len(line) > MAX_COLUMNS:
            raise too_wide()
        yield tuple(map(cell_of, line))

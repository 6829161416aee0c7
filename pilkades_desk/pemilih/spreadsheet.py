"""From sheet rows to untrusted voter rows, by the layout, header and columns that were detected.

Below the header a row of column numbers and repeated headers are passed over; a sheet without the
needed columns is reported, never guessed at; columns about choices or money are emptied.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pilkades_desk.core.errors import SheetError
from pilkades_desk.kits.spreadsheet.reader import BARE, EMPTY, Cell, Row, Sheet
from pilkades_desk.pemilih.deteksi import (
    HEADER_ROWS,
    Deteksi,
    LembarTerdeteksi,
    looks_like_header,
)
from pilkades_desk.pemilih.sumber import WAJIB, SourceProfile, code_tables, sources, spelling
from pilkades_desk.pemilih.turunan import Keluarga, derive
from pilkades_desk.pemilih.values import Isian

_Any = TypeVar("_Any")
_LONGER = 10
"""Than any word for nothing with blanks round it; most texts are, and need no closer look."""
_HEADER_CELLS = 3
"""Fewer filled cells are a title, whose words say nothing about the column below."""
_COLUMN_NUMBER = re.compile(r"-?\d{1,2}|\(\d{1,2}\)")


@dataclass(frozen=True, slots=True)
class UntrustedRow:
    """One row as found: where, every cell, and which column holds which field."""

    source: SourceProfile
    lembar: str
    baris: int
    kepala: tuple[str, ...]
    cells: Row
    columns: Mapping[Isian, int]
    corrected: Mapping[Isian, Cell]

    def cell(self, isian: Isian) -> Cell:
        """Give a field's cell; what a person typed instead comes first, "null" counts as empty."""
        if isian in self.corrected:
            return self.corrected[isian]
        column = self.columns.get(isian, -1)
        cell = self.cells[column] if 0 <= column < len(self.cells) else EMPTY
        if len(cell.text) < _LONGER and cell.text.strip().lower() in self.source.nothing:
            return EMPTY
        return cell

    def text(self, isian: Isian) -> str:
        """Give a field's text with runs of blanks made one."""
        return " ".join(self.cell(isian).text.split())


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A sheet that holds voters, and what of its columns is the running number or never read."""

    source: SourceProfile
    sheet: Sheet
    found: LembarTerdeteksi
    numbering: frozenset[int]
    forbidden: Mapping[int, str]
    """Columns never read, with what is written above them."""
    heads: tuple[Mapping[int, str], ...]
    """The header's rows by mapped column, as `spelling` gives them."""

    @property
    def first(self) -> int:
        """Give the place of the first row below the header, counted from 0."""
        return self.found.baris_judul - 1 + self.found.tinggi_judul


def find_tables(sheets: Sequence[Sheet], deteksi: Deteksi) -> tuple[FoundTable, ...]:
    """Give the detected sheets; SheetError when there is none or formulas lack results."""
    if not deteksi.lembar:
        needed = ", ".join(isian.upper() for isian in WAJIB)
        raise SheetError(
            "Tidak ada lembar dengan kepala kolom daftar pemilih.",
            f"Tulis kepala kolom ini di salah satu dari 15 baris pertama: {needed}.",
        )
    by_name = {sheet.name: sheet for sheet in sheets}
    tables = tuple(_table(by_name[found.lembar], found) for found in deteksi.lembar)
    for table in tables:
        _refuse_bare(table)
    return tables


def count_rows(table: FoundTable) -> int:
    """Count the rows below the header, blank ones included."""
    return len(table.sheet.rows) - table.first


def read_rows(table: FoundTable) -> Iterator[UntrustedRow]:
    """Give every row below the header that says anything about anyone."""
    found, keluarga = table.found, Keluarga(table.source.keluarga)
    made = derive(found, table.source, table.sheet, keluarga)
    width = max([len(found.kepala), *map(len, table.sheet.rows)] if made else [0])
    columns = {isian: places[0] for isian, places in found.kolom.items()}
    columns |= {one.isian: width + number for number, one in enumerate(made)}
    kepala = _without(found.kepala, table.forbidden, "")
    if made:
        kepala = (*_padded(kepala, width, ""), *(one.kepala for one in made))
    for number, cells in enumerate(table.sheet.rows):
        if table.source.keluarga and keluarga.hear(cells):
            continue
        if number < table.first or _says_nothing(table, number, cells):
            continue
        shown = _without(cells, table.forbidden, EMPTY) if table.forbidden else cells
        if made:
            shown = (*_padded(shown, width, EMPTY), *(one.make(shown) for one in made))
        yield UntrustedRow(table.source, table.sheet.name, number + 1, kepala, shown, columns, {})


def forbidden_headers(table: FoundTable) -> tuple[str, ...]:
    """Name the columns never read because they tell a choice or money (S-263)."""
    return tuple(table.forbidden[column] for column in sorted(table.forbidden))


def forbidden_columns(sheet: Sheet, kepala: Sequence[str]) -> dict[int, str]:
    """Find the columns that tell a choice or money, whoever says what they hold (S-263).

    Any row near the top that looks like a header counts: a person may have pointed at another one.
    """
    near = (sheet.rows[at] for at in range(min(HEADER_ROWS, len(sheet.rows))) if
            _is_header_like(sheet, at))  # fmt: skip
    heads = [kepala, *([cell.text for cell in row] for row in near)]
    words = code_tables().terlarang
    return {
        column: text
        for head in heads
        for column, text in enumerate(head)
        if any(f" {word} " in f" {spelling(text)} " for word in words)
    }


def _table(sheet: Sheet, found: LembarTerdeteksi) -> FoundTable:
    source = sources()[found.tata_letak]
    spelled = [spelling(text) for text in found.kepala]
    mapped = {column for places in found.kolom.values() for column in places}
    return FoundTable(
        source=source,
        sheet=sheet,
        found=found,
        numbering=frozenset(n for n, text in enumerate(spelled) if text in source.row_number),
        forbidden=forbidden_columns(sheet, found.kepala),
        heads=tuple(_heads(sheet, found, mapped)),
    )


def _is_header_like(sheet: Sheet, at: int) -> bool:
    written = sum(cell.kind != "empty" for cell in sheet.rows[at])
    return written >= _HEADER_CELLS and looks_like_header(sheet.rows, at)


def _refuse_bare(table: FoundTable) -> None:
    columns = {c: isian for isian in WAJIB for c in table.found.kolom.get(isian, ())}
    for cells in table.sheet.rows[table.first :]:
        if BARE in cells:
            bare = [columns[n] for n, cell in enumerate(cells) if cell is BARE and n in columns]
            if bare:
                raise SheetError(
                    f"Kolom {bare[0].upper()} berisi rumus yang belum dihitung.",
                    "Buka berkasnya dengan Excel atau LibreOffice, simpan, lalu pilih lagi.",
                )


def _heads(sheet: Sheet, found: LembarTerdeteksi, mapped: set[int]) -> Iterator[dict[int, str]]:
    first = found.baris_judul - 1
    for row in sheet.rows[first : first + found.tinggi_judul]:
        yield {n: spelling(c.text) for n, c in enumerate(row) if n in mapped and c.text.strip()}


def _without(cells: Sequence[_Any], which: Collection[int], empty: _Any) -> tuple[_Any, ...]:
    return tuple(empty if n in which else cell for n, cell in enumerate(cells))


def _padded(cells: tuple[_Any, ...], width: int, empty: _Any) -> tuple[_Any, ...]:
    return (*cells, *[empty] * (width - len(cells)))


def _says_nothing(table: FoundTable, number: int, cells: Row) -> bool:
    return (
        _is_blank(table, cells)
        or _is_ruling(table, number, cells)
        or _is_passed_over(table.source, cells)
    )


def _is_blank(table: FoundTable, cells: Row) -> bool:
    """Tell rows that hold nothing but their own running number."""
    nothing = table.source.nothing
    return all(
        cell.kind == "empty" or cell.text.strip().lower() in nothing or column in table.numbering
        for column, cell in enumerate(cells)
    )


def _is_ruling(table: FoundTable, number: int, cells: Row) -> bool:
    """Tell the row of column numbers below the header, and headers repeated further down."""
    if any(_same_words(cells, head) for head in table.heads):
        return True
    if number != table.first:
        return False
    written = [cell.text.strip() for cell in cells if cell.kind != "empty"]
    return all(_COLUMN_NUMBER.fullmatch(text) for text in written)


def _same_words(cells: Row, head: Mapping[int, str]) -> bool:
    if len(head) < 2:
        return False
    for column, text in head.items():
        if column >= len(cells) or spelling(cells[column].text) != text:
            return False
    return True


def _is_passed_over(source: SourceProfile, cells: Row) -> bool:
    if source.lewati is None:
        return False
    first = next((cell.text.strip() for cell in cells if cell.kind != "empty"), "")
    return source.lewati.match(first) is not None

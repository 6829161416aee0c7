"""From sheet rows to untrusted voter rows: which columns they are is a source profile, as data.

A profile names one layout met in the wild: how its headers are spelled, which values it uses for
sex, marriage and disability, and how it writes dates. Header row among rows 1-15; below it a row
of column numbers and repeated headers are passed over; a sheet without the needed columns is
reported, never guessed at.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pilkades_desk.core.errors import SheetError
from pilkades_desk.kits.spreadsheet.reader import EMPTY, Cell, Row, Sheet
from pilkades_desk.pemilih.values import Isian, JenisKelamin, StatusKawin

HEADER_ROWS = 15
_COLUMN_NUMBER = re.compile(r"-?\d{1,2}")
_NOT_SPELLING = re.compile(r"[^A-Z0-9/]+")


@dataclass(frozen=True, slots=True)
class SourceProfile:
    """One layout; spellings are compared upper-case with every other sign as one space."""

    name: str
    headers: Mapping[Isian, tuple[str, ...]]
    needed: tuple[Isian, ...]
    kelamin: Mapping[str, JenisKelamin]
    kawin: Mapping[str, StatusKawin]
    disabilitas: Mapping[str, int]
    date_pattern: re.Pattern[str]
    """Has groups d, m and y; a true date cell is always understood."""
    marks: frozenset[str] = frozenset()
    """Remarks, lower case, that belong to the source's own procedure and are not carried over."""
    row_number: tuple[str, ...] = ("NO", "NO URUT", "NOMOR")
    nothing: frozenset[str] = frozenset({"null", "-"})


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
        return EMPTY if cell.text.strip().lower() in self.source.nothing else cell

    def text(self, isian: Isian) -> str:
        """Give a field's text with runs of blanks made one."""
        return " ".join(self.cell(isian).text.split())


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A sheet whose header was found."""

    source: SourceProfile
    sheet: Sheet
    header: int
    columns: Mapping[Isian, int]
    numbering: frozenset[int]


KPU_33 = SourceProfile(
    name="KPU 33 kolom",
    headers={
        Isian.NIK: ("NIK", "NOMOR NIK", "NO NIK", "NIK PEMILIH"),
        Isian.KK: ("NKK", "NOKK", "NO KK", "NOMOR KK"),
        Isian.NAMA: ("NAMA", "NAMA LENGKAP", "NAMA PEMILIH"),
        Isian.TEMPAT_LAHIR: ("TEMPAT LAHIR", "TMP LAHIR"),
        Isian.TANGGAL_LAHIR: ("TANGGAL LAHIR", "TGL LAHIR"),
        Isian.KELAMIN: ("KELAMIN", "JENIS KELAMIN", "JK", "L/P"),
        Isian.KAWIN: ("STS KAWIN", "STATUS KAWIN", "STATUS PERKAWINAN", "ST KAWIN"),
        Isian.ALAMAT: ("ALAMAT",),
        Isian.DUSUN: ("DUSUN",),
        Isian.RT: ("RT",),
        Isian.RW: ("RW",),
        Isian.DISABILITAS: ("DISABILITAS",),
        Isian.KETERANGAN: ("KETERANGAN", "KET"),
        Isian.SUMBER: ("SUMBER", "SUMBERDATA"),
    },
    needed=(Isian.NIK, Isian.KK, Isian.NAMA, Isian.TANGGAL_LAHIR, Isian.KELAMIN, Isian.KAWIN),
    kelamin={"L": JenisKelamin.L, "P": JenisKelamin.P},
    kawin={"B": StatusKawin.B, "S": StatusKawin.S, "P": StatusKawin.P},
    disabilitas={"": 0, **{str(code): code for code in range(7)}},
    date_pattern=re.compile(r"(?P<d>\d{1,2})([|/.-])(?P<m>\d{1,2})\2(?P<y>\d{4})"),
    marks=frozenset({"0", "u", "b"}),
)

SOURCES = (KPU_33,)


def find_tables(sheets: Sequence[Sheet]) -> tuple[tuple[FoundTable, ...], Mapping[str, str]]:
    """Find the sheets that hold voters, and what the others lack; SheetError when none does."""
    tables, skipped = [], {}
    for sheet in sheets:
        found = [table for source in SOURCES if (table := _find_header(sheet, source))]
        if found:
            tables.append(found[0])
        elif any(cell.kind != "empty" for row in sheet.rows for cell in row):
            skipped[sheet.name] = ", ".join(_missing(sheet))
    if not tables:
        needed = ", ".join(isian.upper() for isian in SOURCES[0].needed)
        raise SheetError(
            "Tidak ada lembar dengan kepala kolom daftar pemilih.",
            f"Tulis kepala kolom ini di salah satu dari 15 baris pertama: {needed}.",
        )
    return tuple(tables), skipped


def count_rows(table: FoundTable) -> int:
    """Count the rows below the header, blank ones included."""
    return len(table.sheet.rows) - table.header - 1


def read_rows(table: FoundTable) -> Iterator[UntrustedRow]:
    """Give every row below the header that says anything about anyone."""
    below = enumerate(table.sheet.rows[table.header + 1 :], table.header + 2)
    kepala = tuple(cell.text for cell in table.sheet.rows[table.header])
    for number, cells in below:
        if not _is_blank(table, cells) and not _is_ruling(table, number, cells):
            yield UntrustedRow(
                table.source, table.sheet.name, number, kepala, cells, table.columns, {}
            )


def spelling(text: str) -> str:
    """Make header spellings comparable: upper-case, line breaks and signs as one space."""
    return _NOT_SPELLING.sub(" ", text.upper()).strip()


def _columns(row: Row, source: SourceProfile) -> dict[Isian, int]:
    written = [spelling(cell.text) for cell in row]
    return {
        isian: next(written.index(alias) for alias in aliases if alias in written)
        for isian, aliases in source.headers.items()
        if any(alias in written for alias in aliases)
    }


def _find_header(sheet: Sheet, source: SourceProfile) -> FoundTable | None:
    for number, row in enumerate(sheet.rows[:HEADER_ROWS]):
        columns = _columns(row, source)
        if all(isian in columns for isian in source.needed):
            numbering = frozenset(
                column
                for column, cell in enumerate(row)
                if spelling(cell.text) in source.row_number
            )
            return FoundTable(source, sheet, number, columns, numbering)
    return None


def _missing(sheet: Sheet) -> list[str]:
    best = max(
        (_columns(row, source) for row in sheet.rows[:HEADER_ROWS] for source in SOURCES),
        key=len,
        default={},
    )
    return [isian.upper() for isian in SOURCES[0].needed if isian not in best]


def _is_blank(table: FoundTable, cells: Row) -> bool:
    """Tell rows that hold nothing but their own running number."""
    nothing = table.source.nothing
    return all(
        cell.kind == "empty" or cell.text.strip().lower() in nothing or column in table.numbering
        for column, cell in enumerate(cells)
    )


def _is_ruling(table: FoundTable, number: int, cells: Row) -> bool:
    """Tell the row of column numbers below the header, and headers repeated further down."""
    nik = table.columns[Isian.NIK]
    if nik < len(cells) and spelling(cells[nik].text) in table.source.headers[Isian.NIK]:
        return _columns(cells, table.source) == table.columns
    if number != table.header + 2:
        return False
    written = [cell.text.strip() for cell in cells if cell.kind != "empty"]
    return all(_COLUMN_NUMBER.fullmatch(text) for text in written)

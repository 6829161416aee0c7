"""Reads the tables of a Word document with an XML parser that refuses every declaration.

Text of merged cells stands in the first place; a table inside a cell becomes that cell's text.
"""

import io
import zipfile
from xml.parsers import expat

from pilkades_desk.core.errors import SheetError
from pilkades_desk.kits.spreadsheet.guard import MAX_COLUMNS, MAX_ROWS, too_wide

Grid = list[list[str]]
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main "


def docx_tables(untrusted_bytes: bytes) -> tuple[Grid, ...]:
    """Give every outermost table as rows of texts; SheetError when damaged or far too large."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = reader.refuse
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.write
    parser.buffer_text = True
    try:
        with zipfile.ZipFile(io.BytesIO(untrusted_bytes)) as archive:
            parser.Parse(archive.read("word/document.xml"), True)  # noqa: FBT003 -- the C function takes no names
    except (expat.ExpatError, zipfile.BadZipFile) as error:
        raise _damaged() from error
    if not reader.tables:
        raise SheetError("Dokumen Word ini tidak memuat tabel.", "Minta berkas Excel aslinya.")
    return tuple(reader.tables)


def _damaged() -> SheetError:
    return SheetError(
        "Dokumen Word ini rusak.",
        "Buka dengan Word atau LibreOffice, simpan lagi, lalu pilih lagi.",
    )


class _Reader:
    """Builds tables element by element."""

    def __init__(self) -> None:
        self.tables: list[Grid] = []
        self._depth = 0
        self._parts: list[str] = []
        self._wide = 1
        self._in_text = False

    def refuse(self, *_declared: object) -> None:
        """Refuse a document type: a Word document has none."""
        raise _damaged()

    def start(self, element: str, attributes: dict[str, str]) -> None:
        """Take an opening tag."""
        name = _local(element)
        if name == "tbl":
            self._depth += 1
            if self._depth == 1:
                self.tables.append([])
        elif name == "t":
            self._in_text = True
        elif name in ("br", "p", "tab") and self._parts:
            self._parts.append(" ")
        elif self._depth == 1:
            self._start_in_table(name, attributes)

    def _start_in_table(self, name: str, attributes: dict[str, str]) -> None:
        if name == "tr":
            self.tables[-1].append([])
            if len(self.tables[-1]) > MAX_ROWS:
                raise too_wide()
        elif name == "tc":
            self._parts, self._wide = [], 1
        elif name == "gridSpan":
            value = next((text for key, text in attributes.items() if _local(key) == "val"), "1")
            self._wide = int(value) if value.isdecimal() and len(value) < 4 else 1

    def end(self, element: str) -> None:
        """Take a closing tag."""
        name = _local(element)
        if name == "tbl":
            self._depth -= 1
        elif name == "t":
            self._in_text = False
        elif name == "tc" and self._depth == 1 and self.tables[-1]:
            row = self.tables[-1][-1]
            row += ["".join(self._parts).strip(), *[""] * (self._wide - 1)]
            if len(row) > MAX_COLUMNS:
                raise too_wide()

    def write(self, text: str) -> None:
        """Take text; only what stands in a table's cell is kept."""
        if self._depth and self._in_text:
            self._parts.append(text)


def _local(name: str) -> str:
    """Give a Word name without its namespace, any other name whole."""
    return name.removeprefix(_W).removeprefix(_STRICT)

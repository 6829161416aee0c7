"""Writes the sheet formats the program itself never writes: BIFF, web tables, Word tables."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

Rows = Sequence[Sequence[object]]
_SECTOR, _END, _FREE, _FAT = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def xls_bytes(rows: Rows, name: str = "Sheet1", more: bytes = b"") -> bytes:
    """A real BIFF8 book with one sheet in an OLE file; whole numbers become number cells.

    `more` are records put at the head of the sheet.
    """
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6)) + more
    width = max((len(row) for row in rows), default=0)
    sheet += record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    for number, row in enumerate(rows):
        for column, content in enumerate(row):
            place = struct.pack("<HHH", number, column, 0)
            if isinstance(content, int):
                sheet += record(0x0203, place + struct.pack("<d", content))
            elif content:
                sheet += record(0x0204, place + _text(str(content), "<H"))
    sheet += record(0x000A, b"")
    head = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    head += record(0x0042, struct.pack("<H", 1200))
    title = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    offset = len(head) + 4 + 6 + len(title) + 4
    head += record(0x0085, struct.pack("<IBB", offset, 0, 0) + title) + record(0x000A, b"")
    return _ole(head + sheet)


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _text(text: str, size: str) -> bytes:
    return struct.pack(size, len(text)) + b"\1" + text.encode("utf-16-le")


def _ole(stream: bytes) -> bytes:
    stream = stream.ljust(4096, b"\0")
    stream += b"\0" * (-len(stream) % _SECTOR)
    count = len(stream) // _SECTOR
    fats = next(n for n in range(1, 100) if count + 1 + n <= n * 128)
    chain = [*range(1, count), _END, _END, *[_FAT] * fats]
    chain += [_FREE] * (fats * 128 - len(chain))
    fat = struct.pack(f"<{len(chain)}I", *chain)
    first = list(range(count + 1, count + 1 + fats))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, fats, count, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", *first, *[_FREE] * (109 - fats))
    entries = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _FREE, 0, len(stream))
    return header + stream + entries.ljust(_SECTOR, b"\0") + fat


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    title = name.encode("utf-16-le")
    body = title.ljust(64, b"\0") + struct.pack("<HBB", len(title) + 2, kind, 1)
    body += struct.pack("<III", _FREE, _FREE, child) + b"\0" * 36
    return body + struct.pack("<IQ", start, size)


def html_bytes(rows: Rows, above: Sequence[str] = (), below: Sequence[str] = ()) -> bytes:
    """A web table as web programs save it under the name .xls."""
    lines = ["<html><head><style>td{border:1px}</style></head><body>"]
    lines += [f"<p>{escape(text)}</p>" for text in above]
    lines.append("<table border=1>")
    for row in rows:
        lines.append("<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>")
    lines += ["</table>", *(f"<p>{escape(text)}</p>" for text in below), "</body></html>"]
    return "\n".join(lines).encode()


def docx_bytes(rows: Rows) -> bytes:
    """A Word document with one table."""
    cells = "".join(
        "<w:tr>"
        + "".join(f"<w:tc><w:p><w:r><w:t>{escape(str(c))}</w:t></w:r></w:p></w:tc>" for c in row)
        + "</w:tr>"
        for row in rows
    )
    return docx_of(f"<w:tbl>{cells}</w:tbl>")


def docx_of(body: str, before: str = "") -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = f'<?xml version="1.0"?>{before}<w:document {space}><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": xml})


def ods_bytes(rows: Rows) -> bytes:
    """A LibreOffice sheet of text cells."""
    lines = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(str(cell))}</text:p>'
            "</table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    return ods_of(lines)


def ods_of(table_rows: str) -> bytes:
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="Satu">{table_rows}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})

"""Sheets out: a small xlsx writer whose bytes depend on the content alone.

Text is always written as text, so nothing that a clerk once typed can come back as a formula, and
sixteen digits stay sixteen digits. openpyxl takes ten times as long for a voter list.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DAY_ZERO = datetime(1899, 12, 30, tzinfo=UTC)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BOLD, _MOMENT = 1, 2
_STYLES = (
    f'{_XML}<styleSheet xmlns="{_NAMESPACE}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/>'
    '<xf numFmtId="164" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


class Formula(NamedTuple):
    """A formula without a stored result, as a book has that no spreadsheet program opened yet."""

    text: str


Out = str | int | datetime | Formula | None


class SheetOut(NamedTuple):
    """One sheet to write: its name, header cells (bold, frozen) and rows; widths in characters."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Out]]
    widths: Sequence[int] = ()


def write_xlsx(sheets: Sequence[SheetOut]) -> bytes:
    """Write a workbook; same content, same bytes. Moments are written as their wall clock reads."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
        for name, text in _frame(sheets):
            _add(archive, name, text)
        for number, sheet in enumerate(sheets, 1):
            _add(archive, f"xl/worksheets/sheet{number}.xml", _sheet_xml(sheet))
    return buffer.getvalue()


def _add(archive: zipfile.ZipFile, name: str, text: str) -> None:
    member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    member.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(member, text.encode("utf-8"))


def _frame(sheets: Sequence[SheetOut]) -> Iterable[tuple[str, str]]:
    numbers = range(1, len(sheets) + 1)
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    yield (
        "[Content_Types].xml",
        (
            f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{office}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{office}.styles+xml"/>'
            + "".join(
                f'<Override PartName="/xl/worksheets/sheet{number}.xml" '
                f'ContentType="{office}.worksheet+xml"/>'
                for number in numbers
            )
            + "</Types>"
        ),
    )
    yield "_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")])
    yield (
        "xl/_rels/workbook.xml.rels",
        _relations(
            [("worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
            + [("styles", "styles.xml")]
        ),
    )
    yield "xl/styles.xml", _STYLES
    listed = "".join(
        f'<sheet name={quoteattr(clean(sheet.name)[:31])} sheetId="{number}" r:id="r{number}"/>'
        for number, sheet in zip(numbers, sheets, strict=True)
    )
    yield (
        "xl/workbook.xml",
        (
            f'{_XML}<workbook xmlns="{_NAMESPACE}" xmlns:r="{_RELATION}">'
            f"<sheets>{listed}</sheets></workbook>"
        ),
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _sheet_xml(sheet: SheetOut) -> str:
    widths = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(sheet.widths, 1)
    )
    rows = [_row_xml(1, [_text_xml(text, _BOLD) for text in sheet.header])]
    rows += [_row_xml(number, map(_cell_xml, row)) for number, row in enumerate(sheet.rows, 2)]
    return (
        f'{_XML}<worksheet xmlns="{_NAMESPACE}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f"</sheetView></sheetViews>{f'<cols>{widths}</cols>' if widths else ''}"
        f"<sheetData>{''.join(rows)}</sheetData></worksheet>"
    )


def _row_xml(number: int, cells: Iterable[str]) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell_xml(content: Out) -> str:
    if isinstance(content, str):
        return _text_xml(content)
    if content is None:
        return "<c/>"
    if isinstance(content, int):
        return f"<c><v>{content}</v></c>"
    if isinstance(content, Formula):
        return f"<c><f>{escape(content.text)}</f></c>"
    serial = (content.replace(tzinfo=UTC) - _DAY_ZERO).total_seconds() / 86_400
    return f'<c s="{_MOMENT}"><v>{serial:.8f}</v></c>'


def _text_xml(text: str, style: int = 0) -> str:
    mark = f' s="{style}"' if style else ""
    return f'<c{mark} t="inlineStr"><is><t xml:space="preserve">{escape(clean(text))}</t></is></c>'


def clean(text: str) -> str:
    """Drop the control characters that no XML may hold."""
    return _FORBIDDEN.sub("", text)

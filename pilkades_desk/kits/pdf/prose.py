"""Titles, paragraphs, numbered lists, label lines and boxes, drawn at the pen of a sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from pilkades_desk.kits.pdf.fonts import BOLD, ITALIC, REGULAR, clean, fit, width
from pilkades_desk.kits.pdf.page import FAINT, INK, MM
from pilkades_desk.kits.pdf.sheet import Sheet

_FAR = 100_000
_HAND = 7.5 * MM
"""Height of a line to write on."""


def _style(name: str, alignment: int, size: float = 10.5, font: str = REGULAR) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=font,
        bulletFontName=font,
        fontSize=size,
        leading=size * 1.36,
        alignment=alignment,
        allowWidows=0,
        allowOrphans=0,
    )


BODY = _style("body", TA_JUSTIFY)
LEFT = _style("left", TA_LEFT)
CENTRED = _style("centred", TA_CENTER)
SMALL = _style("small", TA_LEFT, 8.6)
NOTE = _style("note", TA_LEFT, 8.6, ITALIC)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: its mark ("a.", "KESATU") and its text."""

    mark: str
    text: str


def plain(text: str) -> str:
    """Clean a text that came from people and disarm its markup."""
    return escape(clean(text))


def _flowing(markup: str, style: ParagraphStyle) -> Paragraph:
    """Make a paragraph; each is laid out several times, but its markup is read once."""
    return Paragraph(markup, style, frags=list(_read(markup, style)))


@lru_cache(maxsize=1_000)
def _read(markup: str, style: ParagraphStyle) -> Sequence[Any]:
    return tuple(Paragraph(markup, style).frags)


def paragraph(sheet: Sheet, markup: str, style: ParagraphStyle = BODY) -> None:
    """Draw a paragraph over as many pages as it takes; `markup` knows <b> and <i>."""
    rest = _flowing(markup, style)
    while rest is not None:
        _, height = rest.wrap(sheet.width, _FAR)
        if height <= sheet.room:
            sheet.y -= height
            sheet.put(rest, sheet.left, sheet.y)
            return
        parts = rest.split(sheet.width, sheet.room)
        if len(parts) > 1:
            parts[0].wrap(sheet.width, _FAR)
            sheet.put(parts[0], sheet.left, sheet.y - parts[0].height)
        rest = parts[-1] if len(parts) > 1 else rest
        sheet.new_page()


def title(sheet: Sheet, lines: Sequence[str], nomor: str | None = None) -> None:
    """Draw the centred title and below it the document number, dots when none was typed (S-609)."""
    sheet.gap(6)
    for line in lines:
        pieces, size = fit(line.upper(), BOLD, 13, sheet.width)
        for piece in pieces:
            sheet.y -= 16.5
            sheet.canvas.setFont(BOLD, size)
            sheet.canvas.drawCentredString(sheet.frame.width / 2, sheet.y, piece)
    if nomor is not None:
        sheet.y -= 3
        paragraph(sheet, f"Nomor: {plain(nomor) or '.' * 54}", CENTRED)
    sheet.gap(4)


def heading(sheet: Sheet, text: str, keep: float = 14) -> None:
    """Draw a section heading that stays with at least `keep` millimetres of what follows."""
    sheet.gap(4)
    sheet.need(keep * MM)
    sheet.y -= 11
    sheet.canvas.setFont(BOLD, 10.5)
    sheet.canvas.drawString(sheet.left, sheet.y, clean(text))
    sheet.y -= 5


def pairs(sheet: Sheet, rows: Sequence[tuple[str, str]], label: float = 44) -> None:
    """Draw `label : value` lines, labels `label` millimetres wide; a dotted line for no value."""
    room = sheet.width - label * MM - 8
    for name, value in rows:
        mark, body = _flowing(plain(name), LEFT), _flowing(plain(value), LEFT)
        _, high = mark.wrap(label * MM - 4, _FAR)
        _, needed = body.wrap(room, _FAR)
        height = max(high, needed) if value else max(high, _HAND)
        sheet.need(height)
        drop = 0 if value else height - high  # a label stands on its dotted line
        sheet.put(mark, sheet.left, sheet.y - high - drop)
        _mark(sheet, ":", label, drop)
        sheet.y -= height
        if value:
            sheet.put(body, sheet.left + label * MM + 8, sheet.y + height - needed)
        else:
            dotted(sheet, sheet.left + label * MM + 8, sheet.y + 2, room)
        sheet.y -= 1


def numbered(sheet: Sheet, items: Sequence[Item], indent: float = 7) -> None:
    """Draw texts with hanging marks, the texts `indent` millimetres in."""
    for item in items:
        sheet.need(BODY.leading * 2)
        _mark(sheet, item.mark, 0)
        with sheet.inset(left=indent * MM):
            paragraph(sheet, item.text)
        sheet.gap(0.8)


def clause(sheet: Sheet, name: str, items: Sequence[Item], label: float = 28) -> None:
    """Draw `Menimbang : a. …`: a name, a colon, and a list beside it."""
    sheet.gap(2)
    sheet.need(BODY.leading * 2)
    _mark(sheet, name, 0)
    _mark(sheet, ":", label)
    with sheet.inset(left=(label + 4) * MM):
        if len(items) == 1 and not items[0].mark:
            paragraph(sheet, items[0].text)
        else:
            numbered(sheet, items, 6.5)


def _mark(sheet: Sheet, text: str, indent: float, drop: float = 0) -> None:
    mark = _flowing(plain(text), LEFT)
    _, height = mark.wrap(sheet.width, _FAR)
    sheet.put(mark, sheet.left + indent * MM, sheet.y - height - drop)


def box(sheet: Sheet, name: str, texts: Sequence[str]) -> None:
    """Draw a framed box with a name in bold; `texts` are markup. It is kept on one page if it fits.

    A box higher than a page goes on without its frame.
    """
    pad = 3 * MM
    with sheet.inset(pad, pad):
        parts = [_flowing(text, SMALL) for text in texts]
        height = sum(part.wrap(sheet.width, _FAR)[1] + 3 for part in parts) + 16 + 2 * pad
    sheet.gap(3)
    sheet.need(height)
    if height <= sheet.room:
        sheet.canvas.setStrokeGray(INK)
        sheet.canvas.setLineWidth(1.1)
        sheet.canvas.rect(sheet.left, sheet.y - height, sheet.width, height)
    sheet.y -= pad
    with sheet.inset(pad, pad):
        sheet.y -= 10
        sheet.canvas.setFont(BOLD, 10)
        sheet.canvas.drawString(sheet.left, sheet.y, clean(name))
        sheet.y -= 6
        for text in texts:
            paragraph(sheet, text, SMALL)
            sheet.y -= 3
    sheet.y -= pad


def lines_to_write(sheet: Sheet, count: int, step: float = 8) -> None:
    """Draw dotted lines over the whole width, `step` millimetres apart, to write on."""
    for _ in range(count):
        sheet.need(step * MM)
        sheet.y -= step * MM
        dotted(sheet, sheet.left, sheet.y, sheet.width)
    sheet.y -= 2


def dotted(sheet: Sheet, x: float, y: float, length: float) -> None:
    """Draw a dotted line to write on."""
    canvas = sheet.canvas
    canvas.saveState()
    canvas.setStrokeGray(FAINT)
    canvas.setLineWidth(0.7)
    canvas.setDash(0.7, 2)
    canvas.line(x, y, x + length, y)
    canvas.restoreState()


def centred(sheet: Sheet, middle: float, text: str, face: tuple[str, float, float]) -> float:
    """Draw a text centred around `middle` in (font, size, room); give the height used."""
    font = face[0]
    lines, fitted = fit(text, *face)
    for index, line in enumerate(lines, 1):
        sheet.canvas.setFont(font, fitted)
        sheet.canvas.drawString(
            middle - width(line, font, fitted) / 2, sheet.y - index * fitted * 1.25, line
        )
    return centred_height(text, face)


def centred_height(text: str, face: tuple[str, float, float]) -> float:
    """Give the height `centred` uses."""
    lines, fitted = fit(text, *face)
    return len(lines) * fitted * 1.25

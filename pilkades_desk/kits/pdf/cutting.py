"""Sheets to cut: crop marks around a box, cards in a grid over as many pages as it takes."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from pilkades_desk.kits.pdf.fonts import ITALIC, clean
from pilkades_desk.kits.pdf.page import FAINT, INK, MM, SOFT
from pilkades_desk.kits.pdf.sheet import Sheet

Box = tuple[float, float, float, float]
"""Left, bottom, width and height in points."""
T = TypeVar("T")
_MARK = 4 * MM
_CUT_OFF = 42 * MM


def crop_marks(sheet: Sheet, box: Box) -> None:
    """Draw a small cross at each corner of a box, where the knife goes."""
    left, bottom, width, height = box
    canvas = sheet.canvas
    canvas.saveState()
    canvas.setStrokeGray(FAINT)
    canvas.setLineWidth(0.5)
    for x in (left, left + width):
        for y in (bottom, bottom + height):
            canvas.line(x - _MARK / 2, y, x + _MARK / 2, y)
            canvas.line(x, y - _MARK / 2, x, y + _MARK / 2)
    canvas.restoreState()
    canvas.setStrokeGray(INK)


def cut_line(sheet: Sheet, y: float) -> None:
    """Draw a dashed line over the whole width, where the scissors go."""
    canvas = sheet.canvas
    canvas.saveState()
    canvas.setStrokeGray(SOFT)
    canvas.setLineWidth(0.5)
    canvas.setDash(4, 3)
    canvas.line(sheet.left, y, sheet.left + sheet.width, y)
    canvas.restoreState()


def cut_here(sheet: Sheet, text: str) -> None:
    """Draw such a line at the pen, with a small text above it and room around it.

    It stays with what is cut off, as far as that is short.
    """
    sheet.need(_CUT_OFF)
    sheet.gap(5)
    sheet.canvas.setFont(ITALIC, 8)
    sheet.canvas.drawString(sheet.left, sheet.y - 8, clean(text))
    sheet.y -= 12
    cut_line(sheet, sheet.y)
    sheet.y -= 4 * MM


def cards(
    sheet: Sheet, things: Sequence[T], size: tuple[float, float], paint: Callable[[Sheet, T], None]
) -> None:
    """Draw one card per thing, `size` millimetres wide and high, as many side by side as fit.

    `paint` draws inside the card's width, from the pen down.
    """
    width, height = size[0] * MM, size[1] * MM
    across = max(1, int(sheet.width // width))
    for start in range(0, len(things), across):
        sheet.need(height)
        top, whole = sheet.y, sheet.width
        for place, thing in enumerate(things[start : start + across]):
            crop_marks(sheet, (sheet.left + place * width, top - height, width, height))
            sheet.y = top
            with sheet.inset(left=place * width, right=whole - (place + 1) * width):
                paint(sheet, thing)
        sheet.y = top - height

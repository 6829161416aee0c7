"""Draws identity cards, eight to a page, to be cut out and stamped."""

from functools import partial

from pilkades_desk.kits.pdf.cutting import cards
from pilkades_desk.kits.pdf.fonts import BOLD, ITALIC, REGULAR, clean, fit, fit_line, wrap
from pilkades_desk.kits.pdf.page import FAINT, INK, MM
from pilkades_desk.kits.pdf.prose import centred, dotted
from pilkades_desk.kits.pdf.sheet import Sheet
from pilkades_desk.panitia.naskah.blok import Kartu, KartuPengenal

SIZE = (86.0, 55.0)
_PHOTO = (20 * MM, 25 * MM)
_PAD = 3 * MM
_LEAST = 0.74
"""Of its size, for a name too long for one line."""


def draw_kartu(sheet: Sheet, block: Kartu) -> None:
    """Draw every card with the ketua's place to sign."""
    cards(sheet, block.kartu, SIZE, partial(_card, block=block))


def _card(sheet: Sheet, one: KartuPengenal, block: Kartu) -> None:
    canvas, top = sheet.canvas, sheet.y
    with sheet.inset(_PAD, _PAD):
        sheet.y -= _PAD
        for line in block.judul:
            text, size = fit_line(line.upper(), BOLD, 9, sheet.width)
            sheet.y -= centred(sheet, sheet.left + sheet.width / 2, text, (BOLD, size, sheet.width))
        sheet.y -= 3
        canvas.setStrokeGray(INK)
        canvas.setLineWidth(0.9)
        canvas.line(sheet.left, sheet.y, sheet.left + sheet.width, sheet.y)
        sheet.y -= 6
        _photo(sheet)
        with sheet.inset(left=_PHOTO[0] + 3 * MM):
            for label, value in (("Nama", one.nama), ("Tugas", one.tugas), ("Unit", one.unit)):
                _line(sheet, label, value)
            sheet.y = top - 39.5 * MM
            middle = sheet.left + sheet.width / 2
            centred(sheet, middle, f"{block.ketua.jabatan},", (REGULAR, 7.5, sheet.width))
            _ketua(sheet, top, block.ketua.nama)


def _ketua(sheet: Sheet, top: float, nama: str) -> None:
    middle = sheet.left + sheet.width / 2
    lines, size = _small(nama, 7.5, sheet.width)
    sheet.y = top - (49.3 if len(lines) == 1 else 46.5) * MM
    if not nama:
        dotted(sheet, middle - 20 * MM, sheet.y - 2 * MM, 40 * MM)
        return
    for line in lines:
        sheet.y -= centred(sheet, middle, line, (BOLD, size, sheet.width + 1))


def _small(text: str, size: float, room: float) -> tuple[tuple[str, ...], float]:
    """Lay a name out on one line, or on as many small ones as it takes."""
    lines, fitted = fit(text, BOLD, size, room)
    if len(lines) == 1:
        return lines, fitted
    return wrap(clean(text), BOLD, size * _LEAST, room), size * _LEAST


def _line(sheet: Sheet, label: str, value: str) -> None:
    canvas = sheet.canvas
    canvas.setFont(REGULAR, 7.2)
    sheet.y -= 8
    canvas.drawString(sheet.left, sheet.y, label)
    inner = sheet.left + 11 * MM
    room = sheet.width - 11 * MM
    if value:
        lines, size = _small(value, 9, room)
        canvas.setFont(BOLD, size)
        for number, line in enumerate(lines):
            sheet.y -= size * 1.15 if number else 0
            canvas.drawString(inner, sheet.y, line)
    else:
        dotted(sheet, inner, sheet.y - 1, room)
    sheet.y -= 5


def _photo(sheet: Sheet) -> None:
    canvas = sheet.canvas
    width, height = _PHOTO
    canvas.setStrokeGray(FAINT)
    canvas.setLineWidth(0.6)
    canvas.rect(sheet.left, sheet.y - height, width, height)
    canvas.setFillGray(FAINT)
    canvas.setFont(ITALIC, 7)
    canvas.drawCentredString(sheet.left + width / 2, sheet.y - height / 2, "Foto 2 × 3")
    canvas.setFillGray(INK)

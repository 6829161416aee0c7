"""Draws the wall sheet of strokes: four tiles that make one sheet of twice the width and height.

Blocks never lie across two tiles, so that tape and scissors need not be exact. Whoever has more
ballots than one sheet holds gets further sheets, which go on counting.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.pdf.cutting import Box, crop_marks
from pilkades_desk.kits.pdf.fonts import BOLD, REGULAR, fit_line, width
from pilkades_desk.kits.pdf.page import FAINT, INK, MM, SOFT
from pilkades_desk.kits.pdf.prose import dotted
from pilkades_desk.kits.pdf.sheet import Sheet
from pilkades_desk.kits.pdf.signature_block import Slot, signing_rows
from pilkades_desk.kits.pdf.tables import Column, Look, Row, table
from pilkades_desk.panitia.naskah.blok import Plano

TILES = 4
GROUPS, STROKES = 10, 5
"""Groups in a row and strokes in a group: a row holds fifty."""
_PER_ROW = GROUPS * STROKES
_LOWEST_ROW = 6.5 * MM
_NAME = 12 * MM
_PLACES = ("kiri atas", "kanan atas", "kiri bawah", "kanan bawah")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: its tile, the share of the tile it begins at, and takes."""

    tile: int
    begins: Fraction
    takes: Fraction


def draw_plano(sheet: Sheet, block: Plano) -> None:
    """Draw all tiles of all sheets, one a page."""
    high = sheet.frame.height - sheet.frame.bottom - 55 * MM
    places = places_of(len(block.kolom))
    fitting = rows_in(high * places[0].takes)
    sheets = ceil(block.surat_suara / (fitting * _PER_ROW))
    rows = ceil(block.surat_suara / (sheets * _PER_ROW))
    for number in range(sheets):
        for tile in range(TILES):
            if number or tile:
                sheet.new_page()
            words = f"Petak {tile + 1} dari {TILES} ({_PLACES[tile]})"
            more = f" · lembar {number + 1} dari {sheets}" if sheets > 1 else ""
            _tile(sheet, block.judul[tile::2] if tile < 2 else (), words + more)
            for index, place in enumerate(places):
                if place.tile != tile:
                    continue
                box = _box(sheet, place, high)
                if index == len(block.kolom):
                    _closing(sheet, block, box)
                else:
                    lines = min(rows, rows_in(high * place.takes))
                    _strokes(sheet, block.kolom[index], box, (lines, number * lines * _PER_ROW))


def places_of(columns: int) -> tuple[Place, ...]:
    """Give the place of every column, invalid votes last, and of what is signed.

    All candidates have the same room. Invalid votes and what is signed share the last tile where
    the candidates need the other three.
    """
    calon = columns - 1
    each = ceil(calon / 3)
    share = Fraction(1, each)
    places = [Place(at // each, share * (at % each), share) for at in range(calon)]
    if places[-1].tile < TILES - 2:
        return (*places, Place(2, Fraction(0), share), Place(3, Fraction(0), Fraction(1)))
    half = Fraction(1, 2)
    return (*places, Place(3, Fraction(0), half), Place(3, half, half))


def rows_in(height: float) -> int:
    """Tell how many rows of strokes fit below the name."""
    return int((height - _NAME - 7 * MM) // _LOWEST_ROW)


def _box(sheet: Sheet, place: Place, high: float) -> Box:
    top = sheet.frame.height - 53 * MM - high * place.begins
    height = high * place.takes
    return sheet.left + 3 * MM, top - height, sheet.width - 6 * MM, height - 5 * MM


def _tile(sheet: Sheet, title: tuple[str, ...], words: str) -> None:
    top = sheet.frame.height - 22 * MM
    crop_marks(sheet, (sheet.left, sheet.frame.bottom, sheet.width, top - sheet.frame.bottom))
    sheet.y = top - 2 * MM
    _print(sheet, (sheet.left + 4 * MM, sheet.y - 9), (words, 8.5), SOFT)
    _title(sheet, title)


def _title(sheet: Sheet, lines: tuple[str, ...]) -> None:
    y = sheet.y - 9 * MM
    for line in lines:
        text, size = fit_line(line.upper(), BOLD, 17, sheet.width - 10 * MM)
        y -= 7.5 * MM
        sheet.canvas.setFont(BOLD, size)
        sheet.canvas.drawString(sheet.left + 4 * MM, y, text)


def _strokes(sheet: Sheet, column: tuple[str, str], box: Box, rows: tuple[int, int]) -> None:
    left, bottom, wide, high = box
    canvas, head, total = sheet.canvas, _NAME, wide * 0.1
    top = bottom + high
    number, name = column
    canvas.setStrokeGray(INK)
    canvas.setLineWidth(1.2)
    canvas.rect(left, bottom, wide, high)
    canvas.line(left, top - head, left + wide, top - head)
    inner = left + 4 * MM
    if number:
        canvas.setFont(BOLD, 26)
        canvas.drawString(inner, top - head + 9, number)
        inner += max(14 * MM, width(number, BOLD, 26) + 5 * MM)
    if name:
        text, size = fit_line(name, BOLD, 19, left + wide - inner - 4 * MM)
        canvas.setFont(BOLD, size)
        canvas.drawString(inner, top - head + 10, text)
    else:
        dotted(sheet, inner, top - head + 9, left + wide - inner - 4 * MM)
    _grid(sheet, (left, bottom, wide - total, high - head), rows, total)


def _grid(sheet: Sheet, box: Box, rows: tuple[int, int], total: float) -> None:
    left, bottom, wide, high = box
    count, start = rows
    canvas, row = sheet.canvas, high / count
    canvas.setLineWidth(0.5)
    for line in range(1, count):
        canvas.line(left, bottom + line * row, left + wide + total, bottom + line * row)
    for line in range(1, GROUPS + 1):
        canvas.setLineWidth(1.0 if line % 5 == 0 else 0.5)
        canvas.line(left + line * wide / GROUPS, bottom, left + line * wide / GROUPS, bottom + high)
    for line in range(count):
        text = angka(start + (line + 1) * _PER_ROW)
        size = min(13.0, row * 0.6)
        at = left + wide + total / 2 - width(text, BOLD, size) / 2
        _print(sheet, (at, bottom + high - (line + 0.5) * row - size * 0.35), (text, size), FAINT)


def _closing(sheet: Sheet, block: Plano, box: Box) -> None:
    left, bottom, wide, high = box
    half = wide / 2
    with sheet.inset(left - sheet.left, right=sheet.left + sheet.width - left - half + 2 * MM):
        sheet.y = bottom + high
        free = sheet.width / MM - 12 - 24
        columns = (
            Column("No", 12, "c"),
            Column("Nama", free * 0.62),
            Column("Angka", 24, "r"),
            Column("Huruf", free * 0.38),
        )
        rows = [Row((number, name or "." * 16, "", "")) for number, name in block.kolom]
        table(sheet, columns, [*rows, Row(("", "Jumlah", "", ""), bold=True)], Look(9.5, 9, 12))
    with sheet.inset(left=left - sheet.left + half + 2 * MM, right=3 * MM):
        sheet.y = bottom + high
        signing_rows(sheet, [Slot(one.jabatan, one.nama) for one in block.penanda], 12)


def _print(sheet: Sheet, at: tuple[float, float], text: tuple[str, float], grey: float) -> None:
    sheet.canvas.setFillGray(grey)
    sheet.canvas.setFont(BOLD if grey == FAINT else REGULAR, text[1])
    sheet.canvas.drawString(*at, text[0])
    sheet.canvas.setFillGray(INK)

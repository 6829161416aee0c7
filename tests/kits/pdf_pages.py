"""What tests ask of a drawn page: text that runs over a line, text off the margins, QR texts."""

import ctypes
import io
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from pilkades_desk.kits.pdf.qr import decode
from pilkades_desk.kits.pdf.render import page_count, page_png

Box = tuple[float, float, float, float]


def qr_texts(pdf: bytes, index: int, dpi: float = 150) -> tuple[str, ...]:
    return decode(Image.open(io.BytesIO(page_png(pdf, index, dpi))).convert("L"))


def overflows(pdf: bytes) -> list[tuple[int, Box]]:
    """Give page and box of every text that crosses an edge of a path or leaves the paper."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [(index, box) for index in range(len(document)) for box in _page(document[index])]


def fonts_not_embedded(pdf: bytes) -> set[str]:
    found: set[str] = set()
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=3):
                font = pdfium.FPDFTextObj_GetFont(thing.raw)
                if pdfium.FPDFFont_GetIsEmbedded(font) != 1:
                    found.add(_font_name(font))
    return found


def all_text(pdf: bytes) -> str:
    from pilkades_desk.kits.pdf.render import page_text

    pages = (page_text(pdf, index) for index in range(page_count(pdf)))
    return " ".join(" ".join(pages).split())


def _page(page: Any) -> list[Box]:
    width, height = page.get_size()
    upright: list[tuple[float, float, float]] = []
    level: list[tuple[float, float, float]] = []
    texts: list[Box] = []
    for thing in page.get_objects(max_depth=3):
        left, bottom, right, top = thing.get_bounds()
        if thing.type == pdfium.FPDF_PAGEOBJ_TEXT:
            texts.append((left, bottom, right, top))
        elif thing.type == pdfium.FPDF_PAGEOBJ_PATH:
            if top - bottom > 5:
                upright += [(left, bottom, top), (right, bottom, top)]
            if right - left > 20:
                level += [(bottom, left, right), (top, left, right)]
    return [
        box
        for box in texts
        if _crosses(box, upright, level) or not _inside(box, (36, 34, width - 36, height - 34))
    ]


def _crosses(
    box: Box, upright: list[tuple[float, float, float]], level: list[tuple[float, float, float]]
) -> bool:
    left, bottom, right, top = box
    middle_x, middle_y = (left + right) / 2, (bottom + top) / 2
    return any(
        left + 0.5 < x < right - 0.5 and low <= middle_y <= high for x, low, high in upright
    ) or any(bottom + 0.5 < y < top - 0.5 and low <= middle_x <= high for y, low, high in level)


def _inside(box: Box, room: Box) -> bool:
    return box[0] >= room[0] and box[1] >= room[1] and box[2] <= room[2] and box[3] <= room[3]


def _font_name(font: Any) -> str:
    buffer = ctypes.create_string_buffer(200)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 200)
    return buffer.value.decode()

"""Pages as small grey pictures: drawn, laid out on one sheet per form, and compared."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

DPI = 50
FINER = 3  # drawn so much finer, then averaged: a hair line keeps its weight wherever it falls
SHADES = 8
BORDER = 0x88
GAP = 6
DIFFERS = 26
"""From so many of 255 on two pixels differ, beyond what stands within one pixel beside them."""
ALLOWED = 60
"""Pixels of a page that may differ: other smoothing reaches 40, a moved line 90."""
Pages = Mapping[str, list[Image.Image]]
"""First and last page of every case, one page only where there is no other."""


def picture(page: Any, finer: int = FINER, **options: Any) -> Image.Image:
    """Draw a page of pdfium's, `options` are those of its render."""
    drawn: Image.Image = page.render(scale=DPI * finer / 72, grayscale=True, **options).to_pil()
    return drawn.reduce(finer)


def both_ends(pdf: bytes) -> list[Image.Image]:
    """Draw the first and the last page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [picture(document[index]) for index in sorted({0, len(document) - 1})]


def differing(one: Image.Image, other: Image.Image) -> int:
    """Count the pixels that differ; pages of different size differ in all.

    A picture read back has fewer shades, so the other one is best given as it was drawn.
    """
    if one.size != other.size:
        return one.width * one.height
    if _shades(one).tobytes() == _shades(other).tobytes():
        return 0
    one, other = (image.filter(ImageFilter.BoxBlur(1)) for image in (one, other))
    lost = ImageChops.subtract(one.filter(ImageFilter.MinFilter(3)), other)
    added = ImageChops.subtract(other.filter(ImageFilter.MinFilter(3)), one)
    return sum(ImageChops.lighter(lost, added).histogram()[DIFFERS:])


def lay_out(pages: Pages) -> Image.Image:
    """Put all cases of a form side by side, first pages above last ones."""
    wide, high = _cell(pages)
    whole = Image.new("L", (len(pages) * wide + GAP, 2 * high + GAP), BORDER)
    for (case, index), corner in _corners(pages).items():
        whole.paste(pages[case][index], corner)
    return whole


def take_out(whole: Image.Image, pages: Pages) -> Pages:
    """Cut out of a sheet the pages that should stand there."""
    places = _corners(pages)
    return {
        case: [
            whole.crop((*places[case, index], *_far(places[case, index], page.size)))
            for index, page in enumerate(shown)
        ]
        for case, shown in pages.items()
    }


def write(whole: Image.Image, place: Path | BinaryIO) -> None:
    """Write a sheet with four bits a pixel."""
    levels = whole.point([round(value * (SHADES - 1) / 255) for value in range(256)]).convert("P")
    levels.putpalette([round(shade * 255 / (SHADES - 1)) for shade in range(SHADES) for _ in "rgb"])
    levels.save(place, "PNG", bits=4, optimize=True)


def read(place: Path | BinaryIO) -> Image.Image:
    """Read a sheet."""
    with Image.open(place) as image:
        return image.convert("L")


def _shades(image: Image.Image) -> Image.Image:
    step = 255 / (SHADES - 1)
    return image.point([round(round(value / step) * step) for value in range(256)])


def _cell(pages: Pages) -> tuple[int, int]:
    every = [page for shown in pages.values() for page in shown]
    return max(page.width for page in every) + GAP, max(page.height for page in every) + GAP


def _corners(pages: Pages) -> dict[tuple[str, int], tuple[int, int]]:
    wide, high = _cell(pages)
    return {
        (case, index): (column * wide + GAP, index * high + GAP)
        for column, (case, shown) in enumerate(pages.items())
        for index in range(len(shown))
    }


def _far(corner: tuple[int, int], size: tuple[int, int]) -> tuple[int, int]:
    return corner[0] + size[0], corner[1] + size[1]

"""PDF → pictures and text through pdfium, for the preview, for printing and for tests."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any

_LOCK = Lock()  # pdfium is not safe for use by several threads


@dataclass(frozen=True, slots=True)
class Picture:
    """A rendered page as BGRx pixels, ready for a window or a printer."""

    width: int
    height: int
    stride: int
    pixels: bytes


def page_count(pdf: bytes) -> int:
    """Count the pages."""
    with _opened(pdf) as document:
        return len(document)


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Give width and height of every page, in points."""
    with _opened(pdf) as document:
        return tuple(tuple(page.get_size()) for page in document)


def page_text(pdf: bytes, index: int) -> str:
    """Extract the text of one page, counted from 0."""
    with _opened(pdf) as document:
        return str(document[index].get_textpage().get_text_range())


def page_picture(pdf: bytes, index: int, dpi: float) -> Picture:
    """Render one page, counted from 0."""
    with _opened(pdf) as document:
        bitmap = document[index].render(scale=dpi / 72, prefer_bgrx=True, rev_byteorder=False)
        return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def page_png(pdf: bytes, index: int, dpi: float) -> bytes:
    """Render one page, counted from 0, as PNG."""
    with _opened(pdf) as document:
        image = document[index].render(scale=dpi / 72).to_pil()
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    import pypdfium2

    with _LOCK:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()

"""What can be read out of a PDF a stranger made: text, codes, data; nothing where it is broken."""

import io
from contextlib import suppress

from pilkades_desk.core.errors import DocumentError
from pilkades_desk.kits.pdf.archive import attached_data
from pilkades_desk.kits.pdf.qr import decode
from pilkades_desk.kits.pdf.render import page_count, page_png, page_sizes, page_text

_LARGEST = 1_300
"""Points: an A3 sheet; a page that claims more is not drawn."""


def count_pages(untrusted_pdf: bytes) -> int:
    """Count the pages; 0 for what is no PDF, or one that asks for a password."""
    from pypdfium2 import PdfiumError

    try:
        return page_count(untrusted_pdf)
    except PdfiumError:
        return 0


def page_texts(untrusted_pdf: bytes) -> tuple[str, ...]:
    """Give the text of every page on one line; nothing when a page cannot be read."""
    from pypdfium2 import PdfiumError

    try:
        texts = [page_text(untrusted_pdf, page) for page in range(page_count(untrusted_pdf))]
    except PdfiumError:
        return ()
    return tuple(" ".join(text.split()) for text in texts)


def page_codes(untrusted_pdf: bytes, page: int, dpi: float) -> tuple[str, ...]:
    """Give the texts of the QR codes on a page, from 0, drawn at so many dots per inch."""
    from PIL import Image
    from pypdfium2 import PdfiumError

    try:
        if max(page_sizes(untrusted_pdf)[page]) > _LARGEST:
            return ()
        return decode(Image.open(io.BytesIO(page_png(untrusted_pdf, page, dpi))).convert("L"))
    except PdfiumError:
        return ()


def carried_data(untrusted_pdf: bytes) -> bytes:
    """Give the data a PDF carries; empty for none."""
    from pikepdf import PdfError

    with suppress(DocumentError, PdfError, ValueError, TypeError, AttributeError):
        return attached_data(untrusted_pdf)
    return b""

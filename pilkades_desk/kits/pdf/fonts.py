"""Source Sans 3 in three cuts, text made printable, and lines that fit their column."""

import io
import unicodedata
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from pilkades_desk.core.errors import DocumentError
from pilkades_desk.core.resources import resource_bytes

REGULAR = "SourceSans3"
BOLD = "SourceSans3-Bold"
ITALIC = "SourceSans3-It"
_FILES = {
    REGULAR: "SourceSans3-Regular.ttf",
    BOLD: "SourceSans3-Bold.ttf",
    ITALIC: "SourceSans3-It.ttf",
}
_LOCK = Lock()
_SMALLEST_OF_ONE_LINE = 0.82
_WRAPPED = 0.9


def ready() -> None:
    """Make the fonts and the settings for identical bytes known; may be called again."""
    with _LOCK:
        _register()


@cache
def _register() -> None:
    rl_config.invariant = 1
    rl_config.useA85 = 0
    rl_config.canvas_basefontname = REGULAR  # no Helvetica, which could not be embedded
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, io.BytesIO(resource_bytes("fonts", file))))
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, ITALIC, BOLD)


@cache
def _glyphs() -> Any:
    ready()
    return pdfmetrics.getFont(REGULAR).face.charToGlyph


@lru_cache(maxsize=20_000)
def clean(text: str) -> str:
    """Compose accents, join white space and drop invisible marks.

    Raises:
        DocumentError: the font has no glyph for a character; the sentence names it.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()  # nothing to compose, and the font has all of it
    composed = unicodedata.normalize("NFC", text)
    seen = "".join(char for char in composed if unicodedata.category(char) != "Cf")
    flat = " ".join(seen.split())
    missing = next((char for char in flat if ord(char) not in _glyphs()), None)
    if missing is not None:
        raise DocumentError(
            f"Huruf '{missing}' (U+{ord(missing):04X}) tidak dapat dicetak.",
            "Tulis dengan huruf Latin, lalu buat dokumen lagi.",
        )
    return flat


def width(text: str, font: str, size: float) -> float:
    """Give the width of a cleaned line in points."""
    ready()
    return float(pdfmetrics.stringWidth(text, font, size))


@lru_cache(maxsize=5_000)
def fit(text: str, font: str, size: float, room: float) -> tuple[tuple[str, ...], float]:
    """Lay a text out in `room` points: smaller first, then on more lines; nothing is cut off."""
    line = clean(text)
    needed = width(line, font, size)
    if needed <= room:
        return (line,), size
    if needed * _SMALLEST_OF_ONE_LINE <= room:
        return (line,), size * room / needed * 0.999
    return wrap(line, font, size * _WRAPPED, room), size * _WRAPPED


def fit_line(text: str, font: str, size: float, room: float) -> tuple[str, float]:
    """Lay a text out on one line, however small; for figures, heads and labels."""
    line = clean(text)
    needed = width(line, font, size)
    return line, size if needed <= room else size * room / needed * 0.999


def wrap(text: str, font: str, size: float, room: float) -> tuple[str, ...]:
    """Break a cleaned text at spaces, and inside a word only when it is wider than the room."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, font, size) <= room:
            lines[-1] = joined
        else:
            lines += _break_word(word, font, size, room)
    return tuple(lines) or ("",)


def _break_word(word: str, font: str, size: float, room: float) -> list[str]:
    pieces = [""]
    for char in word:
        if pieces[-1] and width(pieces[-1] + char, font, size) > room:
            pieces.append("")
        pieces[-1] += char
    return pieces

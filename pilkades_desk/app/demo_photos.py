"""Draws invented candidates for rehearsal, tests and screenshots: nobody looks like them.

Five looks, drawn with plain shapes on a coloured ground, 600 x 800 pixels; the same number always
gives the same bytes. Odd numbers are men, even numbers women.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

WIDTH, HEIGHT = 600, 800
_FINE = 3  # drawn larger, then shrunk: smooth edges
_DARK = "#2b2320"
_MIDDLE = WIDTH // 2


@dataclass(frozen=True, slots=True)
class Look:
    """What tells one portrait from another."""

    ground: str
    halo: str
    skin: str
    shade: str
    clothes: str
    trim: str
    hair: str
    head: Callable[["Pen", "Look"], None]
    behind: Callable[["Pen", "Look"], None] | None = None
    brow: str = _DARK
    glasses: bool = False
    moustache: bool = False


class Pen:
    """Draws in the small picture's coordinates on the large one."""

    def __init__(self, draw: "ImageDraw") -> None:
        self._draw = draw

    def oval(self, x: float, y: float, rx: float, ry: float, color: str) -> None:
        """Fill an ellipse around a middle."""
        self._draw.ellipse(_fine(x - rx, y - ry, x + rx, y + ry), fill=color)

    def box(self, x: float, y: float, w: float, h: float, color: str) -> None:
        """Fill a rounded box from its upper left corner."""
        self._draw.rounded_rectangle(_fine(x, y, x + w, y + h), radius=18 * _FINE, fill=color)

    def shape(self, points: list[tuple[float, float]], color: str) -> None:
        """Fill a polygon."""
        self._draw.polygon([(x * _FINE, y * _FINE) for x, y in points], fill=color)

    def slice(
        self, area: tuple[float, float, float, float], turn: tuple[int, int], ink: str
    ) -> None:
        """Fill what an ellipse's chord cuts off: `area` is middle and radii, `turn` in degrees."""
        x, y, rx, ry = area
        self._draw.chord(_fine(x - rx, y - ry, x + rx, y + ry), *turn, fill=ink)

    def line(
        self, area: tuple[float, float, float, float], turn: tuple[int, int], ink: str
    ) -> None:
        """Stroke a part of an ellipse, seven pixels wide."""
        x, y, rx, ry = area
        self._draw.arc(_fine(x - rx, y - ry, x + rx, y + ry), *turn, fill=ink, width=7 * _FINE)


def draw_portrait(number: int) -> bytes:
    """Give the JPEG of one invented candidate; numbers go round after five."""
    from PIL import Image, ImageDraw

    look = LOOKS[(number - 1) % len(LOOKS)]
    large = Image.new("RGB", (WIDTH * _FINE, HEIGHT * _FINE), look.ground)
    _draw(Pen(ImageDraw.Draw(large)), look)
    buffer = io.BytesIO()
    small = large.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    small.save(buffer, "JPEG", quality=90)
    return buffer.getvalue()


def _draw(pen: Pen, look: Look) -> None:
    pen.oval(_MIDDLE, 360, 270, 270, look.halo)
    if look.behind:
        look.behind(pen, look)
    _body(pen, look)
    for side in (-1, 1):
        pen.oval(_MIDDLE + side * 138, 375, 24, 36, look.shade)
    pen.oval(_MIDDLE, 360, 138, 172, look.skin)
    look.head(pen, look)
    _face(pen, look)


def _body(pen: Pen, look: Look) -> None:
    pen.box(240, 480, 120, 170, look.shade)
    pen.oval(_MIDDLE, 850, 255, 245, look.clothes)
    for row in range(4):
        for column in range(-4, 5):
            x, y = _MIDDLE + column * 58 + (row % 2) * 29, 668 + row * 42
            if ((x - _MIDDLE) / 235) ** 2 + ((y - 850) / 225) ** 2 < 1:
                pen.oval(x, y, 9, 9, look.trim)
                pen.oval(x, y, 4, 4, look.clothes)
    pen.shape([(232, 612), (300, 720), (368, 612)], look.shade)
    pen.oval(_MIDDLE, 612, 68, 22, look.shade)
    pen.shape([(228, 600), (300, 730), (262, 752), (196, 622)], look.trim)
    pen.shape([(372, 600), (300, 730), (338, 752), (404, 622)], look.trim)


def _face(pen: Pen, look: Look) -> None:
    for side in (-1, 1):
        x = _MIDDLE + side * 56
        pen.line((x, 338, 34, 24), (210, 330), look.brow)
        pen.oval(x, 366, 15, 17, _DARK)
        pen.oval(x + 5, 360, 5, 5, "#ffffff")
        pen.oval(_MIDDLE + side * 84, 424, 26, 17, look.shade)
        if look.glasses:
            pen.line((x, 366, 44, 38), (0, 360), "#3b3f46")
    if look.glasses:
        pen.line((_MIDDLE, 362, 14, 10), (200, 340), "#3b3f46")
    pen.line((_MIDDLE, 400, 18, 18), (30, 150), look.shade)
    if look.moustache:
        for side in (-1, 1):
            pen.slice((_MIDDLE + side * 26, 448, 34, 20), (180, 360), look.hair)
    pen.slice((_MIDDLE, 452, 48, 36), (0, 180), "#8c3b35")
    pen.slice((_MIDDLE, 452, 40, 15), (0, 180), "#ffffff")


def _peci(pen: Pen, look: Look) -> None:
    for x in (160, 418):
        pen.box(x, 270, 22, 78, look.hair)
    pen.shape([(150, 292), (172, 160), (428, 160), (450, 292)], "#1d1b1f")
    pen.slice((_MIDDLE, 292, 150, 24), (0, 180), "#1d1b1f")
    pen.oval(_MIDDLE, 162, 128, 24, "#2c2930")


def _kerudung_behind(pen: Pen, look: Look) -> None:
    pen.oval(_MIDDLE, 400, 205, 250, look.hair)
    pen.box(110, 430, 380, 260, look.hair)


def _kerudung(pen: Pen, look: Look) -> None:
    pen.shape([(110, 590), (490, 590), (430, 720), (300, 790), (170, 720)], look.hair)
    pen.oval(_MIDDLE, 395, 190, 238, look.hair)
    pen.oval(_MIDDLE, 374, 124, 150, look.trim)
    pen.oval(_MIDDLE, 386, 124, 144, look.skin)
    pen.line((_MIDDLE, 500, 150, 110), (20, 160), look.trim)


def _short_hair(pen: Pen, look: Look) -> None:
    pen.slice((_MIDDLE, 330, 150, 158), (180, 360), look.hair)
    pen.box(150, 312, 26, 62, look.hair)
    pen.box(424, 312, 26, 62, look.hair)
    pen.oval(_MIDDLE + 20, 330, 124, 58, look.skin)


def _bun_behind(pen: Pen, look: Look) -> None:
    pen.oval(_MIDDLE, 168, 66, 58, look.hair)
    pen.oval(_MIDDLE, 360, 166, 190, look.hair)


def _bun(pen: Pen, look: Look) -> None:
    pen.slice((_MIDDLE, 330, 146, 154), (180, 360), look.hair)
    for side in (-1, 1):
        pen.oval(_MIDDLE + side * 64, 352, 70, 88, look.skin)
    pen.oval(_MIDDLE, 366, 126, 60, look.skin)
    for side in (-1, 1):
        pen.oval(_MIDDLE + side * 140, 418, 9, 13, "#e3b23c")


def _thin_hair(pen: Pen, look: Look) -> None:
    for side in (-1, 1):
        pen.oval(_MIDDLE + side * 132, 318, 26, 62, look.hair)
    pen.slice((_MIDDLE, 300, 132, 116), (180, 360), look.hair)
    pen.oval(_MIDDLE, 306, 118, 80, look.skin)


def _fine(*numbers: float) -> tuple[float, float, float, float]:
    left, top, right, bottom = numbers
    return left * _FINE, top * _FINE, right * _FINE, bottom * _FINE


LOOKS = (
    Look("#c8452f", "#d9634c", "#c98d63", "#b5774f", "#f2ead9", "#8a5a2b", "#221c1a", _peci),
    Look(
        "#2f7a6b", "#4a9483", "#e0b08a", "#d0987a", "#efe3cf", "#7fb7aa", "#23564c", _kerudung,
        behind=_kerudung_behind,
    ),
    Look(
        "#d99a2b", "#e5b253", "#a9714a", "#93603d", "#274060", "#c9d6e6", "#1f1a18", _short_hair,
        moustache=True,
    ),
    Look(
        "#5a4b8a", "#7668a6", "#d6a27a", "#c48a64", "#b23a5e", "#f0c7d2", "#2a1f1c", _bun,
        behind=_bun_behind,
    ),
    Look(
        "#3b6ea5", "#5a8bc0", "#bd8560", "#a7714d", "#5b6b3a", "#dcd9a8", "#b9b6b0", _thin_hair,
        brow="#8d8a85", glasses=True,
    ),
)  # fmt: skip

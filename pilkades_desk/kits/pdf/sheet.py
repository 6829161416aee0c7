"""A document drawn from top to bottom: where the pen is, when a new page begins."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Protocol

from reportlab.pdfgen.canvas import Canvas

from pilkades_desk.kits.pdf import fonts
from pilkades_desk.kits.pdf.page import INK, MM, Frame

_ENDLESS = 14_000.0
_CLOSING = 0.75
"""Share of a page up to which a closing block gets rows of the table before it."""


class Marks(Protocol):
    """What stands on every page."""

    def draw(self, canvas: Any, frame: Frame, page: int, total: int) -> None:
        """Draw the marks of one page, before its content."""
        ...


class Sheet:
    """The pen: `y` is the upper edge of what comes next, in points from below."""

    def __init__(self, canvas: Any, frame: Frame, marks: Marks, total: int) -> None:
        self.canvas = canvas
        self.frame = frame
        self.page = 0
        self.y = 0.0
        self.reserve = 0.0  # what a table leaves free below its last row
        self._marks = marks
        self._total = total
        self._inset = (0.0, 0.0)
        self._open()

    @property
    def draws(self) -> bool:
        """Tell whether anything is drawn, or only where the pen ends up is asked."""
        return True

    @property
    def left(self) -> float:
        """Give the left edge of the text."""
        return self.frame.side + self._inset[0]

    @property
    def width(self) -> float:
        """Give the width of the text."""
        return self.frame.room - sum(self._inset)

    @property
    def room(self) -> float:
        """Give the height left on this page."""
        return self.y - self.frame.bottom

    @property
    def fresh(self) -> bool:
        """Tell whether nothing was drawn on this page yet."""
        return self.y == self._top

    def gap(self, millimetres: float) -> None:
        """Leave some space, but none at the head of a page."""
        if not self.fresh:
            self.y -= millimetres * MM

    def need(self, points: float) -> None:
        """Go on to the next page unless this much height is left."""
        if points > self.room and not self.fresh:
            self.new_page()

    def new_page(self, frame: Frame | None = None) -> None:
        """Begin the next page, on other paper when a frame is given."""
        self.canvas.showPage()
        self.frame = frame or self.frame
        self._open()

    def together(self, block: Callable[["Sheet"], None]) -> None:
        """Draw a block on one page, the next one if need be; a block higher than a page breaks."""
        height = self.height_of(block)
        if height <= self._top - self.frame.bottom:
            self.need(height)
        block(self)

    @contextmanager
    def ahead_of(self, block: Callable[["Sheet"], None], gap: float = 0) -> Iterator[None]:
        """Draw a block after what is drawn inside; a table in there lends it its last two rows.

        So nobody signs a page that shows nothing of what is signed. `gap` are the millimetres the
        inside leaves below itself.
        """
        height = self.height_of(block) + gap * MM
        self.reserve = height if height <= (self._top - self.frame.bottom) * _CLOSING else 0
        yield
        self.reserve = 0
        block(self)

    def height_of(self, block: Callable[["Sheet"], None]) -> float:
        """Measure a block as it would be drawn in the middle of an endless page, in points."""
        scratch = _Endless(replace(self.frame, height=_ENDLESS))
        scratch.y -= 1  # not fresh, so that the gap before the block counts
        start = scratch.y
        with scratch.inset(*self._inset):
            block(scratch)
        return start - scratch.y

    def put(self, flowable: Any, x: float, y: float) -> None:
        """Draw what ReportLab has laid out, its lower left corner here."""
        flowable.drawOn(self.canvas, x, y)

    @contextmanager
    def inset(self, left: float = 0, right: float = 0) -> Iterator[None]:
        """Draw inside narrower margins, given in points."""
        before = self._inset
        self._inset = (before[0] + left, before[1] + right)
        yield
        self._inset = before

    @property
    def _top(self) -> float:
        lower = 6 * MM if self.page > 1 else 0  # the running head
        return self.frame.height - self.frame.top - lower

    def _open(self) -> None:
        self.page += 1
        self.canvas.setPageSize((self.frame.width, self.frame.height))
        self.canvas.setFillGray(INK)
        self._marks.draw(self.canvas, self.frame, self.page, self._total)
        self.canvas.setFillGray(INK)
        self.y = self._top


class _NoMarks:
    def draw(self, canvas: Any, frame: Frame, page: int, total: int) -> None:
        """Draw nothing."""


class _NoCanvas:
    """Takes every stroke and shows none."""

    def __init__(self) -> None:
        self._code: list[str] = []

    def __getattr__(self, _stroke: str) -> Callable[..., None]:
        return self._ignore

    def _ignore(self, *_how: object, **_named: object) -> None:
        pass


class _Scratch(Sheet):
    """Finds where the pen ends up; half of all drawing is that, so it draws nothing."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(_NoCanvas(), frame, _NoMarks(), 0)

    @property
    def draws(self) -> bool:
        """Say no."""
        return False

    def put(self, flowable: Any, x: float, y: float) -> None:
        """Draw nothing."""


class _Endless(_Scratch):
    """A page without end, on which everything is together anyway."""

    def together(self, block: Callable[["Sheet"], None]) -> None:
        """Find where the pen ends up, once."""
        block(self)

    def height_of(self, block: Callable[["Sheet"], None]) -> float:  # noqa: ARG002 -- any block
        """Say nothing of the height: there is always room for it."""
        return 0


def draw(compose: Callable[[Sheet], None], frame: Frame, marks: Marks) -> bytes:
    """Draw a document and give the raw PDF; counted before, as page 1 already names the last."""
    fonts.ready()
    counted = _Scratch(frame)
    compose(counted)
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=1, initialFontName=fonts.REGULAR)
    compose(Sheet(canvas, frame, marks, counted.page))
    canvas.showPage()
    canvas.save()
    return out.getvalue()

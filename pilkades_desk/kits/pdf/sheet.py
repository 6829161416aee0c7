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
        self._marks = marks
        self._total = total
        self._inset = (0.0, 0.0)
        self._open()

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
        scratch = Sheet(_canvas(io.BytesIO()), replace(self.frame, height=_ENDLESS), _NoMarks(), 0)
        scratch.y -= 1  # not fresh, so that the gap before the block counts
        start = scratch.y
        with scratch.inset(*self._inset):
            block(scratch)
        if start - scratch.y <= self._top - self.frame.bottom:
            self.need(start - scratch.y)
        block(self)

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


def draw(compose: Callable[[Sheet], None], frame: Frame, marks: Marks) -> bytes:
    """Draw a document and give the raw PDF; composed twice, as page 1 already names the last."""
    fonts.ready()
    _, pages = _pass(compose, frame, marks, 0)
    content, _ = _pass(compose, frame, marks, pages)
    return content


def _pass(
    compose: Callable[[Sheet], None], frame: Frame, marks: Marks, total: int
) -> tuple[bytes, int]:
    out = io.BytesIO()
    canvas = _canvas(out)
    sheet = Sheet(canvas, frame, marks, total)
    compose(sheet)
    canvas.showPage()
    canvas.save()
    return out.getvalue(), sheet.page


def _canvas(out: io.BytesIO) -> Any:
    return Canvas(out, invariant=1, pageCompression=1, initialFontName=fonts.REGULAR)

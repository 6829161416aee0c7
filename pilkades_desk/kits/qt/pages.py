"""A document that can be drawn page by page; where its pages come from no widget knows."""

from typing import Protocol

POINTS_PER_INCH = 72
Raster = tuple[bytes | bytearray | memoryview, int, int, int]
"""One drawn page: bytes (BGRx), width, height and stride."""


class Pages(Protocol):
    """A document that can be drawn; sizes in points, one per page."""

    @property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Give width and height of every page."""

    def render(self, page: int, dpi: float) -> Raster:
        """Draw one page, counted from 0."""

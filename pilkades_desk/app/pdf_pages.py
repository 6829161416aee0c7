"""A PDF as the preview and the printer want it: page sizes, and pages drawn on demand."""

from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path

from pilkades_desk.app.printing import recorder
from pilkades_desk.kits.pdf.render import page_picture, page_sizes
from pilkades_desk.kits.qt.pages import Raster
from pilkades_desk.kits.qt.print_page import Printout
from pilkades_desk.kits.storage.disk import write_whole
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.cetakan import Cetakan


class PdfPages:
    """Draws from the file's bytes, one page at a time."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf

    @cached_property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Give width and height of every page, in points."""
        return page_sizes(self._pdf)

    def render(self, page: int, dpi: float) -> Raster:
        """Draw one page, counted from 0."""
        drawn = page_picture(self._pdf, page, dpi)
        return drawn.pixels, drawn.width, drawn.height, drawn.stride


def printouts(meja: Meja, drawn: Sequence[Cetakan]) -> tuple[Printout, ...]:
    """Make drawn documents ready for the preview, a file and the printer."""
    return tuple(
        Printout(
            one.judul,
            one.nama_berkas,
            PdfPages(one.pdf),
            partial(_write, one),
            recorder(meja, one.identitas),
        )
        for one in drawn
    )


def _write(cetakan: Cetakan, path: Path) -> None:
    write_whole(path, cetakan.pdf)

"""Documents onto paper: pages at the printer's resolution, a handful a job.

A job of more than 25 pages fills a printer's spool for minutes and cannot be stopped any more, so
long documents go out as several jobs. Whoever wants to know what the printer took is told after
every job, never before.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from types import MappingProxyType

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from pilkades_desk.core.errors import DocumentError
from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.kits.qt.pages import POINTS_PER_INCH, Pages, Raster

MOST_DPI = 300
MOST_PAGES = 25
MM_PER_INCH = 25.4
Size = tuple[float, float]
Took = Callable[[int], None]
"""Told how many copies a printer took of a document, 0 where it was some of the pages only."""


Copies = Callable[[int, bool | None], Sequence[Pages]]
"""Gives so many sheets of a document, each labelled as what it is.

Whether the first is the original a person said, or None: then whoever gives them knows.
"""


class Paper(StrEnum):
    """What lies in the printer; the words stand in the choice."""

    SAME = "Sesuai dokumen"
    A4 = "A4 (210 × 297 mm)"
    F4 = "F4 (215 × 330 mm)"


SHEETS = MappingProxyType({Paper.A4: (210, 297), Paper.F4: (215, 330)})
"""Upright, in millimetres."""
LARGEST = 340 / MM_PER_INCH * POINTS_PER_INCH
"""A page higher than this, in points, is a tile of a wall sheet and is never made smaller."""


class DeskPrinter(QPrinter):
    """A printer with the paper a person said lies in it, and what the first sheet is to be."""

    def __init__(self, paper: Paper = Paper.SAME, original: bool | None = None) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.paper, self.original = paper, original
        self.setFullPage(True)  # the page carries its own margins


@dataclass(frozen=True, slots=True)
class Queued:
    """One document of a queue: drawn when it is its turn; `took` is told what went to paper.

    `copies` labels its sheets where they are not all alike.
    """

    name: str
    draw: Callable[[Progress], Pages]
    took: Took
    copies: Copies | None = None

    def sheets(self, count: int) -> Pages:
        """Draw it as often as asked."""
        drawn = self.draw(quiet)
        return Stapled(self.copies(count, None) if self.copies else [drawn] * count)


class Stapled:
    """Several documents as one, all pages or those named of each; the pages keep their sizes."""

    def __init__(self, documents: Sequence[Pages], only: Sequence[int] | None = None) -> None:
        self._places = [
            (one, page)
            for one in documents
            for page in (range(len(one.sizes)) if only is None else only)
        ]
        self.sizes = tuple(one.sizes[page] for one, page in self._places)

    def render(self, page: int, dpi: float) -> Raster:
        """Draw one page, counted from 0."""
        document, number = self._places[page]
        return document.render(number, dpi)


def require_printer(names: Sequence[str]) -> None:
    """Refuse with what to do instead when this laptop knows no printer."""
    if not names:
        raise DocumentError(
            "Belum ada pencetak di laptop ini.",
            "Pasang pencetak, atau simpan PDF dan cetak di komputer lain pada skala 100%.",
        )


def nobody(_count: int) -> None:
    """Tell nobody."""


def print_document(
    pages: Pages,
    printer: QPrinter,
    took: Took,
    progress: Progress = quiet,
    copies: Copies | None = None,
) -> int:
    """Print one document and tell what the printer took; gives the number of jobs.

    `copies` gives the sheets, each labelled as what it is, whether whole or some pages of it.
    """
    wanted = _wanted(printer, len(pages.sizes))
    whole = len(wanted) == len(pages.sizes)
    count = printer.copyCount()
    if copies:
        first = printer.original if isinstance(printer, DeskPrinter) else None
        pages = Stapled(copies(count, first), wanted)
        _print_once(printer)
    jobs = print_pages(pages, printer, progress)
    took(count if whole else 0)
    return jobs


def print_queue(queue: Sequence[Queued], printer: QPrinter, progress: Progress = quiet) -> int:
    """Draw and print several documents one behind the other; gives how many went out whole.

    What the printer took before it is stopped or fails is told; the rest is not.
    """
    count, copies = len(queue), printer.copyCount()
    _print_once(printer)  # whole documents; what one page of the queue is nobody can know
    documents = []
    for place, one in enumerate(queue):
        progress(place, 2 * count)
        documents.append(one.sheets(copies))
    ends = list(accumulate(len(one.sizes) for one in documents))
    out: list[Queued] = []

    def taken(pages: int) -> None:
        for one, end in zip(queue[len(out) :], ends[len(out) :], strict=True):
            if end > pages:
                break
            one.took(copies)
            out.append(one)

    def printing(page: int, pages: int) -> None:
        progress(count + count * page // max(1, pages), 2 * count)

    print_pages(Stapled(documents), printer, printing, taken)
    return len(out)


def _print_once(printer: QPrinter) -> None:
    """Print every page there is, once: each sheet of each copy is a page of its own."""
    printer.setFromTo(0, 0)
    printer.setCopyCount(1)


def print_pages(
    pages: Pages,
    printer: QPrinter,
    progress: Progress = quiet,
    taken: Callable[[int], None] = nobody,
) -> int:
    """Print a document, at scale 100 % unless the paper is smaller; gives the number of jobs.

    `taken` is told after every job how many pages the printer has got.
    """
    numbers = _wanted(printer, len(pages.sizes))
    # whoever sends the job to a file gets one file
    jobs = [numbers] if printer.outputFileName() else jobs_of(numbers)
    done = 0
    for job in jobs:
        _print_job(pages, printer, job, (done, len(numbers), progress))
        done += len(job)
        taken(done)
    progress(done, done)
    return len(jobs)


def jobs_of(numbers: Sequence[int]) -> list[Sequence[int]]:
    """Divide pages into jobs a printer's spool takes well."""
    return [numbers[at : at + MOST_PAGES] for at in range(0, len(numbers), MOST_PAGES)]


def _wanted(printer: QPrinter, count: int) -> list[int]:
    first = min(printer.fromPage() or 1, count)
    last = min(printer.toPage() or count, count)
    return list(range(first - 1, last))


def _print_job(
    pages: Pages, printer: QPrinter, job: Sequence[int], place: tuple[int, int, Progress]
) -> None:
    done, total, progress = place
    _fit(printer, pages.sizes[job[0]])
    painter = QPainter()
    if not painter.begin(printer):
        raise DocumentError("Pencetak tidak menjawab.", "Periksa kabel dan kertas, lalu ulangi.")
    whole = False
    try:
        for number, page in enumerate(job):
            progress(done + number, total)
            if number:
                _fit(printer, pages.sizes[page])
                printer.newPage()
            _paint(painter, printer, pages, page)
        whole = True
    finally:
        if not whole:
            printer.abort()  # half a job on paper looks like a whole one
        painter.end()


def _paint(painter: QPainter, printer: QPrinter, pages: Pages, page: int) -> None:
    dpi = printer.resolution()
    width, height = (points * dpi / POINTS_PER_INCH for points in pages.sizes[page])
    sheet = printer.pageLayout().fullRectPixels(dpi)
    # a page of the sheet's own size may miss it by a rounded pixel
    scale = min(1.0, (sheet.width() + 2) / width, (sheet.height() + 2) / height)
    width, height = width * scale, height * scale
    left, top = max(0.0, sheet.width() - width) / 2, max(0.0, sheet.height() - height) / 2
    data, wide, high, stride = pages.render(page, min(dpi, MOST_DPI))
    image = QImage(data, wide, high, stride, QImage.Format.Format_RGB32)
    painter.drawImage(QRectF(left, top, width, height), image)


def _fit(printer: QPrinter, size: Size) -> None:
    """Ask for the paper chosen, or for paper of the page's size, so that nothing is scaled."""
    width, height = size
    portrait = QPageLayout.Orientation.Portrait
    landscape = QPageLayout.Orientation.Landscape
    printer.setPageOrientation(landscape if width > height else portrait)
    paper = printer.paper if isinstance(printer, DeskPrinter) else Paper.SAME
    if paper is Paper.SAME or max(size) > LARGEST:
        upright, unit = QSizeF(min(size), max(size)), QPageSize.Unit.Point
    else:
        upright, unit = QSizeF(*SHEETS[paper]), QPageSize.Unit.Millimeter
    printer.setPageSize(QPageSize(upright, unit))

"""Documents onto paper: pages at the printer's resolution, a handful a job.

A job of more than 25 pages fills a printer's spool for minutes and cannot be stopped any more, so
long documents go out as several jobs.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QDialog

from pilkades_desk.core.errors import DocumentError
from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.kits.qt.preview import POINTS_PER_INCH, Pages

MOST_DPI = 300
MOST_PAGES = 25


def choose_printer(name: str) -> QPrinter | None:
    """Ask for a printer; None when the person changed their mind.

    Raises:
        DocumentError: this laptop knows no printer.
    """
    require_printer(QPrinterInfo.availablePrinterNames())
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setFullPage(True)  # the page carries its own margins
    dialog = QPrintDialog(printer, QApplication.activeWindow())
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


def require_printer(names: Sequence[str]) -> None:
    """Refuse with what to do instead when this laptop knows no printer."""
    if not names:
        raise DocumentError(
            "Belum ada pencetak di laptop ini.",
            "Pasang pencetak, atau simpan PDF dan cetak di komputer lain pada skala 100%.",
        )


def print_pages(pages: Pages, printer: QPrinter, progress: Progress = quiet) -> int:
    """Print a document at scale 100 %; gives the number of jobs it took."""
    numbers = _wanted(printer, len(pages.sizes))
    # whoever sends the job to a file gets one file
    jobs = [numbers] if printer.outputFileName() else jobs_of(numbers)
    done = 0
    for job in jobs:
        _print_job(pages, printer, job, (done, len(numbers), progress))
        done += len(job)
    progress(done, done)
    return len(jobs)


def jobs_of(numbers: Sequence[int]) -> list[Sequence[int]]:
    """Divide pages into jobs a printer's spool takes well."""
    return [numbers[at : at + MOST_PAGES] for at in range(0, len(numbers), MOST_PAGES)]


def _wanted(printer: QPrinter, count: int) -> list[int]:
    first = printer.fromPage() or 1
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
    try:
        for number, page in enumerate(job):
            progress(done + number, total)
            if number:
                _fit(printer, pages.sizes[page])
                printer.newPage()
            _paint(painter, printer, pages, page)
    finally:
        painter.end()


def _paint(painter: QPainter, printer: QPrinter, pages: Pages, page: int) -> None:
    dpi = printer.resolution()
    width, height = (points * dpi / POINTS_PER_INCH for points in pages.sizes[page])
    data, wide, high, stride = pages.render(page, min(dpi, MOST_DPI))
    image = QImage(data, wide, high, stride, QImage.Format.Format_RGB32)
    painter.drawImage(QRectF(0, 0, width, height), image)


def _fit(printer: QPrinter, size: tuple[float, float]) -> None:
    """Ask for paper of the page's size, so that nothing is scaled."""
    width, height = size
    portrait = QPageLayout.Orientation.Portrait
    landscape = QPageLayout.Orientation.Landscape
    printer.setPageOrientation(landscape if width > height else portrait)
    upright = QSizeF(min(size), max(size))
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point))

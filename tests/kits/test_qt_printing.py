from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from pilkades_desk.core.errors import Cancelled, DocumentError
from pilkades_desk.kits.pdf.render import page_count, page_sizes
from pilkades_desk.kits.qt.pages import Raster
from pilkades_desk.kits.qt.printing import MOST_PAGES, jobs_of, print_pages, require_printer

A4, LYING = (595.0, 842.0), (842.0, 595.0)


class Pages:
    """White pages that remember at which resolution they were drawn."""

    def __init__(self, *sizes: tuple[float, float]) -> None:
        self.sizes = sizes
        self.dpi: list[float] = []

    def render(self, page: int, dpi: float) -> Raster:
        self.dpi.append(dpi)
        return b"\xff" * 4 * 100 * 100, 100, 100, 400


def file_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setFullPage(True)
    return printer


def test_every_page_is_printed_on_paper_of_its_size(qtbot: QtBot, tmp_path: Path) -> None:
    print_pages(Pages(A4, LYING), file_printer(tmp_path / "cetak.pdf"))
    printed = page_sizes((tmp_path / "cetak.pdf").read_bytes())
    assert [(round(w), round(h)) for w, h in printed] == [(595, 842), (842, 595)]


def test_no_page_is_drawn_finer_than_300_dpi(qtbot: QtBot, tmp_path: Path) -> None:
    pages, printer = Pages(A4), file_printer(tmp_path / "cetak.pdf")
    print_pages(pages, printer)
    assert printer.resolution() > 300
    assert pages.dpi == [300]


def test_only_the_pages_asked_for_are_printed(qtbot: QtBot, tmp_path: Path) -> None:
    printer = file_printer(tmp_path / "cetak.pdf")
    printer.setFromTo(2, 3)
    print_pages(Pages(*[A4] * 5), printer)
    assert page_count((tmp_path / "cetak.pdf").read_bytes()) == 2


def test_a_file_gets_all_pages_in_one_job(qtbot: QtBot, tmp_path: Path) -> None:
    jobs = print_pages(Pages(*[A4] * 30), file_printer(tmp_path / "cetak.pdf"))
    assert (jobs, page_count((tmp_path / "cetak.pdf").read_bytes())) == (1, 30)


def test_a_long_document_goes_out_as_several_jobs() -> None:
    jobs = jobs_of(range(60))
    assert [len(job) for job in jobs] == [MOST_PAGES, MOST_PAGES, 10]
    assert [page for job in jobs for page in job] == list(range(60))


def test_printing_stops_when_told_to(qtbot: QtBot, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    pages = Pages(*[A4] * 5)
    with pytest.raises(Cancelled):
        print_pages(pages, file_printer(tmp_path / "cetak.pdf"), stop)
    assert len(pages.dpi) == 2


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_does_not_answer_is_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    printer = file_printer(tmp_path / "tidak-ada" / "cetak.pdf")
    with pytest.raises(DocumentError) as caught:
        print_pages(Pages(A4), printer)
    assert caught.value.hint


def test_a_laptop_without_printers_says_what_to_do() -> None:
    with pytest.raises(DocumentError, match="Belum ada pencetak") as caught:
        require_printer([])
    assert "simpan PDF" in caught.value.hint


def test_page_sizes_are_read_from_the_file(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument.new()
    document.new_page(*A4)
    document.save(tmp_path / "satu.pdf")
    document.close()
    assert page_sizes((tmp_path / "satu.pdf").read_bytes()) == (A4,)

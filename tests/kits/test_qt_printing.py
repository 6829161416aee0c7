from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from pilkades_desk.core.errors import Cancelled, DocumentError
from pilkades_desk.kits.pdf.render import page_count, page_sizes
from pilkades_desk.kits.qt.pages import Raster
from pilkades_desk.kits.qt.printing import (
    MOST_PAGES,
    DeskPrinter,
    Paper,
    Queued,
    Stapled,
    jobs_of,
    print_document,
    print_pages,
    print_queue,
    require_printer,
)

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


F4 = (609.45, 935.43)
A3 = (842.0, 1191.0)


def desk_printer(path: Path, paper: Paper) -> DeskPrinter:
    printer = DeskPrinter(paper)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


@pytest.mark.syarat("S-625")
def test_the_paper_chosen_is_the_paper_printed_on(qtbot: QtBot, tmp_path: Path) -> None:
    print_pages(Pages(F4, LYING, A3), desk_printer(tmp_path / "a4.pdf", Paper.A4))
    on_a4 = page_sizes((tmp_path / "a4.pdf").read_bytes())
    assert [(round(w), round(h)) for w, h in on_a4] == [(595, 842), (842, 595), (842, 1191)]
    print_pages(Pages(A4), desk_printer(tmp_path / "f4.pdf", Paper.F4))
    ((wide, high),) = page_sizes((tmp_path / "f4.pdf").read_bytes())
    assert (round(wide), round(high)) == (612, 936)  # Qt takes 215 × 330 mm for Folio, 1 mm wider


class Black(Pages):
    """Black pages, so that it shows where they lie on the sheet."""

    def render(self, page: int, dpi: float) -> Raster:
        return b"\x00" * 4 * 100 * 100, 100, 100, 400


def black_box(path: Path) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of what is black on the first page, in points."""
    pages = pypdfium2.PdfDocument(path)
    image = pages[0].render(scale=1).to_pil().convert("L").point(lambda grey: 255 - grey)
    pages.close()
    box = image.getbbox()
    assert box is not None
    return box


def test_a_page_smaller_than_the_paper_is_not_enlarged_and_a_larger_one_fits(
    qtbot: QtBot, tmp_path: Path
) -> None:
    print_pages(Black(A4), desk_printer(tmp_path / "f4.pdf", Paper.F4))
    left, top, right, bottom = black_box(tmp_path / "f4.pdf")
    assert abs(right - left - 595) <= 3
    assert abs(bottom - top - 842) <= 3
    print_pages(Black(F4), desk_printer(tmp_path / "a4.pdf", Paper.A4))
    left, top, right, bottom = black_box(tmp_path / "a4.pdf")
    assert abs((right - left) / (bottom - top) - 215 / 330) < 0.01
    assert bottom - top <= 843


@pytest.mark.syarat("S-621")
def test_what_was_printed_is_told_after_the_printer_took_it(qtbot: QtBot, tmp_path: Path) -> None:
    printer, told = file_printer(tmp_path / "cetak.pdf"), list[int]()
    printer.setCopyCount(3)
    print_document(Pages(A4, A4), printer, told.append)
    printer.setFromTo(2, 2)
    print_document(Pages(A4, A4), printer, told.append)
    assert told == [3, 0]


@pytest.mark.qt_log_ignore("Returned false")
@pytest.mark.syarat("S-621")
def test_nothing_is_told_of_a_printer_that_took_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    told = list[int]()
    with pytest.raises(DocumentError):
        print_document(Pages(A4), file_printer(tmp_path / "tidak-ada" / "x.pdf"), told.append)
    assert told == []


def queue(told: list[str], *documents: Pages) -> list[Queued]:
    def named(number: int, pages: Pages) -> Queued:
        name = f"F-{number}"
        return Queued(name, lambda _progress: pages, lambda copies: told.append(f"{name}×{copies}"))

    return [named(number, pages) for number, pages in enumerate(documents, 1)]


@pytest.mark.syarat("S-625")
def test_a_queue_is_one_job_with_its_progress(qtbot: QtBot, tmp_path: Path) -> None:
    told, steps = list[str](), list[tuple[int, int]]()
    printer = file_printer(tmp_path / "cetak.pdf")
    printer.setFromTo(1, 1)  # of a queue no page is left out
    documents = queue(told, Pages(A4, A4), Pages(LYING), Pages(A4))
    count = print_queue(documents, printer, lambda *step: steps.append(step))
    assert (count, told) == (3, ["F-1×1", "F-2×1", "F-3×1"])
    printed = page_sizes((tmp_path / "cetak.pdf").read_bytes())
    assert [round(w) for w, _ in printed] == [595, 595, 842, 595]
    assert steps == sorted(steps)
    assert (steps[0], steps[-1]) == ((0, 6), (6, 6))


def test_labelled_copies_are_sheets_of_their_own(qtbot: QtBot, tmp_path: Path) -> None:
    asked = list[tuple[int, bool | None]]()

    def copies(count: int, original: bool | None) -> list[Pages]:
        asked.append((count, original))
        return [Pages(A4, LYING)] * count

    told = list[int]()
    printer = desk_printer(tmp_path / "cetak.pdf", Paper.SAME)
    printer.original = False
    printer.setCopyCount(2)
    print_document(Pages(A4, LYING), printer, told.append, copies=copies)
    printer.setCopyCount(2)
    printer.setFromTo(2, 2)  # one spoiled page of each is labelled as its sheet is
    print_document(Pages(A4, LYING), printer, told.append, copies=copies)
    assert (asked, told) == ([(2, False), (2, False)], [2, 0])
    with pikepdf.open(tmp_path / "cetak.pdf") as pdf:
        wide = [float(page.mediabox[2]) > float(page.mediabox[3]) for page in pdf.pages]
    assert wide == [True, True]


@pytest.mark.syarat("S-625")
def test_a_queue_prints_every_copy_of_a_document_behind_the_other(
    qtbot: QtBot, tmp_path: Path
) -> None:
    told, printer = list[str](), file_printer(tmp_path / "cetak.pdf")
    plain, labelled = queue(told, Pages(A4), Pages(LYING))
    labelled = replace(labelled, copies=lambda count, _: [Pages(LYING)] * count)
    printer.setCopyCount(2)
    assert print_queue([plain, labelled], printer) == 2
    assert told == ["F-1×2", "F-2×2"]
    printed = page_sizes((tmp_path / "cetak.pdf").read_bytes())
    assert [round(w) for w, _ in printed] == [595, 595, 842, 842]


class Spooling(QPrinter):
    """Stands in for a printer with a spool: every job is a file beside the other."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        super().setOutputFileName(str(folder / "spool.pdf"))

    def outputFileName(self) -> str:  # noqa: N802 -- Qt's name
        return ""


@pytest.mark.syarat("S-621", "S-625")
def test_of_a_queue_that_is_stopped_only_what_went_out_is_told(
    qtbot: QtBot, tmp_path: Path
) -> None:
    told = list[str]()

    def stop(done: int, _total: int) -> None:
        if done == 5:
            raise Cancelled

    documents = queue(told, Pages(*[A4] * 10), Pages(*[A4] * 20), Pages(*[A4] * 10))
    with pytest.raises(Cancelled):
        print_queue(documents, Spooling(tmp_path), stop)
    assert told == ["F-1×1"]


def test_stapled_documents_keep_their_pages() -> None:
    first, second = Pages(A4), Pages(LYING, A4)
    stapled = Stapled([first, second])
    assert stapled.sizes == (A4, LYING, A4)
    stapled.render(2, 72)
    assert (first.dpi, second.dpi) == ([], [72])

"""Printed matter inside a step's page: drawn off the window's thread, shown, saved, printed.

The host puts the page into its stack, shows it on `opened` and its own body on `closed`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QWidget

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Ask, FileKind
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.pages import Pages
from pilkades_desk.kits.qt.preview import Preview
from pilkades_desk.kits.qt.printing import Took, print_document
from pilkades_desk.kits.qt.widgets import button, column, row

PDF = FileKind("Dokumen PDF", ("pdf",))


@dataclass(frozen=True, slots=True)
class Printout:
    """One drawn document: title, suggested file name, pages, and how it gets into a file.

    `took` is told what a printer took of it.
    """

    title: str
    file_name: str
    pages: Pages
    write: Callable[[Path], None]
    took: Took


class PrintPage(QWidget):
    """Shows one or several drawn documents with save and print."""

    opened = Signal()
    closed = Signal()

    def __init__(
        self, ask: Ask, banner: Banner, choose_printer: Callable[[str], QPrinter | None]
    ) -> None:
        super().__init__()
        self._ask = ask
        self._banner = banner
        self._choose_printer = choose_printer
        self._printouts: Sequence[Printout] = ()
        self.draw_job, self.print_job = Job(self), Job(self)
        self.draw_job.finished.connect(self._show)
        self.draw_job.cancelled.connect(self._say_stopped)
        self.print_job.finished.connect(self._say_printed)
        self.choice = QComboBox()
        self.choice.setAccessibleName("Daftar yang ditampilkan")
        self.choice.setMinimumWidth(220)
        self.choice.currentIndexChanged.connect(self._turn_to)
        back = button("Kembali", self._close, icon="chevron-left")
        self.save_button = button("Simpan semua", self._save_all, icon="save")
        self.preview = Preview()
        self.preview.save_requested.connect(self._save)
        self.preview.print_requested.connect(self._print)
        tools = row(back, self.choice, None, self.save_button)
        self.setLayout(column(tools, self.preview, spacing=10))

    def draw(self, work: Callable[[Progress], tuple[Printout, ...]]) -> None:
        """Start drawing; a click while something is under way is dropped."""
        if not self.draw_job.is_busy and not self.print_job.is_busy:
            self._banner.hide()
            self.draw_job.start(work)

    @Slot(object)
    def _show(self, printouts: tuple[Printout, ...]) -> None:
        self._printouts = printouts
        self.choice.clear()
        self.choice.addItems([one.title for one in printouts])
        self.save_button.setVisible(len(printouts) > 1)
        self.opened.emit()

    @Slot(int)
    def _turn_to(self, index: int) -> None:
        if index >= 0:
            self.preview.show_pages(self._printouts[index].pages)

    @Slot()
    def _close(self) -> None:
        self._printouts = ()  # many pages of many people, not kept longer than looked at
        self.choice.clear()
        self.closed.emit()

    @property
    def _shown(self) -> Printout:
        return self._printouts[self.choice.currentIndex()]

    @Slot()
    def _save(self) -> None:
        path = self._ask.choose_new_file("Simpan PDF", PDF, self._shown.file_name)
        if path is not None:
            self._write({path: self._shown})

    @Slot()
    def _save_all(self) -> None:
        folder = self._ask.choose_folder("Simpan semua PDF ke folder")
        if folder is not None:
            self._write({folder / one.file_name: one for one in self._printouts})

    def _write(self, wanted: dict[Path, Printout]) -> None:
        try:
            for path, one in wanted.items():
                one.write(path)
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        last = [*wanted][-1]
        what = last.name if len(wanted) == 1 else f"{len(wanted)} daftar"
        self._banner.tell("ok", f"{what} tersimpan.", str(last.parent))

    @Slot()
    def _print(self) -> None:
        try:
            printer = self._choose_printer(self._shown.file_name)
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        if printer is not None:
            shown = self._shown
            self.print_job.start(partial(print_document, shown.pages, printer, shown.took))

    @Slot(object)
    def _say_printed(self, _jobs: int) -> None:
        self._banner.tell("ok", "Dikirim ke pencetak.", "Periksa skala 100% pada kertas pertama.")

    @Slot()
    def _say_stopped(self) -> None:
        self._banner.tell("info", "Dihentikan.", "Yang belum selesai dapat dicetak lagi.")

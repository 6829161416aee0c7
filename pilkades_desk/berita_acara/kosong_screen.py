"""The blank forms behind their own tab: chosen at the left; seen, saved, printed at the right."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, get_args

from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QSplitter, QWidget

from pilkades_desk.berita_acara.table_model import KOSONG
from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.kits.qt.ask import Ask, FileKind
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.job import Work
from pilkades_desk.kits.qt.latest import Latest
from pilkades_desk.kits.qt.pages import Pages
from pilkades_desk.kits.qt.preview import Preview
from pilkades_desk.kits.qt.printing import print_document
from pilkades_desk.kits.qt.table import TupleTableModel
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.widgets import column, label, row
from pilkades_desk.panitia.naskah.katalog import Formulir
from pilkades_desk.panitia.naskah.values import Kertas

PDF = FileKind("Dokumen PDF", ("pdf",))
Start = Callable[[Work, Callable[[Any], None]], None]
"""Starts work off the window's thread, then says what came of it."""
LAYOUT = "Tata letak: susunan program, bukan lampiran resmi. Yang diketahui"


@dataclass(frozen=True, slots=True)
class KosongActs:
    """What the panel may do, bound to the open desk."""

    read_formulir: Callable[[], tuple[Formulir, ...]]
    read_kertas: Callable[[], Kertas]
    read_pages: Callable[[Formulir, Kertas], Pages]
    save: Callable[[Formulir, Kertas, Path], Path]
    choose_printer: Callable[[str], QPrinter | None]
    took: Callable[[Formulir, Kertas, int], None]


class KosongPanel(QSplitter):
    """Shows one blank form at a time; drawing it does not hold the window up."""

    def __init__(self, acts: KosongActs, ask: Ask, banner: Banner, start: Start) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._acts, self._ask, self._banner, self._start = acts, ask, banner, start
        self._shown: Formulir | None = None
        self._pages: Pages | None = None
        self._model = TupleTableModel(KOSONG, self)
        self.table = Table("Formulir kosong", self._model)
        self.paper = QComboBox()
        self.paper.setAccessibleName("Ukuran kertas")
        self.paper.addItems([name for name in get_args(Kertas) if name != "A3"])
        self._source = label("", "muted", wrap=True)
        self._source.setMinimumWidth(200)  # alone it asks for room for a whole line
        self.preview = Preview()
        self._drawing = Latest(self)
        self._lay_out()
        self.table.selectionModel().selectionChanged.connect(self._choose)
        self.paper.currentTextChanged.connect(self._draw)
        self._drawing.answered.connect(self._show)
        self._drawing.failed.connect(banner.tell_failure)
        self.preview.save_requested.connect(self._save)
        self.preview.print_requested.connect(self._print)

    def reload(self) -> None:
        """Draw the chosen form anew, for candidates may have been drawn meanwhile."""
        if self._shown is not None:
            self._draw()
            return
        self.paper.setCurrentText(self._acts.read_kertas())
        self._model.show_values(self._acts.read_formulir())
        self.table.selectRow(0)

    def _lay_out(self) -> None:
        left = QWidget()
        paper = row(label("Kertas", "muted"), self.paper, None)
        left.setLayout(column(paper, self.table, self._source))
        self.addWidget(left)
        self.addWidget(self.preview)
        self.setChildrenCollapsible(False)
        self.setSizes([560, 480])
        self.setHandleWidth(14)

    def _choose(self, *_changed: QItemSelection) -> None:
        rows = self.table.selectionModel().selectedRows()
        self._shown = self._model.value_at(rows[0].row()) if rows else None
        self.preview.setEnabled(self._shown is not None)
        if self._shown is not None:
            self._source.setText(f"{LAYOUT}: {self._shown.sumber}.")
        self._draw()

    def _draw(self, *_changed: str) -> None:
        if self._shown is not None and self.isVisible():
            self._drawing.ask(partial(self._acts.read_pages, self._shown, self._kertas()))

    def _show(self, pages: Pages) -> None:
        self._pages = pages
        self.preview.show_pages(pages)

    def _kertas(self) -> Kertas:
        return "F4" if self.paper.currentText() == "F4" else "A4"

    def _save(self) -> None:
        formulir = self._shown
        if formulir is None:
            return
        path = self._ask.choose_new_file("Simpan PDF", PDF, f"{formulir.kode}-kosong.pdf")
        if path is None:
            return
        try:
            saved = self._acts.save(formulir, self._kertas(), path)
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        self._banner.tell("ok", f"{saved.name} tersimpan.", str(saved.parent))

    def _print(self) -> None:
        if self._shown is None or self._pages is None:
            return
        try:
            printer = self._acts.choose_printer(f"{self._shown.kode}-kosong")
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        if printer is not None:
            took = partial(self._acts.took, self._shown, self._kertas())
            self._start(partial(print_document, self._pages, printer, took), self._say_printed)

    def _say_printed(self, _value: object) -> None:
        self._banner.tell("ok", "Dikirim ke pencetak.", "Periksa skala 100% pada kertas.")

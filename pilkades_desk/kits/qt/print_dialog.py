"""One dialog before anything is printed: which printer, what paper lies in it, how many copies."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from pilkades_desk.kits.qt.form import FormRow, choice, line
from pilkades_desk.kits.qt.printing import DeskPrinter, Paper, require_printer
from pilkades_desk.kits.qt.short_dialog import ShortDialog

COPIES = r"[1-9][0-9]?"
ORIGINAL, COPY = "Asli", "Salinan"
RANGE = r"([1-9][0-9]{0,3}(-[1-9][0-9]{0,3})?)?"


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """What was chosen; `pages` first and last, or None for all.

    `original` tells whether the first sheet is the original, None where all sheets are alike.
    """

    printer: str = ""
    paper: Paper = Paper.SAME
    copies: int = 1
    pages: tuple[int, int] | None = None
    original: bool | None = None


class PrintMemory(Protocol):
    """Keeps printer and paper for next time."""

    def read(self) -> PrintChoice:
        """Give what was chosen last."""

    def keep(self, chosen: PrintChoice) -> None:
        """Remember what was chosen."""


class PrintDialog(ShortDialog):
    """Asks for printer, paper, copies and perhaps some pages only."""

    def __init__(
        self, parent: QWidget | None, name: str, printers: Sequence[str], last: PrintChoice
    ) -> None:
        hint = "Skala 100%. Halaman F4 di kertas A4 diperkecil agar muat."
        super().__init__(parent, "Cetak", name, hint)
        self.printer = choice(printers)
        self.printer.setCurrentText(last.printer)
        self.paper = choice([one.value for one in Paper])
        self.paper.setCurrentText(last.paper.value)
        self.copies = line()
        self.copies.setText(str(last.copies))
        self.copies.setValidator(_accepting(self.copies, COPIES))
        self.pages = line()
        self.pages.setValidator(_accepting(self.pages, RANGE))
        self.original = None if last.original is None else choice([ORIGINAL, COPY])
        if self.original is not None:
            self.original.setCurrentText(ORIGINAL if last.original else COPY)
        self.put(
            FormRow("Pencetak", self.printer),
            FormRow("Kertas di pencetak", self.paper),
            FormRow("Rangkap", self.copies),
            *self._first_row(),
            FormRow("Halaman", self.pages, "Kosong: semua. Contoh: 2-3."),
        )
        self.close_with("Cetak")

    def _first_row(self) -> list[FormRow]:
        if self.original is None:
            return []
        return [FormRow("Lembar pertama", self.original, "Sesudahnya: Salinan 1, 2, …")]

    def chosen(self) -> PrintChoice:
        """Give what stands in the boxes."""
        first, _, last = self.pages.text().rstrip("-").partition("-")
        return PrintChoice(
            printer=self.printer.currentText(),
            paper=Paper(self.paper.currentText()),
            copies=int(self.copies.text() or 1),
            pages=(int(first), max(int(first), int(last or first))) if first else None,
            original=None if self.original is None else self.original.currentText() == ORIGINAL,
        )


def _accepting(field: QLineEdit, pattern: str) -> QRegularExpressionValidator:
    return QRegularExpressionValidator(QRegularExpression(pattern), field)


def choose_printer(name: str, memory: PrintMemory, original: bool | None = None) -> QPrinter | None:
    """Ask for a printer; None when the person changed their mind.

    `original` is what the first sheet most likely is, None where all sheets are alike.

    Raises:
        DocumentError: this laptop knows no printer.
    """
    names = QPrinterInfo.availablePrinterNames()
    require_printer(names)
    last = replace(memory.read(), original=original)
    dialog = PrintDialog(QApplication.activeWindow(), name, names, last)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.chosen()
    dialog.deleteLater()
    if not accepted:
        return None
    memory.keep(chosen)
    return make_printer(name, chosen)


def make_printer(name: str, chosen: PrintChoice) -> DeskPrinter:
    """Set a printer up the way it was chosen."""
    printer = DeskPrinter(chosen.paper, chosen.original)
    printer.setPrinterName(chosen.printer)
    printer.setDocName(name)
    printer.setCopyCount(chosen.copies)
    if chosen.pages:
        printer.setFromTo(*chosen.pages)
    return printer

"""One dialog before anything is printed: which printer, what paper lies in it, how many copies."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from pilkades_desk.kits.qt.form import FormRow, choice, line
from pilkades_desk.kits.qt.printing import DeskPrinter, Paper, require_printer
from pilkades_desk.kits.qt.short_dialog import ShortDialog

COPIES = r"[1-9][0-9]?"
RANGE = r"([1-9][0-9]{0,3}(-[1-9][0-9]{0,3})?)?"


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """What was chosen; `pages` first and last, or None for all."""

    printer: str = ""
    paper: Paper = Paper.SAME
    copies: int = 1
    pages: tuple[int, int] | None = None


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
        self.put(
            FormRow("Pencetak", self.printer),
            FormRow("Kertas di pencetak", self.paper),
            FormRow("Rangkap", self.copies),
            FormRow("Halaman", self.pages, "Kosong: semua. Contoh: 2-3."),
        )
        self.close_with("Cetak")

    def chosen(self) -> PrintChoice:
        """Give what stands in the boxes."""
        first, _, last = self.pages.text().rstrip("-").partition("-")
        return PrintChoice(
            printer=self.printer.currentText(),
            paper=Paper(self.paper.currentText()),
            copies=int(self.copies.text() or 1),
            pages=(int(first), max(int(first), int(last or first))) if first else None,
        )


def _accepting(field: QLineEdit, pattern: str) -> QRegularExpressionValidator:
    return QRegularExpressionValidator(QRegularExpression(pattern), field)


def choose_printer(name: str, memory: PrintMemory) -> QPrinter | None:
    """Ask for a printer; None when the person changed their mind.

    Raises:
        DocumentError: this laptop knows no printer.
    """
    names = QPrinterInfo.availablePrinterNames()
    require_printer(names)
    dialog = PrintDialog(QApplication.activeWindow(), name, names, memory.read())
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.chosen()
    dialog.deleteLater()
    if not accepted:
        return None
    memory.keep(chosen)
    return make_printer(name, chosen)


def make_printer(name: str, chosen: PrintChoice) -> DeskPrinter:
    """Set a printer up the way it was chosen."""
    printer = DeskPrinter(chosen.paper)
    printer.setPrinterName(chosen.printer)
    printer.setDocName(name)
    printer.setCopyCount(chosen.copies)
    if chosen.pages:
        printer.setFromTo(*chosen.pages)
    return printer

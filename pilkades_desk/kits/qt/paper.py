"""Prints a short sheet straight to paper: what must not lie on the disk as a file."""

from collections.abc import Sequence
from html import escape

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

from pilkades_desk.core.errors import DocumentError


def sheet(title: str, lines: Sequence[str], code: str) -> QTextDocument:
    """Compose a heading, lines and one large code."""
    words = "".join(f"<p>{escape(line)}</p>" for line in lines)
    made = QTextDocument()
    made.setHtml(
        f"<h1>{escape(title)}</h1>{words}"
        f'<p style="font-family: monospace; font-size: 20pt; font-weight: bold">{escape(code)}</p>'
    )
    return made


def print_document(parent: QWidget, document: QTextDocument) -> None:
    """Ask for a printer and print; DocumentError where there is no printer at all."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        raise DocumentError(
            "Tidak ada pencetak di laptop ini.",
            "Salin kode dengan tangan pada dua lembar kertas, lalu periksa huruf demi huruf.",
        )
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted:
        document.print_(printer)

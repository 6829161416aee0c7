"""Printing from this laptop: the right first, then the dialog; printer and paper are remembered."""

from functools import partial

from PySide6.QtCore import QSettings
from PySide6.QtPrintSupport import QPrinter

from pilkades_desk.app.look import NAME
from pilkades_desk.kits.qt import print_dialog
from pilkades_desk.kits.qt.print_dialog import PrintChoice
from pilkades_desk.kits.qt.printing import Paper, Took
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.pencetakan import record_print
from pilkades_desk.panitia.naskah.tercetak import Identitas
from pilkades_desk.panitia.rights import Aksi

_PRINTER, _PAPER = "cetak/pencetak", "cetak/kertas"


class SettingsMemory:
    """Keeps the choice beside the theme, for this person on this laptop."""

    def read(self) -> PrintChoice:
        """Give what was chosen last; paper as the document wants it before any choice."""
        kept = QSettings(NAME, NAME)
        paper = str(kept.value(_PAPER, ""))
        return PrintChoice(
            printer=str(kept.value(_PRINTER, "")),
            paper=Paper(paper) if paper in set(Paper) else Paper.SAME,
        )

    def keep(self, chosen: PrintChoice) -> None:
        """Remember printer and paper; copies and pages belong to one printing."""
        kept = QSettings(NAME, NAME)
        kept.setValue(_PRINTER, chosen.printer)
        kept.setValue(_PAPER, chosen.paper.value)


def choose_printer(meja: Meja, name: str, original: bool | None = None) -> QPrinter | None:
    """Ask for a printer; RightsError when this account may not print.

    `original` is what the first sheet most likely is, None where all sheets are alike.
    """
    meja.demand(Aksi.CETAK_DOKUMEN)
    return print_dialog.choose_printer(name, SettingsMemory(), original)


def recorder(meja: Meja, identitas: Identitas) -> Took:
    """Record what the printer took of one document."""
    return partial(record_print, meja, identitas)

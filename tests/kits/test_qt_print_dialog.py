"""The dialog before printing: what was chosen is what the printer is set to, and is remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from pytestqt.qtbot import QtBot

from pilkades_desk.core.errors import DocumentError
from pilkades_desk.kits.qt.print_dialog import (
    COPY,
    ORIGINAL,
    PrintChoice,
    PrintDialog,
    choose_printer,
    make_printer,
)
from pilkades_desk.kits.qt.printing import Paper
from tests.control_names import nameless

NAMES = ("Epson Balai", "Laser Kecamatan")


class Memory:
    def __init__(self) -> None:
        self.kept = PrintChoice("Laser Kecamatan", Paper.F4)

    def read(self) -> PrintChoice:
        return self.kept

    def keep(self, chosen: PrintChoice) -> None:
        self.kept = chosen


def dialog(qtbot: QtBot, last: PrintChoice) -> PrintDialog:
    made = PrintDialog(None, "F-27-001.pdf", NAMES, last)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.syarat("S-625")
def test_the_dialog_starts_with_what_was_chosen_last(qtbot: QtBot) -> None:
    made = dialog(qtbot, Memory().read())
    assert made.chosen() == PrintChoice("Laser Kecamatan", Paper.F4, 1, None)
    assert nameless(made) == []


def test_an_unknown_printer_of_last_time_is_no_trap(qtbot: QtBot) -> None:
    assert dialog(qtbot, PrintChoice("Sudah dijual")).chosen().printer == "Epson Balai"


@pytest.mark.parametrize(
    ("typed", "pages"),
    [("", None), ("3", (3, 3)), ("2-4", (2, 4)), ("2-", (2, 2)), ("4-2", (4, 4)), ("x", None)],
)
def test_some_pages_only_can_be_printed(
    qtbot: QtBot, typed: str, pages: tuple[int, int] | None
) -> None:
    made = dialog(qtbot, PrintChoice())
    qtbot.keyClicks(made.pages, typed)
    assert made.chosen().pages == pages


def test_copies_are_between_one_and_ninety_nine(qtbot: QtBot) -> None:
    made = dialog(qtbot, PrintChoice())
    made.copies.clear()
    assert made.chosen().copies == 1
    qtbot.keyClicks(made.copies, "0123")
    assert made.chosen().copies == 12


@pytest.mark.parametrize("original", [True, False])
def test_whether_the_first_sheet_is_the_original_is_asked_where_sheets_differ(
    qtbot: QtBot, original: bool
) -> None:
    made = dialog(qtbot, PrintChoice(original=original))
    assert made.chosen().original is original
    assert made.original is not None
    made.original.setCurrentText(COPY if original else ORIGINAL)
    assert make_printer("F-27-001.pdf", made.chosen()).original is not original
    assert nameless(made) == []


def test_where_all_sheets_are_alike_it_is_not_asked(qtbot: QtBot) -> None:
    made = dialog(qtbot, PrintChoice())
    assert made.chosen().original is None
    assert made.original is None


def test_the_printer_is_set_to_what_was_chosen(qtbot: QtBot) -> None:
    printer = make_printer("F-27-001.pdf", PrintChoice("", Paper.A4, 3, (2, 4)))
    assert (printer.paper, printer.copyCount(), printer.docName()) == (Paper.A4, 3, "F-27-001.pdf")
    assert (printer.fromPage(), printer.toPage()) == (2, 4)


@pytest.mark.parametrize(("key", "kept"), [(Qt.Key.Key_Return, 2), (Qt.Key.Key_Escape, 1)])
def test_only_an_accepted_choice_is_remembered(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, key: Qt.Key, kept: int
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: [*NAMES]))

    def answer(made: PrintDialog) -> int:
        made.show()
        made.copies.setText("2")
        qtbot.keyClick(made, key)
        return made.result()

    monkeypatch.setattr(PrintDialog, "exec", answer)
    memory = Memory()
    printer = choose_printer("F-27-001.pdf", memory)
    assert (printer is not None) == (kept == 2)
    assert memory.kept.copies == kept


def test_without_a_printer_there_is_no_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    with pytest.raises(DocumentError, match="Belum ada pencetak"):
        choose_printer("F-27-001.pdf", Memory())

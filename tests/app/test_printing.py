"""Printing from a real desk: the right first, printer and paper remembered, what went out kept."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtPrintSupport import QPrinterInfo

from pilkades_desk.app import printing
from pilkades_desk.app.pdf_pages import printouts
from pilkades_desk.app.printing import SettingsMemory, choose_printer
from pilkades_desk.core.errors import DocumentError, RightsError
from pilkades_desk.kits.qt.print_dialog import PrintChoice
from pilkades_desk.kits.qt.printing import Paper
from pilkades_desk.panitia.naskah.cetakan import Cetakan
from pilkades_desk.panitia.naskah.pencetakan import read_prints
from pilkades_desk.panitia.naskah.tercetak import Identitas
from pilkades_desk.panitia.values import Peran
from tests.makers import make_meja

WHICH = Identitas(kode="F-06", dok="F06", sidik="ab" * 32)


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SettingsMemory:
    file = str(tmp_path / "setelan.ini")
    kept = QSettings(file, QSettings.Format.IniFormat)
    monkeypatch.setattr(printing, "QSettings", lambda *_: kept)
    return SettingsMemory()


@pytest.mark.syarat("S-625")
def test_printer_and_paper_are_remembered_and_copies_are_not(memory: SettingsMemory) -> None:
    assert memory.read() == PrintChoice()
    memory.keep(PrintChoice("Epson Balai", Paper.F4, 9, (1, 2)))
    assert SettingsMemory().read() == PrintChoice("Epson Balai", Paper.F4)


def test_a_damaged_setting_is_no_trap(memory: SettingsMemory) -> None:
    printing.QSettings("", "").setValue("cetak/kertas", "Letter")
    assert memory.read().paper is Paper.SAME


def test_whoever_may_not_print_is_told_before_any_printer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    meja = make_meja(tmp_path)
    watching = replace(meja, akun=meja.akun.model_copy(update={"peran": Peran.PENGAMAT}))
    with pytest.raises(RightsError):
        choose_printer(watching, "F-06.pdf")
    with pytest.raises(DocumentError, match="Belum ada pencetak"):
        choose_printer(meja, "F-06.pdf")
    meja.close()


@pytest.mark.syarat("S-621")
def test_a_list_printed_in_an_earlier_step_is_recorded_as_well(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    (one,) = printouts(meja, [Cetakan("DPT", "F-06.pdf", b"%PDF", WHICH)])
    one.took(2)
    assert [(kept.identitas, kept.lembar) for kept in read_prints(meja)] == [(WHICH, 2)]
    meja.close()

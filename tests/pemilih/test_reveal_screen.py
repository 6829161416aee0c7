from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pilkades_desk.core.errors import StateError
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.clipboard import copy_briefly
from pilkades_desk.panitia.values import TujuanAkses
from pilkades_desk.pemilih import reveal_screen
from pilkades_desk.pemilih.reveal_screen import NikPanel, RevealActs
from pilkades_desk.pemilih.values import DataPribadi
from tests.answering import Answering
from tests.pemilih.samples import Village, tersamar

LEFT = Qt.MouseButton.LeftButton
MASKED = "NIK 339901**********\nKK 339901**********"
WHOLE = "NIK 3399015205900001\nKK 3399010101150001"
WHY = {"tujuan": TujuanAkses.COCOKKAN.sebutan}


def show(qtbot: QtBot, village: Village, *answers: object) -> NikPanel:
    panel = NikPanel(village.list_acts().numbers, Answering(*answers), Banner())
    qtbot.addWidget(panel)
    panel.show_pemilih(tersamar())
    panel.show()
    return panel


@pytest.mark.syarat("S-241")
def test_the_numbers_show_for_a_purpose_until_they_are_hidden(qtbot: QtBot) -> None:
    village = Village()
    panel = show(qtbot, village, WHY)
    assert panel._numbers.text() == MASKED
    qtbot.mouseClick(panel.show_button, LEFT)
    assert panel._numbers.text() == WHOLE
    assert village.done == [(1, TujuanAkses.COCOKKAN)]
    assert panel.show_button.accessibleName() == "Sembunyikan"
    qtbot.mouseClick(panel.show_button, LEFT)
    assert panel._numbers.text() == MASKED


@pytest.mark.syarat("S-241")
def test_the_numbers_are_covered_by_themselves_after_a_minute(qtbot: QtBot) -> None:
    panel = show(qtbot, Village(), WHY)
    assert (panel._timer.interval(), reveal_screen.SHOWN) == (60_000, 60_000)
    panel._timer.setInterval(20)
    qtbot.mouseClick(panel.show_button, LEFT)
    assert panel._numbers.text() == WHOLE
    qtbot.waitUntil(lambda: panel._numbers.text() == MASKED)


@pytest.mark.syarat("S-241")
def test_the_numbers_are_covered_on_leaving_the_page_or_the_voter(qtbot: QtBot) -> None:
    panel = show(qtbot, Village(), WHY, WHY)
    qtbot.mouseClick(panel.show_button, LEFT)
    panel.hide()
    assert panel._whole is None
    panel.show()
    assert panel._numbers.text() == MASKED
    qtbot.mouseClick(panel.show_button, LEFT)
    panel.show_pemilih(tersamar(2))
    assert panel._whole is None


def test_nothing_shows_without_a_purpose_or_when_refused(qtbot: QtBot) -> None:
    def refuse(number: int, tujuan: TujuanAkses) -> DataPribadi:
        raise StateError("Pemilih ini tidak ada.", "Cari lagi namanya.")

    village = Village()
    panel = show(qtbot, village, None, WHY)
    qtbot.mouseClick(panel.show_button, LEFT)
    assert (panel._numbers.text(), village.done) == (MASKED, [])
    panel._acts = replace(panel._acts, reveal=refuse)
    qtbot.mouseClick(panel.show_button, LEFT)
    assert panel._numbers.text() == MASKED
    assert "Pemilih ini tidak ada." in panel._banner.accessibleName()


def test_who_may_not_see_them_is_not_offered_to(qtbot: QtBot) -> None:
    acts = RevealActs(may=lambda: False, reveal=lambda *_: DataPribadi("", ""))
    panel = NikPanel(acts, Answering(), Banner())
    qtbot.addWidget(panel)
    panel.show_pemilih(tersamar())
    panel.show()
    assert not panel.show_button.isVisible()
    assert not panel.copy_button.isVisible()


@pytest.mark.syarat("S-243")
def test_a_copied_nik_is_in_the_clipboard_and_says_for_how_long(qtbot: QtBot) -> None:
    panel = show(qtbot, Village(), WHY)
    qtbot.mouseClick(panel.show_button, LEFT)
    qtbot.mouseClick(panel.copy_button, LEFT)
    assert QApplication.clipboard().text() == "3399015205900001"
    assert "30 detik" in panel._banner.accessibleName()


@pytest.mark.syarat("S-243")
def test_the_clipboard_is_emptied_after_a_while(qtbot: QtBot) -> None:
    copy_briefly("3399015205900001", kept=20)
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == "")


@pytest.mark.syarat("S-243")
def test_what_was_copied_over_it_stays(qtbot: QtBot) -> None:
    copy_briefly("3399015205900001", kept=20)
    QApplication.clipboard().setText("catatan lain")
    qtbot.wait(60)
    assert QApplication.clipboard().text() == "catatan lain"

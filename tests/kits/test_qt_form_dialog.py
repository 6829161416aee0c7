"""A short form that stays open while something is wrong."""

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from pilkades_desk.kits.qt.ask import Box, Form
from pilkades_desk.kits.qt.form_dialog import FormDialog


def test_the_dialog_grows_by_what_is_wrong(qtbot: QtBot) -> None:
    form = Form("Judul", "Kalimat.", "Simpan", (Box("satu", "Satu"), Box("dua", "Dua")))
    dialog = FormDialog(None, form, lambda _answers: {"satu": "Isi satu.", "dua": "Isi dua."})
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept()
    QApplication.processEvents()
    assert dialog.isVisible()
    shown = [each for each in dialog.findChildren(QLabel) if each.isVisible()]
    assert sum("Isi" in each.text() for each in shown) == 2
    assert all(each.height() >= each.sizeHint().height() for each in shown)

"""A short form that stays open while something is wrong."""

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from pilkades_desk.kits.qt.ask import Box, Form
from pilkades_desk.kits.qt.form_dialog import FormDialog
from pilkades_desk.kits.qt.icons import change_theme


def test_the_dialog_grows_by_what_is_wrong(qtbot: QtBot, qapp: QApplication) -> None:
    change_theme(qapp, "light")
    words = "Kalimat yang cukup panjang untuk dua baris, sehingga tinggi bergantung pada lebar."
    form = Form("Judul", words, "Simpan", (Box("satu", "Satu"), Box("dua", "Dua")))
    dialog = FormDialog(None, form, lambda _answers: {"satu": "Isi satu.", "dua": "Isi dua."})
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept()
    qapp.processEvents()
    assert dialog.isVisible()
    assert dialog.height() >= dialog.layout().totalHeightForWidth(dialog.width())
    for row in dialog.rows.values():
        (fault,) = (each for each in row.findChildren(QLabel) if "Isi" in each.text())
        assert fault.y() >= row.field.geometry().bottom()

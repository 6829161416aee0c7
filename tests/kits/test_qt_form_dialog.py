"""A short form that stays open while something is wrong."""

from PySide6.QtCore import QPoint
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


def test_what_is_wrong_far_below_comes_into_sight(qtbot: QtBot) -> None:
    boxes = tuple(Box(f"isian{n}", f"Isian {n}") for n in range(20))
    dialog = FormDialog(
        None, Form("Koreksi", "Ubah.", "Simpan", boxes), lambda _a: {"isian19": "!"}
    )
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.resize(440, 500)
    assert dialog.area is not None
    assert dialog.area.verticalScrollBar().value() == 0
    dialog.accept()
    last = dialog.rows["isian19"]
    assert (
        dialog.area.viewport()
        .rect()
        .intersects(
            last.field.rect().translated(last.field.mapTo(dialog.area.viewport(), QPoint(0, 0)))
        )
    )

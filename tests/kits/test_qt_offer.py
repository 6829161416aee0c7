"""A suggested password is shown, never taken by itself."""

from pytestqt.qtbot import QtBot

from pilkades_desk.kits.qt.ask import Box, BoxKind, Form, no_faults
from pilkades_desk.kits.qt.form import OfferField
from pilkades_desk.kits.qt.form_dialog import FormDialog


def test_an_offer_is_shown_on_demand_and_is_no_answer(qtbot: QtBot) -> None:
    offered = iter(("kuda jalan lima batu", "pagar biru daun sore"))
    boxes = (
        Box("usulan", "Usulan", BoxKind.OFFER, offer=lambda: next(offered)),
        Box("sandi", "Kata sandi baru", BoxKind.PASSWORD),
    )
    dialog = FormDialog(None, Form("Ganti", "Ketik.", "Ganti", boxes), no_faults)
    qtbot.addWidget(dialog)
    field = dialog.rows["usulan"].field
    assert isinstance(field, OfferField)
    assert field.shown.text() == ""
    for words in ("kuda jalan lima batu", "pagar biru daun sore"):
        field.ask.click()
        assert field.shown.text() == words
    assert dialog.answers() == {"sandi": ""}

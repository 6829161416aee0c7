from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pilkades_desk.tps.table_model import PemilihModel, UnitModel, wilayah_text
from tests.tps.makers import make_unit


def test_the_unit_model_satisfies_qt(qtmodeltester: Any) -> None:
    model = UnitModel()
    model.show_units([make_unit(1, 101), make_unit(2, 99)])
    qtmodeltester.check(model)


def test_the_last_line_adds_the_units_up(qtbot: QtBot) -> None:
    model = UnitModel()
    model.show_units([make_unit(1, 1101), make_unit(2, 99)])
    cells = [model.index(2, at).data() for at in range(model.columnCount())]
    assert cells == ["", "Jumlah", "", "", "599", "601", "1.200", "1.200"]


def test_the_total_is_bold_and_cannot_be_chosen(qtbot: QtBot) -> None:
    model = UnitModel()
    model.show_units([make_unit(1, 40)])
    unit, total = model.index(0, 1), model.index(1, 1)
    assert total.data(Qt.ItemDataRole.FontRole).bold()
    assert unit.data(Qt.ItemDataRole.FontRole) is None
    assert not total.flags() & Qt.ItemFlag.ItemIsSelectable
    assert unit.flags() & Qt.ItemFlag.ItemIsSelectable


def test_without_units_there_is_no_total(qtbot: QtBot) -> None:
    model = UnitModel()
    model.show_units([])
    assert model.rowCount() == 0


def test_neighbouring_areas_are_said_together() -> None:
    areas = ("RT 001/RW 001", "RT 002/RW 001", "RT 004/RW 001", "RT 001/RW 002")
    assert wilayah_text(areas) == "RW 001: RT 001–004; RW 002: RT 001"
    assert wilayah_text(("RT 001/RW 001 (sebagian)",)) == "RW 001 (sebagian): RT 001"
    assert wilayah_text(("tanpa RT/RW", "RT 003")) == "tanpa RT/RW, RT 003"


def test_the_pemilih_model_satisfies_qt(qtmodeltester: Any) -> None:
    qtmodeltester.check(PemilihModel())

from typing import Any

from pilkades_desk.kits.qt.table import TONE
from pilkades_desk.pemilih.table_model import pemilih_model, perbaikan_model, status
from pilkades_desk.pemilih.values import BarisPemilih
from tests.pemilih.samples import WRONG_CELL, baris, tersamar


def texts(model: Any, row: int) -> list[str]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_the_models_satisfy_qt(qtmodeltester: Any) -> None:
    daftar, waiting = pemilih_model(lambda ids: [baris(each) for each in ids]), perbaikan_model()
    daftar.show_ids(range(1, 601))
    waiting.show_values([WRONG_CELL])
    qtmodeltester.check(daftar)
    qtmodeltester.check(waiting)


def test_a_line_shows_four_digits_of_the_nik_and_the_area(qapp: object) -> None:
    model = pemilih_model(lambda ids: [baris(each) for each in ids])
    model.show_ids([1])
    shown = ["1", "SITI UJI", "P", "12-05-1990", "Terdaftar", "002/001", "–", "–"]
    shown += ["339901**********"]
    assert texts(model, 0) == shown


def test_who_may_not_see_numbers_sees_the_year_of_birth(qapp: object) -> None:
    model = pemilih_model(lambda ids: [BarisPemilih(tersamar(8, near=False), None, 0)])
    model.show_ids([8])
    assert model.index(0, 3).data() == "1990"


def test_once_locked_the_number_is_that_of_the_dpt(qapp: object) -> None:
    model = pemilih_model(lambda ids: [BarisPemilih(tersamar(8), 1_204, 0)])
    model.show_ids([8])
    assert model.index(0, 0).data() == "1.204"


def test_struck_comes_before_warned_before_additional() -> None:
    assert status(baris(coret="pindah", warnings=1)) == ("Dicoret", "bad")
    assert status(baris(warnings=1, asal="tambahan")) == ("Periksa", "warn")
    assert status(baris(asal="tambahan")) == ("Tambahan", "info")


def test_the_status_is_a_pill(qapp: object) -> None:
    model = pemilih_model(lambda ids: [baris(each, coret="pindah") for each in ids])
    model.show_ids([1])
    assert model.index(0, 4).data(TONE) == "bad"


def test_a_row_to_repair_says_where_who_and_why(qapp: object) -> None:
    model = perbaikan_model()
    model.show_values([WRONG_CELL])
    assert texts(model, 0)[:3] == ["23", "BUDI UJI", "E203"]
    assert "bilangan" in texts(model, 0)[3]

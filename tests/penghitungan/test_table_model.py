from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from pilkades_desk.penghitungan.lembar import RekapDesa
from pilkades_desk.penghitungan.rules import add_up
from pilkades_desk.penghitungan.table_model import FormModel, RekapModel
from pilkades_desk.penghitungan.values import StatusForm, Tahap
from tests.penghitungan.makers import make_row, make_status

DESA = RekapDesa(
    rekap=add_up([make_row("TPS 1", 746, 239, 421), make_row("TPS 2", 200, 100, 60)], 2),
    nama=("Siti", "Budi"),
    hasil=None,
)


def cells(model: FormModel | RekapModel, row: int) -> list[str]:
    return [model.index(row, at).data() for at in range(model.columnCount())]


def test_the_form_model_satisfies_qt(qtmodeltester: Any) -> None:
    model = FormModel()
    model.show_forms(
        [make_status(1), make_status(2, Tahap.FINAL, pengetik=(2, 3))], {2: "R", 3: "Y"}
    )
    qtmodeltester.check(model)


def test_the_recap_model_satisfies_qt(qtmodeltester: Any) -> None:
    model = RekapModel(2)
    model.show_rekap(DESA)
    qtmodeltester.check(model)


def test_a_form_is_shown_by_state_progress_deed_and_people(qtbot: QtBot) -> None:
    model = FormModel()
    running = make_status(4, Tahap.ENTRI_1, pengetik=(2,), terisi=12)
    model.show_forms([running], {2: "Rini Uji"})
    assert cells(model, 0) == ["TPS 4", "Entri 1 berjalan", "12/34", "Teruskan entri 1", "Rini Uji"]


def test_progress_is_for_running_entries_only(qtbot: QtBot) -> None:
    model = FormModel()
    model.show_forms([make_status(1, Tahap.FINAL, terisi=33)], {})
    assert cells(model, 0)[2:4] == ["", "—"]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (make_status(1), "Mulai entri 1"),
        (make_status(1, Tahap.ENTRI_1_SELESAI), "Mulai entri 2"),
        (make_status(1, Tahap.PEMBETULAN, ulang=3), "Ketik ulang 3 isian"),
        (make_status(1, Tahap.PEMBETULAN), "Ketik ulang oleh pengetik lain"),
        (make_status(1, Tahap.PEMBACA_KETIGA), "Ketik ulang oleh orang ketiga"),
        (make_status(1, Tahap.SAMA_GALAT), "Jelaskan galat"),
        (make_status(1, Tahap.SIAP_FINAL), "Finalkan"),
    ],
)
def test_the_next_deed_follows_the_state(qtbot: QtBot, status: StatusForm, words: str) -> None:
    model = FormModel()
    model.show_forms([status], {})
    assert cells(model, 0)[3] == words


def test_the_recap_ends_with_its_own_total(qtbot: QtBot) -> None:
    model = RekapModel(2)
    model.show_rekap(DESA)
    assert cells(model, 0)[:2] == ["TPS 1", "746"]
    assert cells(model, 2) == ["Jumlah", "946", "820", "86,7%", "339", "481", "820", "0", "820"]

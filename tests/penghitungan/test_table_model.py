from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from pilkades_desk.penghitungan.lembar import RekapDesa
from pilkades_desk.penghitungan.rules import add_up
from pilkades_desk.penghitungan.status import Langkah
from pilkades_desk.penghitungan.table_model import FormModel, RekapModel
from pilkades_desk.penghitungan.values import Tahap
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
    running = make_status(4, Tahap.ENTRI_1, pengetik=(2,), terisi=12, boleh={Langkah.KETIK})
    model.show_forms([running], {2: "Rini Uji"})
    assert cells(model, 0) == ["TPS 4", "Entri 1 berjalan", "12/34", "Teruskan entri 1", "Rini Uji"]


def test_progress_is_for_running_entries_only(qtbot: QtBot) -> None:
    model = FormModel()
    model.show_forms([make_status(1, Tahap.FINAL, terisi=33)], {})
    assert cells(model, 0)[2:4] == ["", "—"]


EVERY = frozenset(Langkah)


@pytest.mark.parametrize(
    ("tahap", "own", "others"),
    [
        (Tahap.KOSONG, "Mulai entri 1", "Entri 1 oleh orang lain"),
        (Tahap.ENTRI_1, "Teruskan entri 1", "Diteruskan pengetiknya"),
        (Tahap.ENTRI_1_SELESAI, "Mulai entri 2", "Entri 2 oleh orang lain"),
        (Tahap.PEMBETULAN, "Ketik ulang 3 isian", "Ketik ulang oleh pengetik lain"),
        (Tahap.PEMBACA_KETIGA, "Ketik ulang 3 isian", "Ketik ulang oleh orang ketiga"),
        (Tahap.SAMA_GALAT, "Jelaskan galat", "Dijelaskan ketua"),
        (Tahap.SIAP_FINAL, "Finalkan", "Difinalkan ketua atau sekretaris"),
        (Tahap.FINAL, "—", "—"),
    ],
)
def test_the_next_deed_follows_the_state_and_who_may_do_it(
    qtbot: QtBot, tahap: Tahap, own: str, others: str
) -> None:
    model = FormModel()
    may = make_status(1, tahap, ulang=3, boleh=EVERY)
    model.show_forms([may, make_status(1, tahap)], {})
    assert (cells(model, 0)[3], cells(model, 1)[3]) == (own, others)


def test_the_recap_ends_with_its_own_total(qtbot: QtBot) -> None:
    model = RekapModel(2)
    model.show_rekap(DESA)
    assert cells(model, 0)[:2] == ["TPS 1", "746"]
    assert cells(model, 2) == ["Jumlah", "946", "820", "86,7%", "339", "481", "820", "0", "820"]

from typing import Any

import pytest

from pilkades_desk.core.clock import Zona
from pilkades_desk.kits.qt.table import Column, TupleTableModel
from pilkades_desk.paket.values import TandaTerima
from pilkades_desk.penerimaan.table_model import RECAP_COLUMNS, answer_columns, state_columns
from tests.paket.bundles import make_paket, make_terima
from tests.penerimaan.values import MASUK, REKAP, make_row, make_state


def pill(column: Column[Any], value: object) -> tuple[str, str]:
    assert column.tone is not None
    return column.text(value), column.tone(value)


def test_the_recap_satisfies_qt(qtmodeltester: Any) -> None:
    model = TupleTableModel(RECAP_COLUMNS)
    model.show_values((*REKAP.baris, REKAP.jumlah))
    qtmodeltester.check(model)


def test_the_villages_satisfy_qt(qtmodeltester: Any) -> None:
    model = TupleTableModel(state_columns(received=True))
    model.show_values([make_state(), make_state(terakhir=MASUK)])
    qtmodeltester.check(model)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ("Belum ada paket", "info")),
        ({"terakhir": MASUK, "paket": 1}, ("Belum dijawab", "warn")),
        ({"terakhir": MASUK, "paket": 1, "dijawab": True}, ("Tanda terima ditulis", "ok")),
    ],
)
def test_a_village_says_how_far_it_is(changes: dict[str, Any], words: tuple[str, str]) -> None:
    assert pill(state_columns(received=True)[-1], make_state(**changes)) == words


def test_a_certificate_is_issued_or_not() -> None:
    column = state_columns(received=False)[-1]
    assert pill(column, make_state()) == ("Terbit", "ok")
    assert pill(column, make_state(sertifikat=False)) == ("Belum", "warn")


@pytest.mark.parametrize(
    ("bolong", "cocok", "words"),
    [
        ((), True, ("Diterima utuh", "ok")),
        ((1, 2), True, ("Kurang no. 1, 2", "warn")),
        ((), False, ("Riwayat beda", "bad")),
    ],
)
def test_a_receipt_says_what_is_odd(
    bolong: tuple[int, ...], cocok: bool, words: tuple[str, str]
) -> None:
    terima = make_terima(bolong=bolong)
    answer = TandaTerima(paket=make_paket(), isi=terima, riwayat_cocok=cocok)
    assert pill(answer_columns(Zona.WIB)[-1], answer) == words


def test_f39_has_its_columns_and_any_number_of_candidates() -> None:
    titles = [column.title for column in RECAP_COLUMNS]
    cells = {each.title: each.text(make_row()) for each in RECAP_COLUMNS}
    assert titles[:5] == ["Kecamatan", "Desa", "DPT L", "DPT P", "DPT"]
    assert (cells["DPT"], cells["Jumlah"], cells["Partisipasi"]) == ("1.250", "1.250", "73,0%")
    assert cells["Suara menurut nomor urut"] == "1: 500 · 2: 400"

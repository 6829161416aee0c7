from typing import Any

import pytest

from pilkades_desk.berita_acara.table_model import COLUMNS
from pilkades_desk.kits.qt.table import TupleTableModel
from tests.berita_acara.documents import make_dokumen

TITLES = [column.title for column in COLUMNS]


def cell(title: str, **changes: Any) -> str:
    return COLUMNS[TITLES.index(title)].text(make_dokumen(**changes))


def tone(**changes: Any) -> str:
    column = COLUMNS[TITLES.index("Status")]
    assert column.tone is not None
    return column.tone(make_dokumen(**changes))


def test_the_documents_satisfy_qt(qtmodeltester: Any) -> None:
    model = TupleTableModel(COLUMNS)
    model.show_values([make_dokumen(1), make_dokumen(2, sudah=(1,))])
    qtmodeltester.check(model)


def test_signatures_are_counted_against_those_wanted() -> None:
    assert (cell("Penanda", sudah=(1,)), cell("Penanda", penanda=())) == ("1/3", "–")


@pytest.mark.parametrize(
    ("changes", "words", "colour"),
    [
        ({}, "Beku", "info"),
        ({"sudah": (1,)}, "Ditandatangani", "warn"),
        ({"sudah": (1, 2, 3)}, "Lengkap", "ok"),
        ({"ditarik": "DPT diperbaiki"}, "Ditarik", "bad"),
    ],
)
def test_each_status_has_words_and_a_tone(changes: dict[str, Any], words: str, colour: str) -> None:
    assert (cell("Status", **changes), tone(**changes)) == (words, colour)


def test_a_village_document_has_no_unit() -> None:
    assert cell("Unit", kode="F-29", unit=None) == "–"

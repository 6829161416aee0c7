from typing import Any

import pytest

from pilkades_desk.berita_acara.daftar import BarisDaftar, Cara, Keberatan, StatusLembar, Wajib
from pilkades_desk.berita_acara.table_model import COLUMNS, REGISTER
from pilkades_desk.kits.qt.table import TupleTableModel
from tests.berita_acara.documents import WHEN, make_dokumen

TITLES = [column.title for column in COLUMNS]


def line(**changes: Any) -> BarisDaftar:
    fields = {"kode": "F-27", "nama": "Penghitungan suara", "cara": Cara.BEKU, "unit": 1}
    wajib = Wajib.model_validate(fields | changes.pop("wajib", {}))
    return BarisDaftar(wajib=wajib, **{"status": StatusLembar.DIBUAT, **changes})


def cell(title: str, **changes: Any) -> str:
    return COLUMNS[TITLES.index(title)].text(line(**changes))


def tone(status: StatusLembar) -> str:
    column = COLUMNS[TITLES.index("Status")]
    assert column.tone is not None
    return column.tone(line(status=status))


def test_the_documents_satisfy_qt(qtmodeltester: Any) -> None:
    model = TupleTableModel(COLUMNS)
    model.show_values([line(dokumen=make_dokumen(1)), line(status=StatusLembar.DITARIK)])
    qtmodeltester.check(model)


def test_signatures_are_counted_against_those_wanted() -> None:
    signed = make_dokumen(1, sudah=(1,))
    unsigned = make_dokumen(1, penanda=())
    assert cell("Penanda", dokumen=signed) == "1/3"
    assert (cell("Penanda", dokumen=unsigned), cell("Penanda")) == ("–", "–")


def test_copies_are_counted_where_there_are_any() -> None:
    assert (cell("Rangkap", lembar=3), cell("Rangkap")) == ("3", "–")


@pytest.mark.parametrize("status", StatusLembar)
def test_each_status_has_words_and_a_tone(status: StatusLembar) -> None:
    assert cell("Status", status=status) == status.value
    assert tone(status) in {"ok", "warn", "bad", "info"}


def test_a_village_document_has_no_unit() -> None:
    assert cell("Tempat", wajib={"unit": None}) == "Desa"


def test_an_open_objection_shows_its_deadline() -> None:
    day = WHEN.date()
    one = Keberatan(
        nomor=1, diterima=WHEN, pemohon="Uji", jenis="hasil", pokok="Jumlah", batas=day
    )  # fmt: skip
    shown = [column.text(one) for column in REGISTER]
    assert shown == ["1", "Uji", "Hasil", "03-02-2027", "Belum"]
    tone = REGISTER[-1].tone
    assert tone is not None
    assert (tone(one), tone(one.model_copy(update={"diputus": day}))) == ("warn", "ok")

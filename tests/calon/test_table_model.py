from typing import Any

from pilkades_desk.calon.findings import E301, W313
from pilkades_desk.calon.table_model import calon_model, found_words
from pilkades_desk.calon.values import BarisCalon, StatusCalon
from pilkades_desk.kits.qt.table import TONE
from tests.calon.makers import make_berkas

YOUNG = E301.at("Budi", nama="Budi", usia=21, usia_min=25)
NO_PHOTO = W313.at("Budi", nama="Budi")


def texts(model: Any, row: int) -> list[str]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_the_model_satisfies_qt(qtmodeltester: Any) -> None:
    model = calon_model()
    model.show_values([BarisCalon(make_berkas(1), ()), BarisCalon(make_berkas(2), (YOUNG,))])
    qtmodeltester.check(model)


def test_a_line_shows_number_standing_and_findings(qapp: object) -> None:
    model = calon_model()
    model.show_values([BarisCalon(make_berkas(1, nomor=2), ())])
    shown = ["2", "Calon Rekaan 1", "SMA", "Petani", "Ditetapkan", "Tidak ada"]
    assert texts(model, 0) == shown


def test_before_the_draw_there_is_no_number(qapp: object) -> None:
    model = calon_model()
    model.show_values([BarisCalon(make_berkas(1, status=StatusCalon.DITOLAK), (NO_PHOTO,))])
    assert texts(model, 0)[0] == "–"
    assert texts(model, 0)[4:] == ["Ditolak", "1 peringatan"]
    assert [model.index(0, column).data(TONE) for column in (4, 5)] == ["bad", "warn"]


def test_errors_are_counted_before_warnings() -> None:
    assert found_words((YOUNG, NO_PHOTO)) == "1 galat"

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from pilkades_desk.core.findings import FindingKind
from pilkades_desk.kits.qt.findings_list import FindingsList, FindingsModel
from pilkades_desk.kits.qt.table import Column, PagedTableModel, TupleTableModel
from pilkades_desk.kits.qt.table_view import Table

E299 = FindingKind("E299", "NIK {nik} salah.", "Perbaiki lembar kerja.", "uji")
W299 = FindingKind("W299", "Nama {nama} mirip.", "Periksa.", "uji")


@dataclass(frozen=True)
class Orang:
    id: int
    nama: str


COLUMNS = (
    Column[Orang]("No", lambda orang: str(orang.id), 60, Qt.AlignmentFlag.AlignRight),
    Column[Orang]("Nama", lambda orang: orang.nama, 200),
    Column[Orang]("Status", lambda orang: "Aktif", 90, tone=lambda orang: "ok"),
)


class Village:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[Sequence[int]] = []

    def fetch(self, ids: Sequence[int]) -> list[Orang]:
        self.asked.append(ids)
        return [Orang(number, f"Pemilih {number}") for number in ids]


def test_the_tuple_model_satisfies_qt(qtmodeltester: Any) -> None:
    model = TupleTableModel(COLUMNS)
    model.show_values([Orang(1, "Ani"), Orang(2, "Budi")])
    qtmodeltester.check(model)


def test_the_paged_model_satisfies_qt(qtmodeltester: Any) -> None:
    model = PagedTableModel(COLUMNS, Village().fetch)
    model.show_ids(range(1, 601))
    qtmodeltester.check(model)


def test_the_findings_model_satisfies_qt(qtmodeltester: Any) -> None:
    model = FindingsModel()
    model.show_findings([W299.at("baris 2", nama="Ani"), E299.at("baris 9", nik="12")])
    qtmodeltester.check(model)


def test_a_page_is_fetched_once_while_it_is_in_sight(qtbot: QtBot) -> None:
    village = Village()
    model = PagedTableModel(COLUMNS, village.fetch)
    model.show_ids(range(1, 601))
    names = [model.index(row, 1).data() for row in range(model.PAGE)]
    assert names[-1] == f"Pemilih {model.PAGE}"
    assert village.asked == [range(1, model.PAGE + 1)]


def test_the_last_page_may_be_short(qtbot: QtBot) -> None:
    village = Village()
    model = PagedTableModel(COLUMNS, village.fetch)
    model.show_ids(range(1, 601))
    assert model.index(599, 0).data() == "600"
    assert village.asked == [range(577, 601)]


def test_old_pages_are_let_go(qtbot: QtBot) -> None:
    village = Village()
    model = PagedTableModel(COLUMNS, village.fetch)
    pages = model.KEPT + 10
    model.show_ids(range(model.PAGE * pages))
    for page in range(pages):
        model.value_at(page * model.PAGE)
    model.value_at(0)
    assert len(village.asked) == pages + 1


def test_new_ids_forget_the_former_values(qtbot: QtBot) -> None:
    model = PagedTableModel(COLUMNS, Village().fetch)
    model.show_ids([7])
    assert model.value_at(0).id == 7
    model.show_ids([8])
    assert model.value_at(0).id == 8


def test_chosen_rows_are_counted_and_named(qtbot: QtBot) -> None:
    model = PagedTableModel(COLUMNS, Village().fetch)
    model.show_ids(range(60_000))
    table = Table("Daftar pemilih", model)
    qtbot.addWidget(table)
    table.choose_many()
    assert (table.count_chosen(), table.chosen_rows()) == (0, [])
    table.selectRow(5)
    assert (table.count_chosen(), table.chosen_rows()) == (1, [5])
    table.selectAll()
    assert table.count_chosen() == 60_000
    assert table.chosen_rows()[-1] == 59_999


def test_a_table_shows_all_and_tab_leaves_it(qtbot: QtBot) -> None:
    model = TupleTableModel(COLUMNS)
    model.show_values([Orang(1, "Ani")])
    table = Table("Daftar pemilih", model)
    qtbot.addWidget(table)
    table.show()
    assert table.accessibleName() == "Daftar pemilih"
    assert not table.tabKeyNavigation()
    assert not table.grab().isNull()


def test_findings_say_errors_first_with_what_to_do(qtbot: QtBot) -> None:
    model = FindingsModel()
    model.show_findings([W299.at("baris 2", nama="Ani"), E299.at("baris 9", nik="12")])
    words = [model.index(row).data() for row in range(model.rowCount(QModelIndex()))]
    assert words[0] == "E299 · baris 9. NIK 12 salah. Perbaiki lembar kerja."
    assert words[1].startswith("W299")


def test_a_narrow_list_of_findings_breaks_lines(qtbot: QtBot) -> None:
    shown = FindingsList()
    qtbot.addWidget(shown)
    shown.show_findings([E299.at("baris 9", nik="12 " * 40)])
    shown.resize(600, 400)
    shown.show()
    wide = shown.sizeHintForRow(0)
    shown.resize(260, 400)
    qtbot.waitUntil(lambda: shown.sizeHintForRow(0) > wide)

"""The kabupaten's recap: F-39 with its sums, and the votes of the village chosen."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from pilkades_desk.kits.qt.bar_chart import Bar, BarChart
from pilkades_desk.kits.qt.step_page import StepPage
from pilkades_desk.kits.qt.table import TupleTableModel
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.widgets import Card, EmptyState, label
from pilkades_desk.penerimaan.table_model import RECAP_COLUMNS
from pilkades_desk.penerimaan.values import BarisF39, RekapKabupaten

LOW = 96  # pixels; table and chart scroll on a small screen


@dataclass(frozen=True, slots=True)
class RecapActs:
    """What the page reads from the kabupaten's desk."""

    read_rekap: Callable[[], RekapKabupaten]


class RecapScreen(StepPage):
    """Shows the newest result of every village."""

    def __init__(self, acts: RecapActs) -> None:
        super().__init__()
        self._acts = acts
        self._model = TupleTableModel(RECAP_COLUMNS, self)
        self.table = self.add_body(Table("Rekap kabupaten", self._model))
        self.table.selectionModel().selectionChanged.connect(self._choose)
        self._heading = label("", "heading", wrap=True)
        self.chart = BarChart("Perolehan suara", "suara")
        note = label("Persen dari suara semua calon.", "muted", wrap=True)
        side = self.add_side(QScrollArea())
        side.setWidget(Card(self._heading, note, self.chart, None, spacing=10))
        side.setWidgetResizable(True)
        side.setMinimumHeight(160)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side_area = side
        self.table.setMinimumHeight(LOW)
        words = "Rekap terisi setelah paket hasil pertama diterima."
        self._empty = self.add_empty(EmptyState("scale", "Belum ada hasil", words))

    def reload(self) -> None:
        """Read the recap anew; the sums stand in the last row."""
        rekap = self._acts.read_rekap()
        rows = (*rekap.baris, rekap.jumlah) if rekap.baris else ()
        self._model.show_values(rows)
        self.show_body() if rows else self.show_empty(self._empty)
        if rows:
            self.table.selectRow(0)
        missing = ", ".join(each.desa for each in rekap.belum)
        came = f"{len(rekap.baris)} desa masuk"
        self.say_count(f"{came}; belum: {missing}" if missing else f"{came}, lengkap")

    def _choose(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if rows:
            self._show_votes(self._model.value_at(rows[0].row()))

    def _show_votes(self, baris: BarisF39) -> None:
        self._side_area.setVisible(bool(baris.suara))
        self._heading.setText(f"Perolehan suara {baris.desa}")
        named = enumerate(zip(baris.calon, baris.suara, strict=True), start=1)
        self.chart.show_bars([Bar(nomor, nama, suara) for nomor, (nama, suara) in named])

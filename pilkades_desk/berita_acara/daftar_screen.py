"""The list of all documents with its filters; what the chosen line says stands below it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from pilkades_desk.berita_acara.daftar import BarisDaftar, StatusLembar
from pilkades_desk.berita_acara.table_model import COLUMNS
from pilkades_desk.kits.qt.table import TupleTableModel
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.widgets import button, column, label, row

EVERYWHERE, ANY = "Desa dan semua TPS", "Semua status"
Filter = Callable[[Sequence[BarisDaftar], str, str], tuple[BarisDaftar, ...]]


class DaftarPanel(QWidget):
    """Shows the lines of one place and in one status, or all; `queue_button` has no place here."""

    chosen_changed = Signal()
    queue_requested = Signal(int)

    def __init__(self, keep: Filter, say: Callable[[BarisDaftar], str]) -> None:
        super().__init__()
        self._keep, self._say = keep, say
        self._daftar: tuple[BarisDaftar, ...] = ()
        self._model = TupleTableModel(COLUMNS, self)
        self.table = Table("Dokumen", self._model)
        self.place, self.status = QComboBox(), QComboBox()
        self.place.setAccessibleName("Tempat")
        self.status.setAccessibleName("Status")
        self.place.addItem(EVERYWHERE, 0)
        self.status.addItems([ANY, *(one.value for one in StatusLembar)])
        for filtering in (self.place, self.status):
            filtering.setMinimumWidth(110)
            filtering.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            filtering.currentIndexChanged.connect(self._show)
        self.queue_button = button("Cetak semua TPS ini", self._ask_queue, icon="printer")
        self.words = label("", "muted", wrap=True)
        self.words.setMinimumWidth(200)  # alone it asks for room for a whole line
        filters = row(self.place, self.status)
        filters.setStretch(0, 1)
        filters.setStretch(1, 1)
        self.setLayout(column(filters, self.table, self.words))
        self.table.selectionModel().selectionChanged.connect(self._choose)

    @property
    def chosen(self) -> BarisDaftar | None:
        """Give the chosen line."""
        rows = self.table.selectionModel().selectedRows()
        return self._model.value_at(rows[0].row()) if rows else None

    def show_daftar(self, daftar: Sequence[BarisDaftar]) -> None:
        """Show the list anew; filters and the chosen line stay as far as they are there."""
        self._daftar = tuple(daftar)
        units = dict.fromkeys(one.wajib.unit for one in self._daftar if one.wajib.unit)
        places = {EVERYWHERE: 0, "Desa": 0, **{f"TPS {unit}": unit for unit in units}}
        if [self.place.itemText(at) for at in range(self.place.count())] != [*places]:
            before = self.place.currentText()
            self.place.blockSignals(True)  # noqa: FBT003 -- Qt takes it by position
            self.place.clear()
            for name, unit in places.items():
                self.place.addItem(name, unit)
            self.place.setCurrentIndex(max(0, self.place.findText(before)))
            self.place.blockSignals(False)  # noqa: FBT003 -- Qt takes it by position
        self._show()

    def choose(self, dokumen_id: int) -> None:
        """Choose the line of one document."""
        for place in range(self._model.rowCount()):
            dokumen = self._model.value_at(place).dokumen
            if dokumen is not None and dokumen.id == dokumen_id:
                self.table.selectRow(place)

    def _show(self, *_changed: int) -> None:
        before = self.chosen
        place, status = self.place.currentText(), self.status.currentText()
        lines = self._keep(
            self._daftar,
            "" if place == EVERYWHERE else place,
            "" if status == ANY else status,
        )
        self._model.show_values(lines)
        if lines:
            there = [at for at, one in enumerate(lines) if _same(one, before)]
            # something to look at, rather than the first line
            made = [at for at, one in enumerate(lines) if one.dokumen is not None]
            self.table.selectRow([*there, *made, 0][0])
        self.queue_button.setEnabled(bool(self.place.currentData()))
        self._choose()

    def _choose(self, *_changed: QItemSelection) -> None:
        chosen = self.chosen
        self.words.setText(
            self._say(chosen) if chosen else "Tidak ada dokumen dengan saringan ini."
        )
        self.chosen_changed.emit()

    def _ask_queue(self) -> None:
        self.queue_requested.emit(int(self.place.currentData()))


def _same(one: BarisDaftar, other: BarisDaftar | None) -> bool:
    if other is None or one.wajib != other.wajib:
        return False
    if one.dokumen is None or other.dokumen is None:
        return one.dokumen is other.dokumen or one.status is not StatusLembar.DITARIK
    return one.dokumen.id == other.dokumen.id

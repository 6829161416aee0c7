"""What happened to the chosen voter, oldest first, and taking a change back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QSize, Slot
from PySide6.QtWidgets import QListView

from pilkades_desk.core.clock import Zona
from pilkades_desk.kits.qt.entries_list import EntriesList, EntriesModel
from pilkades_desk.kits.qt.widgets import Card, button, label, row
from pilkades_desk.pemilih.daftar import forms
from pilkades_desk.pemilih.riwayat.values import Peristiwa

NOBODY = "Pilih satu pemilih untuk melihat riwayatnya."


class HistoryPanel(Card):
    """Shows the events; `undo` takes the number of a change."""

    def __init__(self, zona: Zona, undo: Callable[[int], object]) -> None:
        self._zona = zona
        self._undo = undo
        self._events: tuple[Peristiwa, ...] = ()
        self._fixed = True
        self._name = label("", "heading", wrap=True)
        self._model = EntriesModel()
        self.events = EntriesList("Riwayat pemilih", self._model)
        self.events.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.events.setMinimumHeight(100)
        self.undo_button = button("Urungkan", self._take_back, icon="history")
        self.undo_button.setToolTip("Kembalikan isian sebelum perubahan yang ditandai")
        super().__init__(self._name, self.events, row(None, self.undo_button), spacing=8)
        self.layout().setStretch(1, 1)  # type: ignore[union-attr]  # a box, set above
        self.layout().setContentsMargins(10, 14, 10, 12)  # type: ignore[union-attr]
        self._model.setParent(self)
        self.events.selectionModel().currentChanged.connect(self._allow)
        self.show_nobody()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Ask for little height where the panel stands below the table."""
        return QSize(304, 150)

    def show_nobody(self) -> None:
        """Show that nobody, or more than one, is chosen."""
        self.show_events(NOBODY, (), fixed=True)

    def show_events(self, name: str, events: Sequence[Peristiwa], *, fixed: bool) -> None:
        """Show the history of one voter; `fixed` when nothing may be changed."""
        self._events = tuple(events)
        self._fixed = fixed
        self._name.setText(name)
        self._model.show_entries([forms.event_entry(one, self._zona) for one in events])
        self._allow()

    def _chosen(self) -> int:
        index = self.events.currentIndex()
        return self._events[index.row()].kelompok if index.isValid() else 0

    @Slot()
    def _allow(self, _now: QModelIndex | None = None, _before: QModelIndex | None = None) -> None:
        self.undo_button.setVisible(any(one.kelompok for one in self._events))
        self.undo_button.setEnabled(bool(self._chosen()) and not self._fixed)

    @Slot()
    def _take_back(self) -> None:
        self._undo(self._chosen())

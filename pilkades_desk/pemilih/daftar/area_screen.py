"""How many men and women there are by area, among those found; an area narrows the list."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QSize, Signal, Slot
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from pilkades_desk.kits.qt.widgets import Card, label
from pilkades_desk.pemilih.cari.values import Wilayah
from pilkades_desk.pemilih.daftar.table_model import TITLES, AreaModel, Key

WIDTH, HEIGHT, NUMBER = 304, 150, 56
_EVERYWHERE: Key = (None, None, None)


class AreaPanel(Card):
    """Emits `chosen` with dusun, RW and RT; None where the area is larger."""

    chosen = Signal(object, object, object)

    def __init__(self) -> None:
        self._figures = label("", "muted", wrap=True)
        self.tree = QTreeView()
        self._model = AreaModel(self.tree)
        super().__init__(self.tree, self._figures, spacing=8)
        self.layout().setStretch(0, 1)  # type: ignore[union-attr]  # a box, set above
        self.layout().setContentsMargins(10, 8, 10, 10)  # type: ignore[union-attr]
        self.tree.setModel(self._model)
        self.tree.setAccessibleName("Jumlah pemilih menurut wilayah")
        self.tree.setIndentation(14)
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setProperty("look", "plain")
        self.tree.setMinimumHeight(130)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.clicked.connect(self._choose)
        self.tree.activated.connect(self._choose)
        self._shape()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Ask for little height where the panel stands below the table."""
        return QSize(WIDTH, HEIGHT)

    def show_areas(self, areas: Sequence[Wilayah], chosen: Key) -> None:
        """Show these counts and mark the area the list is narrowed to; what is open stays open."""
        opened = {self._model.key_of(item) for item in self._items() if self._is_open(item)}
        self._model.show_areas(areas)
        self._shape()
        opened |= {_EVERYWHERE, (chosen[0], None, None), (chosen[0], chosen[1], None)}
        for item in self._items():
            key = self._model.key_of(item)
            self.tree.setExpanded(item.index(), key in opened)
            if key == chosen:
                self.tree.setCurrentIndex(item.index())

    def show_figures(self, lines: Sequence[str]) -> None:
        """Show the figures of the whole list below."""
        self._figures.setText("\n".join(line for line in lines if line))

    def _shape(self) -> None:
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for at in range(1, len(TITLES)):
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(at, NUMBER)

    def _is_open(self, item: QStandardItem) -> bool:
        return self.tree.isExpanded(item.index())

    def _items(self) -> Iterator[QStandardItem]:
        waiting = [self._model.invisibleRootItem()]
        while waiting:
            item = waiting.pop()
            below = [item.child(row) for row in range(item.rowCount())]
            yield from below
            waiting += below

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        item = self._model.itemFromIndex(index.siblingAtColumn(0))
        self.chosen.emit(*self._model.key_of(item))

"""Small pictures of all pages beside the large ones; drawn when they come into sight."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QListView

from pilkades_desk.kits.qt.pages import POINTS_PER_INCH, Pages
from pilkades_desk.kits.qt.table import Index

WIDE = 84
"""Pixels of one small page."""
_NOWHERE = QModelIndex()


class _SmallPages(QAbstractListModel):
    """One item per page; a picture is drawn once."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: Pages | None = None
        self._drawn: dict[int, QPixmap] = {}

    def show_pages(self, pages: Pages | None) -> None:
        """Show another document, or none."""
        self.beginResetModel()
        self._pages = pages
        self._drawn.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 -- Qt's name
        """Count the pages."""
        return 0 if parent.isValid() or self._pages is None else len(self._pages.sizes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give number or picture of a page."""
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"Halaman {index.row() + 1}"
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(index.row())
        return None

    def _picture(self, page: int) -> QPixmap:
        assert self._pages is not None  # noqa: S101 -- rows exist only with pages
        if page not in self._drawn:
            width = max(self._pages.sizes[page])
            data, wide, high, stride = self._pages.render(page, WIDE * POINTS_PER_INCH / width)
            # copy, because the raster belongs to the renderer
            image = QImage(data, wide, high, stride, QImage.Format.Format_RGB32).copy()
            self._drawn[page] = QPixmap.fromImage(image)
        return self._drawn[page]


class Thumbnails(QListView):
    """Pages to go to; arrows and clicks choose one."""

    page_chosen = Signal(int)  # counted from 0

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Halaman kecil")
        self._model = _SmallPages()
        self.setModel(self._model)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(WIDE, WIDE))
        self.setGridSize(QSize(WIDE + 16, WIDE + 30))
        self.setFixedWidth(WIDE + 40)
        self.selectionModel().currentChanged.connect(self._choose)

    def show_pages(self, pages: Pages | None) -> None:
        """Show another document, or none."""
        self._model.show_pages(pages)

    def mark(self, page: int) -> None:
        """Mark the page that is being read, without going anywhere."""
        where = self._model.index(page)
        if where.isValid() and page != self.currentIndex().row():
            self.selectionModel().blockSignals(True)  # noqa: FBT003 -- Qt takes it by position
            both = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(where, both)
            self.selectionModel().blockSignals(False)  # noqa: FBT003 -- Qt takes it by position
            self.scrollTo(where)
            self.viewport().update()

    def _choose(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.page_chosen.emit(now.row())

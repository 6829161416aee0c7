"""The table every screen shows: quiet rows, status pills, keys that leave it again."""

from typing import Any

from PySide6.QtCore import QItemSelectionRange, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from pilkades_desk.kits.qt.table import TONE, ColumnsModel, Index
from pilkades_desk.kits.qt.theme import current_theme

ROW_HEIGHT = 38
PILL = 24


class PillDelegate(QStyledItemDelegate):
    """Paints a cell as a pill in the tone its model gives."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row's background, then the pill with its words."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        text, shown.text = shown.text, ""
        QApplication.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter)
        tone = index.data(TONE)
        if not tone:
            return
        theme = current_theme()
        wide = shown.fontMetrics.horizontalAdvance(text) + 20
        top = shown.rect.y() + (shown.rect.height() - PILL) / 2
        pill = QRectF(shown.rect.x() + 6, top, min(wide, shown.rect.width() - 10), PILL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme[f"chip_{tone}"], theme.border))
        painter.setBrush(theme[f"{tone}_soft"])
        painter.drawRoundedRect(pill, PILL / 2, PILL / 2)
        painter.setPen(theme[tone])
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


class Table(QTableView):
    """A read-only table of whole rows; Tab leaves it, arrows move in it."""

    def __init__(self, name: str, model: ColumnsModel[Any]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setMinimumSectionSize(48)
        across.setStretchLastSection(not any(column.takes_rest for column in model.columns))
        for place, column in enumerate(model.columns):
            self.setColumnWidth(place, column.width)
            if column.takes_rest:
                across.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            if column.tone:
                self.setItemDelegateForColumn(place, PillDelegate(self))

    def choose_many(self) -> None:
        """Let several rows be chosen: with Shift, with Ctrl, all of them with Ctrl+A."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def chosen_rows(self) -> list[int]:
        """Give the rows chosen from the top; as ranges, for there may be tens of thousands."""
        return sorted(row for one in self._chosen() for row in range(one.top(), one.bottom() + 1))

    def count_chosen(self) -> int:
        """Count them."""
        return sum(one.height() for one in self._chosen())

    def _chosen(self) -> list[QItemSelectionRange]:
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(place) for place in range(chosen.count()))
        return [one for one in ranges if one.left() == 0]

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Keep the header and three rows in sight."""
        return QSize(280, 4 * ROW_HEIGHT)

"""Column heads that look like a choice and open one; the table's keys reach them too."""

from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from pilkades_desk.kits.qt.icons import pixmap
from pilkades_desk.kits.qt.table import DISPLAY, TONE, ColumnsModel, Index
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.theme import current_theme

HIGH = 46
LEAST = 128
GAP = 4
ARROW = 16
_ACROSS = Qt.Orientation.Horizontal
_OPEN = (Qt.Key.Key_Space, Qt.Key.Key_F2)


class ChoosingHeader(QHeaderView):
    """Paints a section as a field in the tone its model gives: ok, or bad for a closed one."""

    asked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_ACROSS, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.sectionClicked.connect(self.asked)

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Ask for the height of a field."""
        return QSize(super().sizeHint().width(), HIGH)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 -- Qt's names
        """Draw the field, its words, and an arrow where there is a choice."""
        theme = current_theme()
        tone = self.model().headerData(logicalIndex, _ACROSS, TONE)
        box = QRectF(rect).adjusted(GAP, GAP, -GAP, -GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if logicalIndex == self._current():
            painter.setPen(QPen(theme["focus"], 2))
        else:
            painter.setPen(QPen(theme[tone or "field_line"], 1))
        painter.setBrush(theme[f"{tone}_soft" if tone else "surface"])
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(theme[tone or "muted"])
        words = box.adjusted(10, 0, -(ARROW + 10 if tone != "bad" else 8), 0)
        text = self.model().headerData(logicalIndex, _ACROSS, DISPLAY)
        right, metrics = Qt.TextElideMode.ElideRight, painter.fontMetrics()
        shown = metrics.elidedText(text, right, int(words.width()))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)
        if tone != "bad":
            top = int(box.center().y() - ARROW / 2)
            painter.drawPixmap(
                int(box.right()) - ARROW - 6, top, pixmap("chevron-down", "muted", ARROW)
            )
        painter.restore()

    def _current(self) -> int:
        view = self.parent()
        focused = isinstance(view, QAbstractItemView) and view.hasFocus()
        return view.currentIndex().column() if focused else -1  # type: ignore[union-attr]  # a view


class ChoosingTable(Table):
    """A table under such heads; Space or F2 asks for the column one stands in."""

    def __init__(self, name: str, model: ColumnsModel[Any]) -> None:
        super().__init__(name, model)
        self.heads = ChoosingHeader(self)
        self.setHorizontalHeader(self.heads)
        self.heads.setStretchLastSection(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        self.setAlternatingRowColors(False)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Keep the heads and a few rows in sight."""
        return QSize(super().minimumSizeHint().width(), LEAST)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Open the choice of a column."""
        column = self.currentIndex().column()
        held_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        opens = event.key() in _OPEN or (event.key() == Qt.Key.Key_Down and held_alt)
        if column >= 0 and opens:
            self.heads.asked.emit(column)
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 -- Qt's name
        """Move the mark in the heads along."""
        super().currentChanged(current, previous)
        self.horizontalHeader().viewport().update()

"""A list of entries under each other: a bold line, text that wraps, and a quiet line below."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pilkades_desk.kits.qt.icons import pixmap
from pilkades_desk.kits.qt.table import DISPLAY, TOOL_TIP, Index
from pilkades_desk.kits.qt.theme import current_theme

ENTRY = 0x0100  # Qt.ItemDataRole.UserRole
EDGE = 10
LEFT = 40
_NOWHERE = QModelIndex()
_WRAP = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: an icon in a tone, a bold line, text, a quiet line; empty texts take no room."""

    icon: str
    tone: str
    head: str
    text: str
    foot: str = ""

    @property
    def spoken(self) -> str:
        """Give all its words in one text, without the arrow that points to what to do."""
        foot = self.foot.removeprefix("→ ")
        return " ".join(part for part in (f"{self.head}.", self.text, foot) if part)


class EntriesModel(QAbstractListModel):
    """One row an entry."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 -- Qt's name
        """Count the entries."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Give the entry, or all its words in one text."""
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role in {DISPLAY, TOOL_TIP}:
            return entry.spoken
        return None


class _EntryDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 -- Qt's name
        view = self.parent()
        wide = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        _, high = self._lay(option, QRect(0, 0, wide, 0), index.data(ENTRY), None)
        return QSize(wide, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        theme = current_theme()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme["sel"])
        painter.setPen(QPen(theme["line"], 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.drawPixmap(
            option.rect.topLeft() + QRect(12, EDGE, 0, 0).topLeft(), pixmap(entry.icon, entry.tone)
        )
        self._lay(option, option.rect, entry, painter)
        painter.restore()

    @staticmethod
    def _lay(
        option: QStyleOptionViewItem, rect: QRect, entry: Entry, painter: QPainter | None
    ) -> tuple[int, int]:
        """Draw the texts, or only measure them; gives width and height."""
        theme = current_theme()
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        top = rect.y() + EDGE
        wide = max(80, rect.width() - LEFT - 12)
        lines = ((entry.head, bold, "text"), (entry.text, option.font, "text"),
                 (entry.foot, option.font, "muted"))  # fmt: skip
        for text, font, token in lines:
            if not text:
                continue
            taken = QFontMetrics(font).boundingRect(QRect(0, 0, wide, 2000), _WRAP, text)
            if painter:
                painter.setFont(font)
                painter.setPen(theme[token])
                painter.drawText(QRectF(rect.x() + LEFT, top, wide, 2000), int(_WRAP), text)
            top += taken.height() + 2
        return wide, top - rect.y() + EDGE - 2


class EntriesList(QListView):
    """Entries under each other, each read out whole."""

    def __init__(self, name: str, model: EntriesModel) -> None:
        super().__init__()
        self.setProperty("look", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(model)
        self.setItemDelegate(_EntryDelegate(self))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Break the lines anew for the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

"""The list of steps at the left edge: where one is, what is done, what is not open yet."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pilkades_desk.app.steps import STEPS, Keadaan
from pilkades_desk.app.window_content import IsiJendela
from pilkades_desk.kits.qt.icons import pixmap
from pilkades_desk.kits.qt.table import DISPLAY, TOOL_TIP, Index
from pilkades_desk.kits.qt.theme import current_theme

ROW = 42
NARROW = 64
SPOKEN = 11  # Qt.ItemDataRole.AccessibleTextRole
LOOK = 0x0100  # Qt.ItemDataRole.UserRole: (icon, words, state)
_MARKS = {Keadaan.SELESAI: "circle-check", Keadaan.BERJALAN: "circle-dot", Keadaan.TERKUNCI: "lock"}
_NOWHERE = QModelIndex()
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class SidebarModel(QAbstractListModel):
    """Beranda in row 0, then one row a step: the row is the step's number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._isi: IsiJendela | None = None

    def show_isi(self, isi: IsiJendela) -> None:
        """Show how far each step is."""
        self._isi = isi
        self.dataChanged.emit(self.index(0), self.index(len(STEPS)))

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 -- Qt's name
        """Count Beranda and the steps."""
        return 0 if parent.isValid() else len(STEPS) + 1

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Give words, tool tip, what is read aloud, or what the delegate paints."""
        icon, words, state = self._look(index.row())
        if role == LOOK:
            return icon, words, state
        if role in {DISPLAY, TOOL_TIP}:
            return words
        if role == SPOKEN:
            return f"{words}, {state.value}" if index.row() else words
        return None

    def _look(self, row: int) -> tuple[str, str, Keadaan]:
        if not row:
            return "layout-dashboard", "Beranda", Keadaan.TERBUKA
        step = STEPS[row - 1]
        state = self._isi.state_of(step.folder) if self._isi else Keadaan.TERKUNCI
        return step.icon, f"{step.number}  {step.title}", state


class _RowDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 -- Qt's name
        return QSize(NARROW - 16, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        icon, words, state = index.data(LOOK)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1, 2, -1, -2)
        self._paint_ground(painter, box, option)
        token = "side_ink" if chosen else "side_text"
        narrow = option.rect.width() < 2 * NARROW
        left = int(box.center().x()) - 10 if narrow else int(box.x()) + 14
        top = int(box.center().y()) - 10
        painter.drawPixmap(left, top, pixmap(icon, token))
        self._paint_mark(painter, box, state, narrow=narrow)
        if not narrow:
            font = QFont(option.font)
            font.setWeight(QFont.Weight.Bold if chosen else QFont.Weight.Medium)
            painter.setFont(font)
            painter.setPen(current_theme()[token])
            painter.drawText(box.adjusted(46, 0, -36, 0), _MIDDLE, words)
        painter.restore()

    @staticmethod
    def _paint_ground(painter: QPainter, box: QRectF, option: QStyleOptionViewItem) -> None:
        theme = current_theme()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hover:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme["side_active" if chosen else "side_hover"])
            painter.drawRoundedRect(box, 8, 8)
        if chosen:
            painter.setBrush(theme["side_mark"])
            painter.drawRoundedRect(QRectF(box.x(), box.y() + 9, 4, box.height() - 18), 2, 2)
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if chosen and focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme["side_mark"], 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)

    @staticmethod
    def _paint_mark(painter: QPainter, box: QRectF, state: Keadaan, *, narrow: bool) -> None:
        mark = _MARKS.get(state)
        if mark is None:
            return
        size = 12 if narrow else 16
        token = "side_muted" if state is Keadaan.TERKUNCI else "side_mark"
        right = QRect(int(box.right()) - size - (4 if narrow else 10), 0, size, size)
        top = box.bottom() - size - 4 if narrow else box.center().y() - size / 2
        painter.drawPixmap(right.x(), int(top), pixmap(mark, token, size))


class Sidebar(QListView):
    """The list itself; the chosen row is the open page."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "side_list")
        self.setAccessibleName("Langkah pemilihan")
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self._model = SidebarModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_RowDelegate(self))

    def show_isi(self, isi: IsiJendela) -> None:
        """Show how far each step is."""
        self._model.show_isi(isi)

    def choose(self, row: int) -> None:
        """Mark Beranda (0) or a step by its number."""
        self.setCurrentIndex(self._model.index(row))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Scroll rather than push the window."""
        return QSize(NARROW - 16, 3 * ROW)

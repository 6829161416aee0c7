"""Findings as a list: code and subject, what is wrong, what to do now."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.qt.icons import pixmap
from pilkades_desk.kits.qt.table import DISPLAY, Index
from pilkades_desk.kits.qt.theme import current_theme
from pilkades_desk.kits.qt.widgets import Card, label

TOOL_TIP = 3  # Qt.ItemDataRole.ToolTipRole
FINDING = 0x0100  # Qt.ItemDataRole.UserRole
EDGE = 10
LEFT = 40
_NOWHERE = QModelIndex()
_WRAP = Qt.TextFlag.TextWordWrap


class FindingsModel(QAbstractListModel):
    """One row a finding, errors before warnings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings, errors first, otherwise in the order given."""
        self.beginResetModel()
        self._findings = tuple(sorted(findings, key=lambda each: not each.is_error))
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 -- Qt's name
        """Count the findings."""
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Give the finding, or all its words in one text."""
        finding = self._findings[index.row()]
        if role == FINDING:
            return finding
        if role in {DISPLAY, TOOL_TIP}:
            return f"{_head(finding)}. {finding.text} {finding.do_now}"
        return None


class _FindingDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 -- Qt's name
        view = self.parent()
        wide = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        _, high = self._lay(option, QRect(0, 0, wide, 0), index.data(FINDING), None)
        return QSize(wide, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        finding: Finding = index.data(FINDING)
        theme = current_theme()
        painter.save()
        painter.setPen(QPen(theme["line"], 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        name, token = ("circle-x", "bad") if finding.is_error else ("triangle-alert", "warn")
        painter.drawPixmap(
            option.rect.topLeft() + QRect(12, EDGE, 0, 0).topLeft(), pixmap(name, token)
        )
        self._lay(option, option.rect, finding, painter)
        painter.restore()

    @staticmethod
    def _lay(
        option: QStyleOptionViewItem, rect: QRect, finding: Finding, painter: QPainter | None
    ) -> tuple[int, int]:
        """Draw the three texts, or only measure them; gives width and height."""
        theme = current_theme()
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        top = rect.y() + EDGE
        wide = max(80, rect.width() - LEFT - 12)
        lines = ((_head(finding), bold, "text"), (finding.text, option.font, "text"),
                 (f"→ {finding.do_now}", option.font, "muted"))  # fmt: skip
        for text, font, token in lines:
            taken = QFontMetrics(font).boundingRect(QRect(0, 0, wide, 2000), _WRAP, text)
            if painter:
                painter.setFont(font)
                painter.setPen(theme[token])
                painter.drawText(QRectF(rect.x() + LEFT, top, wide, 2000), int(_WRAP), text)
            top += taken.height() + 2
        return wide, top - rect.y() + EDGE - 2


class FindingsList(QListView):
    """Findings under each other, read out with code, subject, fault and remedy."""

    def __init__(self, name: str = "Temuan") -> None:
        super().__init__()
        self.setProperty("look", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = FindingsModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_FindingDelegate(self))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings."""
        self._model.show_findings(findings)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Break the lines anew for the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class FindingsPanel(Card):
    """The findings with their number above; says so when there are none."""

    def __init__(self) -> None:
        self._heading = label("", "heading")
        self._list = FindingsList()
        super().__init__(self._heading, self._list, spacing=8)
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings."""
        wrong = sum(each.is_error for each in findings)
        words = f"{wrong} galat, {len(findings) - wrong} peringatan"
        self._heading.setText(words if findings else "Tidak ada temuan")
        self._list.show_findings(findings)


def _head(finding: Finding) -> str:
    return f"{finding.code} · {finding.subject}"

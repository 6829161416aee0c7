"""Horizontal bars with number badges, painted; the figures are also there for screen readers."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pilkades_desk.core.terbilang import angka, persen
from pilkades_desk.kits.qt.theme import current_theme

BADGE = 28
LEFT = 40
LEAST = 46
MOST = 64


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: the number on its badge, its name and its value in votes (or voters)."""

    number: int
    name: str
    value: int


class BarChart(QWidget):
    """Bars of equal height, longest first in width, in the order given."""

    def __init__(self, title: str, unit: str) -> None:
        super().__init__()
        self._title = title
        self._unit = unit
        self._bars: tuple[Bar, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(title)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these bars and tell their figures to screen readers."""
        self._bars = tuple(bars)
        self.setMinimumHeight(LEAST * len(self._bars))
        self.setMaximumHeight(max(1, MOST * len(self._bars)))
        self.setAccessibleDescription("; ".join(self._spoken(bar) for bar in self._bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Ask for comfortable bars."""
        return QSize(420, MOST * len(self._bars))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 -- Qt's name
        """Draw every bar and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        height = self.height() / max(1, len(self._bars))
        for place, bar in enumerate(self._bars):
            self._draw(painter, place, QRectF(0, place * height, self.width(), height), bar)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(current_theme()["focus"], 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _draw(self, painter: QPainter, place: int, box: QRectF, bar: Bar) -> None:
        theme = current_theme()
        fill = QColor(theme.bars[place % len(theme.bars)])
        middle = box.center().y()
        badge = QRectF(2, middle - BADGE / 2, BADGE, BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(badge, 8, 8)
        painter.setPen(QColor(theme.bar_ink))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(bar.number))
        self._draw_words(painter, QRectF(LEFT, middle - 22, box.width() - LEFT - 2, 22), bar)
        track = QRectF(LEFT, middle + 5, box.width() - LEFT - 2, 9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme["track"])
        painter.drawRoundedRect(track, 4.5, 4.5)
        longest = max((each.value for each in self._bars), default=0)
        if bar.value:
            track.setWidth(max(9.0, track.width() * bar.value / longest))
            painter.setBrush(fill)
            painter.drawRoundedRect(track, 4.5, 4.5)

    def _draw_words(self, painter: QPainter, box: QRectF, bar: Bar) -> None:
        metrics = QFontMetricsF(painter.font())
        middle = Qt.AlignmentFlag.AlignVCenter
        figure = f"{angka(bar.value)}   {self._share(bar)}"
        taken = metrics.horizontalAdvance(figure) + 16
        painter.setPen(current_theme()["text"])
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, figure)
        name = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, box.width() - taken)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | middle, name)

    def _share(self, bar: Bar) -> str:
        return persen(bar.value, sum(each.value for each in self._bars))

    def _spoken(self, bar: Bar) -> str:
        share = self._share(bar).replace("%", " persen")
        return f"nomor {bar.number} {bar.name}: {angka(bar.value)} {self._unit}, {share}"

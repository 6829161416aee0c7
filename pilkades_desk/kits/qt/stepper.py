"""Where one is in a short sequence: numbered dots, a tick for what is done."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pilkades_desk.kits.qt.icons import pixmap
from pilkades_desk.kits.qt.theme import current_theme

DOT = 28


class Stepper(QWidget):
    """Shows the names of the steps and which one is open."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = tuple(names)
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, at: int) -> None:
        """Open step `at`, counted from 0."""
        self._at = at
        self.setAccessibleName(f"Langkah {at + 1} dari {len(self._names)}: {self._names[at]}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Ask for one row of dots with names below."""
        return QSize(110 * len(self._names), DOT + 30)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Shrink to the dots."""
        return QSize(60 * len(self._names), DOT + 30)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 -- Qt's name
        """Draw the line, the dots and the names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / len(self._names)
        for number in range(len(self._names)):
            middle = width * (number + 0.5)
            if number:
                self._draw_line(painter, middle - width + DOT / 2 + 8, middle - DOT / 2 - 8, number)
            self._draw_dot(painter, QRectF(middle - DOT / 2, 1, DOT, DOT), number)
            self._draw_name(painter, QRectF(width * number, DOT + 6, width, 22), number)
        painter.end()

    def _draw_line(self, painter: QPainter, start: float, end: float, number: int) -> None:
        theme = current_theme()
        painter.setPen(QPen(theme["brand" if number <= self._at else "track"], 2))
        painter.drawLine(round(start), DOT // 2 + 1, round(end), DOT // 2 + 1)

    def _draw_dot(self, painter: QPainter, place: QRectF, number: int) -> None:
        theme = current_theme()
        reached = number <= self._at
        painter.setPen(QPen(theme["brand" if reached else "field_line"], 2))
        painter.setBrush(theme["brand" if reached else "surface"])
        painter.drawEllipse(place.adjusted(1, 1, -1, -1))
        if number < self._at:
            painter.drawPixmap(
                place.center() - QRectF(0, 0, 16, 16).center(), pixmap("check", "brand_ink", 16)
            )
            return
        painter.setFont(self._font(bold=True))
        painter.setPen(theme["brand_ink" if reached else "muted"])
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number + 1))

    def _draw_name(self, painter: QPainter, place: QRectF, number: int) -> None:
        theme = current_theme()
        painter.setFont(self._font(bold=number == self._at))
        painter.setPen(theme["text" if number <= self._at else "muted"])
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._names[number])

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(9.5)
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Medium)
        return font

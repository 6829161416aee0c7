"""A progress ring: how many of how many, in words for screen readers."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pilkades_desk.kits.qt.theme import current_theme

FULL = 16 * 360  # Qt counts arcs in sixteenths of a degree
TOP = 16 * 90


class Ring(QWidget):
    """Shows done of total as an arc with the fraction inside."""

    def __init__(self, name: str, size: int = 64) -> None:
        super().__init__()
        self._name = name
        self._done = 0
        self._total = 0
        self.setFixedSize(size, size)
        self.show_progress(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """Show `done` of `total`."""
        self._done = done
        self._total = total
        self.setAccessibleName(f"{self._name}: {done} dari {total}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 -- Qt's name
        """Draw the track, the arc and the fraction."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(5, 5, -5, -5)
        painter.setPen(QPen(theme["track"], 7))
        painter.drawArc(box, 0, FULL)
        if self._done and self._total:
            pen = QPen(theme["brand"], 7)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(box, TOP, -FULL * self._done // self._total)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(theme["text"])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{self._done}/{self._total}")
        painter.end()

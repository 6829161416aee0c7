"""Pages that scroll and grids that fold, so that small and magnified screens lose nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

MARGIN = 24


class ScrollPage(QScrollArea):
    """A page as wide as the window that scrolls up and down when it must."""

    def __init__(self, content: QLayout | QWidget, *, margin: int = MARGIN) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("look", "page")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(margin, min(margin, 18), margin, min(margin, 18))
        if isinstance(content, QLayout):
            holder = QWidget()
            holder.setLayout(content)
            content = holder
        outer.addWidget(content)
        self._inner, self._outer = inner, outer
        self.setWidget(inner)
        inner.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Measure the page anew for the new width."""
        super().resizeEvent(event)
        self._measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Measure the page anew when something in it grew or shrank."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._measure()
        return super().eventFilter(watched, event)

    def _measure(self) -> None:
        # a scroll area alone squeezes wrapped text, because it never asks for height at a width;
        # not viewport(): to wrap it, PySide makes all kinds of widgets it knows (10 ms)
        high = self._outer.totalMinimumHeightForWidth(self._inner.width())
        self._inner.setMinimumHeight(max(0, high))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Ask for little: what does not fit scrolls."""
        return QSize(320, 160)


class SidePage(ScrollPage):
    """A panel beside a table, below it on small screens; scrolls when there is little room."""

    def __init__(self, content: QWidget) -> None:
        super().__init__(content, margin=0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Leave the room to the table."""
        return QSize(262, 72)


class FoldingGrid(QWidget):
    """Equal cells side by side, fewer in a row when they would get narrower than `least` pixels."""

    def __init__(self, cells: Sequence[QWidget], least: int, spacing: int = 14) -> None:
        super().__init__()
        self._cells = tuple(cells)
        self._least = least
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing)
        self._fold(len(self._cells))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Choose how many cells fit side by side; whole rows look better than a lone cell."""
        super().resizeEvent(event)
        count = len(self._cells)
        fit = max(1, min(count, event.size().width() // self._least))
        while count % fit:
            fit -= 1
        self._fold(fit)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Stay as narrow as one cell may be."""
        return QSize(self._least, super().minimumSizeHint().height())

    def _fold(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for column in range(len(self._cells)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, *divmod(place, across))

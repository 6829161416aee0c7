"""PDF pages on the screen, drawn one at a time when they come into sight.

The file is the truth, this only shows it. Rendering comes in from outside, because kits do not
know each other: `Pages.render` gives raw BGRx bytes at a resolution in dpi. Keys, when the pages
have the focus: arrows, Page Up, Page Down, Home, End; Ctrl with plus, minus or 0 for the zoom.
"""

from collections import OrderedDict

from PySide6.QtCore import QKeyCombination, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from pilkades_desk.kits.qt.pages import POINTS_PER_INCH, Pages
from pilkades_desk.kits.qt.theme import current_theme
from pilkades_desk.kits.qt.thumbnails import Thumbnails
from pilkades_desk.kits.qt.widgets import column, label, row, tool_button

GAP = 16
KEPT = 6  # pages kept drawn; one A4 page at 150 dpi takes 9 MB
WHOLE_WIDTH = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_0)
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)


class PageArea(QAbstractScrollArea):
    """Pages below each other, as wide as the area times the zoom."""

    page_changed = Signal(int)  # counted from 0

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Halaman dokumen")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pages: Pages | None = None
        self._drawn: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._zoom = 1.0
        self._page = 0
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def zoom(self) -> float:
        """Give the zoom; 1.0 is the width of the area."""
        return self._zoom

    def show_pages(self, pages: Pages | None) -> None:
        """Show a document from its first page, or none."""
        self._pages = pages
        self._drawn.clear()
        self.setAccessibleDescription(f"{len(pages.sizes)} halaman" if pages else "")
        self._measure()
        self.verticalScrollBar().setValue(0)
        self._scrolled()

    def zoom_to(self, zoom: float) -> None:
        """Show pages larger or smaller."""
        self._zoom = zoom
        self._measure()
        self.viewport().update()

    def larger(self) -> None:
        """Zoom in by one step."""
        self.zoom_to(min((z for z in ZOOMS if z > self._zoom), default=ZOOMS[-1]))

    def smaller(self) -> None:
        """Zoom out by one step."""
        self.zoom_to(max((z for z in ZOOMS if z < self._zoom), default=ZOOMS[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Zoom and jump by keys; arrows and Page Up or Down are Qt's."""
        bar = self.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.ZoomIn):
            self.larger()
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.smaller()
        elif event.keyCombination() == WHOLE_WIDTH:
            self.zoom_to(1.0)
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def go_to(self, page: int) -> None:
        """Bring a page to the top; there is nowhere to go without a document."""
        boxes = self._boxes()
        if boxes:
            self.verticalScrollBar().setValue(int(boxes[page].top() - GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 -- Qt's name
        """Draw the pages in sight."""
        theme = current_theme()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme["bg"])
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        seen = QRectF(painter.transform().inverted()[0].mapRect(self.viewport().rect()))
        for number, box in enumerate(self._boxes()):
            if box.intersects(seen):
                painter.drawImage(box, self._image(number, box))
                painter.setPen(QPen(theme["line"], 1))
                painter.drawRect(box)
        if self.hasFocus():
            painter.resetTransform()
            painter.setPen(QPen(theme["focus"], 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _boxes(self) -> list[QRectF]:
        if self._pages is None or not self._pages.sizes:
            return []
        widest = max(width for width, _ in self._pages.sizes)
        scale = max(50.0, self.viewport().width() - 2 * GAP) * self._zoom / widest
        room = max(self.viewport().width(), widest * scale + 2 * GAP)
        boxes, top = [], float(GAP)
        for width, height in self._pages.sizes:
            boxes.append(QRectF((room - width * scale) / 2, top, width * scale, height * scale))
            top += height * scale + GAP
        return boxes

    def _image(self, number: int, box: QRectF) -> QImage:
        assert self._pages is not None  # noqa: S101 -- boxes exist only with pages
        pixels = round(box.width() * self.devicePixelRatioF())
        found = self._drawn.get((number, pixels))
        if found is None:
            dpi = pixels * POINTS_PER_INCH / self._pages.sizes[number][0]
            data, width, height, stride = self._pages.render(number, dpi)
            # copy, because the raster belongs to the renderer
            found = QImage(data, width, height, stride, QImage.Format.Format_RGB32).copy()
            self._drawn[number, pixels] = found
            if len(self._drawn) > KEPT:
                self._drawn.popitem(last=False)
        return found

    def _measure(self) -> None:
        boxes = self._boxes()
        view = self.viewport().size()
        high = int(boxes[-1].bottom() + GAP) if boxes else 0
        wide = int(max((box.width() for box in boxes), default=0) + 2 * GAP)
        for bar, need, have in (
            (self.verticalScrollBar(), high, view.height()),
            (self.horizontalScrollBar(), wide, view.width()),
        ):
            bar.setRange(0, max(0, need - have))
            bar.setPageStep(have)
            bar.setSingleStep(48)

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        below = [number for number, box in enumerate(self._boxes()) if box.top() <= middle]
        self._page = below[-1] if below else 0
        self.page_changed.emit(self._page)
        self.viewport().update()


class Preview(QWidget):
    """The pages with their tool row: page x of y, smaller, larger, save, print."""

    save_requested = Signal()
    print_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.area = PageArea()
        self._pages: Pages | None = None
        self._where = label("Belum ada dokumen", "muted")
        self.small = Thumbnails()
        self.small.hide()
        self.small_button = tool_button("Halaman kecil", "layout-dashboard", self._arrange)
        self.small_button.setCheckable(True)
        self._tools = (
            self.small_button,
            tool_button("Perkecil", "zoom-out", self.area.smaller),
            tool_button("Perbesar", "zoom-in", self.area.larger),
            tool_button("Simpan PDF", "save", self.save_requested.emit),
            tool_button("Cetak", "printer", self.print_requested.emit),
        )
        self.area.page_changed.connect(self._say_page)
        self.small.page_chosen.connect(self.area.go_to)
        pages = row(self.small, self.area)
        pages.setStretch(1, 1)
        self.setLayout(column(row(self._where, None, *self._tools), pages, spacing=10))

    def show_pages(self, pages: Pages) -> None:
        """Show a document."""
        self._pages = pages
        self.area.show_pages(pages)
        self._arrange()

    def clear(self) -> None:
        """Show that there is nothing to look at."""
        self._pages = None
        self._where.setText("Belum ada dokumen")
        self.area.show_pages(None)
        self._arrange()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Ask for a readable page."""
        return QSize(640, 560)

    def _arrange(self) -> None:
        wanted = self.small_button.isChecked() and self._pages is not None
        # small pages nobody looks at are not drawn
        self.small.show_pages(self._pages if wanted else None)
        self.small.setVisible(wanted)

    def _say_page(self, page: int) -> None:
        if self._pages is not None:
            self.small.mark(page)
            self._where.setText(f"Halaman {page + 1} dari {len(self._pages.sizes)}")

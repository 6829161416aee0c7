from collections.abc import Iterator

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pilkades_desk.kits.qt.pages import Raster
from pilkades_desk.kits.qt.preview import Preview

A4 = (595.0, 842.0)


class PdfPages:
    """Real pages of a real PDF, remembering which were drawn."""

    def __init__(self, count: int) -> None:
        self.document = pypdfium2.PdfDocument.new()
        for _ in range(count):
            self.document.new_page(*A4)
        self.drawn: list[int] = []

    @property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        return tuple(self.document.get_page_size(n) for n in range(len(self.document)))

    def render(self, page: int, dpi: float) -> Raster:
        self.drawn.append(page)
        bitmap = self.document[page].render(scale=dpi / 72, rev_byteorder=False, prefer_bgrx=True)
        return bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride


@pytest.fixture
def pages() -> Iterator[PdfPages]:
    made = PdfPages(5)
    yield made
    made.document.close()


def shown(qtbot: QtBot, pages: PdfPages) -> Preview:
    preview = Preview()
    qtbot.addWidget(preview)
    preview.resize(700, 700)
    preview.show()
    preview.show_pages(pages)
    preview.grab()
    return preview


def test_only_pages_in_sight_are_drawn(qtbot: QtBot, pages: PdfPages) -> None:
    shown(qtbot, pages)
    assert set(pages.drawn) == {0}


def test_a_drawn_page_is_kept(qtbot: QtBot, pages: PdfPages) -> None:
    preview = shown(qtbot, pages)
    drawn = len(pages.drawn)
    preview.grab()
    assert len(pages.drawn) == drawn


def test_the_page_number_follows_the_scrolling(qtbot: QtBot, pages: PdfPages) -> None:
    preview = shown(qtbot, pages)
    with qtbot.waitSignal(preview.area.page_changed) as caught:
        preview.area.go_to(3)
    assert caught.args == [3]


def test_zoom_makes_pages_larger_and_stays_in_bounds(qtbot: QtBot, pages: PdfPages) -> None:
    preview = shown(qtbot, pages)
    high = preview.area.verticalScrollBar().maximum()
    for _ in range(20):
        preview.area.larger()
    assert preview.area.zoom == 3.0
    assert preview.area.verticalScrollBar().maximum() > high


def test_a_white_page_is_white_on_screen(qtbot: QtBot, pages: PdfPages) -> None:
    preview = shown(qtbot, pages)
    image = preview.area.viewport().grab().toImage()
    assert image.pixelColor(image.width() // 2, 200).name() == "#ffffff"


def test_keys_zoom_and_jump_without_the_mouse(qtbot: QtBot, pages: PdfPages) -> None:
    area = shown(qtbot, pages).area
    qtbot.keyClick(area, Qt.Key.Key_End)
    assert area.verticalScrollBar().value() == area.verticalScrollBar().maximum()
    qtbot.keyClick(area, Qt.Key.Key_Home)
    assert area.verticalScrollBar().value() == 0
    qtbot.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(area, Qt.Key.Key_Plus, control)
    assert area.zoom == 1.25
    for _ in range(2):
        qtbot.keyClick(area, Qt.Key.Key_Minus, control)
    assert area.zoom == 0.75
    qtbot.keyClick(area, Qt.Key.Key_0, control)
    assert area.zoom == 1.0


def test_small_pages_are_drawn_only_when_wanted_and_lead_to_the_large_ones(
    qtbot: QtBot, pages: PdfPages
) -> None:
    preview = shown(qtbot, pages)
    assert not preview.small.isVisible()
    qtbot.mouseClick(preview.small_button, Qt.MouseButton.LeftButton)
    assert preview.small.isVisible()
    preview.grab()
    preview.small.setCurrentIndex(preview.small.model().index(3, 0))
    assert preview._where.text() == "Halaman 4 dari 5"
    preview.area.go_to(1)
    assert preview.small.currentIndex().row() == 1
    assert preview._where.text() == "Halaman 2 dari 5"
    preview.small.grab()
    drawn = len(pages.drawn)
    preview.small.grab()
    assert len(pages.drawn) == drawn
    index = preview.small.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Halaman 1"
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None


def test_a_cleared_preview_shows_no_page(qtbot: QtBot, pages: PdfPages) -> None:
    preview = shown(qtbot, pages)
    preview.clear()
    preview.area.go_to(0)
    drawn = len(pages.drawn)
    preview.grab()
    assert len(pages.drawn) == drawn
    assert preview._where.text() == "Belum ada dokumen"

"""One file dropped anywhere on the window that shows a page."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

_CARRIED = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class FileDrop(QObject):
    """Emits `dropped` with the path while the page is in sight and `wanted` says yes."""

    dropped = Signal(object)

    def __init__(self, page: QWidget, wanted: Callable[[], bool]) -> None:
        super().__init__(page)
        self._page = page
        self._wanted = wanted
        self._window: QWidget | None = None
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Watch the window from the moment the page is shown in it."""
        if watched is self._page and event.type() == QEvent.Type.Show:
            self._watch(self._page.window())
        if isinstance(event, QDropEvent) and watched is self._window:  # a drag is a kind of drop
            return self._take(event)
        return super().eventFilter(watched, event)

    def _watch(self, window: QWidget) -> None:
        if window is self._window:
            return
        self._window = window
        window.setAcceptDrops(True)
        if window is not self._page:
            window.installEventFilter(self)

    def _take(self, event: QDropEvent) -> bool:
        path = _one_file(event)
        if path is None or not self._page.isVisible() or not self._wanted():
            return False
        if event.type() in _CARRIED:
            event.acceptProposedAction()
        elif event.type() == QEvent.Type.Drop:
            event.acceptProposedAction()
            self.dropped.emit(path)
        return True


def _one_file(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    name = urls[0].toLocalFile() if len(urls) == 1 else ""
    return Path(name) if name else None

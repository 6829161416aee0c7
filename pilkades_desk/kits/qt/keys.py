"""Keys of a page or of one of its parts, as actions: seen by a screen reader, never in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def bind(
    owner: QWidget, keys: str, words: str, act: Callable[[], object], *, inside: bool = False
) -> QAction:
    """Let keys do something while `owner` is in sight, or only while the focus is `inside` it."""
    action = QAction(words, owner)
    action.setShortcut(QKeySequence(keys))
    contexts = Qt.ShortcutContext
    action.setShortcutContext(
        contexts.WidgetWithChildrenShortcut if inside else contexts.WindowShortcut
    )
    action.triggered.connect(act)
    owner.addAction(action)
    return action

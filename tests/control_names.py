"""Finds controls a screen reader would call nothing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def nameless(root: QWidget) -> list[str]:
    """Controls that Tab reaches and that have no name."""
    found = []
    for widget in root.findChildren(QWidget):
        own = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(root)
        if not own or widget.focusProxy() or widget.objectName() == "qt_spinbox_lineedit":
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        if not spoken.text(QAccessible.Text.Name).strip():
            found.append(repr(widget))
    return found

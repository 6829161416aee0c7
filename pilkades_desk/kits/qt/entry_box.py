"""Boxes typed one after another as on paper: Enter goes on, Shift+Enter back, never around."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from pilkades_desk.kits.qt.widgets import label

LABEL = 300
BOX = 104
MOST = 8
"""More digits than any figure has: a stuck key must be seen, not cut to something possible."""

Parse = Callable[[str], int | None]
"""Reads a text; None for an empty box, ValueError when it cannot be."""

_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class EntryBox(QLineEdit):
    """One box for a figure, typed with the keys of the top row or the number pad."""

    walked = Signal(int)  # 1 on, -1 back
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMaxLength(MOST)
        self.setFixedWidth(BOX)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Walk on Enter and the arrows; a key held down walks once only."""
        key = event.key()
        if key not in (*_ON, Qt.Key.Key_Up):
            super().keyPressEvent(event)
            return
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if not event.isAutoRepeat():
            self.walked.emit(-1 if shifted or key == Qt.Key.Key_Up else 1)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 -- Qt's name
        """Mark what stands there, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 -- Qt's name
        """Tell that the box was left."""
        super().focusOutEvent(event)
        self.left.emit()


class EntryRow(QWidget):
    """A box with its words before it and its fault behind it."""

    def __init__(self, words: str, parse: Parse, fault: str, hint: str = "") -> None:
        super().__init__()
        self.box = EntryBox(words)
        self.box.setPlaceholderText(hint)
        self._parse = parse
        self._refusal = fault
        title = label(words, wrap=True)
        title.setFixedWidth(LABEL)
        title.setBuddy(self.box)
        self._fault = label("", "fault", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        for piece in (title, self.box):
            line.addWidget(piece)
        line.addWidget(self._fault, 1)

    @property
    def has_fault(self) -> bool:
        """Tell whether a fault is shown."""
        return bool(self._fault.text())

    def read(self) -> int | None:
        """Give the figure, None for an empty box; a bad one is refused here with ValueError."""
        try:
            value = self._parse(self.box.text())
        except ValueError:
            self.show_fault(self._refusal)
            raise
        self.show_fault("")
        return value

    def show_fault(self, fault: str) -> None:
        """Say what is wrong behind the box; an empty text takes it away."""
        self._fault.setText(fault)
        self.box.setAccessibleDescription(fault)
        if self.box.property("fault") != bool(fault):
            self.box.setProperty("fault", bool(fault))
            self.box.style().unpolish(self.box)
            self.box.style().polish(self.box)

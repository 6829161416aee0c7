"""The shape of every dialog: a title, a sentence, perhaps fields, and the buttons."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from pilkades_desk.kits.qt.widgets import Piece, button, column, label, row

FRAME = 40  # pixels the window manager needs above and below


class ShortDialog(QDialog):
    """A title, a sentence, perhaps one field, and the buttons."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str, hint: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self.setAccessibleDescription(sentence)
        self._words = column(label(title, "heading"), label(sentence, wrap=True), spacing=8)
        if hint:
            self._words.addWidget(label(hint, "muted", wrap=True))
        self._filled = column(self._words, spacing=18)
        self._filled.setContentsMargins(24, 20, 24, 18)
        self.setLayout(self._filled)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's name
        """Show all the words at once."""
        super().showEvent(event)
        self.grow()

    def grow(self) -> None:
        """Grow until the words fit, never beyond the screen."""
        # a dialog alone cuts wrapped text, because it never asks for height at a width
        needed = self._filled.totalHeightForWidth(self.width())
        room = self.screen().availableGeometry().height() - FRAME
        self.resize(self.width(), min(max(self.height(), needed), room))

    def put(self, *pieces: Piece) -> None:
        """Add rows below the words."""
        self._filled.addLayout(column(*pieces))

    def close_with(self, do: str, *, look: str = "primary", may_cancel: bool = True) -> None:
        """Add the buttons; Enter does, Escape goes back."""
        self.do_button = button(do, self.accept, look=look)
        self.do_button.setDefault(True)
        back = [button("Batal", self.reject)] if may_cancel else []
        self._filled.addLayout(row(None, *back, self.do_button))

"""A text with some letters marked: underlined and coloured, and named for screen readers."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel

from pilkades_desk.kits.qt.theme import current_theme

Stretch = tuple[int, int]
"""First place and the place after the last."""


class MarkedLabel(QLabel):
    """Shows one text; the marks keep the colours of the theme."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._text = ""
        self._marks: Sequence[Stretch] = ()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setProperty("look", "strong")

    def show_text(self, text: str, marks: Sequence[Stretch]) -> None:
        """Show a text with these stretches marked."""
        self._text, self._marks = text, marks
        differing = ", ".join(text[start:end] for start, end in marks)
        said = f"{self._name}: {text}"
        self.setAccessibleName(f"{said}; huruf yang berbeda: {differing}" if differing else said)
        self._write()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 -- Qt's name
        """Colour the marks anew after a theme change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._write()

    def _write(self) -> None:
        theme = current_theme()
        style = f"color:{theme['bad'].name()};background-color:{theme['bad_soft'].name()}"
        pieces, at = [], 0
        for start, end in self._marks:
            pieces.append(escape(self._text[at:start]))
            pieces.append(f'<u style="{style}">{escape(self._text[start:end])}</u>')
            at = end
        self.setText("".join([*pieces, escape(self._text[at:])]))

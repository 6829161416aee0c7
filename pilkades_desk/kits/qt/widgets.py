"""The small pieces every screen is made of; each is named for screen readers when it is made."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pilkades_desk.kits.qt.icons import wear

Piece = QWidget | QLayout | None
"""What a row or column is filled with; None is a stretch."""


def label(text: str, look: str = "", *, wrap: bool = False) -> QLabel:
    """Make a text; looks are title, display, heading, strong, number, muted, field, code."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if look:
        made.setProperty("look", look)
    return made


def icon_label(name: str, token: str, size: int = 20) -> QLabel:
    """Make a decorative icon; what it means must also stand in words beside it."""
    made = QLabel()
    made.setFixedSize(size, size)
    wear(made, name, token, size)
    return made


def chip(text: str, tone: str) -> QLabel:
    """Make a small status pill; tones are ok, warn, bad, info."""
    made = label(text, "chip")
    made.setProperty("tone", tone)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def button(text: str, act: Callable[[], object], *, look: str = "", icon: str = "") -> QPushButton:
    """Make a push button; looks are primary (one a screen), danger, quiet."""
    made = QPushButton(text.replace("&", "&&"))
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if look:
        made.setProperty("look", look)
    if icon:
        made.setText(" " + made.text())
        wear(made, icon, _ICON_TOKENS.get(look, "text"), 18)
    made.clicked.connect(act)
    return made


def tool_button(name: str, icon: str, act: Callable[[], object], *, look: str = "") -> QToolButton:
    """Make an icon button whose name shows as a tool tip."""
    made = QToolButton()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if look:
        made.setProperty("look", look)
    wear(made, icon, "text")
    made.clicked.connect(act)
    return made


def row(*pieces: Piece, spacing: int = 10) -> QHBoxLayout:
    """Set pieces side by side."""
    made = QHBoxLayout()
    _fill(made, pieces, spacing)
    return made


def column(*pieces: Piece, spacing: int = 8) -> QVBoxLayout:
    """Set pieces one below the other."""
    made = QVBoxLayout()
    _fill(made, pieces, spacing)
    return made


class Card(QFrame):
    """A surface with a border; the frame of everything that belongs together."""

    def __init__(self, *pieces: Piece, spacing: int = 8, tone: str = "") -> None:
        super().__init__()
        self.setProperty("look", "card")
        if tone:
            self.setProperty("tone", tone)
        filled = column(*pieces, spacing=spacing)
        filled.setContentsMargins(18, 14, 18, 14)
        self.setLayout(filled)


class EmptyState(QWidget):
    """Says why there is nothing here yet and offers the one thing to do."""

    def __init__(self, icon: str, heading: str, sentence: str) -> None:
        super().__init__()
        self._heading = label(heading, "heading")
        self._sentence = label(sentence, "muted", wrap=True)
        for text in (self._heading, self._sentence):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setMinimumWidth(320)
        self._sentence.setMaximumWidth(460)
        self._filled = column(None, spacing=8)
        self._filled.setContentsMargins(24, 24, 24, 24)
        for piece in (icon_label(icon, "muted", 48), self._heading):
            self._filled.addWidget(piece, 0, Qt.AlignmentFlag.AlignHCenter)
        centred = row(None, spacing=0)  # an aligned label would get the height of a wider one
        centred.addWidget(self._sentence, 100)
        centred.addStretch(1)
        self._filled.addLayout(centred)
        self._filled.addStretch(1)
        self.setLayout(self._filled)

    def offer(self, text: str, act: Callable[[], object], icon: str = "") -> QPushButton:
        """Add the one button."""
        made = button(text, act, look="primary", icon=icon)
        self._filled.insertSpacing(4, 8)
        self._filled.insertWidget(5, made, 0, Qt.AlignmentFlag.AlignHCenter)
        return made


def _fill(layout: QBoxLayout, pieces: tuple[Piece, ...], spacing: int) -> None:
    layout.setSpacing(spacing)
    layout.setContentsMargins(0, 0, 0, 0)
    for piece in pieces:
        if piece is None:
            layout.addStretch(1)
        elif isinstance(piece, QWidget):
            layout.addWidget(piece)
        else:
            layout.addLayout(piece)


_ICON_TOKENS = {"primary": "brand_ink", "danger": "bad", "quiet": "brand"}

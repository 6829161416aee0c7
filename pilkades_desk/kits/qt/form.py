"""Form rows: a label above, the field, a hint or the fault below, tied together for readers."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLineEdit,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from pilkades_desk.kits.qt.icons import icon
from pilkades_desk.kits.qt.widgets import button, label, row


class FormRow(QWidget):
    """One field with its words; `show_fault` says what is wrong beside the field itself."""

    def __init__(self, name: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self.field = field
        self._hint = hint
        title = label(name.replace("&", "&&"), "field")
        title.setBuddy(field)
        field.setAccessibleName(name)
        field.setAccessibleDescription(hint)
        self._below = label(hint, "muted", wrap=True)
        self._below.setVisible(bool(hint))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for piece in (title, field, self._below):
            rows.addWidget(piece)
        rows.addStretch(1)

    def show_fault(self, fault: str) -> None:
        """Mark the field and say the fault; an empty text takes both away."""
        self.field.setProperty("fault", bool(fault))
        self._below.setText(f"⚠ {fault}" if fault else self._hint)
        self._below.setProperty("look", "fault" if fault else "muted")
        self._below.setVisible(bool(fault or self._hint))
        self.field.setAccessibleDescription(fault or self._hint)
        for widget in (self.field, self._below):  # a changed property needs a fresh polish
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def line(placeholder: str = "", *, most: int = 100) -> QLineEdit:
    """Make a one-line field for at most so many characters."""
    made = QLineEdit()
    made.setPlaceholderText(placeholder)
    made.setMaxLength(most)
    return made


def day_field(day: date) -> QDateEdit:
    """Make a field for one day, typed or stepped with the arrow keys: 3 Februari 2027."""
    made = QDateEdit(QDate(day.year, day.month, day.day))
    made.setLocale(QLocale("id_ID"))
    made.setDisplayFormat("d MMMM yyyy")
    made.lineEdit().setTextMargins(10, 0, 10, 0)  # a style sheet's padding does not reach it
    return made


def choice(items: Sequence[str]) -> QComboBox:
    """Make a read-only choice of a few words; editable ones read poorly aloud."""
    made = QComboBox()
    made.addItems(list(items))
    made.setItemDelegate(QStyledItemDelegate(made))  # the default one ignores the style sheet
    return made


def chosen_day(field: QDateEdit) -> date:
    """Give the day in a day field."""
    day = field.date()
    return date(day.year(), day.month(), day.day())


class PasswordField(QLineEdit):
    """A password field that can be shown; the eye is also reachable with Ctrl+Shift+L."""

    caps_seen = Signal(bool)
    """A letter came in the other case than the shift key says: caps lock is on, or off again."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(200)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._eye = QAction(self)
        self._eye.setShortcut("Ctrl+Shift+L")
        self._eye.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._eye.triggered.connect(self._turn)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self._hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Notice caps lock, which no system tells of."""
        text = event.text()
        if text.isalpha() and text.lower() != text.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_seen.emit(text.isupper() != shifted)
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 -- Qt's name
        """Tint the eye anew after a theme change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            shown = self.echoMode() == QLineEdit.EchoMode.Normal
            self._eye.setIcon(icon("eye-off" if shown else "eye", "muted", 18))

    def _turn(self) -> None:
        if self.echoMode() == QLineEdit.EchoMode.Normal:
            self._hide()
        else:
            self.setEchoMode(QLineEdit.EchoMode.Normal)
            self._eye.setIcon(icon("eye-off", "muted", 18))
            self._eye.setText("Sembunyikan kata sandi")

    def _hide(self) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye.setIcon(icon("eye", "muted", 18))
        self._eye.setText("Tampilkan kata sandi")


class OfferField(QWidget):
    """A suggestion to copy by hand: a read-only line, and a button that gives another one."""

    def __init__(self, name: str, words: str, offer: Callable[[], str]) -> None:
        super().__init__()
        self._offer = offer
        self.shown = line("Empat kata acak, mudah diingat")
        self.shown.setReadOnly(True)
        self.shown.setAccessibleName(name)
        self.ask = button(words, self._ask, icon="key-round")
        self.setLayout(row(self.shown, self.ask))

    def clear(self) -> None:
        """Show nothing."""
        self.shown.clear()

    def _ask(self) -> None:
        self.shown.setText(self._offer())

"""A short form as a dialog, made from data; it stays open until its check finds nothing."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QScrollArea, QWidget

from pilkades_desk.kits.qt.ask import Answers, Box, BoxKind, Check, Form
from pilkades_desk.kits.qt.form import FormRow, OfferField, PasswordField, choice, day_field, line
from pilkades_desk.kits.qt.short_dialog import ShortDialog
from pilkades_desk.kits.qt.widgets import column

TALL = 4
"""More boxes than this scroll, so that the dialog fits a small screen."""
_LARGEST = 999_999


class FormDialog(ShortDialog):
    """Asks for several things at once."""

    def __init__(self, parent: QWidget | None, form: Form, check: Check) -> None:
        super().__init__(parent, form.title, form.sentence)
        self._check = check
        self.rows = {box.name: FormRow(box.label, _field(box), box.hint) for box in form.boxes}
        self.area: QScrollArea | None = None
        if len(form.boxes) > TALL:
            self.area = _scrolled(list(self.rows.values()))
            self.put(self.area)
        else:
            self.put(*self.rows.values())
        self.close_with(form.do)
        next(iter(self.rows.values())).field.setFocus(Qt.FocusReason.OtherFocusReason)

    def answers(self) -> Answers:
        """Give what stands in the boxes."""
        return {
            name: _read(row.field)
            for name, row in self.rows.items()
            if not isinstance(row.field, OfferField)
        }

    def accept(self) -> None:
        """Close when nothing is wrong; otherwise say it beside the box and go there."""
        faults = self._check(self.answers())
        for name, row in self.rows.items():
            row.show_fault(faults.get(name, ""))
        if not faults:
            super().accept()
            return
        self.grow()  # what is wrong takes room of its own
        wrong = next((name for name in self.rows if name in faults), "")
        if wrong:
            self.rows[wrong].field.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.area is not None:  # the words below the box too
                self.rows[wrong].adjustSize()
                self.area.ensureWidgetVisible(self.rows[wrong])


def _field(box: Box) -> QWidget:
    match box.kind:
        case BoxKind.PASSWORD:
            return PasswordField()
        case BoxKind.DATE:
            return day_field(date.fromisoformat(box.value))
        case BoxKind.CHOICE:
            made = choice(box.choices)
            made.setCurrentText(box.value)
            return made
        case BoxKind.OFFER:
            return OfferField(box.label, "Usulkan", box.offer or str)
        case BoxKind.NUMBER | BoxKind.TEXT:
            typed = line()
            typed.setText(box.value)
            if box.kind is BoxKind.NUMBER:
                typed.setValidator(QIntValidator(0, _LARGEST, typed))
            return typed


def _read(field: QWidget) -> str:
    if isinstance(field, QComboBox):
        return field.currentText()
    if isinstance(field, QDateEdit):
        return field.date().toString("yyyy-MM-dd")
    if isinstance(field, PasswordField):
        return field.text()
    if isinstance(field, QLineEdit):
        return field.text().strip()
    raise TypeError(f"no box is made of {type(field).__name__}")


def _scrolled(rows: list[FormRow]) -> QScrollArea:
    inner = QWidget()
    inner.setLayout(column(*rows))
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    for ground in (inner, area.viewport()):  # a scroll area paints its widget in the page's colour
        ground.setAutoFillBackground(False)
    area.setMinimumHeight(200)
    return area

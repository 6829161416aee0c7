"""What both first runs share: stepper, pages in one card, and a foot that never scrolls away."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from pilkades_desk.app.first_run_pages import FormPage
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.page import MARGIN, ScrollPage
from pilkades_desk.kits.qt.stepper import Stepper
from pilkades_desk.kits.qt.widgets import Card, button, column, icon_label, label, row

WIDTH = 760
ROOM = 90
"""Pixels kept in sight above and below a field with a fault: its name and what is wrong."""


class Wizard(QWidget):
    """Lays out the pages; `_go_back` and `_go_on` of the heir say what the buttons do."""

    finished = Signal()
    restore_requested = Signal()

    def __init__(
        self, icon: str, brand: str, names: Sequence[str], pages: Sequence[FormPage]
    ) -> None:
        super().__init__()
        self._pages = tuple(pages)
        self._job = Job(self)
        self._stepper = Stepper(tuple(names))
        self._banner = Banner()
        # no stack: that asks for the room of its tallest page, seen or not
        self._card = Card(*self._pages)
        self._at = 0
        self.back = button("Kembali", self._go_back, icon="chevron-left")
        self.next = button("Lanjut", self._go_on, look="primary", icon="arrow-right")
        self.restore = button(
            "Pulihkan dari cadangan", self.restore_requested.emit, look="quiet", icon="history"
        )
        head = row(icon_label(icon, "brand", 30), label(brand, "display"), None, self.restore)
        self._lay_out(head)
        self._job.failed.connect(self._banner.tell_failure)
        self._job.busy_changed.connect(self._hold)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's name
        """Begin at the first field, not at the way out."""
        super().showEvent(event)
        field = next((each.field for each in self._pages[self._at].rows.values()), None)
        if field is not None and not event.spontaneous():
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def page(self) -> int:
        """Give the number of the open page, from 0."""
        return self._at

    def _go_back(self) -> None:
        raise NotImplementedError  # every first run has its own way

    def _go_on(self) -> None:
        raise NotImplementedError  # as above

    def _turn_to(self, number: int, words: str) -> None:
        self._banner.hide()
        self._at = number
        for place, page in enumerate(self._pages):
            page.setVisible(place == number)
        self._stepper.show_step(number)
        self.restore.setVisible(not number)
        self._scroll.verticalScrollBar().setValue(0)
        self.next.setText(f" {words}")
        self.next.setAccessibleName(words)

    def _lay_out(self, head: QHBoxLayout) -> None:
        content = column(head, self._stepper, self._card, None, spacing=18)
        self._scroll = ScrollPage(_centered(content))
        foot = QWidget()
        foot.setProperty("look", "foot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # what went wrong is said beside the button that was pressed
        buttons = row(self.back, None, self.next)
        self._foot = _centered(column(self._banner, buttons, spacing=12))
        foot.setLayout(self._foot)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._align)
        self._align(0, 0)
        whole = column(self._scroll, foot, spacing=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _align(self, _least: int, most: int) -> None:
        """Keep the buttons under the card, which the scroll bar pushes aside."""
        bar = self._scroll.verticalScrollBar().sizeHint().width() if most else 0
        self._foot.setContentsMargins(MARGIN, 14, MARGIN + bar, 14)

    def _shows_faults(self, faults: Mapping[str, str]) -> bool:
        """Show the open page's faults and bring the first into sight; tells whether it has any."""
        wrong = self._pages[self.page].show_faults(faults)
        if wrong:
            self._scroll.ensureWidgetVisible(self.focusWidget(), 0, ROOM)
        return wrong

    def _allow_next(self) -> None:
        self.next.setEnabled(True)

    def _hold(self, busy: bool) -> None:
        for piece in (self._card, self.back, self.next, self.restore):
            piece.setDisabled(busy)


def _centered(content: QLayout) -> QHBoxLayout:
    holder = QWidget()
    holder.setLayout(content)
    holder.setMaximumWidth(WIDTH)
    made = QHBoxLayout()
    made.addStretch(1)
    made.addWidget(holder, 100)
    made.addStretch(1)
    return made

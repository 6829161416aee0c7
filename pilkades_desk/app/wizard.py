"""What both first runs share: stepper, banner, pages in one card, two buttons below."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pilkades_desk.app.first_run_pages import FormPage
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.page import ScrollPage
from pilkades_desk.kits.qt.stepper import Stepper
from pilkades_desk.kits.qt.widgets import Card, button, column, icon_label, label, row

WIDTH = 760


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
        self._stack = QStackedWidget()
        for page in self._pages:
            page.filled.addStretch(1)
            self._stack.addWidget(page)
        self.back = button("Kembali", self._go_back, icon="chevron-left")
        self.next = button("Lanjut", self._go_on, look="primary", icon="arrow-right")
        self.restore = button(
            "Pulihkan dari cadangan", self.restore_requested.emit, look="quiet", icon="history"
        )
        head = row(icon_label(icon, "brand", 30), label(brand, "display"), None, self.restore)
        self._lay_out(head)
        self.setTabOrder(self.next, self.restore)  # the first field comes first, not the way out
        self._job.failed.connect(self._banner.tell_failure)
        self._job.busy_changed.connect(self._hold)

    @property
    def page(self) -> int:
        """Give the number of the open page, from 0."""
        return self._stack.currentIndex()

    def _go_back(self) -> None:
        raise NotImplementedError  # every first run has its own way

    def _go_on(self) -> None:
        raise NotImplementedError  # as above

    def _turn_to(self, number: int, words: str) -> None:
        self._banner.hide()
        self._stack.setCurrentIndex(number)
        self._stepper.show_step(number)
        self.restore.setVisible(not number)
        self._scroll.verticalScrollBar().setValue(0)
        self.next.setText(f" {words}")
        self.next.setAccessibleName(words)

    def _lay_out(self, head: QHBoxLayout) -> None:
        buttons = row(self.back, None, self.next)
        card = Card(self._banner, self._stack, buttons, spacing=16)
        holder = QWidget()
        holder.setLayout(column(head, self._stepper, card, None, spacing=18))
        holder.setMaximumWidth(WIDTH)
        centered = QHBoxLayout()
        centered.addStretch(1)
        centered.addWidget(holder, 100)
        centered.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollPage(centered)
        outer.addWidget(self._scroll)

    def _allow_next(self) -> None:
        self.next.setEnabled(True)

    def _hold(self, busy: bool) -> None:
        for piece in (self._stack, self.back, self.next):
            piece.setDisabled(busy)

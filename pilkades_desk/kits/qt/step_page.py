"""The common shape of a step's screen: tools and actions, banner, table, side panel, count line.

A screen builds on `StepPage`, puts its pieces in and overrides `reload`, which runs each time the
page is shown: screens never signal each other.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.icons import icon
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.page import MARGIN
from pilkades_desk.kits.qt.widgets import button, column, label, row

if TYPE_CHECKING:
    from pilkades_desk.kits.qt.print_page import PrintPage

W = TypeVar("W", bound=QWidget)
SIDE_WIDTH = 320
FOLD_SIDE = 860  # pixels of page width under which the side panel moves below the body
FOLD_STRIP = 540  # pixels of page height under which a row of choices is folded away
PAUSE = 120  # milliseconds after the last key before a search runs


class SearchField(QLineEdit):
    """A search field; `searched` comes `pause` ms after the last key. Ctrl+F reaches it.

    `left` comes with Enter or the down arrow: on to what was found.
    """

    searched = Signal(str)
    left = Signal()

    def __init__(self, name: str, placeholder: str, pause: int = PAUSE) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(f"{placeholder}   (Ctrl+F)")
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(False)  # a file dropped on the field is for the page
        self.setMinimumWidth(180)
        leading = QLineEdit.ActionPosition.LeadingPosition
        self._lens = self.addAction(icon("search", "muted", 18), leading)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause)
        self._timer.timeout.connect(self._search)
        self.textChanged.connect(self._wait)
        reach = QAction(self)
        reach.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        reach.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        reach.triggered.connect(self._take_focus)
        self.addAction(reach)

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Ask for room for a whole name."""
        return QSize(340, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Go on to what was found with Enter or the down arrow."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 -- Qt's name
        """Tint the lens anew after a theme change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._lens.setIcon(icon("search", "muted", 18))

    def _wait(self) -> None:
        if self._timer.interval():
            self._timer.start()
        else:
            self._search()

    def _search(self) -> None:
        self.searched.emit(self.text())

    def _take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()


class WorkLine(QWidget):
    """Shows how far a job is and lets it be stopped; hidden while nothing runs."""

    def __init__(self, words: str, job: Job, unit: str = "") -> None:
        super().__init__()
        self._said = words
        self._unit = unit
        self._words = label(words, "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words)
        stop = button("Hentikan", job.cancel)
        filled = row(self._words, self._bar, stop, spacing=14)
        filled.setStretch(1, 1)
        self.setLayout(filled)
        job.progressed.connect(self._step)
        job.busy_changed.connect(self._appear)
        self.hide()

    def _appear(self, busy: bool) -> None:
        self._bar.setRange(0, 0)
        self._words.setText(self._said)
        self.setVisible(busy)

    def _step(self, done: int, total: int) -> None:
        # per mille, because Qt's bars count in 32-bit ints
        self._bar.setRange(0, 1000)
        self._bar.setValue(done * 1000 // max(1, total))
        if self._unit:
            self._words.setText(f"{self._said} {angka(done)} dari {angka(total)} {self._unit}")


class StepPage(QWidget):
    """The frame one step's screen is built in."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.banner = Banner()
        self._tools = QHBoxLayout()
        self._actions = QHBoxLayout()
        for bar in (self._tools, self._actions):
            bar.setSpacing(10)
        self._stack = QStackedWidget()
        self._body = QVBoxLayout()
        self._split = row(self._body, spacing=14)
        self._split.setStretch(0, 1)
        full = QWidget()
        self._above = column(self._split, spacing=12)
        self._above.setStretch(0, 1)
        full.setLayout(self._above)
        self._stack.addWidget(full)
        self._side: QWidget | None = None
        self._strip: QWidget | None = None
        self._cramped: bool | None = None
        self._count = label("", "muted")
        self._toolbar = QWidget()
        self._toolbar.setLayout(row(self._tools, None, self._actions))
        self._filled = column(self._toolbar, self.banner, self._stack, self._count, spacing=12)
        self._filled.setStretch(2, 1)
        self._filled.setContentsMargins(MARGIN, 18, MARGIN, 14)
        self.setLayout(self._filled)

    def reload(self) -> None:
        """Read everything shown anew; a screen overrides this."""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's name
        """Reload whenever the page comes into sight."""
        super().showEvent(event)
        if not event.spontaneous():
            self.reload()

    def add_tool(self, widget: W) -> W:
        """Put a search field or filter at the left of the toolbar."""
        self._tools.addWidget(widget)
        return widget

    def add_strip(self, widget: QWidget, *, folds: bool = False) -> QWidget:
        """Put a row above the body and its side panel; gives what holds it.

        One that `folds` is put away on small windows until it is wanted.
        """
        if folds:
            self._strip = widget
        holder = QWidget()
        holder.setLayout(row(widget, None) if not folds else column(widget))
        self._above.insertWidget(self._above.count() - 1, holder)
        return holder

    def add_action(
        self, text: str, act: Callable[[], object], *, look: str = "", icon: str = ""
    ) -> QPushButton:
        """Put a button at the right of the toolbar; the last one is usually primary."""
        made = button(text, act, look=look, icon=icon)
        self._actions.addWidget(made)
        return made

    def add_body(self, widget: W, stretch: int = 1) -> W:
        """Put a table or form in the middle."""
        self._body.addWidget(widget, stretch)
        return widget

    def add_side(self, widget: W) -> W:
        """Put a panel at the right of the body, below it on narrow windows."""
        self._side = widget
        self._split.addWidget(widget)
        return widget

    def add_empty(self, empty: W) -> W:
        """Give the page shown by `show_empty`."""
        self._stack.addWidget(empty)
        return empty

    def add_work(self, words: str, job: Job, unit: str = "") -> WorkLine:
        """Show a job's progress under the toolbar while it runs and hold the toolbar meanwhile."""
        work = WorkLine(words, job, unit)
        self._filled.insertWidget(2, work)
        job.busy_changed.connect(self._toolbar.setDisabled)
        job.failed.connect(self.banner.tell_failure)
        return work

    def add_printing(self, printing: "PrintPage") -> "PrintPage":
        """Give the page shown instead of the body while something drawn is looked at."""
        self._stack.addWidget(printing)
        printing.opened.connect(partial(self.show_empty, printing))
        printing.closed.connect(self.show_body)
        self.add_work("Membuat daftar …", printing.draw_job)
        self.add_work("Mencetak …", printing.print_job)
        return printing

    def show_empty(self, empty: QWidget) -> None:
        """Show why there is nothing yet instead of the body."""
        self._frame_all(shown=True)
        self._stack.setCurrentWidget(empty)

    def show_body(self) -> None:
        """Show the body."""
        self._frame_all(shown=True)
        self._stack.setCurrentIndex(0)

    def show_alone(self, page: QWidget) -> None:
        """Show a page of `add_empty` that brings its own buttons: no toolbar, no count."""
        self._frame_all(shown=False)
        self._stack.setCurrentWidget(page)

    def _frame_all(self, *, shown: bool) -> None:
        self._toolbar.setVisible(shown)
        self._count.setVisible(shown)

    def say_count(self, text: str) -> None:
        """Say below the body how much is shown."""
        self._count.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Move the side panel below the body when the page is narrow."""
        super().resizeEvent(event)
        narrow = event.size().width() < FOLD_SIDE
        cramped = narrow or event.size().height() < FOLD_STRIP
        if self._strip is not None and cramped is not self._cramped:
            self._strip.setHidden(cramped)  # once: it can be opened again
        self._cramped = cramped
        if self._side is None:
            return
        direction = (
            QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight
        )
        self._split.setDirection(direction)
        self._side.setMaximumWidth(16777215 if narrow else SIDE_WIDTH)

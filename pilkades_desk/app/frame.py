"""What the windows of village and kabupaten share: panels, keys, page by number, theme menu."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pilkades_desk.app.sidebar import Sidebar
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.page import MARGIN
from pilkades_desk.kits.qt.theme import THEMES, read_theme
from pilkades_desk.kits.qt.widgets import button, column, label, row, tool_button

WIDE = 236
FOLD = 1180  # pixels of window width under which the sidebar shows icons only


class Frame(QMainWindow):
    """A sidebar beside a top bar over the open page."""

    lock_requested = Signal()
    sheet_requested = Signal()
    """A new recovery sheet is wanted; it has a page of its own over the whole window."""
    theme_requested = Signal(str)
    riwayat_requested = Signal()
    backups_requested = Signal()
    sidebar: Sidebar

    def __init__(self) -> None:
        super().__init__()
        self.stack = QStackedWidget()
        self.notice = Banner()
        self._aside: QWidget | None = None
        self.trail = button("", self.riwayat_requested.emit)
        self.trail.setToolTip("Buka riwayat (Ctrl+H)")
        self._bind("Ctrl+H", self.riwayat_requested.emit)
        self.backup = label("", "side_muted", wrap=True)
        self.backup.setContentsMargins(10, 0, 4, 0)
        self._title = label("", "title")
        self._subtitle = label("", "muted")
        self._themes = tool_button("Ganti tema", "contrast", self._show_themes)
        self.statusBar().setSizeGripEnabled(False)
        self.resize(1366, 728)

    def open_page(self, number: int) -> None:
        """Open a page by its number."""
        raise NotImplementedError  # each window has its own pages

    def show_aside(self, page: QWidget, title: str, subtitle: str) -> None:
        """Show a page that is no step, in place of the one shown aside before.

        What was found on opening stands there in full, so the notice above the page goes.
        """
        self.notice.hide()
        self.sidebar.setCurrentIndex(QModelIndex())
        before, self._aside = self._aside, page
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        if before is not None:
            self.stack.removeWidget(before)
            before.deleteLater()

    def tell_opening(self, found: Sequence[Finding]) -> None:
        """Say above the page what was found on opening, the worst first."""
        if not found:
            return
        worst = min(found, key=lambda each: not each.is_error)
        more = f" Masih ada {len(found) - 1} temuan lain di Riwayat." if len(found) > 1 else ""
        self.notice.tell("bad" if worst.is_error else "warn", worst.text, worst.do_now + more)

    def warn(self, sentence: str, hint: str) -> None:
        """Show above the page what is not the page's own; an alarm stays until it is closed."""
        if not (self.notice.isVisible() and self.notice.property("tone") == "bad"):
            self.notice.tell("warn", sentence, hint)

    def alarm(self, sentence: str, hint: str) -> None:
        """Show above the page what nobody should work on without having read it."""
        self.notice.tell("bad", sentence, hint)

    def show_backup(self, words: str) -> None:
        """Say when the last backup was made."""
        self.backup.setText(words)

    def _backup_button(self) -> QToolButton:
        return tool_button("Cadangan", "archive", self.backups_requested.emit)

    def _fill(self, side: QVBoxLayout, top: QHBoxLayout) -> None:
        side.setContentsMargins(8, 16, 8, 14)
        top.setContentsMargins(MARGIN, 11, MARGIN, 11)
        self._side = _panel("side", side)
        above = column(self.notice)
        above.setContentsMargins(MARGIN, 12, MARGIN, 0)
        right = QWidget()
        right.setLayout(column(_panel("top", top), above, self.stack, spacing=0))
        whole = row(self._side, right, spacing=0)
        whole.setStretch(1, 1)
        center = QWidget()
        center.setLayout(whole)
        self.setCentralWidget(center)

    def _bind(self, keys: str, act: Callable[[], object]) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(act)
        self.addAction(action)
        return action

    def _open_by_key(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.open_page(sender.data())
            self._enter_page()

    def _page_in_sight(self) -> QWidget:
        return self.stack.currentWidget() or self.stack

    def _name_page(self) -> None:
        """Give the open page its title as its name and tell it to a screen reader."""
        page, title = self._page_in_sight(), self._title.text()
        page.setAccessibleName(title)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(page, title))

    def _enter_page(self) -> None:
        """Put the focus on the open page's first control, else on the page itself."""
        page = self._page_in_sight()
        target = first_control(page)
        if target is page:
            page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # else it takes no focus at all
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_row(self, index: QModelIndex) -> None:
        self.open_page(index.row())

    def _show_themes(self) -> None:
        menu = QMenu(self)
        for name in THEMES:
            menu.addAction(read_theme(name).label).setData(name)
        menu.triggered.connect(self._choose_theme)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._themes.mapToGlobal(self._themes.rect().bottomLeft()))

    def _choose_theme(self, action: QAction) -> None:
        self.theme_requested.emit(action.data())


def first_control(page: QWidget) -> QWidget:
    """Give the first control on a page in the order of Tab; the page when it has none."""
    widget = page.nextInFocusChain()
    while widget and widget is not page:
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reached and page.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
            return widget
        widget = widget.nextInFocusChain()
    return page


def _panel(look: str, layout: QVBoxLayout | QHBoxLayout) -> QWidget:
    made = QWidget()
    made.setProperty("look", look)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setLayout(layout)
    return made

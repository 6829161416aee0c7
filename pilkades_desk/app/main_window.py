"""The window's frame: sidebar, top bar, the open page, status bar; pages go by number."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pilkades_desk.app.frame import FOLD, WIDE, Frame
from pilkades_desk.app.sidebar import NARROW, Sidebar
from pilkades_desk.app.steps import STEPS, Keadaan
from pilkades_desk.app.window_content import IsiJendela
from pilkades_desk.kits.qt.widgets import (
    EmptyState,
    chip,
    column,
    icon_label,
    label,
    row,
    tool_button,
)

CHIPS = 980  # pixels of window width under which the pills of the top bar go

MakePage = Callable[[int], QWidget]
"""Makes the page of Beranda (0) or of a step by its number."""


class MainWindow(Frame):
    """Shows one page at a time; pages are made when first opened."""

    help_requested = Signal(int)
    settings_requested = Signal()
    page_opened = Signal(int)
    loket_requested = Signal()
    """The counter is wanted; it has the whole window to itself."""

    def __init__(self, isi: IsiJendela, make_page: MakePage) -> None:
        super().__init__()
        self._isi = isi
        self._make_page = make_page
        self._pages: dict[int, QWidget] = {}
        self._at = 0
        self._fill(self._make_side(), self._make_top())
        self._fill_status_bar()
        self._bind_keys()
        self.show_isi(isi)
        self.open_page(0)

    @property
    def page(self) -> int:
        """Give the number of the open page."""
        return self._at

    def show_isi(self, isi: IsiJendela) -> None:
        """Show anew what stands around the page."""
        self._isi = isi
        self.setWindowTitle(f"{isi.desa} – Pilkades Desk")
        self.sidebar.show_isi(isi)
        self._village.setText(f"{isi.desa}\n{isi.kecamatan}")
        self.show_backup(isi.cadangan)
        self._account.setText(isi.akun)
        self.trail.setText(isi.riwayat)
        self._version.setText(isi.versi)
        while (old := self._chips.takeAt(1)) is not None:
            if (gone := old.widget()) is not None:
                gone.hide()  # deleting waits for the event loop, painting does not
                gone.deleteLater()
        if isi.gladi:
            self._chips.addWidget(chip("GLADI – bukan data resmi", "warn"))
        for keping in isi.keping:
            self._chips.addWidget(chip(keping.teks, keping.nada))
        self._say_where()

    def open_page(self, number: int) -> None:
        """Open Beranda (0) or a step; a step that is not open yet says what comes first."""
        shut = number > 0 and self._isi.state_of(STEPS[number - 1].folder) is Keadaan.TERKUNCI
        page = self._shut_page(number) if shut else self._page(number)
        self._at = number
        self.stack.setCurrentWidget(page)
        self.sidebar.choose(number)
        self._say_where()
        self._name_page()
        self.page_opened.emit(number)

    def forget_other_pages(self) -> None:
        """Drop every page but the open one; they are made anew when opened."""
        for number in [each for each in self._pages if each != self._at]:
            page = self._pages.pop(number)
            self.stack.removeWidget(page)
            page.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Fold the sidebar to icons and drop the pills when there is little room."""
        super().resizeEvent(event)
        folded = event.size().width() < FOLD
        self._side.setFixedWidth(NARROW if folded else WIDE)
        for text in (self._brand, self._village, self.backup):
            text.setVisible(not folded)
        self._chip_row.setVisible(event.size().width() >= CHIPS)

    def _page(self, number: int) -> QWidget:
        if number not in self._pages:
            self._pages[number] = self._make_page(number)
            self.stack.addWidget(self._pages[number])
        return self._pages[number]

    def _shut_page(self, number: int) -> QWidget:
        current = STEPS[self._isi.current - 1]
        made = EmptyState(
            "lock",
            f"Langkah {number} belum terbuka",
            f"Selesaikan dulu langkah {current.number}, {current.title}.",
        )
        made.offer(f"Buka langkah {current.number}", self._open_current, "arrow-right")
        self.stack.addWidget(made)
        return made

    def _open_current(self) -> None:
        self.open_page(self._isi.current)

    def _say_where(self) -> None:
        step = STEPS[self._at - 1] if self._at else None
        self._title.setText(step.title if step else "Beranda")
        self._subtitle.setText(step.subtitle if step else self._isi.judul)

    def _make_side(self) -> QVBoxLayout:
        self.sidebar = Sidebar()
        self.sidebar.clicked.connect(self._open_row)
        self.sidebar.activated.connect(self._open_row)
        self._brand = label("Pilkades Desk", "side_brand")
        self._village = label("", "side_muted")
        brand = row(icon_label("vote", "side_ink", 30), self._brand, None, spacing=10)
        brand.setContentsMargins(9, 0, 0, 0)
        self._village.setContentsMargins(10, 0, 4, 0)
        filled = column(brand, self._village, self.sidebar, self.backup, spacing=10)
        filled.setStretch(2, 1)
        return filled

    def _make_top(self) -> QHBoxLayout:
        self._chip_row = QWidget()
        self._chips = QHBoxLayout(self._chip_row)
        self._chips.setContentsMargins(0, 0, 4, 0)
        self._chips.addStretch(1)
        # the pills never hold the window wide
        self._chip_row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        bar = row(
            column(self._title, self._subtitle, spacing=0),
            self._chip_row,
            self._themes,
            tool_button("Riwayat (Ctrl+H)", "history", self.riwayat_requested.emit),
            tool_button("Bantuan (F1)", "life-buoy", self._ask_help),
            self._backup_button(),
            tool_button("Pengaturan", "settings", self.settings_requested.emit),
            tool_button("Kunci layar (Ctrl+L)", "lock", self.lock_requested.emit),
        )
        bar.setStretch(1, 1)
        return bar

    def _fill_status_bar(self) -> None:
        self._account, self._version = label(""), label("")
        self.statusBar().addWidget(self._account)
        self.statusBar().addWidget(self.trail)
        self.statusBar().addPermanentWidget(self._version)

    def _bind_keys(self) -> None:
        for number in range(len(STEPS) + 1):
            # Ctrl+1 to Ctrl+8 are the steps by their number, Ctrl+9 is Beranda
            self._bind(f"Ctrl+{number or 9}", self._open_by_key).setData(number)
        self._bind("F1", self._ask_help)
        self._bind("Ctrl+L", self.lock_requested.emit)

    def _ask_help(self) -> None:
        self.help_requested.emit(self._at)

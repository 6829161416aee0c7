"""The kabupaten's window: four pages behind a short sidebar."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pilkades_desk.app.frame import FOLD, WIDE, Frame
from pilkades_desk.app.help_window import HelpWindow
from pilkades_desk.app.look import choose_theme
from pilkades_desk.app.sidebar import LOOK, NARROW, SPOKEN, Sidebar
from pilkades_desk.app.steps import STEPS, Keadaan
from pilkades_desk.kits.qt.table import DISPLAY, TOOL_TIP, Index
from pilkades_desk.kits.qt.widgets import chip, column, icon_label, label, row, tool_button

_NOWHERE = QModelIndex()
_HELP = len(STEPS)


@dataclass(frozen=True, slots=True)
class Halaman:
    """One page of the desk: what the sidebar and the top bar say."""

    title: str
    icon: str
    subtitle: str


PAGES = (
    Halaman("Kit & kunci", "key-round", "Sidik jari, kit, dan sertifikat desa"),
    Halaman("Kotak masuk", "inbox", "Paket diperiksa dan dijawab tanda terima"),
    Halaman("Rekap", "scale", "Hasil semua desa, F-39"),
    Halaman("Akun", "users", "Akun petugas dan pengesah, lembar pemulihan"),
)


class PagesModel(QAbstractListModel):
    """One row a page, painted like the steps of the village's window."""

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 -- Qt's name
        """Count the pages."""
        return 0 if parent.isValid() else len(PAGES)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Give words, tool tip, what is read aloud, or what the delegate paints."""
        page = PAGES[index.row()]
        if role == LOOK:
            return page.icon, page.title, Keadaan.TERBUKA
        return page.title if role in {DISPLAY, TOOL_TIP, SPOKEN} else None


class PagesSidebar(Sidebar):
    """The pages in place of the eight steps."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__()
        self._pages = PagesModel(parent or self)
        self.setModel(self._pages)
        self.setAccessibleName("Halaman meja kabupaten")

    def choose(self, row: int) -> None:
        """Mark a page."""
        self.setCurrentIndex(self._pages.index(row))


class KabupatenWindow(Frame):
    """Shows one page at a time; Ctrl+1 to Ctrl+4 open them."""

    def __init__(self, words: Mapping[str, str], pages: tuple[Callable[[], QWidget], ...]) -> None:
        super().__init__()
        self._words = MappingProxyType(dict(words))
        self._make = pages
        self._made: dict[int, QWidget] = {}
        self._at = 0
        self._fill(self._make_side(), self._make_top())
        self.statusBar().addWidget(label(self._words["akun"]))
        self.trail.setText(self._words["riwayat"])
        self.statusBar().addWidget(self.trail)
        self.statusBar().addPermanentWidget(label(self._words["versi"]))
        self._bind_keys()
        self.theme_requested.connect(choose_theme)
        self.open_page(0)

    @property
    def page(self) -> int:
        """Give the number of the open page, from 0."""
        return self._at

    def open_page(self, number: int) -> None:
        """Open a page; it is made when first opened."""
        if number not in self._made:
            self._made[number] = self._make[number]()
            self.stack.addWidget(self._made[number])
        self._at = number
        self.stack.setCurrentWidget(self._made[number])
        self.sidebar.choose(number)
        self._title.setText(PAGES[number].title)
        self._subtitle.setText(PAGES[number].subtitle)
        self._name_page()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Fold the sidebar to icons when there is little room."""
        super().resizeEvent(event)
        folded = event.size().width() < FOLD
        self._side.setFixedWidth(NARROW if folded else WIDE)
        for text in (self._brand, self._place, self.backup):
            text.setVisible(not folded)

    def _make_side(self) -> QVBoxLayout:
        self.sidebar = PagesSidebar()
        self.sidebar.clicked.connect(self._open_row)
        self.sidebar.activated.connect(self._open_row)
        self._brand = label("Pilkades Desk", "side_brand")
        self._place = label(self._words["tempat"], "side_muted", wrap=True)
        self._place.setContentsMargins(10, 0, 4, 0)
        brand = row(icon_label("inbox", "side_ink", 30), self._brand, None, spacing=10)
        brand.setContentsMargins(9, 0, 0, 0)
        filled = column(brand, self._place, self.sidebar, self.backup, spacing=10)
        filled.setStretch(2, 1)
        return filled

    def _make_top(self) -> QHBoxLayout:
        gladi = [chip("GLADI – bukan data resmi", "warn")] if self._words["gladi"] else []
        bar = row(
            column(self._title, self._subtitle, spacing=0),
            *gladi,
            self._themes,
            tool_button("Riwayat (Ctrl+H)", "history", self.riwayat_requested.emit),
            self._backup_button(),
            tool_button("Bantuan (F1)", "life-buoy", self._show_help),
            tool_button("Kunci layar (Ctrl+L)", "lock", self.lock_requested.emit),
        )
        bar.setStretch(0, 1)
        return bar

    def _bind_keys(self) -> None:
        for number in range(len(PAGES)):
            self._bind(f"Ctrl+{number + 1}", self._open_by_key).setData(number)
        self._bind("F1", self._show_help)
        self._bind("Ctrl+L", self.lock_requested.emit)

    def _show_help(self) -> None:
        self._help = HelpWindow(self, _HELP)
        self._help.show()

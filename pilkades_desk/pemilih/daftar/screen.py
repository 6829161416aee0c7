"""The working list: words and choices that narrow it, the table, and the panel beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from pilkades_desk.core.clock import Zona
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.ask import Ask
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.keys import bind
from pilkades_desk.kits.qt.latest import Latest
from pilkades_desk.kits.qt.step_page import SearchField
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.view_tabs import ViewTabs
from pilkades_desk.kits.qt.widgets import button, column
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.cari.values import Cari, PilihanSaring, Wilayah
from pilkades_desk.pemilih.daftar.area_screen import AreaPanel
from pilkades_desk.pemilih.daftar.change_screen import ChangeActs, ListChanges
from pilkades_desk.pemilih.daftar.detail_screen import Boleh, DetailPanel
from pilkades_desk.pemilih.daftar.filter_screen import FilterPanel
from pilkades_desk.pemilih.daftar.history_screen import HistoryPanel
from pilkades_desk.pemilih.reveal_screen import NikPanel, RevealActs
from pilkades_desk.pemilih.riwayat.values import Peristiwa
from pilkades_desk.pemilih.table_model import pemilih_model
from pilkades_desk.pemilih.values import BarisPemilih, RingkasanPemilih

COUNTING = 200
"""Milliseconds of rest after the last key before areas are counted, beside the window."""
SIDE_LEAST = QSize(240, 150)


@dataclass(frozen=True, slots=True)
class ListActs:
    """What the list reads and does, bound to the open desk."""

    zona: Zona
    may: Callable[[Aksi], bool]
    find: Callable[[Cari], Sequence[int]]
    read_areas: Callable[[Cari], tuple[Wilayah, ...]]
    read_choices: Callable[[], PilihanSaring]
    read_baris: Callable[[Sequence[int]], Sequence[BarisPemilih]]
    read_warnings: Callable[[int], tuple[Finding, ...]]
    read_history: Callable[[int], tuple[Peristiwa, ...]]
    changes: ChangeActs
    numbers: RevealActs


class ListPanel(QWidget):
    """Emits `counted` with what is shown, `changed` when somebody of the list was changed.

    `usul_wanted` comes with a voter about whom something is handed in, `note_wanted` with one to
    note something about. `search`, `fold_button`, `filters`, `side` go where the page wants them.
    """

    counted = Signal(str)
    changed = Signal()
    usul_wanted = Signal(object)
    note_wanted = Signal(object)

    def __init__(self, acts: ListActs, ask: Ask, banner: Banner) -> None:
        super().__init__()
        self._acts = acts
        self._seen: RingkasanPemilih | None = None
        self.search = SearchField("Cari pemilih", "Nama, alamat, 16 angka NIK atau KK", pause=0)
        self.filters = FilterPanel()
        self.fold_button = button("Saring", self._fold, icon="funnel")
        self._model = pemilih_model(acts.read_baris, self)
        self.table = Table("Daftar pemilih", self._model)
        self.table.choose_many()
        self.changes = ListChanges(acts.changes, ask, banner)
        self.areas = AreaPanel()
        self.detail = DetailPanel(NikPanel(acts.numbers, ask, banner))
        self.history = HistoryPanel(acts.zona, self.changes.undo)
        self.side = self._make_side()
        self.setLayout(column(self.table))
        self._counts, self._choices = Latest(self), Latest(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(COUNTING)
        self._connect(banner)
        self._bind_keys()

    def reload(self, seen: RingkasanPemilih, figures: Sequence[str]) -> None:
        """Read the list anew where it stands; `figures` are those of `seen` in words."""
        self._seen = seen
        self.areas.show_figures(figures)
        kept, at = self._chosen_ids(), self.table.verticalScrollBar().value()
        self._show(kept)
        self.table.verticalScrollBar().setValue(at)
        self._choices.ask(self._acts.read_choices)

    def say_count(self) -> str:
        """Say how many are shown, and how many of them are chosen."""
        everybody = self._seen.jumlah + self._seen.dicoret if self._seen else 0
        shown = f"{angka(len(self._model.ids))} dari {angka(everybody)} pemilih ditampilkan"
        chosen = self.table.count_chosen()
        return f"{shown}, {angka(chosen)} dipilih" if chosen > 1 else shown

    @Slot()
    def clear(self) -> None:
        """Narrow the list by nothing any more."""
        blockers = [QSignalBlocker(each) for each in (self.search, self.filters)]
        self.search.clear()
        self.filters.clear()
        for each in blockers:
            each.unblock()
        self._narrow()

    def _make_side(self) -> QWidget:
        self.views = ViewTabs("Panel samping")
        self.views.setMinimumSize(SIDE_LEAST)
        self.views.add_view("Wilayah", self.areas)
        self.views.add_view("Pemilih", self.detail)
        self.views.add_view("Riwayat", self.history)
        side = QWidget()
        filled = column(self.views.bar, self.views, spacing=8)
        filled.setStretch(1, 1)
        side.setLayout(filled)
        return side

    def _connect(self, banner: Banner) -> None:
        self.search.searched.connect(self._narrow)
        self.search.left.connect(self._go_to_table)
        self.filters.changed.connect(self._narrow)
        self.areas.chosen.connect(self.filters.narrow_to)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self.table.activated.connect(self._correct)
        self.views.currentChanged.connect(self._show_history)
        self._rest.timeout.connect(self._count_areas)
        self._counts.answered.connect(self._show_areas)
        self._choices.answered.connect(self.filters.show_choices)
        for reading in (self._counts, self._choices):
            reading.failed.connect(banner.tell_failure)
        self.detail.correct_wanted.connect(self._correct)
        self.detail.strike_wanted.connect(self._strike)
        self.detail.change_wanted.connect(self._change_many)
        self.detail.usul_wanted.connect(self._want_usul)
        self.detail.note_wanted.connect(self._want_note)
        self.changes.changed.connect(self.changed)

    def _bind_keys(self) -> None:
        bind(self, "Esc", "Hapus saringan", self.clear)
        bind(self, "Ctrl+Shift+F", "Buka atau tutup saringan", self._fold)
        bind(self, "Ctrl+Z", "Urungkan perubahan terakhir", self.changes.undo_last)
        for number, view in enumerate((self.areas, self.detail, self.history), 1):
            words = self.views.bar.tabText(number - 1)
            bind(self, f"Alt+{number}", words, partial(self.views.open_view, view))
        inside = partial(bind, self.table, inside=True)
        inside("F2", "Koreksi", self._correct)
        inside("Del", "Coret atau batal coret", self._strike)
        inside("Ctrl+U", "Terima usul", self._want_usul)
        inside("Ctrl+M", "Catat meninggal atau lainnya sesudah DPT", self._want_note)
        inside("Ctrl+E", "Ubah sekaligus", self._change_many)
        inside("Ctrl+A", "Pilih semua yang ditemukan", self.table.selectAll)

    def _cari(self) -> Cari:
        return self.filters.cari(self.search.text())

    @Slot()
    def _narrow(self) -> None:
        self._show(self._chosen_ids())

    def _show(self, kept: Sequence[int]) -> None:
        """Show whom the list is narrowed to; the counts by area follow when the keys rest."""
        self._model.show_ids(self._acts.find(self._cari()))
        narrowed = self._cari().tersaring
        words = f"Saring ({narrowed})" if narrowed else "Saring"
        self.fold_button.setText(f" {words}")
        self.fold_button.setAccessibleName(words)
        self._choose(kept)
        self._rest.start()

    @Slot()
    def _count_areas(self) -> None:
        cari = self._cari()
        self._counts.ask(lambda: self._acts.read_areas(cari))

    @Slot(object)
    def _show_areas(self, areas: tuple[Wilayah, ...]) -> None:
        cari = self._cari()
        self.areas.show_areas(areas, (cari.dusun, cari.rw, cari.rt))

    def _chosen_ids(self) -> list[int]:
        return [self._model.ids[row] for row in self.table.chosen_rows()]

    def _choose(self, ids: Sequence[int]) -> None:
        """Choose one person again who was chosen before, where still shown; many are let go."""
        if len(ids) == 1 and ids[0] in self._model.ids:
            self.table.selectRow(self._model.ids.index(ids[0]))
        else:
            self._show_chosen()

    def _chosen(self) -> BarisPemilih | None:
        rows = self.table.chosen_rows() if self.table.count_chosen() == 1 else ()
        return self._model.value_at(rows[0]) if rows else None

    def _may(self, aksi: Aksi) -> bool:
        """Tell whether the list is in a state for an act, and this account has the right."""
        seen = self._seen
        if seen is None:
            return False
        if aksi is Aksi.CATAT_SETELAH_DPT:
            fits = seen.dpt is not None
        else:
            fits = seen.dpt is None and (aksi is not Aksi.CATAT_USUL or seen.dps is not None)
        return fits and self._acts.may(aksi)

    @Slot()
    def _show_chosen(self) -> None:
        baris, count = self._chosen(), self.table.count_chosen()
        if baris is not None:
            allowed = Boleh(
                koreksi=self._may(Aksi.UBAH_PEMILIH),
                coret=self._may(Aksi.CORET_PEMILIH),
                usul=self._may(Aksi.CATAT_USUL),
                catat=self._may(Aksi.CATAT_SETELAH_DPT) and baris.no_urut is not None,
            )
            self.detail.show_baris(baris, self._acts.read_warnings(baris.pemilih.id), allowed)
        elif count:
            self.detail.show_many(count, fixed=not self._may(Aksi.UBAH_PEMILIH))
        else:
            self.detail.show_nobody()
        if not count:
            self.views.open_view(self.areas)
        elif self.views.currentWidget() is self.areas:
            self.views.open_view(self.detail)
        self._show_history()
        self.counted.emit(self.say_count())

    @Slot()
    def _show_history(self) -> None:
        if self.views.currentWidget() is not self.history:
            return
        baris = self._chosen()
        if baris is None:
            self.history.show_nobody()
            return
        events = self._acts.read_history(baris.pemilih.id)
        fixed = not self._may(Aksi.UBAH_PEMILIH)
        self.history.show_events(baris.pemilih.nama, events, fixed=fixed)

    @Slot()
    def _fold(self) -> None:
        self.filters.setVisible(self.filters.isHidden())

    @Slot()
    def _go_to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._model.rowCount() and not self.table.count_chosen():
            self.table.selectRow(0)

    @Slot()
    def _correct(self) -> None:
        baris = self._chosen()
        if baris is not None and self._may(Aksi.UBAH_PEMILIH):
            self.changes.correct(baris.pemilih)

    @Slot()
    def _want_usul(self) -> None:
        baris = self._chosen()
        if baris is not None and self._may(Aksi.CATAT_USUL):
            self.usul_wanted.emit(baris.pemilih)

    @Slot()
    def _want_note(self) -> None:
        baris = self._chosen()
        if baris is not None and self._may(Aksi.CATAT_SETELAH_DPT):
            self.note_wanted.emit(baris.pemilih)

    @Slot()
    def _strike(self) -> None:
        baris = self._chosen()
        if baris is not None and self._may(Aksi.CORET_PEMILIH):
            self.changes.strike(baris.pemilih)

    @Slot()
    def _change_many(self) -> None:
        ids = self._chosen_ids()
        if ids and self._may(Aksi.UBAH_PEMILIH):
            self.changes.change_many(ids)

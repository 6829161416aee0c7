"""Step 2's screen: import, look through, repair, strike, set the DPS, lock the DPT."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, QSize, Slot
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QWidget

from pilkades_desk.core.clock import Zona
from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.progress import Progress
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.ask import Ask
from pilkades_desk.kits.qt.file_drop import FileDrop
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.page import SidePage
from pilkades_desk.kits.qt.print_page import PrintPage
from pilkades_desk.kits.qt.step_page import SearchField, StepPage
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.view_tabs import ViewTabs
from pilkades_desk.kits.qt.widgets import EmptyState, chip, column, row
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih import forms
from pilkades_desk.pemilih.coklit.screen import TITLE as COKLIT
from pilkades_desk.pemilih.coklit.screen import CoklitActs, CoklitPanel
from pilkades_desk.pemilih.content import DokumenPemilih
from pilkades_desk.pemilih.detail_screen import DetailPanel
from pilkades_desk.pemilih.ganda.screen import TITLE, GandaActs, GandaPanel
from pilkades_desk.pemilih.impor import batch_screen
from pilkades_desk.pemilih.impor.batch_screen import BatchActs, BatchPanel
from pilkades_desk.pemilih.impor.screen import ImportActs, ImportFlow
from pilkades_desk.pemilih.lock_screen import DptLocking, LockActs
from pilkades_desk.pemilih.print_screen import PrintDokumen, ask_print
from pilkades_desk.pemilih.repair_screen import LEAST_REASON, RepairActs, RepairPanel
from pilkades_desk.pemilih.reveal_screen import NikPanel, RevealActs
from pilkades_desk.pemilih.table_model import pemilih_model
from pilkades_desk.pemilih.values import (
    AlasanCoret,
    BarisPemilih,
    Dps,
    Dpt,
    HasilImpor,
    RingkasanPemilih,
    Saring,
)

LIST, REPAIR, DOUBLES, BATCHES, COKLIT_TAB = range(5)
TABS_LEAST = QSize(320, 110)


@dataclass(frozen=True, slots=True)
class PemilihActs:
    """What the screen may do, bound to the open desk."""

    zona: Zona
    may: Callable[[Aksi], bool]
    summarise: Callable[[], RingkasanPemilih]
    find: Callable[[str, Saring], Sequence[int]]
    read_baris: Callable[[Sequence[int]], Sequence[BarisPemilih]]
    read_warnings: Callable[[int], tuple[Finding, ...]]
    strike: Callable[[int, AlasanCoret, str], None]
    set_dps: Callable[[], Dps]
    importing: ImportActs
    batches: BatchActs
    numbers: RevealActs
    repairs: RepairActs
    doubles: GandaActs
    coklit: CoklitActs
    locking: LockActs
    print_dokumen: PrintDokumen
    choose_printer: Callable[[str], QPrinter | None]
    open_loket: Callable[[], object]


class PemilihScreen(StepPage):
    """Shows step 2 and asks what it needs."""

    def __init__(self, acts: PemilihActs, ask: Ask) -> None:
        super().__init__()
        self._acts = acts
        self._ask = ask
        self._seen = acts.summarise()
        self._ids: Sequence[int] = ()
        self.search = self.add_tool(SearchField("Cari pemilih", "Nama atau 16 angka NIK"))
        self.filter = self.add_tool(QComboBox())
        self.filter.addItems([saring.value for saring in Saring])
        self.filter.setAccessibleName("Saring status")
        self._locked = self.add_tool(chip("DPT TERKUNCI", "ok"))
        self.importing = ImportFlow(acts.importing, ask, self.banner)
        self.add_empty(self.importing.page)
        self.locking = DptLocking(acts.locking, ask, self.banner)
        self.printing = self.add_printing(PrintPage(ask, self.banner, acts.choose_printer))
        self._fill_actions()
        self._model = pemilih_model(acts.read_baris, self)
        self.table = Table("Daftar pemilih", self._model)
        self.repairs = RepairPanel(acts.repairs, ask, self.banner)
        self.doubles = GandaPanel(acts.doubles, ask, self.banner)
        self.batches = BatchPanel(acts.batches, ask, self.banner)
        self.coklit = CoklitPanel(acts.coklit, ask, self.banner)
        self.detail = DetailPanel(self._strike, NikPanel(acts.numbers, ask, self.banner))
        self._fill_body()
        self._empty = self._make_empty()
        self._start_jobs()
        self._connect()

    def reload(self) -> None:
        """Read figures, list and repair list anew."""
        seen = self._seen = self._acts.summarise()
        locked = seen.dpt is not None
        waiting = self.repairs.reload(locked=locked)
        self.tabs.say(self.repairs, f"Perlu diperbaiki ({angka(waiting)})")
        self.doubles.reload((seen.jumlah, seen.dicoret, waiting), locked=locked)
        imports = self.batches.reload(open_for_change=seen.dps is None and not locked)
        self.tabs.say(self.batches, f"{batch_screen.TITLE} ({angka(imports)})")
        self.coklit.reload(locked=locked)
        may = self._acts.may
        self.import_button.setVisible(not locked)
        self.import_button.setEnabled(may(Aksi.IMPOR_PEMILIH))
        self.dps_button.setVisible(seen.dps is None)
        self.dps_button.setEnabled(bool(seen.jumlah) and may(Aksi.TETAPKAN_DPS))
        self.lock_button.setVisible(seen.dps is not None and not locked)
        self.lock_button.setEnabled(may(Aksi.KUNCI_DPT))
        self._locked.setVisible(locked)
        self.loket_button.setVisible(bool(seen.jumlah) and may(Aksi.LAYANI_LOKET))
        self.print_button.setVisible(bool(seen.jumlah))
        self.print_button.setEnabled(may(Aksi.CETAK_DAFTAR))
        self._show_list()
        self._show_where_one_was()

    @Slot()
    def _show_where_one_was(self) -> None:
        if self.importing.is_open:
            self.show_alone(self.importing.page)
        elif self._seen.kosong and not self.batches.table.model().rowCount():
            self.show_empty(self._empty)
        else:
            self.show_body()

    def _fill_actions(self) -> None:
        self.loket_button = self.add_action("Loket", self._acts.open_loket, icon="user-check")
        self.import_button = self.add_action("Impor Excel", self.importing.choose, icon="upload")
        main = partial(self.add_action, look="primary")
        self.dps_button = main("Tetapkan DPS", self._set_dps, icon="stamp")
        self.lock_button = main("Kunci DPT", self.locking.start, icon="lock")
        self.print_button = self.add_action("Cetak", self._print, icon="printer")
        for each in (self._locked, self.print_button, self.dps_button, self.lock_button):
            each.hide()  # one of them appears when the state is known

    def _fill_body(self) -> None:
        self.tabs = ViewTabs("Bagian daftar pemilih")
        self.tabs.setMinimumSize(TABS_LEAST)  # the repair tab needs more, and has no side panel
        self.tabs.add_view("Daftar pemilih", self.table)
        self.tabs.add_view("Perlu diperbaiki", self.repairs)
        self.tabs.add_view(TITLE, self.doubles)
        self.tabs.add_view(batch_screen.TITLE, self.batches)
        self.tabs.add_view(COKLIT, self.coklit)
        views = self.add_body(QWidget())
        views.setLayout(column(row(self.tabs.bar, None), self.tabs, spacing=8))
        self._side_page = self.add_side(SidePage(self.detail))

    def _make_empty(self) -> EmptyState:
        empty = EmptyState(
            "users",
            "Belum ada pemilih",
            "Impor lembar Excel daftar pemilih, atau seret berkasnya ke sini.",
        )
        empty.offer("Impor Excel", self.importing.choose, "upload")
        return self.add_empty(empty)

    def _start_jobs(self) -> None:
        self.dps_job = Job(self)
        self.add_work("Membaca lembar kerja …", self.importing.open_job)
        self.add_work("Mengimpor …", self.importing.store_job, "baris")
        self.add_work("Menetapkan DPS …", self.dps_job)
        self.add_work("Menghitung DPT …", self.locking.preview_job)
        self.add_work("Mengunci DPT …", self.locking.lock_job)
        self.dps_job.finished.connect(self._tell_dps)
        self.locking.locked.connect(self._tell_locked)

    def _connect(self) -> None:
        self.importing.opened.connect(self._open_import)
        self.importing.closed.connect(self._show_where_one_was)
        self.importing.imported.connect(self._tell_imported)
        FileDrop(self, self._takes_a_file).dropped.connect(self.importing.open)
        self.search.searched.connect(self._show_list)
        self.filter.currentIndexChanged.connect(self._show_list)
        self.tabs.currentChanged.connect(self._turn_to)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        for panel in (self.repairs, self.doubles, self.batches, self.coklit):
            panel.changed.connect(self.reload)
        self.coklit.print_requested.connect(self.printing.draw)
        self.doubles.found.connect(self._tell_doubles)

    @Slot()
    def _show_list(self) -> None:
        chosen = self._chosen()
        saring = Saring(self.filter.currentText())
        self._ids = self._acts.find(self.search.text(), saring)
        self._model.show_ids(self._ids)
        self.say_count(self._counted())
        if chosen is not None and chosen.pemilih.id in self._ids:
            self.table.selectRow(self._ids.index(chosen.pemilih.id))
        else:
            self.detail.show_nobody(forms.figures(self._seen, self._acts.zona))

    def _counted(self) -> str:
        if self.tabs.currentIndex() == REPAIR:
            return f"{angka(self._seen.perlu_diperbaiki)} baris belum masuk daftar pemilih"
        if self.tabs.currentIndex() == DOUBLES:
            return self.doubles.say_count()
        if self.tabs.currentIndex() == BATCHES:
            return self.batches.say_count()
        if self.tabs.currentIndex() == COKLIT_TAB:  # a sheet counts its own lines
            return ""
        everybody = self._seen.jumlah + self._seen.dicoret
        return f"{angka(len(self._ids))} dari {angka(everybody)} pemilih ditampilkan"

    def _chosen(self) -> BarisPemilih | None:
        index = self.table.currentIndex()
        return self._model.value_at(index.row()) if index.isValid() else None

    @Slot(QModelIndex)
    def _show_chosen(self, index: QModelIndex) -> None:
        if not index.isValid():
            self.detail.show_nobody(forms.figures(self._seen, self._acts.zona))
            return
        baris = self._model.value_at(index.row())
        warnings = self._acts.read_warnings(baris.pemilih.id)
        fixed = self._seen.dpt is not None or not self._acts.may(Aksi.CORET_PEMILIH)
        self.detail.show_baris(baris, warnings, fixed=fixed)

    @Slot(str)
    def _tell_doubles(self, title: str) -> None:
        self.tabs.say(self.doubles, title)
        self.say_count(self._counted())

    @Slot(int)
    def _turn_to(self, tab: int) -> None:
        for widget in (self.search, self.filter, self._side_page):
            widget.setVisible(tab == LIST)
        self.say_count(self._counted())

    def _takes_a_file(self) -> bool:
        return self._seen.dpt is None and self._acts.may(Aksi.IMPOR_PEMILIH)

    @Slot()
    def _open_import(self) -> None:
        self.show_alone(self.importing.page)

    @Slot(object)
    def _tell_imported(self, hasil: HasilImpor) -> None:
        self.reload()
        if hasil.berulang:
            self.banner.tell("warn", hasil.temuan[0].text, hasil.temuan[0].do_now)
            return
        self.doubles.search()
        waiting = len(hasil.perbaikan)
        hint = f"{angka(len(hasil.temuan))} peringatan, {angka(waiting)} baris perlu diperbaiki."
        tone = "warn" if waiting else "ok"
        self.banner.tell(tone, f"{angka(hasil.diterima)} pemilih diterima.", hint)

    @Slot()
    def _strike(self) -> None:
        baris = self._chosen()
        if baris is None:
            return
        asked = self._ask_reason(baris)
        if asked is None:
            return
        try:
            self._acts.strike(baris.pemilih.id, *asked)
        except PilkadesError as error:
            self.banner.tell_error(error)
            return
        self.reload()

    def _ask_reason(self, baris: BarisPemilih) -> tuple[AlasanCoret, str] | None:
        pemilih = baris.pemilih
        if pemilih.coret:
            reason = self._ask.text(
                f"Batal coret {pemilih.nama}", "Tulis mengapa coretan dibatalkan.", LEAST_REASON
            )
            return None if reason is None else (AlasanCoret.BATAL_DICORET, reason)
        answers = self._ask.form(forms.strike_form(pemilih))
        if answers is None:
            return None
        return AlasanCoret(answers[forms.REASON]), answers[forms.PROOF]

    @Slot()
    def _set_dps(self) -> None:
        if not self._ask.confirm(forms.dps_question(self._seen)):
            return

        def work(progress: Progress) -> Dps:  # noqa: ARG001 -- one unit of work has no steps
            return self._acts.set_dps()

        self.dps_job.start(work)

    @Slot()
    def _print(self) -> None:
        seen = self._seen
        ready = DokumenPemilih.siap(dps=seen.dps is not None, dpt=seen.dpt is not None)
        asked = ask_print(self._ask, ready, may_export=self._acts.may(Aksi.EKSPOR_DATA))
        if asked is not None:
            self.printing.draw(lambda progress: self._acts.print_dokumen(asked, progress))

    @Slot(object)
    def _tell_dps(self, dps: Dps) -> None:
        self.reload()
        self.banner.tell("ok", f"DPS ditetapkan: {angka(dps.jumlah)} pemilih.", "Umumkan DPS.")

    @Slot(object)
    def _tell_locked(self, dpt: Dpt) -> None:
        self.reload()
        self.banner.tell("ok", f"DPT terkunci: {angka(dpt.jumlah)} pemilih.", "Buat F-07.")


def make_screen(acts: PemilihActs, ask: Ask) -> PemilihScreen:
    """Make the screen of step 2."""
    return PemilihScreen(acts, ask)

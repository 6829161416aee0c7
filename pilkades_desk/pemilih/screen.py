"""Step 2's screen: import, look through, repair, strike, set the DPS, lock the DPT."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Slot
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from pilkades_desk.core.clock import Zona
from pilkades_desk.core.progress import Progress
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.ask import Ask
from pilkades_desk.kits.qt.file_drop import FileDrop
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.page import SidePage
from pilkades_desk.kits.qt.print_page import PrintPage
from pilkades_desk.kits.qt.step_page import StepPage
from pilkades_desk.kits.qt.view_tabs import ViewTabs
from pilkades_desk.kits.qt.widgets import EmptyState, chip, column
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih import forms
from pilkades_desk.pemilih.coklit.screen import TITLE as COKLIT
from pilkades_desk.pemilih.coklit.screen import CoklitActs, CoklitPanel
from pilkades_desk.pemilih.content import DokumenPemilih
from pilkades_desk.pemilih.daftar.screen import ListActs, ListPanel
from pilkades_desk.pemilih.dpt import screen as dpt_screen
from pilkades_desk.pemilih.dpt.screen import DptActs, DptPanel
from pilkades_desk.pemilih.ganda.screen import TITLE, GandaActs, GandaPanel
from pilkades_desk.pemilih.impor import batch_screen
from pilkades_desk.pemilih.impor.batch_screen import BatchActs, BatchPanel
from pilkades_desk.pemilih.impor.screen import ImportActs, ImportFlow
from pilkades_desk.pemilih.lock_screen import DptLocking, LockActs
from pilkades_desk.pemilih.print_screen import PrintDokumen, ask_print
from pilkades_desk.pemilih.repair_screen import RepairActs, RepairPanel
from pilkades_desk.pemilih.usul import screen as usul_screen
from pilkades_desk.pemilih.usul.screen import UsulActs, UsulPanel
from pilkades_desk.pemilih.values import (
    Dps,
    Dpt,
    HasilImpor,
    RingkasanPemilih,
)

LIST, REPAIR, DOUBLES, BATCHES, COKLIT_TAB, USUL_TAB, DPT_TAB = range(7)
TABS_LEAST = QSize(320, 110)


@dataclass(frozen=True, slots=True)
class PemilihActs:
    """What the screen may do, bound to the open desk."""

    zona: Zona
    may: Callable[[Aksi], bool]
    summarise: Callable[[], RingkasanPemilih]
    daftar: ListActs
    set_dps: Callable[[], Dps]
    importing: ImportActs
    batches: BatchActs
    repairs: RepairActs
    doubles: GandaActs
    coklit: CoklitActs
    usul: UsulActs
    dpt: DptActs
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
        self.daftar = ListPanel(acts.daftar, ask, self.banner)
        for tool in (self.daftar.search, self.daftar.fold_button):
            self.add_tool(tool)
        self._locked = self.add_tool(chip("DPT TERKUNCI", "ok"))
        self.importing = ImportFlow(acts.importing, ask, self.banner)
        self.add_empty(self.importing.page)
        self.locking = DptLocking(acts.locking, ask, self.banner)
        self.printing = self.add_printing(PrintPage(ask, self.banner, acts.choose_printer))
        self._fill_actions()
        self.repairs = RepairPanel(acts.repairs, ask, self.banner)
        self.doubles = GandaPanel(acts.doubles, ask, self.banner)
        self.batches = BatchPanel(acts.batches, ask, self.banner)
        self.coklit = CoklitPanel(acts.coklit, ask, self.banner)
        self.usul = UsulPanel(acts.usul, ask, self.banner)
        self.dpt = DptPanel(acts.dpt, ask, self.banner)
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
        correctable = seen.dps is not None and not locked
        open_usul = self.usul.reload(open_for_usul=correctable)
        self.tabs.say(self.usul, f"{usul_screen.TITLE} ({angka(open_usul)})")
        self.tabs.allow(self.usul, self.usul.may_read)
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
        figures = forms.figures(seen, self._acts.zona)
        self.tabs.allow(self.dpt, bool(self.dpt.reload(locked=locked)))
        self.daftar.reload(seen, figures)
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
        self.tabs.add_view("Daftar pemilih", self.daftar)
        self.tabs.add_view("Perlu diperbaiki", self.repairs)
        self.tabs.add_view(TITLE, self.doubles)
        self.tabs.add_view(batch_screen.TITLE, self.batches)
        self.tabs.add_view(COKLIT, self.coklit)
        self.tabs.add_view(usul_screen.TITLE, self.usul)
        self.tabs.add_view(dpt_screen.TITLE, self.dpt)
        self.add_strip(self.tabs.bar)
        self._filter_row = self.add_strip(self.daftar.filters, folds=True)
        views = self.add_body(QWidget())
        views.setLayout(column(self.tabs))
        self._side_page = self.add_side(SidePage(self.daftar.side))

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
        self.add_work("Mengubah pemilih …", self.daftar.changes.job)
        self.add_work("Menghitung DPT …", self.locking.preview_job)
        self.add_work("Mengunci DPT …", self.locking.lock_job)
        self.dps_job.finished.connect(self._tell_dps)
        self.locking.locked.connect(self._tell_locked)

    def _connect(self) -> None:
        self.importing.opened.connect(self._open_import)
        self.importing.closed.connect(self._show_where_one_was)
        self.importing.imported.connect(self._tell_imported)
        FileDrop(self, self._takes_a_file).dropped.connect(self.importing.open)
        self.daftar.counted.connect(self._say_counted)
        self.daftar.changed.connect(self.reload)
        self.daftar.usul_wanted.connect(self.usul.receive)
        self.daftar.note_wanted.connect(self.dpt.note)
        self.usul.print_wanted.connect(self._print_usul)
        self.tabs.currentChanged.connect(self._turn_to)
        for panel in (self.repairs, self.doubles, self.batches, self.coklit, self.usul, self.dpt):
            panel.changed.connect(self.reload)
        self.coklit.print_requested.connect(self.printing.draw)
        self.doubles.found.connect(self._tell_doubles)

    def _counted(self) -> str:
        if self.tabs.currentIndex() == REPAIR:
            return f"{angka(self._seen.perlu_diperbaiki)} baris belum masuk daftar pemilih"
        if self.tabs.currentIndex() == DOUBLES:
            return self.doubles.say_count()
        if self.tabs.currentIndex() == BATCHES:
            return self.batches.say_count()
        if self.tabs.currentIndex() in (COKLIT_TAB, DPT_TAB):  # they count for themselves
            return ""
        if self.tabs.currentIndex() == USUL_TAB:
            return self.usul.say_count()
        return self.daftar.say_count()

    @Slot()
    def _say_counted(self) -> None:
        self.say_count(self._counted())

    @Slot(str)
    def _tell_doubles(self, title: str) -> None:
        self.tabs.say(self.doubles, title)
        self.say_count(self._counted())

    @Slot(int)
    def _turn_to(self, tab: int) -> None:
        listed = self.daftar
        for widget in (listed.search, listed.fold_button, self._filter_row, self._side_page):
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

    @Slot(int)
    def _print_usul(self, number: int) -> None:
        self.printing.draw(lambda progress: self.usul.printouts(number, progress))

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

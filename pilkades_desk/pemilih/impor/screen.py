"""The page of the import inside step 2: what was found, what it would do, then one key."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Ask, FileKind
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.findings_list import FindingsList
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.latest import Latest
from pilkades_desk.kits.qt.page import SidePage
from pilkades_desk.kits.qt.widgets import Card, button, chip, column, icon_label, label, row
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.deteksi import Deteksi
from pilkades_desk.pemilih.impor import forms, rules
from pilkades_desk.pemilih.impor.susunan_screen import SusunanPanel
from pilkades_desk.pemilih.impor.values import BerkasDibuka
from pilkades_desk.pemilih.pratinjau import BerkasLembar, HitunganImpor
from pilkades_desk.pemilih.values import HasilImpor

SHEETS = FileKind("Lembar kerja", ("xlsx", "xlsm", "xls", "ods", "csv", "docx", "html", "htm"))
SIDE = 270
SHEET_HIGH, SHEETS_SHOWN = 32, 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class ImportActs:
    """What the page may do, bound to the open desk; only `store` and `keep` write."""

    may: Callable[[Aksi], bool]
    open: Callable[[Path, Progress], BerkasDibuka]
    preview: Callable[[BerkasDibuka, Progress], HitunganImpor]
    store: Callable[[BerkasLembar, Progress, Deteksi], HasilImpor]
    keep: Callable[[BerkasDibuka, int, str], BerkasDibuka]


class ImportPage(QWidget):
    """Shows one file; `wanted` when it is to be stored, `closed` when it is not."""

    wanted = Signal()
    closed = Signal()

    def __init__(self, acts: ImportActs, ask: Ask, banner: Banner) -> None:
        super().__init__()
        self._acts = acts
        self._ask = ask
        self._banner = banner
        self.buka: BerkasDibuka | None = None
        self._name = label("", "heading")
        self._sentence, self._hint = label("", "strong", wrap=True), label("", "muted", wrap=True)
        tones = ("info", "ok", "warn", "info")
        self.figures = tuple(chip("", tone) for tone in tones)
        self.go = button("Impor", self._go, look="primary", icon="download")
        self.go.setEnabled(False)  # until a file was judged
        self.keep = button("Simpan susunan kolom …", self._keep, icon="save")
        self.back = button("Batal", self._close)
        self.sheets = QListWidget()
        self.sheets.setProperty("look", "list")
        self.sheets.setAccessibleName("Lembar yang dibaca")
        self.panel = SusunanPanel()
        self.findings = FindingsList("Temuan menurut kode")
        self._nothing = label("", "muted", wrap=True)
        self._check = Latest(self)
        self._lay_out()
        self._connect()

    def show_file(self, buka: BerkasDibuka) -> None:
        """Show a file just opened, and judge its rows."""
        self._name.setText(forms.file_words(buka.berkas.nama))
        self._name.setToolTip(buka.berkas.nama)
        self.buka = None  # filling the list changes nothing
        self.sheets.clear()
        for one in buka.susunan:
            item = QListWidgetItem(forms.sheet_words(one), self.sheets)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = Qt.CheckState.Checked if one.dibaca else Qt.CheckState.Unchecked
            item.setCheckState(ticked)
            item.setSizeHint(QSize(0, SHEET_HIGH))
        self._sheets_card.setVisible(len(buka.susunan) > 1)
        self.sheets.setFixedHeight(SHEET_HIGH * min(SHEETS_SHOWN, len(buka.susunan)) + 6)
        at = next((place for place, one in enumerate(buka.susunan) if one.dibaca), 0)
        self.sheets.setCurrentRow(at)
        self.panel.setVisible(bool(buka.susunan))
        if buka.susunan:
            self.panel.show_sheet(buka, at)
            self.panel.begin()
        self._judge(buka)
        self.panel.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Let go of the file and everybody in it."""
        self._check.forget()
        self.buka = None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Enter imports and Escape goes back, from wherever one stands."""
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.go.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        for each in (self.go, self.keep, self.back):
            each.setAutoDefault(True)  # Enter presses the button one stands on
        for text in (self._name, self._sentence, self._hint):
            text.setMinimumWidth(140)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        words = column(self._name, self._sentence, self._hint, spacing=2)
        head = row(icon_label("file-spreadsheet", "brand", 32), words, self.back, self.keep,
                   self.go, spacing=12)  # fmt: skip
        head.setStretch(1, 1)
        self._sheets_card = Card(label("Lembar", "strong"), self.sheets, spacing=6)
        found = Card(label("Temuan", "strong"), self._nothing, self.findings, spacing=6)
        panels = QWidget()
        both = column(self._sheets_card, found, spacing=10)
        both.setStretch(1, 1)
        panels.setLayout(both)
        side = SidePage(panels)
        side.setFixedWidth(SIDE)
        body = row(self.panel, side, spacing=14)
        body.setStretch(0, 1)
        filled = column(head, row(*self.figures, None, spacing=8), body, spacing=10)
        filled.setStretch(2, 1)
        self.setLayout(filled)

    def _connect(self) -> None:
        self.panel.changed.connect(self._judge)
        self.sheets.currentRowChanged.connect(self._turn_to)
        self.sheets.itemChanged.connect(self._tick)
        self._check.answered.connect(self._show_seen)
        self._check.failed.connect(self._show_fault)
        self._check.progressed.connect(self._show_progress)

    @Slot(object)
    def _judge(self, buka: BerkasDibuka) -> None:
        self.buka = buka
        self._hold(forms.counting())
        if not any(one.dibaca for one in buka.susunan):
            self._check.forget()
            self._hold(forms.no_sheet())
            return
        self._check.ask_work(lambda progress: self._acts.preview(buka, progress))

    def _hold(self, said: forms.Said) -> None:
        """Say something while nothing may be imported."""
        self._say(said)
        self.go.setEnabled(False)
        self.keep.setEnabled(False)
        for each in self.figures:
            each.hide()
        self.findings.show_findings(())
        self._nothing.show()
        self._nothing.setText("")

    def _say(self, said: forms.Said) -> None:
        tone, sentence, hint = said
        self._sentence.setText(sentence)
        self._sentence.setProperty("tone", tone)
        self._hint.setText(hint)
        self.setAccessibleDescription(f"{sentence} {hint}")

    @Slot(object)
    def _show_seen(self, seen: HitunganImpor) -> None:
        if self.buka is None:
            return
        self._say(forms.verdict(self.buka, seen))
        for each, words in zip(self.figures, forms.figures(seen), strict=True):
            each.setText(words)
            each.setVisible(bool(words))
        self.findings.show_findings(forms.counted(seen))
        self._nothing.setText("Tidak ada temuan.")
        self._nothing.setHidden(bool(seen.contoh))
        self.go.setEnabled(bool(seen.dibaca) and not self.buka.berulang)
        self.keep.setEnabled(self._acts.may(Aksi.SIMPAN_PEMETAAN))

    @Slot(str, str)
    def _show_fault(self, sentence: str, hint: str) -> None:
        self._hold(("bad", sentence, hint))

    @Slot(object, object)
    def _show_progress(self, done: int, total: int) -> None:
        self._say(forms.counting(done, total))

    @Slot(int)
    def _turn_to(self, at: int) -> None:
        if self.buka is not None and at >= 0:
            self.panel.show_sheet(self.buka, at)
            self.panel.begin()

    @Slot(QListWidgetItem)
    def _tick(self, item: QListWidgetItem) -> None:
        if self.buka is None:
            return
        at = self.sheets.row(item)
        dibaca = item.checkState() == Qt.CheckState.Checked
        buka = rules.tick(self.buka, at, dibaca=dibaca)
        self.panel.show_sheet(buka, self.sheets.currentRow())
        self._judge(buka)

    @Slot()
    def _keep(self) -> None:
        buka, at = self.buka, self.sheets.currentRow()
        answers = self._ask.form(forms.name_form(buka), forms.check_name) if buka else None
        if buka is None or answers is None:
            return
        try:
            kept = self._acts.keep(buka, at, answers[forms.NAME])
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        self.panel.show_sheet(kept, at)
        self._judge(kept)
        self._banner.tell("ok", "Susunan kolom disimpan.", "Berkas berikutnya dibaca dengannya.")

    @Slot()
    def _go(self) -> None:
        self.wanted.emit()

    @Slot()
    def _close(self) -> None:
        self.forget()
        self.closed.emit()


class ImportFlow(QObject):
    """Opens a file, shows the page, stores; emits `imported` with what that did."""

    opened = Signal()
    closed = Signal()
    imported = Signal(object)

    def __init__(self, acts: ImportActs, ask: Ask, banner: Banner) -> None:
        super().__init__(banner)
        self._acts = acts
        self._ask = ask
        self._banner = banner
        self.page = ImportPage(acts, ask, banner)
        self.open_job, self.store_job = Job(self), Job(self)
        self.open_job.finished.connect(self._show)
        self.store_job.finished.connect(self._finish)
        self.store_job.busy_changed.connect(self.page.setDisabled)
        for job in (self.open_job, self.store_job):
            job.cancelled.connect(self._tell_stopped)
        self.page.wanted.connect(self._store)
        self.page.closed.connect(self.closed)

    @property
    def is_open(self) -> bool:
        """Tell whether a file is being looked at."""
        return self.page.buka is not None

    @Slot()
    def choose(self) -> None:
        """Ask for a file and open it."""
        path = self._ask.choose_file("Impor daftar pemilih", SHEETS)
        if path is not None:
            self.open(path)

    @Slot(object)
    def open(self, path: Path) -> None:
        """Read a file off the window's thread; one at a time."""
        if self.open_job.is_busy or self.store_job.is_busy:
            return
        self._banner.hide()
        self.open_job.start(lambda progress: self._acts.open(path, progress))

    @Slot(object)
    def _show(self, buka: BerkasDibuka) -> None:
        self.opened.emit()
        self.page.show_file(buka)

    @Slot()
    def _store(self) -> None:
        buka = self.page.buka
        if buka is None or self.store_job.is_busy:
            return
        self._banner.hide()
        berkas, deteksi = buka.berkas, rules.deteksi_of(buka)
        self.store_job.start(lambda progress: self._acts.store(berkas, progress, deteksi))

    @Slot(object)
    def _finish(self, hasil: HasilImpor) -> None:
        self.page.forget()
        self.closed.emit()
        self.imported.emit(hasil)

    @Slot()
    def _tell_stopped(self) -> None:
        self._banner.tell("info", "Impor dihentikan.", "Tidak ada yang disimpan.")

"""The calendar's tab in step 1: both tracks side by side, where they meet, and why a date is so."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from pilkades_desk.core.clock import long_date
from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Answers, Ask, Box, BoxKind, FileKind, Form, Question
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.findings_list import FindingsPanel
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.page import FoldingGrid, ScrollPage
from pilkades_desk.kits.qt.table_view import ROW_HEIGHT, Table
from pilkades_desk.kits.qt.widgets import Card, EmptyState, button, chip, column, label, row
from pilkades_desk.panitia.kalender.lembar import BadLembar
from pilkades_desk.panitia.kalender.rules import explain
from pilkades_desk.panitia.kalender.table_model import hari_model, tahap_model
from pilkades_desk.panitia.kalender.usecases import KeadaanKalender
from pilkades_desk.panitia.kalender.values import (
    BarisTahap,
    HariPanitia,
    Jalur,
    JenisHari,
    KeadaanTahap,
    Tanda,
)
from pilkades_desk.panitia.rights import Aksi

TITLE = "Kalender"
SHEETS = FileKind("Lembar kerja", ("csv", "xlsx", "ods"))
CSV = FileKind("CSV", ("csv",))
HALF_LEAST = 440
TITLES = {
    Jalur.DAFTAR_PEMILIH: "Jalur daftar pemilih",
    Jalur.PENCALONAN: "Jalur pencalonan",
    Jalur.BERSAMA: "Sebelum dan sesudah kedua jalur",
}
KINDS = (JenisHari.LIBUR, JenisHari.HARI_KERJA)
DAY_FORM = Form(
    "Hari setempat",
    "Semua tenggat dalam hari kerja dihitung ulang sesudah disimpan.",
    "Simpan hari",
    (
        Box("tanggal", "Tanggal", BoxKind.DATE),
        Box("jenis", "Dihitung sebagai", BoxKind.CHOICE, choices=tuple(KINDS)),
        Box("alasan", "Alasan", hint="Misalnya hari jadi kabupaten."),
        Box("dasar", "Dasar, bila ada", hint="Nomor keputusan atau surat edaran."),
    ),
)


@dataclass(frozen=True, slots=True)
class KalenderActs:
    """What the calendar's tab may do, bound to the open desk; `seen` is what the program sees."""

    may: Callable[[Aksi], bool]
    read: Callable[[], KeadaanKalender]
    seen: Callable[[], Mapping[Tanda, bool]]
    take: Callable[[Path], tuple[Finding, ...]]
    take_days: Callable[[Path], tuple[Finding, ...]]
    check_day: Callable[[Answers], Mapping[str, str]]
    set_day: Callable[[Answers], tuple[Finding, ...]]
    recompute: Callable[[], tuple[Finding, ...]]
    mark: Callable[[str, bool], None]
    mark_past: Callable[[], object]
    save_example: Callable[[Path], None]


class KalenderPanel(QWidget):
    """Shows the calendar as it was computed last; everything that computes runs as a job."""

    changed = Signal()

    def __init__(self, acts: KalenderActs, ask: Ask, banner: Banner) -> None:
        super().__init__()
        self._acts, self._ask, self._banner = acts, ask, banner
        self.job = Job(self)
        self.job.finished.connect(self._tell)
        self._models = {jalur: tahap_model(self) for jalur in Jalur}
        self.tables = {jalur: Table(TITLES[jalur], self._models[jalur]) for jalur in Jalur}
        self._days = hari_model(self)
        self.days = Table("Hari setempat", self._days)
        self.why = WhyCard(self._mark, self._mark_past)
        self.findings = FindingsPanel()
        self._lay_out()
        for jalur, table in self.tables.items():
            chosen = partial(self._show_chosen, jalur)
            table.selectionModel().currentRowChanged.connect(chosen)
        self.days.selectionModel().currentRowChanged.connect(self._allow_days)

    def reload(self) -> None:
        """Read everything anew; the stage looked at stays chosen."""
        kept = self.why.shown
        seen, done = self._acts.read(), self._acts.seen()
        empty = not seen.nama
        self._name.setText(seen.nama)
        word = "hari kerja" if seen.cuti.value == "hari_kerja" else "hari libur"
        self._leave.setText(f"Cuti bersama: {word}{' (asumsi)' if seen.cuti_asumsi else ''}")
        self._days.show_values(seen.hari)
        self.findings.show_findings(seen.temuan)
        self.why.show_stage(None, may=self._acts.may(Aksi.TANDAI_TAHAP))
        for jalur, model in self._models.items():
            model.show_values(seen.rows(jalur, done))
        self._views.setCurrentIndex(0 if empty else 1)
        self._allow(empty=empty)
        if kept is not None:
            self._choose(kept)

    def choose(self, kode: str) -> None:
        """Choose a stage and say why its date is so."""
        for jalur, model in self._models.items():
            for place in range(model.rowCount()):
                if model.value_at(place).jadwal.tahap.kode == kode:
                    self.tables[jalur].selectRow(place)

    def _choose(self, kept: BarisTahap) -> None:
        self.choose(kept.jadwal.tahap.kode)

    def _lay_out(self) -> None:
        self._name, self._leave = label("", "heading", wrap=True), chip("", "info")
        self.take_button = button("Impor kalender", self._take, look="primary", icon="upload")
        self.again_button = button("Hitung ulang", self._recompute, icon="refresh-cw")
        self.example_button = button("Simpan contoh CSV", self._save_example, icon="save")
        self.day_button = button("Tambah hari", self._add_day, icon="plus")
        self.days_button = button("Impor hari", self._take_days, icon="upload")
        self.back_button = button("Cabut", self._take_back, icon="x")
        buttons = row(self.example_button, self.again_button, self.take_button)
        head = row(column(self._name, row(self._leave, None), spacing=4), buttons)
        head.setStretch(0, 1)
        halves = FoldingGrid(
            [
                self._track(Jalur.DAFTAR_PEMILIH),
                self._track(Jalur.PENCALONAN),
                self._track(Jalur.BERSAMA),
                self.why,
                self._days_card(),
                self.findings,
            ],
            HALF_LEAST,
        )
        self.findings.setMinimumHeight(6 * ROW_HEIGHT)
        empty = EmptyState(
            "clipboard-list",
            "Kalender belum diisi",
            "Salin tahapan dari Keputusan Bupati ke lembar kerja, lalu impor di sini.",
        )
        self._views = QStackedWidget()
        self._page = ScrollPage(halves, margin=0)
        for view in (ScrollPage(empty, margin=0), self._page):
            self._views.addWidget(view)
        whole = column(head, self._views, spacing=10)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _track(self, jalur: Jalur) -> Card:
        self.tables[jalur].setMinimumHeight(4 * ROW_HEIGHT)
        return Card(label(TITLES[jalur], "heading"), self.tables[jalur], spacing=8)

    def _days_card(self) -> Card:
        self.days.setMinimumHeight(3 * ROW_HEIGHT)
        head = row(label("Hari setempat", "heading"), None, self.days_button, self.day_button)
        return Card(head, self.days, row(self.back_button, None), spacing=8)

    def _allow(self, *, empty: bool) -> None:
        may = self._acts.may(Aksi.UBAH_KALENDER)
        for each in (self.take_button, self.day_button, self.days_button):
            each.setEnabled(may)
        self.again_button.setEnabled(may and not empty)
        self._allow_days()

    @Slot()
    def _allow_days(self) -> None:
        chosen = self.days.currentIndex().isValid()
        self.back_button.setEnabled(chosen and self._acts.may(Aksi.UBAH_KALENDER))
        self.back_button.setToolTip("" if chosen else "Pilih harinya dahulu.")

    def _show_chosen(self, jalur: Jalur, *_places: QModelIndex) -> None:
        index = self.tables[jalur].currentIndex()
        if not index.isValid():
            return
        for other in Jalur:
            if other is not jalur:
                self.tables[other].clearSelection()
        baris = self._models[jalur].value_at(index.row())
        self.why.show_stage(baris, may=self._acts.may(Aksi.TANDAI_TAHAP))
        if self._page.isVisible():
            self._page.ensureWidgetVisible(self.why.lines, 0, 0)

    @Slot()
    def _take(self) -> None:
        path = self._ask.choose_file("Impor kalender", SHEETS)
        if path is not None:
            self._start(partial(self._acts.take, path), "Kalender disimpan dan dihitung.")

    @Slot()
    def _take_days(self) -> None:
        path = self._ask.choose_file("Impor hari setempat", SHEETS)
        if path is not None:
            self._start(partial(self._acts.take_days, path), "Hari setempat disimpan.")

    @Slot()
    def _add_day(self) -> None:
        answers = self._ask.form(DAY_FORM, self._acts.check_day)
        if answers is not None:
            self._start(partial(self._acts.set_day, answers), "Hari disimpan.")

    @Slot()
    def _take_back(self) -> None:
        hari: HariPanitia = self._days.value_at(self.days.currentIndex().row())
        sentence = f"{long_date(hari.tanggal)} dihitung seperti biasa lagi. Riwayatnya tetap ada."
        if self._ask.confirm(Question("Cabut hari setempat", sentence, "Cabut")):
            gone = hari.model_copy(update={"jenis": JenisHari.DICABUT})
            self._start(partial(self._acts.set_day, gone.model_dump(mode="json")), "Hari dicabut.")

    @Slot()
    def _recompute(self) -> None:
        self._start(self._acts.recompute, "Tanggal dihitung ulang.")

    @Slot()
    def _save_example(self) -> None:
        path = self._ask.choose_new_file("Simpan contoh kalender", CSV, "kalender-contoh.csv")
        if path is None:
            return
        self._do(partial(self._acts.save_example, path), f"Contoh disimpan di {path}.")

    def _mark(self) -> None:
        baris = self.why.shown
        if baris is None:
            return
        done = baris.keadaan is not KeadaanTahap.SELESAI
        self._do(partial(self._acts.mark, baris.jadwal.tahap.kode, done), "Tahap ditandai.")

    @Slot()
    def _mark_past(self) -> None:
        sentence = "Tahap yang tidak terlihat oleh program dan sudah lewat ditandai selesai."
        if self._ask.confirm(Question("Tandai yang lewat", sentence, "Tandai selesai")):
            self._do(self._acts.mark_past, "Tahap yang lewat ditandai.")

    def _do(self, act: Callable[[], object], sentence: str) -> None:
        try:
            act()
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        self.reload()
        self._banner.tell("ok", sentence)

    def _start(self, act: Callable[[], tuple[Finding, ...]], sentence: str) -> None:
        def work(progress: Progress) -> object:  # noqa: ARG001 -- one unit of work has no steps
            try:
                return sentence, act()
            except BadLembar as error:
                return error

        self._banner.hide()
        self.job.start(work)

    @Slot(object)
    def _tell(self, word: BadLembar | tuple[str, tuple[Finding, ...]]) -> None:
        if isinstance(word, BadLembar):
            self._banner.tell_error(word)
            self.findings.show_findings(word.findings)
            return
        self.reload()
        sentence, found = word
        hint = f"{len(found)} hal perlu dilihat, di bawah." if found else ""
        self._banner.tell("warn" if found else "ok", sentence, hint)
        self.changed.emit()


class WhyCard(Card):
    """Why a stage has its dates, and the button that marks it."""

    def __init__(self, mark: Callable[[], None], mark_past: Callable[[], None]) -> None:
        self.shown: BarisTahap | None = None
        self._title = label("", "strong", wrap=True)
        self._span = label("", wrap=True)
        self._guess = chip("asumsi", "warn")
        self.lines: QLabel = label("", wrap=True)
        self.lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.mark_button = button("Tandai selesai", mark, icon="check")
        self.past_button = button("Tandai semua yang lewat", mark_past)
        super().__init__(
            row(label("Mengapa tanggal ini?", "heading"), None, self._guess),
            self._title,
            self._span,
            self.lines,
            None,
            row(self.mark_button, self.past_button, None),
            spacing=6,
        )
        self.show_stage(None, may=False)

    def show_stage(self, baris: BarisTahap | None, *, may: bool) -> None:
        """Show one stage, or ask for one to be chosen."""
        self.shown = baris
        self._guess.setVisible(baris is not None and baris.jadwal.asumsi)
        self.mark_button.setVisible(baris is not None)
        by_hand = baris is not None and (
            baris.ditandai or baris.keadaan is not KeadaanTahap.SELESAI
        )
        self.mark_button.setEnabled(may and by_hand)
        self.past_button.setEnabled(may)
        if baris is None:
            for text in (self._title, self._span):
                text.clear()
            self.lines.setText("Pilih satu tahap untuk melihat aturan dan hari yang dilewati.")
            return
        one = baris.jadwal
        done = baris.keadaan is KeadaanTahap.SELESAI
        words = "Batal tandai selesai" if done else "Tandai selesai"
        self.mark_button.setText(f" {words}")
        self.mark_button.setAccessibleName(words)
        self._title.setText(one.tahap.kegiatan)
        single = one.mulai == one.selesai
        last = "" if single else f" s.d. {long_date(one.selesai)}"
        self._span.setText(f"{long_date(one.mulai)}{last}")
        self.lines.setText("\n".join(explain(one)))

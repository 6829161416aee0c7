"""Step 6 on the screen: all documents at the left, the chosen file itself at the right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QSizePolicy, QSplitter, QWidget

from pilkades_desk.berita_acara.daftar import BarisDaftar, StatusLembar
from pilkades_desk.berita_acara.daftar_screen import DaftarPanel, Filter
from pilkades_desk.berita_acara.dokumen import JUDUL, Dokumen, Pembekuan
from pilkades_desk.berita_acara.kertas_screen import KertasActs, KertasMenu
from pilkades_desk.berita_acara.kosong_screen import PDF, KosongActs, KosongPanel
from pilkades_desk.berita_acara.laporan_screen import LaporanActs, LaporanPanel
from pilkades_desk.berita_acara.verdict import PAPER, Vonis
from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Answers, Ask, Box, BoxKind, Form, Question
from pilkades_desk.kits.qt.pages import Pages
from pilkades_desk.kits.qt.preview import Preview
from pilkades_desk.kits.qt.print_page import PrintPage
from pilkades_desk.kits.qt.printing import Copies, Queued, print_document, print_queue
from pilkades_desk.kits.qt.view_tabs import ViewTabs
from pilkades_desk.kits.qt.widgets import column, row
from pilkades_desk.kits.qt.work_page import WorkPage
from pilkades_desk.panitia.values import Orang


@dataclass(frozen=True, slots=True)
class BeritaAcaraActs:
    """What the screen may do, bound to the open desk."""

    read_daftar: Callable[[], tuple[BarisDaftar, ...]]
    keep: Filter
    say_line: Callable[[BarisDaftar], str]
    say_count: Callable[[Sequence[BarisDaftar]], str]
    read_freezable: Callable[[], tuple[Pembekuan, ...]]
    read_orang: Callable[[], tuple[Orang, ...]]
    read_pages: Callable[[Dokumen], Pages]
    freeze: Callable[[Sequence[Pembekuan], Progress], tuple[Dokumen, ...]]
    sign: Callable[[Dokumen, Orang, str], object]
    save: Callable[[Dokumen, Path], Path]
    save_all: Callable[[Path], tuple[Path, ...]]
    check: Callable[[Dokumen], Vonis]
    choose_printer: Callable[[str], QPrinter | None]
    choose_copies: Callable[[Dokumen], QPrinter | None]
    read_copies: Callable[[Dokumen], Copies]
    took: Callable[[Dokumen, int], None]
    read_queue: Callable[[int], tuple[Queued, ...]]
    kosong: KosongActs
    kertas: KertasActs
    laporan: LaporanActs


class BeritaAcaraScreen(WorkPage):
    """Freezes, shows, signs, checks, saves and prints documents."""

    def __init__(self, acts: BeritaAcaraActs, ask: Ask) -> None:
        super().__init__("Memproses dokumen …")
        self._acts = acts
        self._ask = ask
        self._sha256 = ""
        self._ready: tuple[Pembekuan, ...] = ()
        self._fill_toolbar()
        self.daftar = DaftarPanel(acts.keep, acts.say_line)
        self.daftar.chosen_changed.connect(self._choose)
        self.daftar.queue_requested.connect(self._print_queue)
        self.preview = Preview()
        self.preview.save_requested.connect(self._save)
        self.preview.print_requested.connect(self._print)
        self.printing = self.add_printing(PrintPage(ask, self.banner, acts.choose_printer))
        self.printing.print_job.finished.connect(self._read_again)
        self.kosong = KosongPanel(acts.kosong, ask, self.banner, self.start)
        self.kertas = KertasMenu(acts.kertas, ask, self, (self.daftar.words, self.preview))
        self.laporan = LaporanPanel(acts.laporan, ask, self.banner, self.printing.draw)
        self._lay_out()
        self.tabs.currentChanged.connect(self._turn)

    def reload(self) -> None:
        """Read documents and what can be frozen; keep the chosen document."""
        daftar = self._acts.read_daftar()
        self._show_freezable()
        self.daftar.show_daftar(daftar)
        self.save_button.setEnabled(any(one.dokumen is not None for one in daftar))
        self.say_count(self._acts.say_count(daftar))

    def _fill_toolbar(self) -> None:
        self.ready = self.add_tool(QComboBox())
        self.ready.setAccessibleName("Dapat dibekukan sekarang")
        # as wide as there is room, never pushing the window
        self.ready.setMinimumWidth(120)
        self.ready.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.ready.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.freeze_button = self.add_action("Bekukan", self._freeze, look="primary", icon="lock")
        self.add_tool(self.freeze_button)
        self.check_button = self.add_action("Periksa", self._check, icon="shield-check")
        self.sign_button = self.add_action("Tanda tangani", self._sign, icon="signature")
        self.save_button = self.add_action("Simpan semua", self._save_all, icon="save")

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.daftar)
        split.addWidget(self.preview)
        split.setChildrenCollapsible(False)
        split.setSizes([620, 420])
        split.setHandleWidth(14)
        self.tabs = ViewTabs("Dokumen, formulir kosong, atau laporan")
        self.tabs.add_view("Dokumen", split)
        self.tabs.add_view("Formulir kosong", self.kosong)
        self.tabs.add_view("Laporan BPD", self.laporan)
        above = row(self.tabs.bar, None, self.daftar.queue_button)
        views = self.add_body(QWidget())
        views.setLayout(column(above, self.tabs, spacing=8))

    def _turn(self, view: int) -> None:
        self.daftar.queue_button.setVisible(view == 0)
        if self.tabs.currentWidget() is self.kosong:
            self.kosong.reload()
        elif self.tabs.currentWidget() is self.laporan:
            self.laporan.reload()
        else:
            self.reload()

    def _read_again(self, _jobs: object) -> None:
        self.reload()

    @property
    def _shown(self) -> Dokumen | None:
        chosen = self.daftar.chosen
        return chosen.dokumen if chosen else None

    def _show_freezable(self) -> None:
        self._ready = self._acts.read_freezable()
        count = len(self._ready)
        items = [f"Semua yang siap ({count})"] if count > 1 else []
        items += [_title(each) for each in self._ready]
        self.ready.clear()
        self.ready.addItems(items or ["Belum ada yang dapat dibekukan"])
        for control in (self.ready, self.freeze_button):
            control.setEnabled(bool(count))

    def _choose(self) -> None:
        chosen, shown = self.daftar.chosen, self._shown
        holds = chosen is not None and chosen.status is not StatusLembar.DITARIK
        self.sign_button.setEnabled(holds and bool(shown and shown.belum))
        for control in (self.check_button, self.preview):
            control.setEnabled(shown is not None)
        self.kertas.show_for(shown, _title(shown) if shown else "")
        sha256 = shown.sha256 if shown else ""
        if sha256 == self._sha256:
            return
        self._sha256 = sha256
        if shown is None:
            self.preview.clear()
        else:
            self.preview.show_pages(self._acts.read_pages(shown))

    def _missing(self, dokumen: Dokumen) -> list[Orang]:
        people = {each.id: each for each in self._acts.read_orang()}
        return [people[one] for one in dokumen.belum]

    def _freeze(self) -> None:
        place = self.ready.currentIndex() - (len(self._ready) > 1)
        wanted = self._ready if place < 0 else (self._ready[place],)
        self.start(partial(self._acts.freeze, wanted), self._say_frozen)

    def _sign(self) -> None:
        dokumen = self._shown
        if dokumen is None:
            return
        people = {
            f"{number}. {each.nama}, {each.jabatan}": each
            for number, each in enumerate(self._missing(dokumen), start=1)
        }
        boxes = (
            Box("orang", "Siapa", BoxKind.CHOICE, choices=tuple(people)),
            Box("sandi", "Sandi tanda tangan", BoxKind.PASSWORD),
        )
        words = "Orangnya sendiri yang mengetik sandi tanda tangannya."
        form = Form(f"Tanda tangani {_title(dokumen)}", words, "Tanda tangani", boxes)
        answers = self._ask.form(form, _check_password)
        if answers is None:
            return
        orang, sandi = people[answers["orang"]], answers["sandi"]
        self.start_act(lambda: self._acts.sign(dokumen, orang, sandi), self._say_signed)

    def _check(self) -> None:
        dokumen = self._shown
        if dokumen is not None:
            self.start_act(lambda: self._acts.check(dokumen), self._say_verdict)

    def _print(self) -> None:
        dokumen = self._shown
        if dokumen is None:
            return
        pages, took = self._acts.read_pages(dokumen), partial(self._acts.took, dokumen)
        copies = self._acts.read_copies(dokumen)
        printer = self._printer(partial(self._acts.choose_copies, dokumen))
        if printer is not None:
            work = partial(print_document, pages, printer, took, copies=copies)
            self.start(work, self._say_printed)

    def _print_queue(self, unit: int) -> None:
        queue = self._acts.read_queue(unit)
        names = ", ".join(dict.fromkeys(one.name for one in queue))
        what = f"{len(queue)} dokumen: {names}. Plano F-26 dicetak sendiri di kertas A3."
        question = Question(f"Cetak semua untuk TPS {unit}", what, "Pilih pencetak")
        if not self._ask.confirm(question):
            return
        printer = self._printer(partial(self._acts.choose_printer, f"TPS-{unit:03d}"))
        if printer is not None:
            self.start(partial(print_queue, queue, printer), self._say_queued)

    def _printer(self, choose: Callable[[], QPrinter | None]) -> QPrinter | None:
        try:
            return choose()
        except PilkadesError as error:
            self.banner.tell_error(error)
            return None

    def _save(self) -> None:
        dokumen = self._shown
        if dokumen is None:
            return
        path = self._ask.choose_new_file("Simpan PDF", PDF, dokumen.file_name)
        if path is not None:
            self._write(lambda: (self._acts.save(dokumen, path),))

    def _save_all(self) -> None:
        folder = self._ask.choose_folder("Simpan semua PDF ke folder")
        if folder is not None:
            self._write(lambda: self._acts.save_all(folder))

    def _write(self, save: Callable[[], tuple[Path, ...]]) -> None:
        try:
            paths = save()
        except PilkadesError as error:
            self.banner.tell_error(error)
            return
        what = paths[0].name if len(paths) == 1 else f"{len(paths)} dokumen"
        self.banner.tell("ok", f"{what} tersimpan.", str(paths[0].parent) if paths else "")

    def _say_frozen(self, frozen: tuple[Dokumen, ...]) -> None:
        if frozen:
            self.daftar.choose(frozen[-1].id)
        self.banner.tell("ok", f"{len(frozen)} dokumen dibekukan.", "Berikutnya: tanda tangani.")

    def _say_signed(self, _value: object) -> None:
        self.banner.tell("ok", "Tanda tangan ditambahkan.", PAPER)

    def _say_printed(self, _value: object) -> None:
        self.banner.tell("ok", "Dikirim ke pencetak.", "Periksa skala 100% pada kertas pertama.")

    def _say_queued(self, count: int) -> None:
        words = f"{count} dokumen dikirim ke pencetak."
        self.banner.tell("ok", words, "Periksa skala 100% pada kertas pertama.")

    def _say_verdict(self, vonis: Vonis) -> None:
        lines = "\n".join(vonis.baris)
        self._ask.tell("Hasil pemeriksaan", f"{vonis.kalimat}\n\n{lines}", PAPER)


def make_screen(acts: BeritaAcaraActs, ask: Ask) -> BeritaAcaraScreen:
    """Make the step's screen."""
    return BeritaAcaraScreen(acts, ask)


def _title(each: Dokumen | Pembekuan) -> str:
    where = f" TPS {each.unit}" if each.unit else ""
    return f"{each.kode}{where} · {JUDUL[each.kode]}"


def _check_password(answers: Answers) -> Mapping[str, str]:
    return {} if answers["sandi"] else {"sandi": "Isi sandi tanda tangan."}

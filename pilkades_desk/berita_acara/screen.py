"""Step 6 on the screen: documents at the left, the file itself at the right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QSizePolicy, QSplitter, QStackedWidget, QWidget

from pilkades_desk.berita_acara.dokumen import JUDUL, Dokumen, Pembekuan
from pilkades_desk.berita_acara.kertas_screen import KertasActs, KertasMenu
from pilkades_desk.berita_acara.kosong_screen import PDF, KosongActs, KosongPanel
from pilkades_desk.berita_acara.table_model import COLUMNS
from pilkades_desk.berita_acara.verdict import PAPER, Vonis
from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Answers, Ask, Box, BoxKind, Form
from pilkades_desk.kits.qt.preview import Pages, Preview
from pilkades_desk.kits.qt.printing import print_pages
from pilkades_desk.kits.qt.table import TupleTableModel
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.view_tabs import ViewTabs
from pilkades_desk.kits.qt.widgets import EmptyState, column, label, row
from pilkades_desk.kits.qt.work_page import WorkPage
from pilkades_desk.panitia.values import Orang


@dataclass(frozen=True, slots=True)
class BeritaAcaraActs:
    """What the screen may do, bound to the open desk."""

    read_dokumen: Callable[[], tuple[Dokumen, ...]]
    read_stale: Callable[[], Mapping[int, str]]
    read_freezable: Callable[[], tuple[Pembekuan, ...]]
    read_orang: Callable[[], tuple[Orang, ...]]
    read_pages: Callable[[Dokumen], Pages]
    freeze: Callable[[Sequence[Pembekuan], Progress], tuple[Dokumen, ...]]
    sign: Callable[[Dokumen, Orang, str], object]
    save: Callable[[Dokumen, Path], Path]
    save_all: Callable[[Path], tuple[Path, ...]]
    check: Callable[[Dokumen], Vonis]
    choose_printer: Callable[[str], QPrinter | None]
    kosong: KosongActs
    kertas: KertasActs


class BeritaAcaraScreen(WorkPage):
    """Freezes, shows, signs, checks, saves and prints documents."""

    def __init__(self, acts: BeritaAcaraActs, ask: Ask) -> None:
        super().__init__("Memproses dokumen …")
        self._acts = acts
        self._ask = ask
        self._shown: Dokumen | None = None
        self._sha256 = ""
        self._stale: Mapping[int, str] = {}
        self._ready: tuple[Pembekuan, ...] = ()
        self._fill_toolbar()
        self._model = TupleTableModel(COLUMNS, self)
        self.table = Table("Dokumen", self._model)
        self.table.selectionModel().selectionChanged.connect(self._choose)
        self._signers = label("", "muted", wrap=True)
        self._signers.setMinimumWidth(200)  # alone it asks for room for a whole line
        self.preview = Preview()
        self.preview.save_requested.connect(self._save)
        self.preview.print_requested.connect(self._print)
        self.kosong = KosongPanel(acts.kosong, ask, self.banner, self.start)
        self.kertas = KertasMenu(acts.kertas, ask, self, (self._signers, self.preview))
        self._lay_out()
        self.tabs.currentChanged.connect(self._turn)

    def reload(self) -> None:
        """Read documents and what can be frozen; keep the chosen document."""
        documents = self._acts.read_dokumen()
        self._stale = self._acts.read_stale()
        self._show_freezable()
        chosen = self._shown.id if self._shown else 0
        self._model.show_values(documents)
        rows = [row for row, each in enumerate(documents) if each.id == chosen]
        self._pages.setCurrentIndex(0 if documents else 1)
        if documents:
            self.table.selectRow(rows[0] if rows else 0)
        self._choose()
        complete = sum(each.selesai for each in documents)
        stale = f", {len(self._stale)} harus dibekukan ulang" if self._stale else ""
        self.say_count(f"{len(documents)} dokumen, {complete} lengkap{stale}")

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
        left = QWidget()
        left.setLayout(column(self.table, self._signers))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(self.preview)
        split.setChildrenCollapsible(False)
        split.setSizes([560, 480])
        split.setHandleWidth(14)
        self.tabs = ViewTabs("Dokumen atau formulir kosong")
        self._pages = self.tabs.add_view("Dokumen", QStackedWidget())
        self._pages.addWidget(split)
        self._pages.addWidget(
            EmptyState("signature", "Belum ada dokumen", "Bekukan dokumen pertama di atas.")
        )
        self.tabs.add_view("Formulir kosong", self.kosong)
        views = self.add_body(QWidget())
        views.setLayout(column(row(self.tabs.bar, None), self.tabs, spacing=8))

    def _turn(self, _view: int) -> None:
        if self.tabs.currentWidget() is self.kosong:
            self.kosong.reload()

    def _show_freezable(self) -> None:
        self._ready = self._acts.read_freezable()
        count = len(self._ready)
        items = [f"Semua yang siap ({count})"] if count > 1 else []
        items += [_title(each) for each in self._ready]
        self.ready.clear()
        self.ready.addItems(items or ["Belum ada yang dapat dibekukan"])
        for control in (self.ready, self.freeze_button):
            control.setEnabled(bool(count))

    def _choose(self, *_changed: QItemSelection) -> None:
        rows = self.table.selectionModel().selectedRows()
        self._shown = self._model.value_at(rows[0].row()) if rows else None
        self.sign_button.setEnabled(bool(self._shown and self._shown.belum))
        for control in (self.check_button, self.save_button, self.preview):
            control.setEnabled(self._shown is not None)
        self.kertas.show_for(self._shown, _title(self._shown) if self._shown else "")
        if self._shown is None:
            return
        self._signers.setText(self._say_signers(self._shown))
        if self._shown.sha256 != self._sha256:
            self._sha256 = self._shown.sha256
            self.preview.show_pages(self._acts.read_pages(self._shown))

    def _say_signers(self, dokumen: Dokumen) -> str:
        names = [f"{each.nama} ({each.jabatan})" for each in self._missing(dokumen)]
        if dokumen.id in self._stale:
            words = f"Bekukan ulang: {self._stale[dokumen.id]}"
        elif dokumen.ditarik:
            words = f"Ditarik: {dokumen.ditarik}"
        elif dokumen.basah:
            words = dokumen.basah.kalimat
        elif names:
            words = f"Belum menandatangani: {', '.join(names)}."
        elif dokumen.penanda:
            words = "Semua penanda sudah."
        else:
            words = "Disahkan kunci desa; tidak perlu tanda tangan orang."
        return f"Kode data {dokumen.kode_data}\n{words}"

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
        if self._shown is None:
            return
        pages = self._acts.read_pages(self._shown)
        try:
            printer = self._acts.choose_printer(self._shown.file_name)
        except PilkadesError as error:
            self.banner.tell_error(error)
            return
        if printer is not None:
            self.start(partial(print_pages, pages, printer), self._say_printed)

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
        self.table.selectRow(self._model.rowCount() - 1)
        self.banner.tell("ok", f"{len(frozen)} dokumen dibekukan.", "Berikutnya: tanda tangani.")

    def _say_signed(self, _value: object) -> None:
        self.banner.tell("ok", "Tanda tangan ditambahkan.", PAPER)

    def _say_printed(self, _value: object) -> None:
        self.banner.tell("ok", "Dikirim ke pencetak.", "Periksa skala 100% pada kertas pertama.")

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

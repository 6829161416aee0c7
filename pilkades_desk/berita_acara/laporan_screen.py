"""The report to the BPD behind its own tab: what it still lacks, and the register of objections."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from pilkades_desk.berita_acara.daftar import (
    ButirLampiran,
    IsianSurat,
    JenisKeberatan,
    Keberatan,
)
from pilkades_desk.berita_acara.table_model import ENCLOSURES, REGISTER
from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Answers, Ask, Box, BoxKind, Form
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.print_page import Printout
from pilkades_desk.kits.qt.table import TupleTableModel
from pilkades_desk.kits.qt.table_view import ROW_HEIGHT, Table
from pilkades_desk.kits.qt.widgets import button, column, label, row
from pilkades_desk.panitia.forms import second_boxes

Draw = Callable[[Callable[[Progress], tuple[Printout, ...]]], None]
"""Draws off the window's thread and shows what was drawn."""


@dataclass(frozen=True, slots=True)
class LaporanActs:
    """What the panel may do, bound to the open desk."""

    read_enclosures: Callable[[], tuple[ButirLampiran, ...]]
    say_count: Callable[[Sequence[ButirLampiran]], str]
    say_missing: Callable[[Sequence[ButirLampiran]], str]
    read_form: Callable[[], tuple[IsianSurat, ...]]
    check_form: Callable[[Answers], Mapping[str, str]]
    save_form: Callable[[Answers], None]
    read_putusan: Callable[[], tuple[IsianSurat, ...]]
    check_putusan: Callable[[Answers], Mapping[str, str]]
    second_of_putusan: Callable[[], tuple[str, ...]]
    save_putusan: Callable[[Answers], object]
    read_keberatan: Callable[[], tuple[Keberatan, ...]]
    say_keberatan: Callable[[Keberatan], str]
    say_deadline: Callable[[], str]
    read_now: Callable[[], tuple[str, str]]
    check_keberatan: Callable[[Answers], Mapping[str, str]]
    add_keberatan: Callable[[Answers], Keberatan]
    decide: Callable[[int, str, date], Keberatan]
    draw_letter: Callable[[str, Progress], tuple[Printout, ...]]
    draw_register: Callable[[Progress], tuple[Printout, ...]]
    draw_tanda_terima: Callable[[int, Progress], tuple[Printout, ...]]


class LaporanPanel(QWidget):
    """Asks for what only people know; shows what is missing; opens the letters."""

    def __init__(self, acts: LaporanActs, ask: Ask, banner: Banner, draw: Draw) -> None:
        super().__init__()
        self._acts, self._ask, self._banner, self._draw = acts, ask, banner, draw
        self._missing = label("", "muted", wrap=True)
        self._keberatan_words = label("", "muted", wrap=True)
        for words in (self._missing, self._keberatan_words):
            words.setMinimumWidth(200)  # alone it asks for room for a whole line
        self._enclosures = TupleTableModel(ENCLOSURES, self)
        self._register = TupleTableModel(REGISTER, self)
        self.enclosures = Table("Lampiran laporan", self._enclosures)
        self.register = Table("Register keberatan", self._register)
        for table in (self.enclosures, self.register):
            table.setMinimumHeight(3 * ROW_HEIGHT)  # between two rows of buttons on a small screen
        self.register.selectionModel().selectionChanged.connect(self._choose)
        self.fill_button = button("Isi laporan", self._fill, look="primary", icon="pencil")
        self.putusan_button = button("Keputusan tertulis", self._putus, icon="scale")
        self.add_button = button("Catat keberatan", self._add, icon="plus")
        self.decide_button = button("Putusan", self._decide, icon="scale")
        self.tanda_terima_button = button("Tanda terima", self._print_tanda_terima, icon="printer")
        self._lay_out()

    def reload(self) -> None:
        """Read enclosures and register; keep the chosen objection."""
        enclosures, register = self._acts.read_enclosures(), self._acts.read_keberatan()
        chosen = self._chosen()
        self._enclosures.show_values(enclosures)
        self._register.show_values(register)
        self._missing.setText(self._acts.say_count(enclosures))
        numbers = [one.nomor for one in register]
        if chosen is not None and chosen.nomor in numbers:
            self.register.selectRow(numbers.index(chosen.nomor))
        self._choose()

    def _lay_out(self) -> None:
        letters = row(
            button("F-35 BPD", partial(self._letter, "F-35"), icon="printer"),
            button("F-36 camat", partial(self._letter, "F-36"), icon="printer"),
            None,
        )
        sheets = row(
            self.tanda_terima_button,
            button("Register (F-37)", self._print_register, icon="printer"),
            None,
        )
        left, right = QWidget(), QWidget()
        left.setLayout(
            column(
                row(self.fill_button, self.putusan_button, None),
                self._missing,
                self.enclosures,
                letters,
            )
        )
        acts = row(self.add_button, self.decide_button, None)
        right.setLayout(column(acts, self._keberatan_words, self.register, sheets))
        split = QSplitter(Qt.Orientation.Horizontal)
        for side in (left, right):
            split.addWidget(side)
        split.setChildrenCollapsible(False)
        split.setSizes([520, 520])
        split.setHandleWidth(14)
        self.setLayout(column(split))

    def _chosen(self) -> Keberatan | None:
        rows = self.register.selectionModel().selectedRows()
        return self._register.value_at(rows[0].row()) if rows else None

    def _choose(self, *_changed: QItemSelection) -> None:
        chosen = self._chosen()
        for control in (self.decide_button, self.tanda_terima_button):
            control.setEnabled(chosen is not None)
        words = self._acts.say_keberatan(chosen) if chosen else "Pilih atau catat keberatan."
        self._keberatan_words.setText(words)

    def _fill(self) -> None:
        lacking = self._acts.say_missing(self._acts.read_enclosures())
        boxes = tuple(_box(one) for one in self._acts.read_form())
        form = Form("Laporan kepada BPD (F-34)", lacking, "Simpan", boxes)
        answers = self._ask.form(form, self._acts.check_form)
        if answers is None:
            return
        self._do(partial(self._acts.save_form, answers), "Isian laporan tersimpan.")

    def _putus(self) -> None:
        try:
            boxes = [_box(one) for one in self._acts.read_putusan()]
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        words = (
            "Untuk suara sama atau calon tunggal, sesudah keputusannya ada di kertas."
            " Orang kedua menyetujui dengan kata sandinya."
        )
        boxes += second_boxes(self._acts.second_of_putusan())
        form = Form("Keputusan tertulis (F-33)", words, "Catat", tuple(boxes))
        answers = self._ask.form(form, self._acts.check_putusan)
        if answers is not None:
            done = "Keputusan tercatat. Bekukan F-33 di tab Dokumen."
            self._do(partial(self._acts.save_putusan, answers), done)

    def _letter(self, kode: str) -> None:
        self._draw(partial(self._acts.draw_letter, kode))

    def _add(self) -> None:
        day, hour = self._acts.read_now()
        kinds = tuple(one.value for one in JenisKeberatan)
        boxes = (
            Box("pemohon", "Pemohon"),
            Box("tanggal", "Diterima tanggal", BoxKind.DATE, day),
            Box("jam", "Jam", value=hour, hint="Contoh: 09.30"),
            Box("jenis", "Tentang", BoxKind.CHOICE, kinds[-1], choices=kinds),
            Box("pokok", "Pokok keberatan"),
            Box("bukti", "Bukti yang diserahkan"),
        )
        rule = f"Batas putus: {self._acts.say_deadline()}."
        form = Form("Catat keberatan (F-37)", rule, "Catat", boxes)
        answers = self._ask.form(form, self._acts.check_keberatan)
        if answers is not None:
            done = "Keberatan tercatat. Cetak tanda terimanya."
            self._do(partial(self._acts.add_keberatan, answers), done)

    def _decide(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        day, _hour = self._acts.read_now()
        boxes = (
            Box("putusan", "Putusan", value=chosen.putusan),
            Box("diputus", "Diputus tanggal", BoxKind.DATE, day),
        )
        sentence = f"Keberatan no. {chosen.nomor} dari {chosen.pemohon}."
        answers = self._ask.form(Form("Putusan keberatan", sentence, "Simpan", boxes))
        if answers is not None:
            when = date.fromisoformat(answers["diputus"])
            decide = partial(self._acts.decide, chosen.nomor, answers["putusan"], when)
            self._do(decide, "Putusan tercatat.")

    def _print_register(self) -> None:
        self._draw(self._acts.draw_register)

    def _print_tanda_terima(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._draw(partial(self._acts.draw_tanda_terima, chosen.nomor))

    def _do(self, act: Callable[[], object], done: str) -> None:
        try:
            act()
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        self.reload()
        self._banner.tell("ok", done)


def _box(one: IsianSurat) -> Box:
    if one.pilihan:
        return Box(one.nama, one.label, BoxKind.CHOICE, one.nilai, choices=one.pilihan)
    kind = BoxKind.NUMBER if one.angka else BoxKind.TEXT
    return Box(one.nama, one.label, kind, one.nilai, one.petunjuk)

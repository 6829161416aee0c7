"""The tab of coklit sheets: a number and a letter for each line, the sheet saved at once.

What is typed is kept at once, line by line, and there again after the screen was locked.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.progress import Progress
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.ask import Ask, Question
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.print_page import Printout
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.widgets import button, column, label, row
from pilkades_desk.pemilih.bagian.values import Cakupan
from pilkades_desk.pemilih.coklit import forms
from pilkades_desk.pemilih.coklit.rules import read_entry
from pilkades_desk.pemilih.coklit.table_model import beside, coklit_model
from pilkades_desk.pemilih.coklit.values import (
    BarisCoklit,
    HasilCoklit,
    HasilSimpan,
    IsianLembar,
    JawabanCoklit,
    Konsep,
    LembarCoklit,
    WargaBaru,
)

TITLE = "Lembar coklit"
ENTRY = "Nomor lalu S, U, atau T"
HOW = "12S sesuai · 12U ubah data · 12T tidak memenuhi syarat"
NONE_YET = "Belum ada lembar. Buat lembar untuk satu RT, cetak, lalu ketik kembali di sini."


@dataclass(frozen=True, slots=True)
class CoklitActs:
    """What the tab may do, bound to the open desk."""

    may: Callable[[], bool]
    may_print: Callable[[], bool]
    today: Callable[[], date]
    list: Callable[[], tuple[LembarCoklit, ...]]
    read: Callable[[int], tuple[BarisCoklit, ...]]
    make: Callable[[Cakupan], LembarCoklit]
    make_every: Callable[[], tuple[LembarCoklit, ...]]
    typed: Callable[[int], Konsep]
    keep: Callable[[int, Konsep], None]
    save: Callable[[int, IsianLembar], HasilSimpan]
    print: Callable[[int, Progress], tuple[Printout, ...]]


class CoklitPanel(QWidget):
    """Emits `changed` when a sheet was saved: the list is another one then.

    `print_requested` carries what draws the sheet, for the page that shows printed matter.
    """

    changed = Signal()
    print_requested = Signal(object)

    def __init__(self, acts: CoklitActs, ask: Ask, banner: Banner) -> None:
        super().__init__()
        self._acts = acts
        self._ask = ask
        self._banner = banner
        self._sheets: tuple[LembarCoklit, ...] = ()
        self._lines: tuple[BarisCoklit, ...] = ()
        self._typed: dict[int, JawabanCoklit] = {}
        self._new: tuple[WargaBaru, ...] = ()
        self._officer = ""
        self._locked = False
        self.sheet = QComboBox()
        self.sheet.setAccessibleName("Lembar")
        self.make = button("Buat lembar …", self._make, icon="plus")
        self.print = button("Cetak lembar", self._print, icon="printer")
        self.entry = QLineEdit()
        self.entry.setAccessibleName(ENTRY)
        self.entry.setPlaceholderText(ENTRY)
        self.entry.setMaxLength(8)
        self.entry.setFixedWidth(230)
        self._model = coklit_model(self)
        self.table = Table(TITLE, self._model)
        self.nothing = label(NONE_YET, "muted", wrap=True)
        self.count = label("", "muted")
        self.newcomer = button("Warga baru …", self._add_newcomer, icon="plus")
        self.rest = button("Sisanya sesuai", self._take_rest, icon="check")
        self.save = button("Simpan lembar", self._save, look="primary", icon="save")
        self._lay_out()
        self.sheet.activated.connect(self._open_chosen)
        self.entry.textEdited.connect(self._key)

    def reload(self, *, locked: bool) -> None:
        """Read the sheets anew; the first time the one is opened that somebody typed from."""
        self._locked = locked
        at = self._number()
        self._sheets = self._acts.list()
        self.sheet.clear()
        self.sheet.addItems([forms.sheet_title(one) for one in self._sheets])
        numbers = [one.nomor for one in self._sheets]
        begun = [one.nomor for one in self._sheets if one.diketik]
        wanted = next((one for one in (at, *begun) if one in numbers), None)
        self.sheet.setCurrentIndex(numbers.index(wanted) if wanted else len(numbers) - 1)
        self._read()

    def _lay_out(self) -> None:
        above = row(self.sheet, self.make, self.print, None, spacing=10)
        keys = row(self.entry, label(HOW, "muted"), None, spacing=12)
        below = row(self.count, None, self.newcomer, self.rest, self.save)
        filled = column(above, self.nothing, keys, self.table, below, spacing=10)
        filled.setStretch(3, 1)
        self.setLayout(filled)

    def _number(self) -> int:
        at = self.sheet.currentIndex()
        return self._sheets[at].nomor if 0 <= at < len(self._sheets) else 0

    @Slot()
    def _open_chosen(self) -> None:
        self.reload(locked=self._locked)
        self.entry.setFocus()

    def _read(self) -> None:
        number = self._number()
        self._lines = self._acts.read(number) if number else ()
        konsep = self._acts.typed(number) if number else Konsep()
        self._typed, self._new = {one.no: one for one in konsep.jawaban}, konsep.baru
        self._show()

    def _show(self, at: int = 0) -> None:
        self._model.show_values(beside(self._lines, self._typed))
        rows = [line.no for line in self._lines]
        if at in rows:
            self.table.selectRow(rows.index(at))
        waiting = sum(line.hasil is None and line.no not in self._typed for line in self._lines)
        typed = f"{angka(len(self._typed))} terisi, {angka(waiting)} belum"
        new = f", {angka(len(self._new))} warga baru" if self._new else ""
        self.count.setText(f"{typed}{new}" if self._lines else "")
        self._allow(waiting)

    def _allow(self, waiting: int) -> None:
        may = self._acts.may() and not self._locked
        dirty = bool(self._typed or self._new)
        self.nothing.setHidden(bool(self._sheets))
        self.sheet.setEnabled(bool(self._sheets))
        self.make.setEnabled(may)
        self.print.setVisible(bool(self._sheets))
        self.print.setEnabled(self._acts.may_print())
        self.entry.setEnabled(may and bool(self._lines))
        self.newcomer.setEnabled(may and bool(self._lines))
        self.rest.setEnabled(may and bool(waiting))
        self.save.setEnabled(may and dirty)

    @Slot(str)
    def _key(self, text: str) -> None:
        entry = read_entry(text)
        if entry is None:
            return
        self.entry.clear()
        no, hasil = entry
        line = next((one for one in self._lines if one.no == no), None)
        if line is None:
            self._banner.tell("warn", f"Nomor {no} tidak ada di lembar ini.", "Cocokkan kertas.")
        elif line.hasil is not None:
            said = line.hasil.value
            self._banner.tell("warn", f"Nomor {no} sudah disimpan: {said}.", "Lewati nomor ini.")
        else:
            self._banner.hide()
            self._take(line, hasil)

    def _take(self, line: BarisCoklit, hasil: HasilCoklit) -> None:
        said = self._ask_about(line, hasil)
        if said is not None:
            self._keep(Konsep(jawaban=(said,)))
        self._show(line.no)
        self.entry.setFocus()

    def _keep(self, konsep: Konsep) -> None:
        try:
            self._acts.keep(self._number(), konsep)
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        self._typed = self._typed | {one.no: one for one in konsep.jawaban}
        self._new = (*self._new, *konsep.baru)

    def _ask_about(self, line: BarisCoklit, hasil: HasilCoklit) -> JawabanCoklit | None:
        if hasil is HasilCoklit.SESUAI:
            return JawabanCoklit(no=line.no, hasil=hasil)
        if hasil is HasilCoklit.UBAH:
            answers = self._ask.form(forms.change_form(line), forms.check_change)
            return forms.change_of(line.no, answers) if answers else None
        answers = self._ask.form(forms.strike_form(line), forms.check_strike)
        return forms.strike_of(line.no, answers) if answers else None

    @Slot()
    def _add_newcomer(self) -> None:
        sheet = self._sheets[self.sheet.currentIndex()]
        answers = self._ask.form(forms.newcomer_form(sheet), forms.check_newcomer)
        if answers:
            self._keep(Konsep(baru=(forms.newcomer_of(answers),)))
            self._show()

    @Slot()
    def _take_rest(self) -> None:
        left = [one for one in self._lines if one.hasil is None and one.no not in self._typed]
        said = f"{angka(len(left))} baris yang belum diketik dicatat sesuai."
        if self._ask.confirm(Question("Sisanya sesuai", said, "Catat sesuai")):
            fine = tuple(JawabanCoklit(no=one.no, hasil=HasilCoklit.SESUAI) for one in left)
            self._keep(Konsep(jawaban=fine))
            self._show()

    @Slot()
    def _make(self) -> None:
        answers = self._ask.form(forms.area_form(), forms.check_area)
        if not answers:
            return
        area = forms.area_of(answers)
        try:
            made = self._acts.make_every() if area is None else (self._acts.make(area),)
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        self.reload(locked=self._locked)
        self.sheet.setCurrentIndex([one.nomor for one in self._sheets].index(made[0].nomor))
        self._read()
        self._banner.tell("ok", forms.made_words(made), "Cetak, lalu ketik kembali di sini.")

    @Slot()
    def _save(self) -> None:
        form = forms.save_form(len(self._typed), self._officer, self._acts.today())
        answers = self._ask.form(form, forms.check_save)
        if not answers:
            return
        self._officer = answers[forms.OFFICER]
        isian = forms.isian_of(answers, self._typed, self._new)
        try:
            hasil = self._acts.save(self._number(), isian)
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        self.changed.emit()
        did = f"{hasil.diubah} diubah, {hasil.dicoret} TMS, {hasil.baru} warga baru."
        self._banner.tell("ok", f"Lembar disimpan: {hasil.sesuai} sesuai, {did}")

    @Slot()
    def _print(self) -> None:
        self.print_requested.emit(partial(self._acts.print, self._number()))

"""The tab of coklit sheets: a number and a letter for each line, the sheet saved at once.

What is typed stays in the window until it is saved; another sheet is opened only after that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.ask import Ask, Question
from pilkades_desk.kits.qt.banner import Banner
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
    LembarCoklit,
    WargaBaru,
)

TITLE = "Lembar coklit"
ENTRY = "Nomor lalu S, U, atau T"
HOW = "12S sesuai · 12U ubah data · 12T tidak memenuhi syarat"
NONE_YET = "Belum ada lembar. Buat lembar untuk satu RT, cetak, lalu ketik kembali di sini."


@dataclass(frozen=True, slots=True)
class CoklitActs:
    """What the tab may do, bound to the open desk; without `print` its button is gone."""

    may: Callable[[], bool]
    today: Callable[[], date]
    list: Callable[[], tuple[LembarCoklit, ...]]
    read: Callable[[int], tuple[BarisCoklit, ...]]
    make: Callable[[Cakupan], LembarCoklit]
    save: Callable[[int, IsianLembar], HasilSimpan]
    print: Callable[[int], None] | None = None


class CoklitPanel(QWidget):
    """Emits `changed` when a sheet was saved: the list is another one then."""

    changed = Signal()

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
        """Read the sheets anew; what was typed and not saved stays."""
        self._locked = locked
        at = self._number()
        self._sheets = self._acts.list()
        self.sheet.clear()
        self.sheet.addItems([forms.sheet_title(one) for one in self._sheets])
        numbers = [one.nomor for one in self._sheets]
        self.sheet.setCurrentIndex(numbers.index(at) if at in numbers else len(numbers) - 1)
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
        self._typed, self._new = {}, ()
        self._read()
        self.entry.setFocus()

    def _read(self) -> None:
        number = self._number()
        self._lines = self._acts.read(number) if number else ()
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
        self.sheet.setEnabled(bool(self._sheets) and not dirty)
        self.make.setEnabled(may and not dirty)
        self.print.setVisible(self._acts.print is not None and bool(self._sheets))
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
            self._typed = self._typed | {line.no: said}
        self._show(line.no)
        self.entry.setFocus()

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
            self._new = (*self._new, forms.newcomer_of(answers))
            self._show()

    @Slot()
    def _take_rest(self) -> None:
        left = [one for one in self._lines if one.hasil is None and one.no not in self._typed]
        said = f"{angka(len(left))} baris yang belum diketik dicatat sesuai."
        if self._ask.confirm(Question("Sisanya sesuai", said, "Catat sesuai")):
            fine = {one.no: JawabanCoklit(no=one.no, hasil=HasilCoklit.SESUAI) for one in left}
            self._typed = fine | self._typed
            self._show()

    @Slot()
    def _make(self) -> None:
        answers = self._ask.form(forms.area_form(), forms.check_area)
        if not answers:
            return
        try:
            made = self._acts.make(forms.area_of(answers))
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        self.reload(locked=self._locked)
        self.sheet.setCurrentIndex([one.nomor for one in self._sheets].index(made.nomor))
        self._read()
        sentence = f"Lembar {made.nomor} dibuat: {angka(made.jumlah)} baris."
        self._banner.tell("ok", sentence, "Cetak, lalu ketik kembali di sini.")

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
        self._typed, self._new = {}, ()
        self.changed.emit()
        did = f"{hasil.diubah} diubah, {hasil.dicoret} TMS, {hasil.baru} warga baru."
        self._banner.tell("ok", f"Lembar disimpan: {hasil.sesuai} sesuai, {did}")

    @Slot()
    def _print(self) -> None:
        if self._acts.print is None:
            return
        try:
            self._acts.print(self._number())
        except PilkadesError as error:
            self._banner.tell_error(error)

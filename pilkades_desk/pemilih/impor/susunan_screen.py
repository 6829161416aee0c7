"""How one sheet is read: layout, codes, header row, and under each head the columns themselves."""

from PySide6.QtCore import QPoint, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QMenu, QSpinBox, QWidget

from pilkades_desk.kits.qt.choosing_header import ChoosingTable
from pilkades_desk.kits.qt.form import FormRow, choice
from pilkades_desk.kits.qt.widgets import column, row
from pilkades_desk.pemilih.impor import forms, rules
from pilkades_desk.pemilih.impor.table_model import ContohModel
from pilkades_desk.pemilih.impor.values import BerkasDibuka

ROW_HEIGHT = 30
NARROW = 110


class SusunanPanel(QWidget):
    """Emits `changed` with the file as it would now be read."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._buka: BerkasDibuka | None = None
        self._at = 0
        self._offered: tuple[forms.Chosen, ...] = ()
        self.layout_box, self.codes_box = choice(()), choice(tuple(forms.code_words().values()))
        for box in (self.layout_box, self.codes_box):
            box.setMinimumWidth(NARROW)
            box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.header_row = QSpinBox()
        self.header_row.setKeyboardTracking(False)
        self.header_row.setFixedWidth(76)
        self.header_row.lineEdit().setAcceptDrops(False)
        self.header_row.lineEdit().setTextMargins(10, 0, 10, 0)
        self.two_rows = QCheckBox("Judul dua baris")
        self._codes = FormRow("Arti kode menurut", self.codes_box)
        self._model = ContohModel(self)
        self.table = ChoosingTable("Contoh isi lembar, kepalanya isian tiap kolom", self._model)
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.verticalHeader().show()
        self.menu = QMenu(self)
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Stand in the first column that is read, or in the first of all while one is missing."""
        if self._buka is None:
            return
        lembar = self._buka.susunan[self._at].lembar
        held = [column for places in lembar.kolom.values() for column in places]
        place = 0 if lembar.kurang or not held else min(held)
        self.table.setCurrentIndex(self._model.index(lembar.baris_judul - 1, place))
        self.table.horizontalScrollBar().setValue(self.table.heads.sectionPosition(place))
        self.table.verticalScrollBar().setValue(0)

    def show_sheet(self, buka: BerkasDibuka, at: int) -> None:
        """Show how one sheet of a file would be read."""
        self._buka, self._at = buka, at
        one = buka.susunan[at]
        blockers = [QSignalBlocker(each) for each in (
            self.layout_box, self.codes_box, self.header_row, self.two_rows)]  # fmt: skip
        self.layout_box.clear()
        self.layout_box.addItems([*map(forms.layout_words, buka.tata_letak), forms.OWN])
        own = len(buka.tata_letak)
        layout = own if one.sendiri else buka.tata_letak.index(rules.layout_of(buka, one.lembar))
        self.layout_box.setCurrentIndex(layout)
        self._codes.setVisible(one.sendiri)
        self.codes_box.setCurrentText(forms.code_words()[one.lembar.tata_letak])
        self.header_row.setRange(1, rules.last_header_row(one.sheet))
        self.header_row.setValue(one.lembar.baris_judul)
        self.two_rows.setChecked(one.lembar.tinggi_judul > 1)
        for blocker in blockers:
            blocker.unblock()
        self._show_contoh(buka, at)

    def _show_contoh(self, buka: BerkasDibuka, at: int) -> None:
        kept = self.table.currentIndex().column()
        scrolled = self.table.horizontalScrollBar().value()
        self._model.show_contoh(rules.contoh_of(buka.susunan[at]))
        for place, each in enumerate(self._model.columns):
            self.table.setColumnWidth(place, each.width)
        if 0 <= kept < len(self._model.columns):
            self.table.setCurrentIndex(self._model.index(0, kept))
        self.table.horizontalScrollBar().setValue(scrolled)

    def _lay_out(self) -> None:
        settings = row(
            FormRow("Tata letak", self.layout_box), self._codes,
            FormRow("Baris judul", self.header_row), column(None, self.two_rows), spacing=12,
        )  # fmt: skip
        settings.setStretch(0, 3)
        settings.setStretch(1, 2)
        filled = column(settings, self.table, spacing=10)
        filled.setStretch(1, 1)
        self.setLayout(filled)

    def _connect(self) -> None:
        self.layout_box.activated.connect(self._use_layout)
        self.codes_box.activated.connect(self._use_codes)
        self.header_row.valueChanged.connect(self._move_header)
        self.two_rows.toggled.connect(self._move_header)
        self.table.heads.asked.connect(self._offer)
        self.menu.triggered.connect(self._assign)

    def _change(self, buka: BerkasDibuka) -> None:
        self.show_sheet(buka, self._at)
        self.changed.emit(buka)

    @Slot(int)
    def _use_layout(self, place: int) -> None:
        buka = self._buka
        if buka is None:
            return
        own = place == len(buka.tata_letak)
        self._change(
            rules.use_own(buka, self._at)
            if own
            else rules.use_layout(buka, self._at, buka.tata_letak[place])
        )

    @Slot(int)
    def _use_codes(self, place: int) -> None:
        if self._buka is not None:
            name = tuple(forms.code_words())[place]
            self._change(rules.use_codes(self._buka, self._at, name))

    @Slot()
    def _move_header(self) -> None:
        if self._buka is not None:
            height = 2 if self.two_rows.isChecked() else 1
            baris = self.header_row.value()
            self._change(rules.move_header(self._buka, self._at, baris, height))

    @Slot(int)
    def _offer(self, place: int) -> None:
        """Open the choice of a column under its head."""
        held = self._model.sasaran[place]
        if held is None:
            return
        above = max(0, self.table.currentIndex().row())
        self.table.setCurrentIndex(self._model.index(above, place))
        self.menu.clear()
        self._offered = forms.choices(self._model.columnCount(), place)
        for number, (words, sasaran) in enumerate(self._offered):
            action = self.menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(sasaran == held)
            action.setData(number)
            if sasaran == held:
                self.menu.setActiveAction(action)
        heads = self.table.heads
        left = heads.sectionViewportPosition(place)
        self.menu.popup(heads.mapToGlobal(QPoint(left, heads.height())))

    @Slot(QAction)
    def _assign(self, action: QAction) -> None:
        if self._buka is not None:
            _, sasaran = self._offered[action.data()]
            place = self.table.currentIndex().column()
            self._change(rules.assign(self._buka, self._at, place, sasaran))

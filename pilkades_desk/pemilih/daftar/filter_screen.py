"""The row of choices that narrows the list: area, TPS, sex, status, finding."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from pilkades_desk.kits.qt.widgets import row, tool_button
from pilkades_desk.pemilih.cari.values import Cari, PilihanSaring
from pilkades_desk.pemilih.daftar import forms
from pilkades_desk.pemilih.values import JenisKelamin, Saring

LEAST = 72
"""Pixels of one choice on the smallest windows."""


class FilterBox(QComboBox):
    """A choice of one value; the first item narrows nothing and stands for `everything`."""

    def __init__(self, name: str, words: str = "", everything: Any = None) -> None:
        super().__init__()
        self._words = words or f"{name}: semua"
        self._values: list[Any] = [everything]
        self.setAccessibleName(f"Saring {name}")
        self.setToolTip(f"Saring menurut {name}")
        self.setItemDelegate(QStyledItemDelegate(self))  # the default one ignores the style sheet
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(LEAST)
        self.offer(())

    @property
    def value(self) -> Any:
        """Give what is chosen; kept here, because Qt makes plain text of an enum."""
        return self._values[max(0, self.currentIndex())]

    def offer(self, items: Sequence[tuple[str, Any]]) -> None:
        """Offer these; what is chosen stays chosen even when nobody is there any more."""
        blocker = QSignalBlocker(self)
        chosen, words = self.value, self.currentText()
        if chosen != self._values[0] and chosen not in [value for _, value in items]:
            items = (*items, (words, chosen))
        self.clear()
        self._values = [self._values[0], *(value for _, value in items)]
        self.addItems([self._words, *(text for text, _ in items)])
        self._mark(chosen)
        blocker.unblock()

    def choose(self, value: Any) -> None:
        """Choose without telling; None narrows nothing, what is not offered is offered now."""
        blocker = QSignalBlocker(self)
        if value is not None and value not in self._values:
            self._values.append(value)
            self.addItem(str(value))
        self._mark(value)
        blocker.unblock()

    def _mark(self, value: Any) -> None:
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)


class FilterPanel(QWidget):
    """Emits `changed` when something was chosen, here or through `narrow_to` and `clear`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.dusun, self.rw, self.rt = FilterBox("Dusun"), FilterBox("RW"), FilterBox("RT")
        self.tps, self.kelamin = FilterBox("TPS"), FilterBox("Jenis kelamin", "L dan P")
        self.status = FilterBox("Status", everything=Saring.SEMUA)
        self.kode = FilterBox("Temuan", everything="")
        self.clear_button = tool_button("Hapus saringan (Esc)", "x", self.clear)
        areas = (self.dusun, self.rw, self.rt, self.tps)
        self._boxes = (*areas, self.kelamin, self.status, self.kode)
        filled = row(*self._boxes, self.clear_button, spacing=8)
        for place, share in enumerate((5, 4, 4, 4, 4, 5, 6)):
            filled.setStretch(place, share)
        self.setLayout(filled)
        self.kelamin.offer((("Laki-laki", JenisKelamin.L), ("Perempuan", JenisKelamin.P)))
        self.status.offer([(one.value, one) for one in Saring if one is not Saring.SEMUA])
        for each in self._boxes:
            each.currentIndexChanged.connect(self._tell)

    def show_choices(self, pilihan: PilihanSaring) -> None:
        """Offer what stands in the list now."""
        self.dusun.offer([(forms.place(one), one) for one in pilihan.dusun])
        self.rw.offer([(forms.numbered("RW", one), one) for one in pilihan.rw])
        self.rt.offer([(forms.numbered("RT", one), one) for one in pilihan.rt])
        self.tps.offer([(forms.tps(one), one) for one in pilihan.tps])
        self.kode.offer([(forms.code(*one), one[0]) for one in pilihan.kode])

    def cari(self, teks: str) -> Cari:
        """Give what is looked for, with the words typed elsewhere."""
        return Cari(teks, *(box.value for box in self._boxes))

    def narrow_to(self, dusun: str | None, rw: int | None, rt: int | None) -> None:
        """Narrow the list to an area, whatever area it was narrowed to before."""
        for box, value in ((self.dusun, dusun), (self.rw, rw), (self.rt, rt)):
            box.choose(value)
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Narrow nothing any more."""
        for box in self._boxes:
            box.choose(None)
        self.changed.emit()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

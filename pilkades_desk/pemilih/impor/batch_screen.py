"""The tab of former imports: what each did, taken back with a reason, two held side by side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QWidget

from pilkades_desk.core.clock import Zona
from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.kits.qt.ask import Ask
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.form import choice
from pilkades_desk.kits.qt.latest import Latest
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.widgets import button, column, label, row
from pilkades_desk.pemilih.batch.values import Batch, HasilTarik
from pilkades_desk.pemilih.impor import batch_forms as forms
from pilkades_desk.pemilih.impor.table_model import banding_model, batch_model
from pilkades_desk.pemilih.impor.values import Banding

TITLE = "Impor sebelumnya"


class Withdraw(Protocol):
    """Takes an import back by its number, with a reason."""

    def __call__(self, batch_id: int, alasan: str, *, paksa: bool) -> HasilTarik:
        """Take it back; `paksa` with what was changed by hand since."""


@dataclass(frozen=True, slots=True)
class BatchActs:
    """What the tab may do, bound to the open desk."""

    zona: Zona
    read: Callable[[], Sequence[Batch]]
    may: Callable[[], bool]
    withdraw: Withdraw
    compare: Callable[[int, int], Banding]


class BatchPanel(QWidget):
    """Emits `changed` when an import was taken back."""

    changed = Signal()

    def __init__(self, acts: BatchActs, ask: Ask, banner: Banner) -> None:
        super().__init__()
        self._acts = acts
        self._ask = ask
        self._banner = banner
        self._batches: tuple[Batch, ...] = ()
        self._open = False
        self._model = batch_model(acts.zona, self)
        self.table = Table(TITLE, self._model)
        self.withdraw = button("Tarik impor …", self._withdraw, icon="archive")
        self.other = choice(())
        self.other.setAccessibleName("Bandingkan dengan impor lain")
        self.other.setMinimumWidth(160)
        self.compare = button("Bandingkan", self._compare, icon="scale")
        self._outcome = label("", "strong", wrap=True)
        self._people = banding_model(self)
        self.people = Table("Hanya di salah satu impor", self._people)
        self._reading = Latest(self)
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self._reading.answered.connect(self._show_banding)
        self._reading.failed.connect(banner.tell_failure)

    def reload(self, *, open_for_change: bool) -> int:
        """Read the imports anew; gives how many there are."""
        self._open = open_for_change
        at = max(0, self.table.currentIndex().row())
        self._batches = tuple(self._acts.read())
        self._model.show_values(self._batches)
        self._clear()
        if self._batches:
            self.table.selectRow(min(at, len(self._batches) - 1))
        self._choose()
        return len(self._batches)

    def say_count(self) -> str:
        """Say how many imports there were."""
        return forms.count_words(self._batches)

    def _lay_out(self) -> None:
        tools = row(self.withdraw, None, label("dengan", "muted"), self.other, self.compare)
        filled = column(tools, self.table, self._outcome, self.people, spacing=10)
        filled.setStretch(1, 2)
        filled.setStretch(3, 3)
        self.setLayout(filled)

    def _clear(self) -> None:
        self._reading.forget()
        self._outcome.hide()
        self.people.hide()

    def _chosen(self) -> Batch | None:
        index = self.table.currentIndex()
        return self._model.value_at(index.row()) if index.isValid() else None

    @Slot()
    def _choose(self) -> None:
        chosen = self._chosen()
        standing = chosen is not None and chosen.ditarik is None
        self.withdraw.setEnabled(standing and self._open and self._acts.may())
        others = [one for one in self._batches if one is not chosen]
        blocker = QSignalBlocker(self.other)
        self.other.clear()
        for one in others:
            self.other.addItem(forms.batch_words(one), one.id)
        blocker.unblock()
        for each in (self.other, self.compare):
            each.setEnabled(bool(others))

    @Slot()
    def _withdraw(self) -> None:
        chosen = self._chosen()
        answers = (
            self._ask.form(forms.withdraw_form(chosen), forms.check_reason) if chosen else None
        )
        if chosen is None or answers is None:
            return
        try:
            paksa = forms.is_forced(answers)
            hasil = self._acts.withdraw(chosen.id, answers[forms.REASON], paksa=paksa)
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        self.changed.emit()
        self._banner.tell(*forms.withdrawn(chosen, hasil))

    @Slot()
    def _compare(self) -> None:
        chosen, other = self._chosen(), self.other.currentData()
        if chosen is not None and other is not None:
            number = chosen.id
            self._reading.ask(lambda: self._acts.compare(number, other))

    @Slot(object)
    def _show_banding(self, found: Banding) -> None:
        names = {one.id: one.berkas for one in self._batches}
        self._people.show_values(forms.banding_lines(found, names))
        self._outcome.setText(forms.banding_words(found))
        self._outcome.show()
        self.people.setVisible(bool(found.hanya))

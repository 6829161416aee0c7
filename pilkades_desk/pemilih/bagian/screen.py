"""A return before it is merged: every difference side by side, conflicts decided with a reason.

The file around the bytes is opened elsewhere; nothing is stored before "Gabungkan".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QWidget

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.qt.ask import Ask
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.widgets import button, column, label, row
from pilkades_desk.pemilih.bagian import forms
from pilkades_desk.pemilih.bagian.table_model import butir_model
from pilkades_desk.pemilih.bagian.values import (
    HasilGabung,
    Keputusan,
    Kunci,
    Pihak,
    Pratinjau,
)

TITLE = "Bagian kembali"
LEAST_REASON = 3


@dataclass(frozen=True, slots=True)
class KembaliActs:
    """What the page may do with one return, bound to the open desk and to its bytes."""

    preview: Callable[[], Pratinjau]
    check: Callable[[Sequence[Keputusan]], tuple[Finding, ...]]
    merge: Callable[[str, Sequence[Keputusan]], HasilGabung]


class KembaliPanel(QWidget):
    """Emits `merged` with what was done, `closed` when somebody leaves without merging."""

    merged = Signal(object)
    closed = Signal()

    def __init__(self, acts: KembaliActs, ask: Ask, banner: Banner) -> None:
        super().__init__()
        self._acts = acts
        self._ask = ask
        self._banner = banner
        self._shown = acts.preview()
        self._said: dict[Kunci, Keputusan] = {}
        self._model = butir_model(self)
        self.headline = label("", "heading", wrap=True)
        self.notes = label("", "muted", wrap=True)
        self.why = label("", wrap=True)
        self.table = Table("Perbedaan bagian yang kembali", self._model)
        self.ours = button("Tetap di sini …", partial(self._decide, Pihak.KITA))
        self.theirs = button("Pakai yang kembali …", partial(self._decide, Pihak.MEREKA))
        self.merge = button("Gabungkan", self._merge, look="primary", icon="check")
        self.close_button = button("Tutup", self.closed.emit)
        below = row(self.ours, self.theirs, None, self.close_button, self.merge)
        filled = column(self.headline, self.notes, self.table, self.why, below, spacing=10)
        filled.setStretch(2, 1)
        self.setLayout(filled)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self._show()

    def _show(self) -> None:
        at = max(0, self.table.currentIndex().row())
        shown = self._shown
        rows = forms.with_decisions(shown.butir, self._said)
        self._model.show_values(rows)
        self.headline.setText(forms.headline(shown, self._said))
        found = () if shown.berulang else (*shown.temuan, *self._acts.check(self._decisions()))
        self.notes.setText("\n".join(f"{one.code}: {one.text} {one.do_now}" for one in found))
        self.notes.setVisible(bool(found))
        self.merge.setEnabled(not shown.berulang and not any(one.is_error for one in found))
        if rows:
            self.table.selectRow(min(at, len(rows) - 1))
        else:
            self._show_chosen(QModelIndex())

    @Slot(QModelIndex)
    def _show_chosen(self, index: QModelIndex) -> None:
        one = self._model.value_at(index.row()) if index.isValid() else None
        self.why.setText(forms.why(one.butir) if one else "")
        for each in (self.ours, self.theirs):
            each.setEnabled(one is not None)

    def _decide(self, pihak: Pihak) -> None:
        index = self.table.currentIndex()
        if not index.isValid():
            return
        butir = self._model.value_at(index.row()).butir
        title = f"{forms.field_name(butir)} {butir.nama}"
        reason = self._ask.text(title, forms.REASON, LEAST_REASON)
        if reason is not None:
            self._said = self._said | {butir.kunci: Keputusan(butir.kunci, pihak, reason)}
            self._show()

    def _decisions(self) -> list[Keputusan]:
        return list(self._said.values())

    @Slot()
    def _merge(self) -> None:
        try:
            hasil = self._acts.merge(self._shown.sidik, self._decisions())
        except PilkadesError as error:
            self._banner.tell_error(error)
            self._shown = self._acts.preview()
            self._show()
            return
        self.merged.emit(hasil)

"""The tab of possible doubles: pairs at the left, both records at the right, one decision each."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.progress import Progress
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.ask import Ask
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.marked_label import MarkedLabel
from pilkades_desk.kits.qt.page import SidePage
from pilkades_desk.kits.qt.step_page import WorkLine
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.widgets import Card, button, column, label, row
from pilkades_desk.pemilih.ganda import forms
from pilkades_desk.pemilih.ganda.rules import left_after
from pilkades_desk.pemilih.ganda.table_model import pasangan_model
from pilkades_desk.pemilih.ganda.values import Pasangan, Rujukan

TITLE = "Kemungkinan ganda"
LEAST_REASON = 3
NOT_YET = "Belum dicari."
NOTHING = "Tidak ada pasangan yang menunggu keputusan."
SAME, OTHER = "=", "≠"


@dataclass(frozen=True, slots=True)
class GandaActs:
    """What the tab may do, bound to the open desk; `decide` takes the voter kept, 0 for none."""

    find: Callable[[Progress], tuple[Pasangan, ...]]
    decide: Callable[[Rujukan, int, str], None]
    may: Callable[[], bool]


class ComparePanel(Card):
    """Shows both records of a pair side by side, and why they came up."""

    def __init__(self) -> None:
        self._reasons = label("", wrap=True)
        self.left, self.right = MarkedLabel("Nama kiri"), MarkedLabel("Nama kanan")
        self._lines = tuple((label("", wrap=True), label("", "muted"), label("", wrap=True))
                            for _ in forms.LABELS)  # fmt: skip
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        self._put(grid, 0, "Nama", (self.left, QLabel(), self.right))
        for place, (words, line) in enumerate(zip(forms.LABELS, self._lines, strict=True), 1):
            self._put(grid, place, words, line)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        super().__init__(self._reasons, grid, None, spacing=10)

    def show_pair(self, pair: Pasangan) -> None:
        """Show another pair."""
        self._reasons.setText("\n".join(f"{each.code}: {each.text}" for each in pair.temuan))
        self.left.show_text(pair.kiri.pemilih.nama, pair.kiri.beda)
        self.right.show_text(pair.kanan.pemilih.nama, pair.kanan.beda)
        for (left, sign, right), texts in zip(self._lines, forms.lines(pair), strict=True):
            left.setText(texts[0])
            right.setText(texts[1])
            sign.setText(SAME if texts[2] else OTHER)

    @staticmethod
    def _put(grid: QGridLayout, place: int, words: str, line: tuple[QLabel, ...]) -> None:
        grid.addWidget(label(words, "muted"), place, 0, Qt.AlignmentFlag.AlignTop)
        for at, each in enumerate(line, 1):
            grid.addWidget(each, place, at, Qt.AlignmentFlag.AlignTop)


class GandaPanel(QWidget):
    """Emits `changed` when a pair was decided, `found` with what the tab says then."""

    changed = Signal()
    found = Signal(str)

    def __init__(self, acts: GandaActs, ask: Ask, banner: Banner) -> None:
        super().__init__()
        self._acts = acts
        self._ask = ask
        self._banner = banner
        self._pairs: tuple[Pasangan, ...] = ()
        self._known: Hashable = None
        self._stale = True
        self._locked = self._deciding = False
        self._model = pasangan_model(self)
        self.table = Table(TITLE, self._model)
        self.compare = ComparePanel()
        self.nothing = label(NOT_YET, "muted")
        self.same = button("Orang yang sama …", self._decide_same, icon="users")
        self.different = button("Orang berbeda …", self._decide_different)
        self.again = button("Cari lagi", self.search, icon="search")
        self.search_job = Job(self)
        self._lay_out()
        self.search_job.finished.connect(self._show_found)
        self.search_job.failed.connect(banner.tell_failure)
        self.search_job.cancelled.connect(self._tell_stopped)
        self.search_job.busy_changed.connect(self.again.setDisabled)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.table.activated.connect(self._decide_same)

    def reload(self, known: Hashable, *, locked: bool) -> None:
        """Search anew once the list differs from what was searched; `known` tells them apart."""
        self._locked = locked
        if known != self._known:
            self._stale = not self._deciding  # after a decision made here what is left is right
            self._known = known
        self._allow()
        if self._stale and self.isVisible():
            self.search()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's name
        """Search when the tab is opened and the list has changed."""
        super().showEvent(event)
        if self._stale:
            self.search()

    @Slot()
    def search(self) -> None:
        """Search the whole list off the window's thread; one search at a time."""
        if self.search_job.is_busy:
            return
        self._stale = False
        self.search_job.start(self._acts.find)

    def say_count(self) -> str:
        """Say how many pairs wait."""
        return f"{angka(len(self._pairs))} pasangan menunggu keputusan"

    def _lay_out(self) -> None:
        buttons = row(self.same, self.different, None, self.again)
        work = WorkLine("Mencari kemungkinan ganda …", self.search_job)
        right = column(SidePage(self.compare), buttons, spacing=10)
        right.setStretch(0, 1)
        both = row(self.table, right, spacing=14)
        both.setStretch(0, 4)
        both.setStretch(1, 5)
        filled = column(work, self.nothing, both, spacing=10)
        filled.setStretch(2, 1)
        self.setLayout(filled)
        self._show_pairs(())
        self.nothing.setText(NOT_YET)

    @Slot(object)
    def _show_found(self, pairs: tuple[Pasangan, ...]) -> None:
        self._show_pairs(pairs)
        if self._stale and self.isVisible():
            self.search()

    def _show_pairs(self, pairs: tuple[Pasangan, ...], at: int = 0) -> None:
        self._pairs = pairs
        self._model.show_values(pairs)
        self.nothing.setText(NOTHING)
        self.nothing.setHidden(bool(pairs))
        self.compare.setVisible(bool(pairs))
        self._allow()
        if pairs:
            self.table.selectRow(min(at, len(pairs) - 1))
        self.found.emit(f"{TITLE} ({angka(len(pairs))})")

    def _allow(self) -> None:
        allowed = bool(self._pairs) and not self._locked and self._acts.may()
        for each in (self.same, self.different):
            each.setEnabled(allowed)

    @Slot(QModelIndex)
    def _show_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.compare.show_pair(self._model.value_at(index.row()))

    @Slot()
    def _decide_same(self) -> None:
        pair = self._chosen()
        answers = self._ask.form(forms.same_form(pair)) if pair else None
        if pair is not None and answers is not None:
            self._decide(pair, forms.kept_of(pair, answers), answers[forms.REASON])

    @Slot()
    def _decide_different(self) -> None:
        pair = self._chosen()
        reason = self._ask.text(*forms.DIFFERENT, LEAST_REASON) if pair else None
        if pair is not None and reason is not None:
            self._decide(pair, 0, reason)

    def _chosen(self) -> Pasangan | None:
        index = self.table.currentIndex()
        allowed = index.isValid() and self.same.isEnabled()
        return self._model.value_at(index.row()) if allowed else None

    def _decide(self, pair: Pasangan, kept: int, reason: str) -> None:
        try:
            self._acts.decide(pair.rujukan, kept, reason)
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        at = self.table.currentIndex().row()
        self._show_pairs(left_after(self._pairs, pair, kept), at)
        self._deciding = True
        self.changed.emit()
        self._deciding = False
        self._banner.tell("ok", "Keputusan disimpan.", f"{self.say_count()}.")

    @Slot()
    def _tell_stopped(self) -> None:
        self._banner.tell("info", "Pencarian dihentikan.", "Tekan Cari lagi bila perlu.")

"""Step 8 in the village's window: what the kabupaten answered, and what happens there."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout

from pilkades_desk.core.clock import Zona
from pilkades_desk.kits.qt.ask import Ask
from pilkades_desk.kits.qt.step_page import StepPage
from pilkades_desk.kits.qt.table import TupleTableModel
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.widgets import Card, EmptyState, icon_label, label, row
from pilkades_desk.paket.values import TandaTerima
from pilkades_desk.penerimaan.table_model import answer_columns

THERE = (
    ("shield-check", "Meja kabupaten memeriksa keaslian, urutan, dan isi paket."),
    ("scale", "Angka dijumlah ulang dari formulir; selisih ditanyakan kepada panitia."),
    ("file-text", "Berita acara kertas tetap yang asli."),
    ("package-check", "Tanda terima ditulis ke flashdisk. Baca di langkah 7."),
)
LOW = 96  # pixels; heading and a row, so that the page fits a small screen


@dataclass(frozen=True, slots=True)
class PenerimaanActs:
    """What the page reads from the open desk."""

    zona: Zona
    read_answers: Callable[[], tuple[TandaTerima, ...]]


class PenerimaanScreen(StepPage):
    """Shows the receipts read so far, newest first."""

    def __init__(self, acts: PenerimaanActs) -> None:
        super().__init__()
        self._acts = acts
        self._model = TupleTableModel(answer_columns(acts.zona), self)
        self.table = self.add_body(Table("Tanda terima", self._model))
        self.table.setMinimumHeight(LOW)
        words = "Serahkan flashdisk ke kabupaten. Setelah kembali, baca tanda terima di langkah 7."
        self._empty = self.add_body(EmptyState("inbox", "Belum ada tanda terima", words))
        lines = [_line(icon, text) for icon, text in THERE]
        card = Card(label("Di meja kabupaten", "heading"), *lines, None, spacing=12)
        self.add_side(card)

    def reload(self) -> None:
        """Read the receipts anew."""
        answers = self._acts.read_answers()[::-1]
        self._model.show_values(answers)
        self.table.setVisible(bool(answers))
        self._empty.setVisible(not answers)
        self.say_count(f"{len(answers)} tanda terima" if answers else "")


def make_screen(acts: PenerimaanActs, ask: Ask) -> PenerimaanScreen:  # noqa: ARG001 -- asks nothing
    """Make the step's screen."""
    return PenerimaanScreen(acts)


def _line(icon: str, text: str) -> QHBoxLayout:
    words = row(icon_label(icon, "brand"), label(text, wrap=True), spacing=12)
    words.setStretch(1, 1)
    return words

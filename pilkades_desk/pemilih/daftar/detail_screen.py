"""The panel beside the list: one voter, the warnings about them, and what may be done."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal, Slot

from pilkades_desk.core.findings import Finding
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.findings_list import FindingsList
from pilkades_desk.kits.qt.widgets import Card, button, column, label, row
from pilkades_desk.pemilih.reveal_screen import NikPanel
from pilkades_desk.pemilih.values import BarisPemilih

STRIKE, TAKE_BACK = "Coret", "Batal coret"
WIDTH, HEIGHT = 304, 104
NOBODY = "Pilih pemilih di tabel untuk melihat peringatannya."
MANY = "Dusun, RW, RT, atau TPS mereka dapat diubah sekaligus."


@dataclass(frozen=True, slots=True)
class Boleh:
    """What may be done to the voter shown: correct, strike, take in an usul, note (F-09)."""

    koreksi: bool = False
    coret: bool = False
    usul: bool = False
    catat: bool = False


class DetailPanel(Card):
    """Shows the chosen voter, or how many are chosen; emits what somebody wants done."""

    correct_wanted = Signal()
    strike_wanted = Signal()
    change_wanted = Signal()
    usul_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, numbers: NikPanel) -> None:
        self._name = label("", "heading", wrap=True)
        self._note = label("", "muted", wrap=True)
        self.numbers = numbers
        self._none = label("Tidak ada peringatan.", wrap=True)
        self._findings = FindingsList("Peringatan pemilih ini")
        self._findings.setMinimumHeight(48)
        self.correct = button("Koreksi", self._want_correct, icon="pencil")
        self.strike = button(STRIKE, self._want_strike, look="danger")
        self.change = button("Ubah sekaligus", self._want_change, icon="users")
        self.usul = button("Usul", self._want_usul)
        self.note = button("Catat sesudah DPT", self._want_note, icon="pencil")
        self._acts = (self.correct, self.strike, self.usul, self.note, self.change)
        acts = row(*self._acts, None, spacing=8)
        words = column(self._name, self._note, spacing=2)
        super().__init__(words, numbers, acts, self._none, self._findings, None, spacing=8)
        self.layout().setStretch(4, 100)  # type: ignore[union-attr]  # a box, set above
        self.show_nobody()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Ask for little height where the panel stands below the table."""
        return QSize(WIDTH, HEIGHT)

    def show_nobody(self) -> None:
        """Show that nobody is chosen."""
        self._show_words("Belum ada yang dipilih", NOBODY)

    def show_many(self, count: int, *, fixed: bool) -> None:
        """Show how many are chosen; `fixed` when the list is locked or this account may not."""
        self._show_words(f"{angka(count)} pemilih dipilih", MANY)
        self.change.setVisible(not fixed)

    def show_baris(self, baris: BarisPemilih, warnings: Sequence[Finding], boleh: Boleh) -> None:
        """Show one voter and offer what may be done."""
        pemilih = baris.pemilih
        note = f"Dicoret: {pemilih.coret}" if pemilih.coret else pemilih.alamat
        self._show_words(pemilih.nama, note)
        self.numbers.show_pemilih(pemilih)
        self.numbers.show()
        self._none.setVisible(not warnings)
        self._findings.setVisible(bool(warnings))
        self._findings.show_findings(warnings)
        words = TAKE_BACK if pemilih.coret else STRIKE
        self.strike.setText(words)
        self.strike.setAccessibleName(words)
        self.strike.setVisible(boleh.coret)
        self.correct.setVisible(boleh.koreksi)
        self.usul.setVisible(boleh.usul)
        self.note.setVisible(boleh.catat)

    def _show_words(self, heading: str, note: str) -> None:
        self._name.setText(heading)
        self._note.setText(note)
        parts = (self._none, self._findings, self.numbers)
        for each in (*parts, *self._acts):
            each.hide()

    @Slot()
    def _want_correct(self) -> None:
        self.correct_wanted.emit()

    @Slot()
    def _want_change(self) -> None:
        self.change_wanted.emit()

    @Slot()
    def _want_usul(self) -> None:
        self.usul_wanted.emit()

    @Slot()
    def _want_note(self) -> None:
        self.note_wanted.emit()

    @Slot()
    def _want_strike(self) -> None:
        self.strike_wanted.emit()

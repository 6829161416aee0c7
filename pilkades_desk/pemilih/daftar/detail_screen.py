"""The panel beside the list: one voter, the warnings about them, and striking them off."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize

from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.qt.findings_list import FindingsList
from pilkades_desk.kits.qt.widgets import Card, button, column, label, row
from pilkades_desk.pemilih.reveal_screen import NikPanel
from pilkades_desk.pemilih.values import BarisPemilih

STRIKE, TAKE_BACK = "Coret", "Batal coret"
WIDTH, HEIGHT = 262, 104
NOBODY = "Pilih pemilih di tabel untuk melihat peringatannya."


class DetailPanel(Card):
    """Shows the chosen voter."""

    def __init__(self, strike: Callable[[], object], numbers: NikPanel) -> None:
        self._name = label("", "heading", wrap=True)
        self._note = label("", "muted", wrap=True)
        self.numbers = numbers
        self._none = label("", wrap=True)
        self._findings = FindingsList("Peringatan pemilih ini")
        self._findings.setMinimumHeight(48)
        self.strike = button(STRIKE, strike, look="danger")
        head = row(column(self._name, self._note, spacing=2), self.strike)
        head.setStretch(0, 1)
        super().__init__(head, numbers, self._none, self._findings, None, spacing=8)
        self.layout().setStretch(3, 100)  # type: ignore[union-attr]  # a box, set above
        self.show_nobody()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Ask for little height where the panel stands below the table."""
        return QSize(WIDTH, HEIGHT)

    def show_nobody(self, figures: Sequence[str] = ()) -> None:
        """Show the figures of the whole list while nobody is chosen."""
        self._name.setText("Ringkasan")
        self._note.setText(NOBODY)
        self._none.setText("\n".join(figures))
        self._none.show()
        self._findings.hide()
        self.strike.hide()
        self.numbers.hide()

    def show_baris(self, baris: BarisPemilih, warnings: Sequence[Finding], *, fixed: bool) -> None:
        """Show one voter; `fixed` when the list is locked or this account may not strike."""
        pemilih = baris.pemilih
        self._name.setText(pemilih.nama)
        self._note.setText(f"Dicoret: {pemilih.coret}" if pemilih.coret else pemilih.alamat)
        self.numbers.show_pemilih(pemilih)
        self.numbers.show()
        self._none.setText("Tidak ada peringatan.")
        self._none.setVisible(not warnings)
        self._findings.setVisible(bool(warnings))
        self._findings.show_findings(warnings)
        words = TAKE_BACK if pemilih.coret else STRIKE
        self.strike.setText(words)
        self.strike.setAccessibleName(words)
        self.strike.setVisible(not fixed)

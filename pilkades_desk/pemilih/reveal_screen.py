"""One voter's numbers in the side panel: masked, whole for a minute once a purpose was chosen."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.kits.qt.ask import Ask
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.clipboard import copy_briefly
from pilkades_desk.kits.qt.widgets import button, column, label, row, tool_button
from pilkades_desk.panitia.values import TujuanAkses
from pilkades_desk.pemilih import forms
from pilkades_desk.pemilih.values import DataPribadi, PemilihTersamar

SHOWN = 60_000
"""Milliseconds the whole numbers stay in sight."""
SHOW, HIDE = "Tampilkan NIK", "Sembunyikan"


@dataclass(frozen=True, slots=True)
class RevealActs:
    """`reveal` gives the whole numbers and logs it; `may` tells whether this account may ask."""

    may: Callable[[], bool]
    reveal: Callable[[int, TujuanAkses], DataPribadi]


class NikPanel(QWidget):
    """Shows the numbers of one voter."""

    def __init__(self, acts: RevealActs, ask: Ask, banner: Banner) -> None:
        super().__init__()
        self._acts = acts
        self._ask = ask
        self._banner = banner
        self._pemilih: PemilihTersamar | None = None
        self._whole: DataPribadi | None = None
        self._numbers = label("", "field")
        self._numbers.setAccessibleName("NIK dan nomor KK")
        self.show_button = button(SHOW, self._turn, icon="eye")
        self.copy_button = tool_button("Salin NIK", "clipboard-list", self._copy)
        self.setLayout(
            column(self._numbers, row(self.show_button, self.copy_button, None), spacing=6)
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN)
        self._timer.timeout.connect(self.cover)

    def show_pemilih(self, pemilih: PemilihTersamar) -> None:
        """Show another voter, masked."""
        self._pemilih = pemilih
        self.cover()

    @Slot()
    def cover(self) -> None:
        """Forget the whole numbers and show the masked ones."""
        self._whole = None
        self._timer.stop()
        self._fill()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 -- Qt's name
        """Cover the numbers when the page is left or the screen is locked."""
        self.cover()
        super().hideEvent(event)

    def _fill(self) -> None:
        seen = self._whole or self._pemilih
        self._numbers.setText(f"NIK {seen.nik}\nKK {seen.kk}" if seen else "")
        words = HIDE if self._whole else SHOW
        self.show_button.setText(f" {words}")
        self.show_button.setAccessibleName(words)
        self.show_button.setVisible(self._acts.may())
        self.copy_button.setVisible(self._whole is not None)

    @Slot()
    def _turn(self) -> None:
        if self._whole is not None or self._pemilih is None:
            self.cover()
            return
        answers = self._ask.form(forms.reveal_form(self._pemilih.nama))
        if answers is None:
            return
        try:
            self._whole = self._acts.reveal(self._pemilih.id, forms.tujuan_of(answers))
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        self._timer.start()
        self._fill()

    @Slot()
    def _copy(self) -> None:
        if self._whole is not None:
            copy_briefly(self._whole.nik)
            self._banner.tell("info", "NIK disalin.", "Salinannya dihapus setelah 30 detik.")

"""The counter over the whole window: one question, a short answer in big type, empty again.

Nothing else can be reached from here; leaving it locks the desk, so whoever goes on logs in.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.page import MARGIN, FoldingGrid, ScrollPage
from pilkades_desk.kits.qt.widgets import Card, button, column, label, row
from pilkades_desk.pemilih.loket.values import HasilLoket, HitungLoket, Jawaban
from pilkades_desk.pemilih.values import JenisKelamin

EMPTIED = 60_000
"""Milliseconds after the last key or question until nothing is shown any more."""
CARD = 380
WELCOME = ("Apakah saya terdaftar?", "Petugas mengetik nama lengkap atau 16 angka NIK, lalu Enter.")
FOUND = ("Terdaftar", "Cocokkan nama dan RT/RW dengan warga. Bila ada yang keliru, isi F-03.")
NOBODY = ("Tidak ditemukan", "Periksa ejaan nama, atau ketik NIK. Bila tetap tidak ada, isi F-03.")
TOO_MANY = ("Nama ini dipakai banyak orang", "Ketik nama yang lebih lengkap atau 16 angka NIK.")
_SEX = {JenisKelamin.L: "Laki-laki", JenisKelamin.P: "Perempuan"}


@dataclass(frozen=True, slots=True)
class LoketActs:
    """What the counter may do, bound to the open desk."""

    desa: str
    answer: Callable[[str], HasilLoket]
    record: Callable[[HitungLoket], None]
    print_f03: Callable[[Jawaban | None], None]


class LoketScreen(QWidget):
    """Answers residents; emits `left` when the officer shuts the counter."""

    left = Signal()

    def __init__(self, acts: LoketActs) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._acts = acts
        self._counted = HitungLoket()
        self._shown: tuple[Jawaban, ...] = ()
        self.banner = Banner()
        self.question = QLineEdit()
        self.question.setProperty("look", "big")
        self.question.setAccessibleName("Nama lengkap atau NIK")
        self.question.setPlaceholderText("Nama lengkap atau 16 angka NIK")
        self.question.setMaxLength(100)
        self.ask = button("Cari", self.search, look="primary", icon="search")
        self.said, self.hint = label("", "big", wrap=True), label("", "large", wrap=True)
        self._cards: FoldingGrid | None = None
        self._answers = QVBoxLayout()
        self._answers.setContentsMargins(0, 0, 0, 0)
        self.empty = button("Kosongkan (Esc)", self.clear)
        self.print = button("Cetak F-03", self._print, icon="printer")
        self.leave = button("Tutup loket", self.finish, look="quiet", icon="lock")
        self.leave.setToolTip("Layar terkunci; masuk lagi dengan kata sandi.")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EMPTIED)
        self._lay_out()
        self._timer.timeout.connect(self.clear)
        self.question.returnPressed.connect(self.search)
        self.question.textEdited.connect(self._touch)
        self.clear()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's name
        """Wait for the first question at once."""
        super().showEvent(event)
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Show nobody on Escape, wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    @Slot()
    def search(self) -> None:
        """Answer what was typed."""
        self._touch()
        self.banner.hide()
        try:
            hasil = self._acts.answer(self.question.text())
        except PilkadesError as error:
            self._say(WELCOME)
            self.banner.tell_error(error)
            return
        self._counted = self._counted.plus(hasil)
        self._show(hasil)
        self.question.selectAll()
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def clear(self) -> None:
        """Show nobody and wait for the next resident."""
        self._timer.stop()
        self.banner.hide()
        self.question.clear()
        self._say(WELCOME)
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def finish(self) -> None:
        """Show nobody, write down how often somebody asked, and shut the counter."""
        self.clear()
        try:
            self.keep_count()
        except PilkadesError as error:
            self.banner.tell_error(error)
            return
        self.left.emit()

    def keep_count(self) -> None:
        """Write down how often somebody asked since it was last written down."""
        if self._counted.ditanya:
            self._acts.record(self._counted)
        self._counted = HitungLoket()

    def _lay_out(self) -> None:
        asking = row(self.question, self.ask, spacing=12)
        asking.setStretch(0, 1)
        head = row(label(f"Desa {self._acts.desa}", "title"), None, self.leave)
        words = column(self.said, self.hint, spacing=4)
        shown = ScrollPage(column(words, self._answers, None, spacing=16), margin=0)
        note = label("Layar ini kosong sendiri setelah 60 detik.", "muted")
        foot = row(note, None, self.empty, self.print)
        whole = column(head, self.banner, asking, shown, foot, spacing=16)
        whole.setStretch(3, 1)
        whole.setContentsMargins(MARGIN, 20, MARGIN, 16)
        self.setLayout(whole)

    @Slot()
    def _touch(self) -> None:
        self._timer.start()

    def _show(self, hasil: HasilLoket) -> None:
        if hasil.terlalu_banyak:
            self._say(TOO_MANY)
        elif not hasil.jawaban:
            self._say(NOBODY)
        else:
            self._say(FOUND)
            self._shown = hasil.jawaban
            self._cards = FoldingGrid([_card(each) for each in hasil.jawaban], CARD)
            self._answers.addWidget(self._cards)

    def _say(self, words: tuple[str, str]) -> None:
        if self._cards is not None:
            self._answers.removeWidget(self._cards)
            self._cards.hide()  # deleting waits for the event loop, painting does not
            self._cards.deleteLater()
            self._cards = None
        self._shown = ()
        self.said.setText(words[0])
        self.hint.setText(words[1])

    @Slot()
    def _print(self) -> None:
        """Print F-03 for the one who is shown, or blank where nobody or several are."""
        self._touch()
        try:
            self._acts.print_f03(self._shown[0] if len(self._shown) == 1 else None)
        except PilkadesError as error:
            self.banner.tell_error(error)


def _card(jawaban: Jawaban) -> Card:
    lines: tuple[QLabel, ...] = (
        label(jawaban.nama, "big", wrap=True),
        label(f"{_SEX[jawaban.kelamin]} · {jawaban.daerah}", "large"),
        label(jawaban.tps or "TPS belum dibagi", "large", wrap=True),
    )
    made = Card(*lines, spacing=4)
    made.setAccessibleName(", ".join(each.text() for each in lines))
    return made

"""The tab of usul (F-03): received at the desk, decided, printed with their receipt."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.progress import Progress
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.ask import Ask
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.print_page import Printout
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.widgets import button, column, label, row
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.usul import forms
from pilkades_desk.pemilih.usul.table_model import BarisUsul, usul_model
from pilkades_desk.pemilih.usul.values import Menunggu, Putusan, Usul, UsulBaru
from pilkades_desk.pemilih.values import PemilihTersamar

TITLE = "Usul"
NONE_YET = "Belum ada usul. Pilih pemilihnya di Daftar pemilih lalu tekan Usul, atau terima di sini"
NONE_YET += " usul tentang orang yang belum terdaftar."
TOO_EARLY = "Usul (F-03) diterima sesudah DPS ditetapkan. Sebelumnya perbaiki langsung di daftar."


@dataclass(frozen=True, slots=True)
class UsulActs:
    """What the tab may do, bound to the open desk."""

    may: Callable[[Aksi], bool]
    read: Callable[[], tuple[Usul, ...]]
    read_open: Callable[[], tuple[Menunggu, ...]]
    receive: Callable[[UsulBaru], Usul]
    decide: Callable[[int, Putusan, str], Usul]
    print: Callable[[int, Progress], tuple[Printout, ...]]


class UsulPanel(QWidget):
    """Emits `changed` when the list may be another one, `print_wanted` with a number."""

    changed = Signal()
    print_wanted = Signal(int)

    def __init__(self, acts: UsulActs, ask: Ask, banner: Banner) -> None:
        super().__init__()
        self._acts = acts
        self._ask = ask
        self._banner = banner
        self._open = False
        self._waiting = 0
        self._model = usul_model(self)
        self.table = Table("Usul perbaikan dan tanggapan", self._model)
        self.nothing = label("", "muted", wrap=True)
        self.decide = button("Putuskan", self._decide, icon="scale")
        self.print = button("Cetak F-03", self._print, icon="printer")
        self.receive_new = button("Orang belum terdaftar", self._receive_new, icon="plus")
        buttons = row(self.decide, self.print, None, self.receive_new)
        filled = column(buttons, self.nothing, self.table, spacing=10)
        filled.setStretch(2, 1)
        self.setLayout(filled)
        self.table.activated.connect(self._decide)
        self.table.selectionModel().currentRowChanged.connect(self._allow)

    @property
    def may_read(self) -> bool:
        """Tell whether this account works with the cards beside it."""
        return self._acts.may(Aksi.LIHAT_DATA_PRIBADI)

    def reload(self, *, open_for_usul: bool) -> int:
        """Read every usul anew; gives how many wait. `open_for_usul`: DPS set, DPT not locked."""
        self._open = open_for_usul
        lines = self._lines() if self.may_read else []
        at = max(0, self.table.currentIndex().row())
        self._model.show_values(lines)
        if lines:
            self.table.selectRow(min(at, len(lines) - 1))
        self.nothing.setText(NONE_YET if open_for_usul else TOO_EARLY)
        self.nothing.setHidden(bool(lines))
        self.receive_new.setEnabled(open_for_usul and self._acts.may(Aksi.CATAT_USUL))
        self._allow()
        return self._waiting

    def say_count(self) -> str:
        """Say how many wait."""
        return f"{angka(self._waiting)} usul menunggu putusan"

    def receive(self, pemilih: PemilihTersamar | None) -> None:
        """Ask what is handed in about a voter, or about nobody on the list, and keep it."""
        answers = self._ask.form(forms.receive_form(pemilih), forms.check_receive)
        if answers is None:
            return
        isian = {}
        if forms.jenis_of(answers) in forms.WITH_FIELDS:
            typed = self._ask.form(forms.fields_form(pemilih), forms.check_fields)
            if typed is None:
                return
            isian = forms.typed_of(typed)
        try:
            usul = self._acts.receive(forms.usul_of(answers, pemilih, isian))
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        self.changed.emit()
        self._banner.tell(
            "ok", f"Usul diterima dengan nomor {usul.nomor}.", "Beri tanda terimanya."
        )
        self._banner.offer("Cetak F-03", lambda: self.print_wanted.emit(usul.nomor))

    def printouts(self, number: int, progress: Progress) -> tuple[Printout, ...]:
        """Draw one usul with its receipt."""
        return self._acts.print(number, progress)

    def _lines(self) -> list[BarisUsul]:
        waiting = self._acts.read_open()
        self._waiting = len(waiting)
        decided = (one for one in reversed(self._acts.read()) if one.keputusan)
        return [
            *(BarisUsul(one.usul, forms.waited(one)) for one in waiting),
            *(BarisUsul(one, "") for one in decided),
        ]

    def _chosen(self) -> Usul | None:
        index = self.table.currentIndex()
        return self._model.value_at(index.row()).usul if index.isValid() else None

    @Slot()
    def _allow(self) -> None:
        usul = self._chosen()
        waits = usul is not None and usul.keputusan is None
        self.decide.setEnabled(waits and self._open and self._acts.may(Aksi.PUTUS_USUL))
        self.print.setEnabled(usul is not None and self._acts.may(Aksi.CETAK_DAFTAR))

    @Slot()
    def _receive_new(self) -> None:
        self.receive(None)

    @Slot()
    def _decide(self) -> None:
        usul = self._chosen()
        if usul is None or not self.decide.isEnabled():
            return
        answers = self._ask.form(forms.decide_form(usul), forms.check_decide)
        if answers is None:
            return
        putusan = Putusan(answers[forms.PUTUSAN])
        try:
            self._acts.decide(usul.nomor, putusan, answers[forms.ALASAN])
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        self.changed.emit()
        self._banner.tell("ok", f"Usul no. {usul.nomor} {putusan.value}.", f"{self.say_count()}.")

    @Slot()
    def _print(self) -> None:
        usul = self._chosen()
        if usul is not None:
            self.print_wanted.emit(usul.nomor)

"""The page of backups: how safe the file is, where copies lie; back up, rehearse, restore."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.kits.qt.ask import Ask
from pilkades_desk.kits.qt.page import FoldingGrid
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.widgets import Card, button, column, label
from pilkades_desk.kits.qt.work_page import WorkPage
from pilkades_desk.panitia.cadangan import Ditemukan, HasilCadangan, KeadaanCadangan
from pilkades_desk.panitia.table_model import cadangan_model
from pilkades_desk.panitia.values import CatatanUji

HALF_LEAST = 320


@dataclass(frozen=True, slots=True)
class IsiCadangan:
    """Everything the page shows; `tempat` are lines of words and folder."""

    keadaan: KeadaanCadangan
    tempat: tuple[str, ...]
    daftar: tuple[Ditemukan, ...]


@dataclass(frozen=True, slots=True)
class CadanganActs:
    """What the page may do, bound to the open desk."""

    read: Callable[[], IsiCadangan]
    may_back_up: bool
    may_restore: bool
    back_up: Callable[[], HasilCadangan]
    rehearse: Callable[[], CatatanUji]
    choose_second: Callable[[Path], None]


class CadanganScreen(WorkPage):
    """Shows the backups and asks what it needs."""

    restore_requested = Signal()

    def __init__(self, acts: CadanganActs, ask: Ask) -> None:
        super().__init__("Membaca dan menulis cadangan …")
        self._acts = acts
        self._ask = ask
        self._model = cadangan_model(self)
        self._last, self._tried = label("", "strong", wrap=True), label("", wrap=True)
        self._due = label("", "muted", wrap=True)
        self._places = label("", wrap=True)
        self.elsewhere = button("Ganti map kedua", self._choose_second, icon="folder-open")
        self.restore = self.add_action("Pulihkan …", self.restore_requested.emit, icon="history")
        self.rehearse = self.add_action("Uji pulih", self._rehearse, icon="shield-check")
        self.make = self.add_action(
            "Cadangkan sekarang", self._back_up, look="primary", icon="save"
        )
        for act in (self.rehearse, self.make, self.elsewhere):
            act.setEnabled(acts.may_back_up)
        self.restore.setEnabled(acts.may_restore)
        self._lay_out()

    def reload(self) -> None:
        """Read everything anew."""
        seen = self._acts.read()
        self._last.setText(seen.keadaan.kalimat)
        self._tried.setText(seen.keadaan.kalimat_uji)
        self._due.setText(
            "Ada perubahan sesudah cadangan terakhir."
            if seen.keadaan.perlu
            else "Semua perubahan sudah dicadangkan."
        )
        self._places.setText("\n".join(seen.tempat))
        self._model.show_values(seen.daftar)
        self.say_count(f"{len(seen.daftar)} berkas cadangan di semua tempat")

    def _lay_out(self) -> None:
        state = Card(
            label("Keadaan", "heading"), self._last, self._tried, self._due, None, spacing=6
        )
        places = Card(
            label("Tempat cadangan", "heading"), self._places, self.elsewhere, None, spacing=6
        )
        whole = column(
            FoldingGrid([state, places], HALF_LEAST), Table("Cadangan", self._model), spacing=14
        )
        whole.setStretch(1, 1)
        body = QWidget()
        body.setLayout(whole)
        self.add_body(body)

    def _back_up(self) -> None:
        self.start_act(self._acts.back_up, self._say_made)

    def _rehearse(self) -> None:
        self.start_act(self._acts.rehearse, self._say_tried)

    def _choose_second(self) -> None:
        folder = self._ask.choose_folder("Map kedua untuk cadangan")
        if folder is None:
            return
        try:
            self._acts.choose_second(folder)
        except PilkadesError as error:
            self.banner.tell_error(error)
            return
        self.reload()

    def _say_made(self, made: HasilCadangan) -> None:
        if made.temuan:
            self.banner.tell("warn", made.temuan[0].text, made.temuan[0].do_now)
            return
        self.banner.tell("ok", "Cadangan dibuat dan diperiksa.")

    def _say_tried(self, tried: CatatanUji) -> None:
        if tried.temuan:
            self.banner.tell("bad", tried.temuan)
            return
        self.banner.tell("ok", "Cadangan terakhir dapat dipulihkan utuh.")

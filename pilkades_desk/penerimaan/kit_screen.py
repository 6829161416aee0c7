"""The kabupaten's first page: the root's digits for the letter, kits, certificates."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt

from pilkades_desk.kits.qt.ask import Ask
from pilkades_desk.kits.qt.table import TupleTableModel
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.widgets import Card, column, icon_label, label, row
from pilkades_desk.kits.qt.work_page import WorkPage
from pilkades_desk.paket.asking import BUNDLE, ask_digits
from pilkades_desk.paket.values import IsiDaftar
from pilkades_desk.penerimaan.table_model import state_columns
from pilkades_desk.penerimaan.values import KeadaanDesa


@dataclass(frozen=True, slots=True)
class KitActs:
    """What the page may do, bound to the kabupaten's desk; a folder plays the stick."""

    read_digits: Callable[[], str]
    read_states: Callable[[], tuple[KeadaanDesa, ...]]
    make_kit: Callable[[Path], Path]
    issue: Callable[[Path, str], IsiDaftar]


class KitScreen(WorkPage):
    """Hands out kits and issues certificates."""

    def __init__(self, acts: KitActs, ask: Ask) -> None:
        super().__init__("Membaca atau menulis flashdisk, jangan dicabut …")
        self._acts = acts
        self._ask = ask
        self.add_action("Terbitkan sertifikat", self._issue, icon="badge-check")
        self.add_action("Buat kit", self._make_kit, look="primary", icon="package")
        self._digits = label("", "code", wrap=True)
        self._digits.setAccessibleName("Sidik jari kunci kabupaten")
        self._digits.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words = column(
            label("Sidik jari kunci kabupaten", "strong"),
            self._digits,
            label("Tulis 40 angka ini di surat resmi kepada semua desa.", "muted", wrap=True),
            spacing=4,
        )
        filled = row(icon_label("key-round", "brand", 32), words, spacing=16)
        filled.setStretch(1, 1)
        self.add_body(Card(filled, tone="brand"), 0)
        self._model = TupleTableModel(state_columns(received=False), self)
        self.table = self.add_body(Table("Sertifikat desa", self._model))
        self.table.setMinimumHeight(96)  # with a notice open the window still fits a small screen

    def reload(self) -> None:
        """Read digits and villages anew."""
        states = self._acts.read_states()
        self._digits.setText(self._acts.read_digits())
        self._model.show_values(states)
        issued = sum(each.sertifikat for each in states)
        self.say_count(f"{len(states)} desa, {issued} bersertifikat")

    def _make_kit(self) -> None:
        folder = self._ask.choose_folder("Tulis kit ke flashdisk")
        if folder is not None:
            self.start_act(lambda: self._acts.make_kit(folder), self._say_kit)

    def _issue(self) -> None:
        path = self._ask.choose_file("Pilih permohonan sertifikat desa", BUNDLE)
        digits = ask_digits(self._ask, "formulir desa yang bercap") if path else None
        if path is not None and digits is not None:
            self.start_act(lambda: self._acts.issue(path, digits), self._say_issued)

    def _say_kit(self, path: Path) -> None:
        self.banner.tell("ok", "Kit ditulis, USB aman dicabut.", path.name)

    def _say_issued(self, isi: IsiDaftar) -> None:
        words = f"Sertifikat Desa {isi.desa} terbit."
        self.banner.tell("ok", words, "Buat kit baru dan serahkan ke desa itu.")

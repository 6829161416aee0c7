"""Step 7 on the screen: the kabupaten's kit, the export to the stick, what was sent."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt

from pilkades_desk.core.clock import Zona
from pilkades_desk.kits.qt.ask import Ask
from pilkades_desk.kits.qt.table import TupleTableModel
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.widgets import Card, EmptyState, button, column, icon_label, label, row
from pilkades_desk.kits.qt.work_page import WorkPage
from pilkades_desk.paket.asking import BUNDLE, ask_digits
from pilkades_desk.paket.table_model import Kiriman, columns
from pilkades_desk.paket.usecases import HasilEkspor
from pilkades_desk.paket.values import IsiKit, KeadaanKit, PaketKeluar, TandaTerima


@dataclass(frozen=True, slots=True)
class PaketActs:
    """What the screen may do, bound to the open desk; a folder plays the stick."""

    zona: Zona
    read_kit_state: Callable[[], KeadaanKit]
    read_sent: Callable[[], tuple[Kiriman, ...]]
    read_kit: Callable[[Path, str], IsiKit]
    request: Callable[[Path], Path]
    export: Callable[[Path], HasilEkspor]
    copy: Callable[[PaketKeluar, Path], Path]
    read_tanda_terima: Callable[[Path], TandaTerima]


class PaketScreen(WorkPage):
    """Reads kits and receipts, writes requests and results; every stick is slow, so all in jobs."""

    def __init__(self, acts: PaketActs, ask: Ask) -> None:
        super().__init__("Membaca atau menulis flashdisk, jangan dicabut …")
        self._acts = acts
        self._ask = ask
        self._kit = KeadaanKit()
        self.copy_button = self.add_action("Salin lagi", self._copy, icon="usb")
        self.add_action("Baca tanda terima", self._read_tanda_terima, icon="package-check")
        self.export_button = self.add_action(
            "Ekspor hasil ke USB", self._export, look="primary", icon="package"
        )
        self.add_body(self._make_kit_card(), 0)
        self._model = TupleTableModel(columns(acts.zona), self)
        self.table = self.add_body(Table("Paket terkirim", self._model))
        self.table.setMinimumHeight(96)  # with a notice open the window still fits a small screen
        self.table.selectionModel().selectionChanged.connect(self._choose)
        words = "Ekspor hasil setelah semua berita acara ditandatangani."
        self._empty = self.add_body(EmptyState("package", "Belum ada paket", words))

    def reload(self) -> None:
        """Read kit and bundles anew, newest bundle first."""
        self._kit = self._acts.read_kit_state()
        self._show_kit(self._kit)
        sent = self._acts.read_sent()[::-1]
        self._model.show_values(sent)
        self.table.setVisible(bool(sent))
        self._empty.setVisible(not sent)
        self.say_count(f"{len(sent)} paket ditulis" if sent else "")
        self._choose()

    def _make_kit_card(self) -> Card:
        self._heading = label("", "heading", wrap=True)
        self._next = label("", "muted", wrap=True)
        self._digits = label("", "strong", wrap=True)
        self._digits.setAccessibleName("Sidik jari kunci desa")
        self._digits.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.kit_button = button("Baca kit", self._read_kit, icon="download")
        self.request_button = button("Tulis permohonan", self._request, icon="key-round")
        words = column(self._heading, self._next, self._digits, spacing=3)
        buttons = column(self.kit_button, self.request_button)
        filled = row(icon_label("stamp", "brand", 32), words, buttons, spacing=16)
        filled.setStretch(1, 1)
        return Card(filled)

    def _show_kit(self, kit: KeadaanKit) -> None:
        if not kit.nomor:
            heading, then = "Kit kabupaten belum dibaca", "Minta kit dari kabupaten, lalu baca."
        elif kit.disahkan:
            heading = f"Kit no. {kit.nomor} dari Kabupaten {kit.kabupaten}"
            then = "Kunci desa sudah disahkan kabupaten."
        else:
            heading = f"Kit no. {kit.nomor} dari Kabupaten {kit.kabupaten}"
            then = "Kunci desa belum disahkan. Tulis permohonan, lalu baca kit berikutnya."
        self._heading.setText(heading)
        self._next.setText(then)
        self._digits.setText(f"Sidik jari kunci desa: {kit.sidik}" if kit.sidik else "")
        self._digits.setVisible(bool(kit.sidik))

    def _chosen(self) -> PaketKeluar | None:
        rows = self.table.selectionModel().selectedRows()
        return self._model.value_at(rows[0].row())[0] if rows else None

    def _choose(self) -> None:
        self.copy_button.setEnabled(self._chosen() is not None)

    def _read_kit(self) -> None:
        path = self._ask.choose_file("Pilih kit dari kabupaten", BUNDLE)
        digits = (
            ask_digits(self._ask, "surat resmi kabupaten") if path and not self._kit.nomor else ""
        )
        if path is not None and digits is not None:
            self.start_act(lambda: self._acts.read_kit(path, digits), self._say_kit)

    def _request(self) -> None:
        folder = self._ask.choose_folder("Tulis permohonan sertifikat ke flashdisk")
        if folder is not None:
            self.start_act(lambda: self._acts.request(folder), self._say_requested)

    def _export(self) -> None:
        folder = self._ask.choose_folder("Ekspor hasil ke flashdisk")
        if folder is not None:
            self.start_act(lambda: self._acts.export(folder), self._say_exported)

    def _copy(self) -> None:
        paket = self._chosen()
        folder = self._ask.choose_folder("Salin paket ke flashdisk") if paket else None
        if paket is not None and folder is not None:
            self.start_act(lambda: self._acts.copy(paket, folder), self._say_copied)

    def _read_tanda_terima(self) -> None:
        path = self._ask.choose_file("Pilih tanda terima dari kabupaten", BUNDLE)
        if path is not None:
            self.start_act(lambda: self._acts.read_tanda_terima(path), self._say_answer)

    def _say_kit(self, kit: IsiKit) -> None:
        self.banner.tell("ok", f"Kit no. {kit.nomor} dibaca.", self._next.text())

    def _say_requested(self, path: Path) -> None:
        then = "Salin 40 angka sidik jari di bawah ke formulir bercap."
        self.banner.tell("ok", "USB aman dicabut.", f"{path.name}\n{then}")

    def _say_exported(self, made: HasilEkspor) -> None:
        words = f"USB aman dicabut. Kode paket hasil: {made.kode}"
        self.banner.tell("ok", words, f"{made.publik.name}\n{made.hasil.name}")

    def _say_copied(self, path: Path) -> None:
        self.banner.tell("ok", "USB aman dicabut.", path.name)

    def _say_answer(self, answer: TandaTerima) -> None:
        isi = answer.isi
        words = f"Paket no. {isi.serial}: {isi.putusan}. Dicatat kabupaten no. {isi.nomor}."
        if answer.riwayat_cocok:
            self.banner.tell("ok", "Tanda terima dibaca.", words)
        else:
            rolled_back = "Riwayat laptop ini tidak memuat keadaan saat paket itu dibuat."
            ask = "Apakah cadangan lama dipulihkan? Laporkan ke kabupaten."
            self.banner.tell("warn", f"Tanda terima dibaca. {rolled_back}", f"{words} {ask}")


def make_screen(acts: PaketActs, ask: Ask) -> PaketScreen:
    """Make the step's screen."""
    return PaketScreen(acts, ask)

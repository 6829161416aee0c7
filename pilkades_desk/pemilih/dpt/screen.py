"""The tab of the DPT's versions: their codes, what changed from one to the next, opening again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from pilkades_desk.core.clock import Zona
from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Answers, Ask, FileKind
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.entries_list import EntriesList, EntriesModel
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.widgets import Card, button, column, label, row
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.dpt import forms
from pilkades_desk.pemilih.dpt.table_model import versi_model
from pilkades_desk.pemilih.dpt.values import VersiDpt
from pilkades_desk.pemilih.forms import SECOND, SECOND_PASSWORD, export_form
from pilkades_desk.pemilih.values import Dpt, PemilihTersamar

TITLE = "Versi DPT"
SHEET = FileKind("Lembar kerja", ("xlsx",))
NONE_YET = "DPT belum pernah dikunci."
FIRST = "Ini versi pertama."
SAME = "Tidak ada yang berubah dari versi sebelumnya."


@dataclass(frozen=True, slots=True)
class DptActs:
    """What the tab may do; `unlock` takes the reason, the second person's account and password."""

    zona: Zona
    may: Callable[[Aksi], bool]
    read: Callable[[], tuple[VersiDpt, ...]]
    difference: Callable[[int, int], tuple[str, ...]]
    approvers: Callable[[], tuple[str, ...]]
    unlock: Callable[[str, str, str], Dpt]
    kinds: Callable[[], Sequence[str]]
    today: Callable[[], date]
    note: Callable[[int, str, str, date], object]
    save: Callable[[Path, Answers], None]


class DptPanel(QWidget):
    """Emits `changed` when the DPT was opened or something was noted."""

    changed = Signal()

    def __init__(self, acts: DptActs, ask: Ask, banner: Banner) -> None:
        super().__init__()
        self._acts = acts
        self._ask = ask
        self._banner = banner
        self._model = versi_model(acts.zona, self)
        self.table = Table(TITLE, self._model)
        self.open_button = button("Buka kunci DPT", self._open, icon="lock-open")
        self.save_button = button("Simpan DPT ke Excel", self._save, icon="file-spreadsheet")
        self._about = label(NONE_YET, "field", wrap=True)
        self._changes = EntriesModel(self)
        self.changes = EntriesList("Perubahan dari versi sebelumnya", self._changes)
        self.open_job, self.save_job = Job(self), Job(self)
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._show_difference)
        self.open_job.finished.connect(self._tell_opened)
        self.save_job.finished.connect(self._tell_saved)
        for job in (self.open_job, self.save_job):
            job.failed.connect(banner.tell_failure)
            job.busy_changed.connect(self.setDisabled)

    def reload(self, *, locked: bool) -> int:
        """Read the versions anew; gives how many there are."""
        versions = tuple(reversed(self._acts.read()))
        self._model.show_values(versions)
        if versions:
            self.table.selectRow(0)
        self._show_difference()
        self.open_button.setEnabled(locked and self._acts.may(Aksi.BUKA_DPT))
        self.save_button.setEnabled(locked and self._acts.may(Aksi.EKSPOR_DATA))
        return len(versions)

    def note(self, pemilih: PemilihTersamar) -> None:
        """Ask what became of a voter since the lock and keep it beside the DPT."""
        form = forms.note_form(pemilih, self._acts.kinds(), self._acts.today())
        answers = self._ask.form(form, forms.check_note)
        if answers is None:
            return
        day = date.fromisoformat(answers[forms.DAY])
        try:
            self._acts.note(pemilih.id, answers[forms.KIND], answers[forms.DOCUMENT], day)
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        self.changed.emit()
        said = f"{pemilih.nama}: {answers[forms.KIND]}."
        self._banner.tell("ok", said, "Nomor dan segel DPT tetap; cetak F-09.")

    def _lay_out(self) -> None:
        buttons = row(self.open_button, None, self.save_button)
        below = Card(self._about, self.changes, spacing=6)
        filled = column(buttons, self.table, below, spacing=10)
        filled.setStretch(1, 1)
        filled.setStretch(2, 1)
        self.setLayout(filled)

    @Slot()
    def _show_difference(self) -> None:
        index = self.table.currentIndex()
        if not index.isValid():
            self._about.setText(NONE_YET)
            self._changes.show_entries(())
            return
        versi = self._model.value_at(index.row()).dpt.versi
        said = self._acts.difference(versi - 1, versi) if versi > 1 else ()
        empty = FIRST if versi == 1 else SAME
        words = f"Versi {versi} dibanding versi {versi - 1}: {len(said)} perubahan."
        self._about.setText(words if said else empty)
        self._changes.show_entries(forms.difference_entries(said))

    @Slot()
    def _open(self) -> None:
        newest = self._model.value_at(0)
        form = forms.opening_form(newest.kode, self._acts.approvers())
        answers = self._ask.form(form, forms.check_opening)
        if answers is None:
            return
        said = answers[forms.REASON], answers[SECOND], answers[SECOND_PASSWORD]

        def work(progress: Progress) -> Dpt:  # noqa: ARG001 -- one unit of work has no steps
            return self._acts.unlock(*said)

        self.open_job.start(work)

    @Slot(object)
    def _tell_opened(self, dpt: Dpt) -> None:
        self.changed.emit()
        sentence = f"DPT versi {dpt.versi} dibuka."
        self._banner.tell("ok", sentence, "Perbaiki daftarnya, lalu kunci sebagai versi baru.")

    @Slot()
    def _save(self) -> None:
        answers = self._ask.form(export_form("Simpan DPT ke Excel"))
        path = answers and self._ask.choose_new_file("Simpan DPT", SHEET, "dpt.xlsx")
        if not answers or not path:
            return

        def work(progress: Progress) -> Path:  # noqa: ARG001 -- one sheet has no steps
            self._acts.save(path, answers)
            return path

        self.save_job.start(work)

    @Slot(object)
    def _tell_saved(self, path: Path) -> None:
        self._banner.tell("ok", f"DPT disimpan: {path.name}", str(path.parent))

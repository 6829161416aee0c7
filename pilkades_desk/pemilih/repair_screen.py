"""The tab of rows waiting to be repaired: retype, set aside, or hand the list back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Answers, Ask, FileKind
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.widgets import button, column, row
from pilkades_desk.pemilih import forms
from pilkades_desk.pemilih.rules import Penilaian, isian_of
from pilkades_desk.pemilih.table_model import perbaikan_model
from pilkades_desk.pemilih.values import BarisPerbaikan, Isian

SHEET = FileKind("Lembar kerja", ("xlsx",))
LEAST_REASON = 3


@dataclass(frozen=True, slots=True)
class RepairActs:
    """What the tab may do, bound to the open desk."""

    read: Callable[[], tuple[BarisPerbaikan, ...]]
    judge: Callable[[int, Mapping[Isian, str]], tuple[Finding, ...]]
    repair: Callable[[int, Mapping[Isian, str]], Penilaian]
    set_aside: Callable[[int, str], None]
    open: Callable[[int], BarisPerbaikan]
    may_save: Callable[[], bool]
    save: Callable[[Path, Answers], None]


class RepairPanel(QWidget):
    """Emits `changed` when a row left the list."""

    changed = Signal()

    def __init__(self, acts: RepairActs, ask: Ask, banner: Banner) -> None:
        super().__init__()
        self._acts = acts
        self._ask = ask
        self._banner = banner
        self._model = perbaikan_model(self)
        self.table = Table("Baris yang perlu diperbaiki", self._model)
        self.repair = button("Perbaiki baris", self._repair, icon="pencil")
        self.set_aside = button("Sisihkan", self._set_aside, icon="archive")
        self.save = button("Simpan daftar perbaikan", self._save, icon="download")
        buttons = row(self.repair, self.set_aside, None, self.save)
        filled = column(buttons, self.table, spacing=10)
        self.setLayout(filled)
        self.repair_job, self.save_job = Job(self), Job(self)
        self.repair_job.finished.connect(self._tell_repaired)
        self.save_job.finished.connect(self._tell_saved)
        for job in (self.repair_job, self.save_job):
            job.failed.connect(banner.tell_failure)
            job.busy_changed.connect(self.setDisabled)
        self.table.activated.connect(self._repair)

    def reload(self, *, locked: bool) -> int:
        """Read the list anew; gives how many rows wait."""
        waiting = self._acts.read()
        self._model.show_values(waiting)
        if waiting:
            self.table.selectRow(0)
        for each in (self.repair, self.set_aside):
            each.setEnabled(bool(waiting) and not locked)
        self.save.setEnabled(bool(waiting) and self._acts.may_save())
        return len(waiting)

    def _chosen(self) -> BarisPerbaikan | None:
        index = self.table.currentIndex()
        return self._model.value_at(index.row()) if index.isValid() else None

    @Slot()
    def _repair(self) -> None:
        baris = self._open_chosen()
        if baris is None:
            return

        def check(answers: Answers) -> Mapping[str, str]:
            return self._faults(baris, answers)

        answers = self._ask.form(forms.repair_form(baris), check)
        if answers is None:
            return
        typed = forms.corrected(baris, answers)

        def work(progress: Progress) -> Penilaian:  # noqa: ARG001 -- one row has no steps
            return self._acts.repair(baris.id, typed)

        self.repair_job.start(work)

    def _open_chosen(self) -> BarisPerbaikan | None:
        chosen = self._chosen()
        if chosen is None or not self.repair.isEnabled():
            return None
        try:
            return self._acts.open(chosen.id)
        except PilkadesError as error:
            self._banner.tell_error(error)
            return None

    def _faults(self, baris: BarisPerbaikan, answers: Answers) -> Mapping[str, str]:
        found = self._acts.judge(baris.id, forms.corrected(baris, answers))
        return {isian_of(each).value: f"{each.text} {each.do_now}" for each in found}

    @Slot(object)
    def _tell_repaired(self, judged: Penilaian) -> None:
        if judged.pemilih is None:
            wrong = judged.temuan[0]
            self._banner.tell("warn", f"{wrong.code}: {wrong.text}", wrong.do_now)
            return
        self.changed.emit()
        self._banner.tell("ok", f"{judged.pemilih.nama} masuk daftar pemilih.")

    @Slot()
    def _set_aside(self) -> None:
        baris = self._chosen()
        if baris is None:
            return
        reason = self._ask.text(
            f"Sisihkan baris {baris.baris}",
            "Untuk baris yang bukan pemilih, misalnya jumlah atau tanda tangan. Tulis alasannya.",
            LEAST_REASON,
        )
        if reason is None:
            return
        try:
            self._acts.set_aside(baris.id, reason)
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        self.changed.emit()
        self._banner.tell("ok", f"Baris {baris.baris} disisihkan dengan alasannya.")

    @Slot()
    def _save(self) -> None:
        answers = self._ask.form(forms.export_form())
        if answers is None:
            return
        path = self._ask.choose_new_file("Simpan daftar perbaikan", SHEET, "daftar-perbaikan.xlsx")
        if path is None:
            return

        def work(progress: Progress) -> Path:  # noqa: ARG001 -- a short sheet has no steps
            self._acts.save(path, answers)
            return path

        self.save_job.start(work)

    @Slot(object)
    def _tell_saved(self, path: Path) -> None:
        self._banner.tell("ok", f"Daftar perbaikan disimpan: {path.name}", str(path.parent))

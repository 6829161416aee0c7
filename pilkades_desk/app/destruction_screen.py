"""What a folder shows whose destruction was ordered and is not done: how to end it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Ask, FileKind
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.widgets import EmptyState, column

if TYPE_CHECKING:
    from pilkades_desk.panitia.values import CatatanMusnah

PDF = FileKind("Dokumen PDF", ("pdf",))


@dataclass(frozen=True, slots=True)
class DestructionActs:
    """`finish` destroys what is left, `save` writes the record."""

    finish: Callable[[], "CatatanMusnah"]
    save: Callable[["CatatanMusnah", Path], None]


class DestructionScreen(QWidget):
    """Emits `ended` when the record is saved and the folder is free again."""

    ended = Signal()

    def __init__(self, found: Finding, acts: DestructionActs, ask: Ask) -> None:
        super().__init__()
        self._acts = acts
        self._ask = ask
        self.banner = Banner()
        self.job = Job(self)
        self.job.finished.connect(self._save)
        self.job.failed.connect(self.banner.tell_failure)
        empty = EmptyState("lock", f"{found.code}: {found.text}", found.do_now)
        self.finish = empty.offer("Selesaikan pemusnahan", self._finish, "trash-2")
        filled = column(self.banner, empty)
        filled.setContentsMargins(24, 24, 24, 24)
        filled.setStretch(1, 1)
        self.setLayout(filled)

    @Slot()
    def _finish(self) -> None:
        def work(progress: Progress) -> "CatatanMusnah":  # noqa: ARG001 -- a few files have no steps
            return self._acts.finish()

        self.job.start(work)

    @Slot(object)
    def _save(self, catatan: "CatatanMusnah") -> None:
        name = "catatan-pemusnahan.pdf"
        path = self._ask.choose_new_file("Simpan catatan pemusnahan", PDF, name)
        if path is None:
            self.banner.tell("warn", "Catatan belum disimpan.", "Tekan Selesaikan sekali lagi.")
            return
        try:
            self._acts.save(catatan, path)
        except PilkadesError as error:
            self.banner.tell_error(error)
            return
        self._ask.tell(
            "Data pemilihan dimusnahkan", f"Catatannya: {path}", "Cetak dan tanda tangani."
        )
        self.ended.emit()

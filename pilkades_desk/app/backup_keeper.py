"""Backs up an open desk without being asked: at login, after every finality, at close.

The work runs off the window's thread. A failure is told once; the next occasion tries again.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThreadPool, Signal

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.panitia.cadangan import HasilCadangan
from pilkades_desk.panitia.rights import CADANGKAN_SETELAH, Aksi

PATIENCE = 10_000  # milliseconds a closing window waits for a backup under way


@dataclass(frozen=True, slots=True)
class BackupActs:
    """What the keeper may do, bound to one open desk."""

    is_due: Callable[[], bool]
    back_up: Callable[[], HasilCadangan]


class BackupKeeper(QObject):
    """Emits `warned` with sentence and hint when a place refuses, `made` after every backup."""

    warned = Signal(str, str)
    made = Signal()
    _wanted = Signal()

    def __init__(self, acts: BackupActs) -> None:
        super().__init__()
        self._acts = acts
        self._again = False
        self._closed = False
        self._told = ""
        self._job = Job(self)
        self._job.finished.connect(self._finish)
        self._job.failed.connect(self._warn)
        self._wanted.connect(self.start)

    def hear(self, aksi: Aksi) -> None:
        """Back up soon after an act that ends something; from whatever thread it ran on."""
        if aksi in CADANGKAN_SETELAH:
            self._wanted.emit()

    def start(self) -> None:
        """Back up now if anything happened since the last time; once more when one is under way."""
        if self._closed:
            return
        if self._job.is_busy:
            self._again = True
            return
        self._again = False
        self._job.start(self._work)

    def close(self) -> None:
        """Wait for what is under way, then back up what is left, before the file is closed."""
        self._closed = True
        QThreadPool.globalInstance().waitForDone(PATIENCE)
        try:
            if self._acts.is_due():
                self._acts.back_up()
        except PilkadesError:  # nobody is there to read it; the next login tries again
            return

    def _work(self, progress: Progress) -> HasilCadangan | None:  # noqa: ARG002 -- has no steps
        return self._acts.back_up() if self._acts.is_due() else None

    def _finish(self, done: HasilCadangan | None) -> None:
        if self._closed:
            return
        if done is not None:
            self.made.emit()
            if done.temuan:
                self._warn(done.temuan[0].text, done.temuan[0].do_now)
            else:
                self._told = ""
        if self._again:
            self.start()

    def _warn(self, sentence: str, hint: str) -> None:
        if sentence != self._told:
            self._told = sentence
            self.warned.emit(sentence, hint)

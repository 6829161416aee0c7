"""Reading off the window's thread where only the newest question matters."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from pilkades_desk.kits.qt.job import Job, Work

Read = Callable[[], object]


class Latest(QObject):
    """Answers the newest question; what was asked before it and is still being read is dropped."""

    answered = Signal(object)
    failed = Signal(str, str)  # (sentence, hint)
    progressed = Signal(object, object)  # (done, total), of long work

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._job = Job(self)
        self._job.finished.connect(self._hear)
        self._job.failed.connect(self._miss)
        self._job.cancelled.connect(self._is_newest)
        self._job.progressed.connect(self.progressed)
        self._asked: _Question | None = None
        self._read: _Question | None = None

    def ask(self, read: Read) -> None:
        """Read this; the answer comes with `answered`."""
        self.ask_work(lambda _progress: read())

    def ask_work(self, work: Work) -> None:
        """Do this, which tells how far it is; older work stops at its next word."""
        self._asked = _Question(work)
        if self._job.is_busy:
            self._job.cancel()
        else:
            self._start(self._asked)

    def forget(self) -> None:
        """Want no answer any more."""
        self._asked = None
        self._job.cancel()

    def _start(self, question: "_Question") -> None:
        self._read = question
        self._job.start(question.work)

    def _hear(self, value: object) -> None:
        if self._is_newest():
            self.answered.emit(value)

    def _miss(self, sentence: str, hint: str) -> None:
        if self._is_newest():
            self.failed.emit(sentence, hint)

    def _is_newest(self) -> bool:
        if self._asked is self._read:
            self._asked = None
            return True
        if self._asked is not None:
            self._start(self._asked)
        return False


@dataclass(frozen=True, eq=False)
class _Question:
    """One asking: the same thing asked twice is two questions."""

    work: Work

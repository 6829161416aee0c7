"""Locking the DPT: figures first, then the second person, both off the window's thread."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Ask
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.pemilih import forms
from pilkades_desk.pemilih.values import Dpt, PratinjauDpt


@dataclass(frozen=True, slots=True)
class LockActs:
    """`lock` takes the seal that was shown, the second person's account and password."""

    preview: Callable[[], PratinjauDpt]
    approvers: Callable[[], tuple[str, ...]]
    lock: Callable[[str, str, str], Dpt]


class DptLocking(QObject):
    """Asks what is needed to lock the DPT; emits `locked` with the Dpt."""

    locked = Signal(object)

    def __init__(self, acts: LockActs, ask: Ask, banner: Banner) -> None:
        super().__init__(banner)
        self._acts = acts
        self._ask = ask
        self._banner = banner
        self.preview_job, self.lock_job = Job(self), Job(self)
        self.preview_job.finished.connect(self._show)
        self.lock_job.finished.connect(self.locked)

    @Slot()
    def start(self) -> None:
        """Compute the DPT as it would be locked."""

        def work(progress: Progress) -> PratinjauDpt:  # noqa: ARG001 -- one query has no steps
            return self._acts.preview()

        self.preview_job.start(work)

    @Slot(object)
    def _show(self, seen: PratinjauDpt) -> None:
        if seen.galat:
            self._banner.tell("bad", f"{seen.galat.code}: {seen.galat.text}", seen.galat.do_now)
            return
        if not self._ask.confirm(forms.lock_question(seen)):
            return
        answers = self._ask.form(forms.approval_form(self._acts.approvers()))
        if answers is None:
            return
        second = answers[forms.SECOND], answers[forms.SECOND_PASSWORD]

        def work(progress: Progress) -> Dpt:  # noqa: ARG001 -- one unit of work has no steps
            return self._acts.lock(seen.dpt.segel, *second)

        self.lock_job.start(work)

"""A step's page whose acts take time: one job at a time, then the page is read anew."""

from collections.abc import Callable
from typing import Any

from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.job import Job, Work
from pilkades_desk.kits.qt.step_page import StepPage


class WorkPage(StepPage):
    """Starts work off the window's thread; afterwards reloads, then says what came of it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._say: Callable[[Any], None] | None = None
        self._job = Job(self)
        self.add_work(words, self._job)
        self._job.finished.connect(self._done)
        self._job.failed.connect(self.reload)
        self._job.cancelled.connect(self.reload)

    def start(self, work: Work, say: Callable[[Any], None]) -> None:
        """Start work that reports progress; a click while another runs is dropped."""
        if self._job.is_busy:
            return
        self.banner.hide()
        self._say = say
        self._job.start(work)

    def start_act(self, act: Callable[[], object], say: Callable[[Any], None]) -> None:
        """Start work without steps."""

        def work(progress: Progress) -> object:  # noqa: ARG001 -- nothing to report
            return act()

        self.start(work, say)

    def _done(self, value: object) -> None:
        self.reload()
        if self._say is not None:
            self._say(value)

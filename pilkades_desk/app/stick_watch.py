"""Compares the log with the sticks that are plugged in when somebody opens the desk.

A folder put back to an earlier day looks whole by itself; only what it once sent knows better.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.usb import sticks

if TYPE_CHECKING:
    from pilkades_desk.core.findings import Finding
    from pilkades_desk.panitia.periksa import Laporan

Compare = Callable[[Sequence[Path]], "Laporan"]


class StickWatch(QObject):
    """Emits `alarmed` with sentence and hint when a stick contradicts the log; silent otherwise."""

    alarmed = Signal(str, str)

    def __init__(self, compare: Compare) -> None:
        super().__init__()
        self._compare = compare
        self._job = Job(self)
        self._job.finished.connect(self._finish)

    def start(self) -> None:
        """Look once, off the window's thread; without a stick nothing is loaded."""
        self._job.start(self._work)

    def _work(self, progress: Progress) -> "tuple[Finding, ...]":  # noqa: ARG002 -- has no steps
        there = sticks.find_sticks()
        found = self._compare(there).temuan if there else ()
        return tuple(finding for finding in found if finding.is_error)

    def _finish(self, found: "tuple[Finding, ...]") -> None:
        if found:
            self.alarmed.emit(f"{found[0].code}: {found[0].text}", found[0].do_now)

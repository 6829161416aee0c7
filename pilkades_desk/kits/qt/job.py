"""Work off the window's thread, one job at a time per object.

The job lives on the window's thread and owns the signals; the runnable holds nothing but bound
signals and a stop flag, so no Qt object ever dies on a pool thread. A running job is kept alive
here until its last word has arrived, even when the screen that started it is gone.
"""

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from pilkades_desk.core.errors import Cancelled, PilkadesError
from pilkades_desk.core.progress import Progress

Work = Callable[[Progress], object]
"""Runs on a pool thread; calls the progress it is given often, because that is where it stops."""

BREATH = 0.05  # seconds between two reports of progress

_running: "set[Job]" = set()


@dataclass(frozen=True, slots=True)
class _Done:
    value: object


class _Bridge(QObject):
    stepped = Signal(object, object)
    told = Signal(object)


class _Runnable(QRunnable):
    def __init__(self, work: Work, progress: Progress, tell: Callable[[object], None]) -> None:
        super().__init__()
        self._work = work
        self._progress = progress
        self._tell = tell

    def run(self) -> None:
        try:
            word: object = _Done(self._work(self._progress))
        except Exception as error:  # noqa: BLE001 -- carried to the window's thread and judged there
            word = error
        self._tell(word)


class _Throttle:
    def __init__(self, stop: threading.Event, emit: Callable[[object, object], None]) -> None:
        self._stop = stop
        self._emit = emit
        self._last = 0.0

    def __call__(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if done >= total or now - self._last >= BREATH:
            self._last = now
            self._emit(done, total)


class Job(QObject):
    """Runs one piece of work; results and failures arrive as signals on the window's thread."""

    progressed = Signal(object, object)  # (done, total): ints of any size
    finished = Signal(object)
    failed = Signal(str, str)  # (sentence, hint)
    cancelled = Signal()
    busy_changed = Signal(bool)

    def __init__(self, owner: QObject) -> None:
        super().__init__()
        self._stop = threading.Event()
        self._busy = False
        self._runnable: _Runnable | None = None
        self._bridge = _Bridge()
        self._bridge.stepped.connect(self.progressed)
        self._bridge.told.connect(self._hear)
        owner.destroyed.connect(self.cancel)

    @property
    def is_busy(self) -> bool:
        """Tell whether work is under way."""
        return self._busy

    def start(self, work: Work) -> None:
        """Start the work; starting twice is a bug of the screen."""
        if self._busy:
            raise RuntimeError("the job is still running")
        self._stop = threading.Event()
        throttle = _Throttle(self._stop, self._bridge.stepped.emit)
        self._runnable = _Runnable(work, throttle, self._bridge.told.emit)
        self._runnable.setAutoDelete(False)
        self._busy = True
        _running.add(self)
        self.busy_changed.emit(True)  # noqa: FBT003 -- a signal takes its value by position
        QThreadPool.globalInstance().start(self._runnable)

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress."""
        self._stop.set()

    @Slot(object)
    def _hear(self, word: object) -> None:
        self._busy = False  # the runnable stays referenced, its thread may still be leaving it
        _running.discard(self)
        self.busy_changed.emit(False)  # noqa: FBT003 -- a signal takes its value by position
        match word:
            case _Done(value):
                self.finished.emit(value)
            case Cancelled():
                self.cancelled.emit()
            case PilkadesError():
                self.failed.emit(word.sentence, word.hint)
            case BaseException():
                sys.excepthook(type(word), word, word.__traceback__)


def any_busy() -> bool:
    """Tell whether any work is under way."""
    return bool(_running)


def stop_all(milliseconds: int = 10_000) -> None:
    """Cancel everything under way and wait for it, before the program ends."""
    for job in _running:
        job.cancel()
    QThreadPool.globalInstance().waitForDone(milliseconds)

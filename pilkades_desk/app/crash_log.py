"""Bugs go to one rotating log on this machine; never a name of a voter, never a NIK.

Where a bug may come from: a slot, a pool thread, a plain thread, Qt itself, the interpreter. All
five end here. The hooks are the only place that takes every exception.
"""

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from pilkades_desk.app.crash_text import bug_line, bug_report
from pilkades_desk.core.masking import mask_numbers

BYTES = 512 * 1024
KEPT = 3
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
log = logging.getLogger("pilkades_desk")


class CrashLog:
    """Writes bugs to a file and tells `show` about them, which runs on the thread of the bug."""

    def __init__(self, folder: Path, show: Callable[[str], None]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / "pilkades-desk.log"
        self._show = show
        self._fatal = (folder / "pilkades-desk-fatal.log").open("a", encoding="utf-8")
        self._handler = _Rotating(self.path)
        log.setLevel(logging.INFO)
        log.propagate = False
        log.addHandler(self._handler)

    def install(self) -> None:
        """Take over every way a bug can surface."""
        sys.excepthook = self.take
        threading.excepthook = self._take_thread
        faulthandler.enable(self._fatal)  # sys.stderr is None under a windowed launcher
        qInstallMessageHandler(self._take_qt)

    def uninstall(self) -> None:
        """Give everything back and close the files."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        faulthandler.disable()
        qInstallMessageHandler(None)
        log.removeHandler(self._handler)
        self._handler.close()
        self._fatal.close()

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log one bug and show it; Ctrl+C is no bug."""
        if issubclass(kind, KeyboardInterrupt):
            raise SystemExit(130)
        seen = error.with_traceback(trace)
        log.error("%s", bug_report(seen))
        self._show(bug_line(seen))

    def _take_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.take(caught.exc_type, caught.exc_value, caught.exc_traceback)

    @staticmethod
    def _take_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        log.log(_LEVELS[kind], "Qt %s: %s", context.category or "", text)


class _Rotating(logging.Handler):
    """Opens the rotating file with the first bug: its module loads sockets, the login must not."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    @cached_property
    def _file(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        made = RotatingFileHandler(
            self._path, maxBytes=BYTES, backupCount=KEPT, encoding="utf-8", delay=True
        )
        made.setFormatter(_Masking("%(asctime)s %(levelname)s %(message)s"))
        return made

    def emit(self, record: logging.LogRecord) -> None:
        self._file.emit(record)

    def close(self) -> None:
        self._file.close()
        super().close()


class _Masking(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return mask_numbers(super().format(record))

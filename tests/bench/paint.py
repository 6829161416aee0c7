"""Paints one window and prints the seconds from process start to its first paint.

`python tests/bench/paint.py kosong` paints an empty main window, `masuk FOLDER` the login screen.
"""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


class FirstPaint(QObject):
    """Stops the program at the first paint of the window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        if event.type() == QEvent.Type.Paint:
            print(time.monotonic() - float(os.environ["MULAI"]), flush=True)
            watched.removeEventFilter(self)
            QApplication.exit(0)
        return False


def make_window(words: list[str]) -> tuple[QApplication, QWidget]:
    if words[0] == "kosong":
        return QApplication(sys.argv[:1]), QMainWindow()
    from pilkades_desk.app.gate import Gate
    from pilkades_desk.app.start import make_application
    from pilkades_desk.core.clock import SystemClock

    return make_application(), Gate(Path(words[1]), SystemClock())


if __name__ == "__main__":
    application, window = make_window(sys.argv[1:])
    watcher = FirstPaint()
    window.installEventFilter(watcher)
    window.show()
    QApplication.exec()
    heavy = {"sqlmodel", "sqlalchemy"} & set(sys.modules)
    assert not heavy, heavy
    os._exit(0)

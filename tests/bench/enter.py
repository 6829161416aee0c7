"""Logs in to an election and shows Beranda; prints seconds over the key derivation and memory.

`python tests/bench/enter.py FOLDER ACCOUNT PASSWORD`: the login screen is up first, as it is for a
person, and idle for two seconds; then the clock runs from the password to Beranda's first paint.
"""

import os
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from pilkades_desk.app.gate import Gate
from pilkades_desk.app.login_screen import LoginScreen
from pilkades_desk.app.start import make_application
from pilkades_desk.core.clock import SystemClock
from pilkades_desk.kits.keybox.slots import read_slots

IDLE = 2000  # milliseconds a person needs to read the screen and type ten characters, at least


class BerandaPainted(QObject):
    """Waits for the first paint of Beranda."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        if event.type() == QEvent.Type.Paint and type(watched).__name__ == "BerandaScreen":
            QApplication.exit(0)
        return False


def derive(folder: Path, name: str, password: str) -> float:
    began = time.perf_counter()
    read_slots(folder / "pemilihan.kunci.json").open_slot(name, password)
    return time.perf_counter() - began


if __name__ == "__main__":
    folder, name, password = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    application = make_application()
    gate = Gate(folder, SystemClock())
    gate.show()
    watcher = BerandaPainted()
    application.installEventFilter(watcher)
    began: list[float] = []

    def enter() -> None:
        screen = gate.currentWidget()
        assert isinstance(screen, LoginScreen)
        screen._account.setCurrentText(name)
        screen._password.setText(password)
        began.append(time.perf_counter())
        screen.enter()

    QTimer.singleShot(IDLE, enter)
    QApplication.exec()
    taken = time.perf_counter() - began[0]
    key = sorted(derive(folder, name, password) for _ in range(3))[1]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    status = Path("/proc/self/status").read_text().splitlines()
    now = next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024
    print(f"{taken - key:.3f} {now:.0f} {peak:.0f}", flush=True)
    os._exit(0)

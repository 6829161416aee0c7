import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pilkades_desk.app.crash_log import CrashLog
from pilkades_desk.app.start import CrashReporter
from pilkades_desk.kits.qt.short_dialog import ShortDialog

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("sqlmodel", "sqlalchemy", "reportlab", "pyhanko", "pikepdf", "xlsxwriter", "pypdfium2")


@pytest.fixture
def crash_log(tmp_path: Path) -> Iterator[tuple[CrashLog, list[str]]]:
    shown: list[str] = []
    made = CrashLog(tmp_path / "log", shown.append)
    hooks = sys.excepthook, threading.excepthook
    made.install()
    yield made, shown
    made.uninstall()
    sys.excepthook, threading.excepthook = hooks


@pytest.mark.syarat("S-010")
def test_a_bug_is_logged_without_a_nik_and_shown(crash_log: tuple[CrashLog, list[str]]) -> None:
    log, shown = crash_log
    try:
        raise ValueError("pemilih 3302195708900001 ganda")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    written = log.path.read_text("utf-8")
    assert "3302195708900001" not in written
    assert "ValueError" in written
    assert "3302195708900001" not in shown[0]


def test_a_bug_in_a_thread_is_logged(crash_log: tuple[CrashLog, list[str]]) -> None:
    log, shown = crash_log

    def work() -> None:
        raise LookupError("hilang")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert "LookupError: hilang" in log.path.read_text("utf-8")
    assert shown == ["LookupError: hilang"]


@pytest.mark.syarat("S-010")
def test_a_qt_message_is_logged(tmp_path: Path) -> None:
    # in a process of its own, because here a Qt warning fails the test
    code = (
        "import sys; from pathlib import Path\n"
        "from PySide6.QtCore import qWarning\n"
        "from pilkades_desk.app.crash_log import CrashLog\n"
        "log = CrashLog(Path(sys.argv[1]), print); log.install()\n"
        "qWarning('NIK 3302195708900001 di pesan'); log.uninstall()\n"
        "print(log.path.read_text('utf-8'))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "di pesan" in answer.stdout
    assert "3302195708900001" not in answer.stdout


def test_the_crash_dialog_names_the_log(qtbot: QtBot, tmp_path: Path) -> None:
    reporter = CrashReporter(tmp_path / "pilkades-desk.log")
    reporter.crashed.emit("ValueError: uji")

    closed: list[bool] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ShortDialog)
        dialog.do_button.click()
        closed.append(True)

    QTimer.singleShot(100, close)
    qtbot.waitUntil(lambda: bool(closed))


def test_the_window_is_fusion_whatever_the_desktop_wears() -> None:
    code = (
        "from pilkades_desk.app.start import make_application\n"
        "made = make_application(); made.setStyleSheet(''); print(made.style().name())"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT, capture_output=True, text=True, check=True,
        env=os.environ | {"QT_STYLE_OVERRIDE": "windows"},
    )  # fmt: skip
    assert answer.stdout.strip() == "fusion"


def test_the_first_window_loads_no_database_and_no_documents() -> None:
    modules = ("start", "main_window", "login_screen", "first_run_screen", "beranda_screen")
    imports = "; ".join(f"import pilkades_desk.app.{name}" for name in modules)
    answer = subprocess.run(
        [sys.executable, "-c", f"import sys; {imports}; print(set(sys.modules) & set({HEAVY!r}))"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert answer.stdout.strip() == "set()"

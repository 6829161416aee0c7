"""Starts Qt: look, words, crash hooks; then hands over to whoever builds the first window."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from pilkades_desk.app.crash_log import CrashLog
from pilkades_desk.app.look import NAME, chosen_theme
from pilkades_desk.kits.qt.icons import change_theme
from pilkades_desk.kits.qt.job import stop_all
from pilkades_desk.kits.qt.language import IndonesianWords
from pilkades_desk.kits.qt.short_dialog import ShortDialog
from pilkades_desk.kits.qt.theme import STYLE


class CrashReporter(QObject):
    """Carries a bug from whatever thread to a dialog on the window's thread; one at a time."""

    crashed = Signal(str)

    def __init__(self, log_path: Path) -> None:
        super().__init__()
        self._log_path = log_path
        self._showing = False
        self.crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def _show(self, what: str) -> None:
        if self._showing:
            return
        self._showing = True
        dialog = ShortDialog(
            QApplication.activeWindow(),
            "Ada kesalahan pada program",
            "Yang sudah disimpan tetap aman. Buka ulang program, lalu ulangi langkah terakhir.",
            f"Catatan kesalahan tanpa data pemilih: {self._log_path}\n{what}",
        )
        dialog.close_with("Tutup", may_cancel=False)
        dialog.exec()
        dialog.deleteLater()
        self._showing = False


def make_application() -> QApplication:
    """Make the one QApplication in Indonesian, wearing the theme chosen last."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    application = QApplication([*sys.argv[:1], *STYLE])
    application.setApplicationName(NAME)
    application.setOrganizationName(NAME)
    QLocale.setDefault(QLocale("id_ID"))
    application.installTranslator(IndonesianWords(application))
    change_theme(application, chosen_theme())
    return application


def run(make_window: Callable[[], QWidget]) -> int:
    """Show the window and run until it is closed."""
    import platformdirs

    folder = Path(platformdirs.user_log_dir(NAME, appauthor=False))
    application = make_application()
    reporter = CrashReporter(folder / "pilkades-desk.log")
    crash_log = CrashLog(folder, reporter.crashed.emit)
    crash_log.install()
    window = make_window()
    _show(window)
    try:
        return application.exec()
    finally:
        stop_all()
        crash_log.uninstall()


def run_window(folder: Path | None) -> int:
    """Open the village's desk over a folder, by default the user's own."""
    from pilkades_desk.app.gate import Gate
    from pilkades_desk.core.clock import SystemClock

    place = folder or user_folder()
    return run(lambda: Gate(place, SystemClock()))


def run_desk(folder: Path | None) -> int:
    """Open the kabupaten's desk over a folder, by default the user's own."""
    from pilkades_desk.app.kabupaten_gate import make_desk_window

    return run(lambda: make_desk_window(folder))


def user_folder() -> Path:
    """Give the folder of this user's election."""
    import platformdirs

    return Path(platformdirs.user_data_dir(NAME, appauthor=False)) / "pemilihan"


def _show(window: QWidget) -> None:
    """Fill a small screen, leave room on a large one."""
    room = window.screen().availableSize()
    if room.width() < window.width() + 40 or room.height() < window.height() + 60:
        window.showMaximized()
    else:
        window.show()

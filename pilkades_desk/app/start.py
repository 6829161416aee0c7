"""Starts Qt: look, words, crash hooks; then hands over to whoever builds the first window."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from pilkades_desk.app.crash_log import CrashLog
from pilkades_desk.kits.qt.icons import change_theme
from pilkades_desk.kits.qt.job import stop_all
from pilkades_desk.kits.qt.language import IndonesianWords
from pilkades_desk.kits.qt.short_dialog import ShortDialog
from pilkades_desk.kits.qt.theme import THEMES

NAME = "pilkades-desk"
_THEME = "tema"


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
    application = QApplication(sys.argv[:1])
    application.setApplicationName(NAME)
    application.setOrganizationName(NAME)
    application.setApplicationDisplayName("Pilkades Desk")
    QLocale.setDefault(QLocale("id_ID"))
    application.installTranslator(IndonesianWords(application))
    change_theme(application, chosen_theme())
    return application


def chosen_theme() -> str:
    """Give the theme chosen last; before any choice, what the desktop prefers."""
    kept = QSettings(NAME, NAME).value(_THEME)
    if kept in THEMES:
        return str(kept)
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def choose_theme(name: str) -> None:
    """Wear a theme now and next time."""
    QSettings(NAME, NAME).setValue(_THEME, name)
    application = QApplication.instance()
    if isinstance(application, QApplication):
        change_theme(application, name)


def run(make_window: Callable[[], QWidget]) -> int:
    """Show the window and run until it is closed."""
    import platformdirs

    folder = Path(platformdirs.user_log_dir(NAME, appauthor=False))
    application = make_application()
    reporter = CrashReporter(folder / "pilkades-desk.log")
    crash_log = CrashLog(folder, reporter.crashed.emit)
    crash_log.install()
    window = make_window()
    window.show()
    try:
        return application.exec()
    finally:
        stop_all()
        crash_log.uninstall()

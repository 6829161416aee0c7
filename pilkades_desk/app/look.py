"""Which theme is worn, remembered for next time."""

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from pilkades_desk.kits.qt.icons import change_theme
from pilkades_desk.kits.qt.theme import THEMES

NAME = "pilkades-desk"
_THEME = "tema"


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

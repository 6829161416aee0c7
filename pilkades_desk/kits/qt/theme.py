"""One look for the whole process: colour tokens → QPalette and one style sheet.

The colours are data in `resources/theme/*.json`, named by purpose; `tests/kits/test_qt_theme.py`
holds the contrast they promise. The style sheet is one template. A style sheet is dear to apply
(0.3 s), so it is set on the application once and again only when the theme changes.
"""

import json
import string
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QTemporaryDir
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from pilkades_desk.core.resources import resource_bytes, resource_text
from pilkades_desk.kits.qt.imports import import_without_sources

import_without_sources()  # here, because every screen and all it needs load after its theme

THEMES = ("light", "dark", "hc")
FAMILY = "Plus Jakarta Sans"
POINTS = 10.5
STYLE = ("-style", "Fusion")
"""Words for QApplication; `setStyle` would hand back a QStyle, dear to wrap (8 ms)."""

_PROPERTY = "pilkades_theme"
_WEIGHTS = ("400Regular", "500Medium", "600SemiBold", "700Bold")
# on Windows these keep a font of their own unless told one by one
_STUBBORN = ("QAbstractItemView", "QHeaderView", "QMenu", "QStatusBar", "QToolTip")
_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "bg", _Role.Base: "surface", _Role.AlternateBase: "row_alt",
    _Role.WindowText: "text", _Role.Text: "text", _Role.Button: "surface",
    _Role.ButtonText: "text", _Role.Highlight: "brand", _Role.HighlightedText: "brand_ink",
    _Role.ToolTipBase: "raised", _Role.ToolTipText: "text", _Role.PlaceholderText: "muted",
    _Role.Link: "info", _Role.Accent: "brand", _Role.Mid: "line",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Theme:
    """The tokens of one theme; `border` in pixels, `bars` the fills of chart bars."""

    name: str
    label: str
    border: int
    color: Mapping[str, str]
    bars: tuple[str, ...]
    bar_ink: str

    def __getitem__(self, token: str) -> QColor:
        return QColor(self.color[token])


@lru_cache
def read_theme(name: str) -> Theme:
    """Read one theme's tokens from the resources."""
    raw = json.loads(resource_text("theme", f"{name}.json"))
    return Theme(name, **raw | {"bars": tuple(raw["bars"])})


def current_theme() -> Theme:
    """Give the theme the application wears; light before one was applied."""
    application = QGuiApplication.instance()
    return read_theme((application and application.property(_PROPERTY)) or THEMES[0])


def dress(application: QApplication, name: str) -> None:
    """Put fonts (once), palette and style sheet on the application."""
    theme = read_theme(name)
    if application.property(_PROPERTY) == name:
        return
    if application.property(_PROPERTY) is None:
        _set_fonts(application)
    application.setProperty(_PROPERTY, name)
    application.setPalette(_palette(theme))
    application.setStyleSheet(style_sheet(theme))


def style_sheet(theme: Theme) -> str:
    """Fill the template; a placeholder without a token is a bug and raises KeyError."""
    template = string.Template(resource_text("theme", "window.qss"))
    return template.substitute(
        theme.color,
        border=theme.border,
        chevron=_tinted_file(theme, "chevron-down", "muted"),
        check=_tinted_file(theme, "check", "brand_ink"),
    )


def tinted_svg(icon: str, color: str) -> QByteArray:
    """Give an icon's SVG with its stroke in one colour."""
    return QByteArray(
        resource_bytes("icons", f"{icon}.svg").replace(b"currentColor", color.encode())
    )


def _tinted_file(theme: Theme, icon: str, token: str) -> str:
    # a style sheet takes pictures from files only
    path = Path(_pictures().path()) / f"{theme.name}-{icon}.svg"
    path.write_bytes(tinted_svg(icon, theme.color[token]).data())
    return path.as_posix()


@lru_cache(maxsize=1)
def _pictures() -> QTemporaryDir:
    return QTemporaryDir()


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, theme[token])
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme["muted"])
    return palette


def _set_fonts(application: QApplication) -> None:
    for weight in _WEIGHTS:
        QFontDatabase.addApplicationFontFromData(
            QByteArray(resource_bytes("fonts", f"PlusJakartaSans_{weight}.ttf"))
        )
    font = QFont(FAMILY)
    font.setPointSizeF(POINTS)
    font.setFeature(QFont.Tag("tnum"), 1)  # digits of one width, so that NIK columns stand still
    application.setFont(font)
    for widget_class in _STUBBORN:
        application.setFont(font, widget_class)  # type: ignore[arg-type]  # takes text, stub says bytes

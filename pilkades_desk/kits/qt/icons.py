"""Line icons in the colours of the theme, sharp at every screen scale.

A widget remembers which icon it wears, so `redress` can tint all of them after a theme change.
"""

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from pilkades_desk.kits.qt.theme import current_theme, dress, tinted_svg

_WORN = "worn_icon"


def pixmap(name: str, token: str, size: int = 20) -> QPixmap:
    """Draw one icon in a token's colour; size in logical pixels."""
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    return _drawn(name, current_theme().color[token], size, ratio)


def icon(name: str, token: str, size: int = 20) -> QIcon:
    """Give the icon with a muted look for disabled controls."""
    made = QIcon(pixmap(name, token, size))
    made.addPixmap(pixmap(name, "muted", size), QIcon.Mode.Disabled)
    return made


def wear(widget: QLabel | QAbstractButton, name: str, token: str, size: int = 20) -> None:
    """Give a label or button an icon that follows the theme."""
    widget.setProperty(_WORN, f"{name}|{token}|{size}")
    _put_on(widget)


def change_theme(application: QApplication, name: str) -> None:
    """Change the look of everything shown, icons too."""
    dress(application, name)
    for widget in application.allWidgets():
        _put_on(widget)


def _put_on(widget: QWidget) -> None:
    worn = widget.property(_WORN)
    if not worn:
        return
    name, token, size = worn.split("|")
    if isinstance(widget, QLabel):
        widget.setPixmap(pixmap(name, token, int(size)))
    elif isinstance(widget, QAbstractButton):
        widget.setIcon(icon(name, token, int(size)))
        widget.setIconSize(QSize(int(size), int(size)))


@lru_cache(maxsize=512)
def _drawn(name: str, color: str, size: int, ratio: float) -> QPixmap:
    drawn = QPixmap(QSize(size, size) * ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    drawn.setDevicePixelRatio(ratio)
    painter = QPainter(drawn)
    QSvgRenderer(tinted_svg(name, color)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return drawn

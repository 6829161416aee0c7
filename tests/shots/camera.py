"""Shows a widget at a size and saves what it looks like."""

from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

SIZE = (1366, 728)
MAGNIFIED = ((1093, 614), (911, 512))
Shot = tuple[str, QWidget]
"""Name of the picture, and what it shows."""


def settle() -> None:
    """Let what runs beside the window end, and its answers arrive."""
    for _ in range(4):
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()


def shoot(widget: QWidget, size: tuple[int, int], path: Path) -> None:
    """Save a picture."""
    widget.resize(*size)
    widget.show()
    settle()
    widget.grab().save(str(path))
    print(path)

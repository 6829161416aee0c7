"""Copying what should not stay in the clipboard: it is taken out again after a while."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

KEPT = 30_000
"""Milliseconds until what was copied is taken out."""


def copy_briefly(text: str, kept: int = KEPT) -> None:
    """Copy a text; it is taken out after `kept` ms and when the program ends (S-243).

    Whatever was copied over it in the meantime stays.
    """

    def take_out() -> None:
        clipboard = QApplication.clipboard()
        if clipboard.text() == text:
            clipboard.clear()

    QApplication.clipboard().setText(text)
    application = QApplication.instance()
    timer = QTimer(application)  # outlives the panel the text was copied from
    timer.setSingleShot(True)
    timer.timeout.connect(take_out)
    timer.timeout.connect(timer.deleteLater)
    timer.start(kept)
    if application is not None:
        application.aboutToQuit.connect(take_out)

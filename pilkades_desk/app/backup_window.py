"""The page of backups in a window of its own over the open desk."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from pilkades_desk.kits.qt.ask import Ask
from pilkades_desk.kits.qt.widgets import column
from pilkades_desk.panitia.cadangan_screen import CadanganActs, CadanganScreen

_SIZE = (980, 560)
_FRAME = 60  # pixels the window manager needs


class BackupWindow(QDialog):
    """Closes with Escape, and by itself when a restore is asked for."""

    def __init__(self, parent: QWidget, acts: CadanganActs, ask: Ask) -> None:
        super().__init__(parent)
        self.setWindowTitle("Cadangan")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page = CadanganScreen(acts, ask)
        self.page.restore_requested.connect(self.accept)
        filled = column(self.page, spacing=0)
        filled.setContentsMargins(0, 0, 0, 0)
        self.setLayout(filled)
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width() - _FRAME), min(_SIZE[1], room.height() - _FRAME))

"""The help page of one step, beside the window and closed with Escape."""

from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from pilkades_desk.app.steps import STEPS
from pilkades_desk.core.resources import resource, resource_text
from pilkades_desk.kits.qt.widgets import button, column, row


class HelpWindow(QDialog):
    """Shows `resources/help/<number>-<step>.md`."""

    def __init__(self, parent: QWidget, number: int) -> None:
        super().__init__(parent)
        step = STEPS[number - 1]
        self.setWindowTitle(f"Bantuan: {step.title}")
        self.resize(620, 560)
        self.text = QTextBrowser()
        self.text.setAccessibleName(f"Bantuan: {step.title}")
        self.text.setProperty("look", "help")
        page = f"{number}-{step.folder}.md"
        self.text.setMarkdown(resource_text("help", page))
        # links go to the other pages beside it
        self.text.setSearchPaths([str(resource("help"))])
        filled = column(self.text, row(None, button("Tutup", self.accept)), spacing=14)
        filled.setContentsMargins(20, 20, 20, 16)
        self.setLayout(filled)

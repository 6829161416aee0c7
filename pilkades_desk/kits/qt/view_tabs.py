"""Two or three views of one page behind each other: a row of tabs and what they show."""

from typing import TypeVar

from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

W = TypeVar("W", bound=QWidget)


class ViewTabs(QStackedWidget):
    """Shows one view at a time; `bar` goes where the tabs are wanted."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.bar = QTabBar()
        self.bar.setAccessibleName(name)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.currentChanged.connect(self.setCurrentIndex)

    def add_view(self, title: str, view: W) -> W:
        """Add a view behind a new tab."""
        self.addWidget(view)
        self.bar.addTab(title)
        return view

    def say(self, view: QWidget, title: str) -> None:
        """Change what the tab of a view says."""
        self.bar.setTabText(self.indexOf(view), title)

    def allow(self, view: QWidget, allowed: bool) -> None:
        """Let a tab be chosen, or grey it while there is nothing behind it."""
        self.bar.setTabEnabled(self.indexOf(view), allowed)

    def open_view(self, view: QWidget) -> None:
        """Show a view and mark its tab."""
        self.bar.setCurrentIndex(self.indexOf(view))

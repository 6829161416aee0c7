"""Shared by every test; without the Qt system libraries the window tests count as skipped."""

import ast
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

WINDOW_FILES = ("test_*screen*.py", "test_*table_model*.py", "test_*window*.py", "test_qt_*.py")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is loaded
_HOME = tempfile.TemporaryDirectory(prefix="pilkades-uji-")  # no test writes to a person's folders
os.environ |= {
    "XDG_DOCUMENTS_DIR": f"{_HOME.name}/dokumen",
    "XDG_CONFIG_HOME": f"{_HOME.name}/atur",
}
# Time is measured in tests/bench; a busy machine says nothing about a rule.
settings.register_profile("rumah", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("rumah")
WITHOUT_QT = bool(os.environ.get("PILKADES_TANPA_QT"))


class SkippedWindowTest(pytest.Item):
    """Stands for one window test on a machine that cannot load Qt."""

    def runtest(self) -> None:
        pytest.skip("pustaka sistem Qt tidak ada di mesin ini")

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, self.name


class SkippedWindowFile(pytest.File):
    """Lists the tests of a window file without importing it."""

    def collect(self) -> Iterator[SkippedWindowTest]:
        for node in ast.walk(ast.parse(self.path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield SkippedWindowTest.from_parent(self, name=node.name)


class SkippedWindowModule(pytest.Module):
    """Takes the place of a window test module."""

    def collect(self) -> Iterator[SkippedWindowTest]:
        return SkippedWindowFile.collect(self)  # type: ignore[arg-type]


if WITHOUT_QT:

    def pytest_pycollect_makemodule(
        module_path: Path, parent: pytest.Collector
    ) -> pytest.Module | None:
        if any(module_path.match(pattern) for pattern in WINDOW_FILES):
            return SkippedWindowModule.from_parent(parent, path=module_path)
        return None

    def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
        terminalreporter.section(
            "UJI JENDELA DILEWATI: pustaka sistem Qt tidak ada", sep="!", red=True
        )

else:

    @pytest.fixture(scope="session")
    def qapp_args() -> list[str]:
        """What the program itself tells Qt."""
        from pilkades_desk.kits.qt.theme import STYLE

        return ["pytest", *STYLE]

    @pytest.fixture(scope="session")
    def qapp(qapp: object) -> object:
        """The application in the light theme; a style sheet is dear, so it is set once."""
        from PySide6.QtWidgets import QApplication

        from pilkades_desk.kits.qt.language import IndonesianWords
        from pilkades_desk.kits.qt.theme import dress

        assert isinstance(qapp, QApplication)
        dress(qapp, "light")
        qapp.installTranslator(IndonesianWords(qapp))
        return qapp

    @pytest.fixture
    def qtbot(qtbot: Any) -> object:
        """The bot, after the windows of the former test are truly gone; left over, they add up.

        No key is held: Qt remembers Ctrl from the last key typed, and a row chosen then adds up.
        It keeps the windows it is given: the bot's own reference is weak, and the collector took a
        window in the middle of its paint event, between the end of the test and its closing.
        """
        from PySide6.QtCore import QCoreApplication, QEvent, Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication, QWidget

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
            QTest.keyRelease(QWidget(), Qt.Key.Key_Control)
        kept: list[object] = []
        add = qtbot.addWidget

        def keep(widget: object, **how: object) -> None:
            kept.append(widget)
            add(widget, **how)

        qtbot.addWidget = keep  # this bot lives for one test only
        return qtbot


@pytest.fixture(scope="session", autouse=True)
def quick_boxes() -> Iterator[None]:
    """Let passwords cost little; journeys and benches run the program itself, at its own cost."""
    from tests.passwords import quick_passwords

    with quick_passwords():
        yield

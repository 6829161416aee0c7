"""Reading beside the window, tabs and the row of an entry box."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pilkades_desk.core.errors import StateError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.entry_box import EntryRow
from pilkades_desk.kits.qt.latest import Latest
from pilkades_desk.kits.qt.view_tabs import ViewTabs


class Reader:
    """A question whose answer can be held back."""

    def __init__(self, answer: str) -> None:
        self.answer = answer
        self.go = threading.Event()

    def at_once(self) -> str:
        return self.answer

    def __call__(self) -> str:
        self.go.wait(10)
        return self.answer


@pytest.fixture
def latest(qtbot: QtBot) -> Iterator[Latest]:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = Latest(owner)
    yield made
    qtbot.waitUntil(lambda: not made._job.is_busy)


def test_only_the_newest_question_is_answered(qtbot: QtBot, latest: Latest) -> None:
    answers: list[object] = []
    latest.answered.connect(answers.append)
    first, second, third = Reader("satu"), Reader("dua"), Reader("tiga")
    for reader in (first, second, third):
        latest.ask(reader)
        reader.go.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["tiga"]


def test_the_same_question_asked_again_is_read_again(qtbot: QtBot, latest: Latest) -> None:
    answers: list[object] = []
    latest.answered.connect(answers.append)
    reader = Reader("lama")
    latest.ask(reader)
    latest.ask(reader)
    reader.answer = "baru"
    reader.go.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["baru"]


def test_a_forgotten_question_has_no_answer(qtbot: QtBot, latest: Latest) -> None:
    answers: list[object] = []
    latest.answered.connect(answers.append)
    reader = Reader("satu")
    latest.ask(reader)
    latest.forget()
    reader.go.set()
    qtbot.waitUntil(lambda: not latest._job.is_busy)
    assert answers == []


def test_long_work_stops_when_something_newer_is_asked(qtbot: QtBot, latest: Latest) -> None:
    answers, steps = [], []
    latest.answered.connect(answers.append)
    latest.progressed.connect(lambda done, total: steps.append((done, total)))
    reached = threading.Event()

    def endless(progress: Progress) -> str:
        while True:
            progress(5, 5)
            reached.set()

    latest.ask_work(endless)
    assert reached.wait(10)
    latest.ask(Reader("dua").at_once)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["dua"]
    assert steps[0] == (5, 5)
    reached.clear()
    latest.ask_work(endless)
    assert reached.wait(10)
    latest.forget()
    qtbot.waitUntil(lambda: not latest._job.is_busy)
    assert answers == ["dua"]


def test_a_failure_is_told(qtbot: QtBot, latest: Latest) -> None:
    def fail() -> None:
        raise StateError("TPS belum dibagi.", "Bagi DPT dahulu.")

    with qtbot.waitSignal(latest.failed) as caught:
        latest.ask(fail)
    assert caught.args == ["TPS belum dibagi.", "Bagi DPT dahulu."]


def test_a_tab_opens_its_view_and_may_be_grey(qtbot: QtBot) -> None:
    tabs = ViewTabs("Temuan atau pemilih")
    qtbot.addWidget(tabs)
    first, second = tabs.add_view("Temuan", QWidget()), tabs.add_view("Pemilih", QWidget())
    tabs.open_view(second)
    tabs.say(second, "Pemilih TPS 1")
    tabs.allow(first, allowed=False)
    assert tabs.currentWidget() is second
    assert tabs.bar.tabText(1) == "Pemilih TPS 1"
    assert not tabs.bar.isTabEnabled(0)


def test_a_box_refuses_in_place_and_forgives(qtbot: QtBot) -> None:
    row = EntryRow("Sisa", lambda text: int(text) if text else None, "Ketik angka.")
    qtbot.addWidget(row)
    row.box.setText("1O")
    with pytest.raises(ValueError, match="1O"):
        row.read()
    assert row.box.accessibleDescription() == "Ketik angka."
    row.box.setText("")
    assert row.read() is None
    assert row.box.accessibleDescription() == ""

import sys
import threading
import time
from types import TracebackType

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from pilkades_desk.core.errors import StorageError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt import job as job_module
from pilkades_desk.kits.qt.job import Job


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def test_a_result_arrives_as_a_value(qtbot: QtBot, owner: QObject) -> None:
    job = Job(owner)
    with qtbot.waitSignal(job.finished) as caught:
        job.start(lambda progress: (1, "dua"))
    assert caught.args == [(1, "dua")]


def test_work_runs_off_the_window_thread_and_the_answer_on_it(qtbot: QtBot, owner: QObject) -> None:
    job, threads = Job(owner), []
    job.finished.connect(lambda _: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(job.finished) as caught:
        job.start(lambda progress: threading.get_ident())
    assert caught.args != [threading.get_ident()]
    assert threads == [owner.thread()]


def test_an_expected_failure_brings_its_sentence_and_hint(qtbot: QtBot, owner: QObject) -> None:
    def work(progress: Progress) -> None:
        raise StorageError("Flashdisk penuh.", "Pakai flashdisk lain.")

    job = Job(owner)
    with qtbot.waitSignal(job.failed) as caught:
        job.start(work)
    assert caught.args == ["Flashdisk penuh.", "Pakai flashdisk lain."]


def test_a_bug_reaches_the_crash_hook_on_the_window_thread(qtbot: QtBot, owner: QObject) -> None:
    seen: list[tuple[type[BaseException], int]] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        seen.append((kind, threading.get_ident()))

    before, sys.excepthook = sys.excepthook, hook
    try:
        job = Job(owner)
        job.start(lambda progress: 1 // 0)
        qtbot.waitUntil(lambda: bool(seen))
    finally:
        sys.excepthook = before
    assert seen == [(ZeroDivisionError, threading.get_ident())]
    assert not job.is_busy


def test_cancel_stops_the_work_at_its_next_report(qtbot: QtBot, owner: QObject) -> None:
    reached = threading.Event()

    def work(progress: Progress) -> None:
        for done in range(10_000):
            progress(done, 10_000)
            reached.set()
            time.sleep(0.001)

    job = Job(owner)
    with qtbot.waitSignal(job.cancelled):
        job.start(work)
        assert reached.wait(5)
        job.cancel()
    assert not job.is_busy


def test_progress_is_told_rarely_but_the_end_always(qtbot: QtBot, owner: QObject) -> None:
    def work(progress: Progress) -> None:
        for done in range(1, 5001):
            progress(done, 5000)

    job, told = Job(owner), []
    job.progressed.connect(lambda done, total: told.append((done, total)))
    started = time.monotonic()
    with qtbot.waitSignal(job.finished):
        job.start(work)
    assert told[-1] == (5000, 5000)
    assert len(told) <= (time.monotonic() - started) / job_module.BREATH + 2


def test_a_busy_job_refuses_a_second_start(qtbot: QtBot, owner: QObject) -> None:
    gate = threading.Event()
    job = Job(owner)
    job.start(lambda progress: gate.wait(5))
    try:
        with pytest.raises(RuntimeError):
            job.start(lambda progress: None)
    finally:
        with qtbot.waitSignal(job.finished):
            gate.set()


def test_a_screen_that_goes_away_cancels_its_work(qtbot: QtBot) -> None:
    ended = threading.Event()

    def work(progress: Progress) -> None:
        try:
            for done in range(5000):
                progress(done, 5000)
                time.sleep(0.001)
        finally:
            ended.set()

    screen = QObject()
    Job(screen).start(work)
    screen.deleteLater()
    qtbot.waitUntil(ended.is_set)
    qtbot.waitUntil(lambda: not job_module._running)

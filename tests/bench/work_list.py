"""Types and scrolls in step 2's real list over an election file; prints figures as JSON.

`python -m tests.bench.work_list FOLDER` opens the file there, shows the list offscreen at the size
of a usual laptop and measures what the window's thread takes, in milliseconds: one key to rows in
the model with the first of them fetched, and one frame of scrolling by wheel, by page, by dragging.
Everything is done three times from the start and the best of the three counts, key by key and
frame by frame: what other programs take from this machine is not the list's.
"""

import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.app.start import make_application
from pilkades_desk.app.wiring_pemilih import make_pemilih_acts
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.usecases import log_in
from pilkades_desk.pemilih.cari.usecases import find_pemilih_ids, read_baris
from pilkades_desk.pemilih.cari.values import Cari
from pilkades_desk.pemilih.daftar.screen import ListPanel
from pilkades_desk.pemilih.screen import PemilihScreen, make_screen
from tests.answering import Answering
from tests.makers import KETUA, make_clock

NAMES, WHEEL, PAGES, JUMPS = 30, 300, 150, 150
SIZE = (1082, 632)


def settle() -> None:
    """Let what runs beside the window end and be shown."""
    for _ in range(3):
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()


def timed(act: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of this thread's CPU, and of the clock on the wall."""
    wall, cpu = time.perf_counter(), time.thread_time()
    act()
    return (time.thread_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000


def best_of_three(once: Callable[[], list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """The same keys or frames three times, the best of each."""
    rounds = zip(once(), once(), once(), strict=True)
    return [(min(cpu for cpu, _ in same), min(wall for _, wall in same)) for same in rounds]


def p95(values: list[tuple[float, float]]) -> list[float]:
    """CPU and wall below which 95 of 100 stay."""
    place = int(len(values) * 0.95)
    return [round(sorted(each)[place], 1) for each in zip(*values, strict=True)]


def typed(daftar: ListPanel, names: list[str]) -> list[tuple[float, float]]:
    """Each key of each name; what follows a key is let run, and not waited for."""
    found = []

    def key(letter: str) -> None:
        QTest.keyClicks(daftar.search, letter)
        if daftar.table.model().rowCount():
            daftar._model.value_at(0)

    for name in names:
        for letter in name:
            found.append(timed(lambda letter=letter: key(letter)))
            QApplication.processEvents()
        daftar.clear()
        settle()
    return found


def scrolled(daftar: ListPanel) -> dict[str, list[float]]:
    """Frames of the real view: the bar moved, then painted."""
    bar, port = daftar.table.verticalScrollBar(), daftar.table.viewport()
    pick = random.Random(5)

    def frame(value: int) -> tuple[float, float]:
        def draw() -> None:
            bar.setValue(value)
            port.repaint()

        return timed(draw)

    def walk(places: list[int]) -> list[tuple[float, float]]:
        daftar._model.show_ids(daftar._model.ids)  # forgets what was fetched
        return [frame(place) for place in places]

    page, last = bar.pageStep(), bar.maximum()
    ways = {
        "roda": [3 * at for at in range(WHEEL)],
        "halaman": [page * at for at in range(PAGES)],
        "tarik": [pick.randrange(last) for _ in range(JUMPS)],
    }
    return {way: p95(best_of_three(lambda at=at: walk(at))) for way, at in ways.items()}


def pick_names(meja: Meja) -> list[str]:
    """Names that are there, of which some are misspelt."""
    pick = random.Random(7)
    ids = pick.sample(find_pemilih_ids(meja, Cari()), NAMES)
    names = [one.pemilih.nama.lower() for one in read_baris(meja, ids)]
    return [name if at % 5 else name[:4] + "x" + name[5:] for at, name in enumerate(names)]


def show(meja: Meja) -> PemilihScreen:
    """The page of step 2 as in the window."""
    screen = make_screen(make_pemilih_acts(meja, lambda: None), Answering())
    screen.resize(*SIZE)
    screen.show()
    settle()
    return screen


def main(folder: Path) -> None:
    make_application()
    meja = log_in(folder, KETUA.nama, KETUA.sandi, SCHEMA, make_clock())
    screen = show(meja)
    daftar = screen.daftar
    names = pick_names(meja)
    keys = best_of_three(lambda: typed(daftar, names))
    found = {"pemilih": daftar.table.model().rowCount(), "ketik": len(keys), "huruf": p95(keys)}
    print(json.dumps(found | scrolled(daftar)))
    settle()
    screen.deleteLater()
    meja.close()


main(Path(sys.argv[1]))

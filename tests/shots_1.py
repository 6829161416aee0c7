"""`python -m tests.shots_1 [folder] [--all]`: steps 1 to 3 on a real election, photographed.

The demo's own functions make the village; the screens are driven to the states worth a picture.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from pilkades_desk.app import demo_prepare
from pilkades_desk.app.demo_say import Story
from pilkades_desk.app.demo_village import DESA, KETUA, PENETAPAN_DPT, PERSIAPAN, UNDIAN
from pilkades_desk.app.desk_content import DeskContent
from pilkades_desk.app.main_window import MainWindow
from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.app.steps import STEPS, load_screen
from pilkades_desk.calon.screen import CalonScreen
from pilkades_desk.core.clock import SteppingClock
from pilkades_desk.kits.qt.icons import change_theme
from pilkades_desk.kits.qt.theme import THEMES
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.usecases import create_pemilihan, make_village_keys
from pilkades_desk.pemilih.screen import PemilihScreen
from pilkades_desk.pemilih.values import Saring
from tests.answering import Answering
from tests.shots import MAGNIFIED, ROOT, SIZE, shoot

PEMILIH, TPS = 3000, 2
Shot = tuple[str, Callable[[], QWidget]]


class EarlySteps:
    """One village as it grows: accounts, voters, candidates; its folder goes with it."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pilkades-shots-"))
        self.clock = SteppingClock(PERSIAPAN)
        made = create_pemilihan(self.folder / "pemilihan", DESA, KETUA, SCHEMA, self.clock)
        self.meja = made.meja
        operators = demo_prepare.add_operators(self.meja, KETUA.sandi)
        make_village_keys(self.meja)
        signers = demo_prepare.add_signers(self.meja, TPS, 1)
        self.people = demo_prepare.Panitia(self.meja, *operators, signers)
        self.story = Story(lambda _words: None, 3)

    def take_in(self) -> None:
        self.clock.jump(PENETAPAN_DPT)
        demo_prepare.import_pemilih(self.people, self.folder, PEMILIH, 1, self.story)

    def lock(self) -> None:
        demo_prepare.seal_dpt(self.people, self.story)

    def stand(self) -> None:
        self.clock.jump(UNDIAN)
        demo_prepare.stand_for_election(self.people, self.story)

    def close(self) -> None:
        self.meja.close()
        shutil.rmtree(self.folder)


def step_window(meja: Meja, number: int) -> MainWindow:
    """The window with one step's real screen open."""

    def make_page(wanted: int) -> QWidget:
        if not wanted:
            return QWidget()
        make_screen, make_acts = load_screen(STEPS[wanted - 1])
        page: QWidget = make_screen(make_acts(meja), Answering())
        return page

    window = MainWindow(DeskContent(meja).window(), make_page)
    window.show()
    window.open_page(number)
    return window


def warned(meja: Meja) -> MainWindow:
    """The list narrowed to voters with warnings, one of them chosen."""
    window = step_window(meja, 2)
    page = window.stack.currentWidget()
    assert isinstance(page, PemilihScreen)
    page.filter.setCurrentText(Saring.BERPERINGATAN.value)
    page.table.selectRow(1)
    return window


def waiting(meja: Meja) -> MainWindow:
    """The rows waiting to be repaired."""
    window = step_window(meja, 2)
    page = window.stack.currentWidget()
    assert isinstance(page, PemilihScreen)
    page.tabs.open_view(page.repairs)
    return window


def drawn(meja: Meja) -> MainWindow:
    """The candidates with their numbers."""
    window = step_window(meja, 3)
    assert isinstance(window.stack.currentWidget(), CalonScreen)
    return window


def before_lock(meja: Meja) -> tuple[Shot, ...]:
    return (
        ("1-panitia", lambda: step_window(meja, 1)),
        ("2-pemilih", lambda: warned(meja)),
        ("2-pemilih-perbaikan", lambda: waiting(meja)),
    )


def after_draw(meja: Meja) -> tuple[Shot, ...]:
    return (
        ("2-pemilih-terkunci", lambda: step_window(meja, 2)),
        ("3-calon", lambda: drawn(meja)),
    )


def take(application: QApplication, shots: tuple[Shot, ...], folder: Path, *, every: bool) -> None:
    """Photograph each shot once, or in every theme at every size."""
    for theme in THEMES if every else THEMES[:1]:
        change_theme(application, theme)
        for name, make in shots:
            window = make()
            for width, height in (SIZE, *MAGNIFIED) if every else (SIZE,):
                suffix = f"-{theme}-{width}" if every else ""
                shoot(application, window, (width, height), folder / f"{name}{suffix}.png")
                print(folder / f"{name}{suffix}.png", window.width(), window.height())
            window.close()
            window.deleteLater()


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.shots_1")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--all", action="store_true", help="every theme and size")
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    village = EarlySteps()
    village.take_in()
    take(application, before_lock(village.meja), options.folder, every=options.all)
    village.lock()
    village.stand()
    take(application, after_draw(village.meja), options.folder, every=options.all)
    village.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

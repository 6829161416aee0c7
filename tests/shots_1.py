"""Photographs of steps 1 to 3 on a real election, made by the demo's own functions."""

import shutil
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from PySide6.QtWidgets import QWidget

from pilkades_desk.app import demo_prepare
from pilkades_desk.app.demo_say import Story
from pilkades_desk.app.demo_village import DESA, KETUA, PENETAPAN_DPT, PERSIAPAN, UNDIAN
from pilkades_desk.app.desk_content import DeskContent
from pilkades_desk.app.main_window import MainWindow
from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.app.steps import STEPS, load_screen
from pilkades_desk.core.clock import SteppingClock
from pilkades_desk.kits.qt.ask import Ask
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.usecases import create_pemilihan, make_village_keys
from tests.answering import Answering

Shots = dict[str, Callable[[], QWidget]]


def step_window(meja: Meja, number: int, ask: Ask | None = None) -> MainWindow:
    """The window with one step's real screen open."""

    def make_page(wanted: int) -> QWidget:
        if not wanted:
            return QWidget()
        step = STEPS[wanted - 1]
        wiring = import_module(f"pilkades_desk.app.wiring_{step.folder}")
        acts = getattr(wiring, f"make_{step.folder}_acts")(meja)
        page: QWidget = load_screen(step)(acts, ask or Answering())
        return page

    window = MainWindow(DeskContent(meja).window(), make_page)
    window.open_page(number)
    return window


class EarlySteps:
    """One village as it grows: accounts, voters, candidates; folders go with it."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pilkades-shots-"))
        self.clock = SteppingClock(PERSIAPAN)
        made = create_pemilihan(self.folder / "pemilihan", DESA, KETUA, SCHEMA, self.clock)
        self.meja = made.meja
        operators = demo_prepare.add_operators(self.meja, KETUA.sandi)
        make_village_keys(self.meja)
        signers = demo_prepare.add_signers(self.meja, 2, 1)
        self.people = demo_prepare.Committee(self.meja, *operators, signers)
        self.story = Story(print, 3)

    def take_in(self) -> None:
        self.clock.jump(PENETAPAN_DPT)
        demo_prepare.take_in_voters(self.people, self.folder, 3000, 1, self.story)

    def lock(self) -> None:
        demo_prepare.seal_dpt(self.people, self.story)

    def stand(self) -> None:
        self.clock.jump(UNDIAN)
        demo_prepare.stand_for_election(self.people, self.story)

    def close(self) -> None:
        self.meja.close()
        shutil.rmtree(self.folder)


def make_shots(village: EarlySteps) -> Shots:
    """The pictures by name; call with a village whose DPT is not locked yet."""
    return {"1-panitia": lambda: step_window(village.meja, 1)}

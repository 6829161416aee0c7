"""`python -m tests.shots [folder] [--all]`: drives the real screens and photographs them.

Every screen is taken at 1366×728; with `--all` in each theme and at the two magnified sizes too.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from pilkades_desk.app.demo import DemoOptions, play_demo
from pilkades_desk.app.demo_village import KETUA, PETUGAS
from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.clock import SystemClock
from pilkades_desk.kits.qt.icons import change_theme
from pilkades_desk.kits.qt.language import IndonesianWords
from pilkades_desk.kits.qt.theme import STYLE, THEMES
from pilkades_desk.panitia.usecases import log_in
from pilkades_desk.penerimaan.usecases import log_in_desk
from tests.shots.camera import MAGNIFIED, SIZE, Shot, shoot
from tests.shots.counting import counting_shots
from tests.shots.impor import import_shots
from tests.shots.kabupaten import kabupaten_shots
from tests.shots.start import start_shots
from tests.shots.village import village_shots

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screenshots"


def every_shot(made: Path) -> Iterator[Shot]:
    """All pictures, in the order of the election."""
    yield from start_shots()
    yield from import_shots(made / "impor")
    yield from counting_shots(made / "hitung")
    played = play_demo(DemoOptions(out=made / "demo"), lambda _words: None)
    meja = log_in(played.folder, KETUA.nama, KETUA.sandi, SCHEMA, SystemClock())
    yield from village_shots(meja)
    meja.close()
    desk = log_in_desk(made / "demo/meja", PETUGAS.nama, PETUGAS.sandi, SCHEMA, SystemClock())
    yield from kabupaten_shots(desk, Path(played.facts["paket"]), made)
    desk.close()


def main(arguments: list[str]) -> int:
    """Take them all."""
    parser = argparse.ArgumentParser(prog="python -m tests.shots")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--all", action="store_true", help="every theme and size")
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([*sys.argv[:1], *STYLE])
    assert isinstance(application, QApplication)
    application.installTranslator(IndonesianWords(application))
    change_theme(application, THEMES[0])
    with tempfile.TemporaryDirectory() as made:
        for name, widget in every_shot(Path(made)):
            themes = THEMES if options.all or name == "0-beranda" else THEMES[:1]
            for theme in themes:
                change_theme(application, theme)
                suffix = "" if theme == THEMES[0] else f"-{theme}"
                shoot(widget, SIZE, options.folder / f"{name}{suffix}.png")
                for size in MAGNIFIED if options.all else ():
                    shoot(widget, size, options.folder / f"{name}{suffix}-{size[0]}.png")
            change_theme(application, THEMES[0])
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

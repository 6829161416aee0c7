"""`python -m tests.shots [folder]`: drives the real screens and photographs them.

Every screen is taken at 1366×728; with `--all` also in each theme at the two magnified sizes.
"""

import argparse
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from pilkades_desk.app.beranda_screen import BerandaScreen
from pilkades_desk.app.first_run_content import FirstRunActs
from pilkades_desk.app.first_run_screen import KETUA, FirstRunScreen
from pilkades_desk.app.login_screen import LoginScreen
from pilkades_desk.app.main_window import MainWindow
from pilkades_desk.kits.qt.icons import change_theme
from pilkades_desk.kits.qt.theme import THEMES
from tests.window_samples import BERANDA, JENDELA, StepPageSample

ROOT = Path(__file__).resolve().parent.parent
SIZE = (1366, 728)
MAGNIFIED = ((1093, 614), (911, 512))


def make_page(number: int) -> QWidget:
    return StepPageSample() if number else BerandaScreen(lambda: BERANDA)


def main_window(page: int) -> MainWindow:
    window = MainWindow(JENDELA, make_page)
    window.open_page(page)
    return window


def first_run(page: int) -> FirstRunScreen:
    acts = FirstRunActs(
        check=lambda isian: {},
        suggest_password=lambda: "kuda jalan lima batu",
        create=lambda isian: "",
        print_sheet=print,
        confirm_code=print,
    )
    screen = FirstRunScreen(acts, date(2027, 2, 3))
    desa = screen.desa
    for field, text in (
        (desa.desa, "Sukamaju"), (desa.kode_desa, "3399012001"), (desa.kecamatan, "Cikembar"),
        (desa.kabupaten, "Contoh"), (desa.provinsi, "Jawa Contoh"),
        (desa.sekretariat, "Balai Desa Sukamaju"),
    ):  # fmt: skip
        field.setText(text)
    if page == KETUA:
        screen.next.click()
        screen.ketua.nama_lengkap.setText("Sutrisno Uji")
    return screen


def login() -> LoginScreen:
    return LoginScreen("Desa Sukamaju, Kecamatan Cikembar", ("ketua", "operator1"), print)


SHOTS: dict[str, Callable[[], QWidget]] = {
    "0-mulai": lambda: first_run(0),
    "0-mulai-akun": lambda: first_run(KETUA),
    "0-masuk": login,
    "0-beranda": lambda: main_window(0),
    "0-langkah": lambda: main_window(2),
    "0-terkunci": lambda: main_window(7),
}


def shoot(application: QApplication, widget: QWidget, size: tuple[int, int], path: Path) -> None:
    widget.resize(*size)
    widget.show()
    for _ in range(3):
        application.processEvents()
    widget.grab().save(str(path))


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.shots")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--all", action="store_true", help="every theme and size")
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    sizes = (SIZE, *MAGNIFIED) if options.all else (SIZE,)
    themes = THEMES if options.all else THEMES[:1]
    for theme in themes:
        change_theme(application, theme)
        for name, make in SHOTS.items():
            widget = make()
            for width, height in sizes:
                suffix = f"-{theme}-{width}" if options.all else ""
                path = options.folder / f"{name}{suffix}.png"
                shoot(application, widget, (width, height), path)
                print(path)
            widget.close()
            widget.deleteLater()
    if not options.all:
        for theme in THEMES[1:]:
            change_theme(application, theme)
            shoot(application, main_window(0), SIZE, options.folder / f"0-beranda-{theme}.png")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

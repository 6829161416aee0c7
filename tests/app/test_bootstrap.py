"""The first start, played in a folder of its own with a stand-in for the interpreter."""

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from pilkades_desk import _bootstrap

ENSURE = "from pilkades_desk import _bootstrap as b; b.ensure('modul', b.{lock}); print('tetap')"
SPEAKING = '#!/bin/sh\necho "$@" >> "{log}"\ncase "$*" in *pip*) exit {code};; esac\n'


@dataclass
class Checkout:
    """A checkout with two locks and a `.venv` whose interpreter only notes what it is asked."""

    root: Path

    def __post_init__(self) -> None:
        package = self.root / "pilkades_desk"
        package.mkdir()
        (package / "__init__.py").touch()
        shutil.copy(_bootstrap.__file__, package / "_bootstrap.py")
        for folder, content in (("installers", "a==1\n"), ("tests", "a==1\nb==2\n")):
            (self.root / folder).mkdir()
            (self.root / folder / "requirements.lock").write_text(content)
        (self.root / ".venv" / "bin").mkdir(parents=True)
        self.answer(0)

    def answer(self, code: int) -> None:
        python = self.root / ".venv" / "bin" / "python"
        python.write_text(SPEAKING.format(log=self.root / "log", code=code))
        python.chmod(0o755)

    @property
    def mark(self) -> Path:
        return self.root / ".venv" / "pilkades-lock.txt"

    @property
    def asked(self) -> list[str]:
        log = self.root / "log"
        return log.read_text().splitlines() if log.exists() else []

    def digest(self, folder: str) -> str:
        return hashlib.sha256((self.root / folder / "requirements.lock").read_bytes()).hexdigest()

    def ensure(self, lock: str = "RUN_LOCK") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", ENSURE.format(lock=lock), "satu", "dua kata"]
        return subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=False)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_an_environment_that_fits_is_only_entered(checkout: Checkout) -> None:
    checkout.mark.write_text(checkout.digest("installers"))
    answer = checkout.ensure()
    assert checkout.asked == ["-m modul satu dua kata"]
    assert (answer.stdout, answer.returncode) == ("", 0)


def test_another_lock_is_installed_by_hash_and_then_entered(checkout: Checkout) -> None:
    checkout.mark.write_text("lama\n")
    checkout.ensure()
    install, enter = checkout.asked
    assert "pip install" in install
    assert "--require-hashes" in install
    assert enter == "-m modul satu dua kata"
    assert checkout.mark.read_text().split() == [checkout.digest("installers")]


def test_the_second_start_installs_nothing(checkout: Checkout) -> None:
    checkout.mark.write_text("lama\n")
    checkout.ensure()
    checkout.ensure()
    assert sum("pip" in line for line in checkout.asked) == 1


def test_the_tests_environment_also_runs_the_program(checkout: Checkout) -> None:
    checkout.mark.write_text("lama\n")
    checkout.ensure("TEST_LOCK")
    checkout.ensure()
    assert sum("pip" in line for line in checkout.asked) == 1


def test_the_programs_environment_does_not_run_the_tests(checkout: Checkout) -> None:
    checkout.mark.write_text(checkout.digest("installers"))
    checkout.ensure("TEST_LOCK")
    assert "pip" in checkout.asked[0]


def test_a_failed_installation_says_what_to_repeat(checkout: Checkout) -> None:
    checkout.mark.write_text("lama\n")
    checkout.answer(1)
    answer = checkout.ensure()
    assert answer.returncode == 2
    assert "Pustaka tidak dapat dipasang." in answer.stderr
    assert "pip install" in answer.stderr.splitlines()[-1]
    assert checkout.mark.read_text() == "lama\n"


def test_without_a_lock_nothing_happens(checkout: Checkout) -> None:
    (checkout.root / "installers" / "requirements.lock").unlink()
    assert checkout.ensure().stdout == "tetap\n"
    assert checkout.asked == []


def test_the_line_to_paste_names_every_package() -> None:
    line = _bootstrap.install_line(["libegl1", "libgl1"])
    assert line == "sudo apt-get install --no-install-recommends libegl1 libgl1"


def test_a_window_needs_at_least_what_no_window_needs() -> None:
    with_window = _bootstrap.missing_packages(window=True)
    assert set(_bootstrap.missing_packages(window=False)) <= set(with_window)
    known = _bootstrap.OFFSCREEN_LIBRARIES | _bootstrap.WINDOW_LIBRARIES
    assert set(with_window) <= set(known.values())


def test_a_library_is_looked_for_as_the_system_does() -> None:
    assert not _bootstrap._loads("libtidak-ada-sama-sekali.so.9")


@pytest.mark.parametrize(
    ("given", "shown"),
    [({}, "False"), ({"DISPLAY": ":0"}, "True"), ({"WAYLAND_DISPLAY": "w"}, "True")],
)
def test_a_display_is_told_from_its_absence(given: dict[str, str], shown: str) -> None:
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    code = "from pilkades_desk._bootstrap import has_display as d; print(d())"
    answer = subprocess.run(
        [sys.executable, "-c", code],
        cwd=_bootstrap.ROOT,
        env=kept | given,
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.strip() == shown

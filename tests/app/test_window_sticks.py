"""Whoever opens a folder put back to an earlier day is told by the stick that is plugged in."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from pilkades_desk.app import way_back
from pilkades_desk.app.frame import Frame
from pilkades_desk.app.gate import Gate
from pilkades_desk.app.kabupaten_gate import KabupatenGate
from pilkades_desk.app.way_back import WayBack
from pilkades_desk.core.clock import SteppingClock
from pilkades_desk.kits.usb import sticks
from tests.app.test_window_backups import log_in, shown
from tests.makers import KETUA
from tests.penerimaan.makers import LATER, PENGESAH, Handover, enrol, make_strangers

LONG = 20_000


@pytest.fixture(autouse=True)
def own_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "dokumen"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "atur"))
    monkeypatch.setattr(way_back, "AFTER_LOGIN", 0)


def sent(folder: Path) -> tuple[Handover, Path]:
    """A result on a stick, and the village's folder as it was before."""
    both = enrol(make_strangers(folder))
    both.village.file.checkpoint()
    old = Path(shutil.copytree(both.village.folder, folder / "lama"))
    both.send()
    both.close()
    return both, old


def opened(qtbot: QtBot, gate: WayBack, sandi: str) -> Frame:
    frame = log_in(qtbot, shown(qtbot, gate), sandi)
    qtbot.wait(50)
    QThreadPool.globalInstance().waitForDone(LONG)
    qtbot.wait(50)
    return frame


@pytest.mark.syarat("S-016")
def test_a_village_put_back_is_told_at_the_start_and_a_whole_one_is_not(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both, old = sent(tmp_path)
    monkeypatch.setattr(sticks, "find_sticks", lambda: (both.stick.root,))
    clock = SteppingClock(LATER)
    frame = opened(qtbot, Gate(both.village.folder, clock), KETUA.sandi)
    assert "E11" not in frame.notice.accessibleName()
    qtbot.wait(10)
    frame.window().close()
    frame = opened(qtbot, Gate(old, clock), KETUA.sandi)
    told = frame.notice.accessibleName()
    assert "riwayat bukan lagi yang dicatat paket hasil no. 1" in told  # the login is a new step
    frame.warn("Cadangan kedua tidak dibuat.", "Pilih map lain.")
    assert frame.notice.accessibleName() == told, "an alarm is not covered by a warning"


def test_a_desk_is_compared_with_its_sticks_too(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both, _ = sent(tmp_path)
    asked = []
    monkeypatch.setattr(sticks, "find_sticks", lambda: asked.append(1) or (both.stick.root,))
    frame = opened(qtbot, KabupatenGate(both.desk.folder, SteppingClock(LATER)), PENGESAH.sandi)
    assert asked
    assert "E11" not in frame.notice.accessibleName()

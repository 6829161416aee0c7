from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pilkades_desk.app import backup_places, way_back
from pilkades_desk.app.destruction_screen import DestructionActs, DestructionScreen
from pilkades_desk.app.first_run_screen import FirstRunScreen
from pilkades_desk.app.gate import Gate
from pilkades_desk.app.login_screen import LoginScreen
from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.app.wiring_panitia import make_panitia_acts
from pilkades_desk.panitia import musnah
from pilkades_desk.panitia.accounts import SLOTS_NAME
from pilkades_desk.panitia.cadangan import OUTSIDE, Simpanan, back_up
from pilkades_desk.panitia.findings import W141
from pilkades_desk.panitia.musnah import UntrustedPermintaan
from pilkades_desk.panitia.musnah_berkas import ORDER_NAME
from pilkades_desk.panitia.pulih_screen import PulihScreen
from pilkades_desk.panitia.values import Tempat
from tests.answering import Answering
from tests.app.test_window_frame import nameless
from tests.makers import make_clock, make_meja

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    meja = make_meja(tmp_path)
    musnah.order_destruction(meja, UntrustedPermintaan(desa="Sukamaju", oleh="Sutrisno Uji"))
    meja.close()
    return meja.folder


@pytest.mark.syarat("S-141")
def test_a_start_without_keys_says_so_and_finishes(
    qtbot: QtBot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = Answering(None, tmp_path / "catatan.pdf")
    monkeypatch.setattr("pilkades_desk.kits.qt.dialogs.AskWindow", lambda _parent: ask)
    made = Gate(folder, make_clock())
    qtbot.addWidget(made)
    made.show()
    screen = made.currentWidget()
    assert isinstance(screen, DestructionScreen)
    assert nameless(screen) == []
    with qtbot.waitSignal(screen.job.finished):
        qtbot.mouseClick(screen.finish, LEFT)
    assert "Catatan belum disimpan." in screen.banner.accessibleName()
    with qtbot.waitSignal(screen.ended):
        qtbot.mouseClick(screen.finish, LEFT)
    assert (tmp_path / "catatan.pdf").read_bytes().startswith(b"%PDF-")
    assert isinstance(made.currentWidget(), FirstRunScreen)
    assert not list(folder.glob("pemilihan.*"))


def test_an_order_whose_keys_are_still_there_is_forgotten_at_the_start(
    qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    other = make_meja(tmp_path / "lain")
    other.close()
    (folder / SLOTS_NAME).write_bytes((other.folder / SLOTS_NAME).read_bytes())
    made = Gate(folder, make_clock())
    qtbot.addWidget(made)
    assert isinstance(made.currentWidget(), LoginScreen)
    assert not (folder / ORDER_NAME).exists()


@pytest.mark.syarat("S-141")
def test_the_second_folder_and_every_stick_are_destroyed_without_being_picked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meja = make_meja(tmp_path)
    sticks = tuple(tmp_path / name for name in ("usb1", "usb2", "kosong"))
    monkeypatch.setattr(backup_places, "find_sticks", lambda: sticks)
    outside = [backup_places.second_folder(), *(one / OUTSIDE for one in sticks[:2])]
    for place in outside:
        back_up(meja, SCHEMA, (Simpanan(Tempat.KEDUA, place),))
    assert all(any(place.iterdir()) for place in outside)
    acts = make_panitia_acts(meja, lambda: None, lambda: None).musnah
    assert list(acts.places()) == outside
    typed = {"desa": "Sukamaju", "oleh": "Sutrisno Uji", "saksi": "", "paket": "tetap disimpan"}
    acts.order(typed, acts.places())
    meja.close()
    catatan = musnah.finish_destruction(meja.folder)
    assert (catatan.sisa, catatan.lepas) == ((), ())
    assert not any(any(place.iterdir()) for place in outside)


def test_lost_keys_are_no_first_run(qtbot: QtBot, tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    meja.close()
    for name in (SLOTS_NAME, "pemilihan.kunci.lama"):
        (meja.folder / name).unlink(missing_ok=True)
    made = Gate(meja.folder, make_clock())
    qtbot.addWidget(made)
    screen = made.currentWidget()
    assert isinstance(screen, PulihScreen)
    assert f"Berkas kunci '{SLOTS_NAME}' tidak ada." in screen.banner.accessibleName()


def test_a_record_that_cannot_be_saved_is_said(qtbot: QtBot, folder: Path) -> None:
    acts = DestructionActs(
        finish=lambda: musnah.finish_destruction(folder),
        save=lambda catatan, path: musnah.save_record(folder, catatan, path),
    )
    ask = Answering(folder / "tidak-ada" / "catatan.pdf")
    screen = DestructionScreen(W141.at("map", jumlah=3), acts, ask)
    qtbot.addWidget(screen)
    screen.show()
    with qtbot.waitSignal(screen.job.finished):
        qtbot.mouseClick(screen.finish, LEFT)
    assert "dibuat atau ditulis" in screen.banner.accessibleName()
    assert (way_back.SLOTS, way_back.ORDER) == (SLOTS_NAME, ORDER_NAME)

"""The kabupaten's desk as a person meets it: first run, window, lock, login; on a real file."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pilkades_desk.app.kabupaten_first_run import (
    AKUN,
    KABUPATEN,
    LEMBAR,
    KabupatenFirstRun,
    UntrustedMejaAwal,
    in_groups,
)
from pilkades_desk.app.kabupaten_gate import KabupatenFirst, KabupatenGate
from pilkades_desk.app.kabupaten_window import PAGES, KabupatenWindow
from pilkades_desk.app.login_screen import LoginScreen
from tests.control_names import nameless
from tests.makers import make_clock
from tests.penerimaan.makers import PENGESAH, make_desk

ISIAN = UntrustedMejaAwal(
    kabupaten="Contoh",
    kode_kabupaten="3399",
    gladi=False,
    desa="3399012001; Sukamaju; Cikembar",
    nama=PENGESAH.nama,
    nama_lengkap=PENGESAH.nama_lengkap,
    sandi=PENGESAH.sandi,
    sandi_ulang=PENGESAH.sandi,
)


@pytest.fixture
def gate(qtbot: QtBot, tmp_path: Path) -> Iterator[KabupatenGate]:
    made = KabupatenGate(tmp_path / "meja", make_clock())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def first_run(gate: KabupatenGate) -> KabupatenFirstRun:
    screen = gate.currentWidget()
    assert isinstance(screen, KabupatenFirstRun)
    return screen


def window(gate: KabupatenGate) -> KabupatenWindow:
    made = gate.currentWidget()
    assert isinstance(made, KabupatenWindow)
    return made


def type_in(screen: KabupatenFirstRun, isian: UntrustedMejaAwal = ISIAN) -> None:
    screen.kabupaten.kabupaten.setText(isian.kabupaten)
    screen.kabupaten.kode.setText(isian.kode_kabupaten)
    screen.kabupaten.desa.setPlainText(isian.desa)
    screen.akun.nama_lengkap.setText(isian.nama_lengkap)
    screen.akun.sandi.setText(isian.sandi)
    screen.akun.sandi_ulang.setText(isian.sandi_ulang)


def press_next(qtbot: QtBot, screen: KabupatenFirstRun) -> None:
    qtbot.mouseClick(screen.next, Qt.MouseButton.LeftButton)


def at_sheet(qtbot: QtBot, gate: KabupatenGate) -> tuple[KabupatenFirstRun, str, str]:
    screen = first_run(gate)
    type_in(screen)
    press_next(qtbot, screen)
    press_next(qtbot, screen)
    qtbot.waitUntil(lambda: screen.page == LEMBAR, timeout=20_000)
    return screen, screen.lembar._code.text(), screen.lembar._key.text()


def enter(qtbot: QtBot, gate: KabupatenGate) -> KabupatenWindow:
    screen, code, key = at_sheet(qtbot, gate)
    qtbot.mouseClick(screen.lembar.punya, Qt.MouseButton.LeftButton)
    screen.lembar.kode.setText(code)
    screen.lembar.kunci.setText(key)
    press_next(qtbot, screen)
    return window(gate)


def test_a_fault_in_the_list_stands_below_it(qtbot: QtBot, gate: KabupatenGate) -> None:
    screen = first_run(gate)
    type_in(screen, replace(ISIAN, desa="3399012001; Sukamaju"))
    press_next(qtbot, screen)
    assert screen.page == KABUPATEN
    assert "baris 1" in screen.kabupaten.desa.accessibleDescription()


def test_a_weak_password_holds_the_second_page(qtbot: QtBot, gate: KabupatenGate) -> None:
    screen = first_run(gate)
    type_in(screen, replace(ISIAN, sandi="pendek", sandi_ulang="pendek"))
    press_next(qtbot, screen)
    press_next(qtbot, screen)
    assert screen.page == AKUN
    assert screen.akun.sandi.property("fault")


def test_the_secrets_are_hidden_before_they_are_typed_back(
    qtbot: QtBot, gate: KabupatenGate
) -> None:
    screen, _code, _key = at_sheet(qtbot, gate)
    assert not screen.next.isEnabled()
    qtbot.mouseClick(screen.lembar.punya, Qt.MouseButton.LeftButton)
    assert screen.lembar._code.text() == screen.lembar._key.text() == ""
    press_next(qtbot, screen)
    assert screen.lembar.kode.property("fault")
    assert screen.lembar.kunci.property("fault")


def test_from_nothing_to_the_desk_to_lock_and_back(qtbot: QtBot, gate: KabupatenGate) -> None:
    made = enter(qtbot, gate)
    qtbot.keyClick(made, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    login = gate.currentWidget()
    assert isinstance(login, LoginScreen)
    login._password.setText(PENGESAH.sandi)
    login.enter()
    qtbot.waitUntil(lambda: isinstance(gate.currentWidget(), KabupatenWindow), timeout=20_000)


def test_every_page_opens_by_key_and_names_its_controls(qtbot: QtBot, gate: KabupatenGate) -> None:
    made = enter(qtbot, gate)
    for number, key in enumerate((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)):
        qtbot.keyClick(made, key, Qt.KeyboardModifier.ControlModifier)
        assert (made.page, nameless(made)) == (number, [])


def test_the_sidebar_opens_a_page(qtbot: QtBot, gate: KabupatenGate) -> None:
    made = enter(qtbot, gate)
    place = made.sidebar.visualRect(made.sidebar.model().index(2, 0)).center()
    qtbot.mouseClick(made.sidebar.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert made.page == 2
    assert made.sidebar.model().rowCount() == len(PAGES)


def test_the_window_fits_a_magnified_screen(qtbot: QtBot, gate: KabupatenGate) -> None:
    made = enter(qtbot, gate)
    for number in range(len(PAGES)):
        made.open_page(number)
    least = made.minimumSizeHint()
    assert (least.width() <= 911, least.height() <= 512) == (True, True)


def test_an_existing_desk_asks_for_a_password(qtbot: QtBot, tmp_path: Path) -> None:
    make_desk(tmp_path).meja.close()
    gate = KabupatenGate(tmp_path / "meja", make_clock())
    qtbot.addWidget(gate)
    assert isinstance(gate.currentWidget(), LoginScreen)


def test_what_is_typed_well_has_no_fault(tmp_path: Path) -> None:
    assert KabupatenFirst(tmp_path, make_clock()).check(ISIAN) == {}


def test_each_field_has_its_own_fault(tmp_path: Path) -> None:
    bad = replace(ISIAN, kabupaten="", kode_kabupaten="12", nama="X", sandi_ulang="lain")
    faults = KabupatenFirst(tmp_path, make_clock()).check(bad)
    assert faults.keys() >= {"kabupaten", "kode_kabupaten", "nama", "sandi_ulang"}


def test_a_key_is_written_in_groups_after_its_head() -> None:
    assert in_groups("AGE-SECRET-KEY-1ABCDEFGHJ") == "AGE-SECRET-KEY-1 ABCDEF GHJ"

"""Lost password and new sheet, from the login screen to the desk, for both kinds of desk."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from pilkades_desk.app.beranda_screen import BerandaScreen
from pilkades_desk.app.door import Door
from pilkades_desk.app.kabupaten_gate import KabupatenGate
from pilkades_desk.app.kabupaten_window import KabupatenWindow
from pilkades_desk.app.login_screen import LoginScreen
from pilkades_desk.app.main_window import MainWindow
from pilkades_desk.app.recovery_acts import Recovery
from pilkades_desk.app.recovery_screen import AKUN, KODE, LEMBAR, NOBODY, RecoveryScreen
from pilkades_desk.app.sheet_screen import LEMBAR as NEW_SHEET
from pilkades_desk.app.sheet_screen import SheetScreen
from pilkades_desk.core.errors import AccessError
from pilkades_desk.panitia.akun_ulang import changes_to_name
from pilkades_desk.panitia.pemulihan import prove_recovery_sheet, sheet_is_proven
from pilkades_desk.panitia.values import AkunBaru
from tests.app.test_window_frame import nameless
from tests.app.test_window_gate import log_in, shown
from tests.makers import KETUA, make_clock
from tests.panitia.desks import FRESH, SEKRETARIS, Village, make_village
from tests.penerimaan.makers import make_desk

SLOW = 20_000


def at_recovery(made: Door) -> RecoveryScreen:
    login = made.currentWidget()
    assert isinstance(login, LoginScreen)
    login._lost.click()
    screen = made.currentWidget()
    assert isinstance(screen, RecoveryScreen)
    return screen


def locked_out(
    qtbot: QtBot, folder: Path, *others: AkunBaru
) -> tuple[Village, Door, RecoveryScreen]:
    """A village whose ketua lost the password, at the way back."""
    village = make_village(folder, *others)
    village.meja.close()
    made = shown(qtbot, village.folder)
    return village, made, at_recovery(made)


def type_code(qtbot: QtBot, screen: RecoveryScreen, code: str) -> None:
    screen.kode.kode.setText(code)
    screen.next.click()
    qtbot.waitUntil(lambda: screen.page == AKUN, timeout=SLOW)


def type_account(qtbot: QtBot, screen: RecoveryScreen, **more: str) -> None:
    for name, text in ({"sandi": FRESH, "sandi_ulang": FRESH} | more).items():
        getattr(screen.akun, name).setText(text)
    screen.next.click()
    qtbot.waitUntil(lambda: screen.page == LEMBAR, timeout=SLOW)


def type_back(screen: Any) -> None:
    code = screen.lembar._code
    screen.lembar.punya.click()
    screen.lembar.ketik.setText(code)
    screen.next.click()


def test_the_ketua_comes_back_with_the_code_and_the_sekretaris(
    qtbot: QtBot, tmp_path: Path
) -> None:
    village, made, screen = locked_out(qtbot, tmp_path, SEKRETARIS)
    type_code(qtbot, screen, village.kode)
    assert screen.akun.kedua.currentText() == "sekretaris"
    type_account(qtbot, screen, sandi_kedua=SEKRETARIS.sandi)
    assert not screen.next.isEnabled()
    type_back(screen)
    assert isinstance(made.currentWidget(), MainWindow)
    assert sheet_is_proven(made._meja)
    made.close()


def test_with_two_names_the_ketua_comes_back_and_f29_will_say_so(
    qtbot: QtBot, tmp_path: Path
) -> None:
    village, made, screen = locked_out(qtbot, tmp_path, SEKRETARIS)
    type_code(qtbot, screen, village.kode)
    screen.akun.kedua.setCurrentText(NOBODY)
    assert screen.akun.hadir_satu.isVisible()
    assert not screen.akun.sandi_kedua.isVisible()
    screen.next.click()
    assert screen.akun.hadir_satu.property("fault")
    type_account(qtbot, screen, hadir_satu="Pak Uji", hadir_dua="Bu Uji")
    type_back(screen)
    (named,) = changes_to_name(made._meja)
    assert named.saksi is not None
    made.close()


def test_a_wrong_code_and_a_change_of_mind_lead_back_to_the_login(
    qtbot: QtBot, tmp_path: Path
) -> None:
    village, made, screen = locked_out(qtbot, tmp_path)
    screen.kode.kode.setText("0000-" * 7 + "0000")
    with qtbot.waitSignal(screen._job.failed, timeout=SLOW):
        screen.next.click()
    assert screen.page == KODE
    assert "tidak cocok" in screen._banner.accessibleName()
    type_code(qtbot, screen, village.kode)
    screen.back.click()
    log_in(qtbot, made)  # the file was closed again, or this would find it in use
    made.close()


def test_closing_the_window_on_the_new_sheet_closes_the_file_and_leaves_it_unproven(
    qtbot: QtBot, tmp_path: Path
) -> None:
    village, made, screen = locked_out(qtbot, tmp_path)
    type_code(qtbot, screen, village.kode)
    screen.akun.kedua.setCurrentText(NOBODY)
    type_account(qtbot, screen, hadir_satu="Pak Uji", hadir_dua="Bu Uji")
    made.close()
    again = shown(qtbot, village.folder)
    login = again.currentWidget()
    assert isinstance(login, LoginScreen)
    login._password.setText(FRESH)
    login.enter()
    qtbot.waitUntil(lambda: isinstance(again.currentWidget(), MainWindow), timeout=SLOW)
    assert not sheet_is_proven(again._meja)
    again.close()


def test_a_pengesah_comes_back_the_same_way(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    desk.meja.close()
    made = KabupatenGate(desk.meja.folder, make_clock())
    qtbot.addWidget(made)
    made.show()
    screen = at_recovery(made)
    type_code(qtbot, screen, desk.kode_pemulihan)
    screen.akun.kedua.setCurrentText(NOBODY)
    type_account(qtbot, screen, hadir_satu="Pak Uji", hadir_dua="Bu Uji")
    type_back(screen)
    window = made.currentWidget()
    assert isinstance(window, KabupatenWindow)
    window.sheet_requested.emit()
    assert isinstance(made.currentWidget(), SheetScreen)
    made.currentWidget().back.click()  # type: ignore[union-attr]  # a SheetScreen, as just seen
    assert made.currentWidget() is window
    made.close()


def test_beranda_asks_for_the_sheet_until_it_is_typed_back(qtbot: QtBot, tmp_path: Path) -> None:
    village = make_village(tmp_path)
    village.meja.close()
    made = shown(qtbot, village.folder)
    log_in(qtbot, made)
    frame = made.currentWidget()
    assert isinstance(frame, MainWindow)
    beranda = frame.findChildren(BerandaScreen)[0]
    assert beranda._shown is not None
    assert not beranda._shown.lembar
    beranda.sheet_requested.emit()
    screen = made.currentWidget()
    assert isinstance(screen, SheetScreen)
    assert nameless(screen) == []
    screen.sandi.sandi.setText(KETUA.sandi)
    screen.next.click()
    qtbot.waitUntil(lambda: screen.page == NEW_SHEET, timeout=SLOW)
    type_back(screen)
    assert made.currentWidget() is frame
    beranda.reload()
    assert beranda._shown.lembar
    with pytest.raises(AccessError):
        prove_recovery_sheet(made._meja, village.kode)
    made.close()


def test_locking_on_the_sheet_page_ends_at_the_login_alone(qtbot: QtBot, tmp_path: Path) -> None:
    village = make_village(tmp_path)
    village.meja.close()
    made = shown(qtbot, village.folder)
    log_in(qtbot, made)
    made._show_sheet()
    made._lock()
    assert (made.count(), isinstance(made.currentWidget(), LoginScreen)) == (1, True)
    made.close()


def test_the_pages_name_their_controls_and_fit_a_magnified_screen(
    qtbot: QtBot, tmp_path: Path
) -> None:
    recovery = Recovery(tmp_path, make_clock(), lambda *_: (None, ""))
    screen = RecoveryScreen(recovery.acts(print))
    qtbot.addWidget(screen)
    screen.resize(911, 512)
    screen.show()
    for page in (KODE, AKUN, LEMBAR):
        screen._turn_to(page, "Lanjut")
        assert nameless(screen) == []
    least = screen.minimumSizeHint()
    assert (least.width() <= 911, least.height() <= 512) == (True, True)

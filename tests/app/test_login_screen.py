import threading

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from pilkades_desk.app.login_screen import LoginScreen
from pilkades_desk.core.errors import AccessError

SANDI = "kuda jalan lima batu"


def log_in(nama: str, sandi: str) -> tuple[str, int]:
    if sandi != SANDI:
        raise AccessError("Kata sandi tidak cocok.", "Coba lagi.")
    return nama, threading.get_ident()


def shown(qtbot: QtBot) -> LoginScreen:
    screen = LoginScreen("Desa Sukamaju", ("ketua", "operator1"), log_in)
    qtbot.addWidget(screen)
    screen.resize(911, 512)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    return screen


def test_too_many_wrong_passwords_count_down_and_then_let_try_again(qtbot: QtBot) -> None:
    waits = {"ketua": 2, "operator1": 0}
    screen = LoginScreen("Desa Sukamaju", ("ketua", "operator1"), log_in, waits.__getitem__)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.keyClicks(screen._password, SANDI)
    assert screen._waiting.text().endswith("tunggu 2 detik.")
    assert not screen._enter.isEnabled()
    screen.enter()
    assert not screen._job.is_busy
    screen._tick.timeout.emit()
    assert screen._waiting.text().endswith("tunggu 1 detik.")
    screen._tick.timeout.emit()
    assert not screen._waiting.isVisible()
    assert screen._enter.isEnabled()


def test_another_account_need_not_wait(qtbot: QtBot) -> None:
    waits = {"ketua": 9, "operator1": 0}
    screen = LoginScreen("Desa Sukamaju", ("ketua", "operator1"), log_in, waits.__getitem__)
    qtbot.addWidget(screen)
    qtbot.keyClicks(screen._password, SANDI)
    screen._account.setCurrentText("operator1")
    assert screen._enter.isEnabled()


def test_caps_lock_is_noticed_and_forgotten(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    qtbot.keyClick(screen._password, "A")
    assert screen._caps.isVisible()
    qtbot.keyClick(screen._password, "a")
    assert not screen._caps.isVisible()
    qtbot.keyClick(screen._password, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not screen._caps.isVisible()


def test_the_right_password_opens_the_desk_off_the_window_thread(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    qtbot.keyClicks(screen._password, SANDI)
    with qtbot.waitSignal(screen.opened) as caught:
        qtbot.keyClick(screen._password, Qt.Key.Key_Return)
    name, thread = caught.args[0]
    assert name == "ketua"
    assert thread != threading.get_ident()


def test_the_chosen_account_is_the_one_that_enters(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    screen._account.setCurrentText("operator1")
    qtbot.keyClicks(screen._password, SANDI)
    with qtbot.waitSignal(screen.opened) as caught:
        qtbot.mouseClick(screen._enter, Qt.MouseButton.LeftButton)
    assert caught.args[0][0] == "operator1"


def test_a_wrong_password_is_said_and_cleared(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    qtbot.keyClicks(screen._password, "salah")
    qtbot.keyClick(screen._password, Qt.Key.Key_Return)
    qtbot.waitUntil(screen._banner.isVisible)
    assert "Kata sandi tidak cocok." in screen._banner.accessibleName()
    assert screen._password.text() == ""
    assert screen._password.isEnabled()


def test_without_a_password_there_is_nothing_to_press(qtbot: QtBot) -> None:
    assert not shown(qtbot)._enter.isEnabled()


def test_the_password_leaves_the_field_after_login(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    qtbot.keyClicks(screen._password, SANDI)
    with qtbot.waitSignal(screen.opened):
        screen.enter()
    assert screen._password.text() == ""


def test_tab_goes_account_password_button_help(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    qtbot.keyClicks(screen._password, "x")
    screen._account.setFocus()
    reached = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget() or screen, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [screen._password, screen._enter, screen._lost]


def test_a_lost_password_leads_to_recovery(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    lost = [b for b in screen.findChildren(QAbstractButton) if b.text() == "Lupa kata sandi"]
    with qtbot.waitSignal(screen.recovery_requested):
        lost[0].click()

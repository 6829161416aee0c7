from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from pilkades_desk.app.beranda_content import IsiBeranda
from pilkades_desk.app.beranda_screen import BerandaScreen
from pilkades_desk.kits.qt.bar_chart import BarChart
from tests.window_samples import BERANDA


def shown(qtbot: QtBot, isi: IsiBeranda) -> BerandaScreen:
    screen = BerandaScreen(lambda: isi)
    qtbot.addWidget(screen)
    screen.resize(1100, 640)
    screen.show()
    return screen


def texts(screen: BerandaScreen) -> set[str]:
    return {label.text() for label in screen.findChildren(QLabel)}


def test_the_one_button_opens_the_step_of_the_next_task(qtbot: QtBot) -> None:
    screen = shown(qtbot, BERANDA)
    (go,) = screen.findChildren(QAbstractButton)
    with qtbot.waitSignal(screen.step_requested) as caught:
        go.click()
    assert caught.args == [5]


def test_the_four_figures_are_shown(qtbot: QtBot) -> None:
    assert {"4.812", "3.207", "3.154", "2"} <= texts(shown(qtbot, BERANDA))


def test_the_chart_carries_the_note_that_it_is_provisional(qtbot: QtBot) -> None:
    screen = shown(qtbot, BERANDA)
    assert "nomor 4 Dewi Misal" in screen.findChildren(BarChart)[0].accessibleDescription()
    assert "Angka sementara. Yang sah adalah berita acara yang ditandatangani." in texts(screen)


def test_no_votes_yet_is_said_in_words(qtbot: QtBot) -> None:
    screen = shown(qtbot, BERANDA.model_copy(update={"grafik": None}))
    assert "Belum ada suara" in texts(screen)


def test_the_checklist_says_done_and_open_in_words(qtbot: QtBot) -> None:
    found = texts(shown(qtbot, BERANDA))
    assert "Selesai · 4 calon" in found
    assert "Belum · entri kedua berbeda" in found


def test_showing_it_again_shows_what_is_true_then(qtbot: QtBot) -> None:
    now = [BERANDA]
    screen = BerandaScreen(lambda: now[0])
    qtbot.addWidget(screen)
    screen.show()
    screen.hide()
    now[0] = BERANDA.model_copy(update={"periksa": ()})
    screen.show()
    qtbot.waitUntil(lambda: "Selesai · 4 calon" not in texts(screen))


def test_nothing_is_built_anew_while_nothing_changed(qtbot: QtBot) -> None:
    screen = shown(qtbot, BERANDA)
    before = screen.findChildren(BarChart)
    screen.reload()
    assert screen.findChildren(BarChart) == before

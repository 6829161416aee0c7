from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pilkades_desk.app.beranda_screen import BerandaScreen
from pilkades_desk.app.frame import FOLD
from pilkades_desk.app.main_window import MainWindow
from pilkades_desk.app.sidebar import SPOKEN, SidebarModel
from pilkades_desk.app.steps import STEPS, Keadaan
from pilkades_desk.kits.qt.icons import change_theme
from pilkades_desk.kits.qt.theme import THEMES
from tests.window_samples import BERANDA, JENDELA


def make_page(number: int) -> QWidget:
    return QLabel(f"langkah {number}") if number else BerandaScreen(lambda: BERANDA)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(JENDELA, make_page)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    change_theme(qapp, request.param)
    yield request.param
    change_theme(qapp, "light")


def nameless(root: QWidget) -> list[str]:
    """Controls that Tab reaches and a screen reader would call nothing."""
    found = []
    for widget in root.findChildren(QWidget):
        own = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(root)
        if not own or widget.focusProxy() or widget.objectName() == "qt_spinbox_lineedit":
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        if not spoken.text(QAccessible.Text.Name).strip():
            found.append(repr(widget))
    return found


def test_every_control_has_a_name(window: MainWindow) -> None:
    assert nameless(window) == []


def test_the_check_for_names_finds_a_gap(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    QScrollArea(holder)
    assert len(nameless(holder)) == 1


def test_the_window_fits_a_magnified_laptop_in_every_theme(window: MainWindow, theme: str) -> None:
    window.resize(911, 512)
    QApplication.processEvents()
    assert window.minimumSizeHint().width() <= 900
    assert window.minimumSizeHint().height() <= 480
    assert window.size() == QSize(911, 512)


def test_a_narrow_window_folds_the_sidebar(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(FOLD - 1, 614)
    qtbot.waitUntil(lambda: window.sidebar.width() < 64)
    window.resize(FOLD, 614)
    qtbot.waitUntil(lambda: window.sidebar.width() > 200)


@pytest.mark.parametrize("number", range(1, 6))
def test_ctrl_and_a_digit_opens_that_step(window: MainWindow, qtbot: QtBot, number: int) -> None:
    key = Qt.Key(Qt.Key.Key_0 + number)
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.page == number
    assert window.sidebar.currentIndex().row() == number


class Typing(QWidget):
    """A page that begins with a line of text, a control that is off and one that is hidden."""

    def __init__(self) -> None:
        super().__init__()
        filled = QVBoxLayout(self)
        self.off, self.hidden, self.box = QPushButton("a"), QPushButton("b"), QLineEdit()
        for widget in (QLabel("kata"), self.off, self.hidden, self.box, QPushButton("c")):
            filled.addWidget(widget)
        self.off.setEnabled(False)
        self.hidden.hide()


@pytest.fixture
def typing(qtbot: QtBot) -> MainWindow:
    made = MainWindow(JENDELA, lambda _number: Typing())
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.mark.parametrize("number", [1, 5, 9])
def test_ctrl_and_a_digit_puts_the_focus_on_the_first_control_of_the_page(
    typing: MainWindow, qtbot: QtBot, number: int
) -> None:
    typing.sidebar.setFocus()
    key = Qt.Key(Qt.Key.Key_0 + number)
    qtbot.keyClick(typing.sidebar, key, Qt.KeyboardModifier.ControlModifier)
    page = typing.stack.currentWidget()
    assert isinstance(page, Typing)
    assert QApplication.focusWidget() is page.box


def test_a_shut_step_puts_the_focus_on_the_button_that_leads_on(
    typing: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(typing, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget().accessibleName() == "Buka langkah 5"


def test_a_page_without_controls_takes_the_focus_itself(window: MainWindow, qtbot: QtBot) -> None:
    window.sidebar.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.currentWidget().hasFocus()


@pytest.mark.parametrize(("number", "title"), [(0, "Beranda"), (5, "Penghitungan")])
def test_a_screen_reader_calls_the_page_by_its_title(
    window: MainWindow, number: int, title: str
) -> None:
    window.open_page(number)
    spoken = QAccessible.queryAccessibleInterface(window.stack.currentWidget())
    assert spoken.text(QAccessible.Text.Name) == title


def test_ctrl_9_opens_beranda(window: MainWindow, qtbot: QtBot) -> None:
    window.open_page(3)
    qtbot.keyClick(window, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert window.page == 0


def test_f1_asks_for_help_about_the_open_page(window: MainWindow, qtbot: QtBot) -> None:
    window.open_page(4)
    with qtbot.waitSignal(window.help_requested) as caught:
        qtbot.keyClick(window, Qt.Key.Key_F1)
    assert caught.args == [4]


def test_ctrl_l_locks(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.lock_requested):
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_a_step_not_open_yet_leads_to_the_current_one(window: MainWindow, qtbot: QtBot) -> None:
    window.open_page(7)
    lead = next(
        each
        for each in window.stack.currentWidget().findChildren(QWidget)
        if each.accessibleName() == "Buka langkah 5"
    )
    qtbot.mouseClick(lead, Qt.MouseButton.LeftButton)
    assert window.page == 5


def test_a_page_is_made_when_first_opened_and_kept(qtbot: QtBot) -> None:
    made: list[int] = []

    def count(number: int) -> QWidget:
        made.append(number)
        return QWidget()

    window = MainWindow(JENDELA, count)
    qtbot.addWidget(window)
    for number in (2, 0, 2):
        window.open_page(number)
    assert made == [0, 2]


def test_arrows_and_enter_in_the_sidebar_open_a_step(window: MainWindow, qtbot: QtBot) -> None:
    window.sidebar.setFocus()
    qtbot.keyClick(window.sidebar, Qt.Key.Key_Down)
    qtbot.keyClick(window.sidebar, Qt.Key.Key_Return)
    assert window.page == 1


def test_a_click_in_the_sidebar_opens_a_step(window: MainWindow, qtbot: QtBot) -> None:
    place = window.sidebar.visualRect(window.sidebar.model().index(2, 0)).center()
    qtbot.mouseClick(window.sidebar.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.page == 2


def test_the_sidebar_says_the_state_in_words(qtbot: QtBot) -> None:
    model = SidebarModel()
    model.show_isi(JENDELA)
    assert model.index(2).data(SPOKEN) == "2  Daftar pemilih, selesai"
    assert model.index(8).data(SPOKEN) == "8  Meja kabupaten, belum terbuka"


def test_a_new_state_opens_a_step(window: MainWindow) -> None:
    keadaan = {step.folder: Keadaan.TERBUKA for step in STEPS}
    window.show_isi(JENDELA.model_copy(update={"keadaan": keadaan}))
    window.open_page(8)
    assert isinstance(window.stack.currentWidget(), QLabel)


def test_a_rehearsal_says_so_on_top(window: MainWindow) -> None:
    window.show_isi(JENDELA.model_copy(update={"gladi": True}))
    texts = [label.text() for label in window.findChildren(QLabel)]
    assert "GLADI – bukan data resmi" in texts


def test_focus_can_be_seen_in_the_sidebar(window: MainWindow, theme: str) -> None:
    window.activateWindow()
    window.sidebar.choose(1)
    window.stack.setFocus()
    before = window.sidebar.grab().toImage()
    window.sidebar.setFocus()
    assert window.sidebar.grab().toImage() != before

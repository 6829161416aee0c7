from collections.abc import Mapping
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from pilkades_desk.app.first_run_content import FirstRunActs, UntrustedIsianAwal
from pilkades_desk.app.first_run_screen import DESA, KETUA, LEMBAR, SELESAI, FirstRunScreen
from pilkades_desk.core.errors import AccessError, StorageError

KODE = "BATU-KUDA-7F3K-92QX"


class Committee:
    """Plays the use cases: checks, makes, prints and compares."""

    def __init__(self) -> None:
        self.made: list[UntrustedIsianAwal] = []
        self.printed: list[str] = []
        self.full_disk = False

    def check(self, isian: UntrustedIsianAwal) -> Mapping[str, str]:
        faults = {}
        if not isian.desa:
            faults["desa"] = "Isi nama desa."
        if isian.sandi != isian.sandi_ulang:
            faults["sandi_ulang"] = "Kata sandi tidak sama."
        return faults

    def create(self, isian: UntrustedIsianAwal) -> str:
        if self.full_disk:
            raise StorageError("Diska penuh.", "Kosongkan tempat, lalu ulangi.")
        self.made.append(isian)
        return KODE

    def confirm(self, code: str) -> None:
        if code != KODE:
            raise AccessError("Kode pemulihan tidak cocok.", "Ketik ulang dari lembar.")

    def acts(self) -> FirstRunActs:
        return FirstRunActs(
            self.check,
            lambda: "kuda jalan lima batu",
            self.create,
            self.printed.append,
            self.confirm,
        )


def shown(qtbot: QtBot, committee: Committee) -> FirstRunScreen:
    screen = FirstRunScreen(committee.acts(), date(2027, 2, 3))
    qtbot.addWidget(screen)
    screen.resize(1093, 614)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    return screen


def test_the_next_page_starts_in_its_first_box(qtbot: QtBot) -> None:
    screen = shown(qtbot, Committee())
    assert screen.desa.desa.hasFocus()
    screen.desa.desa.setText("Sukamaju")
    screen.next.click()
    assert screen.ketua.nama_lengkap.hasFocus()


def go_on(qtbot: QtBot, screen: FirstRunScreen) -> None:
    qtbot.mouseClick(screen.next, Qt.MouseButton.LeftButton)


def at_sheet(qtbot: QtBot, committee: Committee) -> FirstRunScreen:
    screen = shown(qtbot, committee)
    screen.desa.desa.setText("Sukamaju")
    go_on(qtbot, screen)
    go_on(qtbot, screen)
    qtbot.waitUntil(lambda: screen.page == LEMBAR)
    return screen


def test_a_fault_holds_the_page_and_stands_at_its_field(qtbot: QtBot) -> None:
    screen = shown(qtbot, Committee())
    go_on(qtbot, screen)
    assert screen.page == DESA
    assert screen.desa.desa.accessibleDescription() == "Isi nama desa."
    assert screen.desa.desa.hasFocus()


def test_a_fault_of_a_later_page_does_not_hold_this_one(qtbot: QtBot) -> None:
    screen = shown(qtbot, Committee())
    screen.desa.desa.setText("Sukamaju")
    screen.ketua.sandi.setText("satu")
    go_on(qtbot, screen)
    assert screen.page == KETUA
    go_on(qtbot, screen)
    assert screen.page == KETUA
    assert screen.ketua.sandi_ulang.accessibleDescription() == "Kata sandi tidak sama."


def test_what_was_typed_reaches_the_use_case(qtbot: QtBot) -> None:
    committee = Committee()
    at_sheet(qtbot, committee)
    (isian,) = committee.made
    assert (isian.desa, isian.tanggal, isian.zona) == ("Sukamaju", date(2027, 2, 3), "WIB")


def test_a_full_disk_is_said_and_nothing_goes_on(qtbot: QtBot) -> None:
    committee = Committee()
    committee.full_disk = True
    screen = shown(qtbot, committee)
    screen.desa.desa.setText("Sukamaju")
    go_on(qtbot, screen)
    go_on(qtbot, screen)
    qtbot.waitUntil(screen._banner.isVisible)
    assert screen.page == KETUA
    assert screen.next.isEnabled()


def test_the_code_must_be_on_paper_before_it_is_typed(qtbot: QtBot) -> None:
    committee = Committee()
    screen = at_sheet(qtbot, committee)
    assert not screen.next.isEnabled()
    screen.lembar.cetak.click()
    screen.lembar.punya.click()
    assert committee.printed == [KODE]
    assert KODE not in {label.text() for label in screen.findChildren(QLabel)}
    assert screen.next.isEnabled()


@pytest.mark.syarat("S-104")
def test_a_wrong_code_is_refused_and_the_right_one_ends(qtbot: QtBot) -> None:
    screen = at_sheet(qtbot, Committee())
    screen.lembar.punya.click()
    screen.lembar.ketik.setText("BATU-SALAH")
    go_on(qtbot, screen)
    assert screen.page == LEMBAR
    screen.lembar.ketik.setText(KODE)
    go_on(qtbot, screen)
    assert screen.page == SELESAI
    with qtbot.waitSignal(screen.finished):
        go_on(qtbot, screen)


def test_passwords_do_not_stay_on_the_page(qtbot: QtBot) -> None:
    committee = Committee()
    screen = shown(qtbot, committee)
    screen.desa.desa.setText("Sukamaju")
    for field in (screen.ketua.sandi, screen.ketua.sandi_ulang):
        field.setText("kuda jalan lima batu")
    go_on(qtbot, screen)
    go_on(qtbot, screen)
    qtbot.waitUntil(lambda: screen.page == LEMBAR)
    assert screen.ketua.sandi.text() == screen.ketua.sandi_ulang.text() == ""


def test_there_is_no_way_back_once_the_file_is_made(qtbot: QtBot) -> None:
    assert not at_sheet(qtbot, Committee()).back.isVisible()


def in_sight(screen: FirstRunScreen, widget: QWidget) -> bool:
    """Whether all of a widget is drawn within the window, nothing scrolled away."""
    place = QRect(widget.mapTo(screen, QPoint(0, 0)), widget.size())
    return widget.visibleRegion().boundingRect() == widget.rect() and screen.rect().contains(place)


@pytest.mark.parametrize("size", [(1366, 728), (1093, 614), (911, 512)])
@pytest.mark.parametrize("page", [DESA, KETUA, LEMBAR, SELESAI])
def test_the_buttons_stay_in_sight_on_every_page_and_size(
    qtbot: QtBot, page: int, size: tuple[int, int]
) -> None:
    screen = shown(qtbot, Committee())
    screen.resize(*size)
    screen._open(page)
    QApplication.processEvents()
    assert in_sight(screen, screen.next)
    assert in_sight(screen, screen.back) or page != KETUA


def test_the_buttons_stay_when_the_page_is_scrolled(qtbot: QtBot) -> None:
    screen = shown(qtbot, Committee())
    screen.resize(911, 512)
    QApplication.processEvents()
    bar = screen._scroll.verticalScrollBar()
    assert bar.maximum() > 0, "the page is long enough to scroll"
    bar.setValue(bar.maximum())
    assert in_sight(screen, screen.next)


def test_the_first_fault_is_brought_into_sight(qtbot: QtBot) -> None:
    screen = shown(qtbot, Committee())
    screen.resize(640, 360)
    QApplication.processEvents()
    bar = screen._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert not in_sight(screen, screen.desa.desa)
    screen.next.click()
    assert in_sight(screen, screen.desa.desa)


def test_a_failure_is_said_beside_the_button_that_was_pressed(qtbot: QtBot) -> None:
    committee = Committee()
    committee.full_disk = True
    screen = shown(qtbot, committee)
    screen._open(KETUA)
    screen.desa.desa.setText("Sukamaju")
    screen.next.click()
    qtbot.waitUntil(screen._banner.isVisible)
    assert in_sight(screen, screen._banner)

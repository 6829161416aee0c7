from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLabel, QTextBrowser
from pytestqt.qtbot import QtBot

from pilkades_desk.app import door, way_back
from pilkades_desk.app.beranda_screen import BerandaScreen
from pilkades_desk.app.desk_content import DeskContent
from pilkades_desk.app.first_run_acts import FirstRun
from pilkades_desk.app.first_run_content import UntrustedIsianAwal
from pilkades_desk.app.first_run_screen import LEMBAR, FirstRunScreen
from pilkades_desk.app.gate import Gate
from pilkades_desk.app.help_window import HelpWindow
from pilkades_desk.app.login_screen import LoginScreen
from pilkades_desk.app.main_window import MainWindow
from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.app.steps import STEPS, Keadaan
from pilkades_desk.panitia import usecases as panitia
from pilkades_desk.panitia.accounts import FILE_NAME, SLOTS_NAME
from pilkades_desk.panitia.sandi import suggest_password
from pilkades_desk.pemilih.loket.screen import LoketScreen
from pilkades_desk.pemilih.screen import PemilihScreen
from pilkades_desk.pemilih.usecases import import_sheet
from tests.makers import DESA, KETUA, make_clock, make_meja, make_operators
from tests.pemilih.kpu_sheet import write_rows

TYPED = UntrustedIsianAwal(
    kode_desa=DESA.kode_desa, desa=DESA.desa, kecamatan=DESA.kecamatan, kabupaten=DESA.kabupaten,
    provinsi=DESA.provinsi, tanggal=date(2027, 2, 3), zona="WIB", gladi=True, sekretariat="",
    nama=KETUA.nama, nama_lengkap=KETUA.nama_lengkap, sandi=KETUA.sandi, sandi_ulang=KETUA.sandi,
)  # fmt: skip


def shown(qtbot: QtBot, folder: Path) -> Gate:
    made = Gate(folder, make_clock())
    qtbot.addWidget(made)
    made.show()
    return made


def log_in(qtbot: QtBot, made: Gate) -> None:
    login = made.currentWidget()
    assert isinstance(login, LoginScreen)
    qtbot.keyClicks(login._password, KETUA.sandi)
    qtbot.keyClick(login._password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(made.currentWidget(), MainWindow), timeout=20_000)


def fill_in(screen: FirstRunScreen) -> None:
    for page in (screen.desa, screen.ketua):
        for name in page.rows:
            field = getattr(page, name)
            if name not in {"tanggal", "zona"}:
                field.setText(getattr(TYPED, name))


def test_a_new_folder_goes_through_the_first_run_to_beranda(qtbot: QtBot, tmp_path: Path) -> None:
    made = shown(qtbot, tmp_path / "pemilihan")
    screen = made.currentWidget()
    assert isinstance(screen, FirstRunScreen)
    fill_in(screen)
    screen.next.click()
    screen.next.click()
    qtbot.waitUntil(lambda: screen.page == LEMBAR, timeout=20_000)
    code = screen.lembar._code
    screen.lembar.punya.click()
    screen.lembar.ketik.setText(code.lower().replace("-", " "))
    screen.next.click()
    screen.next.click()
    assert isinstance(made.currentWidget(), MainWindow)
    assert made.windowTitle() == "Desa Sukamaju – Pilkades Desk"


def test_locking_closes_the_file_and_asks_for_the_password(qtbot: QtBot, tmp_path: Path) -> None:
    make_meja(tmp_path).close()
    made = shown(qtbot, tmp_path / "pemilihan")
    log_in(qtbot, made)
    frame = made.currentWidget()
    assert isinstance(frame, MainWindow)
    assert frame.findChildren(BerandaScreen)
    frame.lock_requested.emit()
    assert isinstance(made.currentWidget(), LoginScreen)
    assert made._meja is None
    log_in(qtbot, made)


def test_every_step_can_be_opened_and_helped(qtbot: QtBot, tmp_path: Path) -> None:
    make_meja(tmp_path).close()
    made = shown(qtbot, tmp_path / "pemilihan")
    log_in(qtbot, made)
    frame = made.currentWidget()
    assert isinstance(frame, MainWindow)
    for step in STEPS:
        frame.open_page(step.number)
        frame.help_requested.emit(step.number)
        help_window = frame.findChildren(HelpWindow)[-1]
        text = help_window.findChildren(QTextBrowser)[0]
        assert len(text.toPlainText()) > 40
        text.setSource(QUrl("formulir.md"))  # a link of one page to another
        assert "Daftar formulir" in text.toPlainText()
        help_window.close()
    frame.open_page(0)


def test_without_a_printer_the_code_is_to_be_copied_by_hand(qtbot: QtBot, tmp_path: Path) -> None:
    from PySide6.QtPrintSupport import QPrinterInfo

    assert QPrinterInfo.availablePrinterNames() == []
    made = shown(qtbot, tmp_path / "pemilihan")
    screen = made.currentWidget()
    assert isinstance(screen, FirstRunScreen)
    screen.lembar.cetak.click()
    assert "Salin kode dengan tangan" in screen._banner.accessibleName()


def test_good_typing_has_no_fault(tmp_path: Path) -> None:
    assert FirstRun(tmp_path, make_clock()).check(TYPED) == {}


@pytest.mark.parametrize(
    ("field", "value", "told_at"),
    [
        ("kode_desa", "12", "kode_desa"),
        ("desa", "", "desa"),
        ("provinsi", " ", "provinsi"),
        ("nama", "Pak Ketua", "nama"),
        ("nama_lengkap", "", "nama_lengkap"),
        ("sandi", "pendek", "sandi"),
        ("sandi_ulang", "lain", "sandi_ulang"),
        ("sandi", "desa sukamaju jaya", "sandi"),
    ],
)
def test_a_fault_is_told_at_its_field(tmp_path: Path, field: str, value: str, told_at: str) -> None:
    from dataclasses import replace

    faults = FirstRun(tmp_path, make_clock()).check(replace(TYPED, **{field: value}))
    assert faults[told_at]


def test_suggested_passwords_are_four_words_and_differ() -> None:
    suggested = {suggest_password() for _ in range(20)}
    assert len(suggested) == 20
    assert {len(each.split()) for each in suggested} == {4}


def test_the_login_knows_the_name_of_the_key_file() -> None:
    assert (door.SLOTS, way_back.DATABASE) == (SLOTS_NAME, FILE_NAME)


def test_a_new_election_begins_with_the_committee(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    content = DeskContent(meja)
    assert content.beranda().tugas.langkah == 1
    assert content.window().state_of("panitia") is Keadaan.BERJALAN
    assert content.window().state_of("penghitungan") is Keadaan.TERKUNCI
    assert content.beranda().grafik is None
    meja.close()


def test_a_second_account_moves_the_task_on(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    make_operators(meja)
    content = DeskContent(meja)
    assert content.beranda().tugas.langkah == 2
    assert content.beranda().done == 1
    meja.close()


def test_a_rehearsal_shows_on_top(qtbot: QtBot, tmp_path: Path) -> None:
    first = FirstRun(tmp_path / "pemilihan", make_clock())
    first.create(TYPED)
    assert first.meja is not None
    first.meja.close()
    made = shown(qtbot, tmp_path / "pemilihan")
    log_in(qtbot, made)
    texts = {label.text() for label in made.findChildren(QLabel)}
    assert "GLADI – bukan data resmi" in texts


def test_closing_in_the_middle_of_the_first_run_closes_the_file(
    qtbot: QtBot, tmp_path: Path
) -> None:
    made = shown(qtbot, tmp_path / "pemilihan")
    screen = made.currentWidget()
    assert isinstance(screen, FirstRunScreen)
    fill_in(screen)
    screen.next.click()
    screen.next.click()
    qtbot.waitUntil(lambda: screen.page == LEMBAR, timeout=20_000)
    made.close()
    log_in(qtbot, shown(qtbot, tmp_path / "pemilihan"))


@pytest.mark.syarat("S-250", "S-251")
def test_the_counter_has_the_window_to_itself_and_leaving_it_locks(
    qtbot: QtBot, tmp_path: Path
) -> None:
    village = make_meja(tmp_path)
    import_sheet(village, write_rows(tmp_path / "a.xlsx", {}, {}))
    village.close()
    made = shown(qtbot, tmp_path / "pemilihan")
    log_in(qtbot, made)
    frame = made.currentWidget()
    assert isinstance(frame, MainWindow)
    frame.open_page(2)
    page = frame.stack.currentWidget()
    assert isinstance(page, PemilihScreen)
    page.loket_button.click()
    loket = made.currentWidget()
    assert isinstance(loket, LoketScreen)
    qtbot.keyClick(loket, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert (frame.page, made.currentWidget()) == (2, loket)
    qtbot.keyClicks(loket.question, "siti uji b")
    qtbot.keyClick(loket.question, Qt.Key.Key_Return)
    assert loket._cards is not None
    loket.leave.click()
    assert isinstance(made.currentWidget(), LoginScreen)
    assert made._meja is None


def test_the_counter_s_counts_are_kept_when_the_screen_locks_by_itself(
    qtbot: QtBot, tmp_path: Path
) -> None:
    make_meja(tmp_path).close()
    made = shown(qtbot, tmp_path / "pemilihan")
    log_in(qtbot, made)
    made._show_loket()
    loket = made.currentWidget()
    assert isinstance(loket, LoketScreen)
    qtbot.keyClicks(loket.question, "siti")
    loket.ask.click()
    meja = made._meja
    before = meja.head().seq
    made._idle.idle.emit()
    assert isinstance(made.currentWidget(), LoginScreen)
    again = panitia.log_in(tmp_path / "pemilihan", KETUA.nama, KETUA.sandi, SCHEMA, make_clock())
    assert again.head().seq >= before + 2, "the counts, and this login"
    again.close()

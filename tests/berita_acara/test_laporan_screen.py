"""The report's tab: what is missing, the dialog, the register and its sheets."""

from pytestqt.qtbot import QtBot

from pilkades_desk.berita_acara.screen import BeritaAcaraScreen
from pilkades_desk.core.errors import RightsError, StateError
from pilkades_desk.panitia.forms import SECOND, SECOND_PASSWORD
from tests.answering import Answering
from tests.berita_acara.documents import make_dokumen
from tests.berita_acara.test_screen import Desk, press, shown, told
from tests.control_names import nameless

OBJECTION = {"pemohon": "Calon Uji", "pokok": "Jumlah suara TPS 1"}


def report(qtbot: QtBot, desk: Desk, *answers: object) -> BeritaAcaraScreen:
    screen = shown(qtbot, desk, Answering(*answers))
    screen.tabs.open_view(screen.laporan)
    return screen


def test_the_tab_counts_what_the_report_still_lacks(qtbot: QtBot) -> None:
    screen = report(qtbot, Desk())
    assert screen.laporan._missing.text() == "1 dari 2 lampiran belum ada."
    assert nameless(screen) == []
    assert not screen.daftar.queue_button.isVisible()


def test_the_report_is_filled_in_one_dialog_that_names_what_is_missing(qtbot: QtBot) -> None:
    desk = Desk()
    screen = report(qtbot, desk, {"Tata tertib": "ada"}, None)
    press(qtbot, screen, "Isi laporan")
    told(qtbot, screen, "Isian laporan tersimpan.")
    assert desk.laporan.typed == [{"kepada": "Ketua BPD", "set": "5", "Tata tertib": "ada"}]
    ask = screen._ask
    assert isinstance(ask, Answering)
    assert "Belum: Tata tertib." in ask.forms[0].sentence
    press(qtbot, screen, "Isi laporan")  # changed their mind
    assert len(desk.laporan.typed) == 1


def test_a_report_that_may_not_be_typed_says_why(qtbot: QtBot) -> None:
    desk = Desk()
    desk.laporan.fault = RightsError("Peran operator tidak boleh.", "Masuk sebagai ketua.")
    screen = report(qtbot, desk, {})
    press(qtbot, screen, "Isi laporan")
    told(qtbot, screen, "Peran operator tidak boleh.")


def test_a_decision_in_writing_is_noted(qtbot: QtBot) -> None:
    desk = Desk()
    screen = report(qtbot, desk, {"calon": "2. Joko Uji", "dasar": "Keputusan Bupati 5"}, None)
    press(qtbot, screen, "Keputusan tertulis")
    told(qtbot, screen, "Keputusan tercatat.")
    (typed,) = desk.laporan.typed
    assert (typed["calon"], typed["dasar"]) == ("2. Joko Uji", "Keputusan Bupati 5")
    assert {SECOND, SECOND_PASSWORD} <= typed.keys()
    press(qtbot, screen, "Keputusan tertulis")  # changed their mind
    assert len(desk.laporan.typed) == 1
    desk.laporan.fault = StateError("Calon terpilih sudah ada menurut hitungan.", "Tidak perlu.")
    press(qtbot, screen, "Keputusan tertulis")
    told(qtbot, screen, "Calon terpilih sudah ada menurut hitungan.")


def test_an_objection_is_written_down_and_decided(qtbot: QtBot) -> None:
    desk = Desk()
    screen = report(qtbot, desk, OBJECTION, {"putusan": "Ditolak"}, None, None)
    assert not screen.laporan.decide_button.isEnabled()
    press(qtbot, screen, "Catat keberatan")
    told(qtbot, screen, "Keberatan tercatat.")
    ask = screen._ask
    assert isinstance(ask, Answering)
    assert "asumsi" in ask.forms[0].sentence
    assert ask.checks[0]({"pemohon": " ", "jam": "25.00", "pokok": ""}).keys() == {
        "pemohon", "jam", "pokok",
    }  # fmt: skip
    screen.laporan.register.selectRow(0)
    assert "Putus paling lambat 6 Maret 2027" in screen.laporan._keberatan_words.text()
    press(qtbot, screen, "Putusan")
    told(qtbot, screen, "Putusan tercatat.")
    assert "Diputus 4 Februari 2027: Ditolak" in screen.laporan._keberatan_words.text()
    for name in ("Catat keberatan", "Putusan"):  # changed their mind
        press(qtbot, screen, name)
    assert len(desk.laporan.register) == 1


def test_letters_register_and_receipt_are_shown_to_be_printed(qtbot: QtBot) -> None:
    desk = Desk(make_dokumen())
    screen = report(qtbot, desk, OBJECTION)
    press(qtbot, screen, "Catat keberatan")
    screen.laporan.register.selectRow(0)
    wanted = ["F-35 BPD", "F-36 camat", "Register (F-37)", "Tanda terima"]
    for name in wanted:
        press(qtbot, screen, name)
        qtbot.waitUntil(screen.printing.isVisible)
        press(qtbot, screen, "Kembali")
    assert desk.laporan.drawn == ["F-35", "F-36", "register", "tanda terima 1"]

"""The working list on the screen: narrowing it, choosing people, changing them, taking it back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.cari.values import Cari
from pilkades_desk.pemilih.daftar import forms
from pilkades_desk.pemilih.daftar.filter_screen import FilterPanel
from pilkades_desk.pemilih.daftar.screen import ListPanel
from pilkades_desk.pemilih.daftar.table_model import AreaModel
from pilkades_desk.pemilih.findings import E201, E202, W222
from pilkades_desk.pemilih.screen import PemilihScreen, make_screen
from pilkades_desk.pemilih.ubah.values import HasilUbah
from pilkades_desk.pemilih.values import AlasanCoret, Isian, JenisKelamin, Saring
from tests.answering import Answering
from tests.app.test_window_frame import nameless
from tests.pemilih.samples import CHOICES, DPS, DPT, Village

LEFT = Qt.MouseButton.LeftButton
WHY = {"alasan": "sesuai KTP-el", "keterangan": "KTP 1"}
Opened = Callable[..., tuple[PemilihScreen, ListPanel, Answering]]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    def open_screen(
        village: Village, *answers: object
    ) -> tuple[PemilihScreen, ListPanel, Answering]:
        ask = Answering(*answers)
        screen = make_screen(village.acts(), ask)
        qtbot.addWidget(screen)
        screen.resize(1082, 632)
        screen.show()
        qtbot.waitUntil(lambda: screen.daftar.filters.dusun.count() == len(CHOICES.dusun) + 1)
        return screen, screen.daftar, ask

    return open_screen


def settled(qtbot: QtBot, daftar: ListPanel) -> None:
    qtbot.waitUntil(lambda: not (daftar._rest.isActive() or daftar._counts._job.is_busy))


def press(daftar: ListPanel, *keys: object) -> None:
    daftar.table.setFocus()
    for key in keys:
        QTest.keyClick(daftar.table, *(key if isinstance(key, tuple) else (key,)))


@pytest.mark.syarat("S-320")
def test_every_choice_narrows_the_list_and_one_key_widens_it(opened: Opened, qtbot: QtBot) -> None:
    village = Village()
    _, daftar, _ = opened(village)
    boxes = daftar.filters
    for box, words in (
        (boxes.dusun, "Kidul"), (boxes.rw, "RW 001"), (boxes.rt, "RT belum diisi"),
        (boxes.tps, "TPS 2"), (boxes.kelamin, "Perempuan"), (boxes.status, "Dicoret"),
        (boxes.kode, "W221 Tanggal lahir berbeda dari NIK (1.204)"),
    ):  # fmt: skip
        box.setCurrentText(words)
    wanted = Cari("", "Kidul", 1, 0, "2", JenisKelamin.P, Saring.DICORET, "W221")
    assert daftar._cari() == wanted
    assert daftar.fold_button.accessibleName() == "Saring (7)"
    daftar.search.setText("siti")
    press(daftar, Qt.Key.Key_Escape)
    assert daftar._cari() == Cari()
    assert daftar.search.text() == ""
    assert daftar.fold_button.accessibleName() == "Saring"


def test_what_is_chosen_stays_chosen_when_nobody_is_there_any_more(qtbot: QtBot) -> None:
    panel = FilterPanel()
    qtbot.addWidget(panel)
    panel.show_choices(CHOICES)
    panel.tps.setCurrentText("TPS 2")
    panel.show_choices(replace(CHOICES, tps=("",)))
    assert panel.cari("").tps == "2"
    panel.narrow_to("Lor", 4, None)
    assert panel.cari("") == Cari(dusun="Lor", rw=4, tps="2")


@pytest.mark.syarat("S-267")
def test_an_area_narrows_the_list_and_the_village_widens_it(opened: Opened, qtbot: QtBot) -> None:
    village = Village()
    _, daftar, _ = opened(village)
    settled(qtbot, daftar)
    tree = daftar.areas.tree
    whole = tree.model().index(0, 0)
    kidul = tree.model().index(0, 0, whole)
    shown = [tree.model().index(0, at, whole).data() for at in range(4)]
    assert (whole.data(), shown) == ("Seluruh desa", ["Kidul", "0", "3", "3"])
    tree.clicked.emit(tree.model().index(0, 0, kidul))
    assert daftar._cari() == Cari(dusun="Kidul", rw=1)
    settled(qtbot, daftar)
    assert tree.currentIndex().data() == "RW 001"
    tree.activated.emit(tree.model().index(0, 2))
    assert daftar._cari() == Cari()


def test_a_village_without_dusun_begins_with_its_rw(qtbot: QtBot) -> None:
    model = AreaModel()
    village = Village()
    (dusun,) = village.read_areas(Cari())
    model.show_areas((replace(dusun, dusun=""),))
    whole = model.index(0, 0, QModelIndex())
    assert model.index(0, 0, whole).data() == "RW 001"
    assert model.key_of(model.itemFromIndex(model.index(0, 0, whole))) == (None, 1, None)


def test_enter_in_the_search_goes_on_to_the_first_found(opened: Opened, qtbot: QtBot) -> None:
    _, daftar, _ = opened(Village())
    qtbot.keyClicks(daftar.search, "pemilih 3")
    qtbot.keyClick(daftar.search, Qt.Key.Key_Return)
    assert daftar.detail._name.text() == "PEMILIH 3"
    assert daftar.views.currentWidget() is daftar.detail


def test_the_chosen_voter_stays_chosen_while_the_list_is_narrowed(opened: Opened) -> None:
    _, daftar, _ = opened(Village())
    daftar.table.selectRow(2)
    daftar.search.setText("pemilih 3")
    assert daftar.table.chosen_rows() == [0]
    daftar.search.setText("pemilih 2")
    assert daftar.table.count_chosen() == 0
    assert daftar.views.currentWidget() is daftar.areas


@pytest.mark.syarat("S-269")
def test_the_history_says_what_happened_and_offers_to_take_a_change_back(
    opened: Opened, qtbot: QtBot
) -> None:
    village = Village()
    screen, daftar, _ = opened(village)
    daftar.table.selectRow(0)
    daftar.views.open_view(daftar.history)
    words = [daftar.history.events.model().index(row, 0).data() for row in range(2)]
    assert words[0] == "Diterima, 07-09-2026 09.00 WIB. a.xlsx, Sheet1, baris 2 Rini Uji."
    assert "Nama: SITI → SITI UJI" in words[1]
    assert "Alasan: sesuai KTP-el. Bukti: KTP 1." in words[1]
    assert not daftar.history.undo_button.isEnabled()
    daftar.history.events.setCurrentIndex(daftar.history.events.model().index(1, 0))
    with qtbot.waitSignal(daftar.changes.job.finished):
        qtbot.mouseClick(daftar.history.undo_button, LEFT)
    assert village.done == [4]
    assert "1 pemilih diubah." in screen.banner.accessibleName()
    daftar.table.selectAll()
    assert daftar.history.events.model().rowCount() == 0


@pytest.mark.syarat("S-321")
def test_a_correction_shows_what_stands_and_sends_what_was_typed(opened: Opened) -> None:
    village = Village()
    screen, daftar, ask = opened(village, {"nama": "SITI BARU", "nik": "3399015205900007"} | WHY)
    daftar.table.selectRow(0)
    press(daftar, Qt.Key.Key_F2)
    boxes = {box.name: box for box in ask.forms[0].boxes}
    assert (boxes["nama"].value, boxes["nik"].value, boxes["kk"].value) == ("SITI UJI", "", "")
    assert "339901**********" in boxes["nik"].hint
    assert (boxes["tanggal lahir"].value, boxes["rt"].value) == ("12-05-1990", "2")
    typed = {Isian.NAMA: "SITI BARU", Isian.NIK: "3399015205900007"}
    assert village.done == [(1, typed, "sesuai KTP-el", "KTP 1")]
    assert "PEMILIH 1 dikoreksi." in screen.banner.accessibleName()
    assert screen.banner.offered.isVisible()


@pytest.mark.syarat("S-321")
def test_faults_keep_the_form_open_and_warnings_hold_it_up_once(opened: Opened) -> None:
    village = Village()
    _, daftar, ask = opened(village, {"nama": "SITI BARU"} | WHY)
    daftar.table.selectRow(0)
    village.tried = ()
    press(daftar, Qt.Key.Key_F2)
    check = ask.checks[0]
    now = {box.name: box.value for box in ask.forms[0].boxes}
    assert check(now | WHY) == {"nik": "Belum ada yang diubah."}
    typed = now | WHY | {"jenis kelamin": "L"}
    assert set(check(typed | {"alasan": "x"})) == {"alasan"}
    village.tried = (E201.at("baris 2", digit=3),)
    assert set(check(typed)) == {"nik"}
    village.tried = (W222.at("baris 2"),)
    assert "tekan Simpan koreksi sekali lagi" in check(typed)["alasan"]
    assert check(typed) == {}


def test_a_correction_refused_at_the_last_moment_is_said(opened: Opened) -> None:
    village = Village()
    village.ubah = HasilUbah(0, 0, (E202.at("baris 2", tempat="baris 9"),))
    screen, daftar, _ = opened(village, {"nama": "SITI BARU"} | WHY)
    daftar.table.selectRow(0)
    press(daftar, Qt.Key.Key_F2)
    assert "E202" in screen.banner.accessibleName()
    assert not screen.banner.offered.isVisible()


def test_a_voter_gone_meanwhile_is_said(opened: Opened) -> None:
    def gone(_number: int) -> dict[Isian, str]:
        raise StateError("Pemilih ini tidak ada.", "Cari lagi namanya.")

    screen, daftar, _ = opened(Village())
    daftar.changes._acts = replace(daftar.changes._acts, read_isian=gone)
    daftar.table.selectRow(0)
    press(daftar, Qt.Key.Key_F2)
    assert "Pemilih ini tidak ada." in screen.banner.accessibleName()


@pytest.mark.syarat("S-266")
def test_many_are_changed_at_once_and_the_banner_takes_it_back(
    opened: Opened, qtbot: QtBot
) -> None:
    village = Village()
    village.ubah = HasilUbah(7, 3)
    answers = {"dusun": "Kidul", "tps": "-", "alasan": "pemekaran RT 02"}
    screen, daftar, ask = opened(village, answers)
    press(daftar, (Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier))
    assert daftar.detail._name.text() == "3 pemilih dipilih"
    with qtbot.waitSignal(daftar.changes.job.finished):
        qtbot.mouseClick(daftar.detail.change, LEFT)
    assert village.done == [((1, 2, 3), {Isian.DUSUN: "Kidul", Isian.TPS: ""}, "pemekaran RT 02")]
    assert "3 pemilih diubah." in screen.banner.accessibleName()
    with qtbot.waitSignal(daftar.changes.job.finished):
        qtbot.mouseClick(screen.banner.offered, LEFT)
    assert village.done[-1] == 7
    with qtbot.waitSignal(daftar.changes.job.finished):
        press(daftar, (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
    assert village.done[-1] == 8
    assert ask.checks[0]({"dusun": "", "rw": "", "rt": "", "tps": "", "alasan": "x y z"}) != {}


def test_delete_strikes_and_who_may_not_can_do_nothing(opened: Opened) -> None:
    village = Village()
    village.rights = frozenset({Aksi.CORET_PEMILIH})
    _, daftar, _ = opened(village, {"alasan": "pindah", "keterangan": "Surat 3"})
    daftar.table.selectRow(1)
    press(daftar, Qt.Key.Key_F2)
    press(daftar, (Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier))
    press(daftar, Qt.Key.Key_Delete)
    assert village.done == [(2, AlasanCoret.PINDAH, "Surat 3")]
    assert not daftar.detail.correct.isVisible()


def test_a_locked_list_is_looked_at_and_not_changed(opened: Opened) -> None:
    village = Village(dps=DPS, dpt=DPT)
    _, daftar, ask = opened(village)
    daftar.table.selectRow(0)
    press(daftar, Qt.Key.Key_F2, Qt.Key.Key_Delete)
    daftar.table.selectAll()
    press(daftar, (Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier))
    assert ask.asked == []
    assert not daftar.detail.change.isVisible()


def test_the_panels_open_by_key_and_every_control_has_a_name(opened: Opened) -> None:
    screen, daftar, _ = opened(Village())
    alt = Qt.KeyboardModifier.AltModifier
    for key, view in ((Qt.Key.Key_3, daftar.history), (Qt.Key.Key_2, daftar.detail)):
        press(daftar, (key, alt))
        assert daftar.views.currentWidget() is view
        assert nameless(screen) == []
    press(daftar, (Qt.Key.Key_1, alt))
    assert daftar.views.currentWidget() is daftar.areas


def test_small_windows_fold_the_choices_away_until_they_are_wanted(opened: Opened) -> None:
    screen, daftar, _ = opened(Village())
    assert daftar.filters.isVisible()
    screen.resize(1000, 500)
    QApplication.processEvents()
    assert not daftar.filters.isVisible()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(daftar, (Qt.Key.Key_F, keys))
    assert daftar.filters.isVisible()
    screen.tabs.open_view(screen.repairs)
    assert not daftar.filters.isVisible()


def test_a_code_without_short_words_says_its_sentence() -> None:
    assert forms.code("W255", 2).startswith("W255 Berkas")
    assert forms.code("Z999", 2) == "Z999  (2)"

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pilkades_desk.core.errors import RightsError, StateError
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import TujuanAkses
from pilkades_desk.pemilih.cari.values import Cari
from pilkades_desk.pemilih.content import DokumenPemilih, Tujuan
from pilkades_desk.pemilih.findings import E202, E251, W243
from pilkades_desk.pemilih.print_screen import Pesanan
from pilkades_desk.pemilih.rules import Penilaian
from pilkades_desk.pemilih.screen import PemilihScreen, make_screen
from pilkades_desk.pemilih.values import (
    AlasanCoret,
    Isian,
    Penyerahan,
    PratinjauDpt,
    Saring,
)
from tests.answering import Answering
from tests.app.test_window_frame import nameless
from tests.pemilih.samples import DPS, DPT, WRONG_CELL, Village

LEFT = Qt.MouseButton.LeftButton
YES = "ya"
NIK = "3399015205900007"
WHICH = {"dokumen": DokumenPemilih.DPT.value}
Opened = Callable[..., tuple[PemilihScreen, Answering]]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    def open_screen(village: Village, *answers: object) -> tuple[PemilihScreen, Answering]:
        ask = Answering(*answers)
        screen = make_screen(village.acts(), ask)
        qtbot.addWidget(screen)
        screen.resize(1040, 560)
        screen.show()
        return screen, ask

    return open_screen


def test_an_empty_list_offers_the_import(opened: Opened) -> None:
    nothing = {"jumlah_l": 0, "jumlah_p": 0, "perlu_diperbaiki": 0}
    screen, _ = opened(Village(**nothing))
    assert screen._empty.isVisible()
    assert not screen.daftar.table.isVisible()


def test_typing_searches_and_the_filter_narrows(opened: Opened, qtbot: QtBot) -> None:
    village = Village()
    screen, _ = opened(village)
    with qtbot.waitSignal(screen.daftar.search.searched):
        qtbot.keyClicks(screen.daftar.search, "pemilih 2")
    assert screen.daftar.table.model().rowCount() == 1
    screen.daftar.filters.status.setCurrentText(Saring.BERPERINGATAN.value)
    assert village.asked[-1] == Cari("pemilih 2", status=Saring.BERPERINGATAN)
    assert screen._count.text() == "1 dari 3 pemilih ditampilkan"


def test_the_chosen_voter_shows_the_warnings(opened: Opened) -> None:
    screen, _ = opened(Village())
    screen.daftar.table.selectRow(1)
    assert screen.daftar.detail._name.text() == "PEMILIH 2"
    assert screen.daftar.detail._findings.model().rowCount() == 1
    screen.daftar.table.selectRow(2)
    assert not screen.daftar.detail._findings.isVisible()


def test_a_voter_is_struck_off_with_reason_and_proof(opened: Opened, qtbot: QtBot) -> None:
    village = Village()
    screen, _ = opened(village, {"alasan": "meninggal", "keterangan": "Surat 12"})
    screen.daftar.table.selectRow(0)
    assert (
        screen.daftar.detail.numbers._numbers.text() == "NIK 339901**********\nKK 339901**********"
    )
    qtbot.mouseClick(screen.daftar.detail.strike, LEFT)
    assert village.done == [(1, AlasanCoret.MENINGGAL, "Surat 12")]
    assert screen.daftar.detail._note.text() == "Dicoret: meninggal"


def test_a_strike_is_taken_back_with_a_reason(opened: Opened, qtbot: QtBot) -> None:
    village = Village()
    village.strike(1, AlasanCoret.PINDAH, "pindah")
    screen, _ = opened(village, "Ternyata kembali")
    screen.daftar.table.selectRow(0)
    qtbot.mouseClick(screen.daftar.detail.strike, LEFT)
    assert village.done[-1] == (1, AlasanCoret.BATAL_DICORET, "Ternyata kembali")


def test_a_refused_strike_is_said(opened: Opened, qtbot: QtBot) -> None:
    def refuse(*_asked: object) -> None:
        raise StateError("Alasan belum ditulis.", "Tulis alasan.")

    screen, _ = opened(Village(), {"alasan": "pindah", "keterangan": ""})
    screen.daftar.changes._acts = replace(screen.daftar.changes._acts, strike=refuse)
    screen.daftar.table.selectRow(0)
    qtbot.mouseClick(screen.daftar.detail.strike, LEFT)
    assert "Alasan belum ditulis." in screen.banner.accessibleName()


def test_a_wrong_row_is_retyped_and_leaves_the_list(opened: Opened, qtbot: QtBot) -> None:
    village = Village()
    screen, _ = opened(village, {"nik": NIK})
    screen.tabs.open_view(screen.repairs)
    with qtbot.waitSignal(screen.repairs.repair_job.finished):
        qtbot.mouseClick(screen.repairs.repair, LEFT)
    assert (village.opened, village.done) == ([5], [(5, {Isian.NIK: NIK})])
    assert screen.repairs.table.model().rowCount() == 0
    assert "SITI UJI masuk daftar pemilih." in screen.banner.accessibleName()


@pytest.mark.syarat("S-203")
def test_a_nik_out_of_a_number_cell_counts_only_when_typed_again(
    opened: Opened, qtbot: QtBot
) -> None:
    village = Village()
    same = WRONG_CELL.isian[Isian.NIK]
    screen, _ = opened(village, {"nik": same})
    screen.tabs.open_view(screen.repairs)
    with qtbot.waitSignal(screen.repairs.repair_job.finished):
        qtbot.mouseClick(screen.repairs.repair, LEFT)
    assert village.done == [(5, {Isian.NIK: same})]


def test_a_row_that_stays_wrong_says_why(opened: Opened, qtbot: QtBot) -> None:
    village = Village()
    village.judged = Penilaian(None, (E202.at("Sheet1, baris 23", tempat="baris 9"),))
    screen, _ = opened(village, {"nik": NIK})
    screen.tabs.open_view(screen.repairs)
    with qtbot.waitSignal(screen.repairs.repair_job.finished):
        qtbot.mouseClick(screen.repairs.repair, LEFT)
    assert "E202: NIK ini sudah dipakai pada baris 9." in screen.banner.accessibleName()


def test_a_row_that_is_no_voter_is_set_aside(opened: Opened, qtbot: QtBot) -> None:
    village = Village()
    screen, _ = opened(village, "Baris jumlah")
    screen.tabs.open_view(screen.repairs)
    qtbot.mouseClick(screen.repairs.set_aside, LEFT)
    assert village.done == [(5, "Baris jumlah")]


def test_the_repair_list_is_saved_where_asked(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    village = Village()
    path = tmp_path / "perbaikan.xlsx"
    why = {"tujuan": TujuanAkses.KEBERATAN.sebutan, "angka": "disamarkan"}
    screen, _ = opened(village, why, path)
    screen.tabs.open_view(screen.repairs)
    with qtbot.waitSignal(screen.repairs.save_job.finished):
        qtbot.mouseClick(screen.repairs.save, LEFT)
    assert village.done == [(path, TujuanAkses.KEBERATAN, "disamarkan")]


def test_a_list_nobody_gave_a_purpose_for_is_not_saved(opened: Opened, qtbot: QtBot) -> None:
    village = Village()
    screen, _ = opened(village, None)
    screen.tabs.open_view(screen.repairs)
    qtbot.mouseClick(screen.repairs.save, LEFT)
    assert village.done == []


def test_the_dps_comes_before_the_lock(opened: Opened, qtbot: QtBot) -> None:
    screen, _ = opened(Village(), YES)
    assert not screen.lock_button.isVisible()
    with qtbot.waitSignal(screen.dps_job.finished):
        qtbot.mouseClick(screen.dps_button, LEFT)
    assert not screen.dps_button.isVisible()
    assert screen.lock_button.isVisible()


def test_locking_shows_the_figures_then_asks_the_second_person(
    opened: Opened, qtbot: QtBot
) -> None:
    village = Village(dps=DPS)
    village.preview = PratinjauDpt(DPT, (W243.at("DPT", jumlah=12),))
    second = {"akun_kedua": "operator1", "sandi_kedua": "pagar biru"}
    screen, ask = opened(village, YES, second)
    with qtbot.waitSignal(screen.locking.lock_job.finished):
        qtbot.mouseClick(screen.lock_button, LEFT)
    assert ask.asked == ["Kunci DPT", "Persetujuan orang kedua"]
    assert village.done == [(DPT.segel, "operator1", "pagar biru")]
    assert screen._locked.isVisible()
    assert not screen.import_button.isVisible()


def test_a_locked_dpt_is_printed_for_a_purpose_and_the_list_comes_back(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    village = Village(dps=DPS, dpt=DPT)
    public = {"untuk": "Diumumkan: tanpa NIK"}
    screen, ask = opened(village, WHICH, public, tmp_path / "dpt.pdf")
    qtbot.mouseClick(screen.print_button, LEFT)
    qtbot.waitUntil(screen.printing.isVisible)
    assert village.done == [Pesanan(DokumenPemilih.DPT, Tujuan.UMUM)]
    assert ask.forms[0].boxes[0].value == WHICH["dokumen"]
    screen.printing.preview.save_requested.emit()
    assert (tmp_path / "dpt.pdf").is_file()
    assert "dpt.pdf tersimpan." in screen.banner.accessibleName()
    screen.printing.closed.emit()
    assert screen.daftar.table.isVisible()


@pytest.mark.syarat("S-242")
def test_the_book_asks_who_gets_it_and_what_for(opened: Opened, qtbot: QtBot) -> None:
    village = Village(dps=DPS, dpt=DPT)
    book = {"untuk": "Buku resmi: NIK dan KK lengkap"}
    why = {"penerima": " Panwas Kecamatan ", "tujuan": TujuanAkses.PENGAWASAN.sebutan}
    screen, ask = opened(village, WHICH, book, None, WHICH, book, why)
    qtbot.mouseClick(screen.print_button, LEFT)
    assert village.done == []
    qtbot.mouseClick(screen.print_button, LEFT)
    qtbot.waitUntil(screen.printing.isVisible)
    kepada = Penyerahan(penerima="Panwas Kecamatan", tujuan=TujuanAkses.PENGAWASAN)
    assert village.done == [Pesanan(DokumenPemilih.DPT, kepada)]
    assert "penerima" in ask.checks[-1](why | {"penerima": " "})


def test_who_may_not_export_is_not_offered_the_book(opened: Opened, qtbot: QtBot) -> None:
    village = Village(dps=DPS, dpt=DPT)
    village.rights = frozenset({Aksi.CETAK_DAFTAR})
    screen, ask = opened(village, WHICH, None)
    qtbot.mouseClick(screen.print_button, LEFT)
    assert not any("Buku" in words for words in ask.forms[1].boxes[0].choices)


@pytest.mark.parametrize(
    ("known", "last", "usual"),
    [
        ({}, DokumenPemilih.COKLIT, DokumenPemilih.COKLIT),
        ({"dps": DPS}, DokumenPemilih.UMUM_TAMBAHAN, DokumenPemilih.DPS),
        ({"dps": DPS, "dpt": DPT}, DokumenPemilih.CATATAN, DokumenPemilih.DPT),
    ],
)
def test_what_can_be_printed_follows_the_life_of_the_list(
    opened: Opened, qtbot: QtBot, known: dict[str, object],
    last: DokumenPemilih, usual: DokumenPemilih,
) -> None:  # fmt: skip
    screen, ask = opened(Village(**known), None)
    qtbot.mouseClick(screen.print_button, LEFT)
    (box,) = ask.forms[0].boxes
    assert (box.choices[-1], box.value) == (last.value, usual.value)


def test_a_document_for_everybody_is_not_asked_what_for(opened: Opened, qtbot: QtBot) -> None:
    village = Village(dps=DPS)
    screen, _ = opened(village, {"dokumen": DokumenPemilih.KEPUTUSAN_DPS.value})
    qtbot.mouseClick(screen.print_button, LEFT)
    qtbot.waitUntil(screen.printing.isVisible)
    assert village.done == [Pesanan(DokumenPemilih.KEPUTUSAN_DPS, Tujuan.UMUM)]


def test_what_stands_against_the_lock_is_said_and_nobody_is_asked(
    opened: Opened, qtbot: QtBot
) -> None:
    village = Village(dps=DPS)
    village.preview = PratinjauDpt(DPT, (E251.at("DPT", dpt=3, dps=3, dicoret=1, tambahan=0),))
    screen, ask = opened(village)
    with qtbot.waitSignal(screen.locking.preview_job.finished):
        qtbot.mouseClick(screen.lock_button, LEFT)
    assert ask.asked == []
    assert "E251" in screen.banner.accessibleName()


def test_a_refused_second_person_leaves_the_list_open(opened: Opened, qtbot: QtBot) -> None:
    def refuse(*_asked: str) -> None:
        raise RightsError("Perlu persetujuan dua orang.", "Minta anggota lain.")

    village = Village(dps=DPS)
    screen, _ = opened(village, YES, {"sandi_kedua": "keliru"})
    screen.locking._acts = replace(screen.locking._acts, lock=refuse)
    with qtbot.waitSignal(screen.locking.lock_job.failed):
        qtbot.mouseClick(screen.lock_button, LEFT)
    assert "Perlu persetujuan dua orang." in screen.banner.accessibleName()
    assert not screen._locked.isVisible()


def test_a_locked_list_can_only_be_looked_at(opened: Opened) -> None:
    screen, _ = opened(Village(dps=DPS, dpt=DPT))
    screen.daftar.table.selectRow(0)
    assert screen._locked.text() == "DPT TERKUNCI"
    assert not screen.lock_button.isVisible()
    assert not screen.daftar.detail.strike.isVisible()
    assert not screen.repairs.repair.isEnabled()


def test_a_role_without_the_right_finds_the_buttons_off(opened: Opened) -> None:
    village = Village(dps=DPS)
    village.rights = frozenset()
    screen, _ = opened(village)
    screen.daftar.table.selectRow(0)
    assert not screen.import_button.isEnabled()
    assert not screen.lock_button.isEnabled()
    assert not screen.daftar.detail.strike.isVisible()


def test_every_control_has_a_name_and_small_windows_suffice(opened: Opened) -> None:
    screen, _ = opened(Village(dps=DPS))
    assert nameless(screen) == []
    screen.resize(847, 418)
    QApplication.processEvents()
    assert screen.minimumSizeHint().width() <= 847
    assert screen.minimumSizeHint().height() <= 418

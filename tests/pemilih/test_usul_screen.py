"""The tab of usul: received about a voter or somebody new, decided, printed with the receipt."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.screen import PemilihScreen, make_screen
from pilkades_desk.pemilih.usul import forms
from pilkades_desk.pemilih.usul.values import JenisUsul, Putusan, UsulBaru
from pilkades_desk.pemilih.values import Isian
from tests.answering import Answering
from tests.app.test_window_frame import nameless
from tests.pemilih.samples import DPS, DPT, Village

LEFT = Qt.MouseButton.LeftButton
DEATH = {"jenis": "meninggal", "pelapor": "BUDI UJI", "bukti": "akta kematian 12"}
Opened = Callable[..., tuple[PemilihScreen, Answering]]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    def open_screen(village: Village, *answers: object) -> tuple[PemilihScreen, Answering]:
        ask = Answering(*answers)
        screen = make_screen(village.acts(), ask)
        qtbot.addWidget(screen)
        screen.resize(1082, 632)
        screen.show()
        return screen, ask

    return open_screen


@pytest.mark.syarat("S-296")
def test_an_usul_about_a_chosen_voter_is_received_and_its_receipt_offered(
    opened: Opened, qtbot: QtBot
) -> None:
    village = Village(dps=DPS)
    screen, _ = opened(village, DEATH)
    screen.daftar.table.selectRow(1)
    qtbot.mouseClick(screen.daftar.detail.usul, LEFT)
    baru = UsulBaru(
        jenis=JenisUsul.MENINGGAL, pelapor="BUDI UJI", pemilih_id=2, bukti="akta kematian 12"
    )
    assert village.done == [baru]
    assert "nomor 1." in screen.banner.accessibleName()
    assert screen.tabs.bar.tabText(screen.tabs.indexOf(screen.usul)) == "Usul (1)"
    qtbot.mouseClick(screen.banner.offered, LEFT)
    qtbot.waitUntil(screen.printing.isVisible)


def test_what_is_wrong_of_a_voter_is_asked_field_by_field(opened: Opened, qtbot: QtBot) -> None:
    village = Village(dps=DPS)
    who = {"jenis": "salah identitas", "pelapor": "BUDI UJI"}
    screen, ask = opened(village, who, {"nama": "SITI BARU"})
    screen.daftar.table.selectRow(0)
    qtbot.mouseClick(screen.daftar.detail.usul, LEFT)
    assert village.done[0].isian == {Isian.NAMA: "SITI BARU"}
    assert ask.checks[1](dict.fromkeys(forms.FIELDS, "")) != {}


def test_somebody_new_is_received_in_the_tab_or_not_at_all(opened: Opened, qtbot: QtBot) -> None:
    village = Village(dps=DPS)
    new = {"jenis": "belum terdaftar", "pelapor": "BUDI UJI"}
    screen, _ = opened(village, None, new, None, new, {"nama": "SITI BARU"})
    screen.tabs.open_view(screen.usul)
    qtbot.mouseClick(screen.usul.receive_new, LEFT)
    qtbot.mouseClick(screen.usul.receive_new, LEFT)
    assert village.done == []
    qtbot.mouseClick(screen.usul.receive_new, LEFT)
    assert (village.done[0].jenis, village.done[0].pemilih_id) == (JenisUsul.BELUM_TERDAFTAR, None)


def test_who_hands_it_in_is_named_and_a_nik_is_whole() -> None:
    good = {"jenis": "meninggal", "pelapor": "BUDI", "nik_pelapor": "", "uraian": ""}
    assert forms.check_receive(good) == {}
    assert set(forms.check_receive(good | {"pelapor": " ", "nik_pelapor": "123"})) == {
        "pelapor", "nik_pelapor",
    }  # fmt: skip
    assert set(forms.check_receive(good | {"jenis": "lainnya"})) == {"uraian"}


@pytest.mark.syarat("S-296")
def test_the_waiting_stand_first_and_a_decision_moves_them_down(
    opened: Opened, qtbot: QtBot
) -> None:
    village = Village(dps=DPS)
    for number in (1, 2):
        village.receive_usul(UsulBaru(jenis=JenisUsul.PINDAH, pelapor="BUDI", pemilih_id=number))
    village.done.clear()
    screen, ask = opened(village, {"putusan": "diterima", "alasan": "sesuai surat"})
    screen.tabs.open_view(screen.usul)
    shown = screen.usul.table.model()
    texts = [shown.index(0, column).data() for column in range(6)]
    assert texts == ["1", "3 hari", "Pindah", "PEMILIH 1", "BUDI", "Menunggu"]
    assert screen._count.text() == "2 usul menunggu putusan"
    assert nameless(screen) == []
    qtbot.mouseClick(screen.usul.decide, LEFT)
    assert village.done == [(1, Putusan.DITERIMA, "sesuai surat")]
    last = [shown.index(1, column).data() for column in (0, 1, 5, 6)]
    assert last == ["1", "–", "Diterima", "sesuai surat"]
    assert set(ask.checks[0]({"alasan": "x"})) == {"alasan"}
    screen.usul.table.selectRow(1)
    assert not screen.usul.decide.isEnabled()
    qtbot.mouseClick(screen.usul.print, LEFT)
    qtbot.waitUntil(screen.printing.isVisible)


def test_what_stands_against_a_decision_is_said(opened: Opened, qtbot: QtBot) -> None:
    def refuse(*_said: object) -> None:
        raise StateError("E202: NIK ini sudah dipakai.", "Cocokkan.")

    village = Village(dps=DPS)
    village.receive_usul(UsulBaru(jenis=JenisUsul.PINDAH, pelapor="BUDI", pemilih_id=1))
    decided = {"putusan": "diterima", "alasan": "sesuai surat"}
    screen, _ = opened(village, decided, DEATH)
    screen.usul._acts = replace(screen.usul._acts, decide=refuse, receive=refuse)
    screen.tabs.open_view(screen.usul)
    screen.usul.table.activated.emit(screen.usul.table.currentIndex())
    assert "E202" in screen.banner.accessibleName()
    screen.banner.hide()
    screen.usul.receive(village.daftar[1].pemilih)
    assert "E202" in screen.banner.accessibleName()


@pytest.mark.parametrize("figures", [{}, {"dps": DPS, "dpt": DPT}])
def test_before_the_dps_and_after_the_lock_nothing_is_received(
    opened: Opened, figures: dict[str, object]
) -> None:
    screen, _ = opened(Village(**figures))
    screen.daftar.table.selectRow(0)
    assert not screen.daftar.detail.usul.isVisible()
    assert not screen.usul.receive_new.isEnabled()


def test_who_may_not_see_cards_is_not_shown_the_tab(opened: Opened) -> None:
    village = Village(dps=DPS)
    village.rights = frozenset({Aksi.MASUK})
    screen, _ = opened(village)
    assert not screen.tabs.bar.isTabEnabled(screen.tabs.indexOf(screen.usul))

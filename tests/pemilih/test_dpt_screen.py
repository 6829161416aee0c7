"""The tab of the DPT's versions: opened by two, compared, saved; notes after the lock."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import TujuanAkses
from pilkades_desk.pemilih.dpt import forms
from pilkades_desk.pemilih.dpt.rules import seal_code
from pilkades_desk.pemilih.dpt.values import VersiDpt
from pilkades_desk.pemilih.screen import PemilihScreen, make_screen
from tests.answering import Answering
from tests.app.test_window_frame import nameless
from tests.pemilih.samples import AT, DPS, DPT, Village, baris

LEFT = Qt.MouseButton.LeftButton
SECOND = {"akun_kedua": "operator1", "sandi_kedua": "pagar biru"}
Opened = Callable[..., tuple[PemilihScreen, Answering]]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    def open_screen(village: Village, *answers: object) -> tuple[PemilihScreen, Answering]:
        ask = Answering(*answers)
        screen = make_screen(village.acts(), ask)
        qtbot.addWidget(screen)
        screen.resize(1082, 632)
        screen.show()
        screen.tabs.open_view(screen.dpt)
        return screen, ask

    return open_screen


def locked(*versions: VersiDpt) -> Village:
    village = Village(dps=DPS, dpt=DPT)
    village.versions = versions or (VersiDpt(DPT, seal_code(DPT.segel)),)
    village.daftar = {1: replace(baris(1, nama="PEMILIH 1"), no_urut=1), 2: baris(2)}
    return village


def twice() -> Village:
    opened_at = AT + timedelta(days=1)
    first = VersiDpt(DPT, seal_code(DPT.segel), opened_at, "putusan no. 7", "Sutrisno Uji")
    second = DPT.model_copy(update={"versi": 2, "segel": "ab" * 32})
    return locked(first, VersiDpt(second, seal_code(second.segel)))


@pytest.mark.syarat("S-271")
def test_versions_stand_newest_first_with_code_and_what_changed(opened: Opened) -> None:
    screen, _ = opened(twice())
    shown = screen.dpt.table.model()
    newest, first = ([shown.index(row, at).data() for at in range(5)] for row in (0, 1))
    assert (newest[0], newest[2], newest[4]) == ("2", "3 (1 L, 2 P)", "–")
    assert len(newest[3].split()) == 6
    assert first[4] == "08-09-2026 09.00 WIB, Sutrisno Uji: putusan no. 7"
    assert screen.dpt.changes.model().index(0, 0).data().startswith("No. 2 BUDI UJI")
    screen.dpt.table.selectRow(1)
    assert screen.dpt.changes.model().rowCount() == 0
    assert screen.dpt._about.text() == "Ini versi pertama."
    assert nameless(screen) == []


@pytest.mark.syarat("S-270")
def test_opening_asks_a_reason_and_the_second_person(opened: Opened, qtbot: QtBot) -> None:
    village = locked()
    screen, ask = opened(village, {"alasan": "putusan no. 7"} | SECOND)
    with qtbot.waitSignal(screen.dpt.open_job.finished):
        qtbot.mouseClick(screen.dpt.open_button, LEFT)
    assert village.done == [("putusan no. 7", "operator1", "pagar biru")]
    assert seal_code(DPT.segel) in ask.forms[0].sentence
    assert "DPT versi 1 dibuka." in screen.banner.accessibleName()
    assert screen.lock_button.isVisible()
    assert not screen.dpt.open_button.isEnabled()
    assert set(ask.checks[0]({"alasan": "x"})) == {"alasan"}


def test_what_stands_against_opening_is_said(opened: Opened, qtbot: QtBot) -> None:
    def refuse(*_said: str) -> None:
        raise StateError("Pembagian TPS sudah dikunci.", "Catat perubahannya.")

    screen, _ = opened(locked(), None, {"alasan": "putusan no. 7"} | SECOND)
    screen.dpt._acts = replace(screen.dpt._acts, unlock=refuse)
    qtbot.mouseClick(screen.dpt.open_button, LEFT)
    with qtbot.waitSignal(screen.dpt.open_job.failed):
        qtbot.mouseClick(screen.dpt.open_button, LEFT)
    assert "Pembagian TPS sudah dikunci." in screen.banner.accessibleName()


@pytest.mark.syarat("S-272")
def test_a_death_after_the_lock_is_a_note_about_who_stands_in_the_dpt(
    opened: Opened, qtbot: QtBot
) -> None:
    village = locked()
    note = {"dokumen": "akta kematian 12", "tanggal": "2026-09-08"}
    screen, ask = opened(village, note, None)
    screen.tabs.open_view(screen.daftar)
    screen.daftar.table.selectRow(1)
    assert not screen.daftar.detail.note.isVisible()
    screen.daftar.table.selectRow(0)
    qtbot.mouseClick(screen.daftar.detail.note, LEFT)
    (said,) = village.done
    assert (said[0], said[2], said[3].isoformat()) == (1, "akta kematian 12", "2026-09-08")
    assert "PEMILIH 1" in screen.banner.accessibleName()
    assert set(forms.check_note({"dokumen": " "})) == {"dokumen"}
    screen.daftar.table.selectRow(0)
    qtbot.mouseClick(screen.daftar.detail.note, LEFT)
    assert len(ask.asked) == 2


def test_a_refused_note_is_said(opened: Opened, qtbot: QtBot) -> None:
    def refuse(*_said: object) -> None:
        raise StateError("Catatan tidak dikenal profil.", "Pilih yang lain.")

    screen, _ = opened(locked(), {"dokumen": "akta kematian 12"})
    screen.dpt._acts = replace(screen.dpt._acts, note=refuse)
    screen.dpt.note(baris(1).pemilih)
    assert "tidak dikenal profil" in screen.banner.accessibleName()


def test_the_dpt_is_saved_for_a_purpose(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    why = {"tujuan": TujuanAkses.PENGAWASAN.sebutan, "angka": "utuh"}
    village = locked()
    screen, _ = opened(village, why, tmp_path / "dpt.xlsx", None)
    with qtbot.waitSignal(screen.dpt.save_job.finished):
        qtbot.mouseClick(screen.dpt.save_button, LEFT)
    assert village.done == [(tmp_path / "dpt.xlsx", TujuanAkses.PENGAWASAN, "utuh")]
    assert "dpt.xlsx" in screen.banner.accessibleName()
    qtbot.mouseClick(screen.dpt.save_button, LEFT)
    assert len(village.done) == 1


def test_without_a_version_or_the_right_there_is_nothing_to_open(opened: Opened) -> None:
    screen, _ = opened(Village())
    assert not screen.tabs.bar.isTabEnabled(screen.tabs.indexOf(screen.dpt))
    village = locked()
    village.rights = frozenset({Aksi.MASUK})
    screen, _ = opened(village)
    assert not screen.dpt.open_button.isEnabled()
    assert not screen.dpt.save_button.isEnabled()

"""The menu of what comes back from outside: signed files, signed paper, the code on it."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from pilkades_desk.berita_acara.dokumen import Dokumen
from pilkades_desk.berita_acara.forms import MENOLAK, PILIH, TIDAK, YA, wet_faults
from pilkades_desk.berita_acara.kertas_screen import KertasMenu
from pilkades_desk.core.errors import DocumentError, StateError
from pilkades_desk.kits.qt.ask import Answers, Check, Form, no_faults
from pilkades_desk.kits.qt.form_dialog import FormDialog
from pilkades_desk.kits.qt.widgets import label
from pilkades_desk.kits.qt.work_page import WorkPage
from tests.answering import Answering
from tests.berita_acara.documents import PLACES, WET, DariLuar, make_dokumen

SIGNED: dict[str, str] = {"p0": YA, "s0": TIDAK, "alasan_s0": ""}
CODE = {"kelompok_1": "1234", "kelompok_3": "9012", "kelompok_6": "1234"}


def shown(
    qtbot: QtBot, kertas: DariLuar, ask: Answering, dokumen: Dokumen | None = None
) -> tuple[KertasMenu, WorkPage]:
    page = WorkPage("Bekerja …")
    secret = label("Kode data 1234 5678 9012 3456 7890 1234")
    menu = KertasMenu(kertas.acts(), ask, page, [page.add_body(secret)])
    menu.show_for(dokumen or make_dokumen(), "F-27 TPS 1")
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return menu, page


def told(qtbot: QtBot, page: WorkPage, words: str) -> None:
    qtbot.waitUntil(lambda: words in page.banner.accessibleName())


@pytest.mark.qt_log_ignore("This plugin does not support")  # the screen of tests has no pop-ups
def test_the_button_opens_its_menu(qtbot: QtBot) -> None:
    menu, _ = shown(qtbot, DariLuar(), Answering())
    qtbot.mouseClick(menu.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(menu.menu.isVisible)
    assert [entry.text() for entry in menu.menu.actions()] == [
        "Terima PDF bertanda tangan …",
        "Catat tanda tangan basah …",
        "Simpan pindaian kertas …",
        "Ketik kode dari kertas …",
    ]
    menu.menu.close()


@pytest.mark.parametrize(
    ("changes", "awake"),
    [
        ({}, (True, True, False, True)),
        ({"basah": WET}, (True, True, True, True)),
        ({"ditarik": "diganti"}, (False, False, False, False)),
        ({"ditarik": "diganti", "basah": WET}, (False, False, True, False)),
    ],
)
def test_only_what_makes_sense_is_offered(
    qtbot: QtBot, changes: dict[str, Any], awake: tuple[bool, ...]
) -> None:
    menu, _ = shown(qtbot, DariLuar(), Answering(), make_dokumen(**changes))
    assert tuple(entry.isEnabled() for entry in menu.menu.actions()) == awake
    assert menu.button.isEnabled() == any(awake)


def test_without_a_document_the_button_sleeps(qtbot: QtBot) -> None:
    menu, _ = shown(qtbot, DariLuar(), Answering())
    menu.show_for(None, "")
    assert not menu.button.isEnabled()
    menu.receive.trigger()


@pytest.mark.syarat("S-632")
def test_a_returned_file_is_taken_and_strangers_are_named(qtbot: QtBot) -> None:
    kertas = DariLuar()
    menu, page = shown(qtbot, kertas, Answering("kembali.pdf"))
    menu.receive.trigger()
    told(qtbot, page, "Slamet (Otoritas Rekaan) disebut, tidak dihitung.")
    assert kertas.received == [Path("kembali.pdf")]


def test_a_refused_file_is_said(qtbot: QtBot) -> None:
    kertas = DariLuar()
    kertas.fault = DocumentError("Berkas ini memuat perubahan.", "Pilih lain.")
    menu, page = shown(qtbot, kertas, Answering("kembali.pdf"))
    menu.receive.trigger()
    told(qtbot, page, "Berkas ini memuat perubahan.")


@pytest.mark.parametrize("entry", ["receive", "wet", "scan", "code"])
def test_changing_ones_mind_does_nothing(qtbot: QtBot, entry: str) -> None:
    kertas = DariLuar()
    menu, page = shown(qtbot, kertas, Answering(None), make_dokumen(basah=WET))
    action: QAction = getattr(menu, entry)
    action.trigger()
    assert (kertas.received, kertas.marked, kertas.typed) == ([], [], [])
    assert not page.banner.isVisible()


@pytest.mark.syarat("S-633")
def test_ink_is_noted_place_by_place(qtbot: QtBot) -> None:
    kertas = DariLuar()
    answers = SIGNED | {"s0": MENOLAK, "alasan_s0": "Selisih tidak dijelaskan."}
    menu, page = shown(qtbot, kertas, Answering(answers))
    menu.wet.trigger()
    told(qtbot, page, "Tanda tangan basah 3 Februari 2027: 1 orang, 1 saksi menolak, pindaian")
    (baru, scan), = kertas.marked  # fmt: skip
    assert (baru.menandatangani, baru.menolak) == (("p0",), {"s0": "Selisih tidak dijelaskan."})
    assert scan is None


@pytest.mark.syarat("S-633")
def test_a_scan_goes_with_it(qtbot: QtBot) -> None:
    kertas = DariLuar()
    menu, page = shown(qtbot, kertas, Answering(SIGNED | {"pindaian": PILIH}, "pindai.jpg"))
    menu.wet.trigger()
    told(qtbot, page, "Tanda tangan basah dicatat.")
    assert kertas.marked[0][1] == Path("pindai.jpg")


def test_no_scan_chosen_after_all_notes_nothing(qtbot: QtBot) -> None:
    kertas = DariLuar()
    menu, _ = shown(qtbot, kertas, Answering(SIGNED | {"pindaian": PILIH}, None))
    menu.wet.trigger()
    assert kertas.marked == []


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"p0": TIDAK}, {"p0"}),
        ({"s0": MENOLAK}, {"alasan_s0"}),
        ({"alasan_s0": "lupa menandai"}, {"alasan_s0"}),
        ({"s0": MENOLAK, "alasan_s0": "Tidak setuju."}, set()),
        ({"p0": TIDAK, "s0": YA}, set()),
    ],
)
def test_the_form_stays_open_while_something_is_wrong(
    changes: dict[str, str], wrong: set[str]
) -> None:
    answers: Answers = {"p1": TIDAK, **SIGNED, **changes}
    assert set(wet_faults(PLACES, answers)) == wrong


def test_the_scan_is_saved_where_the_person_says(qtbot: QtBot, tmp_path: Path) -> None:
    kertas = DariLuar()
    ask = Answering(tmp_path / "a.pdf")
    menu, page = shown(qtbot, kertas, ask, make_dokumen(basah=WET))
    menu.scan.trigger()
    told(qtbot, page, "a.pdf tersimpan.")
    assert kertas.saved == [tmp_path / "a.pdf"]


class Peeking(Answering):
    """Looks at the page while the code is asked for."""

    page: WorkPage

    def form(self, form: Form, check: Check = no_faults) -> Answers | None:
        self.seen = [
            each.text() for each in self.page.findChildren(type(label(""))) if each.isVisible()
        ]
        return super().form(form, check)


@pytest.mark.syarat("S-634")
def test_the_code_is_nowhere_to_be_seen_while_it_is_typed(qtbot: QtBot) -> None:
    ask = Peeking(CODE)
    kertas = DariLuar()
    menu, ask.page = shown(qtbot, kertas, ask)
    menu.code.trigger()
    told(qtbot, ask.page, "Kode cocok")
    assert not any("1234" in text for text in ask.seen)
    words = str(ask.forms[0])
    assert not any(group in words for group in make_dokumen().kode_data.split(" "))
    assert kertas.typed == [("1234", "9012", "1234")]
    assert any(each.isVisible() and "Kode data" in each.text()
               for each in ask.page.findChildren(type(label(""))))  # fmt: skip


@pytest.mark.syarat("S-634")
def test_a_wrong_code_is_counted_and_nothing_is_given_away(qtbot: QtBot) -> None:
    menu, page = shown(qtbot, DariLuar(), Answering(CODE | {"kelompok_3": "0000"}))
    menu.code.trigger()
    told(qtbot, page, "Kode tidak cocok, sudah 1 kali salah; tercatat di riwayat.")
    assert "9012" not in page.banner.accessibleName()


def test_a_withdrawn_document_is_said(qtbot: QtBot) -> None:
    kertas = DariLuar()
    kertas.fault = StateError("Dokumen ini sudah ditarik.", "Pakai penggantinya.")
    menu, page = shown(qtbot, kertas, Answering(CODE))
    menu.code.trigger()
    told(qtbot, page, "Dokumen ini sudah ditarik.")


@pytest.mark.parametrize("typed", ["", "12", "12345", "12a4", "١٢٣٤"])
def test_a_group_is_four_digits(qtbot: QtBot, typed: str) -> None:
    ask = Answering(None)
    menu, _ = shown(qtbot, DariLuar(), ask)
    menu.code.trigger()
    assert set(ask.checks[0](CODE | {"kelompok_3": typed})) == {"kelompok_3"}
    assert ask.checks[0](CODE) == {}


@pytest.mark.parametrize("entry", ["wet", "code"])
def test_the_questions_make_real_dialogs(qtbot: QtBot, entry: str) -> None:
    ask = Answering(None)
    menu, _ = shown(qtbot, DariLuar(), ask)
    getattr(menu, entry).trigger()
    dialog = FormDialog(None, ask.forms[0], ask.checks[0])
    qtbot.addWidget(dialog)
    assert set(dialog.answers()) == {box.name for box in ask.forms[0].boxes}

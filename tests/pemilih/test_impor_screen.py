"""The page of the import: everything is seen and changed first, one key stores it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from pilkades_desk.core.errors import Cancelled, SheetError, StateError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.icons import change_theme
from pilkades_desk.kits.qt.theme import THEMES
from pilkades_desk.kits.qt.widgets import button
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.deteksi import Deteksi
from pilkades_desk.pemilih.findings import W242
from pilkades_desk.pemilih.impor import forms
from pilkades_desk.pemilih.impor.screen import ImportPage
from pilkades_desk.pemilih.impor.table_model import ContohModel
from pilkades_desk.pemilih.impor.values import BerkasDibuka, Sasaran
from pilkades_desk.pemilih.pratinjau import BerkasLembar, HitunganImpor
from pilkades_desk.pemilih.screen import PemilihScreen, make_screen
from pilkades_desk.pemilih.values import HasilImpor, Isian
from tests.answering import Answering
from tests.control_names import nameless
from tests.pemilih.lembar_asing import rt_rows
from tests.pemilih.lembar_contoh import write_layout, xlsx_bytes
from tests.pemilih.lembar_orang import invent
from tests.pemilih.samples import DPS, DPT, Village

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
ENTER = Qt.Key.Key_Return
PATH = Path("daftar.xlsx")
Opened = Callable[..., tuple[PemilihScreen, Answering]]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    """Step 2 with a file chosen, its rows judged."""

    def open_screen(village: Village, *answers: object) -> tuple[PemilihScreen, Answering]:
        ask = Answering(PATH.name, *answers)
        screen = make_screen(village.acts(), ask)
        qtbot.addWidget(screen)
        screen.resize(1040, 560)
        screen.show()
        qtbot.mouseClick(screen.import_button, LEFT)
        wait(qtbot, screen)
        return screen, ask

    return open_screen


def wait(qtbot: QtBot, screen: PemilihScreen) -> None:
    """Until the file is read and its rows are judged."""
    flow = screen.importing
    qtbot.waitUntil(lambda: not flow.open_job.is_busy and flow.is_open)
    qtbot.waitUntil(lambda: not flow.page._check._job.is_busy)


def books(*names: str, extra: bool = False) -> bytes:
    """A workbook of neighbourhoods, which no layout knows."""
    sheets = []
    for number, name in enumerate(names, 1):
        rows = rt_rows(invent(number, 5))
        if extra:
            rows = [rows[0], [*rows[1], "Uang Saku"], *([*row, "50 ribu"] for row in rows[2:])]
        sheets.append((name, rows))
    return xlsx_bytes(sheets)


def village_with(content: bytes, **facts: object) -> Village:
    village = Village(**facts)
    village.sheet = content
    return village


def said(page: ImportPage) -> str:
    return page._sentence.text()


def choose(page: ImportPage, column: int, words: str) -> None:
    """Choose as with a mouse: open the head, take the words."""
    page.panel.table.heads.asked.emit(column)
    action = next(one for one in page.panel.menu.actions() if one.text() == words)
    page.panel.menu.close()
    action.trigger()


def choose_all(page: ImportPage) -> None:
    words = ("NIK", "Nomor KK", "Nama", "Tempat lahir", "Tanggal lahir", "Jenis kelamin",
             "Status perkawinan")  # fmt: skip
    for column, word in enumerate(words):
        choose(page, column, word)
    box = page.panel.codes_box
    box.setCurrentText("Lembar panitia, tanggal lahir dalam tiga sel")
    box.activated.emit(box.currentIndex())


@pytest.mark.syarat("S-260")
def test_a_known_file_is_seen_whole_before_anything_is_stored(opened: Opened) -> None:
    village = Village()
    screen, _ = opened(village)
    page = screen.importing.page
    assert page.isVisible()
    assert not screen.import_button.isVisible()
    assert village.done == []
    assert said(page) == "Dikenali: Lembar kerja KPU 33 kolom."
    assert [each.text() for each in page.figures if each.isVisible()] == [
        "20 baris dibaca", "20 akan masuk",
    ]  # fmt: skip
    assert page.panel.layout_box.currentText() == "Lembar kerja KPU 33 kolom"
    assert page.panel.header_row.value() == 1
    assert not page.panel._codes.isVisible()


@pytest.mark.syarat("S-280")
def test_enter_stores_the_file_as_shown_and_tells_what_came_of_it(
    opened: Opened, qtbot: QtBot
) -> None:
    village = Village()
    screen, _ = opened(village)
    page = screen.importing.page
    assert page.panel.table.hasFocus() or QApplication.focusWidget() is None
    with qtbot.waitSignal(screen.importing.imported):
        qtbot.keyClick(page.panel.table, ENTER)
    ((name, deteksi),) = village.done  # type: ignore[misc]  # what the import was given
    assert name == PATH.name
    assert [one.tata_letak for one in deteksi.lembar] == ["kpu-33"]
    assert "2.987 pemilih diterima." in screen.banner.accessibleName()
    assert not page.isVisible()
    assert screen.import_button.isVisible()


def test_a_key_held_down_since_the_file_was_chosen_stores_nothing(opened: Opened) -> None:
    village = Village()
    screen, _ = opened(village)
    held = QKeyEvent(QEvent.Type.KeyPress, ENTER, NONE, "\r", True)  # noqa: FBT003 -- Qt's order
    QApplication.sendEvent(screen.importing.page.panel.table, held)
    assert not screen.importing.store_job.is_busy


@pytest.mark.parametrize("way", ["escape", "button", "enter on the button"])
def test_going_back_stores_nothing(opened: Opened, qtbot: QtBot, way: str) -> None:
    village = Village()
    screen, _ = opened(village)
    page = screen.importing.page
    if way == "escape":
        qtbot.keyClick(page.panel.table, Qt.Key.Key_Escape)
    elif way == "button":
        qtbot.mouseClick(page.back, LEFT)
    else:
        qtbot.keyClick(page.back, ENTER)
    assert village.done == []
    assert not screen.importing.is_open
    assert screen.daftar.table.isVisible()


def test_enter_on_another_button_presses_that_one(opened: Opened, qtbot: QtBot) -> None:
    village = Village()
    screen, ask = opened(village, None)
    qtbot.keyClick(screen.importing.page.keep, ENTER)
    assert ask.asked[-1] == "Simpan susunan kolom"
    assert village.done == []


def test_a_file_may_be_dropped_anywhere_on_the_window(qtbot: QtBot) -> None:
    window, screen = QWidget(), make_screen(Village().acts(), Answering())
    QHBoxLayout(window).addWidget(QLabel("sisi"))
    window.layout().addWidget(screen)
    qtbot.addWidget(window)
    window.show()
    for event in drags("/tmp/daftar.xlsx"):  # noqa: S108 -- only a name
        QApplication.sendEvent(window, event)
        assert event.isAccepted()
    wait(qtbot, screen)
    assert screen.importing.page._name.text() == "daftar.xlsx"


@pytest.mark.parametrize("case", ["locked", "no right", "two files", "out of sight"])
def test_what_is_not_wanted_is_not_taken(qtbot: QtBot, case: str) -> None:
    village = Village(dps=DPS, dpt=DPT) if case == "locked" else Village()
    if case == "no right":
        village.rights = frozenset()
    screen = make_screen(village.acts(), Answering())
    qtbot.addWidget(screen)
    screen.show()
    if case == "out of sight":
        screen.hide()
    names = ("/tmp/a.xlsx", "/tmp/b.xlsx") if case == "two files" else ("/tmp/a.xlsx",)  # noqa: S108 -- only names
    for event in drags(*names):
        QApplication.sendEvent(screen, event)
        assert not event.isAccepted()
    assert not screen.importing.open_job.is_busy


CARRIED: list[QMimeData] = []


def drags(*paths: str) -> tuple[QDropEvent, ...]:
    carried = QMimeData()
    CARRIED.append(carried)  # the events hold no reference
    carried.setUrls([QUrl.fromLocalFile(path) for path in paths])
    at, copy = QPoint(9, 9), Qt.DropAction.CopyAction
    events = (
        QDragEnterEvent(at, copy, carried, LEFT, NONE),
        QDragMoveEvent(at, copy, carried, LEFT, NONE),
        QDropEvent(at, copy, carried, LEFT, NONE),
    )
    for event in events:
        event.ignore()
    return events


def test_the_page_stays_open_while_one_looks_elsewhere(opened: Opened) -> None:
    screen, _ = opened(Village())
    screen.hide()
    screen.show()
    assert screen.importing.page.isVisible()
    assert not screen.daftar.search.isVisible()


def test_a_file_imported_before_cannot_be_imported_again(opened: Opened) -> None:
    village = Village()
    village.berulang = True
    screen, _ = opened(village)
    assert said(screen.importing.page) == W242.text
    assert not screen.importing.page.go.isEnabled()


def test_a_file_that_turns_out_to_be_known_is_said(opened: Opened, qtbot: QtBot) -> None:
    village = Village()
    village.hasil = HasilImpor(1, 0, (W242.at("a.xlsx"),), (), berulang=True)
    screen, _ = opened(village)
    with qtbot.waitSignal(screen.importing.imported):
        qtbot.mouseClick(screen.importing.page.go, LEFT)
    assert "sudah pernah diimpor" in screen.banner.accessibleName()


@pytest.mark.syarat("S-009")
def test_a_stopped_import_leaves_the_page_as_it_was(opened: Opened, qtbot: QtBot) -> None:
    def stopped(berkas: BerkasLembar, progress: Progress, deteksi: Deteksi) -> HasilImpor:
        raise Cancelled

    screen, _ = opened(Village())
    screen.importing._acts = replace(screen.importing._acts, store=stopped)
    with qtbot.waitSignal(screen.importing.store_job.cancelled):
        qtbot.mouseClick(screen.importing.page.go, LEFT)
    assert "Impor dihentikan." in screen.banner.accessibleName()
    assert screen.importing.page.isVisible()
    assert screen.importing.page.isEnabled()


def test_a_file_that_is_no_sheet_is_said_and_nothing_opens(qtbot: QtBot) -> None:
    def refuse(path: Path, progress: Progress) -> BerkasDibuka:
        raise SheetError("Berkas ini foto, bukan lembar kerja.", "Minta berkas aslinya.")

    screen = make_screen(Village().acts(), Answering("foto.csv"))
    qtbot.addWidget(screen)
    screen.show()
    screen.importing._acts = replace(screen.importing._acts, open=refuse)
    with qtbot.waitSignal(screen.importing.open_job.failed):
        qtbot.mouseClick(screen.import_button, LEFT)
    assert "Berkas ini foto" in screen.banner.accessibleName()
    assert screen.daftar.table.isVisible()


def test_nobody_who_changed_their_mind_is_asked_twice(qtbot: QtBot) -> None:
    screen = make_screen(Village().acts(), Answering(None))
    qtbot.addWidget(screen)
    screen.show()
    qtbot.mouseClick(screen.import_button, LEFT)
    assert not screen.importing.open_job.is_busy


def test_rows_that_cannot_be_judged_are_said_in_the_page(opened: Opened, qtbot: QtBot) -> None:
    def refuse(buka: BerkasDibuka, progress: Progress) -> HitunganImpor:
        raise SheetError("Kolom NIK berisi rumus yang belum dihitung.", "Simpan dengan Excel.")

    screen, _ = opened(Village())
    page = screen.importing.page
    page._acts = replace(page._acts, preview=refuse)
    page.panel.two_rows.setChecked(True)
    wait(qtbot, screen)
    assert said(page) == "Kolom NIK berisi rumus yang belum dihitung."
    assert not page.go.isEnabled()


@pytest.mark.syarat("S-262")
def test_another_layout_header_row_and_height_are_read_at_once(
    opened: Opened, qtbot: QtBot
) -> None:
    screen, _ = opened(village_with(write_layout("kpu-model-a", invent(1, 8))))
    page = screen.importing.page
    assert page.panel.header_row.value() == 3
    page.panel.header_row.setValue(1)
    assert not page.go.isEnabled()
    wait(qtbot, screen)
    assert said(page).startswith("Belum ada kolom NIK, Nomor KK")
    page.panel.header_row.setValue(3)
    page.panel.two_rows.setChecked(True)
    wait(qtbot, screen)
    assert page.buka is not None
    assert page.buka.susunan[0].lembar.tinggi_judul == 2
    box = page.panel.layout_box
    box.setCurrentText("Kepala kolom yang lazim")
    box.activated.emit(box.currentIndex())
    wait(qtbot, screen)
    assert page.buka.susunan[0].lembar.tata_letak == "umum"
    box.setCurrentText(forms.OWN)
    box.activated.emit(box.currentIndex())
    assert page.panel._codes.isVisible()


@pytest.mark.syarat("S-261")
def test_own_columns_are_chosen_kept_under_a_name_and_imported(
    opened: Opened, qtbot: QtBot
) -> None:
    village = village_with(books("Sheet1"))
    screen, _ = opened(village, {forms.NAME: "Buku RT"})
    page = screen.importing.page
    assert page.panel.layout_box.currentText() == forms.OWN
    assert said(page).startswith("Belum ada kolom NIK")
    choose_all(page)
    wait(qtbot, screen)
    assert said(page) == "Kolom pilihan Anda lengkap."
    qtbot.mouseClick(page.keep, LEFT)
    wait(qtbot, screen)
    assert page.panel.layout_box.currentText() == "Buku RT (susunan tersimpan)"
    assert said(page) == "Dikenali: Buku RT (susunan tersimpan)."
    with qtbot.waitSignal(screen.importing.imported):
        qtbot.keyClick(page.panel.table, ENTER)
    name, (_, deteksi) = village.done  # type: ignore[misc]  # the name, then what was imported
    assert name == "Buku RT"
    assert deteksi.lembar[0].kolom[Isian.KAWIN] == (6,)


def test_a_mapping_that_cannot_be_kept_says_why(opened: Opened, qtbot: QtBot) -> None:
    def refuse(buka: BerkasDibuka, at: int, nama: str) -> BerkasDibuka:
        raise StateError("Kolom ke-2 tidak berjudul.", "Tulis judulnya.")

    screen, ask = opened(Village(), {forms.NAME: "Buku RT"})
    page = screen.importing.page
    page._acts = replace(page._acts, keep=refuse)
    qtbot.mouseClick(page.keep, LEFT)
    assert "Kolom ke-2 tidak berjudul." in screen.banner.accessibleName()
    assert set(ask.checks[-1]({forms.NAME: " x "})) == {forms.NAME}


def test_a_role_that_may_not_keep_columns_is_not_offered_it(opened: Opened) -> None:
    village = Village()
    village.rights = frozenset({Aksi.IMPOR_PEMILIH})
    screen, _ = opened(village)
    assert not screen.importing.page.keep.isEnabled()
    assert screen.importing.page.go.isEnabled()


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Space, NONE),
        (Qt.Key.Key_F2, NONE),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_the_column_one_stands_in_is_chosen_by_key(
    opened: Opened, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    screen, _ = opened(village_with(books("Sheet1")))
    panel = screen.importing.page.panel
    qtbot.keyClick(panel.table, Qt.Key.Key_Right)
    qtbot.keyClick(panel.table, key, held)
    assert panel.menu.isVisible()
    assert [one.text() for one in panel.menu.actions()][:3] == ["tidak dibaca", "NIK", "Nomor KK"]
    qtbot.keyClick(panel.menu, Qt.Key.Key_Down)
    qtbot.keyClick(panel.menu, ENTER)
    assert panel._model.sasaran[1] == Sasaran((Isian.NIK,))
    assert panel.table.currentIndex().column() == 1


def test_a_head_that_is_clicked_opens_its_choice(opened: Opened, qtbot: QtBot) -> None:
    screen, _ = opened(village_with(books("Sheet1")))
    panel = screen.importing.page.panel
    heads = panel.table.heads
    at = QPoint(heads.sectionViewportPosition(2) + 20, heads.height() // 2)
    qtbot.mouseClick(heads.viewport(), LEFT, pos=at)
    assert panel.menu.isVisible()
    assert panel.table.currentIndex().column() == 2
    panel.menu.close()


@pytest.mark.syarat("S-263")
def test_a_column_about_money_has_no_choice(opened: Opened, qtbot: QtBot) -> None:
    screen, _ = opened(village_with(books("Sheet1", extra=True)))
    panel = screen.importing.page.panel
    assert panel._model.headerData(7, Qt.Orientation.Horizontal) == forms.NEVER
    panel.table.heads.asked.emit(7)
    assert not panel.menu.isVisible()


def test_sheets_are_ticked_and_follow_each_other(opened: Opened, qtbot: QtBot) -> None:
    screen, _ = opened(village_with(books("RT 1", "RT 2")))
    page = screen.importing.page
    assert page.sheets.isVisible()
    choose_all(page)
    page.sheets.item(1).setCheckState(Qt.CheckState.Checked)
    wait(qtbot, screen)
    assert page.figures[1].text() == "10 akan masuk"
    page.sheets.setCurrentRow(1)
    assert page.panel._model.sasaran[0] == Sasaran((Isian.NIK,))
    for row in (0, 1):
        page.sheets.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert said(page) == "Belum ada lembar yang dibaca."
    assert not page.go.isEnabled()


def test_what_was_found_is_counted_by_code(opened: Opened) -> None:
    people = invent(1, 4)
    rows = [["NIK", "NKK", "NAMA", "TEMPAT LAHIR", "TANGGAL LAHIR", "KELAMIN", "STATUS KAWIN"]]
    for number, one in enumerate(people):
        nik = one.nik if number else "12"
        rows.append([nik, one.kk, one.nama, "", f"{one.lahir:%d-%m-%Y}", one.kelamin, one.kawin])
    screen, _ = opened(village_with(xlsx_bytes([("Sheet1", rows)])))  # type: ignore[list-item]  # texts
    page = screen.importing.page
    model = page.findings.model()
    found = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert found[0].startswith("E201 · 1 kali. NIK berisi 2 angka")
    assert any(one.startswith("W228 · 3 kali") for one in found)
    assert page.figures[2].text() == "1 menunggu perbaikan"
    assert not page._nothing.isVisible()


def test_nothing_new_in_a_file_is_said(opened: Opened) -> None:
    rows = [["NIK", "NKK", "NAMA", "TANGGAL LAHIR", "KELAMIN", "STATUS KAWIN"], ["123"] * 6]
    screen, _ = opened(village_with(xlsx_bytes([("Sheet1", rows)])))  # type: ignore[list-item]  # texts
    assert said(screen.importing.page) == "Tidak ada baris baru yang akan masuk."
    assert screen.importing.page.go.isEnabled()


def test_a_blank_book_shows_no_columns(opened: Opened) -> None:
    screen, _ = opened(village_with(xlsx_bytes([("Sheet1", [[""]])])))
    page = screen.importing.page
    assert said(page) == "Belum ada lembar yang dibaca."
    assert not page.panel.isVisible()


def test_the_words_say_how_many_rows_were_looked_at() -> None:
    assert forms.counting(1000, 4812)[1] == "Memeriksa 1.000 dari 4.812 baris …"
    assert forms.file_words("a.xlsx") == "a.xlsx"
    assert len(forms.file_words("x" * 200 + ".xlsx")) == 44


def test_the_import_says_how_many_rows_are_done(opened: Opened, qtbot: QtBot) -> None:
    screen, _ = opened(Village())
    seen: list[str] = []

    def slow(berkas: BerkasLembar, progress: Progress, deteksi: Deteksi) -> HasilImpor:
        progress(3000, 3000)
        return Village().hasil

    from pilkades_desk.kits.qt.step_page import WorkLine

    lines = [one for one in screen.findChildren(WorkLine) if one._unit]
    screen.importing.store_job.progressed.connect(lambda *_: seen.append(lines[0]._words.text()))
    screen.importing._acts = replace(screen.importing._acts, store=slow)
    with qtbot.waitSignal(screen.importing.imported):
        qtbot.mouseClick(screen.importing.page.go, LEFT)
    assert seen == ["Mengimpor … 3.000 dari 3.000 baris"]


@pytest.mark.parametrize("theme", THEMES)
def test_every_control_has_a_name_and_the_page_fits_a_magnified_screen(
    opened: Opened, qtbot: QtBot, qapp: QApplication, theme: str
) -> None:
    screen, _ = opened(village_with(books("RT 1", "RT 2", extra=True)))
    change_theme(qapp, theme)
    try:
        assert nameless(screen) == []
        screen.resize(847, 418)
        QApplication.processEvents()
        assert screen.minimumSizeHint().width() <= 847
        assert screen.minimumSizeHint().height() <= 418
        assert not screen.grab().isNull()
    finally:
        change_theme(qapp, "light")


def test_the_model_of_the_rows_satisfies_qt(qtmodeltester: Any, opened: Opened) -> None:
    screen, _ = opened(village_with(books("RT 1", extra=True)))
    model = screen.importing.page.panel._model
    assert isinstance(model, ContohModel)
    assert model.headerData(1, Qt.Orientation.Vertical) == "2"
    assert model.data(model.index(1, 0), 6).bold()
    assert model.data(model.index(0, 0), 6) is None
    qtmodeltester.check(model)


def test_keys_the_page_does_not_know_go_on(opened: Opened, qtbot: QtBot) -> None:
    screen, _ = opened(Village())
    qtbot.keyClick(screen.importing.page, Qt.Key.Key_A)
    assert screen.importing.is_open
    assert button("x", print).autoDefault() is False

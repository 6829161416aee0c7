from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pilkades_desk.berita_acara.daftar import BarisDaftar, Cara, Keadaan, Wajib
from pilkades_desk.berita_acara.dokumen import JUDUL, Dokumen, Pembekuan
from pilkades_desk.berita_acara.keterangan import count_words, line_words
from pilkades_desk.berita_acara.kosong_screen import KosongActs
from pilkades_desk.berita_acara.rules import filter_documents, list_documents
from pilkades_desk.berita_acara.screen import BeritaAcaraActs, BeritaAcaraScreen, make_screen
from pilkades_desk.berita_acara.verdict import Vonis
from pilkades_desk.core.errors import AccessError, DocumentError, StorageError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.pdf.render import page_count
from pilkades_desk.kits.qt.printing import Queued
from pilkades_desk.panitia.naskah.katalog import Formulir, read_kosong
from pilkades_desk.panitia.naskah.values import Kertas
from pilkades_desk.panitia.values import Orang
from tests.answering import Answering
from tests.berita_acara.documents import PEOPLE, DariLuar, make_dokumen
from tests.berita_acara.report_desk import ReportDesk
from tests.control_names import nameless
from tests.kits.test_qt_printing import A4, Pages, file_printer

LEFT = Qt.MouseButton.LeftButton
READY = (Pembekuan(kode="F-27", unit=2), Pembekuan(kode="F-28", unit=2), Pembekuan(kode="F-29"))


class Desk:
    """Plays the use cases on documents in memory."""

    def __init__(self, *documents: Dokumen, ready: tuple[Pembekuan, ...] = READY) -> None:
        self.documents = list(documents)
        self.ready = ready
        self.signed: list[tuple[int, str, str]] = []
        self.saved: list[Path] = []
        self.stale: dict[int, str] = {}
        self.fault: Exception | None = None
        self.printer: QPrinter | None = None
        self.drawn: list[tuple[str, str]] = []
        self.printed: list[tuple[str, int]] = []
        self.laporan = ReportDesk()

    def read_daftar(self) -> tuple[BarisDaftar, ...]:
        known = {(one.kode, one.unit): one for one in self.documents}
        wajib = [
            Wajib(kode=kode, nama=JUDUL[kode], cara=Cara.BEKU, unit=unit) for kode, unit in known
        ]
        by_hand = Wajib(kode="F-23", nama="Pelaksanaan", cara=Cara.TANGAN, unit=2, kosong=True)
        keadaan = Keadaan(dokumen=tuple(self.documents), basi=self.stale)
        return list_documents([*wajib, by_hand], keadaan)

    def read_queue(self, unit: int) -> tuple[Queued, ...]:
        def took(copies: int) -> None:
            self.printed.append((f"TPS {unit}", copies))

        return (
            Queued("F-27", lambda _: Pages(A4), took),
            Queued("F-28", lambda _: Pages(A4), took),
        )

    def freeze(self, wanted: Sequence[Pembekuan], progress: Progress) -> tuple[Dokumen, ...]:
        if self.fault:
            raise self.fault
        made = [make_dokumen(10 + n, kode=one.kode) for n, one in enumerate(wanted)]
        self.documents += made
        self.ready = tuple(one for one in self.ready if one not in wanted)
        return tuple(made)

    def sign(self, dokumen: Dokumen, orang: Orang, sandi: str) -> Dokumen:
        if self.fault:
            raise self.fault
        self.signed.append((dokumen.id, orang.nama, sandi))
        return dokumen

    def save(self, dokumen: Dokumen, path: Path) -> Path:
        if self.fault:
            raise self.fault
        self.saved.append(path)
        return path

    def choose_printer(self, name: str) -> QPrinter | None:
        if self.fault:
            raise self.fault
        return self.printer

    def acts(self) -> BeritaAcaraActs:
        return BeritaAcaraActs(
            read_daftar=self.read_daftar,
            keep=filter_documents,
            say_line=lambda line: line_words(line, {one.id: one for one in PEOPLE}),
            say_count=count_words,
            read_freezable=lambda: self.ready,
            read_orang=lambda: PEOPLE,
            read_pages=lambda dokumen: Pages(A4, A4),
            freeze=self.freeze,
            sign=self.sign,
            save=self.save,
            save_all=lambda folder: (folder / "F-27-001.pdf", folder / "F-29.pdf"),
            check=lambda dokumen: Vonis(sah=True, kalimat="sah", baris=("✓ Slamet Uji",)),
            choose_printer=self.choose_printer,
            choose_copies=lambda dokumen: self.choose_printer(dokumen.file_name),
            read_copies=lambda dokumen: lambda count, original: [Pages(A4, A4)] * count,
            took=lambda dokumen, copies: self.printed.append((dokumen.dok, copies)),
            read_queue=self.read_queue,
            laporan=self.laporan.acts(),
            kosong=KosongActs(
                read_formulir=read_kosong,
                read_kertas=lambda: "F4",
                read_pages=self.draw_blank,
                save=self.save_blank,
                choose_printer=self.choose_printer,
                took=lambda formulir, kertas, copies: self.printed.append((formulir.kode, copies)),
            ),
            kertas=DariLuar().acts(),
        )

    def draw_blank(self, formulir: Formulir, kertas: Kertas) -> Pages:
        self.drawn.append((formulir.kode, kertas))
        return Pages(A4)

    def save_blank(self, formulir: Formulir, kertas: Kertas, path: Path) -> Path:
        if self.fault:
            raise self.fault
        self.drawn.append((formulir.kode, kertas))
        return path


def shown(qtbot: QtBot, desk: Desk, ask: Answering | None = None) -> BeritaAcaraScreen:
    screen = make_screen(desk.acts(), ask or Answering())
    qtbot.addWidget(screen)
    screen.resize(847, 446)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


def press(qtbot: QtBot, screen: BeritaAcaraScreen, name: str) -> None:
    found = [each for each in screen.findChildren(QPushButton) if each.accessibleName() == name]
    qtbot.mouseClick(found[0], LEFT)


def told(qtbot: QtBot, screen: BeritaAcaraScreen, words: str) -> None:
    qtbot.waitUntil(lambda: words in screen.banner.accessibleName())


def test_every_control_has_a_name(qtbot: QtBot) -> None:
    assert nameless(shown(qtbot, Desk(make_dokumen()))) == []


def test_without_a_file_there_is_nothing_to_look_at_and_something_to_do(qtbot: QtBot) -> None:
    screen = shown(qtbot, Desk())
    assert not screen.preview.isEnabled()
    assert not screen.save_button.isEnabled()
    assert screen.freeze_button.isEnabled()
    assert "Formulir kosong" in screen.daftar.words.text()


def test_the_list_shows_one_place_or_one_status(qtbot: QtBot) -> None:
    screen = shown(qtbot, Desk(make_dokumen(1), make_dokumen(2, sudah=(1, 2, 3))))
    assert rows(screen) == ["F-27", "F-27", "F-23"]
    screen.daftar.place.setCurrentText("TPS 2")
    assert rows(screen) == ["F-27", "F-23"]
    screen.daftar.status.setCurrentText("Isi tangan")
    assert rows(screen) == ["F-23"]
    screen.daftar.place.setCurrentText("TPS 1")
    assert rows(screen) == []
    assert "saringan" in screen.daftar.words.text()
    screen.reload()
    assert screen.daftar.place.currentText() == "TPS 1"


def test_everything_of_one_unit_is_printed_behind_each_other(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(make_dokumen(1))
    desk.printer = file_printer(tmp_path / "cetak.pdf")
    ask = Answering("ya")
    screen = shown(qtbot, desk, ask)
    assert not screen.daftar.queue_button.isEnabled()
    screen.daftar.place.setCurrentText("TPS 1")
    press(qtbot, screen, "Cetak semua TPS ini")
    told(qtbot, screen, "2 dokumen dikirim ke pencetak.")
    assert ask.asked == ["Cetak semua untuk TPS 1"]
    assert desk.printed == [("TPS 1", 1), ("TPS 1", 1)]
    assert page_count((tmp_path / "cetak.pdf").read_bytes()) == 2


def test_a_queue_nobody_wants_prints_nothing(qtbot: QtBot) -> None:
    desk = Desk(make_dokumen(1))
    screen = shown(qtbot, desk, Answering("", "ya"))
    screen.daftar.queue_requested.emit(1)
    screen.daftar.queue_requested.emit(1)  # no printer chosen
    assert desk.printed == []


def test_all_that_is_ready_is_frozen_at_once(qtbot: QtBot) -> None:
    screen = shown(qtbot, Desk())
    press(qtbot, screen, "Bekukan")
    told(qtbot, screen, "3 dokumen dibekukan.")
    assert screen.daftar.table.model().rowCount() == 4
    assert not screen.freeze_button.isEnabled()


def test_one_document_can_be_chosen_to_be_frozen(qtbot: QtBot) -> None:
    desk = Desk()
    screen = shown(qtbot, desk)
    screen.ready.setCurrentIndex(3)
    press(qtbot, screen, "Bekukan")
    told(qtbot, screen, "1 dokumen dibekukan.")
    assert [each.kode for each in desk.documents] == ["F-29"]


def test_a_vacant_office_holds_up_freezing_in_words(qtbot: QtBot) -> None:
    desk = Desk()
    desk.fault = DocumentError("Penanda tangan F-29 belum lengkap: Ketua.", "Tambahkan.")
    screen = shown(qtbot, desk)
    press(qtbot, screen, "Bekukan")
    told(qtbot, screen, "Penanda tangan F-29 belum lengkap")


def test_the_person_chosen_signs_with_their_own_password(qtbot: QtBot) -> None:
    desk = Desk(make_dokumen(sudah=(1,)))
    ask = Answering({"orang": "2. Joko Uji, Anggota KPPS", "sandi": "rahasia joko"})
    screen = shown(qtbot, desk, ask)
    press(qtbot, screen, "Tanda tangani")
    told(qtbot, screen, "kertas tetap yang asli")
    assert desk.signed == [(1, "Joko Uji", "rahasia joko")]


def test_a_wrong_signing_password_is_said(qtbot: QtBot) -> None:
    desk = Desk(make_dokumen())
    desk.fault = AccessError("Sandi tidak cocok.", "Ketik ulang.")
    ask = Answering({"orang": "1. Slamet Uji, Ketua KPPS", "sandi": "salah"})
    screen = shown(qtbot, desk, ask)
    press(qtbot, screen, "Tanda tangani")
    told(qtbot, screen, "Sandi tidak cocok.")


@pytest.mark.parametrize("changes", [{"sudah": (1, 2, 3)}, {"ditarik": "diganti"}])
def test_nobody_is_asked_to_sign_what_needs_no_more(qtbot: QtBot, changes: dict[str, Any]) -> None:
    assert not shown(qtbot, Desk(make_dokumen(**changes))).sign_button.isEnabled()


def test_the_verdict_is_told_with_the_word_about_paper(qtbot: QtBot) -> None:
    ask = Answering()
    screen = shown(qtbot, Desk(make_dokumen()), ask)
    press(qtbot, screen, "Periksa")
    qtbot.waitUntil(lambda: ask.asked == ["Hasil pemeriksaan"])


def test_the_chosen_document_stays_chosen_when_others_come(qtbot: QtBot) -> None:
    desk = Desk(make_dokumen(1), make_dokumen(2))
    screen = shown(qtbot, desk)
    screen.daftar.table.selectRow(1)
    desk.documents.insert(0, make_dokumen(7))
    screen.reload()
    assert screen.daftar.table.selectionModel().selectedRows()[0].row() == 2


def test_one_pdf_is_saved_where_the_person_says(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(make_dokumen())
    screen = shown(qtbot, desk, Answering(tmp_path / "F-27-001.pdf"))
    screen.preview.save_requested.emit()
    assert desk.saved == [tmp_path / "F-27-001.pdf"]
    assert "F-27-001.pdf tersimpan" in screen.banner.accessibleName()


def test_all_pdfs_are_saved_into_a_folder(qtbot: QtBot, tmp_path: Path) -> None:
    screen = shown(qtbot, Desk(make_dokumen()), Answering(tmp_path))
    press(qtbot, screen, "Simpan semua")
    assert "2 dokumen tersimpan" in screen.banner.accessibleName()


def test_a_folder_that_takes_nothing_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(make_dokumen())
    desk.fault = StorageError("Tidak dapat ditulis.", "Pilih folder lain.")
    screen = shown(qtbot, desk, Answering(tmp_path / "x.pdf"))
    screen.preview.save_requested.emit()
    assert "Tidak dapat ditulis." in screen.banner.accessibleName()


def test_the_document_goes_to_the_printer_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(make_dokumen())
    desk.printer = file_printer(tmp_path / "cetak.pdf")
    screen = shown(qtbot, desk)
    screen.preview.print_requested.emit()
    told(qtbot, screen, "Dikirim ke pencetak.")
    assert (tmp_path / "cetak.pdf").stat().st_size > 0
    assert desk.printed == [("F27001", 1)]


def test_a_laptop_without_printer_is_told(qtbot: QtBot) -> None:
    desk = Desk(make_dokumen())
    desk.fault = DocumentError("Belum ada pencetak di laptop ini.", "Simpan PDF.")
    screen = shown(qtbot, desk)
    screen.preview.print_requested.emit()
    assert "Belum ada pencetak" in screen.banner.accessibleName()


def test_a_document_that_no_longer_holds_is_to_be_frozen_again(qtbot: QtBot) -> None:
    desk = Desk(make_dokumen(1), make_dokumen(2))
    desk.stale = {1: "TPS 1 dihitung ulang"}
    screen = shown(qtbot, desk)
    assert "Ditarik: TPS 1 dihitung ulang" in screen.daftar.words.text()
    assert not screen.sign_button.isEnabled()
    assert screen.preview.isEnabled()
    assert screen._count.text().endswith("1 ditarik")
    screen.daftar.table.selectRow(0)
    assert screen.daftar.words.text().startswith("Bekukan ulang.")


def test_a_withdrawn_document_says_why_and_can_still_be_read(qtbot: QtBot) -> None:
    screen = shown(qtbot, Desk(make_dokumen(ditarik="TPS 1 dihitung ulang")))
    assert "Ditarik: TPS 1 dihitung ulang" in screen.daftar.words.text()
    assert screen.preview.isEnabled()


def rows(screen: BeritaAcaraScreen) -> list[str]:
    model = screen.daftar.table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def blanks(qtbot: QtBot, desk: Desk, ask: Answering | None = None) -> BeritaAcaraScreen:
    screen = shown(qtbot, desk, ask)
    screen.tabs.open_view(screen.kosong)
    qtbot.waitUntil(lambda: bool(desk.drawn))
    return screen


def test_blank_forms_wait_behind_their_tab_before_any_document(qtbot: QtBot) -> None:
    desk = Desk()
    screen = blanks(qtbot, desk)
    assert screen.kosong.table.model().rowCount() == len(read_kosong())
    assert desk.drawn == [("R-01", "F4")]
    assert nameless(screen) == []
    assert "bukan lampiran resmi" in screen.kosong._source.text()


def test_another_form_and_another_paper_are_drawn(qtbot: QtBot) -> None:
    desk = Desk()
    screen = blanks(qtbot, desk)
    screen.kosong.table.selectRow(3)
    qtbot.waitUntil(lambda: ("R-04", "F4") in desk.drawn)
    screen.kosong.paper.setCurrentText("A4")
    qtbot.waitUntil(lambda: ("R-04", "A4") in desk.drawn)


def test_a_blank_form_is_saved_under_its_code(qtbot: QtBot, tmp_path: Path) -> None:
    ask = Answering(tmp_path / "R-01-kosong.pdf")
    screen = blanks(qtbot, Desk(), ask)
    screen.kosong.preview.save_requested.emit()
    told(qtbot, screen, "R-01-kosong.pdf tersimpan.")


def test_a_blank_form_that_cannot_be_saved_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk()
    screen = blanks(qtbot, desk, Answering(tmp_path / "a.pdf", None))
    desk.fault = StorageError("Tempat ini penuh.", "Pilih tempat lain.")
    screen.kosong.preview.save_requested.emit()
    told(qtbot, screen, "Tempat ini penuh.")
    screen.kosong.preview.save_requested.emit()
    assert desk.drawn == [("R-01", "F4")]


def test_a_blank_form_is_printed(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk()
    screen = blanks(qtbot, desk)
    qtbot.waitUntil(lambda: screen.kosong._pages is not None)
    screen.kosong.preview.print_requested.emit()  # changed their mind
    desk.printer = file_printer(tmp_path / "cetak.pdf")
    screen.kosong.preview.print_requested.emit()
    told(qtbot, screen, "Dikirim ke pencetak.")
    assert desk.printed == [("R-01", 1)]
    desk.fault = DocumentError("Belum ada pencetak.", "Pasang pencetak.")
    screen.kosong.preview.print_requested.emit()
    told(qtbot, screen, "Belum ada pencetak.")

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pilkades_desk.app.demo_photos import draw_portrait
from pilkades_desk.calon import rules
from pilkades_desk.calon.findings import E301, E303
from pilkades_desk.calon.forms import named
from pilkades_desk.calon.screen import CalonActs, CalonScreen, make_screen
from pilkades_desk.calon.values import BarisCalon, Calon, DaftarCalon, StatusCalon
from pilkades_desk.core.errors import ImageError, StateError
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.qt.ask import Answers
from pilkades_desk.panitia.rights import Aksi
from tests.answering import Answering
from tests.app.test_window_frame import nameless
from tests.calon.makers import SYARAT, make_berkas, make_calon

LEFT = Qt.MouseButton.LeftButton
YES = "ya"
F14 = "14/P2KD/2026, 12 Desember 2026"
BAKAL = StatusCalon.BAKAL
TYPED = {"nama": "Calon Rekaan 9", "nik": "3328010101800009", "pekerjaan": "Guru"}
Opened = Callable[..., tuple[CalonScreen, Answering]]


class Village:
    """Answers the screen from memory and remembers what it was asked to do."""

    def __init__(self, *standing: StatusCalon, found: tuple[Finding, ...] = ()) -> None:
        self.berkas = [
            make_berkas(n, status=status, foto="f" * 64 if n == 1 else "")
            for n, status in enumerate(standing, start=1)
        ]
        self.found = found
        self.general: tuple[Finding, ...] = ()
        self.rights = frozenset(Aksi)
        self.done: list[object] = []

    def acts(self) -> CalonActs:
        return CalonActs(
            may=lambda aksi: aksi in self.rights,
            read=self.read,
            read_photo=draw_portrait,
            check=lambda answers: {},
            register=self.register,
            correct=self.correct,
            confirm=lambda each: self.note("tetapkan", each),
            reject=lambda each, reason: self.note(reason, each),
            check_draw=self.check_draw,
            draw=self.draw,
        )

    def read(self) -> DaftarCalon:
        return DaftarCalon(tuple(BarisCalon(one, self.found) for one in self.berkas), self.general)

    def register(self, answers: Answers, path: Path | None) -> Calon:
        self.done.append((answers["nama"], path))
        self.berkas.append(make_berkas(9, status=BAKAL, foto=""))
        return self.berkas[-1].calon

    def correct(self, number: int, answers: Answers, path: Path | None) -> Calon:
        self.done.append((number, answers["alasan"], path))
        return self.berkas[number - 1].calon

    def note(self, what: str, number: int) -> Calon:
        self.done.append((what, number))
        return make_calon(number)

    def check_draw(self, order: Sequence[int], basis: str) -> tuple[Finding, ...]:
        standing = self.read().ditetapkan
        return (
            *rules.check_jumlah(len(standing), SYARAT),
            *rules.check_urutan(order, standing),
            *rules.check_musyawarah(len(standing), basis),
        )

    def draw(self, order: Sequence[int], basis: str) -> tuple[Calon, ...]:
        self.done.append([*order, basis] if basis else list(order))
        self.berkas = [
            make_berkas(each, nomor=number, foto="") for number, each in enumerate(order, start=1)
        ]
        return self.read().ditetapkan


CONFIRMED = StatusCalon.DITETAPKAN


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    def open_screen(village: Village, *answers: object) -> tuple[CalonScreen, Answering]:
        ask = Answering(*answers)
        screen = make_screen(village.acts(), ask)
        qtbot.addWidget(screen)
        screen.resize(1040, 560)
        screen.show()
        return screen, ask

    return open_screen


def picked(*order: int) -> dict[str, str]:
    """The answers of a draw: who got number 1, 2, …"""
    return {str(n): named(make_calon(each)) for n, each in enumerate(order, start=1)}


def test_before_anybody_applied_the_page_offers_it(opened: Opened) -> None:
    screen, _ = opened(Village())
    assert screen._empty.isVisible()
    assert not screen.draw_button.isVisible()


def test_the_chosen_applicant_shows_photo_and_findings(opened: Opened) -> None:
    young = E301.at("Calon Rekaan 1", nama="Calon Rekaan 1", usia=21, usia_min=25)
    screen, _ = opened(Village(BAKAL, CONFIRMED, found=(young,)))
    assert screen.detail.photo.accessibleName() == "Foto Calon Rekaan 1"
    assert screen.detail._findings.model().rowCount() == 1
    screen.table.selectRow(1)
    assert screen.detail.photo.accessibleName() == "Foto Calon Rekaan 2 belum ada"
    assert not screen.grab().isNull()


def test_what_is_wrong_with_the_list_stands_below_it(opened: Opened) -> None:
    village = Village(CONFIRMED)
    village.general = (E303.at("Calon", jumlah=1, calon_min=2),)
    screen, _ = opened(village)
    assert screen.general.text().startswith("E303 · Calon yang ditetapkan baru 1;")
    assert screen.general.isVisible()


def test_an_applicant_is_registered_with_a_photo(opened: Opened, qtbot: QtBot) -> None:
    village = Village(BAKAL)
    screen, ask = opened(village, TYPED, "foto.jpg")
    with qtbot.waitSignal(screen.job.finished):
        qtbot.mouseClick(screen.register_button, LEFT)
    assert village.done == [("Calon Rekaan 9", Path("foto.jpg"))]
    assert ask.asked == ["Daftarkan calon", "Pilih pasfoto Calon Rekaan 9"]
    assert screen.table.currentIndex().row() == 1


def test_the_photo_may_come_later(opened: Opened, qtbot: QtBot) -> None:
    village = Village(BAKAL)
    screen, _ = opened(village, TYPED, None)
    with qtbot.waitSignal(screen.job.finished):
        qtbot.mouseClick(screen.register_button, LEFT)
    assert village.done == [("Calon Rekaan 9", None)]


def test_a_broken_photo_is_said(opened: Opened, qtbot: QtBot) -> None:
    def refuse(answers: Answers, path: Path | None) -> Calon:
        raise ImageError("Foto ini rusak atau tidak lengkap.", "Pilih foto lain.")

    screen, _ = opened(Village(BAKAL), TYPED, "foto.jpg")
    screen._acts = replace(screen._acts, register=refuse)
    with qtbot.waitSignal(screen.job.failed):
        qtbot.mouseClick(screen.register_button, LEFT)
    assert "Foto ini rusak" in screen.banner.accessibleName()


def test_an_application_is_corrected_with_a_reason(opened: Opened, qtbot: QtBot) -> None:
    village = Village(BAKAL)
    screen, _ = opened(village, {"alasan": "Salah tanggal lahir"}, None)
    with qtbot.waitSignal(screen.job.finished):
        qtbot.mouseClick(screen.detail.correct, LEFT)
    assert village.done == [(1, "Salah tanggal lahir", None)]


def test_an_applicant_is_confirmed_after_a_question(opened: Opened, qtbot: QtBot) -> None:
    village = Village(BAKAL)
    screen, _ = opened(village, YES)
    qtbot.mouseClick(screen.detail.confirm, LEFT)
    assert village.done == [("tetapkan", 1)]


def test_a_refused_confirmation_is_said(opened: Opened, qtbot: QtBot) -> None:
    def refuse(number: int) -> Calon:
        raise StateError("E301: berusia 21 tahun.", "Periksa akta.")

    screen, _ = opened(Village(BAKAL), YES)
    screen._acts = replace(screen._acts, confirm=refuse)
    qtbot.mouseClick(screen.detail.confirm, LEFT)
    assert "E301: berusia 21 tahun." in screen.banner.accessibleName()


def test_an_applicant_is_turned_down_with_a_reason(opened: Opened, qtbot: QtBot) -> None:
    village = Village(BAKAL)
    screen, _ = opened(village, "Ijazah tidak sah")
    qtbot.mouseClick(screen.detail.reject, LEFT)
    assert village.done == [("Ijazah tidak sah", 1)]


def test_the_drawn_order_is_picked_shown_and_entered(opened: Opened, qtbot: QtBot) -> None:
    village = Village(CONFIRMED, CONFIRMED)
    screen, ask = opened(village, picked(2, 1), YES)
    qtbot.mouseClick(screen.draw_button, LEFT)
    assert village.done == [[2, 1]]
    assert ask.asked == ["Undi nomor urut", "Catat nomor urut"]
    assert screen._drawn.isVisible()
    assert not screen.draw_button.isVisible()
    assert not screen.detail._buttons.isVisible()


def test_an_order_that_cannot_be_is_marked_at_its_numbers(opened: Opened) -> None:
    screen, _ = opened(Village(CONFIRMED, CONFIRMED))
    twice = "Calon ini dipilih dua kali."
    assert screen._draw_faults(picked(2, 2)) == {"1": twice, "2": twice}
    assert screen._draw_faults({"1": named(make_calon(1)), "2": "Pilih calon"}) == {
        "2": "Pilih calonnya."
    }


def test_too_few_confirmed_stop_the_draw_before_it(opened: Opened, qtbot: QtBot) -> None:
    village = Village(CONFIRMED)
    village.general = (E303.at("Calon", jumlah=1, calon_min=2),)
    screen, ask = opened(village)
    qtbot.mouseClick(screen.draw_button, LEFT)
    assert ask.asked == []
    assert "E303" in screen.banner.accessibleName()


def test_one_alone_is_entered_with_the_minutes_of_the_musyawarah(
    opened: Opened, qtbot: QtBot
) -> None:
    village = Village(CONFIRMED)
    screen, ask = opened(village, {"dasar": F14}, YES)
    qtbot.mouseClick(screen.draw_button, LEFT)
    assert village.done == [[1, F14]]
    assert ask.asked == ["Calon tunggal", "Catat nomor urut"]
    assert "melawan kolom kosong" in ask.forms[0].sentence


def test_one_alone_without_the_minutes_keeps_the_question_open(opened: Opened) -> None:
    screen, _ = opened(Village(CONFIRMED))
    assert screen._draw_faults({"dasar": ""}) == {
        "dasar": "Berita acara musyawarah calon tunggal (F-14) belum disebut. "
        "Tulis nomor dan tanggalnya seperti di kertas."
    }
    assert screen._draw_faults({"dasar": F14}) == {}


def test_a_role_without_the_right_decides_nothing(opened: Opened) -> None:
    village = Village(CONFIRMED, CONFIRMED)
    village.rights = frozenset()
    screen, _ = opened(village)
    assert not screen.register_button.isEnabled()
    assert not screen.draw_button.isEnabled()
    assert not screen.detail._buttons.isVisible()


def test_every_control_has_a_name_and_small_windows_suffice(opened: Opened) -> None:
    screen, _ = opened(Village(BAKAL, CONFIRMED))
    assert nameless(screen) == []
    screen.resize(847, 418)
    QApplication.processEvents()
    assert screen.minimumSizeHint().width() <= 847
    assert screen.minimumSizeHint().height() <= 418

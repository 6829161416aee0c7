"""Step 5's overview, driven by clicks and keys on a real encrypted election."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from pilkades_desk.app.wiring_penghitungan import make_penghitungan_acts
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.findings_list import FindingsList
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.penghitungan.forms import faults
from pilkades_desk.penghitungan.screen import PenghitunganPages, make_screen
from pilkades_desk.penghitungan.usecases import (
    read_form,
    read_form_versions,
    read_states,
    recap,
    start_entry,
)
from pilkades_desk.penghitungan.values import Tahap
from tests.answering import Answering
from tests.app.test_window_frame import nameless
from tests.makers import OPERATOR_1, OPERATOR_2
from tests.penghitungan.desks import (
    GOOD,
    Desks,
    close_form,
    type_form,
    type_twice,
)

WHY = "kertas dibetulkan KPPS"
WRONG = {**GOOD, "sisa": 95}
RINI = {"akun": OPERATOR_1.nama, "sandi": OPERATOR_1.sandi}
YANTO = {"akun": OPERATOR_2.nama, "sandi": OPERATOR_2.sandi}
LONG = 20_000
YES, NO = True, False


class Watched:
    """The page with its answers, and who sat down at it."""

    def __init__(self, qtbot: QtBot, meja: Meja, *answers: object) -> None:
        self.qtbot = qtbot
        self.seated: list[Meja] = []
        self.ask = Answering(*answers)
        acts = make_penghitungan_acts(meja, self.seated.append)
        self.pages: PenghitunganPages = make_screen(acts, self.ask)
        self.overview = self.pages.overview
        qtbot.addWidget(self.pages)
        self.pages.resize(840, 410)
        self.pages.show()

    def choose(self, unit: int) -> "Watched":
        self.overview.table.selectRow(unit - 1)
        return self

    def press(self, name: str) -> None:
        found = [w for w in self.pages.findChildren(QWidget) if w.accessibleName() == name]
        shown = next(w for w in found if w.isVisible())
        self.qtbot.mouseClick(shown, Qt.MouseButton.LeftButton)

    def row(self, unit: int) -> list[str]:
        model = self.overview.table.model()
        return [model.index(unit - 1, at).data() for at in range(model.columnCount())]

    @property
    def said(self) -> str:
        banner = self.overview.banner
        return banner.accessibleName() if banner.isVisible() else ""


def stage(desks: Desks, unit: int) -> Tahap:
    return read_states(desks.ketua)[unit - 1].tahap


def test_the_button_carries_the_deed_of_the_chosen_form(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    watched = Watched(qtbot, desks.ketua).choose(unit)
    assert watched.overview.deed.text() == "Mulai entri 1"
    type_twice(desks, unit)
    watched.overview.reload()
    assert watched.overview.deed.text() == "Finalkan"


def test_enter_on_a_row_opens_the_form_and_closing_comes_back(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    watched = Watched(qtbot, desks.rini).choose(unit)
    qtbot.keyClick(watched.overview.table, Qt.Key.Key_Return)
    assert watched.pages.currentWidget() is watched.pages.entry
    watched.press("Tutup")
    assert watched.pages.currentWidget() is watched.overview
    assert watched.overview.deed.text() == "Teruskan entri 1"


def test_the_second_entry_is_not_offered_to_the_first_typist(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    type_form(desks.rini, unit)
    watched = Watched(qtbot, desks.rini).choose(unit)
    assert not watched.overview.deed.isVisible()
    assert "Entri 2 oleh orang lain" in watched.row(unit)
    qtbot.keyClick(watched.overview.table, Qt.Key.Key_Return)
    assert watched.pages.currentWidget() is watched.overview


def test_a_running_entry_is_continued_by_its_typist_alone(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    start_entry(desks.rini, unit)
    watched = Watched(qtbot, desks.yanto).choose(unit)
    assert not watched.overview.deed.isVisible()
    assert "Diteruskan pengetiknya" in watched.row(unit)


def test_two_people_type_one_after_the_other_on_one_laptop(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    type_form(desks.rini, unit)
    watched = Watched(qtbot, desks.rini, YANTO).choose(unit)
    watched.press("Ganti pengetik")
    qtbot.waitUntil(lambda: bool(watched.seated), timeout=LONG)
    assert watched.overview._who.text() == f"Pengetik: {OPERATOR_2.nama_lengkap}"
    watched.press("Mulai entri 2")
    assert watched.pages.entry._title.text() == f"TPS {unit} · Entri 2"
    assert watched.pages.entry._who.text() == f"Pengetik: {OPERATOR_2.nama_lengkap}"


def test_a_wrong_password_leaves_the_person_who_sits_there(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    watched = Watched(qtbot, desks.rini, {**YANTO, "sandi": "bukan sandi ini"}).choose(unit)
    watched.press("Ganti pengetik")
    qtbot.waitUntil(lambda: bool(watched.said), timeout=LONG)
    assert watched.seated == []
    assert watched.overview._who.text() == f"Pengetik: {OPERATOR_1.nama_lengkap}"


def test_nobody_changes_seats_with_themselves(qtbot: QtBot, desks: Desks) -> None:
    watched = Watched(qtbot, desks.rini, None)
    watched.press("Ganti pengetik")
    assert watched.ask.forms[0].boxes[0].choices == ("ketua", OPERATOR_2.nama)


def test_after_typing_the_page_says_what_comes_next(qtbot: QtBot, desks: Desks, unit: int) -> None:
    watched = Watched(qtbot, desks.rini).choose(unit)
    watched.press("Mulai entri 1")
    for isian, nilai in GOOD.items():
        watched.pages.entry.rows[isian].box.setText(str(nilai))
    watched.press("Selesai mengetik")
    assert f"TPS {unit}: Menunggu entri 2. Entri kedua diketik orang lain" in watched.said


def test_the_ketua_answers_for_every_error_of_the_paper(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    type_form(desks.rini, unit, {**WRONG, "digunakan": 665})
    reasons = ("satu lembar terbawa pulang",) * 2
    watched = Watched(qtbot, desks.ketua, YES, *reasons).choose(unit)
    watched.press("Jelaskan galat")
    listed = watched.overview.galat.findChild(FindingsList)
    assert listed.model().rowCount(QModelIndex()) == 3
    watched.press("Kertas memang begini")
    assert [title[:4] for title in watched.ask.asked[1:]] == ["E506", "E508"]
    assert stage(desks, unit) is Tahap.ENTRI_1_SELESAI


def test_a_reason_not_given_leaves_the_errors_open(qtbot: QtBot, desks: Desks, unit: int) -> None:
    type_form(desks.rini, unit, WRONG)
    watched = Watched(qtbot, desks.ketua, YES, None).choose(unit)
    watched.press("Jelaskan galat")
    watched.press("Kertas memang begini")
    assert stage(desks, unit) is Tahap.ENTRI_1_GALAT


def test_nobody_sees_a_figure_by_accident(qtbot: QtBot, desks: Desks, unit: int) -> None:
    type_form(desks.rini, unit, WRONG)
    watched = Watched(qtbot, desks.ketua, NO).choose(unit)
    watched.press("Jelaskan galat")
    assert not watched.overview.galat.isVisible()


def test_figures_of_errors_are_not_shown_to_an_operator(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    type_form(desks.rini, unit, {**WRONG, "sisa": 4711})
    watched = Watched(qtbot, desks.yanto).choose(unit)
    assert not watched.overview.deed.isVisible()
    assert not watched.overview.card.back.isVisible()
    words = " ".join(label.text() for label in watched.pages.findChildren(QLabel))
    assert "4711" not in words
    assert "E506" in words


def test_the_first_typist_may_return_to_the_paper(qtbot: QtBot, desks: Desks, unit: int) -> None:
    type_form(desks.rini, unit, WRONG)
    watched = Watched(qtbot, desks.rini).choose(unit)
    watched.press("Kembali ke kertas")
    assert watched.pages.entry.rows["sisa"].box.text() == "95"
    assert stage(desks, unit) is Tahap.ENTRI_1


def test_differing_boxes_are_opened_blank(qtbot: QtBot, desks: Desks, unit: int) -> None:
    type_form(desks.rini, unit)
    type_form(desks.yanto, unit, {**GOOD, "sisa": 97})
    watched = Watched(qtbot, desks.rini).choose(unit)
    watched.press("Ketik ulang 1 isian")
    assert [row.box.text() for row in watched.pages.entry.rows.values()] == [""]


def test_a_second_person_and_their_password_close_the_form(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    type_twice(desks, unit)
    watched = Watched(qtbot, desks.ketua, RINI).choose(unit)
    watched.press("Finalkan")
    qtbot.waitUntil(lambda: stage(desks, unit) is Tahap.FINAL, timeout=LONG)
    assert set(read_form(desks.ketua, unit).penyetuju) == {desks.ketua.akun.id, desks.rini.akun.id}
    assert "suara sah 660" in watched.ask.forms[0].sentence
    qtbot.waitUntil(lambda: f"TPS {unit}: FINAL." in watched.said)
    assert not watched.overview.deed.isVisible()


def test_an_operator_is_not_offered_to_close_or_start_over(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    type_twice(desks, unit)
    watched = Watched(qtbot, desks.rini).choose(unit)
    assert not watched.overview.deed.isVisible()
    assert not watched.overview.card.reset.isVisible()


def test_two_people_take_a_final_form_back_with_a_reason(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    type_twice(desks, unit)
    final = close_form(desks, unit)
    watched = Watched(qtbot, desks.ketua, YES, {**RINI, "alasan": WHY}).choose(unit)
    watched.press("Tarik formulir final")
    qtbot.waitUntil(lambda: stage(desks, unit) is Tahap.KOSONG, timeout=LONG)
    qtbot.waitUntil(lambda: "Formulir final ditarik." in watched.said)
    assert watched.ask.asked == [f"Tarik formulir TPS {unit}?", f"Tarik formulir TPS {unit}"]
    assert final in read_form_versions(desks.ketua)
    assert not watched.overview.card.withdraw.isVisible()


@pytest.mark.parametrize("answers", [(NO,), (YES, None)])
def test_a_change_of_mind_leaves_the_form_final(
    qtbot: QtBot, desks: Desks, unit: int, answers: tuple[object, ...]
) -> None:
    type_twice(desks, unit)
    close_form(desks, unit)
    Watched(qtbot, desks.ketua, *answers).choose(unit).press("Tarik formulir final")
    assert stage(desks, unit) is Tahap.FINAL


def test_a_wrong_second_password_leaves_the_form_final(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    type_twice(desks, unit)
    close_form(desks, unit)
    wrong = {**RINI, "sandi": "bukan sandi ini", "alasan": WHY}
    watched = Watched(qtbot, desks.ketua, YES, wrong).choose(unit)
    watched.press("Tarik formulir final")
    qtbot.waitUntil(lambda: bool(watched.said), timeout=LONG)
    assert stage(desks, unit) is Tahap.FINAL


def test_an_operator_is_not_offered_to_take_a_form_back(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    type_twice(desks, unit)
    close_form(desks, unit)
    assert not Watched(qtbot, desks.rini).choose(unit).overview.card.withdraw.isVisible()


def test_a_form_about_a_second_person_stays_open_until_it_is_filled() -> None:
    empty = {"akun": "", "sandi": "", "alasan": "salah"}
    assert set(faults(empty)) == set(empty)
    assert faults({"akun": "operator1", "sandi": "s", "alasan": WHY}) == {}
    assert set(faults({"akun": "operator1", "sandi": ""})) == {"sandi"}


def test_starting_over_needs_a_reason(qtbot: QtBot, desks: Desks, unit: int) -> None:
    type_form(desks.rini, unit)
    watched = Watched(qtbot, desks.ketua, None, "kertas tertukar").choose(unit)
    watched.press("Atur ulang entri")
    assert stage(desks, unit) is Tahap.ENTRI_1_SELESAI
    watched.press("Atur ulang entri")
    assert stage(desks, unit) is Tahap.KOSONG


def test_the_recap_is_provisional_until_the_last_unit(
    qtbot: QtBot, desks: Desks, unit: int
) -> None:
    type_twice(desks, unit)
    close_form(desks, unit)
    watched = Watched(qtbot, desks.rini)
    watched.overview.tabs.open_view(watched.overview._rekap_view)
    assert watched.overview.papan._chip.text() == "SEMENTARA"
    votes = recap(desks.ketua).jumlah.suara[0]
    assert f": {angka(votes)} suara" in watched.overview.papan.chart.accessibleDescription()
    assert not watched.overview.deed.isVisible()


def test_every_control_has_a_name_and_fits(qtbot: QtBot, desks: Desks, unit: int) -> None:
    type_form(desks.rini, unit, WRONG)
    watched = Watched(qtbot, desks.ketua, YES).choose(unit)
    watched.press("Jelaskan galat")
    assert nameless(watched.pages) == []
    assert watched.pages.minimumSizeHint().width() <= 840
    assert watched.pages.minimumSizeHint().height() <= 410

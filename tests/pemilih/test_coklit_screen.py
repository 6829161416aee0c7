"""The tab of coklit sheets: keyed by number and letter, saved at once."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pilkades_desk.core.errors import StateError
from pilkades_desk.core.progress import quiet
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.widgets import column
from pilkades_desk.pemilih.bagian.values import Cakupan
from pilkades_desk.pemilih.coklit.screen import CoklitActs, CoklitPanel
from pilkades_desk.pemilih.coklit.table_model import coklit_model
from pilkades_desk.pemilih.coklit.values import (
    BarisCoklit,
    HasilCoklit,
    HasilSimpan,
    IsianLembar,
    JawabanCoklit,
    Konsep,
    LembarCoklit,
)
from pilkades_desk.pemilih.values import AlasanCoret, Isian
from tests.answering import Answering
from tests.control_names import nameless
from tests.pemilih.bagian_makers import AT
from tests.pemilih.samples import printout, tersamar

WHO = {"petugas": "Yanto Uji"}
CHANGE = {"rt": "4", "bukti": "KK asli"}
STRIKE = {"alasan": "meninggal", "bukti": "akta 12/2026"}
NEW = {
    "nik": "3399015205900099", "kk": "3399010101150099", "nama": "WARGA BARU",
    "tanggal lahir": "12-05-1990", "jenis kelamin": "P", "status perkawinan": "S",
}  # fmt: skip


class Office:
    """Keeps sheets in memory and remembers what was saved."""

    def __init__(self, lines: int = 4) -> None:
        self.rights = True
        self.fault: StateError | None = None
        self.done: list[object] = []
        self.typed: dict[int, Konsep] = {}
        self.sheets = [self.sheet(1, lines)]
        self.lines = tuple(
            BarisCoklit(n, tersamar(n, nama=f"PEMILIH {n}")) for n in range(1, lines + 1)
        )

    def acts(self) -> CoklitActs:
        return CoklitActs(
            may=lambda: self.rights,
            may_print=lambda: self.rights,
            today=lambda: date(2026, 12, 3),
            list=lambda: tuple(self.sheets),
            read=lambda _number: self.lines,
            make=self.make,
            make_every=self.make_every,
            typed=lambda number: self.typed.get(number, Konsep()),
            keep=self.keep,
            save=self.save,
            print=lambda number, _progress: (printout(f"Lembar {number}"),),
        )

    def keep(self, number: int, konsep: Konsep) -> None:
        self._fail()
        old = self.typed.get(number, Konsep())
        jawaban = {one.no: one for one in (*old.jawaban, *konsep.jawaban)}
        self.typed[number] = Konsep(jawaban=tuple(jawaban.values()), baru=(*old.baru, *konsep.baru))
        at = [one.nomor for one in self.sheets].index(number)
        self.sheets[at] = self.sheets[at].model_copy(update={"diketik": len(jawaban)})

    def make_every(self) -> tuple[LembarCoklit, ...]:
        return (self.make(Cakupan(rt=8)), self.make(Cakupan(rt=9)))

    @staticmethod
    def sheet(number: int, lines: int) -> LembarCoklit:
        area = Cakupan(rw=1, rt=number)
        return LembarCoklit(nomor=number, cakupan=area, dibuat=AT, jumlah=lines)

    def make(self, area: Cakupan) -> LembarCoklit:
        self._fail()
        self.done.append(area)
        self.sheets.append(self.sheet(len(self.sheets) + 1, 4))
        return self.sheets[-1]

    def save(self, number: int, isian: IsianLembar) -> HasilSimpan:
        self._fail()
        self.done.append((number, isian))
        self.typed.pop(number)
        said = {one.no: one.hasil for one in isian.jawaban}
        self.lines = tuple(
            BarisCoklit(one.no, one.pemilih, one.hasil or said.get(one.no)) for one in self.lines
        )
        return HasilSimpan(2, 1, 1, len(isian.baru))

    def _fail(self) -> None:
        if self.fault:
            raise self.fault


class Holder(QWidget):
    """The tab with the banner it speaks through."""

    def __init__(self, office: Office, ask: Answering) -> None:
        super().__init__()
        self.banner = Banner()
        self.panel = CoklitPanel(office.acts(), ask, self.banner)
        self.setLayout(column(self.banner, self.panel))


def opened(qtbot: QtBot, office: Office, *answers: object, locked: bool = False) -> Holder:
    holder = Holder(office, Answering(*answers))
    qtbot.addWidget(holder)
    holder.resize(1000, 520)
    holder.show()
    holder.panel.reload(locked=locked)
    return holder


def key(qtbot: QtBot, holder: Holder, *entries: str) -> None:
    for entry in entries:
        qtbot.keyClicks(holder.panel.entry, entry)


def shown(holder: Holder, column_: int) -> list[str]:
    model = holder.panel._model
    return [str(model.index(n, column_).data()) for n in range(model.rowCount())]


@pytest.mark.syarat("S-253")
def test_a_sheet_is_keyed_by_number_and_letter_and_saved_at_once(qtbot: QtBot) -> None:
    office = Office()
    holder = opened(qtbot, office, CHANGE, STRIKE, NEW, WHO)
    key(qtbot, holder, "1s", "2U", "3 t")
    assert shown(holder, 4) == ["terisi", "terisi", "terisi", "belum"]
    assert shown(holder, 5) == ["sesuai", "ubah data: rt", "TMS: meninggal", "–"]
    assert holder.panel.table.currentIndex().row() == 2
    holder.panel.newcomer.click()
    assert holder.panel.count.text() == "3 terisi, 1 belum, 1 warga baru"
    with qtbot.waitSignal(holder.panel.changed):
        holder.panel.save.click()
    [(number, isian)] = office.done
    assert (number, isian.petugas, isian.tanggal) == (1, "Yanto Uji", date(2026, 12, 3))
    assert isian.jawaban == (
        JawabanCoklit(no=1, hasil=HasilCoklit.SESUAI),
        JawabanCoklit(no=2, hasil=HasilCoklit.UBAH, ubah={Isian.RT: "4"}, bukti="KK asli"),
        JawabanCoklit(
            no=3, hasil=HasilCoklit.DICORET, alasan=AlasanCoret.MENINGGAL, bukti="akta 12/2026"
        ),
    )
    assert isian.baru[0].isian[Isian.RW] == "1", "where the sheet is"
    holder.panel.reload(locked=False)
    assert shown(holder, 4) == ["disimpan", "disimpan", "disimpan", "belum"]


def test_the_rest_is_taken_as_said_after_a_yes(qtbot: QtBot) -> None:
    holder = opened(qtbot, Office(), STRIKE, "", "ya")
    key(qtbot, holder, "3t")
    holder.panel.rest.click()
    assert shown(holder, 4).count("belum") == 3
    holder.panel.rest.click()
    assert shown(holder, 5) == ["sesuai", "sesuai", "TMS: meninggal", "sesuai"]
    assert not holder.panel.rest.isEnabled()


def test_a_number_that_is_not_there_or_saved_before_is_said(qtbot: QtBot) -> None:
    office = Office(2)
    office.lines = (BarisCoklit(1, tersamar(1), HasilCoklit.SESUAI), *office.lines[1:])
    holder = opened(qtbot, office)
    key(qtbot, holder, "9s")
    assert "Nomor 9 tidak ada" in holder.banner.accessibleName()
    key(qtbot, holder, "1t")
    assert "Nomor 1 sudah disimpan: sesuai" in holder.banner.accessibleName()
    assert holder.panel.entry.text() == ""


def test_a_change_of_mind_leaves_the_line_open(qtbot: QtBot) -> None:
    holder = opened(qtbot, Office(), None, None, None, None)
    key(qtbot, holder, "1u", "2t")
    holder.panel.newcomer.click()
    holder.panel.make.click()
    assert shown(holder, 4) == ["belum"] * 4
    assert not holder.panel.save.isEnabled()


def test_what_is_wrong_is_said_and_what_was_typed_stays(qtbot: QtBot) -> None:
    office = Office()
    holder = opened(qtbot, office, WHO, None)
    key(qtbot, holder, "1s")
    office.fault = StateError("Nomor 1: salah.", "Cocokkan kertas.")
    holder.panel.save.click()
    assert holder.banner.accessibleName() == "Tidak berhasil: Nomor 1: salah. Cocokkan kertas."
    holder.panel.save.click()
    assert shown(holder, 4)[0] == "terisi"
    office.fault = StateError("DPT sudah dikunci.", "Buka kuncinya.")
    key(qtbot, holder, "2s")
    assert shown(holder, 4)[:2] == ["terisi", "belum"], "what could not be kept is not shown as if"


@pytest.mark.syarat("S-340")
def test_what_was_typed_is_there_again_after_the_screen_was_locked(qtbot: QtBot) -> None:
    office = Office()
    office.sheets.append(office.sheet(2, 4))
    holder = opened(qtbot, office, CHANGE, NEW)
    holder.panel.sheet.setCurrentIndex(0)
    holder.panel.sheet.activated.emit(0)
    key(qtbot, holder, "1s", "2u")
    holder.panel.newcomer.click()
    holder.panel.sheet.setCurrentIndex(1)
    holder.panel.sheet.activated.emit(1)
    assert holder.panel.count.text() == "0 terisi, 4 belum", "of the other sheet nothing was typed"
    again = opened(qtbot, office, WHO)
    assert again.panel.sheet.currentText().endswith("(0/4, 2 belum disimpan)")
    assert shown(again, 5) == ["sesuai", "ubah data: rt", "–", "–"]
    assert again.panel.count.text() == "2 terisi, 2 belum, 1 warga baru"
    again.panel.save.click()
    [(number, isian)] = office.done
    assert (number, len(isian.jawaban), len(isian.baru)) == (1, 2, 1)


def test_a_sheet_is_made_for_one_rt_and_opened(qtbot: QtBot) -> None:
    office = Office()
    none = {"rw": "", "rt": "", "dusun": ""}
    holder = opened(qtbot, office, {"rw": "1", "rt": "2"}, none, {"rw": "1", "rt": "3"})
    holder.panel.make.click()
    assert office.done == [Cakupan(rw=1, rt=2)]
    assert holder.panel.sheet.currentText() == "Lembar 2: RW 001, RT 002 (0/4)"
    with qtbot.waitSignal(holder.panel.print_requested) as asked:
        holder.panel.print.click()
    [drawn] = asked.args[0](quiet)
    assert drawn.title == "Lembar 2"
    holder.panel.make.click()
    assert holder.banner.accessibleName().startswith("Berhasil: Lembar 3 sampai 4 dibuat: 8 baris.")
    assert holder.panel.sheet.currentText() == "Lembar 3: RW 001, RT 003 (0/4)"
    office.fault = StateError("Tidak ada pemilih di daerah ini.", "Pilih RT yang lain.")
    holder.panel.make.click()
    assert "Tidak ada pemilih" in holder.banner.accessibleName()
    holder.panel.sheet.setCurrentIndex(0)
    holder.panel.sheet.activated.emit(0)
    assert holder.panel.entry.isEnabled()


@pytest.mark.parametrize("change", ["locked", "no right"])
def test_a_locked_list_and_a_role_without_the_right_only_look(qtbot: QtBot, change: str) -> None:
    office = Office()
    office.rights = change != "no right"
    holder = opened(qtbot, office, locked=change == "locked")
    panel = holder.panel
    assert not any(
        each.isEnabled() for each in (panel.make, panel.entry, panel.newcomer, panel.rest)
    )
    assert panel.print.isEnabled() == (change == "locked")
    assert shown(holder, 1)[0] == "PEMILIH 1"


def test_without_a_sheet_it_says_what_to_do(qtbot: QtBot) -> None:
    office = Office()
    office.sheets, office.lines = [], ()
    holder = opened(qtbot, office)
    assert holder.panel.nothing.isVisible()
    assert not holder.panel.sheet.isEnabled()


def test_boxes_that_must_be_filled_are_named() -> None:
    from pilkades_desk.pemilih.coklit import forms

    blank = dict.fromkeys([*(isian.value for isian in Isian), "bukti", "petugas"], "")
    assert set(forms.check_newcomer(blank)) == {
        "nik", "kk", "nama", "tanggal lahir", "jenis kelamin", "status perkawinan",
    }  # fmt: skip
    assert set(forms.check_change(blank)) == {"nik"}
    assert set(forms.check_strike({"bukti": "ya"})) == {"bukti"}
    assert set(forms.check_area({"rw": "", "rt": "1000", "dusun": "x" * 101})) == {
        "rw", "rt", "dusun",
    }  # fmt: skip
    assert set(forms.check_save(blank)) == {"petugas"}
    empty = {"rw": "", "rt": "", "dusun": " "}
    assert (forms.check_area(empty), forms.area_of(empty)) == ({}, None)
    assert forms.area_of({"rw": "1", "rt": "2", "dusun": " Krajan "}) == Cakupan(
        dusun="Krajan", rw=1, rt=2
    )


def test_every_control_has_a_name_and_the_model_is_sound(qtbot: QtBot, qtmodeltester) -> None:  # type: ignore[no-untyped-def]  # pytest-qt's own
    holder = opened(qtbot, Office())
    assert nameless(holder) == []
    assert holder.panel.table.model().headerData(1, Qt.Orientation.Horizontal) == "Nama"
    qtmodeltester.check(coklit_model(holder))

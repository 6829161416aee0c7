"""Step 4's page, driven by clicks and keys; the use cases are played by `Village`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pilkades_desk.app.wiring_tps import make_tps_acts
from pilkades_desk.core.errors import RightsError, StateError
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.findings_list import FindingsList
from pilkades_desk.kits.qt.print_page import Printout
from pilkades_desk.tps import findings
from pilkades_desk.tps.screen import TpsActs, TpsScreen, make_screen
from pilkades_desk.tps.usecases import read_status
from pilkades_desk.tps.values import Daftar, ModelUnit, Rencana, StatusTps, UnitHitung
from tests.answering import Answering
from tests.app.test_window_frame import nameless
from tests.pemilih.samples import printout
from tests.tps.makers import make_unit
from tests.tps.test_usecases import open_desks

YES, NO = True, False
W412 = findings.W412.at("TPS 1", nama="TPS 1", dpt=20, batas=30, usul="")


@dataclass
class Village:
    """A village whose DPT of 120 is locked."""

    units: tuple[UnitHitung, ...] = ()
    locked: bool = False
    found: tuple[Finding, ...] = ()
    planned: list[tuple[int, list[str]]] = field(default_factory=list)
    refuse: Exception | None = None
    printed: list[tuple[Daftar, tuple[int, ...]]] = field(default_factory=list)
    may_print: bool = True

    def read_status(self) -> StatusTps:
        if isinstance(self.refuse, StateError):
            raise self.refuse
        rencana = Rencana(
            versi=1, model=ModelUnit.BANYAK_TPS, segel="0" * 64, dibuat="", terkunci=self.locked
        )
        return StatusTps(
            rencana=rencana if self.units else None, units=self.units, pemilih=120, usul=2
        )

    def plan_units(self, jumlah: int, lokasi: Sequence[str]) -> None:
        self.planned.append((jumlah, list(lokasi)))
        self.units = tuple(make_unit(n, 120 // jumlah) for n in range(1, jumlah + 1))

    def lock_units(self) -> None:
        if self.refuse:
            raise self.refuse
        self.locked = True

    def print_lists(
        self, daftar: Daftar, units: Sequence[int], progress: Progress
    ) -> tuple[Printout, ...]:
        self.printed.append((daftar, tuple(units)))
        return tuple(printout(f"{daftar} {n}") for n in units or (1, 2))

    def acts(self) -> TpsActs:
        return TpsActs(
            self.read_status,
            self.plan_units,
            self.lock_units,
            lambda: self.found,
            lambda _n: (),
            self.print_lists,
            lambda _name: None,
            may_print=self.may_print,
        )


Show = Callable[..., TpsScreen]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def made(village: Village, *answers: object, size: tuple[int, int] = (840, 410)) -> TpsScreen:
        screen = make_screen(village.acts(), Answering(*answers))
        qtbot.addWidget(screen)
        screen.resize(*size)
        screen.show()
        return screen

    return made


def press(qtbot: QtBot, screen: QWidget, name: str) -> None:
    buttons = [w for w in screen.findChildren(QWidget) if w.accessibleName() == name]
    qtbot.mouseClick(next(w for w in buttons if w.isVisible()), Qt.MouseButton.LeftButton)


def two_units() -> tuple[UnitHitung, ...]:
    return (make_unit(1, 20), make_unit(2, 100))


def test_before_the_split_the_page_offers_it(qtbot: QtBot, show: Show) -> None:
    village = Village()
    screen = show(village, {"jumlah": "3", "lokasi": "Balai Desa; SD 1"})
    press(qtbot, screen, "Bagi DPT")
    qtbot.waitUntil(lambda: screen._model.rowCount() == 4)
    assert village.planned == [(3, ["Balai Desa", "SD 1"])]


def test_the_form_suggests_how_many_and_may_be_left(qtbot: QtBot, show: Show) -> None:
    village = Village()
    screen = show(village, None)
    press(qtbot, screen, "Bagi DPT")
    assert screen._ask.forms[0].boxes[0].value == "2"
    assert village.planned == []


def test_no_units_at_all_is_refused_in_the_form(qtbot: QtBot, show: Show) -> None:
    screen = show(Village(), None)
    press(qtbot, screen, "Bagi DPT")
    check = screen._ask.checks[0]
    assert list(check({"jumlah": "0", "lokasi": ""})) == ["jumlah"]
    assert check({"jumlah": "1", "lokasi": ""}) == {}


def test_findings_come_with_the_units(qtbot: QtBot, show: Show) -> None:
    screen = show(Village(two_units(), found=(W412,)))
    listed = screen.findChild(FindingsList)
    qtbot.waitUntil(lambda: listed.model().rowCount() == 1)
    assert screen._tabs.bar.tabText(0) == "Temuan (1)"


def test_locking_asks_first_and_then_holds_both_buttons(qtbot: QtBot, show: Show) -> None:
    village = Village(two_units())
    screen = show(village, YES)
    press(qtbot, screen, "Kunci pembagian")
    qtbot.waitUntil(lambda: screen._state.text() == "TERKUNCI")
    assert not screen._share.isEnabled()
    assert not screen._lock.isEnabled()


def test_a_no_locks_nothing(qtbot: QtBot, show: Show) -> None:
    village = Village(two_units())
    press(qtbot, show(village, NO), "Kunci pembagian")
    assert not village.locked


def test_a_refusal_is_said_with_its_hint(qtbot: QtBot, show: Show) -> None:
    screen = show(Village(two_units(), refuse=RightsError("Hanya ketua.", "Panggil ketua.")), YES)
    press(qtbot, screen, "Kunci pembagian")
    qtbot.waitUntil(screen.banner.isVisible)
    assert screen.banner.accessibleName() == "Tidak berhasil: Hanya ketua. Panggil ketua."


def test_without_a_locked_dpt_the_page_says_so(show: Show) -> None:
    screen = show(Village(refuse=StateError("DPT belum dikunci.", "Kunci DPT dahulu.")))
    assert "DPT belum dikunci." in screen.banner.accessibleName()


def test_arrow_down_shows_the_voters_of_the_next_unit(qtbot: QtBot, show: Show) -> None:
    screen = show(Village(two_units()))
    screen.table.setFocus()
    screen.table.selectRow(0)
    qtbot.keyClick(screen.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: screen._tabs.bar.tabText(1) == "Pemilih TPS 2")
    assert screen._tabs.currentWidget() is screen._list


def test_a_unit_is_chosen_to_print_and_shown(qtbot: QtBot, show: Show) -> None:
    village = Village(two_units(), locked=True)
    screen = show(village, {"daftar": Daftar.UNDANGAN})
    screen.table.selectRow(1)
    press(qtbot, screen, "Cetak")
    qtbot.waitUntil(screen.printing.isVisible)
    assert village.printed == [(Daftar.UNDANGAN, (2,))]
    press(qtbot, screen, "Kembali")
    assert screen.table.isVisible()


def test_all_units_are_printed_turned_over_and_saved(
    qtbot: QtBot, show: Show, tmp_path: Path
) -> None:
    village = Village(two_units(), locked=True)
    screen = show(village, {"daftar": Daftar.HADIR, "unit": "Semua TPS"}, tmp_path)
    press(qtbot, screen, "Cetak")
    qtbot.waitUntil(screen.printing.isVisible)
    screen.printing.choice.setCurrentIndex(1)
    press(qtbot, screen, "Simpan semua")
    assert len(list(tmp_path.glob("*.pdf"))) == 2
    assert "2 daftar tersimpan." in screen.banner.accessibleName()


def test_before_the_lock_nothing_can_be_printed(show: Show) -> None:
    assert not show(Village(two_units()))._print.isVisible()


def test_whoever_may_not_print_sees_a_sleeping_button(show: Show) -> None:
    assert not show(Village(two_units(), locked=True, may_print=False))._print.isEnabled()


@pytest.mark.parametrize("size", [(1025, 510), (840, 410)])
def test_every_control_has_a_name_and_fits(show: Show, size: tuple[int, int]) -> None:
    screen = show(Village(two_units()), size=size)
    assert nameless(screen) == []
    assert screen.minimumSizeHint().width() <= size[0]
    assert screen.minimumSizeHint().height() <= size[1]


def test_a_real_dpt_is_shared_out_checked_looked_at_and_locked(
    qtbot: QtBot, tmp_path: Path
) -> None:
    ketua, _ = open_desks(tmp_path)
    screen = make_screen(make_tps_acts(ketua), Answering({"jumlah": "4", "lokasi": ""}, YES))
    qtbot.addWidget(screen)
    screen.show()
    press(qtbot, screen, "Bagi DPT")
    qtbot.waitUntil(lambda: screen._tabs.bar.tabText(0) == "Temuan (1)")
    screen.table.selectRow(1)
    qtbot.waitUntil(lambda: screen._pemilih.rowCount() == 40)
    press(qtbot, screen, "Kunci pembagian")
    qtbot.waitUntil(lambda: screen._state.text() == "TERKUNCI")
    assert read_status(ketua).terkunci
    ketua.close()

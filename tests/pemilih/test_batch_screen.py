"""The tab of former imports: taken back with a reason, two held side by side."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pilkades_desk.core.clock import Zona
from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.batch.values import Batch, HasilTarik
from pilkades_desk.pemilih.findings import W255
from pilkades_desk.pemilih.impor import batch_forms as forms
from pilkades_desk.pemilih.impor.batch_screen import BatchPanel
from pilkades_desk.pemilih.impor.table_model import banding_model, batch_model
from pilkades_desk.pemilih.impor.values import Banding, HanyaDiSatu
from pilkades_desk.pemilih.screen import PemilihScreen, make_screen
from tests.answering import Answering
from tests.control_names import nameless
from tests.pemilih.samples import AT, DPS, Village

LEFT = Qt.MouseButton.LeftButton
WHY = {forms.REASON: "berkas desa lain"}
Opened = Callable[..., tuple[BatchPanel, PemilihScreen, Answering]]


def batch(number: int, name: str) -> Batch:
    return Batch(number, name, AT, "Sutrisno Uji", diterima=2, sudah_ada=1, ditolak=1)


def village(**figures: object) -> Village:
    made = Village(**figures)
    made.imports = (batch(1, "a.xlsx"), batch(2, "b.xlsx"))
    return made


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    def open_tab(village: Village, *answers: object) -> tuple[BatchPanel, PemilihScreen, Answering]:
        ask = Answering(*answers)
        screen = make_screen(village.acts(), ask)
        qtbot.addWidget(screen)
        screen.resize(1040, 560)
        screen.show()
        screen.tabs.open_view(screen.batches)
        return screen.batches, screen, ask

    return open_tab


@pytest.mark.syarat("S-268")
def test_every_import_is_a_line(opened: Opened) -> None:
    panel, screen, _ = opened(village())
    shown = [panel._model.index(0, column).data() for column in range(8)]
    assert shown == ["1", "a.xlsx", "07-09-2026 09.00 WIB", "Sutrisno Uji", "2", "1", "1",
                     "Berlaku"]  # fmt: skip
    assert screen.tabs.bar.tabText(3) == "Impor sebelumnya (2)"
    assert screen._count.text() == "2 impor"
    assert not screen.daftar.search.isVisible()


@pytest.mark.syarat("S-268")
@pytest.mark.parametrize(("choice", "paksa"), [(forms.KEEP, False), (forms.TAKE, True)])
def test_an_import_is_taken_back_with_a_reason(
    opened: Opened, qtbot: QtBot, choice: str, *, paksa: bool
) -> None:
    desa = village()
    panel, screen, ask = opened(desa, WHY | {forms.FORCE: choice})
    panel.table.selectRow(1)
    qtbot.mouseClick(panel.withdraw, LEFT)
    assert desa.done == [(2, "berkas desa lain", paksa)]
    assert "Impor b.xlsx ditarik: 2 pemilih dan 1 baris" in screen.banner.accessibleName()
    assert panel._model.index(1, 7).data() == "Ditarik"
    assert not panel.withdraw.isEnabled()
    assert screen._count.text() == "2 impor, 1 ditarik"
    assert set(ask.checks[-1]({forms.REASON: " x "})) == {forms.REASON}


def test_a_changed_mind_takes_nothing_back(opened: Opened, qtbot: QtBot) -> None:
    desa = village()
    panel, _, _ = opened(desa, None)
    qtbot.mouseClick(panel.withdraw, LEFT)
    assert desa.done == []


def test_a_refusal_is_said(opened: Opened, qtbot: QtBot) -> None:
    def refuse(*_asked: object, **_how: object) -> HasilTarik:
        raise StateError("Sudah diubah dengan tangan: SITI UJI.", "Tarik juga perubahannya.")

    desa = village()
    desa.withdraw = refuse  # type: ignore[method-assign]  # one that refuses
    panel, screen, _ = opened(desa, WHY)
    qtbot.mouseClick(panel.withdraw, LEFT)
    assert "SITI UJI" in screen.banner.accessibleName()


def test_what_to_do_after_taking_one_back_is_said() -> None:
    found = W255.at("b.xlsx", berkas="b.xlsx", jumlah=2)
    tone, _, hint = forms.withdrawn(batch(1, "a.xlsx"), HasilTarik(2, 0, (found,)))
    assert (tone, hint[:4]) == ("warn", "W255")


@pytest.mark.parametrize("case", ["after the dps", "no right", "none"])
def test_nothing_is_taken_back_when_it_may_not_be(opened: Opened, case: str) -> None:
    desa = village(dps=DPS) if case == "after the dps" else village()
    if case == "no right":
        desa.rights = frozenset(Aksi) - {Aksi.TARIK_BATCH}
    if case == "none":
        desa.imports = ()
    panel, _, _ = opened(desa)
    assert not panel.withdraw.isEnabled()
    assert panel.compare.isEnabled() is (case != "none")


def test_a_list_emptied_by_taking_imports_back_still_shows_them(opened: Opened) -> None:
    panel, screen, _ = opened(village(jumlah_l=0, jumlah_p=0, perlu_diperbaiki=0))
    assert panel.isVisible()
    assert not screen._empty.isVisible()


@pytest.mark.syarat("S-281")
def test_two_imports_are_held_side_by_side(opened: Opened, qtbot: QtBot) -> None:
    desa = village()
    desa.banding = Banding((HanyaDiSatu(2, "RINI", "339901**********", "Sheet1, baris 4"),), 7)
    panel, _, _ = opened(desa)
    assert [panel.other.itemText(n) for n in range(panel.other.count())] == ["2. b.xlsx"]
    assert not panel.people.isVisible()
    qtbot.mouseClick(panel.compare, LEFT)
    qtbot.waitUntil(panel.people.isVisible)
    assert panel._outcome.text() == "7 orang ada di keduanya; 1 hanya di salah satunya:"
    shown = [panel._people.index(0, column).data() for column in range(4)]
    assert shown == ["2. b.xlsx", "RINI", "339901**********", "Sheet1, baris 4"]
    desa.banding = Banding((), 7)
    qtbot.mouseClick(panel.compare, LEFT)
    qtbot.waitUntil(lambda: not panel.people.isVisible())
    assert "tidak ada yang hanya" in panel._outcome.text()


def test_every_control_has_a_name_and_the_tab_fits_a_magnified_screen(opened: Opened) -> None:
    _, screen, _ = opened(village())
    assert nameless(screen) == []
    screen.resize(847, 418)
    QApplication.processEvents()
    assert screen.minimumSizeHint().width() <= 847
    assert screen.minimumSizeHint().height() <= 418


def test_the_models_satisfy_qt(qtmodeltester: Any) -> None:
    imports, people = batch_model(Zona.WIB), banding_model()
    imports.show_values([batch(1, "a.xlsx")])
    people.show_values([("1. a.xlsx", HanyaDiSatu(1, "RINI", "12", "Sheet1, baris 4"))])
    qtmodeltester.check(imports)
    qtmodeltester.check(people)

"""A return side by side with the list: conflicts first, decided with a reason, then merged."""

from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pilkades_desk.core.errors import StateError
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.widgets import column
from pilkades_desk.pemilih.bagian.findings import E275, W272, W273
from pilkades_desk.pemilih.bagian.screen import KembaliActs, KembaliPanel
from pilkades_desk.pemilih.bagian.table_model import butir_model
from pilkades_desk.pemilih.bagian.values import (
    Bidang,
    Butir,
    Dasar,
    HasilGabung,
    Keputusan,
    Kunci,
    Pihak,
    Pratinjau,
)
from tests.answering import Answering
from tests.control_names import nameless
from tests.pemilih.bagian_makers import REASON

TAKEN = Butir(Kunci(1, Bidang.RT), "SITI", "1", "1", "9", REASON, bentrok=False)
CLASH = Butir(
    Kunci(2, Bidang.NAMA), "BUDI", "BUDI", "BUDI S.", "BUDY", Dasar("KTP-el", ""), bentrok=True
)
NEW = Butir(Kunci(0, None, 1), "WARGA BARU", None, None, "WARGA BARU", REASON, bentrok=False)
SHOWN = Pratinjau(1, "Yanto Uji", (TAKEN, NEW, CLASH), "sidik", (W273.at("p", nama="TUTI"),))


class Desk:
    """Answers for one return and remembers what was merged."""

    def __init__(self, shown: Pratinjau = SHOWN) -> None:
        self.shown = shown
        self.fault: StateError | None = None
        self.done: list[tuple[str, tuple[Keputusan, ...]]] = []

    def acts(self) -> KembaliActs:
        return KembaliActs(lambda: self.shown, self.check, self.merge)

    def check(self, said: Sequence[Keputusan]) -> tuple[Finding, ...]:
        decided = {one.kunci for one in said}
        left = sum(one.bentrok and one.kunci not in decided for one in self.shown.butir)
        return (E275.at("bagian", jumlah=left),) if left else ()

    def merge(self, sidik: str, said: Sequence[Keputusan]) -> HasilGabung:
        if self.fault:
            raise self.fault
        self.done.append((sidik, tuple(said)))
        return HasilGabung(1, 2, 1)


class Holder(QWidget):
    def __init__(self, desk: Desk, *answers: object) -> None:
        super().__init__()
        self.banner = Banner()
        self.panel = KembaliPanel(desk.acts(), Answering(*answers), self.banner)
        self.setLayout(column(self.banner, self.panel))


def opened(qtbot: QtBot, desk: Desk, *answers: object) -> Holder:
    holder = Holder(desk, *answers)
    qtbot.addWidget(holder)
    holder.resize(1000, 520)
    holder.show()
    return holder


def rows(holder: Holder) -> list[tuple[str, ...]]:
    model = holder.panel._model
    return [
        tuple(str(model.index(n, c).data()) for c in range(model.columnCount()))
        for n in range(model.rowCount())
    ]


@pytest.mark.syarat("S-248")
def test_differences_stand_side_by_side_and_conflicts_first(qtbot: QtBot) -> None:
    holder = opened(qtbot, Desk())
    assert rows(holder) == [
        ("BUDI", "Nama", "BUDI", "BUDI S.", "BUDY", "putuskan"),
        ("SITI", "RT", "1", "1", "9", "diambil"),
        ("WARGA BARU", "Warga baru", "–", "–", "WARGA BARU", "diambil"),
    ]
    panel = holder.panel
    assert panel.headline.text() == ("Bagian 1 dari Yanto Uji: 3 perbedaan, 1 perlu diputuskan.")
    assert panel.why.text() == "Alasan di sana: KTP-el."
    assert [line[:4] for line in panel.notes.text().splitlines()] == ["W273", "E275"]
    assert not panel.merge.isEnabled()


@pytest.mark.syarat("S-248")
def test_a_conflict_is_decided_with_a_reason_and_then_everything_is_merged(qtbot: QtBot) -> None:
    desk = Desk()
    holder = opened(qtbot, desk, None, "KTP-el dicocokkan", "salah ketik")
    panel = holder.panel
    panel.theirs.click()
    assert not panel.merge.isEnabled(), "a change of mind decides nothing"
    panel.theirs.click()
    assert rows(holder)[0][-1] == "yang kembali"
    panel.table.selectRow(1)
    assert panel.why.text().endswith("Bukti: KK asli.")
    panel.ours.click()
    assert rows(holder)[1][-1] == "tetap di sini"
    assert panel.headline.text().endswith("siap digabung.")
    with qtbot.waitSignal(panel.merged):
        panel.merge.click()
    assert desk.done == [
        (
            "sidik",
            (
                Keputusan(CLASH.kunci, Pihak.MEREKA, "KTP-el dicocokkan"),
                Keputusan(TAKEN.kunci, Pihak.KITA, "salah ketik"),
            ),
        )
    ]


def test_a_list_that_changed_meanwhile_is_shown_anew(qtbot: QtBot) -> None:
    desk = Desk(Pratinjau(1, "Yanto Uji", (TAKEN,), "sidik"))
    holder = opened(qtbot, desk)
    desk.fault = StateError("Daftar berubah sejak ditampilkan.", "Buka ulang.")
    desk.shown = Pratinjau(1, "Yanto Uji", (TAKEN, CLASH), "lain")
    holder.panel.merge.click()
    assert "berubah" in holder.banner.accessibleName()
    assert len(rows(holder)) == 2


def test_a_return_merged_before_says_so_and_merges_nothing(qtbot: QtBot) -> None:
    again = Pratinjau(1, "Yanto Uji", (), "", (W272.at("bagian 1"),), berulang=True)
    panel = opened(qtbot, Desk(again)).panel
    assert panel.headline.text().startswith("Berkas kembali ini sudah pernah digabung")
    assert not any(each.isEnabled() for each in (panel.merge, panel.ours, panel.theirs))
    with qtbot.waitSignal(panel.closed):
        panel.close_button.click()


def test_every_control_has_a_name_and_the_model_is_sound(qtbot: QtBot, qtmodeltester) -> None:  # type: ignore[no-untyped-def]  # pytest-qt's own
    holder = opened(qtbot, Desk())
    assert nameless(holder) == []
    qtmodeltester.check(butir_model(holder))

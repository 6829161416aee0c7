from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pilkades_desk.app.seat import Seat
from pilkades_desk.app.wiring_profil import make_profil_acts
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.profil.forms import BERKAS, PROFIL
from pilkades_desk.panitia.profil.screen import ASSUMED, NOTHING, ProfilPanel
from pilkades_desk.panitia.rights import Aksi
from tests.answering import Answering
from tests.app.test_window_frame import nameless
from tests.makers import OPERATOR_1, make_meja, make_operators
from tests.panitia.profil_samples import with_nilai

LEFT = Qt.MouseButton.LeftButton
SECOND = {"akun_kedua": OPERATOR_1.nama, "sandi_kedua": OPERATOR_1.sandi}


class Opened:
    """The panel on a real election, and what it was told."""

    def __init__(self, meja: Meja, qtbot: QtBot, *answers: object) -> None:
        self.seated: list[Meja] = []
        self.seat = Seat(meja, self.seated.append)
        self.ask = Answering(*answers)
        self.banner = Banner()
        self.panel = ProfilPanel(make_profil_acts(self.seat), self.ask, self.banner)
        self.panel.changed.connect(self.panel.reload)
        qtbot.addWidget(self.banner)
        qtbot.addWidget(self.panel)
        self.panel.resize(1000, 500)
        self.panel.show()
        self.panel.reload()

    @property
    def said(self) -> str:
        """The banner's words."""
        return self.banner.accessibleName()

    def cells(self, column: int) -> list[str]:
        """One column of the table."""
        model = self.panel.table.model()
        return [model.index(row, column).data() for row in range(model.rowCount())]


Opener = Callable[..., Opened]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Opener:
    meja = make_meja(tmp_path)

    def open_panel(*answers: object, two: bool = False, act: Aksi | None = None) -> Opened:
        if two:
            make_operators(meja)
        if act:
            with meja.act(act) as begun:
                begun.record("uji/1")
                begun.commit()
        return Opened(meja, qtbot, *answers)

    return open_panel


@pytest.mark.syarat("S-012", "S-145")
def test_every_value_is_shown_and_assumptions_are_marked(opened: Opener) -> None:
    panel = opened().panel
    model = panel.table.model()
    assert model.rowCount() == 80
    assert "80 asumsi · 38 menunggu konfirmasi" in panel.words
    assert not nameless(panel)


def test_search_and_filter_narrow_the_list(opened: Opener, qtbot: QtBot) -> None:
    one = opened()
    with qtbot.waitSignal(one.panel.search.searched):
        one.panel.search.setText("coblos fembus")
    assert one.cells(0) == []
    with qtbot.waitSignal(one.panel.search.searched):
        one.panel.search.setText("tembus coblos")
    assert one.cells(0) == ["Coblos tembus"]
    one.panel.filter.setCurrentText(ASSUMED)
    assert one.cells(3) == ["asumsi"]


def test_the_chosen_value_says_what_it_decides_and_until_when_it_may_change(
    opened: Opener,
) -> None:
    panel = opened(act=Aksi.IMPOR_PEMILIH).panel
    assert panel._says.text() == NOTHING
    panel.table.selectRow(8)
    assert panel._title.text() == "Umur pemilih paling rendah: 17"
    assert "kawin" in panel._says.text()
    assert panel._until.text().startswith("Sudah dipakai sejak impor daftar pemilih.")
    panel.table.selectRow(12)
    assert panel._until.text() == (
        "Dapat diganti sampai penetapan DPS. Program belum memakai nilai ini."
        " Kunci: tambahan.catat_hari"
    )
    panel.reload()
    assert panel._title.text() == "Lama pencatatan tambahan: 3 hari kerja"


@pytest.mark.syarat("S-143")
def test_a_value_an_older_profile_lacks_says_where_it_comes_from(opened: Opener) -> None:
    one = opened()
    old = one.seat.meja.profil.model_copy(update={"dari_acuan": frozenset({"sebutan.panitia"})})
    object.__setattr__(one.seat.meja, "profil", old)
    one.panel.reload()
    one.panel.table.selectRow(0)
    assert "diambil dari acuan nasional" in one.panel._until.text()


@pytest.mark.syarat("S-145")
def test_the_ketua_confirms_what_waits_after_seeing_it_named(opened: Opener, qtbot: QtBot) -> None:
    one = opened(None, "ya")
    qtbot.mouseClick(one.panel.confirm, LEFT)
    assert "38 menunggu" in one.panel.words
    qtbot.mouseClick(one.panel.confirm, LEFT)
    assert "0 menunggu" in one.panel.words
    assert one.said.startswith("Berhasil: 38 asumsi dikonfirmasi.")
    assert not one.panel.confirm.isEnabled()
    assert one.panel.confirm.toolTip() == "Tidak ada asumsi yang menunggu."


@pytest.mark.syarat("S-144")
def test_a_shipped_profile_is_taken_with_the_second_person(opened: Opener, qtbot: QtBot) -> None:
    one = opened({PROFIL: "tegal-2027"}, SECOND, two=True)
    with qtbot.waitSignal(one.panel.changed, timeout=20_000):
        qtbot.mouseClick(one.panel.replace, LEFT)
    assert one.panel.words.startswith("tegal-2027 ")
    assert [meja.profil.nama for meja in one.seated] == ["tegal-2027"]
    assert one.said.startswith("Berhasil: Profil diganti.")


@pytest.mark.syarat("S-144")
def test_a_profile_from_a_file_is_refused_when_it_comes_too_late(
    opened: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "kabupaten.toml"
    path.write_text(with_nilai("pemilih.usia_min", "18"), "utf-8")
    one = opened({PROFIL: BERKAS}, path, two=True, act=Aksi.IMPOR_PEMILIH)
    qtbot.mouseClick(one.panel.replace, LEFT)
    assert "E154: 1 nilai yang berubah sudah dipakai" in one.said


@pytest.mark.syarat("S-142")
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"salah", "E142: profil 'kabupaten' baris 1"),
        (b"\xff\xfe", "bukan teks UTF-8"),
        (b"#" * 200_001, "terlalu besar"),
        (None, "kabupaten.toml"),
    ],
)
def test_a_file_that_is_no_profile_is_told(
    opened: Opener, qtbot: QtBot, tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "kabupaten.toml"
    if content is not None:
        path.write_bytes(content)
    one = opened({PROFIL: BERKAS}, path)
    qtbot.mouseClick(one.panel.replace, LEFT)
    assert said in one.said


def test_nothing_happens_when_the_person_changes_their_mind(opened: Opener, qtbot: QtBot) -> None:
    one = opened(None, {PROFIL: BERKAS}, None)
    qtbot.mouseClick(one.panel.replace, LEFT)
    qtbot.mouseClick(one.panel.replace, LEFT)
    assert one.banner.isHidden()


@pytest.mark.syarat("S-144")
def test_alone_nobody_replaces_a_profile(opened: Opener, qtbot: QtBot) -> None:
    one = opened({PROFIL: "blitar-2026"})
    qtbot.mouseClick(one.panel.replace, LEFT)
    assert "Tambahkan akun orang kedua" in one.said


@pytest.mark.syarat("S-005")
def test_an_operator_sees_everything_and_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    operator, _ = make_operators(make_meja(tmp_path))
    one = Opened(operator, qtbot)
    assert one.panel.table.model().rowCount() == 80
    assert not one.panel.confirm.isEnabled()
    assert not one.panel.replace.isEnabled()

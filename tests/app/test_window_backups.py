"""Backups without being asked, and the way back, as a person meets them in both windows."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from pytestqt.qtbot import QtBot

from pilkades_desk.app import backup_places
from pilkades_desk.app.backup_keeper import BackupActs, BackupKeeper
from pilkades_desk.app.backup_places import choose_second, places, second_folder
from pilkades_desk.app.backup_window import BackupWindow
from pilkades_desk.app.first_run_screen import FirstRunScreen
from pilkades_desk.app.frame import Frame
from pilkades_desk.app.gate import Gate
from pilkades_desk.app.kabupaten_gate import KabupatenGate
from pilkades_desk.app.login_screen import LoginScreen
from pilkades_desk.app.main_window import MainWindow
from pilkades_desk.app.way_back import WayBack
from pilkades_desk.app.wiring_cadangan import make_cadangan_acts
from pilkades_desk.core.errors import StateError, StorageError
from pilkades_desk.kits.storage.backup import is_intact
from pilkades_desk.kits.storage.swap import STAGING
from pilkades_desk.panitia.accounts import FILE_NAME, SLOTS_NAME
from pilkades_desk.panitia.cadangan import HasilCadangan, find_backups
from pilkades_desk.panitia.cadangan_screen import CadanganScreen
from pilkades_desk.panitia.findings import W130
from pilkades_desk.panitia.pulih_screen import PulihScreen
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import CatatanCadangan, Tempat
from tests.answering import Answering
from tests.control_names import nameless
from tests.makers import KETUA, make_clock, make_meja, make_operators
from tests.penerimaan.makers import PENGESAH, make_desk

LONG = 20_000


@pytest.fixture(autouse=True)
def own_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "dokumen"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "atur"))


def shown(qtbot: QtBot, made: WayBack) -> WayBack:
    qtbot.addWidget(made)
    made.show()
    return made


def log_in(qtbot: QtBot, gate: WayBack, sandi: str) -> Frame:
    login = gate.currentWidget()
    assert isinstance(login, LoginScreen)
    qtbot.keyClicks(login._password, sandi)
    qtbot.keyClick(login._password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(gate.currentWidget(), Frame), timeout=LONG)
    frame = gate.currentWidget()
    assert isinstance(frame, Frame)
    return frame


def pulih(gate: WayBack) -> PulihScreen:
    screen = gate.currentWidget()
    assert isinstance(screen, PulihScreen)
    return screen


def restore(qtbot: QtBot, gate: WayBack, answers: dict[str, str]) -> LoginScreen:
    """Choose the newest backup and agree to it."""
    screen = pulih(gate)
    screen._ask = Answering(answers)
    screen._table.selectRow(0)
    qtbot.waitUntil(screen.restore.isEnabled, timeout=LONG)
    screen.restore.click()
    qtbot.waitUntil(lambda: isinstance(gate.currentWidget(), LoginScreen), timeout=LONG)
    login = gate.currentWidget()
    assert isinstance(login, LoginScreen)
    return login


def test_login_and_close_back_up_to_two_places(qtbot: QtBot, tmp_path: Path) -> None:
    make_meja(tmp_path).close()
    gate = shown(qtbot, Gate(tmp_path / "pemilihan", make_clock()))
    frame = log_in(qtbot, gate, KETUA.sandi)
    assert isinstance(frame, MainWindow)
    qtbot.waitUntil(lambda: "Cadangan terakhir" in frame.backup.text(), timeout=LONG)
    found = find_backups(places(tmp_path / "pemilihan"))
    assert {one.tempat for one in found} == {Tempat.LAPTOP, Tempat.KEDUA}
    assert all(is_intact(one.path) for one in found)
    gate.close()


def test_an_act_that_ends_something_is_backed_up_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    make_meja(tmp_path).close()
    gate = shown(qtbot, Gate(tmp_path / "pemilihan", make_clock()))
    log_in(qtbot, gate, KETUA.sandi)
    there = places(tmp_path / "pemilihan")
    qtbot.waitUntil(lambda: len(find_backups(there)) == 2, timeout=LONG)
    meja = gate._meja
    assert meja is not None
    with meja.act(Aksi.BUAT_KUNCI_DESA) as act:
        act.record("coba")
        act.commit()
    qtbot.waitUntil(lambda: len(find_backups(there)) == 4, timeout=LONG)
    gate.close()
    assert len(find_backups(there)) == 4


def test_a_damaged_file_is_restored_from_the_login(qtbot: QtBot, tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    make_cadangan_acts(meja).back_up()
    meja.close()
    (tmp_path / "pemilihan" / FILE_NAME).write_bytes(b"rusak" * 2000)
    gate = shown(qtbot, Gate(tmp_path / "pemilihan", make_clock()))
    login = gate.currentWidget()
    assert isinstance(login, LoginScreen)
    assert login.restore.isHidden()
    qtbot.keyClicks(login._password, KETUA.sandi)
    login.enter()
    qtbot.waitUntil(login.restore.isVisible, timeout=LONG)
    login.restore.click()
    again = restore(qtbot, gate, {"akun": KETUA.nama, "sandi_sendiri": KETUA.sandi})
    assert "Cadangan dipulihkan" in again._banner.accessibleName()
    log_in(qtbot, gate, KETUA.sandi)
    gate.close()


@pytest.mark.parametrize("lost", [b"", None])
def test_without_its_keyslots_an_election_offers_its_backups(
    qtbot: QtBot, tmp_path: Path, lost: bytes | None
) -> None:
    meja = make_meja(tmp_path)
    make_cadangan_acts(meja).back_up()
    meja.close()
    slots = tmp_path / "pemilihan" / SLOTS_NAME
    slots.unlink()
    slots.with_suffix(".lama").unlink()  # with the version before, the login would do
    if lost is not None:
        slots.write_bytes(lost)
    gate = shown(qtbot, Gate(tmp_path / "pemilihan", make_clock()))
    assert "kunci" in pulih(gate).banner.accessibleName()
    restore(qtbot, gate, {"akun": KETUA.nama, "sandi_sendiri": KETUA.sandi})
    gate.close()


def test_a_new_laptop_restores_from_the_first_run(qtbot: QtBot, tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    make_operators(meja)
    make_cadangan_acts(meja).back_up()
    meja.close()
    gate = shown(qtbot, Gate(tmp_path / "baru" / "pemilihan", make_clock()))
    first = gate.currentWidget()
    assert isinstance(first, FirstRunScreen)
    first.restore.click()
    assert nameless(pulih(gate)) == []
    answers = {"akun": "ketua", "sandi_sendiri": KETUA.sandi}
    two = {"akun_kedua": "operator1", "sandi_kedua": "pagar biru daun sore"}
    restore(qtbot, gate, answers | two)
    gate.close()


def test_going_back_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    gate = shown(qtbot, Gate(tmp_path / "baru", make_clock()))
    first = gate.currentWidget()
    assert isinstance(first, FirstRunScreen)
    first.restore.click()
    pulih(gate).left.emit()
    assert isinstance(gate.currentWidget(), FirstRunScreen)
    assert not (tmp_path / "baru").exists()


def test_a_restore_that_was_cut_off_is_told_at_the_login(qtbot: QtBot, tmp_path: Path) -> None:
    make_meja(tmp_path).close()
    (tmp_path / "pemilihan" / STAGING).mkdir()
    (tmp_path / "pemilihan" / STAGING / FILE_NAME).write_bytes(b"separuh")
    gate = shown(qtbot, Gate(tmp_path / "pemilihan", make_clock()))
    login = gate.currentWidget()
    assert isinstance(login, LoginScreen)
    assert "dibatalkan" in login._banner.accessibleName()


def test_the_kabupaten_backs_up_and_restores_alike(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(tmp_path).meja
    desk.close()
    gate = shown(qtbot, KabupatenGate(desk.folder, make_clock()))
    frame = log_in(qtbot, gate, PENGESAH.sandi)
    there = places(desk.folder)
    qtbot.waitUntil(lambda: "Cadangan terakhir" in frame.backup.text(), timeout=LONG)
    assert len(find_backups(there)) == 2
    frame.backups_requested.emit()
    [window] = gate.findChildren(BackupWindow)
    window.page.restore.click()
    restore(qtbot, gate, {"akun": PENGESAH.nama, "sandi_sendiri": PENGESAH.sandi})
    gate.close()


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[CadanganScreen]:
    meja = make_meja(tmp_path)
    made = CadanganScreen(make_cadangan_acts(meja), Answering())
    qtbot.addWidget(made)
    made.show()
    yield made
    QThreadPool.globalInstance().waitForDone()
    meja.close()


def told(qtbot: QtBot, page: CadanganScreen, act: Callable[[], None]) -> str:
    page.banner.hide()
    act()
    qtbot.waitUntil(page.banner.isVisible, timeout=LONG)
    return page.banner.accessibleName()


def test_the_page_backs_up_and_rehearses(qtbot: QtBot, page: CadanganScreen) -> None:
    assert nameless(page) == []
    assert page._last.text() == "Belum ada cadangan"
    assert "Belum ada cadangan untuk diuji" in told(qtbot, page, page.rehearse.click)
    assert "dibuat dan diperiksa" in told(qtbot, page, page.make.click)
    assert page._last.text().startswith("Cadangan terakhir: ")
    assert "utuh" in told(qtbot, page, page.rehearse.click)
    assert page._tried.text().endswith("pulih utuh")
    assert page._model.rowCount() == 2


def test_a_backup_gone_bad_is_told_after_its_rehearsal(qtbot: QtBot, page: CadanganScreen) -> None:
    told(qtbot, page, page.make.click)
    for one in page._acts.read().daftar:
        one.path.write_bytes(one.path.read_bytes()[:-40] + bytes(40))
    page.reload()
    assert [page._model.index(row, 3).data() for row in range(2)] == ["rusak"] * 2


def test_a_second_folder_is_chosen_for_this_laptop(
    qtbot: QtBot, page: CadanganScreen, tmp_path: Path
) -> None:
    assert second_folder() == tmp_path / "dokumen" / "Cadangan Pilkades"
    (tmp_path / "lain").mkdir()
    page._ask = Answering(tmp_path / "lain", None, tmp_path / "pemilihan")
    page.elsewhere.click()
    assert second_folder() == tmp_path / "lain"
    page.elsewhere.click()
    page.elsewhere.click()
    assert "tidak boleh di dalam" in page.banner.accessibleName()
    assert second_folder() == tmp_path / "lain"


def test_the_election_folder_is_no_second_place(tmp_path: Path) -> None:
    with pytest.raises(StateError):
        choose_second(tmp_path, tmp_path / "cadangan")
    assert backup_places.second_folder() == tmp_path / "dokumen" / "Cadangan Pilkades"


class Occasions:
    """A desk that is always due; every backup ends as told."""

    def __init__(self, *outcomes: object) -> None:
        self.outcomes = list(outcomes)
        self.made = 0

    def acts(self) -> BackupActs:
        return BackupActs(lambda: True, self.back_up)

    def back_up(self) -> HasilCadangan:
        self.made += 1
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        catatan = CatatanCadangan(nama="a", kepala_seq=1, pada=make_clock().now(), tempat=())
        assert isinstance(outcome, tuple)
        return HasilCadangan(catatan, outcome)


def test_a_failure_is_told_once_and_the_next_occasion_tries_again(qtbot: QtBot) -> None:
    full = StorageError("Disk penuh.", "Kosongkan.")
    warned = W130.at("flashdisk", tempat="flashdisk", sebab="Flashdisk penuh.")
    desk = Occasions(full, full, (warned,), (), full)
    keeper = BackupKeeper(desk.acts())
    heard: list[str] = []
    keeper.warned.connect(lambda sentence, _hint: heard.append(sentence))
    for number in range(4):
        keeper.start()
        qtbot.waitUntil(lambda: not keeper._job.is_busy, timeout=LONG)
        assert desk.made == number + 1
    assert heard == ["Disk penuh.", warned.text]
    keeper.close()
    keeper.start()
    assert desk.made == 5


def test_only_acts_that_end_something_are_an_occasion(qtbot: QtBot) -> None:
    desk = Occasions((), (), ())
    keeper = BackupKeeper(desk.acts())
    keeper.hear(Aksi.ENTRI_FORM)
    with qtbot.waitSignal(keeper.made, timeout=LONG):
        keeper.hear(Aksi.FINALKAN_FORM)
    assert desk.made == 1
    keeper.start()
    keeper.start()
    qtbot.waitUntil(lambda: desk.made == 3 and not keeper._job.is_busy, timeout=LONG)

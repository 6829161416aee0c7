"""The acts of parts, coklit sheets and the counter as bound for the screens, on a real file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pilkades_desk.app.wiring_loket import make_loket_acts
from pilkades_desk.app.wiring_pemilih import make_pemilih_acts
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih import usecases
from pilkades_desk.pemilih.bagian.usecases import hand_out
from pilkades_desk.pemilih.bagian.values import Cakupan, Keluaran
from pilkades_desk.pemilih.coklit.values import HasilCoklit, IsianLembar, JawabanCoklit
from pilkades_desk.tps.usecases import lock_units, plan_units
from tests.makers import approve_both, make_meja, make_operators
from tests.pemilih.kpu_sheet import write_rows


@pytest.fixture
def meja(tmp_path: Path) -> Iterator[Meja]:
    meja = make_meja(tmp_path)
    yield meja
    meja.close()


@pytest.mark.syarat("S-245")
def test_a_voter_on_another_laptop_is_marked_among_the_warnings(meja: Meja, tmp_path: Path) -> None:
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}, {"RT": 2}))
    hand_out(meja, Keluaran((Cakupan(rt=1),), "Yanto Uji", date(2026, 12, 8)))
    acts = make_pemilih_acts(meja, lambda: None).daftar
    assert [one.code for one in acts.read_warnings(1)] == ["W270"]
    assert acts.read_warnings(2) == ()


@pytest.mark.syarat("S-252", "S-253")
def test_a_coklit_sheet_goes_out_and_comes_back(meja: Meja, tmp_path: Path) -> None:
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}, {}))
    acts = make_pemilih_acts(meja, lambda: None).coklit
    made = acts.make(Cakupan(rw=1, rt=1))
    said = tuple(
        JawabanCoklit(no=line.no, hasil=HasilCoklit.SESUAI) for line in acts.read(made.nomor)
    )
    acts.save(made.nomor, IsianLembar(petugas="Yanto Uji", tanggal=acts.today(), jawaban=said))
    assert [(one.jumlah, one.disimpan) for one in acts.list()] == [(2, 2)]


@pytest.mark.syarat("S-250")
def test_the_counter_tells_the_tps_once_the_split_is_locked(meja: Meja, tmp_path: Path) -> None:
    one, _ = make_operators(meja)
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}, {}))
    usecases.set_dps(meja)
    segel = usecases.dpt_preview(meja).segel
    usecases.lock_dpt(meja, approve_both(meja, one, Aksi.KUNCI_DPT, segel))
    assert make_loket_acts(meja).answer("siti uji b").jawaban[0].tps == ""
    plan_units(meja, 1, ("SD Negeri 1",))
    assert make_loket_acts(meja).answer("siti uji b").jawaban[0].tps == "", "it may still change"
    lock_units(meja)
    assert make_loket_acts(meja).answer("siti uji b").jawaban[0].tps == "TPS 1, SD Negeri 1"

"""Permission tests, generated from the one table of role × act."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pilkades_desk.core.errors import RightsError
from pilkades_desk.panitia.akun import add_account
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import APPROVERS, RIGHTS, Aksi, may
from pilkades_desk.panitia.values import AkunBaru, Peran
from tests.makers import KETUA, make_meja

TABLE = [(peran, aksi) for peran in Peran for aksi in Aksi]
REFUSED = [pair for pair in TABLE if pair[1] not in RIGHTS[pair[0]]]
ALLOWED = [pair for pair in TABLE if pair[1] in RIGHTS[pair[0]]]
DESK = {Peran.PETUGAS, Peran.PENGESAH}
WATCHER = AkunBaru(
    nama="pengamat", nama_lengkap="Wati Uji", peran=Peran.PENGAMAT, sandi="bintang laut tiga ekor"
)


@pytest.fixture(scope="module")
def meja(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meja]:
    meja = make_meja(tmp_path_factory.mktemp("hak"))
    yield meja
    meja.close()


def as_role(meja: Meja, peran: Peran) -> Meja:
    return replace(meja, akun=meja.akun.model_copy(update={"peran": peran}))


def do(meja: Meja, aksi: Aksi) -> None:
    with meja.act(aksi) as act:
        act.record("coba")
        act.commit()


@pytest.mark.syarat("S-005")
@pytest.mark.parametrize(("peran", "aksi"), REFUSED, ids=str)
def test_a_role_is_refused_an_act_outside_its_row(meja: Meja, peran: Peran, aksi: Aksi) -> None:
    before = meja.head()
    with pytest.raises(RightsError, match=peran.value):
        do(as_role(meja, peran), aksi)
    assert meja.head() == before


@pytest.mark.parametrize(("peran", "aksi"), ALLOWED, ids=str)
def test_a_role_may_do_what_its_row_holds(meja: Meja, peran: Peran, aksi: Aksi) -> None:
    before = meja.head().seq
    do(as_role(meja, peran), aksi)
    assert meja.head().seq == before + 1


def test_every_role_has_a_row() -> None:
    assert set(RIGHTS) == set(Peran)


def test_every_act_is_somebodys() -> None:
    assert frozenset().union(*RIGHTS.values()) == set(Aksi)


@pytest.mark.syarat("S-801")
def test_a_village_and_a_desk_share_only_what_keeps_a_file_safe() -> None:
    village = frozenset().union(*(RIGHTS[peran] for peran in set(Peran) - DESK))
    shared = village & (RIGHTS[Peran.PETUGAS] | RIGHTS[Peran.PENGESAH])
    kept = ("akun", "sandi", "lembar-pemulihan", "cadang", "riwayat", "musnahkan", "masuk")
    assert [aksi for aksi in shared if not any(word in aksi for word in kept)] == []


@pytest.mark.syarat("S-005")
def test_an_observer_only_looks() -> None:
    own = [aksi for aksi in Aksi if may(Peran.PENGAMAT, aksi)]
    assert own == [Aksi.MASUK, Aksi.GANTI_SANDI]


@pytest.mark.syarat("S-803")
def test_only_a_pengesah_makes_certificates() -> None:
    assert [peran for peran in Peran if may(peran, Aksi.TERBITKAN_SERTIFIKAT)] == [Peran.PENGESAH]


@pytest.mark.parametrize("aksi", APPROVERS, ids=str)
def test_somebody_may_do_each_act_that_needs_two(aksi: Aksi) -> None:
    doers = {peran for peran in Peran if may(peran, aksi)}
    assert doers & APPROVERS[aksi]


@pytest.mark.syarat("S-006")
@pytest.mark.parametrize("aksi", APPROVERS, ids=str)
def test_an_observer_is_never_the_second_person(meja: Meja, aksi: Aksi) -> None:
    watcher = replace(meja, accounts=lambda _session: {1: meja.akun, 2: watching.akun})
    watching = as_role(replace(meja, akun=meja.akun.model_copy(update={"id": 2})), Peran.PENGAMAT)
    approvals = [meja.approve(aksi, "ab"), watching.approve(aksi, "ab")]
    with pytest.raises(RightsError, match="tidak cocok"), watcher.act(aksi) as act:
        act.require_two("ab", approvals)


@pytest.mark.syarat("S-001")
def test_an_act_that_records_nothing_is_a_bug(meja: Meja) -> None:
    before = meja.head()
    with pytest.raises(RuntimeError, match="recorded nothing"), meja.act(Aksi.IMPOR_PEMILIH) as act:
        act.commit()
    assert meja.head() == before


def test_an_account_that_was_added_acts_under_its_own_role(tmp_path: Path) -> None:
    ketua = make_meja(tmp_path)
    akun = add_account(ketua, KETUA.sandi, WATCHER)
    with pytest.raises(RightsError), replace(ketua, akun=akun).act(Aksi.ENTRI_FORM):
        pytest.fail("an observer got in")
    ketua.close()

"""What is offered about a form is what its use case would accept, for every account and stage."""

from collections.abc import Callable

import pytest

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.panitia.accounts import account_digest
from pilkades_desk.panitia.akun import add_account, log_in_again
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import Akun, AkunBaru, Peran
from pilkades_desk.penghitungan.entry_state import Entri, EntryState
from pilkades_desk.penghitungan.status import NEXT, Langkah, offered
from pilkades_desk.penghitungan.usecases import (
    finish_entry,
    read_states,
    save_fields,
    show_findings,
    start_entry,
    start_retyping,
)
from pilkades_desk.penghitungan.values import Tahap
from tests.makers import KETUA, approve_both, make_meja
from tests.penghitungan.desks import (
    GOOD,
    Desks,
    close_form,
    open_desks,
    type_form,
    type_twice,
)

WRONG = {**GOOD, "sisa": 95}
PENGAMAT = AkunBaru(
    nama="pengamat", nama_lengkap="Wati Uji", peran=Peran.PENGAMAT, sandi="sungai batu awan putih"
)


@pytest.fixture(scope="module")
def pengamat(desks: Desks) -> Meja:
    approvals = approve_both(desks.ketua, desks.rini, Aksi.TAMBAH_AKUN, account_digest(PENGAMAT))
    add_account(desks.ketua, KETUA.sandi, PENGAMAT, approvals)
    return log_in_again(desks.ketua, PENGAMAT.nama, PENGAMAT.sandi)


def boleh(meja: Meja, unit: int) -> set[str]:
    return {deed.value for deed in read_states(meja)[unit - 1].boleh}


def accepts(act: Callable[[], object]) -> bool:
    try:
        act()
    except PilkadesError:
        return False
    return True


def test_a_running_entry_is_offered_to_who_began_it_alone(
    desks: Desks, pengamat: Meja, unit: int
) -> None:
    start_entry(desks.rini, unit)
    offers = [boleh(each, unit) for each in (desks.rini, desks.yanto, desks.ketua, pengamat)]
    assert offers == [{"ketik"}, set(), {"atur-ulang"}, set()]


def test_the_second_entry_is_not_offered_to_the_first_typist(
    desks: Desks, pengamat: Meja, unit: int
) -> None:
    type_form(desks.rini, unit)
    assert [boleh(each, unit) for each in (desks.rini, desks.yanto, pengamat)] == [
        set(), {"ketik"}, set(),
    ]  # fmt: skip
    start_entry(desks.yanto, unit)
    assert [boleh(each, unit) for each in (desks.rini, desks.yanto)] == [set(), {"ketik"}]


def test_who_saw_the_figures_is_not_offered_to_type(desks: Desks, unit: int) -> None:
    type_form(desks.rini, unit, WRONG)
    assert boleh(desks.ketua, unit) == {"jelaskan", "atur-ulang"}
    assert (boleh(desks.rini, unit), boleh(desks.yanto, unit)) == ({"ketik"}, set())
    show_findings(desks.ketua, unit)
    start_entry(desks.rini, unit)
    save_fields(desks.rini, unit, GOOD)
    finish_entry(desks.rini, unit)
    assert boleh(desks.ketua, unit) == {"atur-ulang"}
    assert not accepts(lambda: start_entry(desks.ketua, unit))


def test_differing_boxes_are_offered_to_their_two_typists(desks: Desks, unit: int) -> None:
    type_form(desks.rini, unit)
    type_form(desks.yanto, unit, {**GOOD, "sisa": 97})
    assert boleh(desks.rini, unit) == boleh(desks.yanto, unit) == {"ketik-ulang"}
    assert boleh(desks.ketua, unit) == {"atur-ulang"}
    assert not accepts(lambda: start_retyping(desks.ketua, unit))


def test_closing_and_taking_back_are_offered_to_who_has_the_right(
    desks: Desks, pengamat: Meja, unit: int
) -> None:
    type_twice(desks, unit)
    offers = [boleh(each, unit) for each in (desks.ketua, desks.rini, pengamat)]
    assert offers == [{"finalkan", "atur-ulang"}, set(), set()]
    close_form(desks, unit)
    assert [boleh(each, unit) for each in (desks.ketua, desks.rini, pengamat)] == [
        {"tarik"}, set(), set(),
    ]  # fmt: skip


def test_nobody_types_before_the_plan_is_locked(tmp_path_factory: pytest.TempPathFactory) -> None:
    open_plan = open_desks(tmp_path_factory.mktemp("terbuka"), locked=False)
    assert boleh(open_plan.rini, 1) == set()
    assert not accepts(lambda: start_entry(open_plan.rini, 1))
    open_plan.ketua.close()


def test_no_account_is_offered_to_type_what_it_would_be_refused(
    desks: Desks, pengamat: Meja, unit: int
) -> None:
    type_form(desks.rini, unit)
    for each in (pengamat, desks.rini, desks.yanto):
        assert ("ketik" in boleh(each, unit)) is accepts(lambda m=each: start_entry(m, unit))


def test_no_village_has_no_form(tmp_path_factory: pytest.TempPathFactory) -> None:
    meja = make_meja(tmp_path_factory.mktemp("awal"))
    assert read_states(meja) == ()
    meja.close()


def test_every_stage_but_the_last_has_a_deed_that_brings_it_further() -> None:
    assert set(NEXT) == set(Tahap) - {Tahap.FINAL}


@pytest.mark.parametrize("peran", Peran)
def test_a_role_without_the_right_is_offered_nothing(peran: Peran) -> None:
    akun = Akun.model_construct(id=9, peran=peran)
    final = EntryState(tahap=Tahap.FINAL, entri_1=Entri(akun=1), entri_2=Entri(akun=2))
    expected = {Langkah.TARIK} if peran is Peran.KETUA else set()
    assert offered(final, akun, terkunci=True) == expected

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text  # noqa: TID251 -- what the tables themselves refuse
from sqlalchemy.exc import IntegrityError  # noqa: TID251 -- same

from pilkades_desk.core.errors import RightsError, StateError
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.penghitungan import store
from pilkades_desk.penghitungan.refusals import EntryRefusedError, RefusalKind
from pilkades_desk.penghitungan.usecases import (
    discard_entry,
    finalise,
    finish_entry,
    mark_paper_stands,
    outcome,
    read_boxes_to_retype,
    read_findings,
    read_form,
    read_forms,
    read_ready,
    read_states,
    recap,
    reset_entry,
    retype_field,
    save_field,
    start_entry,
    withdraw_form,
)
from pilkades_desk.penghitungan.values import StatusHasil, Tahap
from tests.makers import approve_both
from tests.penghitungan.desks import (
    GOOD,
    MAJALENGKA,
    Desks,
    close_form,
    open_desks,
    type_form,
    type_twice,
)
from tests.penghitungan.makers import make_form

WRONG = {**GOOD, "sisa": 95}


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    desks = open_desks(tmp_path)
    yield desks
    desks.ketua.close()


def stage(desks: Desks) -> Tahap:
    return read_states(desks.ketua)[0].tahap


def refusal(step: Callable[[], object]) -> RefusalKind:
    with pytest.raises(EntryRefusedError) as caught:
        step()
    return caught.value.kind


def test_two_people_type_the_same_and_two_people_close(desks: Desks) -> None:
    type_twice(desks)
    final = close_form(desks)
    assert final.form == make_form()
    assert read_form(desks.yanto, 1) == final
    assert stage(desks) is Tahap.FINAL


def test_every_box_is_there_when_the_typist_comes_back(desks: Desks) -> None:
    start_entry(desks.rini, 1)
    save_field(desks.rini, 1, "dpt_l", 370)
    save_field(desks.rini, 1, "dpt_p", 0)
    assert start_entry(desks.rini, 1).isi == {"dpt_l": 370, "dpt_p": 0}


def test_the_list_shows_progress_and_no_figure(desks: Desks) -> None:
    start_entry(desks.rini, 1)
    save_field(desks.rini, 1, "sisa", 4711)
    (status,) = read_states(desks.yanto)
    assert (status.terisi, status.dari, status.pengetik) == (1, 34, (desks.rini.akun.id,))
    assert "4711" not in status.model_dump_json()


def test_the_same_person_cannot_type_twice(desks: Desks) -> None:
    type_form(desks.rini)
    assert refusal(lambda: start_entry(desks.rini, 1)) is RefusalKind.PENGETIK_SAMA


def test_an_error_is_answered_for_by_the_ketua_and_kept_with_the_form(desks: Desks) -> None:
    type_form(desks.rini, isi=WRONG)
    assert read_states(desks.ketua)[0].galat == ("E506",)
    mark_paper_stands(desks.ketua, 1, "E506", "satu lembar terbawa pulang")
    type_form(desks.yanto, isi=WRONG)
    (kept,) = close_form(desks).penjelasan
    assert (kept.kode, kept.alasan) == ("E506", "satu lembar terbawa pulang")


def test_an_operator_may_not_answer_for_the_paper(desks: Desks) -> None:
    type_form(desks.rini, isi=WRONG)
    with pytest.raises(RightsError):
        mark_paper_stands(desks.yanto, 1, "E506", "memang begini")


def test_the_first_typist_learns_of_errors_and_the_second_of_nothing(desks: Desks) -> None:
    start_entry(desks.rini, 1)
    for isian, nilai in {**GOOD, "hadir_luar_l": 1}.items():
        save_field(desks.rini, 1, isian, nilai)
    assert [finding.code for finding in finish_entry(desks.rini, 1)] == ["E502", "E504"]


def test_differing_boxes_are_read_again_blind_until_two_agree(desks: Desks) -> None:
    type_form(desks.rini)
    type_form(desks.yanto, isi={**GOOD, "sisa": 97})
    assert read_boxes_to_retype(desks.rini, 1) == ("sisa",)
    retype_field(desks.rini, 1, "sisa", 97)
    retype_field(desks.yanto, 1, "sisa", 96)
    assert stage(desks) is Tahap.PEMBACA_KETIGA
    retype_field(desks.ketua, 1, "sisa", 96)
    assert stage(desks) is Tahap.SIAP_FINAL


def test_figures_of_errors_are_only_for_who_may_answer(desks: Desks) -> None:
    type_form(desks.rini, isi=WRONG)
    assert [finding.code for finding in read_findings(desks.ketua, 1)] == ["E506"]
    with pytest.raises(RightsError):
        read_findings(desks.yanto, 1)


def test_an_untouched_form_has_no_finding(desks: Desks) -> None:
    assert read_findings(desks.ketua, 1) == ()


def test_one_persons_approval_does_not_close(desks: Desks) -> None:
    type_twice(desks)
    approval = desks.ketua.approve(Aksi.FINALKAN_FORM, read_ready(desks.ketua, 1).digest)
    step = lambda: finalise(desks.ketua, 1, [approval, approval])  # noqa: E731 -- one call, caught
    assert refusal(step) is RefusalKind.PERLU_DUA_ORANG


def test_approval_of_other_figures_does_not_close(desks: Desks) -> None:
    type_twice(desks)
    approvals = approve_both(desks.ketua, desks.rini, Aksi.FINALKAN_FORM, "0" * 64)
    with pytest.raises(RightsError):
        finalise(desks.ketua, 1, approvals)
    assert stage(desks) is Tahap.SIAP_FINAL


def test_nothing_is_shown_for_approval_before_two_entries_agree(desks: Desks) -> None:
    type_form(desks.rini)
    assert refusal(lambda: read_ready(desks.ketua, 1)) is RefusalKind.BELUM_SIAP


def test_a_withdrawn_form_stays_in_the_file_and_the_next_is_version_two(desks: Desks) -> None:
    type_twice(desks)
    first = close_form(desks)
    approvals = approve_both(desks.ketua, desks.yanto, Aksi.TARIK_FORM, first.segel)
    withdraw_form(desks.ketua, 1, "kertas dibetulkan KPPS", approvals)
    assert read_forms(desks.ketua) == ()
    type_twice(desks, isi={**GOOD, "suara_1": 240, "suara_2": 420})
    second = close_form(desks)
    assert (second.versi, second.segel == first.segel) == (2, False)
    with desks.ketua.read() as session:
        assert [final.versi for final in store.read_finals(session)] == [1, 2]


def test_discard_and_reset_start_over(desks: Desks) -> None:
    start_entry(desks.rini, 1)
    discard_entry(desks.rini, 1)
    assert stage(desks) is Tahap.KOSONG
    type_twice(desks)
    reset_entry(desks.ketua, 1, "formulir TPS lain")
    assert stage(desks) is Tahap.KOSONG


def test_an_unknown_unit_is_refused(desks: Desks) -> None:
    with pytest.raises(StateError, match="Unit 9 tidak ada"):
        start_entry(desks.rini, 9)


def test_a_refused_step_leaves_no_command_behind(desks: Desks) -> None:
    start_entry(desks.rini, 1)
    refusal(lambda: save_field(desks.yanto, 1, "sah", 1))
    with desks.ketua.read() as session:
        assert [one.kata for one in store.read_commands(session, 1)] == ["mulai"]


def test_the_history_names_boxes_and_no_figure(desks: Desks) -> None:
    start_entry(desks.rini, 1)
    save_field(desks.rini, 1, "sisa", 47110)
    with desks.ketua.read() as session:
        bodies = session.execute(text("SELECT group_concat(body) FROM audit")).scalar_one()
    assert '"isian":"sisa"' in bodies
    assert "47110" not in bodies


@pytest.mark.parametrize("table", ["form_final", "form_perintah"])
def test_what_was_kept_cannot_be_changed(desks: Desks, table: str) -> None:
    type_twice(desks)
    close_form(desks)
    with (
        pytest.raises(IntegrityError, match="append-only"),
        desks.ketua.file.work() as session,
    ):
        session.execute(text(f"DELETE FROM {table}"))  # noqa: S608 -- two fixed names


def test_recap_waits_for_every_unit_and_outcome_with_it(tmp_path: Path) -> None:
    desks = open_desks(tmp_path, [MAJALENGKA, MAJALENGKA])
    type_twice(desks, 2)
    close_form(desks, 2)
    assert recap(desks.ketua).belum == (1,)
    assert recap(desks.ketua).jumlah.suara == (239, 421)
    with pytest.raises(StateError, match="Unit 1 belum final"):
        outcome(desks.ketua)
    desks.ketua.close()


def test_recap_and_outcome_of_a_village_with_a_tie(tmp_path: Path) -> None:
    desks = open_desks(tmp_path, [MAJALENGKA, (371, 376, 766)])
    larger = {**GOOD, "dpt_l": 371, "dpt_jumlah": 747, "tidak_hadir": 81}
    larger |= {"diterima": 766, "sisa": 97, "suara_1": 421, "suara_2": 239}
    for unit, isi in ((1, GOOD), (2, larger)):
        type_twice(desks, unit, isi)
        close_form(desks, unit)
    hasil = outcome(desks.ketua)
    assert recap(desks.ketua).jumlah.suara == (660, 660)
    assert (hasil.status, hasil.nomor_urut) == (StatusHasil.SERI_TERSELESAIKAN, 1)
    desks.ketua.close()


def test_before_the_draw_there_is_no_form(tmp_path: Path) -> None:
    desks = open_desks(tmp_path, calon=0)
    with pytest.raises(StateError, match="belum diundi"):
        save_field(desks.rini, 1, "sah", 1)
    desks.ketua.close()

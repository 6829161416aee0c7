from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text  # noqa: TID251 -- what the tables themselves refuse
from sqlalchemy.exc import IntegrityError  # noqa: TID251 -- same

from pilkades_desk.core.errors import RightsError, StateError
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.penghitungan import store
from pilkades_desk.penghitungan.lembar import open_retyping
from pilkades_desk.penghitungan.refusals import EntryRefusedError, RefusalKind
from pilkades_desk.penghitungan.status import StatusForm
from pilkades_desk.penghitungan.usecases import (
    discard_entry,
    finalise,
    finish_entry,
    keep_reading,
    mark_paper_stands,
    outcome,
    read_boxes_to_retype,
    read_form,
    read_forms,
    read_ready,
    read_states,
    recap,
    reset_entry,
    retype_fields,
    save_field,
    save_fields,
    show_findings,
    start_entry,
    start_retyping,
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


def status(desks: Desks, unit: int) -> StatusForm:
    return read_states(desks.ketua)[unit - 1]


def stage(desks: Desks, unit: int) -> Tahap:
    return status(desks, unit).tahap


def refusal(step: Callable[[], object]) -> RefusalKind:
    with pytest.raises(EntryRefusedError) as caught:
        step()
    return caught.value.kind


def test_two_people_type_the_same_and_two_people_close(desks: Desks, unit: int) -> None:
    type_twice(desks, unit)
    final = close_form(desks, unit)
    assert final.form == make_form()
    assert read_form(desks.yanto, unit) == final
    assert stage(desks, unit) is Tahap.FINAL


@pytest.mark.syarat("S-504")
def test_every_box_is_there_when_the_typist_comes_back(desks: Desks, unit: int) -> None:
    start_entry(desks.rini, unit)
    save_field(desks.rini, unit, "dpt_l", 370)
    save_field(desks.rini, unit, "dpt_p", 0)
    assert start_entry(desks.rini, unit).isi == {"dpt_l": 370, "dpt_p": 0}


@pytest.mark.syarat("S-504", "S-502")
def test_a_second_reading_cut_off_goes_on_where_it_was_and_shows_no_entry(
    desks: Desks, unit: int
) -> None:
    type_form(desks.rini, unit)
    type_form(desks.yanto, unit, {**GOOD, "sisa": 97, "disabilitas_hadir": 5})
    keep_reading(desks.rini, unit, "sisa", 96)
    keep_reading(desks.rini, unit, "disabilitas_hadir", 4)
    keep_reading(desks.rini, unit, "disabilitas_hadir", None)
    assert open_retyping(desks.rini, unit).isi == {"sisa": 96}
    assert open_retyping(desks.yanto, unit).isi == {}
    retype_fields(desks.rini, unit, {"sisa": 96, "disabilitas_hadir": 4})
    retype_fields(desks.yanto, unit, {"sisa": 96, "disabilitas_hadir": 4})
    assert stage(desks, unit) is Tahap.SIAP_FINAL


@pytest.mark.syarat("S-519")
def test_the_list_shows_progress_and_no_figure(desks: Desks, unit: int) -> None:
    start_entry(desks.rini, unit)
    save_field(desks.rini, unit, "sisa", 4711)
    shown = status(desks, unit)
    assert (shown.terisi, shown.dari, shown.pengetik) == (1, 34, (desks.rini.akun.id,))
    assert "4711" not in shown.model_dump_json()


@pytest.mark.syarat("S-501")
def test_the_same_person_cannot_type_twice(desks: Desks, unit: int) -> None:
    type_form(desks.rini, unit)
    assert refusal(lambda: start_entry(desks.rini, unit)) is RefusalKind.PENGETIK_SAMA


@pytest.mark.syarat("S-511")
def test_an_error_is_answered_for_by_the_ketua_and_kept_with_the_form(
    desks: Desks, unit: int
) -> None:
    type_form(desks.rini, unit, WRONG)
    assert status(desks, unit).galat == ("E506",)
    mark_paper_stands(desks.ketua, unit, "E506", "satu lembar terbawa pulang")
    type_form(desks.yanto, unit, WRONG)
    (kept,) = close_form(desks, unit).penjelasan
    assert (kept.kode, kept.alasan) == ("E506", "satu lembar terbawa pulang")


@pytest.mark.syarat("S-511")
def test_an_operator_may_not_answer_for_the_paper(desks: Desks, unit: int) -> None:
    type_form(desks.rini, unit, WRONG)
    with pytest.raises(RightsError):
        mark_paper_stands(desks.yanto, unit, "E506", "memang begini")


def test_the_first_typist_learns_of_errors_and_the_second_of_nothing(
    desks: Desks, unit: int
) -> None:
    start_entry(desks.rini, unit)
    save_fields(desks.rini, unit, {**GOOD, "hadir_luar_l": 1})
    assert [finding.code for finding in finish_entry(desks.rini, unit)] == ["E502", "E504"]


@pytest.mark.syarat("S-502")
def test_differing_boxes_are_read_again_blind_until_two_agree(desks: Desks, unit: int) -> None:
    type_form(desks.rini, unit)
    type_form(desks.yanto, unit, {**GOOD, "sisa": 97})
    assert read_boxes_to_retype(desks.rini, unit) == ("sisa",)
    retype_fields(desks.rini, unit, {"sisa": 97})
    retype_fields(desks.yanto, unit, {"sisa": 96})
    assert stage(desks, unit) is Tahap.PEMBACA_KETIGA
    retype_fields(desks.ketua, unit, {"sisa": 96})
    assert stage(desks, unit) is Tahap.SIAP_FINAL


@pytest.mark.syarat("S-503")
def test_figures_of_errors_are_only_for_who_may_answer(desks: Desks, unit: int) -> None:
    type_form(desks.rini, unit, WRONG)
    assert [finding.code for finding in show_findings(desks.ketua, unit)] == ["E506"]
    with pytest.raises(RightsError):
        show_findings(desks.yanto, unit)


@pytest.mark.syarat("S-503")
def test_who_looked_at_the_figures_does_not_type_them(desks: Desks, unit: int) -> None:
    type_form(desks.rini, unit, isi=WRONG)
    show_findings(desks.ketua, unit)
    show_findings(desks.ketua, unit)
    type_form(desks.rini, unit)
    assert refusal(lambda: start_entry(desks.ketua, unit)) is RefusalKind.SUDAH_MELIHAT


def test_nothing_is_shown_while_somebody_types(desks: Desks, unit: int) -> None:
    type_form(desks.rini, unit)
    start_entry(desks.yanto, unit)
    assert show_findings(desks.ketua, unit) == ()


def test_an_untouched_form_has_no_finding(desks: Desks, unit: int) -> None:
    assert show_findings(desks.ketua, unit) == ()


@pytest.mark.syarat("S-006")
def test_one_persons_approval_does_not_close(desks: Desks, unit: int) -> None:
    type_twice(desks, unit)
    approval = desks.ketua.approve(Aksi.FINALKAN_FORM, read_ready(desks.ketua, unit).digest)
    step = lambda: finalise(desks.ketua, unit, [approval, approval])  # noqa: E731 -- one call, caught
    assert refusal(step) is RefusalKind.PERLU_DUA_ORANG


@pytest.mark.syarat("S-006")
def test_approval_of_other_figures_does_not_close(desks: Desks, unit: int) -> None:
    type_twice(desks, unit)
    approvals = approve_both(desks.ketua, desks.rini, Aksi.FINALKAN_FORM, "0" * 64)
    with pytest.raises(RightsError):
        finalise(desks.ketua, unit, approvals)
    assert stage(desks, unit) is Tahap.SIAP_FINAL


def test_nothing_is_shown_for_approval_before_two_entries_agree(desks: Desks, unit: int) -> None:
    type_form(desks.rini, unit)
    assert refusal(lambda: read_ready(desks.ketua, unit)) is RefusalKind.BELUM_SIAP


@pytest.mark.syarat("S-512")
def test_a_withdrawn_form_stays_in_the_file_and_the_next_is_version_two(
    desks: Desks, unit: int
) -> None:
    type_twice(desks, unit)
    first = close_form(desks, unit)
    approvals = approve_both(desks.ketua, desks.yanto, Aksi.TARIK_FORM, first.segel)
    withdraw_form(desks.ketua, unit, "kertas dibetulkan KPPS", approvals)
    assert unit not in {final.unit for final in read_forms(desks.ketua)}
    type_twice(desks, unit, {**GOOD, "suara_1": 240, "suara_2": 420})
    second = close_form(desks, unit)
    assert (second.versi, second.segel == first.segel) == (2, False)
    with desks.ketua.read() as session:
        assert [f.versi for f in store.read_finals(session) if f.unit == unit] == [1, 2]


def test_the_commands_walk_to_the_same_state_again(desks: Desks, unit: int) -> None:
    type_form(desks.rini, unit)
    with desks.ketua.read() as session:
        commands, kept = store.read_commands(session, unit), store.read_state(session, unit)
    typed = {one.isian: one.nilai for one in commands if one.kata == "isi"}
    assert [commands[0].kata, commands[-1].kata] == ["mulai", "selesai"]
    assert typed == kept.entri_1.isi  # type: ignore[union-attr]  # the first entry is there


def test_discard_and_reset_start_over(desks: Desks, unit: int) -> None:
    start_entry(desks.rini, unit)
    discard_entry(desks.rini, unit)
    assert stage(desks, unit) is Tahap.KOSONG
    type_twice(desks, unit)
    reset_entry(desks.ketua, unit, "formulir TPS lain")
    assert stage(desks, unit) is Tahap.KOSONG


@pytest.mark.syarat("S-406")
def test_nothing_is_typed_before_the_share_out_is_locked(tmp_path: Path) -> None:
    desks = open_desks(tmp_path, locked=False)
    with pytest.raises(StateError, match="belum dikunci"):
        start_entry(desks.rini, 1)
    desks.ketua.close()


def test_several_boxes_are_read_again_in_one_step_or_none(desks: Desks, unit: int) -> None:
    type_form(desks.rini, unit)
    type_form(desks.yanto, unit, {**GOOD, "sisa": 97, "sah": 661})
    assert start_retyping(desks.rini, unit) == ("sisa", "sah")
    refusal(lambda: retype_fields(desks.rini, unit, {"sisa": 96, "sah": None}))
    assert start_retyping(desks.rini, unit) == ("sisa", "sah")
    for meja in (desks.rini, desks.yanto):
        retype_fields(meja, unit, {"sisa": 96, "sah": 660})
    assert stage(desks, unit) is Tahap.SIAP_FINAL


def test_a_person_with_nothing_to_read_again_is_told_why(desks: Desks, unit: int) -> None:
    type_form(desks.rini, unit)
    type_form(desks.yanto, unit, {**GOOD, "sisa": 97})
    ask = lambda meja: refusal(lambda: start_retyping(meja, unit))  # noqa: E731 -- asked three times
    assert ask(desks.ketua) is RefusalKind.BUKAN_PENGETIK_ASAL
    retype_fields(desks.rini, unit, {"sisa": 96})
    assert ask(desks.rini) is RefusalKind.SUDAH_DIKETIK_ULANG
    retype_fields(desks.yanto, unit, {"sisa": 96})
    assert ask(desks.yanto) is RefusalKind.BUKAN_ISIAN_BEDA


def test_an_unknown_unit_is_refused(desks: Desks) -> None:
    with pytest.raises(StateError, match="Unit 99 tidak ada"):
        start_entry(desks.rini, 99)


@pytest.mark.syarat("S-009")
def test_a_refused_step_leaves_no_command_behind(desks: Desks, unit: int) -> None:
    start_entry(desks.rini, unit)
    refusal(lambda: save_field(desks.yanto, unit, "sah", 1))
    with desks.ketua.read() as session:
        assert [one.kata for one in store.read_commands(session, unit)] == ["mulai"]


def test_saving_no_box_is_no_step(desks: Desks, unit: int) -> None:
    start_entry(desks.rini, unit)
    save_fields(desks.rini, unit, {})
    with desks.ketua.read() as session:
        assert [one.kata for one in store.read_commands(session, unit)] == ["mulai"]


def test_the_history_names_boxes_and_no_figure(desks: Desks, unit: int) -> None:
    start_entry(desks.rini, unit)
    save_field(desks.rini, unit, "sisa", 47110)
    with desks.ketua.read() as session:
        bodies = session.execute(text("SELECT group_concat(body) FROM audit")).scalar_one()
    assert '"isian":"sisa"' in bodies
    assert "47110" not in bodies


@pytest.mark.syarat("S-004")
@pytest.mark.parametrize("table", ["form_final", "form_perintah"])
def test_what_was_kept_cannot_be_changed(desks: Desks, unit: int, table: str) -> None:
    type_twice(desks, unit)
    close_form(desks, unit)
    with (
        pytest.raises(IntegrityError, match="append-only"),
        desks.ketua.file.work() as session,
    ):
        session.execute(text(f"DELETE FROM {table}"))  # noqa: S608 -- two fixed names


@pytest.mark.syarat("S-513", "S-514")
def test_recap_waits_for_every_unit_and_outcome_with_it(tmp_path: Path) -> None:
    desks = open_desks(tmp_path, [MAJALENGKA, MAJALENGKA])
    type_twice(desks, 2)
    close_form(desks, 2)
    assert recap(desks.ketua).belum == (1,)
    assert recap(desks.ketua).jumlah.suara == (239, 421)
    with pytest.raises(StateError, match="Unit 1 belum final"):
        outcome(desks.ketua)
    desks.ketua.close()


@pytest.mark.syarat("S-515")
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


@pytest.mark.syarat("S-520")
def test_before_the_draw_there_is_no_form(tmp_path: Path) -> None:
    desks = open_desks(tmp_path, calon=0)
    with pytest.raises(StateError, match="belum diundi"):
        save_field(desks.rini, 1, "sah", 1)
    desks.ketua.close()

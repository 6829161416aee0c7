from collections.abc import Callable, Mapping

import pytest

from pilkades_desk.penghitungan import entry_state as steps
from pilkades_desk.penghitungan.entry_state import EntryState
from pilkades_desk.penghitungan.refusals import EntryRefusedError, RefusalKind
from pilkades_desk.penghitungan.values import Tahap
from tests.penghitungan.makers import ACUAN, make_form

Step = Callable[[EntryState], EntryState]
A, B, C, D, KETUA, SEKRETARIS = range(1, 7)
GOOD = make_form().isi
WRONG = {**GOOD, "sisa": 95}  # E506: 765 received, 764 accounted for


def typed(state: EntryState, akun: int, isi: Mapping[str, int]) -> EntryState:
    state = steps.start(state, akun)
    for isian, nilai in isi.items():
        state = steps.save(state, akun, isian, nilai, acuan=ACUAN)
    return steps.finish(state, akun, ACUAN)


def first(isi: Mapping[str, int] = GOOD) -> EntryState:
    return typed(EntryState(), A, isi)


def twice(one: Mapping[str, int] = GOOD, two: Mapping[str, int] = GOOD) -> EntryState:
    return typed(first(one), B, two)


def marked(state: EntryState, kode: str = "E506", alasan: str = "satu lembar hilang") -> EntryState:
    return steps.mark_paper_stands(state, KETUA, kode, alasan, acuan=ACUAN)


def reread(state: EntryState, *readings: tuple[int, str, int | None]) -> EntryState:
    for akun, isian, nilai in readings:
        state = steps.retype(state, akun, isian, nilai, acuan=ACUAN)
    return state


def differing() -> EntryState:
    return twice(GOOD, {**GOOD, "sisa": 97, "disabilitas_hadir": 5})


def test_two_equal_entries_are_ready() -> None:
    state = twice()
    assert state.tahap is Tahap.SIAP_FINAL
    assert steps.agreed_form(state, ACUAN) == make_form()


def test_progress_is_kept_when_the_typist_comes_back() -> None:
    state = steps.save(steps.start(EntryState(), A), A, "dpt_l", 370, acuan=ACUAN)
    assert steps.start(state, A).entri_1 == state.entri_1


def test_a_box_can_be_emptied_again() -> None:
    state = steps.save(steps.start(EntryState(), A), A, "dpt_l", 370, acuan=ACUAN)
    assert steps.own_entry(steps.save(state, A, "dpt_l", None, acuan=ACUAN), A).isi == {}


def test_an_error_sends_the_typist_back_to_the_paper() -> None:
    state = first(WRONG)
    assert state.tahap is Tahap.ENTRI_1_GALAT
    assert typed(state, A, GOOD).tahap is Tahap.ENTRI_1_SELESAI


@pytest.mark.syarat("S-511")
def test_paper_that_stands_opens_the_second_entry() -> None:
    state = typed(marked(first(WRONG)), B, WRONG)
    assert state.tahap is Tahap.SIAP_FINAL
    assert [p.kode for p in steps.agreed_explanations(state, ACUAN)] == ["E506"]


def test_one_mark_does_not_answer_for_another_error() -> None:
    state = marked(first({**WRONG, "tidak_hadir": 81}))
    assert state.tahap is Tahap.ENTRI_1_GALAT
    assert marked(state, "E505").tahap is Tahap.ENTRI_1_SELESAI


def test_a_mark_is_void_when_the_agreed_figures_are_others() -> None:
    state = typed(marked(first(WRONG)), B, {**WRONG, "sisa": 94})
    state = reread(state, (A, "sisa", 94), (B, "sisa", 94))
    assert state.tahap is Tahap.SAMA_GALAT
    assert marked(state).tahap is Tahap.SIAP_FINAL


def test_a_mark_for_a_misread_box_goes_when_the_paper_adds_up() -> None:
    state = typed(marked(first(WRONG)), B, GOOD)
    state = reread(state, (A, "sisa", 96), (B, "sisa", 96))
    assert state.tahap is Tahap.SIAP_FINAL
    assert steps.agreed_explanations(state, ACUAN) == ()


def test_only_the_differing_boxes_are_read_again() -> None:
    state = differing()
    assert state.tahap is Tahap.PEMBETULAN
    assert steps.boxes_to_retype(state, A) == ("disabilitas_hadir", "sisa")
    assert steps.boxes_to_retype(state, C) == ()


def test_both_read_alike_the_second_time() -> None:
    state = reread(
        differing(),
        (A, "sisa", 96), (A, "disabilitas_hadir", None),
        (B, "disabilitas_hadir", None), (B, "sisa", 96),
    )  # fmt: skip
    assert state.tahap is Tahap.SIAP_FINAL
    assert steps.agreed_form(state, ACUAN) == make_form(disabilitas_hadir=None)


def test_a_reading_that_goes_on_counts_for_nothing_and_is_its_readers_alone() -> None:
    state = steps.keep_reading(differing(), A, "sisa", 97, acuan=ACUAN)
    state = steps.keep_reading(state, A, "sisa", 96, acuan=ACUAN)
    state = steps.keep_reading(state, B, "sisa", 95, acuan=ACUAN)
    assert state.tahap is Tahap.PEMBETULAN
    assert state.bacaan == ()
    assert (steps.own_reading(state, A), steps.own_reading(state, B)) == (
        {"sisa": 96},
        {"sisa": 95},
    )
    emptied = steps.keep_reading(state, A, "sisa", None, acuan=ACUAN)
    assert steps.own_reading(emptied, A) == {}
    with pytest.raises(EntryRefusedError):
        steps.keep_reading(state, C, "sisa", 96, acuan=ACUAN)
    done = reread(state, (A, "sisa", 97))
    assert (steps.own_reading(done, A), steps.own_reading(done, B)) == ({}, {"sisa": 95})


def still_differing() -> EntryState:
    state = twice(GOOD, {**GOOD, "sisa": 97})
    return reread(state, (A, "sisa", 97), (B, "sisa", 96))


def test_swapped_readings_need_a_third_person() -> None:
    state = still_differing()
    assert state.tahap is Tahap.PEMBACA_KETIGA
    assert reread(state, (C, "sisa", 96)).tahap is Tahap.SIAP_FINAL


def test_three_different_readings_need_a_fourth() -> None:
    state = reread(still_differing(), (C, "sisa", 99))
    assert state.tahap is Tahap.PEMBACA_KETIGA
    assert steps.boxes_to_retype(state, C) == ()
    assert reread(state, (D, "sisa", 96)).tahap is Tahap.SIAP_FINAL


def half_agreed() -> EntryState:
    """One differing box read alike the second time, the other still not."""
    both = [(akun, "disabilitas_hadir", 4) for akun in (A, B)]
    return reread(differing(), *both, (A, "sisa", 97), (B, "sisa", 96))


def test_one_box_read_alike_does_not_settle_the_other() -> None:
    state = half_agreed()
    assert state.tahap is Tahap.PEMBACA_KETIGA
    assert steps.boxes_to_retype(state, C) == ("sisa",)


def test_finality_keeps_the_state_and_ends_it() -> None:
    state = steps.finalise(twice(), [KETUA, A], ACUAN)
    assert state.tahap is Tahap.FINAL
    assert steps.agreed_form(state, ACUAN) == make_form()


def test_a_withdrawn_form_starts_empty_with_the_next_version() -> None:
    final = steps.finalise(twice(), [KETUA, A], ACUAN)
    assert steps.withdraw(final, "kertas dibetulkan KPPS") == EntryState(versi=2)


def test_discard_throws_away_only_the_running_entry() -> None:
    state = steps.start(first(), B)
    assert steps.discard(state, B) == first()
    assert steps.discard(steps.start(EntryState(), A), A) == EntryState()


@pytest.mark.parametrize(
    "throw_away",
    [lambda state: steps.discard(state, A), lambda state: steps.reset(state, "tertukar")],
)
def test_who_saw_figures_types_nothing_after_they_are_thrown_away(throw_away: Step) -> None:
    state = throw_away(steps.start(steps.look(first(WRONG), KETUA), A))
    with pytest.raises(EntryRefusedError) as refused:
        steps.start(state, KETUA)
    assert refused.value.kind is RefusalKind.SUDAH_MELIHAT


def test_reset_throws_away_both_entries() -> None:
    assert steps.reset(differing(), "formulir tertukar") == EntryState()


def test_a_state_survives_its_json() -> None:
    state = still_differing()
    assert EntryState.model_validate_json(state.model_dump_json()) == state


def test_a_state_whose_entries_do_not_fit_its_stage_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="entries do not fit"):
        EntryState(tahap=Tahap.SIAP_FINAL)


FINAL = steps.finalise(twice(), [KETUA, A], ACUAN)
RUNNING = steps.start(EntryState(), A)
REFUSED = [
    (RefusalKind.PENGETIK_SAMA, lambda: steps.start(first(), A)),
    (RefusalKind.SUDAH_MELIHAT, lambda: steps.start(marked(first(WRONG)), KETUA)),
    (RefusalKind.SEDANG_DIISI, lambda: steps.start(RUNNING, B)),
    (RefusalKind.SEDANG_DIISI, lambda: steps.start(steps.start(first(), B), A)),
    (RefusalKind.BUKAN_PENGETIK, lambda: steps.save(RUNNING, B, "sah", 1, acuan=ACUAN)),
    (RefusalKind.BUKAN_PENGETIK, lambda: steps.finish(RUNNING, B, ACUAN)),
    (RefusalKind.BUKAN_PENGETIK, lambda: steps.discard(RUNNING, B)),
    (RefusalKind.BELUM_DIMULAI, lambda: steps.save(EntryState(), A, "sah", 1, acuan=ACUAN)),
    (RefusalKind.BELUM_DIMULAI, lambda: steps.finish(first(), A, ACUAN)),
    (RefusalKind.ADA_GALAT, lambda: steps.start(first(WRONG), B)),
    (RefusalKind.BELUM_LENGKAP, lambda: steps.finish(RUNNING, A, ACUAN)),
    (RefusalKind.BELUM_LENGKAP, lambda: reread(differing(), (A, "sisa", None))),
    (RefusalKind.ISIAN_TIDAK_DIKENAL, lambda: steps.save(RUNNING, A, "suara_3", 1, acuan=ACUAN)),
    (RefusalKind.NILAI_TIDAK_MUNGKIN, lambda: steps.save(RUNNING, A, "sah", -1, acuan=ACUAN)),
    (RefusalKind.NILAI_TIDAK_MUNGKIN, lambda: reread(differing(), (A, "sisa", 100_000))),
    (RefusalKind.SUDAH_DUA_ENTRI, lambda: steps.start(differing(), C)),
    (RefusalKind.BUKAN_ISIAN_BEDA, lambda: reread(differing(), (A, "sah", 660))),
    (RefusalKind.BUKAN_ISIAN_BEDA, lambda: reread(twice(), (A, "sah", 660))),
    (RefusalKind.BUKAN_ISIAN_BEDA, lambda: reread(half_agreed(), (C, "disabilitas_hadir", 4))),
    (RefusalKind.BUKAN_PENGETIK_ASAL, lambda: reread(differing(), (C, "sisa", 96))),
    (RefusalKind.SUDAH_DIKETIK_ULANG, lambda: reread(differing(), *[(A, "sisa", 96)] * 2)),
    (RefusalKind.HARUS_ORANG_KETIGA, lambda: reread(still_differing(), (A, "sisa", 96))),
    (RefusalKind.HARUS_ORANG_KETIGA, lambda: reread(still_differing(), *[(C, "sisa", 9)] * 2)),
    (RefusalKind.TIDAK_ADA_GALAT, lambda: marked(first(WRONG), "E505")),
    (RefusalKind.TIDAK_ADA_GALAT, lambda: marked(differing())),
    (RefusalKind.TIDAK_ADA_GALAT, lambda: steps.look(differing(), KETUA)),
    (RefusalKind.SUDAH_MELIHAT, lambda: steps.start(typed(looked(), A, GOOD), KETUA)),
    (RefusalKind.ALASAN_KOSONG, lambda: marked(first(WRONG), alasan=" ")),
    (RefusalKind.ALASAN_KOSONG, lambda: steps.reset(first(), " ")),
    (RefusalKind.ALASAN_KOSONG, lambda: steps.withdraw(FINAL, "")),
    (RefusalKind.BELUM_SIAP, lambda: steps.finalise(differing(), [KETUA, A], ACUAN)),
    (RefusalKind.BELUM_SIAP, lambda: steps.agreed_form(first(), ACUAN)),
    (RefusalKind.GALAT_TERSISA, lambda: steps.finalise(both_misread(), [KETUA, A], ACUAN)),
    (RefusalKind.GALAT_TERSISA, lambda: steps.finalise(twice(), [KETUA, A], MOVED)),
    (RefusalKind.PERLU_DUA_ORANG, lambda: steps.finalise(twice(), [KETUA, KETUA], ACUAN)),
    (RefusalKind.PERLU_ORANG_LAIN, lambda: steps.finalise(twice(), [A, B], ACUAN)),
    (RefusalKind.SUDAH_FINAL, lambda: steps.start(FINAL, C)),
    (RefusalKind.SUDAH_FINAL, lambda: steps.finalise(FINAL, [KETUA, A], ACUAN)),
    (RefusalKind.SUDAH_FINAL, lambda: steps.reset(FINAL, "salah")),
    (RefusalKind.BELUM_FINAL, lambda: steps.withdraw(twice(), "salah")),
    (RefusalKind.MASIH_KOSONG, lambda: steps.reset(EntryState(), "salah")),
]  # fmt: skip


def looked() -> EntryState:
    return steps.look(steps.look(first(WRONG), KETUA), KETUA)


MOVED = ACUAN.model_copy(update={"dpt_l": 371})


def both_misread() -> EntryState:
    return reread(twice(GOOD, {**GOOD, "sisa": 95}), (A, "sisa", 95), (B, "sisa", 95))


@pytest.mark.parametrize(("kind", "step"), REFUSED)
def test_a_step_the_state_does_not_allow_is_refused_by_name(
    kind: RefusalKind, step: object
) -> None:
    with pytest.raises(EntryRefusedError) as caught:
        step()  # type: ignore[operator]  # parametrised
    assert caught.value.kind is kind


def test_every_named_refusal_is_shown_above() -> None:
    assert {kind for kind, _ in REFUSED} == set(RefusalKind)


def test_a_third_person_who_marked_an_error_saw_figures() -> None:
    state = typed(marked(first(WRONG)), B, {**WRONG, "sah": 661})
    state = reread(state, (A, "sah", 661), (B, "sah", 660))
    assert steps.boxes_to_retype(state, KETUA) == ()
    assert steps.boxes_to_retype(state, SEKRETARIS) == ("sah",)

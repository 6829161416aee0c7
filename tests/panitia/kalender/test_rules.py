from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pilkades_desk.panitia.kalender.periksa import agrees, check_schedule, span
from pilkades_desk.panitia.kalender.rules import (
    days_off,
    explain,
    schedule,
    sort_by_day,
    walk,
    why_off,
    years_of,
)
from pilkades_desk.panitia.kalender.values import (
    PUNGUT,
    CutiBersama,
    Dilewati,
    Hari,
    HariLibur,
    HariPanitia,
    JenisHari,
    SatuanHari,
    Tahap,
    Tanda,
    Tenggat,
)
from tests.panitia.kalender.makers import (
    TEGAL_VOTES,
    hari,
    kalender,
    national,
    planned,
    tahap,
)

KERJA, TIAP = SatuanHari.KERJA, SatuanHari.KALENDER
NONE: Mapping[date, HariLibur] = {}
MONDAY, FRIDAY = date(2026, 11, 30), date(2026, 11, 27)
ONE = timedelta(days=1)

days = st.dates(date(2025, 1, 1), date(2029, 12, 31))
lengths = st.integers(1, 60)
offs = st.frozensets(days, max_size=200).map(
    lambda found: {day: HariLibur(tanggal=day, nama="Libur rekaan") for day in found}
)


def own(day: date, jenis: JenisHari, alasan: str = "Hari jadi kabupaten") -> HariPanitia:
    return HariPanitia(tanggal=day, jenis=jenis, alasan=alasan)


def codes(*stages: Tahap, off: Hari | None = None) -> list[str]:
    made = planned(*stages, off=off)
    found = check_schedule(made, TEGAL_VOTES, off or hari(), CutiBersama.HARI_KERJA)
    return [one.code for one in found]


@given(days, st.integers(0, 80), offs)
def test_going_working_days_on_and_back_again_changes_nothing(
    day: date, count: int, off: Mapping[date, HariLibur]
) -> None:
    start, _ = walk(day, 0, KERJA, off)
    there, _ = walk(start, count, KERJA, off)
    assert walk(there, -count, KERJA, off)[0] == start


@given(days, st.integers(-80, 80), offs)
def test_working_days_end_on_a_working_day_and_skip_only_days_off(
    day: date, count: int, off: Mapping[date, HariLibur]
) -> None:
    end, skipped = walk(day, count, KERJA, off)
    assert why_off(end, off) == ""
    assert all(why_off(one.tanggal, off) == one.sebab for one in skipped)
    between = abs((end - day).days)
    if why_off(day, off) == "":
        assert between == abs(count) + len(skipped)


@given(days, st.integers(-80, 80))
def test_calendar_days_are_just_added(day: date, count: int) -> None:
    assert walk(day, count, TIAP, {}) == (day + count * ONE, ())


stage_lists = st.lists(
    st.tuples(st.integers(-20, 20), lengths, st.sampled_from(SatuanHari)), min_size=1, max_size=8
)


@given(days, stage_lists, offs)
def test_no_stage_in_working_days_begins_or_ends_on_a_day_off(
    first: date, steps: list[tuple[int, int, SatuanHari]], off: Mapping[date, HariLibur]
) -> None:
    stages = [tahap("t0", mulai=first)]
    for number, (geser, lama, satuan) in enumerate(steps, 1):
        base = f"t{number - 1}"
        stages.append(tahap(f"t{number}", acuan=base, geser=geser, lama=lama, satuan=satuan))
    for one in planned(*stages, off=Hari(off))[1:]:
        assert one.mulai <= one.selesai
        if one.tahap.satuan is KERJA:
            assert why_off(one.mulai, off) == why_off(one.selesai, off) == ""


@given(days, st.lists(st.tuples(st.integers(0, 20), lengths), min_size=1, max_size=8), offs)
def test_a_chain_of_stages_keeps_its_order(
    first: date, steps: list[tuple[int, int]], off: Mapping[date, HariLibur]
) -> None:
    stages = [tahap("t0", mulai=first)]
    for number, (geser, lama) in enumerate(steps, 1):
        base = f"t{number - 1}"
        stages.append(tahap(f"t{number}", acuan=base, geser=geser, lama=lama, sesudah=(base,)))
    made = planned(*stages, off=Hari(off))
    starts = [one.mulai for one in made]
    assert starts == sorted(starts)
    found = check_schedule(made, TEGAL_VOTES, Hari(off), CutiBersama.LIBUR)
    assert not {"E160", "W162"} & {one.code for one in found}


@given(days, lengths, lengths, offs)
def test_a_longer_term_never_ends_earlier(
    first: date, short: int, more: int, off: Mapping[date, HariLibur]
) -> None:
    def last(lama: int) -> date:
        (one,) = planned(tahap("t0", mulai=first, lama=lama), off=Hari(off))
        return one.selesai

    assert last(short) < last(short + more)


@pytest.mark.syarat("S-165")
def test_why_a_date_says_rule_unit_first_day_and_each_day_not_counted() -> None:
    base = tahap("tutup", kegiatan="Pendaftaran", mulai=date(2026, 12, 22))
    one = planned(base, tahap("laporan", acuan="tutup", lama=3))[1]
    assert (one.mulai, one.selesai) == (date(2026, 12, 23), date(2026, 12, 28))
    assert one.aturan == (
        "3 hari kerja, mulai 1 hari kerja sesudah Pendaftaran (Selasa, 22 Desember 2026)."
    )
    assert one.dilewati == (
        Dilewati(date(2026, 12, 25), "Hari Raya Natal"),
        Dilewati(date(2026, 12, 26), "akhir pekan"),
        Dilewati(date(2026, 12, 27), "akhir pekan"),
    )


@pytest.mark.syarat("S-165")
def test_the_explanation_names_what_was_skipped_or_that_nothing_was() -> None:
    weekend = [f"{day} Desember 2026: akhir pekan" for day in ("Sabtu, 26", "Minggu, 27")]
    base = tahap("tutup", kegiatan="Pendaftaran", mulai=date(2026, 12, 24))
    far = tahap("jauh", acuan="tutup", dasar_hukum="Perbup Contoh 1/2026")
    skipped, whole, said, bare = planned(
        base, far, tahap("senin", acuan="tutup", geser=-3, satuan=TIAP), tahap("a1", mulai=MONDAY)
    )[1:] + planned(tahap("a1", mulai=MONDAY))
    assert explain(skipped) == (
        "1 hari kerja, mulai 1 hari kerja sesudah Pendaftaran (Kamis, 24 Desember 2026).",
        "Hari pertama: Senin, 28 Desember 2026.",
        "\n– ".join(("Tidak dihitung:", "Jumat, 25 Desember 2026: Hari Raya Natal", *weekend)),
        "Dasar: Perbup Contoh 1/2026.",
    )
    assert explain(whole)[1:] == ("Hari pertama: Senin, 21 Desember 2026.",)
    assert explain(said) == explain(bare)
    plain = planned(tahap("a1", mulai=MONDAY, lama=2))[0]
    assert explain(plain)[2:] == ("Semua hari di antaranya dihitung.",)
    before_eid = planned(tahap("a1", mulai=date(2027, 3, 9)), tahap("b1", acuan="a1"))[1]
    assert explain(before_eid)[-1].startswith("Asumsi: ")


def test_a_rule_counted_back_says_so() -> None:
    made = planned(
        tahap(PUNGUT, kegiatan="Pemungutan suara"),
        tahap("tenang", acuan=PUNGUT, geser=-1, lama=5, satuan=TIAP),
    )
    assert made[0].aturan == "Hari pemungutan suara pemilihan ini."
    assert made[1].aturan == (
        "5 hari kalender, berakhir 1 hari kalender sebelum Pemungutan suara"
        " (Rabu, 3 Februari 2027)."
    )


def test_a_stage_may_begin_on_the_last_day_of_another() -> None:
    made = planned(tahap("a1", mulai=MONDAY), tahap("b1", acuan="a1", geser=0))
    assert made[1].mulai == MONDAY
    assert "mulai pada hari terakhir Tahap a1" in made[1].aturan


def test_a_length_may_come_from_the_profile() -> None:
    made = planned(tahap("a1", mulai=MONDAY), tahap("b1", acuan="a1", kunci="dps.umum_hari"))
    assert (made[1].mulai, made[1].selesai) == (date(2026, 12, 1), date(2026, 12, 3))
    assert "3 hari kerja menurut profil 'dps.umum_hari'" in made[1].aturan


def test_a_decree_counts_and_its_arithmetic_stands_beside_it() -> None:
    (one,) = planned(tahap("a1", mulai=MONDAY, selesai=date(2026, 12, 4), lama=3))
    assert one.selesai == date(2026, 12, 4)
    assert one.hitung_selesai == date(2026, 12, 2)
    assert one.aturan == ("Ditulis dalam kalender. 3 hari kerja sejak Senin, 30 November 2026.")


def test_a_date_alone_is_one_day_and_needs_no_rule() -> None:
    (one,) = planned(tahap("a1", mulai=MONDAY))
    assert (one.selesai, one.hitung_mulai, one.aturan) == (MONDAY, None, "Ditulis dalam kalender.")
    assert agrees(one, NONE)


@pytest.mark.syarat("S-161")
def test_the_committees_word_on_a_day_comes_last() -> None:
    christmas, plain = date(2026, 12, 25), date(2026, 12, 9)
    said = [own(christmas, JenisHari.HARI_KERJA), own(plain, JenisHari.LIBUR)]
    off = days_off(national(), said, CutiBersama.HARI_KERJA)
    assert why_off(christmas, off) == ""
    assert why_off(plain, off) == "Hari jadi kabupaten"
    taken_back = days_off(national(), [own(plain, JenisHari.DICABUT)], CutiBersama.HARI_KERJA)
    assert why_off(plain, taken_back) == ""


@pytest.mark.syarat("S-162")
def test_joint_leave_is_off_only_where_the_profile_says_so() -> None:
    leave = date(2026, 12, 24)
    assert why_off(leave, hari(CutiBersama.HARI_KERJA).libur) == ""
    assert why_off(leave, hari(CutiBersama.LIBUR).libur) == "Cuti Bersama Hari Raya Natal"


@pytest.mark.syarat("S-162")
def test_a_date_that_hangs_on_an_estimated_holiday_is_assumed() -> None:
    eid = date(2027, 3, 10)
    assert why_off(eid, hari().libur) == "Hari Raya Idul Fitri (perkiraan)"
    before = tahap("a1", mulai=date(2027, 3, 9))
    assert codes(before, tahap("b1", acuan="a1")) == ["W165"]
    assert codes(before) == []


@pytest.mark.syarat("S-163")
def test_a_stage_before_the_one_it_follows_is_an_error_and_a_shared_stretch_a_warning() -> None:
    base = tahap("a1", mulai=MONDAY, selesai=date(2026, 12, 4))
    assert codes(base, tahap("b1", mulai=FRIDAY, sesudah=("a1",))) == ["E160"]
    assert codes(base, tahap("b1", mulai=date(2026, 12, 2), sesudah=("a1",))) == ["W162"]
    assert codes(base, tahap("b1", mulai=date(2026, 12, 4), sesudah=("a1",))) == []


def test_a_working_term_on_a_day_off_is_told_once_a_day() -> None:
    assert codes(tahap("a1", mulai=date(2026, 12, 25))) == ["W163"]
    assert codes(tahap("a1", mulai=date(2026, 12, 25), satuan=TIAP)) == []


def test_a_decree_that_differs_from_its_own_length_is_told() -> None:
    stage = tahap("a1", mulai=MONDAY, selesai=date(2026, 12, 4), lama=3)
    assert codes(stage) == ["W164"]
    every = tahap("a1", mulai=MONDAY, selesai=date(2026, 12, 4), lama=5, satuan=TIAP)
    assert codes(every) == []


def test_another_voting_day_than_the_elections_is_an_error() -> None:
    assert codes(tahap(PUNGUT, mulai=date(2027, 2, 4))) == ["E162"]
    assert codes(tahap(PUNGUT)) == []


def test_a_year_too_late_is_found_as_well() -> None:
    stages = [tahap(f"t{n}", mulai=MONDAY + n * ONE) for n in range(3)]
    late = tahap("late", mulai=date(2027, 12, 3))
    assert codes(*stages, late) == ["E161"]


def test_joint_leave_nobody_announced_is_told_where_it_counts() -> None:
    made = planned(tahap("a1", mulai=date(2028, 7, 3)))
    for cuti, said in ((CutiBersama.LIBUR, ["W166"]), (CutiBersama.HARI_KERJA, [])):
        assert [one.code for one in check_schedule(made, TEGAL_VOTES, hari(cuti), cuti)] == said


@pytest.mark.syarat("S-166")
def test_stages_are_sorted_by_what_they_ask_for_today() -> None:
    def due(kode: str, first: int, last: int, tanda: Tanda | None = None) -> Tenggat:
        return Tenggat(kode, kode, date(2026, 12, first), date(2026, 12, last), tanda)

    stages = [
        due("lama", 1, 3),
        due("dps", 1, 4, Tanda.DPS),
        due("jalan", 7, 9),
        due("nanti", 14, 14),
        due("beres", 1, 2),
    ]
    work = sort_by_day(stages, date(2026, 12, 9), ["beres"])
    assert [one.kode for one in work.lewat] == ["dps", "lama"]
    assert [one.kode for one in work.sekarang] == ["jalan"]
    assert [one.kode for one in work.berikut] == ["nanti"]


def test_years_reach_one_beyond_every_date() -> None:
    assert years_of(kalender([tahap("a1", mulai=date(2026, 7, 1))]), TEGAL_VOTES) == (2025, 2028)


def test_a_span_of_one_day_is_written_once() -> None:
    assert span(MONDAY, MONDAY) == "30 November 2026"
    assert span(FRIDAY, MONDAY) == "27 November 2026 s.d. 30 November 2026"


@pytest.mark.parametrize(
    "stages",
    [
        [{"kode": "a1"}],
        [{"kode": "a1", "mulai": MONDAY, "selesai": FRIDAY}],
        [{"kode": "a1", "selesai": FRIDAY, "acuan": "a1"}],
        [{"kode": "a1", "mulai": MONDAY}, {"kode": "a1", "mulai": MONDAY}],
        [{"kode": "a1", "acuan": "hilang"}],
        [{"kode": "a1", "mulai": MONDAY, "sesudah": ("hilang",)}],
        [{"kode": "a1", "acuan": "b1"}, {"kode": "b1", "acuan": "a1"}],
        [{"kode": "A 1", "mulai": MONDAY}],
        [{"kode": "a1", "mulai": MONDAY, "lama": 0}],
    ],
)
def test_a_calendar_that_does_not_hang_together_is_refused(stages: list[dict[str, object]]) -> None:
    with pytest.raises(ValidationError):
        kalender([tahap(**one) for one in stages])  # type: ignore[arg-type]  # one field at a time


def test_a_stage_hanging_on_a_circle_of_others_blames_the_circle() -> None:
    with pytest.raises(ValidationError, match="b1: 'b1' dihitung dari dirinya sendiri"):
        kalender([tahap("a1", acuan="b1"), tahap("b1", acuan="c1"), tahap("c1", acuan="b1")])


def test_a_stage_may_be_placed_before_the_one_it_is_counted_from() -> None:
    made = schedule(
        kalender([tahap("b1", acuan="a1"), tahap("a1", mulai=MONDAY)]), TEGAL_VOTES, hari(), {}.get
    )
    assert [one.tahap.kode for one in made] == ["b1", "a1"]
    assert made[0].mulai == MONDAY + ONE
    assert SatuanHari.KERJA.sebutan == "hari kerja"

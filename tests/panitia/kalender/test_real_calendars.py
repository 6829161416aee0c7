"""The two decrees of 2026 are the measure: what is computed is what they say."""

from datetime import date

import pytest

from pilkades_desk.panitia.kalender.periksa import check_schedule
from pilkades_desk.panitia.kalender.rules import schedule
from pilkades_desk.panitia.kalender.values import CutiBersama, Jadwal
from tests.panitia.kalender.makers import (
    BLITAR,
    BLITAR_VOTES,
    TEGAL,
    TEGAL_VOTES,
    by_rule_alone,
    hari,
    real,
)

VOTES = {BLITAR: BLITAR_VOTES, TEGAL: TEGAL_VOTES}
KERJA, LIBUR = CutiBersama.HARI_KERJA, CutiBersama.LIBUR
LONGER = {"perpanjangan_1": date(2026, 12, 13)}
"""Tegal lets the extension run on to the Sunday before the next; 11 December is its 15th day."""
DEADLINES_OF_TEGAL = {
    "pembentukan_panitia": date(2026, 8, 24),
    "laporan_akhir": date(2026, 9, 22),
    "rencana_biaya": date(2026, 10, 6),
    "persetujuan_biaya": date(2026, 11, 17),
    "keberatan": date(2027, 2, 12),
    "laporan_panitia": date(2027, 2, 12),
    "laporan_bpd": date(2027, 2, 22),
}


def computed(name: str, cuti: CutiBersama) -> dict[str, Jadwal]:
    """All dates from the rules, none from the decree where a rule is known."""
    found = schedule(by_rule_alone(real(name)), VOTES[name], hari(cuti), lambda key: None)
    return {one.tahap.kode: one for one in found}


def differing(name: str, cuti: CutiBersama) -> set[str]:
    made = computed(name, cuti)
    return {
        one.kode
        for one in real(name).tahap
        if one.mulai and (made[one.kode].mulai, made[one.kode].selesai) != (one.mulai, one.selesai)
    }


@pytest.mark.syarat("S-160")
def test_every_date_of_blitar_follows_from_its_rule() -> None:
    assert sum(bool(one.acuan and one.mulai) for one in real(BLITAR).tahap) > 20
    assert differing(BLITAR, KERJA) == set()


@pytest.mark.syarat("S-160", "S-162")
def test_every_date_of_tegal_follows_from_its_rule() -> None:
    assert sum(bool(one.acuan and one.mulai) for one in real(TEGAL).tahap) > 12
    assert differing(TEGAL, KERJA) == LONGER.keys()
    assert computed(TEGAL, KERJA)["perpanjangan_1"].selesai == date(2026, 12, 11)


def test_every_deadline_of_tegal_falls_on_the_day_of_the_decree() -> None:
    made = computed(TEGAL, KERJA)
    assert {kode: made[kode].selesai for kode in DEADLINES_OF_TEGAL} == DEADLINES_OF_TEGAL


@pytest.mark.parametrize(
    ("notice", "kode", "due"),
    [
        (date(2026, 10, 8), "pembentukan_panitia", date(2026, 10, 22)),
        (date(2026, 10, 8), "laporan_akhir", date(2026, 11, 19)),
        (date(2026, 10, 8), "rencana_biaya", date(2026, 12, 3)),
        (date(2026, 10, 8), "persetujuan_biaya", date(2027, 1, 19)),
    ],
)
def test_tegals_second_column_follows_from_the_later_notice(
    notice: date, kode: str, due: date
) -> None:
    calendar = by_rule_alone(real(TEGAL))
    first = calendar.tahap[0].model_copy(update={"mulai": notice, "selesai": notice})
    moved = calendar.model_copy(update={"tahap": (first, *calendar.tahap[1:])})
    made = schedule(moved, TEGAL_VOTES, hari(KERJA), lambda key: None)
    assert next(one.selesai for one in made if one.tahap.kode == kode) == due


@pytest.mark.syarat("S-162")
def test_tegals_dates_come_out_only_when_joint_leave_is_worked() -> None:
    made = computed(TEGAL, LIBUR)
    assert {"tambahan_umum", "dpt", "perpanjangan_2"} <= differing(TEGAL, LIBUR)
    assert made["laporan_panitia"].selesai == date(2027, 2, 15)


def test_no_joint_leave_falls_into_blitars_calendar() -> None:
    assert differing(BLITAR, LIBUR) == set()


def test_campaign_and_quiet_days_are_counted_back_from_voting_day() -> None:
    blitar, tegal = computed(BLITAR, KERJA), computed(TEGAL, KERJA)
    assert (blitar["kampanye"].mulai, blitar["kampanye"].selesai) == (
        date(2026, 11, 17), date(2026, 11, 19),
    )  # fmt: skip
    assert (tegal["tenang"].mulai, tegal["tenang"].selesai) == (
        date(2027, 1, 29), date(2027, 2, 2),
    )  # fmt: skip


@pytest.mark.parametrize(("name", "said"), [(BLITAR, []), (TEGAL, ["W163"])])
def test_the_published_calendars_are_looked_over_without_an_error(
    name: str, said: list[str]
) -> None:
    made = schedule(real(name), VOTES[name], hari(KERJA), lambda key: None)
    assert [one.code for one in check_schedule(made, VOTES[name], hari(KERJA), KERJA)] == said


@pytest.mark.syarat("S-163")
def test_blitars_row_dated_a_year_early_is_found() -> None:
    calendar = real(BLITAR)
    slipped = {"mulai": date(2025, 11, 12), "selesai": date(2025, 11, 16)}
    tahap = [
        one.model_copy(update=slipped) if one.kode == "undangan" else one for one in calendar.tahap
    ]
    made = schedule(
        calendar.model_copy(update={"tahap": tuple(tahap)}),
        BLITAR_VOTES,
        hari(KERJA),
        lambda key: None,
    )
    (found,) = check_schedule(made, BLITAR_VOTES, hari(KERJA), KERJA)
    assert found.code == "E161"
    assert found.text == (
        "Undangan disampaikan kepada pemilih jatuh tahun 2025; tahap lain menunjukkan tahun 2026."
    )

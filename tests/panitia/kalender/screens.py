"""The calendar's tab for tests: on a real desk, or with nothing behind it."""

from pilkades_desk.panitia.kalender.screen import KalenderActs
from pilkades_desk.panitia.kalender.usecases import KeadaanKalender
from pilkades_desk.panitia.kalender.values import CutiBersama
from tests.panitia.kalender.makers import TEGAL_VOTES

EMPTY = KeadaanKalender(
    "", (), (), (), frozenset(), CutiBersama.HARI_KERJA, cuti_asumsi=True, hari_ini=TEGAL_VOTES
)


def _unasked(*_args: object) -> tuple[()]:
    raise AssertionError("the screen of step 1 asked the calendar to change")


def without_calendar() -> KalenderActs:
    """What the tab may do where nothing was taken yet."""
    return KalenderActs(
        may=lambda aksi: True,
        read=lambda: EMPTY,
        seen=dict,
        take=_unasked,
        take_days=_unasked,
        check_day=lambda answers: {},
        set_day=_unasked,
        recompute=_unasked,
        mark=_unasked,
        mark_past=_unasked,
        save_example=_unasked,
    )

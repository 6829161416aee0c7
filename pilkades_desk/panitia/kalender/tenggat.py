"""What the calendar asks for today, from dates kept in the file: all that the first page loads."""

from collections.abc import Mapping
from datetime import date

from pilkades_desk.panitia.kalender import store
from pilkades_desk.panitia.kalender.rules import sort_by_day
from pilkades_desk.panitia.kalender.values import Pekerjaan, Tanda
from pilkades_desk.panitia.meja import Meja


def read_pekerjaan(meja: Meja, seen: Mapping[Tanda, bool]) -> Pekerjaan | None:
    """Give what is overdue, due today and next; None without a calendar (S-166).

    `seen` says what the program itself sees as done; no holiday is loaded.
    """
    with meja.read() as session:
        tenggat = store.read_tenggat(session)
    if not tenggat:
        return None
    done = (one.kode for one in tenggat if one.ditandai or (one.tanda and seen.get(one.tanda)))
    return sort_by_day(tenggat, today(meja), done)


def today(meja: Meja) -> date:
    """Give the day it is in the village (S-166)."""
    return meja.clock.now().astimezone(meja.pemilihan.zona.tz).date()

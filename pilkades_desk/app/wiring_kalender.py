"""Binds the use cases of the calendar to an open desk, for its tab in step 1."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from pydantic import ValidationError

from pilkades_desk.app.desk_content import DeskContent
from pilkades_desk.app.seat import Seat
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.resources import resource_bytes
from pilkades_desk.kits.qt.ask import Answers
from pilkades_desk.kits.spreadsheet.reader import read_bytes
from pilkades_desk.kits.storage.disk import write_whole
from pilkades_desk.panitia.kalender import usecases
from pilkades_desk.panitia.kalender.screen import KalenderActs
from pilkades_desk.panitia.kalender.values import HariPanitia, Tanda
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import may

EXAMPLE = "blitar-2026.csv"
_FAULTS = {
    "tanggal": "Isi tanggalnya.",
    "alasan": "Isi 5 sampai 200 huruf.",
    "dasar": "Isi paling banyak 200 huruf.",
}


def make_kalender_acts(seat: Seat) -> KalenderActs:
    """Give the calendar's tab what it may do."""
    return KalenderActs(
        may=partial(may, seat.meja.akun.peran),
        read=seat.bind(usecases.read_keadaan),
        seen=seat.bind(_seen),
        take=seat.bind(_take),
        take_days=seat.bind(_take_days),
        check_day=_check_day,
        set_day=seat.bind(_set_day),
        recompute=seat.bind(usecases.recompute),
        mark=seat.bind(usecases.mark_tahap),
        mark_past=seat.bind(usecases.mark_past),
        save_example=_save_example,
    )


def _seen(meja: Meja) -> Mapping[Tanda, bool]:
    return DeskContent(meja).seen()


def _take(meja: Meja, path: Path) -> tuple[Finding, ...]:
    return usecases.import_kalender(meja, path.stem[:120], read_bytes(path))


def _take_days(meja: Meja, path: Path) -> tuple[Finding, ...]:
    return usecases.import_hari(meja, read_bytes(path))


def _check_day(answers: Answers) -> Mapping[str, str]:
    try:
        HariPanitia.model_validate(answers)
    except ValidationError as error:
        return {str(one["loc"][0]): _FAULTS[str(one["loc"][0])] for one in error.errors()}
    return {}


def _set_day(meja: Meja, answers: Answers) -> tuple[Finding, ...]:
    return usecases.set_hari(meja, HariPanitia.model_validate(answers))


def _save_example(path: Path) -> None:
    write_whole(path, resource_bytes("kalender", EXAMPLE))

"""Calendars and days off for tests: the two real ones, and small ones made by hand."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from pilkades_desk.core.resources import resource_bytes
from pilkades_desk.kits.holidays.indonesia import national_days
from pilkades_desk.kits.spreadsheet.reader import Row, read_sheets
from pilkades_desk.panitia.kalender.lembar import read_calendar
from pilkades_desk.panitia.kalender.rules import days_off, schedule
from pilkades_desk.panitia.kalender.values import (
    CutiBersama,
    Hari,
    HariLibur,
    Jadwal,
    Jalur,
    Kalender,
    SatuanHari,
    Tahap,
)

BLITAR, BLITAR_VOTES = "blitar-2026", date(2026, 11, 23)
TEGAL, TEGAL_VOTES = "tegal-2027", date(2027, 2, 3)


@cache
def national() -> tuple[HariLibur, ...]:
    """The days off of 2025 to 2029 as the library knows them."""
    return tuple(
        HariLibur(tanggal=day, nama=name, cuti_bersama=joint, perkiraan=estimated)
        for day, name, joint, estimated in national_days(2025, 2029).days
    )


@cache
def hari(cuti: CutiBersama = CutiBersama.HARI_KERJA) -> Hari:
    """Days off under one policy of joint leave."""
    return Hari(days_off(national(), (), cuti), national_days(2025, 2029).unannounced)


def rows(text: str) -> tuple[Row, ...]:
    """A CSV as rows of cells."""
    return read_sheets(text.encode())[0].rows


def real(name: str) -> Kalender:
    """One of the two calendars that travel with the program."""
    text = resource_bytes("kalender", f"{name}.csv")
    return read_calendar(name, read_sheets(text)[0].rows, SatuanHari.KERJA)


def by_rule_alone(kalender: Kalender) -> Kalender:
    """The same calendar without the dates of stages that follow from another."""
    bare = {"mulai": None, "selesai": None}
    tahap = [one.model_copy(update=bare) if one.acuan else one for one in kalender.tahap]
    return kalender.model_copy(update={"tahap": tuple(tahap)})


def tahap(kode: str, **fields: object) -> Tahap:
    """A stage of the nomination in working days."""
    usual = {"jalur": Jalur.PENCALONAN, "kegiatan": f"Tahap {kode}", "satuan": SatuanHari.KERJA}
    return Tahap.model_validate({"kode": kode} | usual | fields)


def kalender(stages: Iterable[Tahap]) -> Kalender:
    """A calendar of these stages."""
    return Kalender(nama="uji", tahap=tuple(stages))


def planned(
    *stages: Tahap, off: Hari | None = None, votes: date = TEGAL_VOTES
) -> tuple[Jadwal, ...]:
    """These stages with their dates."""
    return schedule(kalender(stages), votes, off or hari(), {"dps.umum_hari": 3}.get)

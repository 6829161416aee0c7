"""Checked identity numbers: NIK, family card, region code; and what a NIK says about itself."""

from datetime import date
from typing import Annotated

from pydantic import StringConstraints

Nik = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{15}$")]
NomorKk = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{15}$")]
KodeDesa = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{9}$")]
"""Ten digits: province 2, kabupaten 2, kecamatan 2, desa 4."""
Nama = Annotated[str, StringConstraints(min_length=1, max_length=100, strip_whitespace=True)]

_FEMALE_DAY = 40


def nik_is_female(nik: str) -> bool:
    """Tell the sex written into a NIK: 40 is added to the day of birth of women."""
    return int(nik[6:8]) > _FEMALE_DAY


def nik_matches_birth(nik: str, born: date) -> bool:
    """Tell whether digits 7-12 (ddmmyy, +40 for women) agree with a date of birth."""
    day = int(nik[6:8]) - (_FEMALE_DAY if nik_is_female(nik) else 0)
    return (day, int(nik[8:10]), int(nik[10:12])) == (born.day, born.month, born.year % 100)

"""Reads a birth date in the shapes met in the wild; the day always stands before the month.

Nothing is guessed: two-digit years belong to either century, a bare number may count from 1900 or
1904, so neither is read. A person types them again from the card.
"""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan", "februari feb pebruari peb", "maret mar", "april apr", "mei",
            "juni jun", "juli jul", "agustus agu agt ags", "september sep sept", "oktober okt",
            "november nov nopember nop", "desember des",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_DAY_FIRST = r"(?P<d>[0-9]{1,2})\s?(?P<mark>[|/.-])\s?(?P<m>[0-9]{1,2})\s?(?P=mark)\s?(?P<y>%s)"
_IN_WORDS = r"(?P<d>[0-9]{1,2})[\s-]+(?P<m>[A-Za-z]{3,9})\.?[\s-]+(?P<y>%s)"
_YEAR_FIRST = r"(?P<y>[0-9]{4})(?P<mark>[/-])(?P<m>[0-9]{1,2})(?P=mark)(?P<d>[0-9]{1,2})(?:T.*)?"
_SHAPES = tuple(
    re.compile(shape, re.ASCII)
    for shape in (_DAY_FIRST % "[0-9]{4}", _YEAR_FIRST, _IN_WORDS % "[0-9]{4}")
)
_SHORT = tuple(
    re.compile(shape, re.ASCII) for shape in (_DAY_FIRST % "[0-9]{2}", _IN_WORDS % "[0-9]{2}")
)
_PLACE_AND_DATE = re.compile(r"(?P<tempat>.*?)[\s,;/]*(?P<tanggal>(?<![0-9])[0-9]{1,4}\D.*)?")


def read_date(text: str) -> date | None:
    """Read a date; None when it is in no known shape or no day of the calendar."""
    text = text.strip().rstrip(",")
    for shape in _SHAPES:
        match = shape.fullmatch(text)
        if match:
            month = match["m"]
            number = int(month) if month.isdecimal() else _MONTHS.get(month.lower(), 0)
            try:
                return date(int(match["y"]), number, int(match["d"]))
            except ValueError:
                return None  # 31 February and the like
    return None


def has_short_year(text: str) -> bool:
    """Tell a date whose century nobody wrote."""
    return any(shape.fullmatch(text.strip()) for shape in _SHORT)


def split_birth(text: str) -> tuple[str, str]:
    """Take "Cikembar, 5-1-1990" apart; a missing part is empty, as in "Cikembar,"."""
    match = _PLACE_AND_DATE.fullmatch(" ".join(text.split()))
    if match is None:
        return text, ""
    return match["tempat"].rstrip(" ,;/"), match["tanggal"] or ""

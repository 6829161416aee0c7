"""How a NIK is shown where it must not be read; no pydantic, because start-up needs it."""

import re

_REGION = 6
_LONG = re.compile(r"\d(?:[ .\-\u00a0\u200b]?\d){11,}", re.ASCII)
"""Twelve digits and more, a sign between them or none: a NIK or family card, also a broken one."""


def mask_nik(nik: str) -> str:
    """Show the six digits of the region alone.

    The six after them are birth date and sex, which a list often shows beside them: of the last
    four not one may be read, or the number is whole again.
    """
    return nik[:_REGION] + "*" * (len(nik) - _REGION)


def mask_numbers(text: str) -> str:
    """Hide every long number within a text; what it was is not known, so nothing stays (S-010)."""
    return _LONG.sub(lambda found: "*" * len(found[0]), text)

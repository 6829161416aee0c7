"""How a NIK is shown where it must not be read; no pydantic, because start-up needs it."""

import re

_LONG = re.compile(r"\d(?:[ .\-\u00a0\u200b]?\d){11,}", re.ASCII)
"""Twelve digits and more, a sign between them or none: a NIK or family card, also a broken one."""


def mask_nik(nik: str) -> str:
    """Hide all but the last four digits; the middle would still tell birth date and sex."""
    return "*" * (len(nik) - 4) + nik[-4:]


def mask_numbers(text: str) -> str:
    """Hide every long number within a text the same way (S-010)."""
    return _LONG.sub(lambda found: mask_nik(found[0]), text)

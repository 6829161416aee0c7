"""How a NIK is shown where it must not be read; no pydantic, because start-up needs it."""


def mask_nik(nik: str) -> str:
    """Hide all but the last four digits; the middle would still tell birth date and sex."""
    return "*" * (len(nik) - 4) + nik[-4:]

"""Profiles for tests: the reference with something changed, and two regencies' validity rules."""

from pathlib import Path

from pilkades_desk.core.resources import resource_text
from pilkades_desk.panitia.profil.naskah import ACUAN, open_profile
from pilkades_desk.panitia.profil.values import Profil

FOLDER = Path(__file__).parent / "profil"
SAH = ("lombok-utara-2019", "pesawaran-2015")


def acuan() -> str:
    """The text of the reference profile."""
    return resource_text("profil", f"{ACUAN}.toml")


def with_nilai(key: str, nilai: str, text: str = "") -> str:
    """The reference (or `text`) with another value for one key, as TOML."""
    head, rest = (text or acuan()).split(f'["{key}"]\n', 1)
    before, after = rest.split("dasar =", 1)
    unit = "".join(line + "\n" for line in before.splitlines() if line.startswith("satuan"))
    return f'{head}["{key}"]\nnilai = {nilai}\n{unit}dasar ={after}'


def without(key: str) -> str:
    """The reference without one key."""
    head, rest = acuan().split(f'["{key}"]\n', 1)
    after = rest.partition('\n["')
    return head + after[1][1:] + after[2]


def validity(nama: str) -> Profil:
    """What one regency counts as a valid ballot; everything else is the reference's."""
    return open_profile(nama, (FOLDER / f"{nama}.toml").read_text("utf-8"))

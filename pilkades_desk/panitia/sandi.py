"""Passwords people guess first, and a suggestion nobody guesses.

The lists are read when the first new password is checked, never while a login is painted.
"""

import gzip
import re
import secrets
import unicodedata
from functools import cache

from pilkades_desk.core.resources import resource_bytes, resource_text

WORDS = 4
_RUN = 3
"""Neighbouring keys from so many on are a run."""
_ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz")
_COLUMNS = ("1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik", "9ol", "0p")
_SEQUENCES = tuple(line[::way] for line in (*_ROWS, *_COLUMNS) for way in (1, -1))
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_BLANKS = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """Write a password or word the way it is compared: NFKC and without case."""
    return unicodedata.normalize("NFKC", text).casefold()


def why_common(sandi: str) -> str:
    """Say why a password is among the first guesses; empty when it is not.

    Looked at are the password as typed, without blanks and signs, and without the digits and
    signs around it; each also as one piece repeated.
    """
    whole = folded(sandi)
    core = _EDGES.sub("", whole)
    if not core:
        return "hanya angka dan tanda"
    forms = {whole, core, _BLANKS.sub("", whole), _BLANKS.sub("", core)}
    pieces = {_piece(form) for form in forms}
    if any(len(piece) == 1 for piece in pieces):
        return "satu huruf diulang"
    if any(_is_run(piece) for piece in pieces):
        return "tombol yang berderet"
    if not pieces.isdisjoint(common_passwords()):
        return "kata yang lazim dipakai"
    return ""


def suggest_password() -> str:
    """Give four random everyday words."""
    words = sorted(set(resource_text("kata-sandi.txt").split()))
    return " ".join(secrets.choice(words) for _ in range(WORDS))


@cache
def common_passwords() -> frozenset[str]:
    """Read the lists: the world's most used passwords, and words and phrases used here."""
    world = gzip.decompress(resource_bytes("sandi-lazim.txt.gz")).decode("utf-8")
    return frozenset(world.split("\n")) | frozenset(resource_text("sandi-lazim-id.txt").split())


def _piece(text: str) -> str:
    """Give the shortest piece a text is repetitions of; the text itself when it repeats nothing."""
    return text[: (text + text).index(text, 1)]


def _is_run(text: str) -> bool:
    """Tell whether a text is made of nothing but runs along the keyboard or the alphabet."""
    at = 0
    while at < len(text):
        end = next((end for end in range(len(text), at + _RUN - 1, -1) if _runs(text[at:end])), at)
        if end == at:
            return False
        at = end
    return True


def _runs(text: str) -> bool:
    return any(text in line for line in _SEQUENCES)

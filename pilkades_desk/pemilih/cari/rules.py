"""How typed words are looked up: whole numbers of cards, words of the index, words too short."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_SIXTEEN = re.compile(r"[1-9][0-9]{15}", re.ASCII)
_INDEXED = 3
"""Letters the index knows a word by."""


@dataclass(frozen=True, slots=True)
class Kata:
    """Typed words as they are looked up."""

    frasa: str
    """For the index; empty where no word is long enough."""
    pendek: tuple[str, ...]
    nomor: tuple[str, ...]


def read_words(teks: str, *, near: bool) -> Kata:
    """Sort what was typed (S-212): sixteen digits are a whole number, the rest stands in a name.

    Fewer digits find no number: digit after digit would spell it out. Streets and family cards
    are found only by who may see them (`near`, S-240).
    """
    words = dict.fromkeys(teks.split())
    nomor = tuple(word for word in words if _SIXTEEN.fullmatch(word))
    rest = [word for word in words if word not in nomor]
    return Kata(
        _phrase((word for word in rest if len(word) >= _INDEXED), near=near),
        tuple(word for word in rest if len(word) < _INDEXED),
        nomor,
    )


def _phrase(words: Iterable[str], *, near: bool) -> str:
    columns = "{nama alamat}" if near else "nama"
    quoted = ('"' + word.replace('"', '""') + '"' for word in words)
    return " AND ".join(f"{columns} : {one}" for one in quoted)

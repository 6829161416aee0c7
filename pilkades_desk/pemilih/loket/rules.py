"""How a question at the counter is read and whom it fits (docs/decisions/0023)."""

import re

from pilkades_desk.pemilih.loket.values import Pertanyaan
from pilkades_desk.pemilih.rules import name_key

MOST = 6
"""Voters shown at once; a name more people share is asked for in full."""
_LEAST = 3
"""Letters the longest word must have."""
_NIK = re.compile(r"[1-9][0-9]{15}", re.ASCII)
_WORD = re.compile(r"[^\W_]+")
APOSTROPHES = "'’‘`´ʼʻ"
_CLOSED = str.maketrans("", "", APOSTROPHES)
_BETWEEN = re.compile(r"[\s.]")


def read_question(teks: str) -> Pertanyaan | None:
    """Read what the officer typed; None for what could find anybody, such as part of a NIK.

    Syarat: S-250.
    """
    digits = _BETWEEN.sub("", teks)
    if _NIK.fullmatch(digits):
        return Pertanyaan(digits, ())
    kata, rapat = (tuple(dict.fromkeys(_words(one))) for one in (teks, teks.translate(_CLOSED)))
    telling = any(len(word) >= _LEAST for word in kata)
    if not telling or any(sign.isdigit() for sign in teks):
        return None
    return Pertanyaan("", kata, rapat)


def fits(pertanyaan: Pertanyaan, nama: str, nik: str) -> bool:
    """Tell whether a voter has this NIK, or every word as a whole word of the name (S-250).

    An apostrophe divides a word or is nothing, in the question as in the name.
    """
    if pertanyaan.nik:
        return nik == pertanyaan.nik
    words = {*_words(nama), *_words(nama.translate(_CLOSED))}
    return any(asked and words.issuperset(asked) for asked in (pertanyaan.kata, pertanyaan.rapat))


def _words(text: str) -> list[str]:
    """Give the words of a name as they compare; Nur'aini is two, typed with a blank or not."""
    return [key for key in map(name_key, _WORD.findall(text)) if key]

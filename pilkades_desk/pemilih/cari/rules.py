"""How typed words are looked up: whole numbers of cards, words of the index, words too short."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import compress, groupby

from pilkades_desk.pemilih.cari.values import JumlahWilayah, Urutan, Wilayah
from pilkades_desk.pemilih.values import Saring

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


def in_order(
    urutan: Urutan, kata: Kata, status: Saring, found: Collection[int] | None
) -> tuple[int, ...]:
    """Give whom the file found in the order of names; None found means it narrowed nothing.

    Who is struck, and words too short for the index, are told here: in memory that takes less
    than asking the file.
    """
    if status is Saring.DICORET:
        found = urutan.tercoret.intersection(urutan.tercoret if found is None else found)
    words = [word.upper() for word in kata.pendek]
    if found is None:
        ids = urutan.ids
        if words:
            first = words.pop()
            ids = tuple(compress(ids, [first in nama for nama in urutan.nama]))
    else:
        places = sorted(urutan.tempat[one] for one in found if one in urutan.tempat)
        ids = tuple(map(urutan.ids.__getitem__, places))
    for word in words:
        ids = tuple(one for one in ids if word in urutan.nama[urutan.tempat[one]])
    if status is Saring.TERDAFTAR and urutan.tercoret:
        ids = tuple(one for one in ids if one not in urutan.tercoret)
    return ids


def _phrase(words: Iterable[str], *, near: bool) -> str:
    columns = "{nama alamat}" if near else "nama"
    quoted = ('"' + word.replace('"', '""') + '"' for word in words)
    return " AND ".join(f"{columns} : {one}" for one in quoted)


def sum_areas(counts: Iterable[JumlahWilayah]) -> tuple[Wilayah, ...]:
    """Add RT up to RW and RW to dusun (S-267); the counts come in the order of areas."""
    return tuple(
        _whole(dusun, None, tuple(_rows_of(dusun, those)))
        for dusun, those in groupby(counts, key=lambda one: one.dusun)
    )


def _rows_of(dusun: str, counts: Iterable[JumlahWilayah]) -> Iterable[Wilayah]:
    for rw, those in groupby(counts, key=lambda one: one.rw):
        rt = (Wilayah(dusun, rw, one.rt, one.laki, one.perempuan) for one in those)
        yield _whole(dusun, rw, tuple(rt))


def _whole(dusun: str, rw: int | None, bagian: tuple[Wilayah, ...]) -> Wilayah:
    men = sum(one.laki for one in bagian)
    women = sum(one.perempuan for one in bagian)
    return Wilayah(dusun, rw, None, men, women, bagian)

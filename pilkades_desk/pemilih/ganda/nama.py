"""Names as they sound: Indonesian spellings, titles, left out parts, one slip of the typist.

A name becomes parts; each part keeps its letters as written and a key in which spellings of the
same sound are one (Soeharto = Suharto, Djoko = Joko = Yoko, Achmad = Akhmad = Ahmad, Taufiq =
Taopik). `compare` says how two names differ, or that they are not near.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from pilkades_desk.pemilih.ganda.values import Beda, Kemiripan, Rentang


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LEADING = _words(
    "h hj kh ki nyi ir drs dra dr drg prof ust ustadz ustadzah raden rr rd r tb tn ny sdr sdri"
)
_TRAILING = _words(
    "sh se st sp ss si mm ma mh msi mpd mt mkes mkom mag mhum msc mba phd lc ba bsc spd spdi spdsd "
    "sag sos ssos ssosi ssi skom skm skep sip sipem sei sthi shi sst stp sked spt sft amd amdkeb "
    "amdkep ama amapd amk ners ns apt hj h alm almh"
)
_JOINING = _words("bin binti alias als al")
_SHORT = {
    word: sound
    for sound, words in {
        "muhamad": "muhammad muhamad mohammad mohamad mochamad mochammad mochamat muhamat mohamat "
        "mukhamad mukhammad moch moh muh much mhd mhmd md",
        "abdul": "abd abdul abdoel abdu",
        "siti": "st siti sitti sity",
        "ahmad": "ach achmad akhmad ahmad achmat ahmat",
    }.items()
    for word in _words(words)
}
WEAK = frozenset({"muhamad", "abdul", "siti", "ahmad", "nur", "sri", "dwi", "tri", "ni", "i"})
"""Parts that stand in front of so many names that alone they say nothing."""
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("oe", "u"), ("tj", "c"), ("dj", "j"), ("[sd][jy]", "s"), ("ch|kh|gh", "h"), ("j", "y"),
        ("sh", "s"), ("th", "t"), ("dh", "d"), ("dz|z", "s"), ("[vf]|ph", "p"), ("q", "k"),
        ("x", "ks"), ("ie", "i"), ("a[ey]", "ai"), ("(?<=i)y(?=[aiueo])", ""),
        ("(?<=u)w(?=[aiueo])", ""), ("(?<=[^aiueo])y(?=[aiueo])", "i"), (r"(.)\1+", r"\1"),
        ("(?<=[aiueo])h$", ""),
    )
)  # fmt: skip
_WORDS = re.compile(r"[^\W_]+(?:\.+[^\W_]+)*")
_QUOTES = frozenset("'`\u2018\u2019\u02bc\u02bb")
_ABDUL = re.compile("abdu[lr]+")
_HARD = re.compile("[kc]h")
_JOINED_LEAST = 6
"""Shorter names one slip apart are different names."""


@dataclass(frozen=True, slots=True)
class NamaTerurai:
    """A name taken apart: letters and keys of its parts without titles, in the order written.

    `sambung` is the whole name as one key, so that a blank more or less does not matter; `keras`
    the same with kh as k, for some write Khasanah as Hasanah and some as Kasanah. `bagian` and
    `huruf` and `bunyi`, a bit for each letter written or heard, tell which cannot be near.
    """

    tulis: tuple[str, ...]
    kunci: tuple[str, ...]
    sambung: str
    keras: str
    bagian: frozenset[str]
    huruf: int
    bunyi: int
    gelar: bool

    def may_be_near(self, other: "NamaTerurai") -> bool:
        """Tell whether two names differ by two letters, as written or by sound, or share a part.

        In the latter case one must have all letters of the other but two. All near names pass this
        test, few others do, and it is fast.
        """
        if (self.huruf ^ other.huruf).bit_count() <= 2:
            return True
        if (self.bunyi ^ other.bunyi).bit_count() <= 2:
            return True
        if self.bagian.isdisjoint(other.bagian):
            return False
        both = self.bunyi & other.bunyi
        return min((self.bunyi ^ both).bit_count(), (other.bunyi ^ both).bit_count()) <= 2


@lru_cache(maxsize=200_000)
def take_apart(nama: str) -> NamaTerurai:
    """Take a name apart; titles go, unless nothing would be left."""
    words = [piece for word in _WORDS.findall(_plain(nama)) for piece in _pieces(word)]
    untitled = _without_titles(words)
    parts = [part for part in untitled if part not in _JOINING] or untitled
    keys = [_key(part) for part in parts]
    if len(keys) > 1 and parts[0] == "m":
        keys[0] = "muhamad"
    hard = [_key(_HARD.sub("k", part)) for part in parts]
    joined, hard_joined = (_ABDUL.sub("abdur", "".join(each)) for each in (keys, hard))
    return NamaTerurai(
        tulis=tuple(parts),
        kunci=tuple(keys),
        sambung=joined,
        keras=hard_joined,
        bagian=frozenset(keys) - WEAK or frozenset(keys),
        huruf=_bits("".join(parts)),
        bunyi=_bits(joined),
        gelar=len(untitled) < len(words),
    )


def compare(satu: str, dua: str) -> Kemiripan | None:
    """Say how two names differ; None when they are not near."""
    one, two = take_apart(satu), take_apart(dua)
    if one.tulis == two.tulis:
        return Kemiripan(Beda.GELAR if one.gelar or two.gelar else Beda.SAMA, one.kunci)
    if one.sambung == two.sambung or one.keras == two.keras:
        return Kemiripan(Beda.EJAAN, one.kunci)
    if sorted(one.kunci) == sorted(two.kunci):
        return Kemiripan(Beda.URUTAN, one.kunci)
    return _match_parts(one, two) or _match_joined(one, two)


def is_one_slip(one: str, two: str) -> bool:
    """Tell whether one letter more, less, other or changed round makes one text the other."""
    if len(one) > len(two):
        one, two = two, one
    more = len(two) - len(one)
    if more > 1 or one == two:
        return False
    at = 0
    while at < len(one) and one[at] == two[at]:
        at += 1
    if more:
        return one[at:] == two[at + 1 :]
    turned = one[at : at + 2] == two[at : at + 2][::-1]
    return one[at + 1 :] == two[at + 1 :] or (turned and one[at + 2 :] == two[at + 2 :])


def lacks_of(text: str) -> Iterator[str]:
    """Give a text with each letter left out: two texts one slip apart have one of these in common.

    The text itself is one of them.
    """
    yield text
    for at in range(len(text)):
        yield text[:at] + text[at + 1 :]


def differing(satu: str, dua: str) -> tuple[tuple[Rentang, ...], tuple[Rentang, ...]]:
    """Give the stretches of both names in which they differ, whatever their case."""
    one, two = ([sign.casefold() for sign in nama] for nama in (satu, dua))
    steps = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    changed = [step[1:] for step in steps if step[0] != "equal"]
    first = tuple((a, b) for a, b, _, _ in changed if a < b)
    return first, tuple((c, d) for _, _, c, d in changed if c < d)


def _bits(text: str) -> int:
    return sum(1 << ord(sign) % 256 for sign in set(text))


def _plain(nama: str) -> str:
    signs = unicodedata.normalize("NFKD", nama.casefold())
    return "".join(
        sign for sign in signs if not unicodedata.combining(sign) and sign not in _QUOTES
    )


def _pieces(word: str) -> list[str]:
    """Take a word with dots apart, unless it is a title as a whole (S.Pd.I)."""
    letters = word.replace(".", "")
    pieces = [piece for piece in word.split(".") if piece]
    return [letters] if letters in _TRAILING else pieces


def _without_titles(words: Sequence[str]) -> list[str]:
    parts = list(words)
    while len(parts) > 1 and parts[0] in _LEADING:
        del parts[0]
    while ending := _ending(parts):
        del parts[-ending:]
    return parts


def _ending(parts: Sequence[str]) -> int:
    """Count the last words that make a title together, such as `s pd`."""
    for count in (3, 2, 1):
        last = parts[-count:]
        if len(parts) > count and "".join(last) in _TRAILING:
            return count
    return 0


@cache
def _key(part: str) -> str:
    if part in _SHORT:
        return _SHORT[part]
    for pattern, sound in _SOUNDS:
        part = pattern.sub(sound, part)
    return part


def _match_parts(one: NamaTerurai, two: NamaTerurai) -> Kemiripan | None:
    """Find every part of the shorter name in the longer one, in any order, one of them slipped."""
    short, long = sorted((one, two), key=lambda name: len(name.kunci))
    left = list(range(len(long.kunci)))
    found, slipped, missing, initials = [], [], [], 0
    for place, key in enumerate(short.kunci):
        same = next((at for at in left if long.kunci[at] == key), None)
        if same is None:
            missing.append(place)
        else:
            left.remove(same)
            found.append(key)
    for place in missing:
        near = next((at for at in left if _is_near(short, place, long, at)), None)
        if near is None:
            return None
        left.remove(near)
        if 1 in (len(short.tulis[place]), len(long.tulis[near])):
            initials += 1
        else:
            slipped.append((place, near))
    lacking = bool(left or initials)
    if len(slipped) > 1 or (lacking and (slipped or not _says_enough(found))):
        return None
    if lacking:
        return Kemiripan(Beda.BAGIAN, tuple(found), kurang=max(1, _count_telling(long, left)))
    place, near = slipped[0]
    keys, written = (short.kunci[place], long.kunci[near]), (short.tulis[place], long.tulis[near])
    return Kemiripan(Beda.KETIK, tuple(found), keys, written)


def _is_near(short: NamaTerurai, place: int, long: NamaTerurai, at: int) -> bool:
    written = short.tulis[place], long.tulis[at]
    keys = short.kunci[place], long.kunci[at]
    if 1 in map(len, written):
        return keys[0][0] == keys[1][0]
    return is_one_slip(*written) or is_one_slip(*keys)


def _count_telling(name: NamaTerurai, places: Sequence[int]) -> int:
    return sum(name.kunci[at] not in WEAK for at in places)


def _says_enough(found: Sequence[str]) -> bool:
    return len(found) > 1 or any(key not in WEAK for key in found)


def _match_joined(one: NamaTerurai, two: NamaTerurai) -> Kemiripan | None:
    """Find one slip in two names of which one is written in more parts than the other."""
    letters = min(len(one.sambung), len(two.sambung))
    if letters < _JOINED_LEAST or len(one.kunci) == len(two.kunci):
        return None
    if not is_one_slip(one.sambung, two.sambung):
        return None
    both = (one.sambung, two.sambung)
    return Kemiripan(Beda.KETIK, (), both, both)

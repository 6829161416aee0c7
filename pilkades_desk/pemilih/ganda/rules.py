"""Finds pairs of voters who may be one person (S-215).

A pair comes up for the same family card and a near name, or a near name and the same birth date or
one with day and month changed round. Who only looks alike does not: parent and child, twins, the
many people of one common name. Compared is only within a family card or a birth date, there again
only who shares a part of the name, so the work grows as n·log n.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from pilkades_desk.core.canonical import canonical, sha256_hex
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.pemilih import findings as f
from pilkades_desk.pemilih.ganda.nama import compare, is_one_slip, lacks_of, take_apart
from pilkades_desk.pemilih.ganda.values import Beda, Catatan, Dugaan, Kemiripan, Pasangan
from pilkades_desk.pemilih.rules import name_key
from pilkades_desk.pemilih.values import Pemilih, PemilihFields

_DOMAIN = b"pilkades-desk/ganda/v1\n"
_FAMILY = 20
"""More people on one card are no family: the number stands for not known."""
_SMALL = 200
"""So many are compared each with each; of more only who shares a part of the name."""
_CROWD = 40
"""So many with the same part of a name are compared with their neighbours in order alone."""
_NEIGHBOURS = 8
_GENERATION = 13
"""Years between two people of one card who are parent and child rather than one person."""
_VILLAGE = 2_000
"""A shorter list says little about how common a name is."""
_CHANCE = 0.05
"""So many others may look like this by chance; with more, a near name proves nothing."""
_RARER = 8
"""So much rarer are doubles that differ in a second way: another birthplace, two parts left out.

And so much likelier is one person where the NIK differs by one slip, too.
"""
_OTHERS = 2
"""A spelling more voters have than these two is a name, not a slip."""
_TWIN = 4
"""One other letter in so short a name of one family is another name."""
_SURE = (Beda.SAMA, Beda.GELAR, Beda.EJAAN, Beda.URUTAN)
_EVERY = 2_000


def find_doubles(daftar: Sequence[Catatan], progress: Progress = quiet) -> tuple[Dugaan, ...]:
    """Give the pairs a person should look at, in the order of the list.

    Raises:
        Cancelled: `progress` said stop.
    """
    lazim = count_common(daftar)
    found: dict[tuple[int, int], Dugaan] = {}
    for one, two in _pairs(daftar, progress):
        key = min(one.id, two.id), max(one.id, two.id)
        if key not in found and (temuan := judge_pair(one, two, lazim)):
            found[key] = Dugaan(*key, temuan)
    return tuple(found[key] for key in sorted(found))


@dataclass(frozen=True, slots=True)
class Kelaziman:
    """How common names, dates, places and families are in one list."""

    jumlah: int
    bagian: Mapping[str, int]
    tanggal: Mapping[date, int]
    tempat: Mapping[str, int]
    keluarga: Mapping[str, int]

    def family(self, one: Catatan, two: Catatan) -> bool:
        """Tell whether two stand on the same family card."""
        return one.kk == two.kk and self.keluarga[one.kk] <= _FAMILY

    def chance(self, one: Catatan, two: Catatan, mirip: Kemiripan) -> float:
        """Expect how many others look like this by chance: same parts of name, day and place."""
        count = max(self.jumlah, _VILLAGE)
        people = max(self.tanggal[one.tanggal_lahir], self.tanggal[two.tanggal_lahir]) - 1.0
        for key in mirip.cocok:
            people *= (self.bagian[key] - 1) / count
        if mirip.beda is Beda.KETIK:
            people *= (sum(self.bagian.get(key, 0) for key in mirip.selip) - 1) / count
            people *= _RARER if self.are_names(mirip) else 1
        same_place = one.tempat_lahir == two.tempat_lahir
        people *= self.tempat[one.tempat_lahir] / count if same_place else _RARER
        if is_one_slip(one.nik, two.nik):
            people /= _RARER
        if mirip.kurang and one.tanggal_lahir != two.tanggal_lahir:
            people *= _RARER
        return people * _RARER if mirip.kurang > 1 else people

    def are_names(self, mirip: Kemiripan) -> bool:
        """Tell whether both spellings of a slipped part are names others have too."""
        return all(self.bagian.get(key, 0) > _OTHERS for key in mirip.selip)


def count_common(daftar: Collection[Catatan]) -> Kelaziman:
    """Count what of a list is common."""
    parts = Counter(key for one in daftar for key in set(take_apart(one.nama).kunci))
    return Kelaziman(
        len(daftar),
        parts,
        Counter(one.tanggal_lahir for one in daftar),
        Counter(one.tempat_lahir for one in daftar),
        Counter(one.kk for one in daftar),
    )


def judge_pair(one: Catatan, two: Catatan, lazim: Kelaziman) -> tuple[Finding, ...]:
    """Give the reasons why two voters may be one person; none when they only look alike."""
    mirip = compare(one.nama, two.nama)
    if mirip is None:
        return ()
    subject = f"pemilih {one.id} dan {two.id}"
    same = one.tanggal_lahir == two.tanggal_lahir
    turned = is_turned(one.tanggal_lahir, two.tanggal_lahir)
    family = lazim.family(one, two)
    if family and not _is_one_of_family(one, two, mirip, lazim):
        return ()
    if not family and not ((same or turned) and _is_rare(one, two, mirip, lazim)):
        return ()
    slipped = is_one_slip(one.nik, two.nik)
    told = ((family, f.W244), (same, f.W245), (turned, f.W246), (slipped, f.W247))
    return tuple(kind.at(subject, beda=mirip.beda.value) for true, kind in told if true)


def is_turned(one: date, two: date) -> bool:
    """Tell whether day and month changed round make one date the other."""
    return one != two and (one.year, one.month, one.day) == (two.year, two.day, two.month)


def is_slipped(one: date, two: date) -> bool:
    """Tell whether two dates differ in day, month or year alone, the year by a few."""
    parts = ((one.day, two.day), (one.month, two.month), (one.year, two.year))
    return sum(a != b for a, b in parts) == 1


def _is_one_of_family(one: Catatan, two: Catatan, mirip: Kemiripan, lazim: Kelaziman) -> bool:
    dated = one.tanggal_lahir == two.tanggal_lahir or is_turned(
        one.tanggal_lahir, two.tanggal_lahir
    )
    if abs(one.tanggal_lahir.year - two.tanggal_lahir.year) >= _GENERATION:
        return False
    if mirip.beda in _SURE:
        return dated or one.kelamin == two.kelamin
    if one.kelamin != two.kelamin:
        return False
    if mirip.beda is Beda.BAGIAN:
        return dated or is_slipped(one.tanggal_lahir, two.tanggal_lahir)
    return dated and not (lazim.are_names(mirip) or _are_twin_names(*mirip.tulis))


def _are_twin_names(one: str, two: str) -> bool:
    """Tell what twins are called, Rina and Rini, Haris and Faris, from what typists make of names.

    Left out, doubled and turned letters are a typist's.
    """
    if len(one) != len(two) or sorted(one) == sorted(two):
        return False
    return len(one) <= _TWIN or one[1:] == two[1:] or one[:-1] == two[:-1]


def _is_rare(one: Catatan, two: Catatan, mirip: Kemiripan, lazim: Kelaziman) -> bool:
    if mirip.beda in _SURE and one.tanggal_lahir == two.tanggal_lahir:
        return True
    return one.kelamin == two.kelamin and lazim.chance(one, two, mirip) < _CHANCE


def _pairs(daftar: Sequence[Catatan], progress: Progress) -> Iterator[tuple[Catatan, Catatan]]:
    """Give who is worth comparing; some pairs come twice."""
    groups: dict[object, list[Catatan]] = defaultdict(list)
    for one in daftar:
        born = one.tanggal_lahir
        turned = tuple(sorted((born.day, born.month))) if born.day <= 12 else (born.day, born.month)
        groups[one.kk].append(one)
        groups[born.year, turned].append(one)
    for done, group in enumerate(groups.values()):
        if done % _EVERY == 0:
            progress(done, len(groups))
        if len(group) > 1:
            yield from _near(group) if len(group) <= _SMALL else _sharing(group)
    progress(len(groups), len(groups))


def _near(group: Iterable[Catatan]) -> Iterator[tuple[Catatan, Catatan]]:
    """Give the pairs of a small group whose names may be near; few are, which is told fast."""
    names = [(one, take_apart(one.nama)) for one in group]
    for (one, name), (two, other) in combinations(names, 2):
        if name.may_be_near(other):
            yield one, two


def _sharing(group: Iterable[Catatan]) -> Iterable[tuple[Catatan, Catatan]]:
    """Give the pairs of a large group that share a part of the name, or all but one letter."""
    sharing: dict[str, list[Catatan]] = defaultdict(list)
    for one in group:
        for key in _sound_keys(one.nama):
            sharing[key].append(one)
    pairs: dict[tuple[int, int], tuple[Catatan, Catatan]] = {}
    for those in sharing.values():
        near = combinations(those, 2) if len(those) <= _CROWD else _neighbours(those)
        pairs |= {(one.id, two.id): (one, two) for one, two in near}
    return pairs.values()


def _neighbours(crowd: Sequence[Catatan]) -> Iterator[tuple[Catatan, Catatan]]:
    row = sorted(crowd, key=lambda one: (take_apart(one.nama).sambung, one.id))
    for place, one in enumerate(row):
        yield from ((one, two) for two in row[place + 1 : place + 1 + _NEIGHBOURS])


def _sound_keys(nama: str) -> set[str]:
    name = take_apart(nama)
    return {lack for key in (*name.bagian, name.sambung) for lack in lacks_of(key)}


def left_after(pairs: Iterable[Pasangan], decided: Pasangan, dipakai: int) -> tuple[Pasangan, ...]:
    """Give the pairs still to be decided; whoever was struck off stands in none of them."""
    two = decided.rujukan
    struck = ({two.pemilih, two.lain} - {dipakai, 0}) if dipakai and two.lain else set()
    return tuple(
        pair
        for pair in pairs
        if pair is not decided
        and (pair.rujukan.perbaikan or not struck & {pair.rujukan.pemilih, pair.rujukan.lain})
    )


def record_of(pemilih: Pemilih) -> Catatan:
    """Give what of a voter is compared."""
    return Catatan(
        pemilih.id,
        pemilih.nik,
        pemilih.kk,
        pemilih.nama,
        pemilih.tempat_lahir,
        pemilih.tanggal_lahir,
        pemilih.kelamin,
    )


def print_of(pemilih: PemilihFields) -> str:
    """Give a fingerprint of what is compared of a voter: another one when that was corrected."""
    facts = [pemilih.nik, pemilih.kk, name_key(pemilih.nama), pemilih.tanggal_lahir.isoformat()]
    return sha256_hex(_DOMAIN + canonical(facts))


def pair_print(one: PemilihFields, two: PemilihFields) -> str:
    """Give the fingerprint of a pair, whichever comes first."""
    return sha256_hex(_DOMAIN + canonical(sorted((print_of(one), print_of(two)))))

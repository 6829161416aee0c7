"""Folds what was received and what was changed since into the voter of now (S-264).

Every change names the value before it, so a lost, added or altered entry does not fit its
neighbours and shows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from pilkades_desk.core.findings import Finding, FindingKind
from pilkades_desk.pemilih.findings import E255
from pilkades_desk.pemilih.kini.values import Perubahan
from pilkades_desk.pemilih.rules import twin_keys
from pilkades_desk.pemilih.values import Pemilih, PemilihFields

KOLOM_KINI = (*PemilihFields.model_fields, "tps", "coret")
"""What a change may be about."""
_LIKENESS = frozenset({"nama", "tanggal_lahir", "kk", "coret"})
_SAID = 3
"""Names a sentence gives before it counts the rest."""
Key = tuple[str, str]
"""Code of a likeness and what both share."""


def text_of(value: object) -> str:
    """Write a field as an entry keeps it: dates as 1990-05-12, codes and numbers as they are."""
    return value.isoformat() if isinstance(value, date) else str(value)


def texts_of(pemilih: Pemilih) -> dict[str, str]:
    """Write everything of a voter that can change."""
    return {name: text_of(getattr(pemilih, name)) for name in KOLOM_KINI}


def changes_to(pemilih: Pemilih, after: Mapping[str, object]) -> tuple[Perubahan, ...]:
    """Give what differs from a voter as it stands, field by field."""
    both = ((name, text_of(getattr(pemilih, name)), text_of(after[name])) for name in after)
    return tuple(
        Perubahan(pemilih.id, name, lama, baru) for name, lama, baru in both if lama != baru
    )


def replay(semula: Pemilih, entries: Iterable[Perubahan]) -> Pemilih | None:
    """Give a voter as received with all changes since; None where one does not fit the last."""
    state = texts_of(semula)
    for one in entries:
        if state.get(one.kolom) != one.lama:
            return None
        state[one.kolom] = one.baru
    return Pemilih.model_validate(semula.model_dump() | state)


def put_back(pemilih: Pemilih, later: Sequence[Perubahan]) -> Pemilih:
    """Give a voter as it stood before these changes, given oldest first (S-291)."""
    state = texts_of(pemilih)
    for one in reversed(later):
        state[one.kolom] = one.lama
    return Pemilih.model_validate(pemilih.model_dump() | state)


def check_replay(
    received: Iterable[Pemilih],
    entries: Mapping[int, Iterable[Perubahan]],
    kini: Mapping[int, Pemilih],
) -> tuple[Finding, ...]:
    """Compare the list with what was received and every change; one finding for all (S-264)."""
    strange = set(kini)
    wrong = []
    for semula in received:
        strange.discard(semula.id)
        if replay(semula, entries.get(semula.id, ())) != kini.get(semula.id):
            wrong.append(semula.id)
    wrong = sorted({*wrong, *strange})
    return (E255.at("daftar pemilih", jumlah=len(wrong), nomor=wrong[0]),) if wrong else ()


def alters_likeness(changes: Iterable[Perubahan]) -> set[int]:
    """Give whose changes may make or end a likeness with somebody else."""
    return {one.pemilih_id for one in changes if one.kolom in _LIKENESS}


def keys_of(daftar: Iterable[Pemilih]) -> set[Key]:
    """Give the keys by which these voters may be taken for others."""
    return {(kind.code, key) for one in daftar for kind, key in twin_keys(one)}


def find_likenesses(
    daftar: Iterable[Pemilih], keys: set[Key]
) -> Iterator[tuple[int, FindingKind, int | None]]:
    """Tell of who has one of these keys whom it reminds of: the first who stands, or nobody.

    Gives the voter, the kind of likeness and the other one. Struck voters remind of nobody.
    """
    sharing: dict[Key, list[tuple[Pemilih, FindingKind]]] = defaultdict(list)
    for one in sorted(daftar, key=lambda one: one.id):
        for kind, key in twin_keys(one):
            if (kind.code, key) in keys:
                sharing[kind.code, key].append((one, kind))
    for those in sharing.values():
        first = next((one.id for one, _ in those if not one.coret), None)
        for one, kind in those:
            alike = not one.coret and first is not None and first < one.id
            yield one.id, kind, first if alike else None


def name_some(names: Iterable[str]) -> str:
    """Name the first of some people and count the others."""
    every = tuple(names)
    rest = len(every) - _SAID
    return ", ".join(every[:_SAID]) + (f", dan {rest} lainnya" if rest > 0 else "")

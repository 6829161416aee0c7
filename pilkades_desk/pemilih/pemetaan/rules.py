"""Suggests what unknown headers mean, from their spelling alone; values are never looked at."""

from collections.abc import Sequence
from dataclasses import replace

from pilkades_desk.pemilih.pemetaan.values import Pemetaan, UsulanKolom
from pilkades_desk.pemilih.sumber import UMUM, SourceProfile, sources, spelling
from pilkades_desk.pemilih.values import Isian


def suggest_columns(kepala: Sequence[str]) -> UsulanKolom:
    """Suggest a field for each header cell; a column is never sure of two fields (S-261)."""
    spelled = [spelling(text) for text in kepala]
    exact, near = {}, {}
    for isian in Isian:
        known = _known_headers(isian)
        exact[isian] = tuple(n for n, text in enumerate(spelled) if text in known)
        near[isian] = tuple(
            n for n, text in enumerate(spelled) if any(f" {k} " in f" {text} " for k in known)
        )
    claimed = [column for places in exact.values() for column in places]
    sure = {
        isian: places[0]
        for isian, places in exact.items()
        if len(places) == 1 and claimed.count(places[0]) == 1
    }
    unsure = {isian: exact[isian] or near[isian] for isian in Isian if isian not in sure}
    return UsulanKolom(
        yakin=sure,
        ragu={isian: places for isian, places in unsure.items() if places},
        kosong=tuple(isian for isian, places in unsure.items() if not places),
    )


def as_source(pemetaan: Pemetaan) -> SourceProfile:
    """Give a mapping as a layout: known by its own headers, values as its source writes them."""
    base = sources()[pemetaan.sumber]
    headers = {
        isian: (tuple(spelling(text) for text in kepala),)
        for isian, kepala in pemetaan.kolom.items()
    }
    return replace(
        base,
        headers=headers,
        needed=(),
        penanda=frozenset(text for (aliases,) in headers.values() for text in aliases),
        persis=False,
    )


def _known_headers(isian: Isian) -> frozenset[str]:
    """Give how any layout spells a field's header; dates in three cells are left to a person."""
    usual = sources()[UMUM]
    layouts = (source for source in sources().values() if not source.persis)
    aliases = (alias for source in (usual, *layouts) for alias in source.headers.get(isian, ()))
    return frozenset(alias[0] for alias in aliases if len(alias) == 1)

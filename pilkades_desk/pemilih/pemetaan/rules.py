"""Suggests what unknown headers mean, from their spelling alone; values are never looked at."""

from collections.abc import Sequence
from dataclasses import replace

from pilkades_desk.core.errors import StateError
from pilkades_desk.pemilih.deteksi import LembarTerdeteksi
from pilkades_desk.pemilih.pemetaan.values import LONGEST, Pemetaan, UsulanKolom
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


def mapping_of(lembar: LembarTerdeteksi, nama: str) -> Pemetaan:
    """Make a mapping of the columns as read; StateError where a header would not find them again.

    A mapping knows a column by its header alone: one without, or one that two columns share,
    would lead the next file astray (S-261).
    """
    spelled = [spelling(text) for text in lembar.kepala]
    held = sorted({column for places in lembar.kolom.values() for column in places})
    for column in held:
        name = spelled[column] if column < len(spelled) else ""
        if not name or len(lembar.kepala[column]) > LONGEST:
            raise StateError(
                f"Kolom ke-{column + 1} tidak berjudul atau judulnya terlalu panjang.",
                "Tulis judulnya di lembar, atau impor tanpa menyimpan susunan.",
            )
        if spelled.count(name) > 1:
            raise StateError(
                f"Judul kolom “{lembar.kepala[column]}” dipakai lebih dari satu kolom.",
                "Bedakan judulnya di lembar, atau impor tanpa menyimpan susunan.",
            )
    kolom = {
        isian: tuple(lembar.kepala[column] for column in places)
        for isian, places in lembar.kolom.items()
    }
    return Pemetaan(nama=nama, sumber=lembar.tata_letak, kolom=kolom)


def as_source(pemetaan: Pemetaan) -> SourceProfile:
    """Give a mapping as a layout: known by its own headers, values as its source writes them."""
    base = sources()[pemetaan.sumber]
    headers = {
        isian: (tuple(spelling(text) for text in kepala),)
        for isian, kepala in pemetaan.kolom.items()
    }
    return replace(
        base,
        pemetaan=pemetaan.nama,
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

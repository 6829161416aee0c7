"""Finds which sheets of a file hold voters: layout, header rows and columns, as one frozen value.

Looks at rows 1-15 of every sheet, also at two rows together where a group stands above its parts.
The layout known by most headers wins; a person may change what was found before anything is stored.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pilkades_desk.kits.spreadsheet.reader import Row, Sheet
from pilkades_desk.pemilih.sumber import WAJIB, SourceProfile, sources, spelling
from pilkades_desk.pemilih.values import Isian

HEADER_ROWS = 15
_LONG = 10
"""This many digits in a cell are no header."""
Kolom = Mapping[Isian, tuple[int, ...]]
"""Columns by field, counted from 0: three for a date in three cells; two fields may share one."""
_Names = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class LembarTerdeteksi:
    """One sheet: `baris_judul` as the spreadsheet counts, `tinggi_judul` one row or two."""

    lembar: str
    tata_letak: str
    baris_judul: int
    tinggi_judul: int
    kepala: tuple[str, ...]
    kolom: Kolom
    alternatif: tuple[str, ...] = ()
    """Other layouts that fit, best first."""
    pemetaan: str = ""
    """The saved mapping it was read by, if any."""

    @property
    def kurang(self) -> tuple[Isian, ...]:
        """Name the fields without which no row becomes a voter and that no column holds."""
        return tuple(isian for isian in WAJIB if isian not in self.kolom)


@dataclass(frozen=True, slots=True)
class Deteksi:
    """What was found in a file; `dilewati` names by sheet the fields it lacks."""

    sha256: str
    lembar: tuple[LembarTerdeteksi, ...]
    dilewati: Mapping[str, tuple[Isian, ...]]


@dataclass(frozen=True, slots=True)
class _Fit:
    """A layout on a header: `known` headers it is known by, `mapped` columns it gives."""

    found: LembarTerdeteksi
    known: int

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """Order fits: most characteristic, then most columns, then one row, then the top."""
        found = self.found
        return (self.known, len(found.kolom), -found.tinggi_judul, -found.baris_judul)


def detect(
    sheets: Sequence[Sheet], profiles: Iterable[SourceProfile] = (), sha256: str = ""
) -> Deteksi:
    """Find the voters' sheets; without `profiles` every layout of `resources/sumber` is tried.

    A workbook has one source: a sheet of another layout is only read when it lacks nothing.
    """
    tried = tuple(profiles) or tuple(sources().values())
    fits = {sheet.name: _best(sheet, tried) for sheet in sheets}
    best = max((fit for fit in fits.values() if fit), key=lambda fit: fit.rank, default=None)
    taken, skipped = [], {}
    for sheet in sheets:
        fit = fits[sheet.name]
        if fit and best and _belongs(fit.found, best.found):
            taken.append(fit.found)
        elif any(cell.kind != "empty" for row in sheet.rows for cell in row):
            skipped[sheet.name] = _missing(sheet)
    return Deteksi(sha256, tuple(taken), skipped)


def _belongs(found: LembarTerdeteksi, best: LembarTerdeteksi) -> bool:
    return found.tata_letak == best.tata_letak or not found.kurang


def header_names(rows: Sequence[Row], at: int, height: int) -> _Names:
    """Give the spellings of each column's header, the fullest first; `at` counts from 0."""
    top = [spelling(cell.text) for cell in rows[at]]
    if height == 1 or at + 1 >= len(rows):
        return tuple((text,) if text else () for text in top)
    under = [spelling(cell.text) for cell in rows[at + 1]]
    wide = max(len(top), len(under))
    top += [""] * (wide - len(top))
    under += [""] * (wide - len(under))
    names, group = [], ""
    for above, below in zip(top, under, strict=True):
        group = above or group
        both = f"{group} {below}" if below else ""
        names.append(tuple(name for name in (both, below, above) if name))
    return tuple(names)


def header_texts(sheet: Sheet, baris: int, tinggi: int) -> tuple[str, ...]:
    """Give the header's texts by column; of two rows in one, as `spelling` gives them."""
    if tinggi == 1:
        return tuple(cell.text for cell in sheet.rows[baris - 1])
    names = header_names(sheet.rows, baris - 1, tinggi)
    return tuple(spelled[0] if spelled else "" for spelled in names)


def read_header(sheet: Sheet, baris: int, tinggi: int, source: SourceProfile) -> LembarTerdeteksi:
    """Read a sheet by one layout with its header in this row, whatever it then lacks."""
    return LembarTerdeteksi(
        lembar=sheet.name,
        tata_letak=source.name,
        baris_judul=baris,
        tinggi_judul=tinggi,
        kepala=header_texts(sheet, baris, tinggi),
        kolom=columns_of(header_names(sheet.rows, baris - 1, tinggi), source),
        pemetaan=source.pemetaan,
    )


def columns_of(names: _Names, source: SourceProfile) -> dict[Isian, tuple[int, ...]]:
    """Give the columns a layout maps; of two columns with one header the first."""
    places: dict[str, int] = {}
    for column, spelled in enumerate(names):
        for name in spelled:
            places.setdefault(name, column)
    found = {}
    for isian, aliases in source.headers.items():
        fitting = next((alias for alias in aliases if all(one in places for one in alias)), None)
        if fitting:
            found[isian] = tuple(places[one] for one in fitting)
    return found


def _best(sheet: Sheet, tried: Sequence[SourceProfile]) -> _Fit | None:
    fits = []
    for at in range(min(HEADER_ROWS, len(sheet.rows))):
        for height in (1, 2):
            if height == 1 or looks_like_header(sheet.rows, at + 1):
                names = header_names(sheet.rows, at, height)
                fits += [fit for source in tried if (fit := _fit(sheet, at, height, names, source))]
    if not fits:
        return None
    best = max(fits, key=lambda fit: fit.rank)
    return _Fit(_with_alternatives(best.found, fits), best.known)


def _with_alternatives(found: LembarTerdeteksi, fits: Sequence[_Fit]) -> LembarTerdeteksi:
    ordered = sorted(fits, key=lambda fit: fit.rank, reverse=True)
    others = dict.fromkeys(fit.found.tata_letak for fit in ordered)
    others.pop(found.tata_letak)
    return replace(found, alternatif=tuple(others))


def _fit(sheet: Sheet, at: int, height: int, names: _Names, source: SourceProfile) -> _Fit | None:
    written = {name for spelled in names for name in spelled}
    if not (source.longgar or source.penanda <= written):
        return None
    if source.persis and written - source.penanda - source.boleh - set(source.row_number):
        return None
    found = read_header(sheet, at + 1, height, source)
    if not found.kolom or not all(isian in found.kolom for isian in source.needed):
        return None
    return _Fit(found, len(source.penanda & written))


def looks_like_header(rows: Sequence[Row], at: int) -> bool:
    """Tell a second header row from a row of data: words, and no long number."""
    if at >= min(HEADER_ROWS, len(rows)):
        return False
    written = [cell for cell in rows[at] if cell.kind != "empty"]
    return bool(written) and all(
        cell.kind == "text" and sum(sign.isdecimal() for sign in cell.text) < _LONG
        for cell in written
    )


def _missing(sheet: Sheet) -> tuple[Isian, ...]:
    """Name what the best header of a sheet lacks."""
    usual = sources()["umum"]
    best = max(
        (
            columns_of(header_names(sheet.rows, at, 1), usual)
            for at in range(min(HEADER_ROWS, len(sheet.rows)))
        ),
        key=len,
        default={},
    )
    return tuple(isian for isian in WAJIB if isian not in best)

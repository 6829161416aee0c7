"""What a row says in more than one cell, in part of one, or outside itself.

Each becomes a cell of its own to the right of the row, beside the cells as they stood: a birth date
in three cells, place and date or RT and RW in one, the family's line above, the name of the sheet,
and codes by which the source itself marks somebody without a vote.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from pilkades_desk.kits.spreadsheet.reader import EMPTY, Cell, Row, Sheet
from pilkades_desk.pemilih.deteksi import LembarTerdeteksi
from pilkades_desk.pemilih.sumber import SourceProfile, code_key, spelling
from pilkades_desk.pemilih.tanggal import split_birth
from pilkades_desk.pemilih.values import Isian

_RT_AND_RW = re.compile(
    r"R[TW][\s./:]*(?:R[TW][\s.:]*)?(?P<a>[0-9]{1,3})[\s,/]*(?:RW[\s.:]*)?(?P<b>[0-9]{1,3})|"
    r"\s*(?P<c>[0-9]{1,3})\s*/\s*(?P<d>[0-9]{1,3})\s*",
    re.IGNORECASE | re.ASCII,
)
_PLACE = re.compile(
    r"\b(TPS|RT|RW|DUSUN)[\s.:_-]*([0-9]{1,3}|(?<=DUSUN )\w[\w ]*)\b", re.IGNORECASE
)
_NAMED = {"TPS": Isian.TPS, "RT": Isian.RT, "RW": Isian.RW, "DUSUN": Isian.DUSUN}
_KK_DIGITS = 12
Make = Callable[[Row], Cell]


@dataclass(slots=True)
class Keluarga:
    """What the last family lines said; `fields` starts anew with every family card."""

    patterns: tuple[re.Pattern[str], ...]
    fields: dict[Isian, Cell] = field(default_factory=dict)

    def hear(self, cells: Row) -> bool:
        """Take a family's line; False when the row is none."""
        said = " ".join(cell.text.strip() for cell in cells if cell.kind != "empty")
        heard: dict[Isian, Cell] = {}
        for pattern in self.patterns:
            match = pattern.search(said)
            for name, text in (match.groupdict() if match else {}).items():
                heard[Isian(name)] = _text((text or "").strip(" ,:-"))
        if Isian.KK in heard:
            self.fields.clear()
            lossy = any(c.kind == "number" and len(c.text) >= _KK_DIGITS for c in cells)
            heard[Isian.KK] = Cell(heard[Isian.KK].text, "number" if lossy else "text")
        self.fields |= heard
        return bool(heard)


@dataclass(frozen=True, slots=True)
class Turunan:
    """One cell more: the field it holds, what is written above it, and how it is made."""

    isian: Isian
    kepala: str
    make: Make


def derive(
    found: LembarTerdeteksi, source: SourceProfile, sheet: Sheet, keluarga: Keluarga
) -> tuple[Turunan, ...]:
    """Give the cells to add to each row of a sheet, none for most layouts."""
    made = list(_from_columns(found))
    held = {*found.kolom, *(each.isian for each in made)}
    made += (
        Turunan(isian, f"{isian} (baris keluarga)", _heard(keluarga, isian))
        for isian in sorted(_named_in(source.keluarga) - held)
    )
    held |= {each.isian for each in made}
    flags = _flags(found, source)
    if flags and Isian.SUMBER not in held:
        made.append(Turunan(Isian.SUMBER, "tanda dari sumber", _flagged(flags)))
    for isian, text in _outside(found, sheet).items():
        if isian not in held:
            made.append(Turunan(isian, f"{isian} (nama lembar atau judul)", _always(_text(text))))
    return tuple(made)


def _from_columns(found: LembarTerdeteksi) -> Iterator[Turunan]:
    kolom = found.kolom
    born = kolom.get(Isian.TANGGAL_LAHIR, ())
    if len(born) == 3:
        yield Turunan(Isian.TANGGAL_LAHIR, "tanggal-bulan-tahun", _joined(born))
    elif born and born == kolom.get(Isian.TEMPAT_LAHIR):
        yield Turunan(Isian.TEMPAT_LAHIR, "tempat lahir", _part(born[0], 0))
        yield Turunan(Isian.TANGGAL_LAHIR, "tanggal lahir", _part(born[0], 1))
    pair = kolom.get(Isian.RT)
    shared = pair is not None and pair == kolom.get(Isian.RW)
    if not pair and Isian.RW not in kolom:
        pair, shared = kolom.get(Isian.ALAMAT), Isian.ALAMAT in kolom
    if pair and shared:
        yield Turunan(Isian.RT, "rt", _rt_or_rw(pair[0], 0))
        yield Turunan(Isian.RW, "rw", _rt_or_rw(pair[0], 1))


def _text(text: str) -> Cell:
    return Cell(text, "text") if text.strip() else EMPTY


def _at(cells: Row, column: int) -> Cell:
    return cells[column] if column < len(cells) else EMPTY


def _joined(columns: tuple[int, ...]) -> Make:
    def make(cells: Row) -> Cell:
        parts = [_at(cells, column).text.strip() for column in columns]
        return _text("-".join(parts)) if any(parts) else EMPTY

    return make


def _part(column: int, which: int) -> Make:
    def make(cells: Row) -> Cell:
        cell = _at(cells, column)
        return _text(split_birth(cell.text)[which]) if cell.kind == "text" else cell

    return make


def _rt_or_rw(column: int, which: int) -> Make:
    def make(cells: Row) -> Cell:
        match = _RT_AND_RW.search(_at(cells, column).text)
        pair = [number for number in (match.groups() if match else ()) if number]
        return _text(pair[which]) if pair else EMPTY

    return make


def _heard(keluarga: Keluarga, isian: Isian) -> Make:
    return lambda _cells: keluarga.fields.get(isian, EMPTY)


def _always(cell: Cell) -> Make:
    return lambda _cells: cell


def _named_in(patterns: tuple[re.Pattern[str], ...]) -> set[Isian]:
    return {Isian(name) for pattern in patterns for name in pattern.groupindex}


def _flags(
    found: LembarTerdeteksi, source: SourceProfile
) -> tuple[tuple[int, Mapping[str, str]], ...]:
    spelled = [spelling(text) for text in found.kepala]
    return tuple((spelled.index(k), codes) for k, codes in source.tandai.items() if k in spelled)


def _flagged(flags: tuple[tuple[int, Mapping[str, str]], ...]) -> Make:
    def make(cells: Row) -> Cell:
        keys = ((codes, code_key(_at(cells, column).text)) for column, codes in flags)
        said = [codes[key] for codes, key in keys if key in codes]
        return _text(f"TMS: {', '.join(said)}" if said else "")

    return make


def _outside(found: LembarTerdeteksi, sheet: Sheet) -> dict[Isian, str]:
    """Read TPS, dusun, RT and RW from the sheet's name, and the TPS from the rows above."""
    said = {_NAMED[what.upper()]: text for what, text in _PLACE.findall(sheet.name)}
    above = (cell.text for row in sheet.rows[: found.baris_judul - 1] for cell in row)
    for text in above:
        for what, number in _PLACE.findall(text):
            if what.upper() == "TPS":
                said.setdefault(Isian.TPS, number)
    return said

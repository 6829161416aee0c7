"""Changes to how a file would be read, each a new value; sheets of one header go together."""

from collections.abc import Sequence
from dataclasses import replace

from pilkades_desk.core.masking import mask_nik, mask_numbers
from pilkades_desk.kits.spreadsheet.reader import Sheet
from pilkades_desk.pemilih.deteksi import (
    HEADER_ROWS,
    Deteksi,
    Kolom,
    LembarTerdeteksi,
    detect,
    header_texts,
    looks_like_header,
    read_header,
)
from pilkades_desk.pemilih.impor.values import (
    TIDAK_DIBACA,
    BarisContoh,
    BerkasDibuka,
    Contoh,
    Sasaran,
    Susunan,
)
from pilkades_desk.pemilih.pemetaan.rules import suggest_columns
from pilkades_desk.pemilih.pratinjau import loosened
from pilkades_desk.pemilih.spreadsheet import forbidden_columns
from pilkades_desk.pemilih.sumber import UMUM, SourceProfile, sources
from pilkades_desk.pemilih.values import Isian

SHOWN = 12
_BELOW = 8
"""Rows shown below the header, however far down it stands."""
_LONG = 12
_THREE = 3


def start(sheets: Sequence[Sheet], deteksi: Deteksi) -> tuple[Susunan, ...]:
    """Give every sheet that holds anything; without a known one the first is offered (S-262)."""
    known = {found.lembar: found for found in deteksi.lembar}
    filled = [one for one in sheets if any(c.kind != "empty" for row in one.rows for c in row)]
    return tuple(
        Susunan(sheet, known[sheet.name], dibaca=True, sendiri=False)
        if sheet.name in known
        else Susunan(sheet, guess_header(sheet), dibaca=not known and not place, sendiri=True)
        for place, sheet in enumerate(filled)
    )


def deteksi_of(buka: BerkasDibuka) -> Deteksi:
    """Give what the import is told; a whole sheet somebody left out is no sheet passed over."""
    rest = (one.lembar for one in buka.susunan if not one.dibaca)
    return Deteksi(
        sha256=buka.berkas.sha256,
        lembar=tuple(one.lembar for one in buka.susunan if one.dibaca),
        dilewati={lembar.lembar: lembar.kurang for lembar in rest if lembar.kurang},
    )


def guess_header(sheet: Sheet) -> LembarTerdeteksi:
    """Take the row with most known headers, else the widest that looks like a header."""
    last = min(HEADER_ROWS, len(sheet.rows))
    two = (baris for baris in range(1, last) if looks_like_header(sheet.rows, baris))
    places = [*((baris, 1) for baris in range(1, last + 1)), *((baris, 2) for baris in two)]
    tries = (suggest_header(sheet, baris, tinggi) for baris, tinggi in places)
    return max(tries, key=lambda found: _rank(sheet, found))


def suggest_header(sheet: Sheet, baris: int, tinggi: int) -> LembarTerdeteksi:
    """Read a header by what the usual words and the known ones say; values are never looked at."""
    usual = read_header(sheet, baris, tinggi, sources()[UMUM])
    sure = {isian: (column,) for isian, column in suggest_columns(usual.kepala).yakin.items()}
    return replace(usual, kolom=_in_order(sure | dict(usual.kolom)))


def tick(buka: BerkasDibuka, at: int, *, dibaca: bool) -> BerkasDibuka:
    """Read a sheet, or leave it out."""
    return _put(buka, at, replace(buka.susunan[at], dibaca=dibaca))


def use_layout(buka: BerkasDibuka, at: int, source: SourceProfile) -> BerkasDibuka:
    """Read a sheet by a layout, where that layout finds its header, else where it was (S-262)."""
    one = buka.susunan[at]
    found = detect((one.sheet,), (loosened(source),)).lembar
    was = one.lembar
    lembar = (
        found[0] if found else read_header(one.sheet, was.baris_judul, was.tinggi_judul, source)
    )
    return _spread(buka, at, replace(one, lembar=lembar, sendiri=False))


def use_own(buka: BerkasDibuka, at: int) -> BerkasDibuka:
    """Keep the columns as they are, for a person to change; a header unknown so far is guessed."""
    one = buka.susunan[at]
    lembar = one.lembar if one.lembar.kolom else guess_header(one.sheet)
    return _spread(buka, at, replace(one, lembar=replace(lembar, pemetaan=""), sendiri=True))


def use_codes(buka: BerkasDibuka, at: int, tata_letak: str) -> BerkasDibuka:
    """Read the values of chosen columns as another source writes them."""
    one = buka.susunan[at]
    return _spread(buka, at, replace(one, lembar=replace(one.lembar, tata_letak=tata_letak)))


def move_header(buka: BerkasDibuka, at: int, baris: int, tinggi: int) -> BerkasDibuka:
    """Read the header in another row, or in two; the columns are found anew (S-262)."""
    one = buka.susunan[at]
    baris = max(1, min(baris, last_header_row(one.sheet)))
    tinggi = tinggi if baris < len(one.sheet.rows) else 1
    if one.sendiri:
        lembar = suggest_header(one.sheet, baris, tinggi)
        lembar = replace(lembar, tata_letak=one.lembar.tata_letak)
    else:
        lembar = read_header(one.sheet, baris, tinggi, layout_of(buka, one.lembar))
    return _spread(buka, at, replace(one, lembar=lembar))


def assign(buka: BerkasDibuka, at: int, column: int, sasaran: Sasaran) -> BerkasDibuka:
    """Let a column hold a field; it leaves whatever it held, and the field leaves its column."""
    one = buka.susunan[at]
    places = tuple(range(column, column + _THREE)) if sasaran.bagian else (column,)
    kolom = {
        isian: held
        for isian, held in one.lembar.kolom.items()
        if isian not in sasaran.isian and not set(held) & set(places)
    }
    kolom |= dict.fromkeys(sasaran.isian, places)
    lembar = replace(one.lembar, kolom=_in_order(kolom), pemetaan="")
    return _spread(buka, at, replace(one, lembar=lembar, sendiri=True))


def layout_of(buka: BerkasDibuka, lembar: LembarTerdeteksi) -> SourceProfile:
    """Give the layout or saved mapping a sheet is read by."""
    read_by = (lembar.tata_letak, lembar.pemetaan)
    return next(one for one in buka.tata_letak if (one.name, one.pemetaan) == read_by)


def last_header_row(sheet: Sheet) -> int:
    """Give the last row a header may stand in."""
    return min(HEADER_ROWS, len(sheet.rows))


def sasaran_of(kolom: Kolom, column: int) -> Sasaran:
    """Say what a column holds."""
    held = tuple(isian for isian in Isian if column in kolom.get(isian, ()))
    born = kolom.get(Isian.TANGGAL_LAHIR, ())
    bagian = born.index(column) + 1 if len(born) == _THREE and column in born else 0
    return Sasaran(held, bagian) if held else TIDAK_DIBACA


def contoh_of(susunan: Susunan) -> Contoh:
    """Give the top of a sheet to look at; columns never read are blank but for their header."""
    lembar, rows = susunan.lembar, susunan.sheet.rows
    first = lembar.baris_judul + lembar.tinggi_judul
    shown = rows[: max(SHOWN, first + _BELOW - 1)]
    forbidden = forbidden_columns(susunan.sheet, lembar.kepala)
    width = max((len(lembar.kepala), *map(len, shown)))
    return Contoh(
        sasaran=tuple(
            None if column in forbidden else sasaran_of(lembar.kolom, column)
            for column in range(width)
        ),
        baris=tuple(
            BarisContoh(
                nomor=number,
                sel=tuple(
                    _shown(cell.text)
                    if column not in forbidden or cell.text == forbidden[column]
                    else ""
                    for column, cell in enumerate(row)
                ),
                judul=lembar.baris_judul <= number < first,
            )
            for number, row in enumerate(shown, 1)
        ),
    )


def _rank(sheet: Sheet, found: LembarTerdeteksi) -> tuple[int, bool, int, int, int]:
    filled = sum(bool(text.strip()) for text in found.kepala)
    like = looks_like_header(sheet.rows, found.baris_judul - 1)
    return (len(found.kolom), like, filled, -found.tinggi_judul, -found.baris_judul)


def _in_order(kolom: Kolom) -> dict[Isian, tuple[int, ...]]:
    return {isian: kolom[isian] for isian in Isian if isian in kolom}


def _put(buka: BerkasDibuka, at: int, one: Susunan) -> BerkasDibuka:
    return replace(buka, susunan=(*buka.susunan[:at], one, *buka.susunan[at + 1 :]))


def _spread(buka: BerkasDibuka, at: int, one: Susunan) -> BerkasDibuka:
    """Let every sheet with the same header at the same place follow."""
    changed = _put(buka, at, one)
    for place, other in enumerate(buka.susunan):
        if place != at and _same_header(other.sheet, one.lembar):
            lembar = replace(one.lembar, lembar=other.sheet.name)
            changed = _put(changed, place, replace(other, lembar=lembar, sendiri=one.sendiri))
    return changed


def _same_header(sheet: Sheet, lembar: LembarTerdeteksi) -> bool:
    if len(sheet.rows) < lembar.baris_judul:
        return False
    return header_texts(sheet, lembar.baris_judul, lembar.tinggi_judul) == lembar.kepala


def _shown(text: str) -> str:
    plain = text.strip()
    return mask_nik(plain) if len(plain) >= _LONG and plain.isdecimal() else mask_numbers(plain)

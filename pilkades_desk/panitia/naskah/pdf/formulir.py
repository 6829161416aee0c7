"""Draws any form from its blocks: a pure function, same content, same bytes."""

from collections.abc import Sequence
from functools import partial

from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.pdf.cutting import cut_here
from pilkades_desk.kits.pdf.page import MM, PAPER
from pilkades_desk.kits.pdf.prose import (
    CENTRED,
    NOTE,
    Item,
    box,
    clause,
    heading,
    lines_to_write,
    numbered,
    pairs,
    paragraph,
    plain,
)
from pilkades_desk.kits.pdf.sheet import Sheet
from pilkades_desk.kits.pdf.signature_block import (
    Slot,
    rows_side_by_side,
    saksi_rows,
    signature_block,
    signing_rows,
)
from pilkades_desk.kits.pdf.tables import Column, Look, Row, Sums, table
from pilkades_desk.panitia.naskah.blok import (
    BarisSaksi,
    BarisTandaTangan,
    Berdampingan,
    Blok,
    Centang,
    Garis,
    Halaman,
    IsiFormulir,
    Kartu,
    Klausa,
    Kolom,
    Kotak,
    Paragraf,
    Plano,
    Rincian,
    Sobek,
    Tabel,
    TandaTangan,
    Tengah,
)
from pilkades_desk.panitia.naskah.pdf.blocks import document, opening, saksi_lines
from pilkades_desk.panitia.naskah.pdf.kartu import draw_kartu
from pilkades_desk.panitia.naskah.pdf.plano import draw_plano
from pilkades_desk.panitia.naskah.susunan import total_of
from pilkades_desk.panitia.naskah.values import Penandatangan

_SIDE_BY_SIDE = 3  # four names in a row leave no room to sign
_SHORT = 12
"""Rows of a table that is not broken over two pages."""
_SIGNED = TandaTangan | BarisTandaTangan | BarisSaksi | Berdampingan
_ROW_TO_SIGN = 7.6
_BELOW = 1.0
"""Millimetres left below a table."""
_PAGES = Halaman | Kartu | Plano
_SHORT_WORDS = Paragraf | _SIGNED
"""What may begin a closing that is nothing without the table above it."""
_TICKED = {True: "☑", False: "☐"}


def draw(isi: IsiFormulir) -> bytes:
    """Draw a form as PDF/A-3b, the same to the line each time (S-617, S-640).

    Raises:
        DocumentError: a character cannot be printed or the logo cannot be archived.
    """
    upright = PAPER[isi.kertas]

    def compose(sheet: Sheet) -> None:
        if isi.berkop:
            opening(sheet, isi, isi.tempat, isi.bernomor)
        for group in grouped(isi.blok):
            if len(group) > 1 and not _long(group[0]):
                sheet.together(partial(_blocks, blocks=group))
            else:
                _blocks(sheet, group)

    frame = upright.landscape if isi.lanskap else upright
    return document(isi, compose, isi.tempat, frame=frame)


def grouped(blocks: Sequence[Blok]) -> list[list[Blok]]:
    """Put places to sign with what they follow: nobody signs a page that says nothing else.

    A small line below them stays with them.
    """
    groups: list[list[Blok]] = []
    for block in blocks:
        if groups and isinstance(block, _SIGNED) and not isinstance(groups[-1][0], _PAGES):
            groups[-1].append(block)
            if isinstance(groups[-1][0], _SHORT_WORDS) and _ends_in_table(groups[:-1]):
                groups[-2:] = [groups[-2] + groups[-1]]
        elif groups and _is_footnote(block) and isinstance(groups[-1][-1], _SIGNED):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _is_footnote(block: Blok) -> bool:
    """Tell whether a block is a small line, such as a seal, that is nothing by itself."""
    return isinstance(block, Paragraf) and block.kecil


def _long(block: Blok) -> bool:
    return isinstance(block, Tabel) and len(block.baris) > _SHORT


def _ends_in_table(groups: Sequence[Sequence[Blok]]) -> bool:
    return bool(groups) and isinstance(groups[-1][-1], Tabel)


def _blocks(sheet: Sheet, blocks: Sequence[Blok]) -> None:
    first, *others = blocks
    if others and isinstance(first, Tabel):
        with sheet.ahead_of(partial(_blocks, blocks=others), _BELOW):
            _block(sheet, first)
        return
    for block in blocks:
        _block(sheet, block)


def _block(sheet: Sheet, block: Blok) -> None:
    match block:
        case Halaman():
            sheet.new_page(sheet.frame.landscape if block.lanskap else None)
        case Tabel() if not _long(block):
            sheet.together(partial(_table, block=block))
        case Tabel():
            _table(sheet, block)
        case Kartu():
            draw_kartu(sheet, block)
        case Plano():
            draw_plano(sheet, block)
        case TandaTangan() | BarisTandaTangan() | BarisSaksi() | Berdampingan():
            sheet.together(partial(_signing, block=block))
        case Paragraf() | Klausa():
            _words(sheet, block)
        case _:
            sheet.together(partial(_words, block=block))


_Words = Paragraf | Tengah | Klausa | Sobek | Rincian | Centang | Kotak | Garis


def _words(sheet: Sheet, block: _Words) -> None:
    match block:
        case Tengah():
            sheet.gap(2)
            text = f"<b>{plain(block.teks.upper())}</b>" if block.tebal else plain(block.teks)
            paragraph(sheet, text, CENTRED)
        case Klausa():
            clause(sheet, block.nama, [Item(mark, plain(text)) for mark, text in block.butir])
        case Sobek():
            cut_here(sheet, block.teks)
        case Paragraf():
            sheet.gap(2)
            paragraph(sheet, plain(block.teks), *([NOTE] if block.kecil else []))
            sheet.gap(1)
        case Rincian():
            _heading(sheet, block.kepala)
            pairs(sheet, block.baris, block.lebar)
        case Centang():
            _heading(sheet, block.kepala)
            numbered(sheet, [Item(_TICKED[on], plain(text)) for on, text in block.baris])
        case Kotak():
            box(sheet, block.kepala, [plain(text) for text in block.teks])
        case Garis():
            _heading(sheet, block.kepala)
            if block.teks:
                paragraph(sheet, plain(block.teks))
            else:
                lines_to_write(sheet, block.banyak)


def _heading(sheet: Sheet, text: str) -> None:
    if text:
        heading(sheet, text, 22)
    else:
        sheet.gap(2)


def _table(sheet: Sheet, block: Tabel) -> None:
    _heading(sheet, block.kepala)
    rows = [Row(tuple(map(_cell, row))) for row in block.baris]
    sums = _sums(block, rows) if block.total else None
    look = Look(size=9.2, row=block.tinggi)
    table(sheet, _columns(sheet, block.kolom), rows, look, sums)
    sheet.gap(_BELOW)


def _sums(block: Tabel, rows: Sequence[Row]) -> Sums:
    """Add up what stands on a page; rows are told apart by being the very same row."""
    cells = {id(row): one for row, one in zip(rows, block.baris, strict=True)}

    def page(shown: Sequence[Row]) -> Row:
        figures = [cells[id(row)] for row in shown]
        return Row(total_of(block.kolom, figures, "Jumlah halaman ini"), bold=True)

    return Sums(page, Row(tuple(map(_cell, block.total)), bold=True))


def _cell(cell: int | str) -> str:
    return angka(cell) if isinstance(cell, int) else cell


def _columns(sheet: Sheet, columns: Sequence[Kolom]) -> list[Column]:
    """Give the widths; what is left is shared equally, and too wide a table shrinks as a whole."""
    total = sheet.width / MM
    fixed = sum(one.lebar for one in columns)
    free = sum(not one.lebar for one in columns)
    share = max(total - fixed, free * 18) / free if free else 0
    scale = total / (fixed + free * share)
    return [
        Column(one.judul, (one.lebar or share) * scale, one.rata, one.kelompok) for one in columns
    ]


def _signing(
    sheet: Sheet, block: TandaTangan | BarisTandaTangan | BarisSaksi | Berdampingan
) -> None:
    match block:
        case TandaTangan():
            sheet.gap(4)
            if block.kepala:
                heading(sheet, block.kepala)
            wide = _SIDE_BY_SIDE if len(block.pihak) % 2 else 2
            columns = min(wide, max(2, len(block.pihak)))
            signature_block(sheet, _slots(block.pihak), columns, block.di_atas)
        case BarisTandaTangan():
            _heading(sheet, block.kepala)
            signing_rows(sheet, _slots(block.orang))
        case BarisSaksi():
            _heading(sheet, block.kepala)
            saksi_rows(sheet, saksi_lines(block.saksi))
        case Berdampingan():
            _heading(sheet, block.kepala)
            rows_side_by_side(sheet, _slots(block.orang), saksi_lines(block.saksi), _ROW_TO_SIGN)


def _slots(people: Sequence[Penandatangan]) -> list[Slot]:
    return [Slot(one.jabatan, one.nama, one.cap) for one in people]

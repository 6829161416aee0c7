"""Walks an old .xls before the parser does: sizes it would believe must fit the file.

The parser reserves memory for what a damaged header or record claims, and a claim of gigabytes
ends the whole program. Only sizes are looked at here; what the cells say is the parser's to read.
"""

import struct
from collections.abc import Iterator

from pilkades_desk.kits.spreadsheet.guard import MAX_COLUMNS, damaged, locked, too_wide

_SHIFTS = (9, 12)
_IN_HEADER = 109
_ENTRY = 128
_SMALL = 4096
_LAST = 0xFFFFFFFA
_BOOKS = {"Workbook".encode("utf-16-le"), "Book".encode("utf-16-le")}
_DIMENSIONS, _STRINGS, _PASSWORD = 0x0200, 0x00FC, 0x002F
_CELLS = {0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E}
_MAX_XLS_ROWS = 65_536
_MAX_AREA = 6_000_000


def check_ole(untrusted_bytes: bytes) -> None:
    """Refuse an .xls whose sizes cannot be true; SheetError."""
    try:
        _check_book(_book_stream(untrusted_bytes))
    except (struct.error, IndexError) as error:
        raise damaged() from error


def _book_stream(data: bytes) -> bytes:
    shift, small_shift = struct.unpack_from("<HH", data, 30)
    fats, first_entry, cut, first_small, smalls, first_more, more = struct.unpack_from(
        "<I I 4x I I I I I", data, 44
    )
    if shift not in _SHIFTS or small_shift != 6 or cut != _SMALL:
        raise damaged()
    sectors = len(data) >> shift
    if max(fats, smalls, more) > sectors:
        raise damaged()
    places = list(struct.unpack_from(f"<{_IN_HEADER}I", data, 76))
    per_sector = (1 << shift) // 4
    while more and first_more < _LAST:
        part = struct.unpack(f"<{per_sector}I", _sector(data, first_more, shift))
        places += part[:-1]
        first_more, more = part[-1], more - 1
    fat: list[int] = []
    for place in [place for place in places if place < _LAST][:fats]:
        fat += struct.unpack(f"<{per_sector}I", _sector(data, place, shift))
    entries = _chain(data, fat, first_entry, shift)
    root = struct.unpack_from("<I", entries, 116)[0]
    for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
        start, size = struct.unpack_from("<II", entries, at + 116)
        named = entries[at : at + 64].rstrip(b"\0")
        if size > len(data) and entries[at + 66] in (2, 5):
            raise damaged()
        if named in {name.rstrip(b"\0") for name in _BOOKS}:
            if size >= _SMALL:
                return _chain(data, fat, start, shift)[:size]
            table = _chain(data, fat, first_small, shift)
            small_fat = list(struct.unpack(f"<{len(table) // 4}I", table))
            return _small(_chain(data, fat, root, shift), small_fat, start)[:size]
    raise damaged()


def _sector(data: bytes, number: int, shift: int) -> bytes:
    start = (number + 1) << shift
    piece = data[start : start + (1 << shift)]
    if not piece:
        raise damaged()
    return piece.ljust(1 << shift, b"\0")  # some writers leave the last one short


def _chain(data: bytes, fat: list[int], start: int, shift: int) -> bytes:
    return b"".join(_sector(data, number, shift) for number in _follow(fat, start))


def _small(stream: bytes, fat: list[int], start: int) -> bytes:
    return b"".join(stream[number << 6 : (number + 1) << 6] for number in _follow(fat, start))


def _follow(fat: list[int], start: int) -> Iterator[int]:
    seen = 0
    while start < _LAST:
        seen += 1
        if start >= len(fat) or seen > len(fat):
            raise damaged()
        yield start
        start = fat[start]


def _check_book(book: bytes) -> None:
    at = rows = columns = 0
    while at + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, at)
        body = book[at + 4 : at + 4 + size]
        if kind == _PASSWORD:
            raise locked()
        if kind == _DIMENSIONS:
            _check_dimensions(body)
        elif kind == _STRINGS and size >= 8 and struct.unpack_from("<I", body, 4)[0] > len(book):
            raise damaged()
        elif kind in _CELLS and size >= 4:
            row, column = struct.unpack_from("<HH", body)
            rows, columns = max(rows, row), max(columns, column)
        at += 4 + size
    if columns >= MAX_COLUMNS or rows * columns > _MAX_AREA:
        raise too_wide()


def _check_dimensions(body: bytes) -> None:
    """Refuse a claimed area that ends before it begins: its size would wrap to gigabytes."""
    shape = "<IIHH" if len(body) >= 12 else "<HHHH"
    top, bottom, left, right = struct.unpack_from(shape, body)
    if bottom > _MAX_XLS_ROWS or right > MAX_COLUMNS:
        raise too_wide()
    if top > bottom or left > right:
        raise damaged()

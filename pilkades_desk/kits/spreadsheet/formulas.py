"""Finds the formulas of an .xlsx that nobody computed yet: the file holds no result to read.

A program that writes sheets by itself leaves them so, and the cell would look empty.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape

_SHEET = re.compile(rb"<sheet\b[^>]*>")
_NAME = re.compile(rb"\bname\s*=\s*(\"[^\"]*\"|'[^']*')")
_RELATION = re.compile(rb"\br:id\s*=\s*[\"']([^\"']*)")
_TARGET = re.compile(rb"<Relationship\b[^>]*>")
_TO = re.compile(rb"\bTarget\s*=\s*[\"']([^\"']*)")
_ID = re.compile(rb"\bId\s*=\s*[\"']([^\"']*)")
_BARE = re.compile(
    rb"<c\b([^>]{0,400})>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)
_PLACE = re.compile(rb"\br\s*=\s*[\"']([A-Z]{1,3})(\d{1,7})[\"']")
Places = frozenset[tuple[int, int]]


def bare_formulas(untrusted_bytes: bytes) -> dict[str, Places]:
    """Give by sheet name the (row, column) of each formula without a result, counted from 0."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(untrusted_bytes)) as archive:
        for name, member in _sheets(archive):
            xml = archive.read(member)
            if b"<f" in xml:
                places = frozenset(_places(xml))
                if places:
                    found[name] = places
    return found


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    members = set(archive.namelist())
    relations = "xl/_rels/workbook.xml.rels"
    if relations not in members:
        return
    targets = {}
    for relation in _TARGET.findall(archive.read(relations)):
        key, to = _ID.search(relation), _TO.search(relation)
        if key and to:
            targets[key[1]] = to[1].decode("utf-8", "replace")
    for sheet in _SHEET.findall(archive.read("xl/workbook.xml")):
        name, key = _NAME.search(sheet), _RELATION.search(sheet)
        target = targets.get(key[1], "") if key else ""
        member = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        if name and member in members and member.endswith(".xml"):
            yield unescape(name[1][1:-1].decode("utf-8", "replace")), member


def _places(xml: bytes) -> Iterator[tuple[int, int]]:
    for match in _BARE.finditer(xml):
        place = _PLACE.search(match[1])
        if place:
            column = 0
            for letter in place[1]:
                column = column * 26 + letter - 64
            yield int(place[2]) - 1, column - 1

"""Reading a part or a return: untrusted bytes become a checked value or one finding.

The file around them was verified before (docs/format-paket.md); here size, canonical form, fields
and the seal over the rows are checked, in this order, and nothing is believed before.
"""

from typing import TypeVar

from pydantic import ValidationError

from pilkades_desk.core.canonical import parse_canonical
from pilkades_desk.core.findings import Finding
from pilkades_desk.pemilih.bagian.findings import E270
from pilkades_desk.pemilih.bagian.rules import seal_rows, write_content
from pilkades_desk.pemilih.bagian.values import Bagian, BagianKembali

MOST = 64 * 2**20
"""Bytes; 60,000 voters are half of it."""
_Content = TypeVar("_Content", Bagian, BagianKembali)


def parse_bagian(untrusted_bytes: bytes) -> Bagian | Finding:
    """Read a part (S-246)."""
    read = _parse(untrusted_bytes, Bagian)
    if isinstance(read, Bagian) and read.dasar != seal_rows(read.baris):
        return E270.at("bagian")
    return read


def parse_kembali(untrusted_bytes: bytes) -> BagianKembali | Finding:
    """Read a return (S-246)."""
    return _parse(untrusted_bytes, BagianKembali)


def _parse(untrusted_bytes: bytes, kind: type[_Content]) -> _Content | Finding:
    if len(untrusted_bytes) > MOST:
        return E270.at("bagian")
    try:
        read = kind.model_validate(parse_canonical(untrusted_bytes))
    except (ValidationError, ValueError, RecursionError):
        return E270.at("bagian")
    # a value that was tidied while it was read is not the one that was sealed
    return read if write_content(read) == untrusted_bytes else E270.at("bagian")

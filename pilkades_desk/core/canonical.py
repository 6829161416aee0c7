"""Canonical JSON: one byte string per content, so that it can be hashed and signed.

Sorted keys, no spaces, UTF-8, no floats (decimals travel as strings). Reading refuses duplicate
keys and anything that is not byte for byte what writing would give.
"""

import json
from collections.abc import Sequence
from typing import Any

_LOOKED_INTO = (float, dict, list, tuple)
_WRITER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def canonical(content: Any) -> bytes:
    """Write JSON content (dict, list, str, int, bool, None) canonically; floats raise TypeError."""
    _refuse_float(content)
    return _WRITER.encode(content).encode("utf-8")


def parse_canonical(untrusted_bytes: bytes) -> Any:
    """Read canonical JSON; ValueError for repeated keys, floats and any other way to write it."""
    content = json.loads(
        untrusted_bytes.decode("utf-8"),
        object_pairs_hook=_unique,
        parse_float=_no_float,
        parse_constant=_no_float,
    )
    if canonical(content) != untrusted_bytes:
        raise ValueError("not canonical")
    return content


def sha256_hex(content: bytes) -> str:
    """Give the SHA-256 as 64 hexadecimal digits."""
    import hashlib  # loads OpenSSL; the login screen reads canonical JSON without

    return hashlib.sha256(content).hexdigest()


def _unique(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError("duplicate key")
    return table


def _no_float(written: str) -> None:
    raise ValueError(f"{written} is a float")


def _refuse_float(content: Any) -> None:
    if isinstance(content, float):
        raise TypeError("canonical JSON holds no floats")
    if isinstance(content, dict):
        if not all(isinstance(key, str) for key in content):
            raise TypeError("canonical JSON keys are strings")
        content = content.values()
    elif not isinstance(content, list | tuple):
        return
    for item in content:
        if isinstance(item, _LOOKED_INTO):  # most are texts, and a call each is half the work
            _refuse_float(item)

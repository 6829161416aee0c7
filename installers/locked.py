"""Reads a lock of requirements as `uv pip compile --generate-hashes` writes it."""

import re
from dataclasses import dataclass

_ENTRY = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?:\[[^]]*\])?==(?P<version>[^ ;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Pinned:
    """One entry: name, version, the SHA-256 of each published file, and what else stands there."""

    name: str
    version: str
    hashes: tuple[str, ...]
    rest: str


def spelled(name: str) -> str:
    """Give the one spelling of a package's name."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_lock(text: str) -> dict[str, Pinned]:
    """Give every entry by its name; ValueError on a line that pins nothing or a name met twice."""
    found: dict[str, Pinned] = {}
    for line in filter(None, map(str.strip, text.replace("\\\n", " ").splitlines())):
        entry = _read_entry(line)
        if entry.name in found:
            raise ValueError(f"pinned twice: {entry.name}")
        found[entry.name] = entry
    return found


def _read_entry(line: str) -> Pinned:
    match = _ENTRY.match(line)
    if not match:
        raise ValueError(f"no pinned entry: {line[:60]}")
    rest = _HASH.sub("", line[match.end() :]).strip()
    return Pinned(spelled(match["name"]), match["version"], tuple(_HASH.findall(line)), rest)

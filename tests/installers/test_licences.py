"""Every package the installers carry is listed with a licence we may ship under."""

from collections.abc import Mapping
from typing import Any

import pytest

from installers.locked import Pinned, read_lock
from installers.sbom import LOCK, read_licences

SOME = "MIT", "LGPL-3.0-only"
LOCKED = read_lock("attrs==26.1.0\n")
LISTED = {"versi": "26.1.0", "lisensi": "MIT"}


def allowed(licence: str, ids: Mapping[str, str]) -> bool:
    """An SPDX expression without brackets: one side of OR whose parts of AND are all allowed."""
    sides = (side.split(" AND ") for side in licence.split(" OR "))
    return any(all(part in ids for part in side) for side in sides)


def faults(
    locked: Mapping[str, Pinned], listed: Mapping[str, Any], ids: Mapping[str, str]
) -> list[str]:
    found = [f"{name}: add it to lisensi.toml" for name in locked if name not in listed]
    found += [f"{name}: not locked, take it off" for name in listed if name not in locked]
    for name in locked.keys() & listed.keys():
        entry, version = listed[name], locked[name].version
        if entry["versi"] != version:
            found.append(f"{name}: listed as {entry['versi']}, read the licence of {version}")
        if not allowed(entry["lisensi"], ids):
            found.append(f"{name}: {entry['lisensi']} is not allowed")
        if entry.keys() - {"catatan"} != {"versi", "lisensi"}:
            found.append(f"{name}: write versi, lisensi and, if need be, catatan")
    return found


def test_every_locked_package_is_listed_under_an_allowed_licence() -> None:
    ids, listed = read_licences()
    assert faults(read_lock(LOCK.read_text("utf-8")), listed, ids) == []


def test_every_allowed_licence_is_used_and_has_a_reason() -> None:
    ids, listed = read_licences()
    used = {word for entry in listed.values() for word in entry["lisensi"].split()}
    assert [one for one, reason in ids.items() if one not in used or not reason] == []


def test_a_copyleft_licence_is_explained() -> None:
    _, listed = read_licences()
    copyleft = [entry for entry in listed.values() if "GPL" in entry["lisensi"]]
    assert copyleft
    assert all("shared libraries" in entry["catatan"] for entry in copyleft)


@pytest.mark.parametrize(
    ("listed", "fault"),
    [
        ({}, "attrs: add it to lisensi.toml"),
        ({"attrs": LISTED, "left-pad": LISTED}, "left-pad: not locked, take it off"),
        (
            {"attrs": LISTED | {"versi": "25.0"}},
            "attrs: listed as 25.0, read the licence of 26.1.0",
        ),
        ({"attrs": LISTED | {"lisensi": "AGPL-3.0-only"}}, "attrs: AGPL-3.0-only is not allowed"),
        (
            {"attrs": LISTED | {"izin": "ya"}},
            "attrs: write versi, lisensi and, if need be, catatan",
        ),
    ],
)
def test_each_planted_fault_is_named(listed: dict[str, Any], fault: str) -> None:
    assert faults(LOCKED, {"attrs": LISTED}, dict.fromkeys(SOME, "x")) == []
    assert faults(LOCKED, listed, dict.fromkeys(SOME, "x")) == [fault]


@pytest.mark.parametrize(
    ("licence", "verdict"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("LGPL-3.0-only OR GPL-2.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-2.0-only OR MIT AND GPL-3.0-only", False),
        ("(MIT)", False),
    ],
)
def test_one_side_of_or_and_all_of_and_must_be_allowed(licence: str, verdict: bool) -> None:
    assert allowed(licence, dict.fromkeys(SOME, "x")) is verdict

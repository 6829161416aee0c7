"""A profile as text: read, checked key by key, every fault with the line it stands on.

`parse_profile` is for a profile that comes in and refuses what does not fit. `open_profile` is for
the one an election was made with, maybe by an older program: it always opens (docs/decisions/0025).
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.core.errors import ResourceError
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.resources import resource_text
from pilkades_desk.kits.storage.disk import named_readings
from pilkades_desk.panitia.profil.findings import E142, E145
from pilkades_desk.panitia.profil.rules import check_entry, check_keys
from pilkades_desk.panitia.profil.values import Kunci, NilaiProfil, Profil, StatusNilai

ACUAN = "nasional-acuan"
BAWAAN = (ACUAN, "tegal-2027", "blitar-2026")
"""Profiles shipped with the program, the neutral one first."""
_HEAD = re.compile(r"""\s*\[\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+))\s*\]""")
_FIELD = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+))\s*=""")
_LINE = re.compile(r"line (\d+)")
_MOST = 200_000
"""Bytes; the longest profile shipped has 20,000."""


class BadProfile(ResourceError):  # noqa: N818 -- carries findings, see `findings`
    """The text is no profile; the first finding says what, where and what to do."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        first = findings[0]
        super().__init__(f"{first.code}: {first.subject}: {first.text}", first.do_now)
        self.findings = findings


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a key, or one part of its entry, is written."""

    kunci: str
    bagian: str
    baris: int


@cache
def skema() -> Mapping[str, Kunci]:
    """Give every key a profile must have, in the order people read them (S-142)."""
    content = tomllib.loads(resource_text("profil-kunci.toml"))
    return {nama: Kunci.model_validate({"nama": nama, **row}) for nama, row in content.items()}


def read_profile(nama: str) -> Profil:
    """Read a profile shipped with the program."""
    return parse_profile(nama, resource_text("profil", f"{nama}.toml"))


def parse_profile(nama: str, untrusted_text: str) -> Profil:
    """Check a profile's text; BadProfile names file, line and key of what is wrong.

    Syarat: S-012, S-142.
    """
    content, places = _content(nama, untrusted_text)
    keys = skema()
    found = check_keys(list(content), keys)
    found += [
        fault
        for key, entry in content.items()
        if key in keys
        for fault in check_entry(keys[key], entry)
    ]
    if found:
        located = [(_line(places, fault), fault) for fault in found]
        located.sort(key=lambda pair: pair[0] or len(untrusted_text))
        raise BadProfile(tuple(_said(nama, line, fault) for line, fault in located))
    isi = {key: NilaiProfil.model_validate(content[key]) for key in keys}
    return Profil(nama=nama, sidik=_sidik(untrusted_text), isi=isi)


def read_profile_file(path: Path) -> tuple[str, str]:
    """Read a profile somebody handed over; gives its name, as the file is called, and its text.

    Raises:
        BadProfile: it is far too long for a profile, or no UTF-8 text.
        StorageError: the file cannot be read.
    """
    nama = path.stem
    with named_readings(path), path.open("rb") as stream:
        untrusted = stream.read(_MOST + 1)
    if len(untrusted) > _MOST:
        raise BadProfile((_said(nama, 0, E142.at("", sebab="berkas terlalu besar")),))
    try:
        return nama, untrusted.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise BadProfile((_said(nama, 0, E142.at("", sebab="bukan teks UTF-8")),)) from error


def open_profile(nama: str, text: str) -> Profil:
    """Read the profile an election has; what it lacks is the reference's, as an assumption.

    Syarat: S-143.
    """
    content, _ = _content(nama, text)
    isi, filled = {}, set()
    for key, kunci in skema().items():
        entry = content.get(key)
        if key in content and not check_entry(kunci, entry):
            isi[key] = NilaiProfil.model_validate(entry)
            continue
        filled.add(key)
        isi[key] = _assumed(kunci, entry)
    return Profil(nama=nama, sidik=_sidik(text), isi=isi, dari_acuan=frozenset(filled))


def _assumed(kunci: Kunci, entry: object) -> NilaiProfil:
    """Give the reference's value; of a duration without a unit only the unit."""
    acuan = _acuan().isi[kunci.nama].model_copy(update={"status": StatusNilai.ASUMSI})
    if isinstance(entry, dict) and acuan.satuan:
        own = {**entry, "satuan": acuan.satuan.value}
        if not check_entry(kunci, own):
            own["status"] = StatusNilai.ASUMSI.value
            return NilaiProfil.model_validate(own)
    return acuan


@cache
def _acuan() -> Profil:
    return read_profile(ACUAN)


def _sidik(text: str) -> str:
    return sha256_hex(text.encode("utf-8"))


def _content(nama: str, text: str) -> tuple[dict[str, object], tuple[_Place, ...]]:
    places = _scan(text)
    try:
        return tomllib.loads(text), places
    except (ValueError, RecursionError) as error:
        seen: dict[tuple[str, str], int] = {}
        for place in places:
            first = seen.setdefault((place.kunci, place.bagian), place.baris)
            if first != place.baris:
                what = " ".join(filter(None, (place.kunci, place.bagian)))
                twice = E145.at(place.kunci, kunci=what, pertama=first)
                raise BadProfile((_said(nama, place.baris, twice),)) from error
        named = _LINE.search(str(error))
        at_end = len(text.splitlines()) if "end of document" in str(error) else 0
        line = int(named[1]) if named else at_end
        wrong = E142.at("", sebab=_REASONS.get(type(error), "tidak dapat dibaca"))
        raise BadProfile((_said(nama, line, wrong),)) from error


_REASONS: Mapping[type[Exception], str] = {
    tomllib.TOMLDecodeError: "ada tanda kurung, petik, atau sama dengan yang keliru",
    RecursionError: "kurung terlalu dalam",
}


def _scan(text: str) -> tuple[_Place, ...]:
    """Find where keys and their parts are written; the TOML reader keeps no lines."""
    places, key = [], ""
    for number, line in enumerate(text.splitlines(), start=1):
        head, field = _HEAD.match(line), _FIELD.match(line)
        if head:
            key = next(part for part in head.groups() if part is not None)
            places.append(_Place(key, "", number))
        elif field:
            name = next(part for part in field.groups() if part is not None)
            places.append(_Place(key, name, number) if key else _Place(name, "", number))
    return tuple(places)


def _line(places: tuple[_Place, ...], fault: Finding) -> int:
    """Give the line a fault stands on, 0 for what is not there at all."""
    part = fault.evidence.get("bagian", "")
    own = [each for each in places if each.kunci == fault.subject]
    exact = [each.baris for each in own if each.bagian == part]
    inside = [each.baris for each in places if each.kunci.startswith(f"{fault.subject}.")]
    return next(iter(exact or [each.baris for each in own] or inside), 0)


def _said(nama: str, line: int, fault: Finding) -> Finding:
    where = f"profil '{nama}'" + (f" baris {line}" if line else "")
    return replace(fault, subject=where)

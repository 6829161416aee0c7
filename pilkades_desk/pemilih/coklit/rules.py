"""In which order a sheet lists people, and what may be written beside a line."""

import re
from collections.abc import Iterable, Mapping, Sequence

from pilkades_desk.core.findings import Finding
from pilkades_desk.pemilih.bagian.rules import covers, overlaps
from pilkades_desk.pemilih.bagian.values import Cakupan
from pilkades_desk.pemilih.coklit import findings as f
from pilkades_desk.pemilih.coklit.values import HasilCoklit, JawabanCoklit
from pilkades_desk.pemilih.rules import dpt_order
from pilkades_desk.pemilih.values import AlasanCoret, Pemilih

_LEAST_PROOF = 3
_ENTRY = re.compile(r"([0-9]{1,4}) *([sut])", re.ASCII | re.IGNORECASE)
_KEYS = {"S": HasilCoklit.SESUAI, "U": HasilCoklit.UBAH, "T": HasilCoklit.DICORET}


def sheet_lines(cakupan: Cakupan, daftar: Iterable[Pemilih]) -> tuple[int, ...]:
    """Give the numbers of the voters of a sheet in its order: families together, as in the DPT.

    Syarat: S-252.
    """
    standing = (one for one in daftar if not one.coret and covers(cakupan, one))
    return tuple(one.id for one in sorted(standing, key=dpt_order))


def areas_without_sheet(
    daftar: Iterable[Pemilih], sheets: Iterable[Cakupan]
) -> tuple[Cakupan, ...]:
    """Give every RT somebody stands in that no sheet covers yet, in the order of the list (S-252).

    A dusun spelled in two ways is one; nobody comes on two sheets. Where no dusun is known of an
    RT, none is named.
    """
    there = tuple(sheets)
    every = {(one.rw, one.rt, one.dusun) for one in daftar if not one.coret}
    known = {(rw, rt) for rw, rt, dusun in every if dusun}
    found: list[Cakupan] = []
    for rw, rt, dusun in sorted(every):
        area = Cakupan(dusun=dusun if (rw, rt) in known else None, rw=rw, rt=rt)
        if not any(overlaps(area, one) for one in (*there, *found)):
            found.append(area)
    return tuple(found)


def check_jawaban(
    jawaban: Sequence[JawabanCoklit], lines: Mapping[int, HasilCoklit | None]
) -> tuple[Finding, ...]:
    """Check what was typed; `lines` tells by number what was saved before (S-253)."""
    found: list[Finding] = []
    seen: set[int] = set()
    for one in jawaban:
        if one.no in seen:
            found.append(f.E289.at(_subject(one), no=one.no))
        seen.add(one.no)
        found += _check_line(one, lines)
    return tuple(found)


def _check_line(one: JawabanCoklit, lines: Mapping[int, HasilCoklit | None]) -> list[Finding]:
    if one.no not in lines:
        return [f.E284.at(_subject(one), no=one.no)]
    before = lines[one.no]
    if before is not None:
        return [f.E285.at(_subject(one), no=one.no, hasil=before.value)]
    found = []
    if one.hasil is HasilCoklit.UBAH and not one.ubah:
        found.append(f.E286.at(_subject(one), no=one.no))
    if one.hasil is HasilCoklit.DICORET and not _is_proven(one):
        found.append(f.E287.at(_subject(one), no=one.no))
    changed = one.ubah and one.hasil is not HasilCoklit.UBAH
    if changed or (one.alasan and one.hasil is not HasilCoklit.DICORET):
        found.append(f.E288.at(_subject(one), no=one.no, hasil=one.hasil.value))
    return found


def _is_proven(one: JawabanCoklit) -> bool:
    reason = one.alasan not in (None, AlasanCoret.BATAL_DICORET)
    return reason and len(one.bukti) >= _LEAST_PROOF


def _subject(one: JawabanCoklit) -> str:
    return f"nomor {one.no}"


def read_entry(text: str) -> tuple[int, HasilCoklit] | None:
    """Read what is keyed for a line: its number, then S, U or T; None while it is neither.

    Syarat: S-253.
    """
    found = _ENTRY.fullmatch(text.strip())
    return (int(found[1]), _KEYS[found[2].upper()]) if found else None

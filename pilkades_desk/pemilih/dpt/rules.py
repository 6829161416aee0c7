"""What versions of the DPT have to do with each other (S-270, S-271)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from pilkades_desk.core.canonical import canonical, sha256_hex
from pilkades_desk.core.clock import short_date
from pilkades_desk.core.masking import mask_nik
from pilkades_desk.panitia.naskah.data_code import code_of
from pilkades_desk.pemilih.dpt.values import CatatanDpt
from pilkades_desk.pemilih.kini.rules import text_of
from pilkades_desk.pemilih.kini.values import Tercatat
from pilkades_desk.pemilih.riwayat.rules import name_of, reason_of
from pilkades_desk.pemilih.values import AlasanCoret, PemilihDpt, PemilihFields

_OPENING = b"pilkades-desk/buka-dpt/v1\n"
_FIELDS = tuple(PemilihFields.model_fields)
_MASKED = frozenset({"nik", "kk"})
_NOT_FOR_ALL = frozenset({AlasanCoret.TERGANGGU_INGATAN, AlasanCoret.HAK_PILIH_DICABUT})
"""Grounds of a strike that are somebody's health or sentence (UU 27/2022 art. 4)."""


def seal_code(segel: str) -> str:
    """Give the data code of a seal: 24 digits in six groups of four (S-271)."""
    return code_of(bytes.fromhex(segel))


def opening_digest(segel: str, alasan: str) -> str:
    """Give what two people approve who open a DPT: which one, and why (S-006, S-270)."""
    return sha256_hex(_OPENING + canonical([segel, alasan]))


def differences(
    before: Sequence[PemilihDpt], after: Sequence[PemilihDpt], reasons: Mapping[int, str]
) -> Iterator[str]:
    """Say who came, who left and why, and which fields changed, by number (S-271).

    `reasons` says by voter why somebody left.
    """
    old, new = {one.id: one for one in before}, {one.id: one for one in after}
    for one in before:
        if one.id not in new:
            why = reasons.get(one.id, "tanpa alasan tercatat")
            yield f"No. {one.no_urut} {one.nama} ({mask_nik(one.nik)}) keluar: {why}."
    for one in after:
        if one.id not in old:
            yield f"No. {one.no_urut} {one.nama} ({mask_nik(one.nik)}) masuk."
        elif changed := "; ".join(_changed(old[one.id], one)):
            yield f"No. {one.no_urut} {one.nama}: {changed}."


def remarks(line: PemilihDpt, notes: Iterable[CatatanDpt], *, inside: bool) -> str:
    """Say what stands in the column of remarks: notes made after the lock, then the line's own.

    A list for everybody names what happened and no document.
    """
    said = [note.teks if inside else note.jenis for note in notes]
    return "; ".join([*said, *([line.keterangan] if inside and line.keterangan else [])])


def left_because(strike: Tercatat, *, inside: bool) -> str:
    """Say why a number is used no longer (S-297).

    A list for everybody names the ground alone, and none that is nobody else's business.
    """
    ground = strike.perubahan.baru
    if inside:
        return reason_of(strike)
    return "" if ground in _NOT_FOR_ALL else ground


def _changed(old: PemilihDpt, new: PemilihDpt) -> Iterator[str]:
    for name in _FIELDS:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield f"{name_of(name)} “{_said(name, before)}” menjadi “{_said(name, after)}”"


def _said(name: str, value: object) -> str:
    if isinstance(value, date):
        return short_date(value)
    return mask_nik(text_of(value)) if name in _MASKED else text_of(value)

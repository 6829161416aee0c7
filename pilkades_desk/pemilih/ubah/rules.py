"""Judges a corrected voter by the same rules as a row of a sheet (S-203, S-265)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from pilkades_desk.core.clock import short_date
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.spreadsheet.reader import EMPTY, Cell
from pilkades_desk.pemilih.findings import E211, E256, W225, W227, W229, W230, W231
from pilkades_desk.pemilih.kini.rules import changes_to, text_of
from pilkades_desk.pemilih.kini.values import Perubahan
from pilkades_desk.pemilih.rules import Penilaian, judge_row, read_number
from pilkades_desk.pemilih.spreadsheet import UntrustedRow
from pilkades_desk.pemilih.sumber import UMUM, sources
from pilkades_desk.pemilih.values import Isian, Pemilih, SyaratPemilih

KOLOM: Mapping[Isian, str] = {
    **{isian: isian.value.replace(" ", "_") for isian in Isian if isian is not Isian.SUMBER},
    Isian.KELAMIN: "kelamin",
    Isian.KAWIN: "kawin",
}
"""The field of a voter each box of a form is about; where a row came from is no field."""
ISIAN: Mapping[str, Isian] = {kolom: isian for isian, kolom in KOLOM.items()}
MASSAL = frozenset({Isian.DUSUN, Isian.RT, Isian.RW, Isian.TPS})
"""What may be changed for many at once."""
_TPS = 100
_OF_OTHERS = frozenset({W225.code, W230.code, W231.code})
"""Warnings a person's own fields neither make nor end."""


def isian_of_pemilih(pemilih: Pemilih) -> dict[Isian, str]:
    """Give what may be shown in a form of correction: all but the numbers of cards (S-321)."""
    shown = KOLOM.keys() - {Isian.NIK, Isian.KK}
    return {isian: _as_typed(getattr(pemilih, KOLOM[isian]), isian) for isian in shown}


def _as_typed(value: object, isian: Isian) -> str:
    if isinstance(value, date):
        return short_date(value)
    return "" if isian in (Isian.RT, Isian.RW) and not value else str(value)


def judge_correction(
    pemilih: Pemilih, typed: Mapping[Isian, str], syarat: SyaratPemilih, letak: tuple[str, int]
) -> tuple[Penilaian, tuple[Perubahan, ...]]:
    """Judge a voter with some fields typed anew; gives the changes too, none when refused.

    `letak` is sheet and row the voter came from. Fields nobody typed stay as they are to the
    letter.
    """
    lembar, baris = letak
    cells = {isian: _cell(text_of(getattr(pemilih, kolom))) for isian, kolom in KOLOM.items()}
    cells |= {isian: _cell(text) for isian, text in typed.items()}
    row = UntrustedRow(sources()[UMUM], lembar, baris, (), (), {}, cells)
    faults = tuple(_look_at_places(row, typed))
    judged = judge_row(row, syarat)
    if judged.pemilih is None or faults:
        errors = faults + (() if judged.pemilih else judged.temuan)
        return Penilaian(None, errors), ()
    after = {KOLOM[isian]: getattr(judged.pemilih, KOLOM[isian]) for isian in _fields(typed)}
    if Isian.TPS in typed:
        after["tps"] = row.text(Isian.TPS)
    return judged, changes_to(pemilih, after)


def warnings_after(
    judged: Iterable[Finding], before: Sequence[Finding], typed: Iterable[Isian]
) -> tuple[Finding, ...]:
    """Give the warnings of a corrected voter: those of the fields now, and what others said.

    A warning about what a sheet said stays until somebody types that field.
    """
    typed = frozenset(typed)
    kept = set(_OF_OTHERS)
    if Isian.DISABILITAS not in typed:
        kept.add(W229.code)
    if not typed & {Isian.RT, Isian.RW}:
        kept.add(W227.code)
    own = (finding for finding in judged if finding.code not in kept)
    return (*own, *(finding for finding in before if finding.code in kept))


def typed_again(changes: Iterable[Perubahan]) -> dict[int, dict[Isian, str]]:
    """Give by voter what to type to have the values before these changes back."""
    back: dict[int, dict[Isian, str]] = {}
    for one in changes:
        back.setdefault(one.pemilih_id, {})[ISIAN[one.kolom]] = one.lama
    return back


def _look_at_places(row: UntrustedRow, typed: Mapping[Isian, str]) -> Iterable[Finding]:
    subject = f"{row.lembar}, baris {row.baris}"
    for isian in (Isian.RT, Isian.RW):
        if isian in typed and row.text(isian) and read_number(row, isian) is None:
            yield E256.at(subject, isian=isian.upper(), isi=row.text(isian))
    if len(row.text(Isian.TPS)) > _TPS:
        yield E211.at(subject, isian="TPS", batas=_TPS)


def _fields(typed: Iterable[Isian]) -> list[Isian]:
    return [isian for isian in typed if isian is not Isian.TPS]


def _cell(text: str) -> Cell:
    return Cell(text, "text") if text.strip() else EMPTY

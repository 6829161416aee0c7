"""What a document is made from, named by seals; when one no longer stands, neither does it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pilkades_desk.panitia.meja import Meja
from pilkades_desk.pemilih.usecases import find_dpt
from pilkades_desk.penghitungan.usecases import read_forms
from pilkades_desk.tps.usecases import read_units

_OPEN = ""
"""Stands for the seal of a form or a list that is not final."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What a content may be made of besides the election's own figures.

    `contents` are those of the valid documents by short name, `answers` what people typed for a
    letter, `sumber` the seals of what the document repeats.
    """

    contents: Mapping[str, bytes]
    answers: Mapping[str, str] = field(default_factory=dict)
    sumber: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seals:
    """What stands now: the DPT's seal, the units, and the seal of each final form."""

    dpt: str
    units: tuple[int, ...]
    forms: dict[int, str]
    laporan: tuple[str, ...] = ()
    """What F-34 repeats besides: the decision, people's answers, the register of objections."""
    putusan: tuple[str, ...] = ()
    """The decision in writing F-33 repeats where figures name nobody."""
    f27: Mapping[int, str] = field(default_factory=dict)
    """The digest of each unit's valid F-27, whose code its F-28 prints."""

    def of(self, kode: str, unit: int | None) -> tuple[str, ...]:
        """Give the seals one document would be made from: the DPT's, a form's or all forms'."""
        if kode == "F-07":
            return (self.dpt,)
        if kode == "F-34":
            return (self.dpt, *self.of("F-29", None), *self.laporan)
        units = self.units if unit is None else (unit,)
        forms = tuple(self.forms.get(nomor, _OPEN) for nomor in units)
        if kode == "F-28" and unit is not None:
            return (*forms, self.f27.get(unit, _OPEN))
        return (*forms, *self.putusan) if kode == "F-33" else forms


def read_seals(meja: Meja) -> Seals:
    """Read every seal once."""
    dpt = find_dpt(meja)
    return Seals(
        dpt=dpt.segel if dpt else _OPEN,
        units=tuple(unit.nomor for unit in read_units(meja)),
        forms={final.unit: final.segel for final in read_forms(meja)},
    )

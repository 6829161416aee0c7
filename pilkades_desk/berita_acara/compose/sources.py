"""What a document is made from, named by seals; when one no longer stands, neither does it."""

from dataclasses import dataclass

from pilkades_desk.panitia.meja import Meja
from pilkades_desk.pemilih.usecases import find_dpt
from pilkades_desk.penghitungan.usecases import read_forms
from pilkades_desk.tps.usecases import read_units

_OPEN = ""
"""Stands for the seal of a form or a list that is not final."""


@dataclass(frozen=True, slots=True)
class Seals:
    """What stands now: the DPT's seal, the units, and the seal of each final form."""

    dpt: str
    units: tuple[int, ...]
    forms: dict[int, str]

    def of(self, kode: str, unit: int | None) -> tuple[str, ...]:
        """Give the seals one document would be made from: the DPT's, a form's or all forms'."""
        if kode == "F-07":
            return (self.dpt,)
        units = self.units if unit is None else (unit,)
        return tuple(self.forms.get(nomor, _OPEN) for nomor in units)


def read_seals(meja: Meja) -> Seals:
    """Read every seal once."""
    dpt = find_dpt(meja)
    return Seals(
        dpt=dpt.segel if dpt else _OPEN,
        units=tuple(unit.nomor for unit in read_units(meja)),
        forms={final.unit: final.segel for final in read_forms(meja)},
    )

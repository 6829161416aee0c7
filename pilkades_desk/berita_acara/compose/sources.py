"""What a document is made from, named by seals; when one no longer stands, neither does it."""

from pilkades_desk.panitia.meja import Meja
from pilkades_desk.pemilih.usecases import read_dpt
from pilkades_desk.penghitungan.usecases import read_forms
from pilkades_desk.tps.usecases import read_units

_OPEN = ""
"""Stands for the seal of a form that is not final."""


def seals_of(meja: Meja, kode: str, unit: int | None) -> tuple[str, ...]:
    """Give the seals one document would be made from now: the DPT's, a form's or all forms'."""
    if kode == "F-07":
        return (read_dpt(meja).segel,)
    seals = {final.unit: final.segel for final in read_forms(meja)}
    units = [each.nomor for each in read_units(meja)] if unit is None else [unit]
    return tuple(seals.get(nomor, _OPEN) for nomor in units)

"""What went onto paper: which content, how often, when and by whose hand."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

from pydantic import Field

from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.data_code import sidik
from pilkades_desk.panitia.naskah.values import IsiUmum

BLANK = "K"
"""Ends the short name of a blank form: printed, it is not the document."""


class Identitas(Value):
    """Which content a sheet shows; `sumber` are the seals it was made from."""

    kode: str
    dok: str
    unit: int | None = None
    sidik: str
    sumber: tuple[str, ...] = ()


class Tercetak(Value):
    """One printing a printer took; `lembar` copies, 0 where only some of the pages were asked."""

    identitas: Identitas
    lembar: Annotated[int, Field(ge=0, le=999)]
    akun: int
    waktu: datetime


def identify(isi: IsiUmum, unit: int | None = None) -> Identitas:
    """Name the content of a document about to be printed."""
    return Identitas(kode=isi.kode, dok=isi.dok, unit=unit, sidik=sidik(isi), sumber=isi.dari_segel)


def of_form(printed: Sequence[Tercetak], kode: str, unit: int | None) -> tuple[Tercetak, ...]:
    """Give the printings of one form of one unit, or of the village."""
    wanted = (kode, unit)
    return tuple(one for one in printed if (one.identitas.kode, one.identitas.unit) == wanted)

"""The catalogue of forms, read from `resources/forms/katalog.toml`: what there is, whose it is."""

import tomllib
from typing import Annotated, Literal

from pydantic import Field

from pilkades_desk.core.resources import resource_text
from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.values import Kertas


class Formulir(Value):
    """One form: the step that owns it, its papers, whether it is printed blank, what is known.

    `dari_data` tells of a form printed blank that the program also draws from what is stored.
    `inti` tells that every election must have it, one for the village, one per unit or both.
    `sumber` says what of the official form is known; the layout is a reconstruction in any case.
    """

    kode: Annotated[str, Field(pattern=r"^[FR]-[0-9]{2}b?$")]
    nama: str
    langkah: Annotated[int, Field(ge=1, le=8)]
    inti: tuple[Literal["desa", "unit"], ...] = ()
    kosong: bool = False
    dari_data: bool = False
    kertas: tuple[Kertas, ...] = ("A4", "F4")
    sumber: str


def read_katalog() -> tuple[Formulir, ...]:
    """Give every form the program makes, in the order of the election (S-619)."""
    table = tomllib.loads(resource_text("forms", "katalog.toml"))
    return tuple(Formulir(kode=kode, **entry) for kode, entry in table.items())


def read_kosong() -> tuple[Formulir, ...]:
    """Give the forms people fill in by hand."""
    return tuple(one for one in read_katalog() if one.kosong)

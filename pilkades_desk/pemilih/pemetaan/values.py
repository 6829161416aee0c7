"""A mapping of columns: suggested by the program, chosen by a person, kept under a name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, StringConstraints

from pilkades_desk.core.value import Value
from pilkades_desk.pemilih.values import Isian

LONGEST = 200
"""Letters of a header."""
_Kepala = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST)]


class Pemetaan(Value):
    """Which header holds which field, and whose codes the values are (`sumber`, a layout's name).

    Three headers for a birth date in three cells; two fields may name one header.
    """

    nama: Annotated[str, StringConstraints(min_length=3, max_length=60, strip_whitespace=True)]
    sumber: str
    kolom: Annotated[dict[Isian, tuple[_Kepala, ...]], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class UsulanKolom:
    """What headers may mean, columns counted from 0.

    `yakin`: one column spelled as a known header. `ragu`: several columns, or one that only holds
    the word. `kosong`: nothing found. A person decides on all but the first.
    """

    yakin: Mapping[Isian, int]
    ragu: Mapping[Isian, tuple[int, ...]]
    kosong: tuple[Isian, ...]

"""What is known of a form and where it goes: texts with places in braces, and what was placed."""

from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Any

from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.blok import KartuPengenal, Sel
from pilkades_desk.panitia.naskah.values import Penandatangan, Saksi

Table = Mapping[str, Any]
OPEN = "." * 24
"""Stands in a sentence for what is written in by hand."""


class Isian(Value):
    """What is known of a form, by the keys of its layout; whatever is left out prints dots.

    `tabel` are rows without their running number, `ada` the parts shown only when asked for.
    """

    nilai: dict[str, str] = {}
    tabel: dict[str, tuple[tuple[Sel, ...], ...]] = {}
    centang: frozenset[str] = frozenset()
    orang: dict[str, tuple[Penandatangan, ...]] = {}
    saksi: tuple[Saksi, ...] = ()
    kartu: tuple[KartuPengenal, ...] = ()
    ada: frozenset[str] = frozenset()

    @property
    def kunci(self) -> set[str]:
        """Name everything that wants a place in the layout."""
        return {*self.nilai, *self.tabel, *self.centang, *self.orang, *self.ada}


class Tempat:
    """The places of one form; `values` are what any text may name in braces."""

    def __init__(self, values: Mapping[str, str], isian: Isian, hukum: Sequence[str]) -> None:
        self._values, self._isian, self.hukum_dasar = values, isian, hukum
        self._used: set[str] = set()

    def unplaced(self) -> set[str]:
        """Name what was given and has no place in the layout."""
        return self._isian.kunci - self._used

    def listed(self, kunci: str) -> list[str]:
        """Give the texts given for a key, one a row."""
        self._used.add(kunci)
        return [str(row[0]) for row in self._isian.tabel.get(kunci, ())]

    def _text(self, template: object) -> str:
        return str(template).format_map(self._values)

    def sentence(self, template: object) -> str:
        """Fill a text that may also name places of this form, open ones as dots."""
        named = {name for _, name, _, _ in Formatter().parse(str(template)) if name}
        own = {name: self._known(name) or OPEN for name in named - self._values.keys()}
        return str(template).format_map({**self._values, **own})

    def _head(self, block: Table) -> str:
        return self._text(block.get("kepala", ""))

    def _known(self, kunci: str) -> str:
        self._used.add(kunci)
        return self._isian.nilai.get(kunci, "")

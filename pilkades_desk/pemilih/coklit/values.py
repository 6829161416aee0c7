"""A coklit sheet: numbered lines as printed, and what the officer wrote beside each.

A line is `belum` until something is typed for it, `terisi` until the sheet is saved, then
`disimpan` for good: what was saved is corrected in the list, not on the sheet.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field as Bounds

from pilkades_desk.core.identity import Nama
from pilkades_desk.core.value import Value
from pilkades_desk.pemilih.bagian.values import Cakupan
from pilkades_desk.pemilih.values import AlasanCoret, Isian, Long, PemilihTersamar

Nomor = Annotated[int, Bounds(ge=1)]


class HasilCoklit(StrEnum):
    """What the officer ticked; the words stand on the sheet (part 4.3 of the regulation file)."""

    SESUAI = "sesuai"
    UBAH = "ubah data"
    DICORET = "TMS"


class KeadaanBaris(StrEnum):
    """How far a line of a sheet is."""

    BELUM = "belum"
    TERISI = "terisi"
    DISIMPAN = "disimpan"


class LembarCoklit(Value):
    """One sheet as printed: the area, when, how many lines, how far they are typed back."""

    nomor: Nomor
    cakupan: Cakupan
    dibuat: datetime
    jumlah: Nomor
    disimpan: Annotated[int, Bounds(ge=0)] = 0
    diketik: Annotated[int, Bounds(ge=0)] = 0
    """Lines and people typed and not saved yet."""


class JawabanCoklit(Value):
    """What was written beside one line: fields and their new texts, or why struck and the proof."""

    no: Nomor
    hasil: HasilCoklit
    ubah: dict[Isian, str] = {}
    alasan: AlasanCoret | None = None
    bukti: Long = ""


class WargaBaru(Value):
    """Somebody the officer found who is not on the sheet, field by field as written."""

    isian: dict[Isian, str]
    bukti: Long = ""


class Konsep(Value):
    """What was typed for a sheet and is not saved yet; of a line the last counts."""

    jawaban: tuple[JawabanCoklit, ...] = ()
    baru: tuple[WargaBaru, ...] = ()


class IsianLembar(Value):
    """What is typed back from one sheet at once, who went round, and on which day."""

    petugas: Nama
    tanggal: date
    jawaban: tuple[JawabanCoklit, ...] = ()
    baru: tuple[WargaBaru, ...] = ()


@dataclass(frozen=True, slots=True)
class BarisCoklit:
    """One line of a sheet as shown; `hasil` once it was saved."""

    no: int
    pemilih: PemilihTersamar
    hasil: HasilCoklit | None = None

    def state(self, typed: Mapping[int, JawabanCoklit]) -> KeadaanBaris:
        """Tell how far the line is, given what was typed and not saved yet, by number."""
        if self.hasil is not None:
            return KeadaanBaris.DISIMPAN
        return KeadaanBaris.TERISI if self.no in typed else KeadaanBaris.BELUM


@dataclass(frozen=True, slots=True)
class HasilSimpan:
    """What saving a sheet did."""

    sesuai: int
    diubah: int
    dicoret: int
    baru: int

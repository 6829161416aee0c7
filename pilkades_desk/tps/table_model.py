"""The tables of step 4: units with their total, and the voters of one unit."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.table import Column, TupleTableModel
from pilkades_desk.kits.qt.totals import TotalsTableModel
from pilkades_desk.pemilih.values import DptTersamar
from pilkades_desk.tps.rules import wilayah_text
from pilkades_desk.tps.values import UnitHitung

_RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class BarisUnit:
    """One row: a unit, or the total, which has no number."""

    nomor: int | None
    nama: str
    lokasi: str
    wilayah: str
    dpt_l: int
    dpt_p: int
    surat_suara: int


@dataclass(frozen=True, slots=True)
class BarisPemilih:
    """One voter under the number of the unit."""

    nomor: int
    pemilih: DptTersamar


UNIT_COLUMNS = (
    Column[BarisUnit]("No", lambda b: "" if b.nomor is None else str(b.nomor), 44, _RIGHT),
    Column[BarisUnit]("Nama", lambda b: b.nama, 64),
    Column[BarisUnit]("Lokasi", lambda b: b.lokasi, 92),
    Column[BarisUnit]("Wilayah", lambda b: b.wilayah, 150, takes_rest=True),
    Column[BarisUnit]("L", lambda b: angka(b.dpt_l), 70, _RIGHT),
    Column[BarisUnit]("P", lambda b: angka(b.dpt_p), 70, _RIGHT),
    Column[BarisUnit]("Jumlah", lambda b: angka(b.dpt_l + b.dpt_p), 72, _RIGHT),
    Column[BarisUnit]("Surat suara", lambda b: angka(b.surat_suara), 98, _RIGHT),
)
PEMILIH_COLUMNS = (
    Column[BarisPemilih]("No", lambda b: angka(b.nomor), 48, _RIGHT),
    Column[BarisPemilih]("Nama", lambda b: b.pemilih.nama, 120, takes_rest=True),
    Column[BarisPemilih]("L/P", lambda b: b.pemilih.kelamin.value, 40),
    Column[BarisPemilih]("RT/RW", lambda b: f"{b.pemilih.rt:03}/{b.pemilih.rw:03}", 80),
)


class UnitModel(TotalsTableModel[BarisUnit]):
    """The units and their total."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(UNIT_COLUMNS, parent)

    def show_units(self, units: Sequence[UnitHitung]) -> None:
        """Show these units and add them up."""
        self.show_rows([_row(unit) for unit in units], total_of(units))


class PemilihModel(TupleTableModel[BarisPemilih]):
    """The voters of one unit, numbered from 1."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(PEMILIH_COLUMNS, parent)

    def show_pemilih(self, daftar: Sequence[DptTersamar]) -> None:
        """Show the voters in the order of the unit's list."""
        self.show_values([BarisPemilih(n, one) for n, one in enumerate(daftar, start=1)])


def total_of(units: Sequence[UnitHitung]) -> BarisUnit:
    """Add the units up."""
    return BarisUnit(
        nomor=None,
        nama="Jumlah",
        lokasi="",
        wilayah="",
        dpt_l=sum(unit.dpt_l for unit in units),
        dpt_p=sum(unit.dpt_p for unit in units),
        surat_suara=sum(unit.surat_suara for unit in units),
    )


def _row(unit: UnitHitung) -> BarisUnit:
    return BarisUnit(
        unit.nomor,
        unit.nama,
        unit.lokasi,
        wilayah_text(unit.wilayah),
        unit.dpt_l,
        unit.dpt_p,
        unit.surat_suara,
    )

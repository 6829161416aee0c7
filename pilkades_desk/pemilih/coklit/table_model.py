"""The lines of a coklit sheet as a table: who, and how far each line is."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from pilkades_desk.core.clock import short_date
from pilkades_desk.kits.qt.table import Column, TupleTableModel
from pilkades_desk.pemilih.coklit.values import (
    BarisCoklit,
    HasilCoklit,
    JawabanCoklit,
    KeadaanBaris,
)

_TONES = {
    KeadaanBaris.BELUM: "info",
    KeadaanBaris.TERISI: "warn",
    KeadaanBaris.DISIMPAN: "ok",
}


@dataclass(frozen=True, slots=True)
class BarisTampil:
    """A line with what was typed for it and is not saved yet."""

    baris: BarisCoklit
    jawaban: JawabanCoklit | None

    @property
    def keadaan(self) -> KeadaanBaris:
        """Tell how far the line is."""
        typed = {self.baris.no: self.jawaban} if self.jawaban else {}
        return self.baris.state(typed)

    @property
    def hasil(self) -> HasilCoklit | None:
        """Give what was saved, or else typed."""
        return self.baris.hasil or (self.jawaban.hasil if self.jawaban else None)


def coklit_model(parent: QObject | None = None) -> TupleTableModel[BarisTampil]:
    """Make the table of a sheet."""
    right = Qt.AlignmentFlag.AlignRight
    columns = (
        Column[BarisTampil]("No", lambda one: str(one.baris.no), 54, right),
        Column[BarisTampil]("Nama", lambda one: one.baris.pemilih.nama, 220, takes_rest=True),
        Column[BarisTampil]("L/P", lambda one: one.baris.pemilih.kelamin.value, 46),
        Column[BarisTampil]("Lahir", _born, 104),
        Column[BarisTampil](
            "Keadaan", lambda one: one.keadaan.value, 104, tone=lambda one: _TONES[one.keadaan]
        ),
        Column[BarisTampil]("Hasil", _result, 260),
    )
    return TupleTableModel(columns, parent)


def beside(
    lines: tuple[BarisCoklit, ...], typed: Mapping[int, JawabanCoklit]
) -> tuple[BarisTampil, ...]:
    """Give the lines with what was typed for each."""
    return tuple(BarisTampil(line, typed.get(line.no)) for line in lines)


def _born(one: BarisTampil) -> str:
    born = one.baris.pemilih.tanggal_lahir
    return short_date(born) if born else str(one.baris.pemilih.tahun_lahir)


def _result(one: BarisTampil) -> str:
    if one.hasil is None:
        return "–"
    said = one.jawaban
    if said is None or one.baris.hasil is not None:
        return one.hasil.value
    detail = ", ".join(said.ubah) if said.ubah else said.alasan or ""
    return f"{one.hasil.value}: {detail}" if detail else one.hasil.value

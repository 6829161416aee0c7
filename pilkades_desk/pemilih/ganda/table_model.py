"""The table of pairs waiting for a decision."""

from PySide6.QtCore import QObject

from pilkades_desk.kits.qt.table import Column, TupleTableModel
from pilkades_desk.pemilih.ganda.values import Pasangan


def pasangan_model(parent: QObject | None = None) -> TupleTableModel[Pasangan]:
    """Make the table of pairs."""
    columns = (
        Column[Pasangan]("Nama", lambda pair: pair.kiri.pemilih.nama, 124),
        Column[Pasangan]("Mirip dengan", lambda pair: pair.kanan.pemilih.nama, 124),
        Column[Pasangan]("Alasan", lambda pair: pair.temuan[0].text, 150, takes_rest=True),
    )
    return TupleTableModel(columns, parent)

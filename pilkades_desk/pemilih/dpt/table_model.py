"""The versions of the DPT as a table, the newest first."""

from PySide6.QtCore import QObject, Qt

from pilkades_desk.core.clock import Zona, moment_text
from pilkades_desk.kits.qt.table import Column, TupleTableModel
from pilkades_desk.pemilih.dpt.forms import counted, opened_words
from pilkades_desk.pemilih.dpt.values import VersiDpt

_RIGHT = Qt.AlignmentFlag.AlignRight


def versi_model(zona: Zona, parent: QObject | None = None) -> TupleTableModel[VersiDpt]:
    """Make the table."""
    columns = (
        Column[VersiDpt]("Versi", lambda one: str(one.dpt.versi), 60, _RIGHT),
        Column[VersiDpt]("Dikunci", lambda one: moment_text(one.dpt.dikunci, zona), 180),
        Column[VersiDpt]("Pemilih", counted, 190),
        Column[VersiDpt]("Kode data", lambda one: one.kode, 270),
        Column[VersiDpt](
            "Dibuka lagi", lambda one: opened_words(one, zona) or "–", 220, takes_rest=True
        ),
    )
    return TupleTableModel(columns, parent)

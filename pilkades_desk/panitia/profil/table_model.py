"""The profile as a table: every key in words, its value, its basis and how sure it is."""

from PySide6.QtCore import QObject

from pilkades_desk.kits.qt.table import Column, TupleTableModel
from pilkades_desk.panitia.profil.values import BarisProfil


def profil_model(parent: QObject | None = None) -> TupleTableModel[BarisProfil]:
    """Make the table; an assumption nobody stands by is marked, one somebody does is not."""

    def tone(one: BarisProfil) -> str:
        if not one.asumsi:
            return "ok"
        return "info" if one.dikonfirmasi else "warn"

    columns = (
        Column[BarisProfil]("Peraturan", lambda one: one.kunci.sebutan, 230),
        Column[BarisProfil]("Nilai", lambda one: one.nilai, 150, takes_rest=True),
        Column[BarisProfil]("Dasar", lambda one: one.dasar, 190),
        Column[BarisProfil]("Keadaan", lambda one: one.keadaan, 172, tone=tone),
    )
    return TupleTableModel(columns, parent)

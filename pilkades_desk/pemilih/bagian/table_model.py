"""The differences of a return as a table: as it left, here now, coming back, what becomes of it."""

from PySide6.QtCore import QObject

from pilkades_desk.kits.qt.table import Column, TupleTableModel
from pilkades_desk.pemilih.bagian.forms import ButirTampil, field_name, text_of


def butir_model(parent: QObject | None = None) -> TupleTableModel[ButirTampil]:
    """Make the table of differences."""
    columns = (
        Column[ButirTampil]("Nama", lambda one: one.butir.nama, 190, takes_rest=True),
        Column[ButirTampil]("Isian", lambda one: field_name(one.butir), 116),
        Column[ButirTampil]("Saat keluar", lambda one: text_of(one.butir.dasar), 148),
        Column[ButirTampil]("Di sini", lambda one: text_of(one.butir.kita), 148),
        Column[ButirTampil]("Yang kembali", lambda one: text_of(one.butir.mereka), 148),
        Column[ButirTampil](
            "Keputusan", lambda one: one.nasib[0], 124, tone=lambda one: one.nasib[1]
        ),
    )
    return TupleTableModel(columns, parent)

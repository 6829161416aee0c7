"""The calendar's tables: the stages of a track, the committee's own days."""

from PySide6.QtCore import QObject

from pilkades_desk.core.clock import days_text, long_date
from pilkades_desk.kits.qt.table import Column, TupleTableModel
from pilkades_desk.panitia.kalender.values import BarisTahap, HariPanitia, KeadaanTahap

_TONES = {
    KeadaanTahap.SELESAI: "ok",
    KeadaanTahap.LEWAT: "bad",
    KeadaanTahap.SEKARANG: "warn",
    KeadaanTahap.NANTI: "info",
}


def tahap_model(parent: QObject | None = None) -> TupleTableModel[BarisTahap]:
    """Make the table of one track."""
    columns = (
        Column[BarisTahap](
            "Tanggal", lambda one: days_text(one.jadwal.mulai, one.jadwal.selesai), 158
        ),
        Column[BarisTahap]("Kegiatan", lambda one: one.jadwal.tahap.kegiatan, 180, takes_rest=True),
        Column[BarisTahap](
            "Keadaan", lambda one: one.keadaan.value, 104, tone=lambda one: _TONES[one.keadaan]
        ),
    )
    return TupleTableModel(columns, parent)


def hari_model(parent: QObject | None = None) -> TupleTableModel[HariPanitia]:
    """Make the table of the committee's own days."""
    columns = (
        Column[HariPanitia]("Hari", lambda one: long_date(one.tanggal), 220),
        Column[HariPanitia]("Dihitung", lambda one: one.jenis.value, 100),
        Column[HariPanitia]("Alasan", lambda one: one.alasan, 160, takes_rest=True),
    )
    return TupleTableModel(columns, parent)

"""The table of usul: those nobody decided yet first, with how long they wait."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from pilkades_desk.kits.qt.table import Column, TupleTableModel
from pilkades_desk.pemilih.usul.values import Usul

_RIGHT = Qt.AlignmentFlag.AlignRight
_TONES: Mapping[str, str] = {"diterima": "ok", "ditolak": "bad"}


@dataclass(frozen=True, slots=True)
class BarisUsul:
    """One usul as a line: `menunggu` says for how long, and nothing once it is decided."""

    usul: Usul
    menunggu: str


def usul_model(parent: QObject | None = None) -> TupleTableModel[BarisUsul]:
    """Make the table."""
    columns = (
        Column[BarisUsul]("No", lambda one: str(one.usul.nomor), 54, _RIGHT),
        Column[BarisUsul]("Menunggu", lambda one: one.menunggu or "–", 96),
        Column[BarisUsul]("Jenis", lambda one: one.usul.isi.jenis.sebutan.capitalize(), 150),
        Column[BarisUsul]("Pemilih", lambda one: one.usul.nama_pemilih or "–", 190),
        Column[BarisUsul]("Pelapor", lambda one: one.usul.isi.pelapor, 170),
        Column[BarisUsul](
            "Status", _status, 110, tone=lambda one: _TONES.get(one.usul.status, "warn")
        ),
        Column[BarisUsul]("Alasan atau bukti", _why, 160, takes_rest=True),
    )
    return TupleTableModel(columns, parent)


def _status(one: BarisUsul) -> str:
    return one.usul.keputusan.putusan.value.capitalize() if one.usul.keputusan else "Menunggu"


def _why(one: BarisUsul) -> str:
    decided = one.usul.keputusan
    return decided.alasan if decided else one.usul.isi.bukti or one.usul.isi.uraian

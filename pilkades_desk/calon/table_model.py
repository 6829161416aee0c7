"""Step 3's table: everybody who applied, with number, standing and what is found."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from pilkades_desk.calon.values import BarisCalon, StatusCalon
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.qt.table import Column, TupleTableModel

_STATUS = {
    StatusCalon.BAKAL: ("Bakal calon", "info"),
    StatusCalon.DITETAPKAN: ("Ditetapkan", "ok"),
    StatusCalon.DITOLAK: ("Ditolak", "bad"),
}


def calon_model(parent: QObject | None = None) -> TupleTableModel[BarisCalon]:
    """Make the table of applicants."""
    columns = (
        Column[BarisCalon](
            "No", lambda baris: str(baris.calon.nomor or "–"), 48, Qt.AlignmentFlag.AlignRight
        ),
        Column[BarisCalon]("Nama", lambda baris: baris.calon.nama, 170, takes_rest=True),
        Column[BarisCalon]("Pendidikan", lambda baris: baris.calon.pendidikan.value, 104),
        Column[BarisCalon]("Pekerjaan", lambda baris: baris.calon.pekerjaan, 116),
        Column[BarisCalon](
            "Status",
            lambda baris: _STATUS[baris.calon.status][0],
            122,
            tone=lambda baris: _STATUS[baris.calon.status][1],
        ),
        Column[BarisCalon](
            "Temuan",
            lambda baris: found_words(baris.temuan),
            118,
            tone=lambda baris: _found_tone(baris.temuan),
        ),
    )
    return TupleTableModel(columns, parent)


def found_words(found: Sequence[Finding]) -> str:
    """Count errors, or warnings where there is no error."""
    wrong = sum(each.is_error for each in found)
    if wrong:
        return f"{wrong} galat"
    return f"{len(found)} peringatan" if found else "Tidak ada"


def _found_tone(found: Sequence[Finding]) -> str:
    if any(each.is_error for each in found):
        return "bad"
    return "warn" if found else "ok"

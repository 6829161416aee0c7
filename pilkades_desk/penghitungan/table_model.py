"""The tables of step 5: one row per form without a figure, and the recap with its total."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.table import Column, TupleTableModel
from pilkades_desk.kits.qt.totals import TotalsTableModel
from pilkades_desk.penghitungan.lembar import RekapDesa
from pilkades_desk.penghitungan.status import StatusForm
from pilkades_desk.penghitungan.values import BarisRekap, Tahap
from pilkades_desk.penghitungan.wording import KATA, langkah_text

_RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class BarisForm:
    """One form and the names of who typed it."""

    status: StatusForm
    pengetik: str


FORM_COLUMNS = (
    Column[BarisForm]("TPS", lambda b: b.status.nama, 70),
    Column[BarisForm](
        "Keadaan",
        lambda b: KATA[b.status.tahap].keadaan,
        176,
        tone=lambda b: KATA[b.status.tahap].nada,
    ),
    Column[BarisForm]("Isian", lambda b: _progress(b.status), 62, _RIGHT),
    Column[BarisForm]("Langkah berikutnya", lambda b: langkah_text(b.status) or "—", 208),
    Column[BarisForm]("Pengetik", lambda b: b.pengetik, 150, takes_rest=True),
)


class FormModel(TupleTableModel[BarisForm]):
    """The forms by unit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(FORM_COLUMNS, parent)

    def show_forms(self, forms: Sequence[StatusForm], names: Mapping[int, str]) -> None:
        """Show these forms; `names` gives people by account."""
        self.show_values(
            [BarisForm(form, ", ".join(names[akun] for akun in form.pengetik)) for form in forms]
        )


class RekapModel(TotalsTableModel[BarisRekap]):
    """The final forms and their total; as many vote columns as the form has lines."""

    def __init__(self, suara: int, parent: QObject | None = None) -> None:
        super().__init__(_rekap_columns(suara), parent)
        self.suara = suara

    def show_rekap(self, desa: RekapDesa) -> None:
        """Show the rows and the total the recap itself gives."""
        self.show_rows(desa.rekap.baris, desa.rekap.jumlah)


def _rekap_columns(suara: int) -> tuple[Column[BarisRekap], ...]:
    return (
        Column[BarisRekap]("TPS", lambda b: b.nama, 74),
        _figure("DPT", lambda b: b.dpt_jumlah),
        _figure("Hadir", lambda b: b.hadir_jumlah),
        Column[BarisRekap]("Partisipasi", lambda b: b.partisipasi, 92, _RIGHT),
        *(_votes(nomor) for nomor in range(1, suara + 1)),
        _figure("Sah", lambda b: b.sah),
        Column[BarisRekap]("Tidak sah", lambda b: angka(b.tidak_sah), 84, _RIGHT),
        Column[BarisRekap]("Jumlah", lambda b: angka(b.jumlah_suara), 74, _RIGHT),
    )


def _figure(title: str, figure: Callable[[BarisRekap], int]) -> Column[BarisRekap]:
    return Column[BarisRekap](title, lambda baris: angka(figure(baris)), 62, _RIGHT)


def _votes(nomor: int) -> Column[BarisRekap]:
    return Column[BarisRekap](
        f"No {nomor}", lambda baris: angka(baris.suara[nomor - 1]), 62, _RIGHT
    )


def _progress(status: StatusForm) -> str:
    """Count boxes while somebody types; afterwards an empty optional box looks like a gap."""
    running = status.tahap in (Tahap.ENTRI_1, Tahap.ENTRI_2)
    return f"{status.terisi}/{status.dari}" if running else ""

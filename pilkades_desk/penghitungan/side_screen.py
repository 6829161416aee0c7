"""What stands beside the tables of step 5: the chosen form, its errors, or the result."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.qt.bar_chart import Bar, BarChart
from pilkades_desk.kits.qt.findings_list import FindingsPanel
from pilkades_desk.kits.qt.widgets import Card, button, chip, label, row
from pilkades_desk.penghitungan.lembar import RekapDesa
from pilkades_desk.penghitungan.status import Langkah
from pilkades_desk.penghitungan.table_model import BarisForm
from pilkades_desk.penghitungan.values import StatusHasil, Tahap
from pilkades_desk.penghitungan.wording import KATA, hasil_text


class FormCard(QScrollArea):
    """The chosen form in words, without a figure, and what else can be done with it."""

    def __init__(
        self,
        go_back: Callable[[], None],
        reset: Callable[[], None],
        withdraw: Callable[[], None],
    ) -> None:
        super().__init__()
        self._name = label("", "heading")
        self._sentence = label("", wrap=True)
        self._people = label("", "muted", wrap=True)
        self._errors = label("", "strong", wrap=True)
        self.back = button("Kembali ke kertas", go_back, icon="file-text")
        self.reset = button("Atur ulang entri", reset, look="quiet", icon="refresh-cw")
        self.withdraw = button("Tarik formulir final", withdraw, look="quiet", icon="lock-open")
        words = (self._name, self._sentence, self._errors, self._people)
        _scroll(self, Card(*words, self.back, self.reset, self.withdraw, None))

    def show_form(self, baris: BarisForm | None) -> None:
        """Show one form, or say that none is chosen."""
        status = baris.status if baris else None
        self._name.setText(status.nama if status else "Pilih TPS")
        self._sentence.setText(KATA[status.tahap].kalimat if status else "Pilih TPS di tabel.")
        self._say(self._people, f"Pengetik: {baris.pengetik}" if baris and baris.pengetik else "")
        self._say(
            self._errors, f"Galat {', '.join(status.galat)}" if status and status.galat else ""
        )
        boleh = status.boleh if status else frozenset()
        to_paper = status is not None and status.tahap is Tahap.ENTRI_1_GALAT
        self.back.setVisible(to_paper and Langkah.KETIK in boleh)
        self.reset.setVisible(Langkah.ATUR_ULANG in boleh)
        self.withdraw.setVisible(Langkah.TARIK in boleh)

    @staticmethod
    def _say(place: QWidget, text: str) -> None:
        place.setProperty("text", text)
        place.setVisible(bool(text))


class GalatCard(QWidget):
    """The errors of one form with their figures; only for who may answer for the paper."""

    def __init__(self, mark: Callable[[], None], close: Callable[[], None]) -> None:
        super().__init__()
        self._panel = FindingsPanel()
        self.mark = button("Kertas memang begini", mark, look="primary", icon="pencil")
        filled = QVBoxLayout(self)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.addWidget(self._panel, 1)
        filled.addLayout(row(self.mark, button("Tutup", close), None))

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show what the ketua holds against the paper."""
        self._panel.show_findings(found)
        self.mark.setEnabled(any(finding.is_error for finding in found))


class PapanHasil(QScrollArea):
    """Votes by number and one sentence about them; provisional until every unit is final."""

    def __init__(self) -> None:
        super().__init__()
        self._chip = chip("SEMENTARA", "warn")
        self._sentence = label("", "strong", wrap=True)
        self._steps = label("", "muted", wrap=True)
        self.chart = BarChart("Perolehan suara", "suara")
        _scroll(self, Card(self._chip, self._sentence, self.chart, self._steps, None, spacing=10))

    def show_desa(self, desa: RekapDesa) -> None:
        """Show the totals and what they mean."""
        complete = desa.hasil is not None
        self._chip.setText("SEMUA TPS FINAL" if complete else "SEMENTARA")
        self._chip.setProperty("tone", "ok" if complete else "warn")
        self._chip.style().unpolish(self._chip)
        self._chip.style().polish(self._chip)
        self._sentence.setText(hasil_text(desa))
        votes = zip(desa.nama, desa.rekap.jumlah.suara, strict=True)
        self.chart.show_bars([Bar(n, name, v) for n, (name, v) in enumerate(votes, start=1)])
        tied = desa.hasil is not None and desa.hasil.status is not StatusHasil.UNGGUL
        self._steps.setText("\n".join(desa.hasil.langkah) if desa.hasil and tied else "")
        self._steps.setVisible(tied)


def _scroll(area: QScrollArea, card: Card) -> None:
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(card)

"""Beranda: the next task with its one button, four figures, the votes so far, the checklist."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pilkades_desk.app.beranda_content import (
    Grafik,
    IsiBeranda,
    KartuAngka,
    Periksa,
    Tenggatan,
    Tugas,
)
from pilkades_desk.kits.qt.bar_chart import Bar, BarChart
from pilkades_desk.kits.qt.page import FoldingGrid, ScrollPage
from pilkades_desk.kits.qt.ring import Ring
from pilkades_desk.kits.qt.widgets import (
    Card,
    EmptyState,
    button,
    chip,
    column,
    icon_label,
    label,
    row,
)
from pilkades_desk.panitia.findings import W121

CARD_LEAST = 190
HALF_LEAST = 380


class BerandaScreen(QWidget):
    """Reads its content anew whenever it is shown."""

    step_requested = Signal(int)
    sheet_requested = Signal()
    kalender_requested = Signal()

    def __init__(self, read_isi: Callable[[], IsiBeranda]) -> None:
        super().__init__()
        self._read_isi = read_isi
        self._shown: IsiBeranda | None = None
        self._filled = QVBoxLayout(self)
        self._filled.setContentsMargins(0, 0, 0, 0)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's name
        """Show what is true now."""
        super().showEvent(event)
        if not event.spontaneous():
            self.reload()

    def reload(self) -> None:
        """Read the content and build the page when it has changed."""
        isi = self._read_isi()
        if isi == self._shown:
            return
        self._shown = isi
        while (old := self._filled.takeAt(0)) is not None:
            if (gone := old.widget()) is not None:
                gone.deleteLater()
        cards = FoldingGrid([_number_card(kartu) for kartu in isi.kartu], CARD_LEAST)
        halves = [self._chart_card(isi.grafik), self._checklist_card(isi)]
        page = column(
            self._task_card(isi.tugas), cards, FoldingGrid(halves, HALF_LEAST), spacing=14
        )
        page.setStretch(2, 1)
        if isi.kalender:
            page.insertWidget(1, self._calendar_card(isi.kalender))
        if not isi.lembar:
            page.insertWidget(0, self._sheet_card())
        self._filled.addWidget(ScrollPage(page))

    def _task_card(self, tugas: Tugas) -> Card:
        words = column(
            label("Berikutnya", "muted"),
            label(tugas.judul, "heading", wrap=True),
            label(tugas.kalimat, wrap=True),
            spacing=3,
        )
        go = button(tugas.tombol, self._open_task, look="primary", icon="arrow-right")
        filled = row(icon_label("circle-dot", "brand", 32), words, go, spacing=16)
        filled.setStretch(1, 1)
        return Card(filled, tone="brand")

    def _calendar_card(self, lines: tuple[Tenggatan, ...]) -> Card:
        made = [self._calendar_line(each) for each in lines]
        return Card(label("Kalender", "heading"), *made, spacing=8)

    def _calendar_line(self, each: Tenggatan) -> QHBoxLayout:
        where = f"{each.kepala} · {each.teks}"
        words = column(
            label(where, "strong", wrap=True), label(each.keterangan, "muted", wrap=True), spacing=1
        )
        go = button(each.tombol, partial(self._open_line, each), icon="arrow-right")
        go.setAccessibleName(f"{each.tombol}: {each.teks}")
        filled = row(icon_label(each.ikon, each.nada, 24), words, go, spacing=14)
        filled.setStretch(1, 1)
        return filled

    def _open_line(self, each: Tenggatan) -> None:
        if each.langkah:
            self.step_requested.emit(each.langkah)
        else:
            self.kalender_requested.emit()

    def _sheet_card(self) -> Card:
        words = column(
            label(W121.text, "strong", wrap=True), label(W121.do_now, wrap=True), spacing=3
        )
        go = button("Cetak lembar baru", self.sheet_requested.emit, icon="printer")
        filled = row(icon_label("triangle-alert", "warn", 28), words, go, spacing=16)
        filled.setStretch(1, 1)
        return Card(filled)

    def _chart_card(self, grafik: Grafik | None) -> Card:
        if grafik is None:
            none_yet = EmptyState(
                "vote", "Belum ada suara", "Grafik terisi setelah formulir pertama final."
            )
            return Card(none_yet)
        chart = BarChart(grafik.judul, "suara")
        chart.show_bars([Bar(each.nomor, each.nama, each.suara) for each in grafik.batang])
        head = row(label(grafik.judul, "heading"), None, chip(grafik.keping, grafik.nada))
        return Card(head, chart, None, label(grafik.catatan, "muted", wrap=True), spacing=12)

    def _checklist_card(self, isi: IsiBeranda) -> Card:
        ring = Ring("Kemajuan")
        ring.show_progress(isi.done, len(isi.periksa))
        head = row(label("Daftar periksa", "heading"), None, ring)
        lines = column(*(_check_line(each) for each in isi.periksa), spacing=12)
        return Card(head, lines, None, spacing=10)

    def _open_task(self) -> None:
        if self._shown is not None:
            self.step_requested.emit(self._shown.tugas.langkah)


def _number_card(kartu: KartuAngka) -> Card:
    head = row(label(kartu.judul, "muted"), None, icon_label(kartu.ikon, kartu.nada, 22))
    return Card(head, label(kartu.angka, "number"), label(kartu.keterangan, "muted"), spacing=2)


def _check_line(each: Periksa) -> QWidget:
    done = each.selesai
    mark = icon_label("circle-check" if done else "circle-dot", "ok" if done else "warn")
    state = "Selesai" if done else "Belum"
    words = column(label(each.teks, "strong", wrap=True), spacing=1)
    words.addWidget(label(f"{state} · {each.keterangan}", "muted", wrap=True))
    made = QWidget()
    filled = row(mark, words, spacing=12)
    filled.setStretch(1, 1)
    filled.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    made.setLayout(filled)
    return made

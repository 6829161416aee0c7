"""Pictures of every step's page, on the election the demo played to its end."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from pilkades_desk.app.desk_window import DeskWindow
from pilkades_desk.app.steps import STEPS
from pilkades_desk.berita_acara.screen import BeritaAcaraScreen
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.screen import PanitiaScreen
from pilkades_desk.pemilih.screen import PemilihScreen
from tests.answering import Answering
from tests.shots.camera import Shot


def village_shots(meja: Meja) -> Iterator[Shot]:
    """Beranda, the eight steps with the profile and the report to the BPD, the log."""
    window = DeskWindow(meja, Answering())
    yield "0-beranda", window.frame
    for step in STEPS:
        window.frame.open_page(step.number)
        name = "8-desa" if step.folder == "penerimaan" else f"{step.number}-{step.folder}"
        yield name, window.frame
        if step.folder == "panitia":
            yield "1-profil", _profile(window)
        if step.folder == "pemilih":
            yield from _list(window)
        if step.folder == "berita_acara":
            yield "6-laporan", _report(window)
    window.frame.riwayat_requested.emit()
    yield "riwayat", window.frame


def _profile(window: DeskWindow) -> QWidget:
    page = window.frame.findChild(PanitiaScreen)
    assert page is not None
    page.tabs.open_view(page.profil)
    page.profil.table.selectRow(8)
    return window.frame


def _list(window: DeskWindow) -> Iterator[Shot]:
    """One voter with the history, and the versions of the DPT."""
    page = window.frame.findChild(PemilihScreen)
    assert page is not None
    page.daftar.search.setText("siti")
    page.daftar.table.selectRow(2)
    page.daftar.views.open_view(page.daftar.history)
    yield "2-pemilih-riwayat", window.frame
    page.tabs.open_view(page.dpt)
    yield "2-pemilih-versi", window.frame
    page.daftar.clear()
    page.tabs.open_view(page.daftar)


def _report(window: DeskWindow) -> QWidget:
    page = window.frame.findChild(BeritaAcaraScreen)
    assert page is not None
    page.tabs.open_view(page.laporan)
    return window.frame

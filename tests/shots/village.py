"""Pictures of every step's page, on the election the demo played to its end."""

from collections.abc import Iterator

from pilkades_desk.app.desk_window import DeskWindow
from pilkades_desk.app.steps import STEPS
from pilkades_desk.panitia.meja import Meja
from tests.answering import Answering
from tests.shots.camera import Shot


def village_shots(meja: Meja) -> Iterator[Shot]:
    """Beranda, the eight steps, the log."""
    window = DeskWindow(meja, Answering())
    yield "0-beranda", window.frame
    for step in STEPS:
        window.frame.open_page(step.number)
        name = "8-desa" if step.folder == "penerimaan" else f"{step.number}-{step.folder}"
        yield name, window.frame
    window.frame.riwayat_requested.emit()
    yield "riwayat", window.frame

"""Pictures of the kabupaten's window, on the desk the demo made."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from pilkades_desk.app.kabupaten_first_run import (
    LEMBAR,
    KabupatenFirstActs,
    KabupatenFirstRun,
    Rahasia,
)
from pilkades_desk.app.kabupaten_gate import make_kabupaten_window
from pilkades_desk.penerimaan.desk import MejaKabupaten
from pilkades_desk.penerimaan.inbox_screen import InboxScreen
from pilkades_desk.penerimaan.usecases import receive_all
from tests.answering import Answering
from tests.shots.camera import Shot

RAHASIA = Rahasia("7K3M-0000-0000-0000-0000-0000-0000-Q0ZD", "AGE-SECRET-KEY-1" + "0" * 58)


def first_run(page: int) -> QWidget:
    acts = KabupatenFirstActs(
        check=lambda isian: {},
        suggest_password=lambda: "kuda jalan lima batu",
        create=lambda isian: RAHASIA,
        print_sheet=print,
        confirm_code=print,
        confirm_key=print,
    )
    screen = KabupatenFirstRun(acts)
    screen.kabupaten.kabupaten.setText("Contoh")
    screen.kabupaten.kode.setText("3399")
    screen.kabupaten.desa.setPlainText(
        "3399012001; Sukamaju; Cikembang\n3399012002; Mekarsari; Cikembang"
    )
    if page:
        screen._open(page)
    if page == LEMBAR:
        screen._show_secrets(RAHASIA)
    return screen


def kabupaten_shots(desk: MejaKabupaten, paket: Path, folder: Path) -> Iterator[Shot]:
    """Kit, inbox with a bundle cut in half, recap; then the first run."""
    for page, name in ((0, "8-kabupaten-kit"), (2, "8-penerimaan")):
        window = make_kabupaten_window(desk, Answering())
        window.open_page(page)
        yield name, window
    cut = folder / "PKD-3399012002-0001-hasil-TERPOTONG.pilkades"
    cut.write_bytes(paket.read_bytes()[:4000])
    window = make_kabupaten_window(desk, Answering())
    window.open_page(1)
    inbox = window.stack.currentWidget()
    assert isinstance(inbox, InboxScreen)
    inbox.reload()
    inbox.table.selectRow(0)
    inbox._say_received(receive_all(desk, [paket, cut]))
    yield "8-kabupaten-masuk", window
    yield "8-kabupaten-mulai", first_run(0)
    yield "8-kabupaten-lembar", first_run(LEMBAR)

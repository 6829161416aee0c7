"""Pictures of paper rounds: a sheet being typed back, the counter, the choice of papers."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pilkades_desk.app.desk_window import DeskWindow
from pilkades_desk.app.wiring_loket import make_loket_acts
from pilkades_desk.kits.qt.ask import Form, no_faults
from pilkades_desk.kits.qt.form_dialog import FormDialog
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.pemilih.cari.usecases import read_baris
from pilkades_desk.pemilih.coklit.usecases import keep_typed, make_every_lembar
from pilkades_desk.pemilih.coklit.values import HasilCoklit, JawabanCoklit, Konsep
from pilkades_desk.pemilih.content import DokumenPemilih
from pilkades_desk.pemilih.loket.screen import LoketScreen
from pilkades_desk.pemilih.print_screen import ask_print
from pilkades_desk.pemilih.screen import PemilihScreen
from pilkades_desk.pemilih.values import AlasanCoret, Isian
from tests.answering import Answering
from tests.shots.camera import SIZE, Shot, settle

TYPED = Konsep(
    jawaban=(
        *(JawabanCoklit(no=no, hasil=HasilCoklit.SESUAI) for no in (1, 2, 4)),
        JawabanCoklit(no=3, hasil=HasilCoklit.UBAH, ubah={Isian.ALAMAT: "Jl. Melati 4"}),
        JawabanCoklit(
            no=5, hasil=HasilCoklit.DICORET, alasan=AlasanCoret.MENINGGAL, bukti="akta 12"
        ),
    )
)


def round_shots(meja: Meja, window: DeskWindow) -> Iterator[Shot]:
    """The tab of coklit, the counter and the papers dialog, on a list that was imported."""
    first, *_ = make_every_lembar(meja)
    keep_typed(meja, first.nomor, TYPED)
    page = window.frame.findChild(PemilihScreen)
    assert page is not None
    page.banner.hide()
    page.reload()
    page.tabs.open_view(page.coklit)
    settle()
    yield "2-coklit", window.frame
    yield "2-cetak", _over(window.frame, _papers())
    yield "2-loket", _asked(meja)


def _papers() -> Form:
    ask = Answering(None)
    ask_print(ask, DokumenPemilih.siap(dps=True, dpt=True), may_export=True)
    return ask.forms[0]


def _over(frame: QWidget, form: Form) -> QWidget:
    dialog = FormDialog(frame, form, no_faults)
    dialog.setWindowFlags(Qt.WindowType.Widget)  # inside the picture of the window
    dialog.setAutoFillBackground(True)
    dialog.adjustSize()
    dialog.move((SIZE[0] - dialog.width()) // 2, (SIZE[1] - dialog.height()) // 2)
    dialog.show()
    return frame


def _asked(meja: Meja) -> QWidget:
    loket = LoketScreen(make_loket_acts(meja))
    loket.question.setText(read_baris(meja, [1])[0].pemilih.nama)
    loket.search()
    return loket

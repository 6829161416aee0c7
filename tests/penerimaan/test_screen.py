from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pilkades_desk.core.clock import Zona
from pilkades_desk.core.errors import BundleError, PilkadesError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.step_page import StepPage
from pilkades_desk.kits.usb.status import StickError, StickStatus
from pilkades_desk.paket.values import HasilPublik, IsiDaftar, TandaTerima
from pilkades_desk.penerimaan.inbox_screen import InboxActs, InboxScreen
from pilkades_desk.penerimaan.kit_screen import KitActs, KitScreen
from pilkades_desk.penerimaan.recap_screen import RecapActs, RecapScreen
from pilkades_desk.penerimaan.screen import PenerimaanActs, make_screen
from pilkades_desk.penerimaan.values import (
    HasilTerima,
    KeadaanDesa,
    Masuk,
    Penerimaan,
    RekapKabupaten,
)
from tests.answering import Answering
from tests.control_names import nameless
from tests.paket.bundles import make_paket, make_terima
from tests.paket.test_screen import DIGITS
from tests.penerimaan.values import MASUK, OTHER, REKAP, make_state

REFUSED = HasilTerima("potong.pilkades", None, "E702", "Salinan tidak {lengkap}.", "Salin ulang.")


class Desk:
    """Plays the kabupaten's use cases; a fault is raised by whatever is done next."""

    def __init__(self) -> None:
        self.states: tuple[KeadaanDesa, ...] = (make_state(), make_state(desa=OTHER))
        self.results: tuple[HasilTerima, ...] = ()
        self.fault: PilkadesError | None = None
        self.done: list[object] = []

    def do(self, *what: object) -> None:
        if self.fault:
            raise self.fault
        self.done.append(what)

    def make_kit(self, folder: Path) -> Path:
        self.do("kit")
        return folder / "PKD-kit.pilkades"

    def issue(self, path: Path, digits: str) -> IsiDaftar:
        self.do("sertifikat", path.name, digits)
        return IsiDaftar.model_construct(None, desa="Sukamaju")

    def receive(self, paths: Sequence[Path], progress: Progress) -> tuple[HasilTerima, ...]:
        self.do("terima", *[path.name for path in paths])
        self.states = (make_state(paket=1, terakhir=MASUK), self.states[1])
        return self.results

    def answer(self, masuk: Masuk, folder: Path) -> Path:
        self.do("jawab", masuk.nomor)
        return folder / "PKD-terima.pilkades"

    def kit_page(self, *answers: object) -> KitScreen:
        acts = KitActs(lambda: DIGITS, lambda: self.states, self.make_kit, self.issue)
        return KitScreen(acts, Answering(*answers))

    def inbox(self, *answers: object) -> InboxScreen:
        acts = InboxActs(lambda: self.states, self.receive, self.answer)
        return InboxScreen(acts, Answering(*answers))


def accepted(sudah: bool = False) -> HasilTerima:
    hasil = HasilPublik.model_construct(None, desa="Sukamaju")
    return HasilTerima("utuh.pilkades", Penerimaan(MASUK, hasil, (), sudah))


def recap(rekap: RekapKabupaten = REKAP) -> RecapScreen:
    return RecapScreen(RecapActs(lambda: rekap))


def village(*answers: TandaTerima) -> StepPage:
    return make_screen(PenerimaanActs(Zona.WIB, lambda: answers), Answering())


def shown(qtbot: QtBot, screen: QWidget) -> None:
    qtbot.addWidget(screen)
    screen.resize(847, 446)
    with qtbot.waitExposed(screen):
        screen.show()


def press(qtbot: QtBot, screen: StepPage, name: str) -> None:
    found = [each for each in screen.findChildren(QPushButton) if each.accessibleName() == name]
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def told(qtbot: QtBot, screen: StepPage, words: str) -> None:
    qtbot.waitUntil(lambda: words in screen.banner.accessibleName())


@pytest.mark.parametrize("make", [Desk().kit_page, Desk().inbox, recap, village])
def test_every_control_has_a_name(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    screen = make()
    shown(qtbot, screen)
    assert nameless(screen) == []


def test_the_village_sees_its_receipts_newest_first(qtbot: QtBot) -> None:
    answers = [
        TandaTerima(paket=make_paket(), isi=make_terima(nomor=n), riwayat_cocok=True)
        for n in (1, 2)
    ]
    screen = make_screen(PenerimaanActs(Zona.WIB, lambda: tuple(answers)), Answering())
    shown(qtbot, screen)
    assert screen.table.model().index(0, 0).data() == "2"


def test_without_receipts_the_village_is_told_what_to_do(qtbot: QtBot) -> None:
    screen = make_screen(PenerimaanActs(Zona.WIB, tuple), Answering())
    shown(qtbot, screen)
    assert not screen.table.isVisible()


def test_the_roots_digits_are_there_for_the_letter(qtbot: QtBot) -> None:
    screen = Desk().kit_page()
    shown(qtbot, screen)
    assert screen._digits.text() == DIGITS


def test_a_kit_is_written_to_the_stick(qtbot: QtBot) -> None:
    screen = Desk().kit_page("/usb")
    shown(qtbot, screen)
    press(qtbot, screen, "Buat kit")
    told(qtbot, screen, "USB aman dicabut. PKD-kit.pilkades")


def test_a_certificate_needs_the_digits_of_the_stamped_form(qtbot: QtBot) -> None:
    desk = Desk()
    screen = desk.kit_page("/usb/daftar.pilkades", {"sidik": DIGITS})
    shown(qtbot, screen)
    press(qtbot, screen, "Terbitkan sertifikat")
    told(qtbot, screen, "Sertifikat Desa Sukamaju terbit.")
    assert desk.done == [("sertifikat", "daftar.pilkades", DIGITS)]


def test_wrong_digits_issue_nothing(qtbot: QtBot) -> None:
    desk = Desk()
    desk.fault = BundleError("E711", "Angka yang diketik bukan sidik jari.", "Ketik ulang.")
    screen = desk.kit_page("/usb/daftar.pilkades", {"sidik": DIGITS})
    shown(qtbot, screen)
    press(qtbot, screen, "Terbitkan sertifikat")
    told(qtbot, screen, "Angka yang diketik bukan sidik jari. Ketik ulang.")


def test_many_bundles_are_counted_by_what_became_of_them(qtbot: QtBot) -> None:
    desk = Desk()
    desk.results = (accepted(), accepted(sudah=True), REFUSED)
    screen = desk.inbox(("/usb/a.pilkades", "/usb/b.pilkades", "/usb/potong.pilkades"))
    shown(qtbot, screen)
    press(qtbot, screen, "Terima paket")
    told(qtbot, screen, "1 paket diterima, 1 paket sudah pernah diterima, 1 paket ditolak.")


def test_a_refusal_is_listed_with_code_sentence_and_hint(qtbot: QtBot) -> None:
    desk = Desk()
    desk.results = (REFUSED,)
    screen = desk.inbox(("/usb/potong.pilkades",))
    shown(qtbot, screen)
    press(qtbot, screen, "Terima paket")
    qtbot.waitUntil(screen.findings.isVisible)
    words = screen.findings._list.model().index(0, 0).data()
    assert words == "E702 · potong.pilkades. Salinan tidak {lengkap}. Salin ulang."


def test_a_receipt_is_written_for_the_village_chosen(qtbot: QtBot) -> None:
    desk = Desk()
    desk.states = (make_state(paket=1, terakhir=MASUK), make_state(desa=OTHER))
    screen = desk.inbox("/usb")
    shown(qtbot, screen)
    screen.table.selectRow(1)
    assert not screen.answer_button.isEnabled()
    screen.table.selectRow(0)
    press(qtbot, screen, "Tulis tanda terima")
    told(qtbot, screen, "Tanda terima ditulis, USB aman dicabut.")
    assert desk.done == [("jawab", 1)]


def test_a_stick_that_is_read_only_is_a_sentence(qtbot: QtBot) -> None:
    desk = Desk()
    desk.states = (make_state(paket=1, terakhir=MASUK),)
    desk.fault = StickError(StickStatus.READ_ONLY)
    screen = desk.inbox("/usb")
    shown(qtbot, screen)
    screen.table.selectRow(0)
    press(qtbot, screen, "Tulis tanda terima")
    told(qtbot, screen, "Flashdisk tidak dapat ditulisi.")


def test_the_recap_shows_votes_of_the_village_chosen(qtbot: QtBot) -> None:
    screen = recap()
    shown(qtbot, screen)
    assert "nomor 1 Rahmat Uji: 500 suara" in screen.chart.accessibleDescription()
    assert screen._count.text() == "2 desa masuk; belum: Karangrejo"


def test_the_sums_have_no_chart(qtbot: QtBot) -> None:
    screen = recap()
    shown(qtbot, screen)
    screen.table.selectRow(2)
    assert screen.table.model().index(2, 1).data() == "Jumlah"
    assert not screen.chart.isVisible()


def test_an_empty_recap_says_so(qtbot: QtBot) -> None:
    screen = recap(RekapKabupaten(baris=(), belum=(OTHER,)))
    shown(qtbot, screen)
    assert not screen.table.isVisible()

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pilkades_desk.core.clock import Zona
from pilkades_desk.core.errors import BundleError, PilkadesError
from pilkades_desk.kits.usb.status import StickError, StickStatus
from pilkades_desk.paket.asking import ask_digits
from pilkades_desk.paket.screen import PaketActs, PaketScreen, make_screen
from pilkades_desk.paket.table_model import Kiriman
from pilkades_desk.paket.usecases import HasilEkspor
from pilkades_desk.paket.values import IsiKit, KeadaanKit, PaketKeluar, TandaTerima
from tests.answering import Answering
from tests.control_names import nameless
from tests.paket.bundles import make_paket, make_terima

DIGITS = " ".join(["12345"] * 8)
KIT = KeadaanKit(nomor=2, kabupaten="Contoh", disahkan=True, sidik=DIGITS)


class Village:
    """Plays the use cases; a fault is raised by whatever is done next."""

    def __init__(self, kit: KeadaanKit = KIT, sent: tuple[Kiriman, ...] = ()) -> None:
        self.kit = kit
        self.sent = sent
        self.fault: PilkadesError | None = None
        self.cocok = True
        self.done: list[object] = []

    def do(self, *what: object) -> None:
        if self.fault:
            raise self.fault
        self.done.append(what)

    def read_kit(self, path: Path, digits: str) -> IsiKit:
        self.do("kit", path.name, digits)
        self.kit = KeadaanKit(nomor=1, kabupaten="Contoh", sidik=DIGITS)
        fields = {"nomor": 1, "kabupaten": "Contoh"}
        return IsiKit.model_construct(None, **fields)

    def request(self, folder: Path) -> Path:
        self.do("permohonan")
        return folder / "PKD-daftar.pilkades"

    def export(self, folder: Path) -> HasilEkspor:
        self.do("hasil")
        self.sent = ((make_paket(), None),)
        return HasilEkspor(folder / "PKD-publik.pilkades", folder / "PKD-hasil.pilkades", "ABCD")

    def copy(self, paket: PaketKeluar, folder: Path) -> Path:
        self.do("salin", paket.serial)
        return folder / paket.berkas

    def read_tanda_terima(self, path: Path) -> TandaTerima:
        self.do("tanda terima")
        return TandaTerima(paket=make_paket(), isi=make_terima(), riwayat_cocok=self.cocok)

    def acts(self) -> PaketActs:
        return PaketActs(
            Zona.WIB, lambda: self.kit, lambda: self.sent, self.read_kit, self.request,
            self.export, self.copy, self.read_tanda_terima,
        )  # fmt: skip


def shown(qtbot: QtBot, village: Village, *answers: object) -> PaketScreen:
    screen = make_screen(village.acts(), Answering(*answers))
    qtbot.addWidget(screen)
    screen.resize(847, 446)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


def press(qtbot: QtBot, screen: PaketScreen, name: str) -> None:
    found = [each for each in screen.findChildren(QPushButton) if each.accessibleName() == name]
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def told(qtbot: QtBot, screen: PaketScreen, words: str) -> None:
    qtbot.waitUntil(lambda: words in screen.banner.accessibleName())


def test_every_control_has_a_name(qtbot: QtBot) -> None:
    assert nameless(shown(qtbot, Village(sent=((make_paket(), None),)))) == []


@pytest.mark.parametrize(
    ("kit", "words"),
    [
        (KeadaanKit(), "Minta kit dari kabupaten"),
        (KeadaanKit(nomor=1, kabupaten="Contoh"), "Kunci desa belum disahkan"),
        (KIT, "Kunci desa sudah disahkan"),
    ],
)
def test_the_card_says_how_far_one_is_with_the_kabupaten(
    qtbot: QtBot, kit: KeadaanKit, words: str
) -> None:
    assert words in shown(qtbot, Village(kit))._next.text()


def test_the_first_kit_asks_for_the_digits_of_the_letter(qtbot: QtBot) -> None:
    village = Village(KeadaanKit())
    screen = shown(qtbot, village, "/usb/kit.pilkades", {"sidik": DIGITS})
    press(qtbot, screen, "Baca kit")
    told(qtbot, screen, "Kit no. 1 dibaca.")
    assert village.done == [("kit", "kit.pilkades", DIGITS)]


def test_a_later_kit_is_believed_without_digits(qtbot: QtBot) -> None:
    village = Village()
    screen = shown(qtbot, village, "/usb/kit.pilkades")
    press(qtbot, screen, "Baca kit")
    told(qtbot, screen, "dibaca")
    assert village.done == [("kit", "kit.pilkades", "")]


def test_too_few_digits_keep_the_form_open() -> None:
    with pytest.raises(AssertionError, match="stay open"):
        ask_digits(Answering({"sidik": "12345"}), "surat")


def test_wrong_digits_are_a_sentence(qtbot: QtBot) -> None:
    village = Village(KeadaanKit())
    village.fault = BundleError("E711", "Angka yang diketik bukan sidik jari.", "Ketik ulang.")
    screen = shown(qtbot, village, "/usb/kit.pilkades", {"sidik": DIGITS})
    press(qtbot, screen, "Baca kit")
    told(qtbot, screen, "Angka yang diketik bukan sidik jari. Ketik ulang.")


def test_the_request_reminds_of_the_digits_for_the_stamped_form(qtbot: QtBot) -> None:
    screen = shown(qtbot, Village(), "/usb")
    press(qtbot, screen, "Tulis permohonan")
    told(qtbot, screen, "formulir bercap")
    assert DIGITS in screen._digits.text()


def test_an_export_says_that_the_stick_may_be_pulled_and_the_code(qtbot: QtBot) -> None:
    screen = shown(qtbot, Village(), "/usb")
    press(qtbot, screen, "Ekspor hasil ke USB")
    told(qtbot, screen, "USB aman dicabut. Kode paket hasil: ABCD PKD-publik.pilkades")
    assert screen.table.model().rowCount() == 1


@pytest.mark.parametrize("status", [StickStatus.FULL, StickStatus.READ_ONLY, StickStatus.REMOVED])
def test_a_bad_stick_is_a_sentence(qtbot: QtBot, status: StickStatus) -> None:
    village = Village()
    village.fault = StickError(status)
    screen = shown(qtbot, village, "/usb")
    press(qtbot, screen, "Ekspor hasil ke USB")
    told(qtbot, screen, village.fault.sentence)


def test_a_bundle_already_sealed_can_be_copied_again(qtbot: QtBot) -> None:
    village = Village(sent=((make_paket(serial=4), None),))
    screen = shown(qtbot, village, "/usb")
    assert not screen.copy_button.isEnabled()
    screen.table.selectRow(0)
    press(qtbot, screen, "Salin lagi")
    told(qtbot, screen, "USB aman dicabut.")
    assert village.done == [("salin", 4)]


def test_a_receipt_says_its_number(qtbot: QtBot) -> None:
    screen = shown(qtbot, Village(), "/usb/terima.pilkades")
    press(qtbot, screen, "Baca tanda terima")
    told(qtbot, screen, "berkas diterima utuh. Dicatat kabupaten no. 3.")


def test_a_log_rolled_back_after_the_export_is_told(qtbot: QtBot) -> None:
    village = Village()
    village.cocok = False
    screen = shown(qtbot, village, "/usb/terima.pilkades")
    press(qtbot, screen, "Baca tanda terima")
    told(qtbot, screen, "Perhatian: Tanda terima dibaca. Riwayat laptop ini tidak memuat")


def test_a_receipt_of_another_village_is_a_sentence(qtbot: QtBot) -> None:
    village = Village()
    village.fault = BundleError("E714", "Paket ini dari desa atau pemilihan lain.", "Pilih lagi.")
    screen = shown(qtbot, village, "/usb/terima.pilkades")
    press(qtbot, screen, "Baca tanda terima")
    told(qtbot, screen, "Paket ini dari desa atau pemilihan lain.")


def test_changing_ones_mind_does_nothing(qtbot: QtBot) -> None:
    village = Village()
    screen = shown(qtbot, village, None)
    press(qtbot, screen, "Ekspor hasil ke USB")
    assert (village.done, screen.banner.isVisible()) == ([], False)

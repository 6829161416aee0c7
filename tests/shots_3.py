"""Steps 6 to 8 and the kabupaten's window on a real election, played halfway by the demo."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from pilkades_desk.app.demo import DemoOptions, Played, _begin, _count
from pilkades_desk.app.demo_deliver import enrol, open_desk
from pilkades_desk.app.demo_prepare import (
    Panitia,
    import_pemilih,
    seal_dpt,
    share_out,
    stand_for_election,
)
from pilkades_desk.app.demo_say import Story
from pilkades_desk.app.demo_village import PENETAPAN_DPT, PENGHITUNGAN, PERSIAPAN, UNDIAN
from pilkades_desk.app.kabupaten_first_run import (
    LEMBAR,
    KabupatenFirstActs,
    KabupatenFirstRun,
    Rahasia,
)
from pilkades_desk.app.kabupaten_gate import make_kabupaten_window
from pilkades_desk.app.kabupaten_window import KabupatenWindow
from pilkades_desk.app.wiring_berita_acara import make_berita_acara_acts
from pilkades_desk.app.wiring_paket import make_paket_acts
from pilkades_desk.app.wiring_penerimaan import make_penerimaan_acts
from pilkades_desk.berita_acara import screen as berita_acara_screen
from pilkades_desk.berita_acara.usecases import freeze, sign_dokumen
from pilkades_desk.core.clock import SteppingClock
from pilkades_desk.kits.usb.folder_drive import FolderDrive
from pilkades_desk.paket import screen as paket_screen
from pilkades_desk.paket.usecases import HasilEkspor, read_tanda_terima, seal_hasil
from pilkades_desk.paket.values import HasilPublik
from pilkades_desk.panitia.usecases import read_orang
from pilkades_desk.penerimaan import screen as penerimaan_screen
from pilkades_desk.penerimaan.desk import MejaKabupaten
from pilkades_desk.penerimaan.inbox_screen import InboxScreen
from pilkades_desk.penerimaan.usecases import receive, receive_all, write_tanda_terima
from tests.answering import Answering
from tests.penerimaan.makers import make_hasil

RAHASIA = Rahasia(
    "7K3M-9QXA-22FV-HT0P-RRE4-8M5C-0WZD-K1YB",
    "AGE-SECRET-KEY-1CONTOHCONTOHCONTOHCONTOHCONTOHCONTOHCONTOHCONTOHCONTOHCONT",
)
SMALL = DemoOptions(out=None, pemilih=300, tps=3)


@dataclass
class Halfway:
    """An election whose forms are final and whose first documents are signed."""

    people: Panitia
    desk: MejaKabupaten
    stick: FolderDrive
    clock: SteppingClock
    story: Story

    def close(self) -> None:
        self.people.ketua.close()
        self.desk.close()


def play_halfway(folder: Path) -> Halfway:
    """Play up to the first signatures under a unit's F-27."""
    clock, story = SteppingClock(PERSIAPAN), Story(lambda _text: None, 14)
    stick = FolderDrive(folder / "usb")
    stick.root.mkdir(parents=True)
    people = _begin(Played(folder / "pemilihan", story), SMALL, clock)
    desk = open_desk(folder / "meja", clock)
    enrol(desk, people.ketua, stick, story)
    clock.jump(PENETAPAN_DPT)
    import_pemilih(people, folder, SMALL.pemilih, SMALL.seed, story)
    seal_dpt(people, story)
    freeze(people.ketua, "F-07")
    clock.jump(UNDIAN)
    stand_for_election(people, story)
    units = share_out(people, SMALL.tps, story)
    clock.jump(PENGHITUNGAN)
    _count(people, units, SMALL.seed, story)
    _sign(people, 1, 3)
    _sign(people, 2, 1)
    freeze(people.ketua, "F-28", 1)
    return Halfway(people, desk, stick, clock, story)


def _sign(people: Panitia, unit: int, count: int) -> None:
    signers = {orang.id: orang for orang in read_orang(people.ketua)}
    dokumen = freeze(people.ketua, "F-27", unit)
    for orang_id in dokumen.penanda[:count]:
        sign_dokumen(people.ketua, dokumen.id, signers[orang_id], people.sandi[orang_id])


def berita_acara(played: Halfway) -> QWidget:
    screen = berita_acara_screen.make_screen(
        make_berita_acara_acts(played.people.ketua), Answering()
    )
    screen.reload()
    screen.table.selectRow(1)
    return screen


def paket(played: Halfway) -> QWidget:
    seal_hasil(played.people.ketua, make_hasil(played.people.ketua), (), played.stick)
    screen = paket_screen.make_screen(make_paket_acts(played.people.ketua), Answering())
    screen.reload()
    screen._say_exported(
        HasilEkspor(
            Path("PKD-3399012001-0001-publik-MEUL6WAZBQQV4LLM.pilkades"),
            Path("PKD-3399012001-0001-hasil-DA5DCSE25KXXNYAN.pilkades"),
            "DA5D CSE2 5KXX NYAN",
        )
    )
    return screen


def penerimaan(played: Halfway) -> QWidget:
    village = played.people.ketua
    got = receive(played.desk, seal_hasil(village, _votes(played), (), played.stick).hasil)
    read_tanda_terima(village, write_tanda_terima(played.desk, got.masuk, played.stick))
    screen = penerimaan_screen.make_screen(make_penerimaan_acts(village), Answering())
    screen.reload()
    return screen


def kabupaten(played: Halfway, page: int) -> KabupatenWindow:
    window = make_kabupaten_window(played.desk, Answering())
    window.open_page(page)
    return window


def inbox(played: Halfway) -> QWidget:
    made = seal_hasil(played.people.ketua, _votes(played), (), played.stick)
    cut = played.stick.root / "PKD-3399012002-0001-hasil-TERPOTONG.pilkades"
    cut.write_bytes(made.hasil.read_bytes()[:4000])
    results = receive_all(played.desk, [made.hasil, cut])
    window = kabupaten(played, 1)
    page = window.stack.currentWidget()
    assert isinstance(page, InboxScreen)
    page.reload()
    page.table.selectRow(0)
    page._say_received(results)
    return window


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


def _votes(played: Halfway) -> HasilPublik:
    return make_hasil(played.people.ketua, (120, 80, 60))


SHOTS: dict[str, tuple[int, Callable[[Halfway], QWidget]]] = {
    "6-berita_acara": (6, berita_acara),
    "7-paket": (7, paket),
    "8-penerimaan": (8, penerimaan),
    "8-kabupaten-kit": (0, lambda played: kabupaten(played, 0)),
    "8-kabupaten-masuk": (0, inbox),
    "8-kabupaten-rekap": (0, lambda played: kabupaten(played, 2)),
    "8-kabupaten-mulai": (0, lambda played: first_run(0)),
    "8-kabupaten-akun": (0, lambda played: first_run(1)),
    "8-kabupaten-lembar": (0, lambda played: first_run(LEMBAR)),
}
"""Name of the picture, number of the step (0 is a window of its own), and what it shows."""

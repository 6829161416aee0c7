from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pilkades_desk.core.clock import Zona
from pilkades_desk.core.errors import AccessError, RightsError, StateError
from pilkades_desk.kits.qt.ask import Answers
from pilkades_desk.panitia.akun_screen import AkunActs
from pilkades_desk.panitia.musnah_screen import MusnahActs
from pilkades_desk.panitia.profil.screen import ProfilActs
from pilkades_desk.panitia.profil.values import IsiProfil
from pilkades_desk.panitia.rights import VILLAGE_ROLES, Aksi
from pilkades_desk.panitia.screen import PanitiaActs, PanitiaScreen, make_screen
from pilkades_desk.panitia.usecases import KeadaanPanitia
from pilkades_desk.panitia.values import Akun, Orang, SebabKunci
from tests.answering import Answering
from tests.app.test_window_frame import nameless
from tests.panitia.kalender.screens import without_calendar
from tests.panitia.samples import KETUA, KPPS, NO_KEY, OWN_KEY, SRI, keadaan

LEFT = Qt.MouseButton.LeftButton
NEW = {"nama": "operator1", "nama_lengkap": "Yanto Uji", "peran": "Operator"}


class Village:
    """Answers the screen from memory and remembers what it was asked to do."""

    def __init__(self, seen: KeadaanPanitia) -> None:
        self.seen = seen
        self.done: list[object] = []
        self.rights = frozenset(Aksi)
        self.proven = True
        self.others: tuple[str, ...] = ("kpps1",)

    def acts(self) -> PanitiaActs:
        return PanitiaActs(
            akun=self.akun_acts(),
            read=lambda: self.seen,
            may=lambda aksi: aksi in self.rights,
            check_orang=lambda answers: {},
            add_orang=self.note,
            check_orang_password=lambda answers: {},
            reset_orang=self.note_about,
            revoke_orang=self.note_about,
            make_keys=self.make_keys,
            musnah=MusnahActs(
                may=lambda: Aksi.MUSNAHKAN in self.rights,
                desa="Sukamaju",
                last="3 Februari 2028 (asumsi)",
                second=lambda: ("kpps1",),
                places=lambda: (Path("/kedua"), Path("/usb/Cadangan Pilkades")),
                check=lambda answers: {},
                order=self.order,
                leave=lambda: self.done.append("keluar"),
            ),
            kalender=without_calendar(),
            profil=self.profil_acts(),
        )

    def profil_acts(self) -> ProfilActs:
        return ProfilActs(
            read=lambda: IsiProfil(label="acuan 12345678", baris=()),
            keep=lambda baris, teks, asumsi: tuple(baris),
            may_confirm=lambda: False,
            may_replace=lambda: False,
            confirm=self.done.append,
            text=lambda nama: (nama, ""),
            open=lambda path: (path.stem, ""),
            preview=lambda nama, teks: pytest.fail("nothing is replaced here"),
            refusal=lambda seen: None,
            approvers=tuple,
            replace=lambda text, seen, both: None,
            take=self.done.append,
        )

    def akun_acts(self) -> AkunActs:
        return AkunActs(
            zona=Zona.WIB,
            own=KETUA.id,
            roles=VILLAGE_ROLES,
            read=lambda: self.seen.akun,
            may=lambda aksi: aksi in self.rights,
            approvers=lambda aksi, akun: self.others,
            check_new=lambda answers: {},
            add=self.note,
            check_change=lambda answers: {},
            change=self.note,
            check_reset=lambda akun, answers: {},
            reset=self.note_about,
            deactivate=self.note_about,
            check_approval=lambda answers: {},
            new_sheet=lambda: self.done.append("lembar"),
            sheet_is_proven=lambda: self.proven,
        )

    def note_about(self, who: Akun | Orang, answers: Answers) -> None:
        self.done.append((who.nama, answers))

    def note(self, answers: Answers) -> str:
        self.done.append(answers)
        return answers.get("nama_lengkap", "")

    def order(self, answers: Answers, places: Sequence[Path]) -> None:
        if answers["sandi_kedua"] == "keliru":
            raise RightsError("Perlu persetujuan dua orang.", "Minta anggota lain.")
        self.done.append((answers["oleh"], answers["paket"], *map(str, places)))

    def make_keys(self) -> None:
        self.seen = self.seen.model_copy(update={"kunci": OWN_KEY})
        self.done.append("kunci")


Opened = Callable[..., tuple[PanitiaScreen, Answering]]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    def open_screen(acts: PanitiaActs, *answers: object) -> tuple[PanitiaScreen, Answering]:
        ask = Answering(*answers)
        screen = make_screen(acts, ask)
        qtbot.addWidget(screen)
        screen.resize(1040, 560)
        screen.show()
        return screen, ask

    return open_screen


@pytest.mark.syarat("S-012")
def test_the_profile_is_a_tab_of_its_own(opened: Opened) -> None:
    screen, _ = opened(Village(keadaan()).acts())
    assert not screen.profil.isVisible()
    screen.tabs.open_view(screen.profil)
    assert screen.profil.isVisible()
    assert screen._count.text() == "acuan 12345678 · 0 nilai · 0 asumsi · 0 menunggu konfirmasi"
    screen.tabs.bar.setCurrentIndex(0)
    assert screen._count.text() == "1 akun · 0 penanda tangan"


@pytest.mark.syarat("S-012")
def test_the_page_shows_village_day_and_assumed_values(opened: Opened) -> None:
    screen, _ = opened(Village(keadaan()).acts())
    shown = screen.findChildren(type(screen._place))
    words = [each.text() for each in shown if each.isVisible()]
    assert "Desa Sukamaju, Kecamatan Cikembar" in words
    assert "Rabu, 3 Februari 2027 (WIB)" in words
    assert "27 nilai masih asumsi" in words
    assert "Data pemilih disimpan sampai 3 Februari 2028 (asumsi)" in words
    assert "GLADI" not in words


def test_without_a_key_the_one_thing_to_do_is_making_it(opened: Opened, qtbot: QtBot) -> None:
    village = Village(keadaan())
    screen, _ = opened(village.acts())
    assert not screen.add_orang.isEnabled()
    qtbot.mouseClick(screen.make_keys, LEFT)
    assert village.done == ["kunci"]
    assert not screen.make_keys.isVisible()
    assert screen.add_orang.isEnabled()


def test_the_fingerprint_stands_in_two_lines_of_twenty_digits(opened: Opened) -> None:
    screen, _ = opened(Village(keadaan(kunci=OWN_KEY)).acts())
    lines = screen._digits.text().splitlines()
    assert [len(line.replace(" ", "")) for line in lines] == [20, 20]


def test_the_first_account_needs_the_own_password_only(opened: Opened, qtbot: QtBot) -> None:
    village = Village(keadaan())
    screen, ask = opened(village.acts(), NEW, {"sandi_sendiri": "milik ketua"})
    with qtbot.waitSignal(screen._job.finished):
        qtbot.mouseClick(screen.accounts.add, LEFT)
    (typed,) = village.done
    assert isinstance(typed, dict)
    assert typed["nama"] == "operator1"
    assert typed["sandi_sendiri"] == "milik ketua"
    assert "akun_kedua" not in typed
    assert screen.banner.accessibleName() == "Berhasil: Yanto Uji ditambahkan."
    assert ask.asked == ["Tambah akun", "Setujui"]


def test_a_further_account_needs_a_second_person(opened: Opened, qtbot: QtBot) -> None:
    village = Village(keadaan(akun=(KETUA, KPPS), perlu_dua=True))
    second = {"akun_kedua": "kpps1", "sandi_kedua": "milik kpps"}
    screen, _ = opened(village.acts(), NEW, {"sandi_sendiri": "milik ketua", **second})
    with qtbot.waitSignal(screen._job.finished):
        qtbot.mouseClick(screen.accounts.add, LEFT)
    (typed,) = village.done
    assert isinstance(typed, dict)
    assert second.items() <= typed.items()


def test_a_changed_mind_adds_nobody(opened: Opened, qtbot: QtBot) -> None:
    village = Village(keadaan())
    screen, _ = opened(village.acts(), NEW, None, None)
    qtbot.mouseClick(screen.accounts.add, LEFT)
    qtbot.mouseClick(screen.accounts.add, LEFT)
    assert village.done == []


def test_a_wrong_password_is_said_on_the_page(opened: Opened, qtbot: QtBot) -> None:
    def refuse(answers: Answers) -> str:
        raise AccessError("Kata sandi salah.", "Ketik lagi.")

    acts = Village(keadaan()).acts()
    acts = replace(acts, akun=replace(acts.akun, add=refuse))
    screen, _ = opened(acts, NEW, {"sandi_sendiri": "keliru"})
    with qtbot.waitSignal(screen._job.failed):
        qtbot.mouseClick(screen.accounts.add, LEFT)
    assert screen.banner.accessibleName() == "Tidak berhasil: Kata sandi salah. Ketik lagi."


def test_a_key_that_is_there_already_is_said(opened: Opened, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise StateError("Kunci desa sudah ada.", "Lanjutkan.")

    screen, _ = opened(replace(Village(keadaan()).acts(), make_keys=refuse))
    qtbot.mouseClick(screen.make_keys, LEFT)
    assert "Kunci desa sudah ada." in screen.banner.accessibleName()


def test_a_signer_types_an_own_password(opened: Opened, qtbot: QtBot) -> None:
    village = Village(keadaan(kunci=OWN_KEY, penanda=(SRI,)))
    answers = {"nama": "Sri Uji", "jabatan": "Ketua KPPS", "unit": "3", "sandi": "panjang sekali"}
    screen, _ = opened(village.acts(), answers)
    with qtbot.waitSignal(screen._job.finished):
        qtbot.mouseClick(screen.add_orang, LEFT)
    (typed,) = village.done
    assert isinstance(typed, dict)
    assert answers.items() <= typed.items()


def choose(screen: PanitiaScreen, row: int) -> None:
    screen.accounts._table.selectRow(row)


def test_another_persons_account_is_reset_with_their_new_password_and_a_second_person(
    opened: Opened, qtbot: QtBot
) -> None:
    village = Village(keadaan(akun=(KETUA, KPPS), perlu_dua=True))
    approved = {"sandi_sendiri": "a", "akun_kedua": "kpps1", "sandi_kedua": "b"}
    screen, ask = opened(village.acts(), {"sandi": "baru sekali"}, approved)
    assert not screen.accounts.reset.isEnabled()
    choose(screen, 1)
    with qtbot.waitSignal(screen._job.finished):
        qtbot.mouseClick(screen.accounts.reset, LEFT)
    ((who, typed),) = village.done  # type: ignore[misc]  # what note_about keeps
    assert who == "kpps1"
    assert ({"sandi": "baru sekali"} | approved).items() <= typed.items()
    assert ask.asked == ["Atur ulang akun kpps1", "Setujui"]
    assert "diatur ulang" in screen.banner.accessibleName()


def test_with_nobody_to_approve_two_names_are_asked_for(opened: Opened, qtbot: QtBot) -> None:
    village = Village(keadaan(akun=(KETUA, KPPS), perlu_dua=True))
    village.others = ()
    names = {"sandi_sendiri": "a", "hadir_satu": "Pak Uji", "hadir_dua": "Bu Uji"}
    screen, ask = opened(village.acts(), names)
    choose(screen, 1)
    with qtbot.waitSignal(screen._job.finished):
        qtbot.mouseClick(screen.accounts.deactivate, LEFT)
    assert village.done == [("kpps1", names)]
    assert "dua orang yang hadir" in ask.forms[0].sentence


def test_the_own_account_can_only_change_its_password(opened: Opened, qtbot: QtBot) -> None:
    village = Village(keadaan(akun=(KETUA, KPPS)))
    screen, _ = opened(village.acts(), {"sandi_sendiri": "lama", "sandi": "baru sekali"})
    choose(screen, 0)
    assert not screen.accounts.reset.isEnabled()
    assert not screen.accounts.deactivate.isEnabled()
    with qtbot.waitSignal(screen._job.finished):
        qtbot.mouseClick(screen.accounts.change, LEFT)
    assert "diganti" in screen.banner.accessibleName()


def test_an_account_that_is_closed_cannot_be_closed_again(opened: Opened) -> None:
    gone = KPPS.model_copy(update={"sebab": SebabKunci.DINONAKTIFKAN})
    screen, _ = opened(Village(keadaan(akun=(KETUA, gone))).acts())
    choose(screen, 1)
    assert screen.accounts.reset.isEnabled()
    assert not screen.accounts.deactivate.isEnabled()


def test_a_new_recovery_sheet_is_asked_of_the_window(opened: Opened, qtbot: QtBot) -> None:
    village = Village(keadaan())
    screen, _ = opened(village.acts())
    assert not screen.accounts._unproven.isVisible()
    qtbot.mouseClick(screen.accounts.sheet, LEFT)
    assert village.done == ["lembar"]
    village.proven = False
    screen.reload()
    assert screen.accounts._unproven.isVisible()


def test_a_signers_key_is_reset_and_revoked_for_a_reason(opened: Opened, qtbot: QtBot) -> None:
    village = Village(keadaan(kunci=OWN_KEY, penanda=(SRI,)))
    reset, revoke = {"alasan": "Lupa sandi", "sandi": "baru sekali"}, {"alasan": "Data keliru"}
    screen, _ = opened(village.acts(), reset, revoke)
    assert not screen.reset_orang.isEnabled()
    screen._people.selectRow(0)
    for pressed in (screen.reset_orang, screen.revoke_orang):
        screen._people.selectRow(0)
        with qtbot.waitSignal(screen._job.finished):
            qtbot.mouseClick(pressed, LEFT)
    assert [who for who, _ in village.done] == ["Sri Uji", "Sri Uji"]  # type: ignore[misc]  # as above
    assert [typed["alasan"] for _, typed in village.done] == ["Lupa sandi", "Data keliru"]  # type: ignore[misc]  # as above


def test_a_role_without_the_right_finds_the_buttons_off(opened: Opened) -> None:
    village = Village(keadaan(kunci=NO_KEY))
    village.rights = frozenset()
    screen, _ = opened(village.acts())
    assert not screen.accounts.add.isEnabled()
    assert not screen.make_keys.isEnabled()


def test_every_control_has_a_name_and_small_windows_suffice(opened: Opened) -> None:
    screen, _ = opened(Village(keadaan(kunci=OWN_KEY)).acts())
    assert nameless(screen) == []
    assert screen.minimumSizeHint().width() <= 830
    assert screen.minimumSizeHint().height() <= 410


END = {"desa": "Sukamaju", "oleh": "Sutrisno Uji", "sandi_kedua": "pagar biru"}


@pytest.mark.syarat("S-141")
def test_destroying_asks_everything_then_leaves_the_desk(opened: Opened, qtbot: QtBot) -> None:
    village = Village(keadaan())
    screen, ask = opened(village.acts(), END | {"salinan": "pilih mapnya"}, "/salinan")
    with qtbot.waitSignal(screen.destroying.ordered):
        qtbot.mouseClick(screen.end_button, LEFT)
    assert "3 Februari 2028" in ask.forms[0].sentence
    assert "/kedua; /usb/Cadangan Pilkades. Salinan di tempat lain" in ask.forms[0].sentence
    places = ("/kedua", "/usb/Cadangan Pilkades", "/salinan")
    assert village.done == [("Sutrisno Uji", "", *places), "keluar"]


def test_who_picks_no_folder_destroys_nothing(opened: Opened, qtbot: QtBot) -> None:
    village = Village(keadaan())
    screen, _ = opened(village.acts(), END | {"salinan": "pilih mapnya"}, None)
    qtbot.mouseClick(screen.end_button, LEFT)
    assert village.done == []


def test_a_refused_destruction_is_said_and_the_desk_stays(opened: Opened, qtbot: QtBot) -> None:
    village = Village(keadaan())
    screen, _ = opened(village.acts(), END | {"sandi_kedua": "keliru", "salinan": "tidak ada"})
    with qtbot.waitSignal(screen.destroying.job.failed):
        qtbot.mouseClick(screen.end_button, LEFT)
    assert "Perlu persetujuan dua orang." in screen.banner.accessibleName()
    assert village.done == []


def test_a_role_without_the_right_is_not_offered_the_end(opened: Opened) -> None:
    village = Village(keadaan())
    village.rights = frozenset()
    screen, _ = opened(village.acts())
    assert not screen.end_button.isVisible()

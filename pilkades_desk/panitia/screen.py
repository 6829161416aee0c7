"""Step 1's screen: village and voting day, the village's key, accounts, signing persons."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Slot

from pilkades_desk.core.clock import long_date
from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Answers, Ask
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.page import FoldingGrid, ScrollPage
from pilkades_desk.kits.qt.step_page import StepPage
from pilkades_desk.kits.qt.table_view import ROW_HEIGHT, Table
from pilkades_desk.kits.qt.view_tabs import ViewTabs
from pilkades_desk.kits.qt.widgets import Card, button, chip, column, label, row
from pilkades_desk.panitia import forms
from pilkades_desk.panitia.akun_screen import AccountsCard, AkunActs
from pilkades_desk.panitia.kalender.screen import TITLE as KALENDER
from pilkades_desk.panitia.kalender.screen import KalenderActs, KalenderPanel
from pilkades_desk.panitia.musnah_screen import Destroying, MusnahActs
from pilkades_desk.panitia.profil.screen import TITLE as PROFIL
from pilkades_desk.panitia.profil.screen import ProfilActs, ProfilPanel
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.table_model import penanda_model
from pilkades_desk.panitia.usecases import KeadaanPanitia
from pilkades_desk.panitia.values import KunciDesa, Orang, StatusKunci

HALF_LEAST = 380
TABLE_LEAST = 500
HALF_DIGITS = 24  # four groups of five with the blank behind each
_KEY_TONES = {
    StatusKunci.BELUM_ADA: "warn",
    StatusKunci.BELUM_DISAHKAN: "info",
    StatusKunci.DISAHKAN: "ok",
}
_KEY_WORDS = {
    StatusKunci.BELUM_ADA: "Kunci desa mengesahkan dokumen dan mengunci paket. Buat satu kali.",
    StatusKunci.BELUM_DISAHKAN: "Salin angka ini pada surat permohonan bercap, lalu tulis"
    " permohonannya di langkah Paket kiriman.",
    StatusKunci.DISAHKAN: "Sidik jari sertifikat yang disahkan kabupaten:",
}


@dataclass(frozen=True, slots=True)
class PanitiaActs:
    """What the screen may do, bound to the open desk; checks give the fault of each box."""

    akun: AkunActs
    read: Callable[[], KeadaanPanitia]
    may: Callable[[Aksi], bool]
    check_orang: Callable[[Answers], Mapping[str, str]]
    add_orang: Callable[[Answers], str]
    check_orang_password: Callable[[Answers], Mapping[str, str]]
    reset_orang: Callable[[Orang, Answers], None]
    revoke_orang: Callable[[Orang, Answers], None]
    make_keys: Callable[[], None]
    musnah: MusnahActs
    kalender: KalenderActs
    profil: ProfilActs


class PanitiaScreen(StepPage):
    """Shows step 1 and asks what it needs."""

    def __init__(self, acts: PanitiaActs, ask: Ask) -> None:
        super().__init__()
        self._acts = acts
        self._ask = ask
        self._job = Job(self)
        self._job.finished.connect(self._welcome)
        self.add_work("Menyimpan dengan kata sandi baru …", self._job)
        self.accounts = AccountsCard(acts.akun, ask, self._job)
        self._counted = ""
        self._signers = penanda_model(acts.akun.zona, self)
        self._people = Table("Penanda tangan", self._signers)
        self._people.setMinimumHeight(5 * ROW_HEIGHT)
        self.reset_orang = button("Atur ulang kunci", self._reset_orang, icon="refresh-cw")
        self.revoke_orang = button("Cabut", self._revoke_orang, icon="x")
        self.add_orang = button("Tambah penanda tangan", self._add_orang, icon="plus")
        self.make_keys = button(
            "Buat kunci desa", self._make_keys, look="primary", icon="key-round"
        )
        self.destroying = Destroying(acts.musnah, ask, self.banner)
        self.add_work("Memusnahkan kunci …", self.destroying.job)
        self.profil = ProfilPanel(acts.profil, ask, self.banner)
        self.profil.changed.connect(self._read_again)
        self.add_work("Mengganti profil …", self.profil.job)
        self.end_button = button(
            "Musnahkan data", self.destroying.start, look="quiet", icon="trash-2"
        )
        self.kalender = KalenderPanel(acts.kalender, ask, self.banner)
        self.add_work("Menghitung tanggal …", self.kalender.job)
        self._lay_out()
        self.tabs.currentChanged.connect(self._turn)
        self._people.selectionModel().currentRowChanged.connect(self._allow_people)

    def reload(self) -> None:
        """Read everything anew."""
        seen = self._acts.read()
        pemilihan = seen.pemilihan
        self._place.setText(f"Desa {pemilihan.desa}, Kecamatan {pemilihan.kecamatan}")
        self._region.setText(
            f"{pemilihan.kabupaten}, {pemilihan.provinsi} · kode {pemilihan.kode_desa}"
        )
        self._day.setText(f"{long_date(pemilihan.tanggal)} ({pemilihan.zona.value})")
        self._office.setText(pemilihan.sekretariat)
        self._office.setVisible(bool(pemilihan.sekretariat))
        self._gladi.setVisible(pemilihan.gladi)
        self._profile.setText(f"Profil peraturan: {seen.profil}")
        self._keep.setText(f"Data pemilih disimpan sampai {self._acts.musnah.last}")
        self._assumed.setVisible(bool(seen.asumsi))
        self._assumed.setText(f"{seen.asumsi} nilai masih asumsi")
        self.accounts.reload()
        kept = self._people.currentIndex().row()
        self._signers.show_values(seen.penanda)
        if kept >= 0:
            self._people.selectRow(kept)
        self._allow_people()
        self._show_key(seen.kunci)
        self._allow(seen)
        self._counted = f"{len(seen.akun)} akun · {len(seen.penanda)} penanda tangan"
        self._turn()

    @Slot()
    def _read_again(self) -> None:
        self.reload()

    def _lay_out(self) -> None:
        facts = FoldingGrid([self._village_card(), self._key_card()], HALF_LEAST)
        tables = FoldingGrid(
            [self.accounts, self._people_card()],
            TABLE_LEAST,
        )
        whole = column(facts, tables, spacing=14)
        whole.setStretch(1, 1)
        self.tabs = ViewTabs("Bagian panitia")
        self.add_tool(self.tabs.bar)
        body = self.tabs.add_view("Panitia", ScrollPage(whole, margin=0))
        self.tabs.add_view(KALENDER, self.kalender)
        self.tabs.add_view(PROFIL, self.profil)
        self.add_body(self.tabs)
        self._job.busy_changed.connect(body.setDisabled)

    @Slot()
    def _turn(self) -> None:
        words = self._counted
        if self.tabs.currentWidget() is self.kalender:
            self.kalender.reload()
            words = ""
        elif self.tabs.currentWidget() is self.profil:
            self.profil.reload()
            words = self.profil.words
        self.say_count(words)

    def _village_card(self) -> Card:
        self._place = label("", "strong", wrap=True)
        self._region, self._day, self._office = (label("", wrap=True) for _ in range(3))
        self._profile = label("", "muted", wrap=True)
        self._keep = label("", "muted", wrap=True)
        self._assumed = chip("", "warn")
        self._gladi = chip("GLADI", "warn")
        head = row(label("Pemilihan", "heading"), None, self._gladi)
        lines = column(self._place, self._region, self._day, self._office, spacing=3)
        keep = row(self._keep, self.end_button)
        keep.setStretch(0, 1)
        return Card(head, lines, self._profile, keep, self._assumed, None, spacing=8)

    def _key_card(self) -> Card:
        self._key_chip = chip("", "info")
        self._key_words = label("", wrap=True)
        self._digits = label("", "code")
        self._digits.setAccessibleName("Sidik jari kunci desa")
        head = row(label("Kunci desa", "heading"), None, self._key_chip)
        return Card(
            head, self._key_words, self._digits, row(self.make_keys, None), None, spacing=10
        )

    def _people_card(self) -> Card:
        return Card(
            row(label("Penanda tangan", "heading"), None, self.add_orang),
            self._people,
            row(self.reset_orang, self.revoke_orang, None),
            None,
            spacing=10,
        )

    def _show_key(self, kunci: KunciDesa) -> None:
        self._key_chip.setText(kunci.status.value)
        self._key_chip.setProperty("tone", _KEY_TONES[kunci.status])
        self._key_chip.style().unpolish(self._key_chip)
        self._key_chip.style().polish(self._key_chip)
        self._key_words.setText(_KEY_WORDS[kunci.status])
        self._digits.setText(f"{kunci.sidik[:HALF_DIGITS]}\n{kunci.sidik[HALF_DIGITS:].strip()}")
        self._digits.setVisible(bool(kunci.sidik))
        self.make_keys.setVisible(kunci.status is StatusKunci.BELUM_ADA)

    def _allow(self, seen: KeadaanPanitia) -> None:
        has_keys = seen.kunci.status is not StatusKunci.BELUM_ADA
        self.end_button.setVisible(self._acts.musnah.may())
        self.make_keys.setEnabled(self._acts.may(Aksi.BUAT_KUNCI_DESA))
        self.add_orang.setEnabled(has_keys and self._acts.may(Aksi.TAMBAH_ORANG))
        self.add_orang.setToolTip("" if has_keys else "Buat kunci desa dahulu.")

    def _chosen(self) -> Orang | None:
        index = self._people.currentIndex()
        return self._signers.value_at(index.row()) if index.isValid() else None

    def _allow_people(self) -> None:
        orang, may = self._chosen(), self._acts.may
        self.reset_orang.setEnabled(orang is not None and may(Aksi.ATUR_ULANG_ORANG))
        active = orang is not None and orang.aktif
        self.revoke_orang.setEnabled(active and may(Aksi.CABUT_ORANG))
        for each in (self.reset_orang, self.revoke_orang):
            each.setToolTip("" if each.isEnabled() else "Pilih orangnya dahulu.")

    @Slot()
    def _reset_orang(self) -> None:
        orang = self._chosen()
        if orang is None:
            return
        form = forms.reset_orang_form(orang.nama)
        typed = self._ask.form(form, self._acts.check_orang_password)
        if typed is not None:
            reset = partial(self._acts.reset_orang, orang, typed)
            self._start(reset, f"Kunci {orang.nama} diatur ulang.")

    @Slot()
    def _revoke_orang(self) -> None:
        orang = self._chosen()
        if orang is None:
            return
        typed = self._ask.form(forms.revoke_form(orang.nama))
        if typed is not None:
            revoke = partial(self._acts.revoke_orang, orang, typed)
            self._start(revoke, f"Sertifikat {orang.nama} dicabut.")

    def _start(self, do: Callable[[], None], words: str) -> None:
        def work(progress: Progress) -> str:  # noqa: ARG001 -- one key derivation has no steps
            do()
            return words

        self._job.start(work)

    @Slot()
    def _add_orang(self) -> None:
        typed = self._ask.form(forms.orang_form(), self._acts.check_orang)
        if typed is None:
            return

        def work(progress: Progress) -> str:  # noqa: ARG001 -- one key derivation has no steps
            return f"{self._acts.add_orang(typed)} ditambahkan."

        self._job.start(work)

    @Slot()
    def _make_keys(self) -> None:
        try:
            self._acts.make_keys()
        except PilkadesError as error:
            self.banner.tell_error(error)
            return
        self.reload()
        self.banner.tell(
            "ok", "Kunci desa dibuat.", "Salin sidik jarinya pada surat permohonan bercap."
        )

    @Slot(object)
    def _welcome(self, sentence: str) -> None:
        self.reload()
        self.banner.tell("ok", sentence)


def make_screen(acts: PanitiaActs, ask: Ask) -> PanitiaScreen:
    """Make the screen of step 1."""
    return PanitiaScreen(acts, ask)

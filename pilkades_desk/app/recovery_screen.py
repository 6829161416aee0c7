"""Lost password: code from paper → account and second person → new sheet, under one stepper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from pilkades_desk.app.first_run_pages import FormPage, LembarPage
from pilkades_desk.app.sheet_screen import prove
from pilkades_desk.app.wizard import Wizard
from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.form import OfferField, PasswordField, choice, line
from pilkades_desk.panitia.sandi import suggest_password

if TYPE_CHECKING:
    from pilkades_desk.panitia.pemulihan import AkunPulih

NAMES = ("Kode dari kertas", "Akun dan saksi", "Lembar baru")
KODE, AKUN, LEMBAR = range(3)
NOBODY = "Tidak ada yang tahu sandinya"


@dataclass(frozen=True, slots=True)
class UntrustedPulih:
    """What is typed on the second page; `akun_kedua` is empty when two names stand in."""

    akun: str
    sandi: str
    sandi_ulang: str
    akun_kedua: str
    sandi_kedua: str
    hadir_satu: str
    hadir_dua: str


@dataclass(frozen=True, slots=True)
class RecoveryActs:
    """What the pages may do; `check` gives the fault of each field by its name."""

    open: "Callable[[str], AkunPulih]"
    check: Callable[[UntrustedPulih], Mapping[str, str]]
    recover: Callable[[UntrustedPulih], str]
    print_sheet: Callable[[str], None]
    confirm: Callable[[str], None]


class KodePage(FormPage):
    """The code on the recovery sheet."""

    def __init__(self) -> None:
        super().__init__(
            "Lupa kata sandi",
            "Anggota: minta ketua mengatur ulang akun Anda. Ketua atau pengesah: buka amplop"
            " lembar pemulihan bersama satu orang lagi, lalu ketik kodenya.",
        )
        self.kode = line("7K3M-…", most=120)
        hint = "Delapan kelompok; huruf besar atau kecil sama saja."
        self.filled.addWidget(self.add("kode", "Kode dari lembar pemulihan", self.kode, hint))


class AkunPage(FormPage):
    """Whose account, its new password, and who stands beside."""

    def __init__(self) -> None:
        super().__init__("Akun yang dipulihkan", "Pemiliknya mengetik sendiri sandi barunya.")
        self.akun, self.kedua = choice(()), choice(())
        self.sandi, self.sandi_ulang = PasswordField(), PasswordField()
        self.sandi_kedua = PasswordField()
        self.hadir_satu, self.hadir_dua = line(), line()
        self.usulan = OfferField("Usulan kata sandi", "Usulkan kata sandi", suggest_password)
        akun = self.add("akun", "Akun", self.akun)
        self.pair(akun, self.add("akun_kedua", "Orang kedua", self.kedua))
        sandi = self.add("sandi", "Kata sandi baru", self.sandi, "Paling sedikit 10 huruf.")
        self.pair(sandi, self.add("sandi_ulang", "Ulangi kata sandi", self.sandi_ulang))
        self.filled.addWidget(self.usulan)
        self._second = self.add("sandi_kedua", "Kata sandi orang kedua", self.sandi_kedua)
        self.filled.addWidget(self._second)
        hint = "Dicatat; untuk desa tertulis di F-29."
        names = (
            self.add("hadir_satu", "Orang yang hadir", self.hadir_satu, hint),
            self.add("hadir_dua", "Orang lain yang hadir", self.hadir_dua, hint),
        )
        self.pair(*names)
        self._names = names
        self.kedua.currentTextChanged.connect(self._show_second)
        self.akun.currentTextChanged.connect(self._fill_second)
        self._others: tuple[str, ...] = ()
        self._show_second("")

    def show_accounts(self, found: "AkunPulih") -> None:
        """Offer whom the code may recover, and who may confirm it."""
        self._others = found.kedua
        self.akun.clear()
        self.akun.addItems(list(found.pimpinan))
        self._fill_second()

    def typed(self) -> UntrustedPulih:
        """Give the fields as typed."""
        second = self.kedua.currentText()
        return UntrustedPulih(
            akun=self.akun.currentText(),
            sandi=self.sandi.text(),
            sandi_ulang=self.sandi_ulang.text(),
            akun_kedua="" if second == NOBODY else second,
            sandi_kedua=self.sandi_kedua.text(),
            hadir_satu=self.hadir_satu.text(),
            hadir_dua=self.hadir_dua.text(),
        )

    def forget(self) -> None:
        """Clear every password."""
        for field in (self.sandi, self.sandi_ulang, self.sandi_kedua, self.usulan):
            field.clear()

    def _fill_second(self) -> None:
        chosen = self.akun.currentText()
        self.kedua.clear()
        self.kedua.addItems([*(one for one in self._others if one != chosen), NOBODY])

    def _show_second(self, chosen: str) -> None:
        alone = chosen == NOBODY
        self._second.setVisible(not alone)
        for each in self._names:
            each.setVisible(alone)


class RecoveryScreen(Wizard):
    """Opens the file after page one, recovers after page two; `finished` ends in the desk."""

    cancelled = Signal()

    def __init__(self, acts: RecoveryActs) -> None:
        self._acts = acts
        self.kode = KodePage()
        self.akun = AkunPage()
        self.lembar = LembarPage(self._print_sheet)
        super().__init__("key-round", "Pilkades Desk", NAMES, (self.kode, self.akun, self.lembar))
        self.lembar.paper_confirmed.connect(self._allow_next)
        self._job.finished.connect(self._go_further)
        self.back.setText(" Batal")
        self.back.setAccessibleName("Batal")
        self._turn_to(KODE, "Buka dengan kode")

    def _go_back(self) -> None:
        self.cancelled.emit()

    def _go_on(self) -> None:
        match self.page:
            case 0:
                self._start(partial(self._acts.open, self.kode.kode.text()))
            case 1:
                isian = self.akun.typed()
                if not self.akun.show_faults(self._acts.check(isian)):
                    self._start(partial(self._acts.recover, isian))
            case _:
                if prove(self.lembar, self._acts.confirm):
                    self.finished.emit()

    def _start(self, do: Callable[[], object]) -> None:
        def work(progress: Progress) -> object:  # noqa: ARG001 -- key derivations have no steps
            return do()

        self._job.start(work)

    def _go_further(self, found: "AkunPulih | str") -> None:
        if isinstance(found, str):
            self.akun.forget()
            self._turn_to(LEMBAR, "Mulai bekerja")
            self.back.hide()
            self.next.setEnabled(False)
            self.lembar.show_code(found)
            return
        self.kode.kode.clear()
        self.akun.show_accounts(found)
        self._turn_to(AKUN, "Pulihkan akun")

    def _print_sheet(self, code: str) -> None:
        try:
            self._acts.print_sheet(code)
        except PilkadesError as error:
            self._banner.tell_error(error)

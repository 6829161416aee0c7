"""The kabupaten's first run: its name, its villages, its first account, two secrets on paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from pilkades_desk.app.first_run_pages import FormPage
from pilkades_desk.app.wizard import Wizard
from pilkades_desk.core.errors import AccessError, PilkadesError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.form import OfferField, PasswordField, line
from pilkades_desk.kits.qt.widgets import Card, button, column, label, row

NAMES = ("Kabupaten dan desa", "Akun pengesah", "Lembar rahasia")
KABUPATEN, AKUN, LEMBAR = range(3)
_HEAD = len("AGE-SECRET-KEY-1")


@dataclass(frozen=True, slots=True)
class UntrustedMejaAwal:
    """The fields as typed; names are those of MejaBaru and AkunBaru."""

    kabupaten: str
    kode_kabupaten: str
    gladi: bool
    desa: str
    nama: str
    nama_lengkap: str
    sandi: str
    sandi_ulang: str


@dataclass(frozen=True, slots=True)
class Rahasia:
    """The two secrets to be printed once."""

    kode_pemulihan: str
    kunci_cadangan: str


@dataclass(frozen=True, slots=True)
class KabupatenFirstActs:
    """What the screen may do; `check` gives the fault of each field by its name."""

    check: Callable[[UntrustedMejaAwal], Mapping[str, str]]
    suggest_password: Callable[[], str]
    create: Callable[[UntrustedMejaAwal], Rahasia]
    print_sheet: Callable[[Rahasia], None]
    confirm_code: Callable[[str], None]
    confirm_key: Callable[[str], None]


class KabupatenPage(FormPage):
    """Which kabupaten, and the list of its villages."""

    def __init__(self) -> None:
        super().__init__("Kabupaten dan daftar desa", "Desa yang ikut pemilihan pada tahap ini.")
        self.kabupaten, self.kode = line(), line("3399", most=4)
        self.gladi = QCheckBox("Ini gladi (latihan), bukan penerimaan sungguhan")
        self.gladi.setAccessibleName(self.gladi.text())
        self.desa = QPlainTextEdit()
        self.desa.setPlaceholderText("3399012001; Sukamaju; Cikembang")
        self.desa.setTabChangesFocus(True)
        self.desa.setMinimumHeight(110)
        name = self.add("kabupaten", "Nama kabupaten", self.kabupaten)
        self.pair(name, self.add("kode_kabupaten", "Kode kabupaten", self.kode, "Empat angka."))
        hint = "Satu desa satu baris: kode; desa; kecamatan. Boleh ditempel dari lembar kerja."
        self.filled.addWidget(self.add("desa", "Daftar desa", self.desa, hint))
        self.filled.addWidget(self.gladi)


class AkunPage(FormPage):
    """The first account."""

    def __init__(self, suggest: Callable[[], str]) -> None:
        super().__init__("Akun pengesah", "Pengesah menerbitkan sertifikat dan menerima paket.")
        self.nama_lengkap, self.nama = line(), line(most=30)
        self.nama.setText("pengesah")
        self.sandi, self.sandi_ulang = PasswordField(), PasswordField()
        self.usulan = OfferField("Usulan kata sandi", "Usulkan kata sandi", suggest)
        lengkap = self.add("nama_lengkap", "Nama lengkap", self.nama_lengkap)
        self.pair(lengkap, self.add("nama", "Nama akun", self.nama, "Huruf kecil dan angka."))
        sandi = self.add("sandi", "Kata sandi", self.sandi, "Paling sedikit 10 huruf.")
        self.pair(sandi, self.add("sandi_ulang", "Ulangi kata sandi", self.sandi_ulang))
        self.filled.addWidget(self.usulan)


class RahasiaPage(FormPage):
    """Both secrets: shown, printed, hidden, typed back from the paper."""

    paper_confirmed = Signal()

    def __init__(self, print_sheet: Callable[[Rahasia], None]) -> None:
        super().__init__(
            "Lembar rahasia",
            "Hanya tampil sekali. Cetak, simpan di dua amplop tertutup di dua tempat.",
        )
        self._print_sheet = print_sheet
        self._rahasia = Rahasia("", "")
        self._code, self._key = label("", "code", wrap=True), label("", "strong", wrap=True)
        self._code.setAccessibleName("Kode pemulihan")
        self._key.setAccessibleName("Kunci cadangan")
        self._shown = Card(
            label("Kode pemulihan: membuka data bila semua sandi hilang", "muted", wrap=True),
            self._code,
            label("Kunci cadangan: membuka paket bila laptop ini hilang", "muted", wrap=True),
            self._key,
            tone="brand",
        )
        self.cetak = button("Cetak lembar rahasia", self._print, icon="printer")
        self.punya = button("Kertas sudah di tangan", self._hide_secrets, icon="check")
        self._buttons = QWidget()
        self._buttons.setLayout(row(self.cetak, self.punya, None))
        self.kode, self.kunci = line(most=120), line("AGE-SECRET-KEY-1…", most=120)
        typed = (
            self.add("kode", "Ketik kode pemulihan dari kertas", self.kode),
            self.add("kunci", "Ketik kunci cadangan dari kertas", self.kunci, "Spasi diabaikan."),
        )
        self._typed = QWidget()
        self._typed.setLayout(column(*typed))
        for piece in (self._shown, self._buttons, self._typed):
            self.filled.addWidget(piece)
        self._typed.hide()

    def show_secrets(self, rahasia: Rahasia) -> None:
        """Show both and wait for the paper."""
        self._rahasia = rahasia
        self._code.setText(rahasia.kode_pemulihan)
        self._key.setText(in_groups(rahasia.kunci_cadangan))

    def _print(self) -> None:
        self._print_sheet(self._rahasia)

    def _hide_secrets(self) -> None:
        self._rahasia = Rahasia("", "")
        self._code.clear()
        self._key.clear()
        for piece in (self._shown, self._buttons):
            piece.hide()
        self._typed.show()
        self.kode.setFocus()
        self.paper_confirmed.emit()


class KabupatenFirstRun(Wizard):
    """Makes the desk's file between page two and three; there is no way back across that."""

    def __init__(self, acts: KabupatenFirstActs) -> None:
        self._acts = acts
        self.kabupaten = KabupatenPage()
        self.akun = AkunPage(acts.suggest_password)
        self.lembar = RahasiaPage(self._print_sheet)
        pages = (self.kabupaten, self.akun, self.lembar)
        super().__init__("inbox", "Pilkades Desk – Meja kabupaten", NAMES, pages)
        self.lembar.paper_confirmed.connect(self._allow_next)
        self._job.finished.connect(self._show_secrets)
        self._open(KABUPATEN)

    def _typed(self) -> UntrustedMejaAwal:
        kabupaten, akun = self.kabupaten, self.akun
        return UntrustedMejaAwal(
            kabupaten=kabupaten.kabupaten.text(),
            kode_kabupaten=kabupaten.kode.text(),
            gladi=kabupaten.gladi.isChecked(),
            desa=kabupaten.desa.toPlainText(),
            nama=akun.nama.text(),
            nama_lengkap=akun.nama_lengkap.text(),
            sandi=akun.sandi.text(),
            sandi_ulang=akun.sandi_ulang.text(),
        )

    def _open(self, number: int) -> None:
        self._turn_to(number, ("Lanjut", "Buat meja kabupaten", "Mulai bekerja")[number])
        self.back.setVisible(number == AKUN)
        self.next.setEnabled(number != LEMBAR)

    def _go_back(self) -> None:
        self._open(KABUPATEN)

    def _go_on(self) -> None:
        if self.page == LEMBAR:
            self._check_paper()
            return
        isian = self._typed()
        if self._shows_faults(self._acts.check(isian)):
            return
        if self.page == KABUPATEN:
            self._open(AKUN)
            return

        def work(progress: Progress) -> Rahasia:  # noqa: ARG001 -- making one file has no steps
            return self._acts.create(isian)

        self._job.start(work)

    def _check_paper(self) -> None:
        lembar = self.lembar
        faults = {}
        for name, field, confirm in (
            ("kode", lembar.kode, self._acts.confirm_code),
            ("kunci", lembar.kunci, self._acts.confirm_key),
        ):
            try:
                confirm(field.text())
            except AccessError as error:
                faults[name] = f"{error.sentence} {error.hint}"
        if not self._shows_faults(faults):
            self.finished.emit()

    def _show_secrets(self, rahasia: Rahasia) -> None:
        self._open(LEMBAR)
        self.lembar.show_secrets(rahasia)
        for field in (self.akun.sandi, self.akun.sandi_ulang, self.akun.usulan):
            field.clear()

    def _print_sheet(self, rahasia: Rahasia) -> None:
        try:
            self._acts.print_sheet(rahasia)
        except PilkadesError as error:
            self._banner.tell_error(error)


def in_groups(key: str) -> str:
    """Write an age key after its fixed head in groups of six, to be typed from paper."""
    head, body = key[:_HEAD], key[_HEAD:]
    return " ".join((head, *(body[start : start + 6] for start in range(0, len(body), 6))))

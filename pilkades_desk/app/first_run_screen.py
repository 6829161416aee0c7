"""First run: data desa → akun ketua → lembar pemulihan → selesai, under one own stepper."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pilkades_desk.app.first_run_content import FirstRunActs, UntrustedIsianAwal
from pilkades_desk.app.first_run_pages import DesaPage, FormPage, KetuaPage, LembarPage, SelesaiPage
from pilkades_desk.core.errors import AccessError, PilkadesError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.form import chosen_day
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.page import ScrollPage
from pilkades_desk.kits.qt.stepper import Stepper
from pilkades_desk.kits.qt.widgets import Card, button, column, icon_label, label, row

NAMES = ("Data desa", "Akun ketua", "Lembar pemulihan", "Selesai")
DESA, KETUA, LEMBAR, SELESAI = range(4)
WIDTH = 760


class FirstRunScreen(QWidget):
    """Makes the election file between page two and three; there is no way back across that."""

    finished = Signal()

    def __init__(self, acts: FirstRunActs, voting_day: date) -> None:
        super().__init__()
        self._acts = acts
        self._job = Job(self)
        self.desa = DesaPage(voting_day)
        self.ketua = KetuaPage(acts.suggest_password)
        self.lembar = LembarPage(self._print_sheet)
        self._pages: tuple[FormPage, ...] = (self.desa, self.ketua, self.lembar, SelesaiPage())
        self._stepper = Stepper(NAMES)
        self._banner = Banner()
        self._stack = QStackedWidget()
        for page in self._pages:
            page.filled.addStretch(1)
            self._stack.addWidget(page)
        self.back = button("Kembali", self._go_back, icon="chevron-left")
        self.next = button("Lanjut", self._go_on, look="primary", icon="arrow-right")
        self._lay_out()
        self.lembar.paper_confirmed.connect(self._await_code)
        self._job.finished.connect(self._show_code)
        self._job.failed.connect(self._banner.tell_failure)
        self._job.busy_changed.connect(self._hold)
        self._open(DESA)

    @property
    def page(self) -> int:
        """Give the number of the open page, from 0."""
        return self._stack.currentIndex()

    def _lay_out(self) -> None:
        head = row(icon_label("vote", "brand", 30), label("Pilkades Desk", "display"), None)
        buttons = row(self.back, None, self.next)
        card = Card(self._banner, self._stack, buttons, spacing=16)
        holder = QWidget()
        holder.setLayout(column(head, self._stepper, card, None, spacing=18))
        holder.setMaximumWidth(WIDTH)
        centered = QHBoxLayout()
        centered.addStretch(1)
        centered.addWidget(holder, 100)
        centered.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollPage(centered)
        outer.addWidget(self._scroll)

    def _typed(self) -> UntrustedIsianAwal:
        desa, ketua = self.desa, self.ketua
        return UntrustedIsianAwal(
            kode_desa=desa.kode_desa.text(),
            desa=desa.desa.text(),
            kecamatan=desa.kecamatan.text(),
            kabupaten=desa.kabupaten.text(),
            provinsi=desa.provinsi.text(),
            tanggal=chosen_day(desa.tanggal),
            zona=desa.zona.currentText(),
            gladi=desa.gladi.isChecked(),
            sekretariat=desa.sekretariat.text(),
            nama=ketua.nama.text(),
            nama_lengkap=ketua.nama_lengkap.text(),
            sandi=ketua.sandi.text(),
            sandi_ulang=ketua.sandi_ulang.text(),
        )

    def _open(self, number: int) -> None:
        self._banner.hide()
        self._stack.setCurrentIndex(number)
        self._stepper.show_step(number)
        self._scroll.verticalScrollBar().setValue(0)
        self.back.setVisible(number == KETUA)
        self.next.setEnabled(number != LEMBAR)
        words = {KETUA: "Buat berkas pemilihan", SELESAI: "Mulai bekerja"}.get(number, "Lanjut")
        self.next.setText(f" {words}")
        self.next.setAccessibleName(words)
        first = (self.desa.desa, self.ketua.nama_lengkap, self.lembar.cetak, self.next)
        first[number].setFocus()

    @Slot()
    def _go_back(self) -> None:
        self._open(DESA)

    @Slot()
    def _go_on(self) -> None:
        match self.page:
            case 0 | 1:
                self._check_typed()
            case 2:
                self._check_code()
            case _:
                self.finished.emit()

    def _check_typed(self) -> None:
        isian = self._typed()
        if self._pages[self.page].show_faults(self._acts.check(isian)):
            return
        if self.page == DESA:
            self._open(KETUA)
            return

        def work(progress: Progress) -> str:  # noqa: ARG001 -- making one file has no steps
            return self._acts.create(isian)

        self._job.start(work)

    def _check_code(self) -> None:
        try:
            self._acts.confirm_code(self.lembar.ketik.text())
        except AccessError as error:
            self.lembar.show_faults({"kode": f"{error.sentence} {error.hint}"})
            return
        self._open(SELESAI)

    def _show_code(self, code: str) -> None:
        self._open(LEMBAR)
        self.lembar.show_code(code)
        self.ketua.sandi.clear()
        self.ketua.sandi_ulang.clear()
        self.ketua.usulan.clear()

    def _print_sheet(self, code: str) -> None:
        try:
            self._acts.print_sheet(code)
        except PilkadesError as error:
            self._banner.tell_error(error)

    def _await_code(self) -> None:
        self.next.setEnabled(True)

    def _hold(self, busy: bool) -> None:
        self._stack.setDisabled(busy)
        self.back.setDisabled(busy)
        self.next.setDisabled(busy)

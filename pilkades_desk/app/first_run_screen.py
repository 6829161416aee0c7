"""First run: data desa → akun ketua → lembar pemulihan → selesai, under one own stepper."""

from datetime import date

from pilkades_desk.app.first_run_content import FirstRunActs, UntrustedIsianAwal
from pilkades_desk.app.first_run_pages import DesaPage, KetuaPage, LembarPage, SelesaiPage
from pilkades_desk.app.sheet_screen import prove
from pilkades_desk.app.wizard import Wizard
from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.form import chosen_day

NAMES = ("Data desa", "Akun ketua", "Lembar pemulihan", "Selesai")
DESA, KETUA, LEMBAR, SELESAI = range(4)


class FirstRunScreen(Wizard):
    """Makes the election file between page two and three; there is no way back across that."""

    def __init__(self, acts: FirstRunActs, voting_day: date) -> None:
        self._acts = acts
        self.desa = DesaPage(voting_day)
        self.ketua = KetuaPage(acts.suggest_password)
        self.lembar = LembarPage(self._print_sheet)
        pages = (self.desa, self.ketua, self.lembar, SelesaiPage())
        super().__init__("vote", "Pilkades Desk", NAMES, pages)
        self.lembar.paper_confirmed.connect(self._allow_next)
        self._job.finished.connect(self._show_code)
        self._open(DESA)

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
        words = {KETUA: "Buat berkas pemilihan", SELESAI: "Mulai bekerja"}.get(number, "Lanjut")
        self._turn_to(number, words)
        self.back.setVisible(number == KETUA)
        self.next.setEnabled(number != LEMBAR)
        first = (self.desa.desa, self.ketua.nama_lengkap, self.lembar.cetak, self.next)
        first[number].setFocus()

    def _go_back(self) -> None:
        self._open(DESA)

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
        if self._shows_faults(self._acts.check(isian)):
            return
        if self.page == DESA:
            self._open(KETUA)
            return

        def work(progress: Progress) -> str:  # noqa: ARG001 -- making one file has no steps
            return self._acts.create(isian)

        self._job.start(work)

    def _check_code(self) -> None:
        if prove(self.lembar, self._acts.confirm_code):
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

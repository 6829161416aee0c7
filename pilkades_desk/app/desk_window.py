"""Ties the frame to an opened desk: content, step screens, help, theme."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from pilkades_desk.app.beranda_content import IsiBeranda
from pilkades_desk.app.beranda_screen import BerandaScreen
from pilkades_desk.app.desk_content import DeskContent
from pilkades_desk.app.help_window import HelpWindow
from pilkades_desk.app.idle import CHOICES, choose_lock_after, lock_after
from pilkades_desk.app.look import choose_theme
from pilkades_desk.app.main_window import MainWindow
from pilkades_desk.app.steps import STEPS, load_screen
from pilkades_desk.kits.qt.ask import Ask, Box, BoxKind, Form

if TYPE_CHECKING:
    from pilkades_desk.panitia.meja import Meja


class DeskWindow:
    """Owns the frame; everything shown is read anew when a page is opened."""

    def __init__(self, meja: "Meja", ask: Ask) -> None:
        self._meja = meja
        self._ask = ask
        self._first: DeskContent | None = DeskContent(meja)
        self.frame = MainWindow(self._first.window(), self._make_page)
        self.frame.page_opened.connect(self._refresh)
        self.frame.theme_requested.connect(choose_theme)
        self.frame.help_requested.connect(self._show_help)
        self.frame.settings_requested.connect(self._show_settings)
        self.frame.riwayat_requested.connect(self._show_riwayat)
        self.frame.tell_opening(meja.pembukaan)

    def _make_page(self, number: int) -> QWidget:
        if not number:
            beranda = BerandaScreen(self._read_beranda)
            beranda.step_requested.connect(self._open)
            beranda.sheet_requested.connect(self._ask_sheet)
            beranda.kalender_requested.connect(self._open_kalender)
            return beranda
        step = STEPS[number - 1]
        make_screen, make_acts = load_screen(step)
        page: QWidget = make_screen(make_acts(self._meja, *self._ways(step.folder)), self._ask)
        return page

    def _ways(self, folder: str) -> tuple[Callable[..., object], ...]:
        # whoever types a form may change without closing the file; destroyed data shut the desk
        ways: dict[str, tuple[Callable[..., object], ...]] = {
            "pemilih": (self.frame.loket_requested.emit,),
            "penghitungan": (self._seat,),
            "panitia": (self._ask_sheet, self.frame.lock_requested.emit, self._seat),
        }
        return ways.get(folder, ())

    def _seat(self, meja: "Meja") -> None:
        self._meja = meja
        self.frame.forget_other_pages()
        self.frame.show_isi(DeskContent(meja).window())

    def _read_beranda(self) -> IsiBeranda:
        # the frame was made from this same reading a moment ago; later ones read anew
        content, self._first = self._first or DeskContent(self._meja), None
        self.frame.show_isi(content.window())
        return content.beranda()

    def _open(self, number: int) -> None:
        self.frame.open_page(number)

    def _open_kalender(self) -> None:
        from pilkades_desk.panitia.screen import PanitiaScreen

        self.frame.open_page(1)
        page = self.frame.stack.currentWidget()
        if isinstance(page, PanitiaScreen):
            page.tabs.open_view(page.kalender)

    def _ask_sheet(self) -> None:
        self.frame.sheet_requested.emit()

    def _refresh(self, number: int) -> None:
        if number:  # Beranda reads for both when it is shown
            self.frame.show_isi(DeskContent(self._meja).window())

    def _show_help(self, number: int) -> None:
        self._help = HelpWindow(self.frame, max(1, number))
        self._help.show()

    def _show_riwayat(self) -> None:
        from pilkades_desk.app.wiring_riwayat import RIWAYAT, village_riwayat

        self.frame.show_aside(village_riwayat(self._meja, self._ask), *RIWAYAT)

    def _show_settings(self) -> None:
        now = lock_after()
        words = next((words for words, after in CHOICES.items() if after == now), "")
        form = Form(
            "Pengaturan",
            f"Data pemilihan ada di {self._meja.folder}."
            f" Profil peraturan: {self._meja.profil.nama}.",
            "Simpan",
            (
                Box(
                    "kunci",
                    "Layar terkunci sendiri bila tidak disentuh",
                    BoxKind.CHOICE,
                    words,
                    hint="Berlaku sejak masuk berikutnya. Tema dipilih dengan tombol lingkaran.",
                    choices=tuple(CHOICES),
                ),
            ),
        )
        answers = self._ask.form(form)
        if answers is not None:
            choose_lock_after(CHOICES[answers["kunci"]])

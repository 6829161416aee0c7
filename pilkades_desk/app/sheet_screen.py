"""A new recovery sheet: own password → printed and typed back, on a page of its own."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal

from pilkades_desk.app.first_run_pages import FormPage, LembarPage
from pilkades_desk.app.wizard import Wizard
from pilkades_desk.core.errors import AccessError, PilkadesError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.form import PasswordField

NAMES = ("Kata sandi", "Lembar pemulihan")
SANDI, LEMBAR = range(2)


@dataclass(frozen=True, slots=True)
class SheetActs:
    """What the pages may do: make a code with the own password, print it, prove it from paper."""

    make: Callable[[str], str]
    print_sheet: Callable[[str], None]
    confirm: Callable[[str], None]


class SandiPage(FormPage):
    """The own password."""

    def __init__(self) -> None:
        super().__init__(
            "Lembar pemulihan baru",
            "Lembar yang lama berhenti berlaku. Siapkan pencetak, atau dua lembar kertas dan pena.",
        )
        self.sandi = PasswordField()
        self.filled.addWidget(self.add("sandi", "Kata sandi Anda", self.sandi))


class SheetScreen(Wizard):
    """Makes the code between both pages; leaving the second one early leaves it unproven."""

    cancelled = Signal()

    def __init__(self, acts: SheetActs) -> None:
        self._acts = acts
        self.sandi = SandiPage()
        self.lembar = LembarPage(self._print_sheet)
        super().__init__("printer", "Pilkades Desk", NAMES, (self.sandi, self.lembar))
        self.lembar.paper_confirmed.connect(self._allow_next)
        self._job.finished.connect(self._show_code)
        self.back.setText(" Batal")
        self.back.setAccessibleName("Batal")
        self._turn_to(SANDI, "Buat lembar baru")
        self.sandi.sandi.setFocus()

    def _go_back(self) -> None:
        self.cancelled.emit()

    def _go_on(self) -> None:
        if self.page == LEMBAR:
            if prove(self.lembar, self._acts.confirm):
                self.finished.emit()
            return
        typed = self.sandi.sandi.text()

        def work(progress: Progress) -> str:  # noqa: ARG001 -- key derivations have no steps
            return self._acts.make(typed)

        self._job.start(work)

    def _show_code(self, code: str) -> None:
        self.sandi.sandi.clear()
        self._turn_to(LEMBAR, "Selesai")
        self.next.setEnabled(False)
        self.lembar.show_code(code)

    def _print_sheet(self, code: str) -> None:
        try:
            self._acts.print_sheet(code)
        except PilkadesError as error:
            self._banner.tell_error(error)


def prove(lembar: LembarPage, confirm: Callable[[str], None]) -> bool:
    """Tell whether the code typed from paper opened the file; the fault stands at the field."""
    try:
        confirm(lembar.ketik.text())
    except AccessError as error:
        lembar.show_faults({"kode": f"{error.sentence} {error.hint}"})
        return False
    return True

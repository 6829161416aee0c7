"""Step 5's screen: where every form stands, the next deed, who is typing, and the recap."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QStackedWidget

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.qt.ask import Ask, Question
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.step_page import StepPage
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.view_tabs import ViewTabs
from pilkades_desk.kits.qt.widgets import icon_label, label
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import Akun
from pilkades_desk.penghitungan.entry_screen import EntryActs, EntryScreen
from pilkades_desk.penghitungan.forms import (
    PASSWORD,
    PERSON,
    REASON,
    change_form,
    faults,
    finalise_form,
    withdraw_form,
    withdraw_question,
)
from pilkades_desk.penghitungan.lembar import LembarKetik, RekapDesa
from pilkades_desk.penghitungan.side_screen import FormCard, GalatCard, PapanHasil
from pilkades_desk.penghitungan.status import Langkah, StatusForm
from pilkades_desk.penghitungan.table_model import BarisForm, FormModel, RekapModel
from pilkades_desk.penghitungan.values import FormFinal, FormSiap, Tahap
from pilkades_desk.penghitungan.wording import KATA, langkah_text, sesudah_text

LEAST = 112
"""Pixels of the header and two rows, so that table and side fit one above the other."""


@dataclass(frozen=True)
class PenghitunganActs:
    """What the overview asks the desk of whoever sits at it."""

    entry: EntryActs
    who: Callable[[], Akun]
    accounts: Callable[[], tuple[Akun, ...]]
    log_in: Callable[[str, str], object]
    """Opens another person's desk; slow, and changes nothing yet."""
    take_seat: Callable[[object], None]
    """Lets the person of that desk type from now on."""
    read_states: Callable[[], tuple[StatusForm, ...]]
    read_rekap: Callable[[], RekapDesa]
    show_findings: Callable[[int], tuple[Finding, ...]]
    mark_paper_stands: Callable[[int, str, str], None]
    reset_entry: Callable[[int, str], None]
    read_ready: Callable[[int], FormSiap]
    finalise: Callable[[FormSiap, str, str], FormFinal]
    """Closes a form for whoever sits here and a second person by name and password."""
    read_form: Callable[[int], FormFinal]
    approvers: Callable[[Aksi], tuple[str, ...]]
    """Names the accounts of others that may be the second person of an act."""
    withdraw: Callable[[FormFinal, str, tuple[str, str]], None]
    """Takes back what was shown, with a reason and the second person's name and password."""


class PenghitunganScreen(StepPage):
    """The forms of all units, or the recap of the final ones."""

    def __init__(
        self, acts: PenghitunganActs, ask: Ask, open_lembar: Callable[[LembarKetik], None]
    ) -> None:
        super().__init__()
        self._acts = acts
        self._ask = ask
        self._open_lembar = open_lembar
        self._rekap: RekapModel | None = None
        self._found: tuple[Finding, ...] = ()
        self._fill_toolbar()
        self._forms = FormModel(self)
        self.table = self.tabs.add_view("Formulir", Table("Formulir per TPS", self._forms))
        self.table.setMinimumHeight(LEAST)
        self._rekap_view = self.tabs.add_view("Rekap", QStackedWidget())
        self.add_body(self.tabs)
        self._fill_side()
        self._login, self._closing, self._opening = Job(self), Job(self), Job(self)
        self.add_work("Memeriksa kata sandi", self._login)
        self.add_work("Memfinalkan formulir", self._closing)
        self.add_work("Menarik formulir", self._opening)
        self._login.finished.connect(self._sit_down)
        self._closing.finished.connect(self._closed)
        self._opening.finished.connect(self._withdrawn)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.table.activated.connect(self._do_deed)
        self.tabs.currentChanged.connect(self._turn)

    def reload(self) -> None:
        """Read where every form stands; the chosen row stays chosen."""
        chosen = self.table.currentIndex().row()
        try:
            forms = self._acts.read_states()
            desa = self._acts.read_rekap() if forms else None
            akun = self._acts.who()
            names = {one.id: one.nama_lengkap for one in self._acts.accounts()}
        except PilkadesError as error:
            self.banner.tell_error(error)
            return
        self._who.setText(f"Pengetik: {akun.nama_lengkap}")
        self._forms.show_forms(forms, names)
        if desa:
            self._show_rekap(desa)
        if forms:
            self.table.selectRow(min(max(chosen, 0), len(forms) - 1))
        self._show_chosen()
        final = sum(form.tahap is Tahap.FINAL for form in forms)
        self.say_count(f"{final} dari {len(forms)} formulir final")

    def say_finished(self, unit: int) -> None:
        """Say what has become of the form somebody just finished typing."""
        for row in range(self._forms.rowCount()):
            status = self._forms.value_at(row).status
            if status.unit == unit:
                self.banner.tell(KATA[status.tahap].nada, sesudah_text(status))

    def _fill_toolbar(self) -> None:
        self.tabs = ViewTabs("Formulir atau rekap")
        self.add_tool(self.tabs.bar)
        self.add_tool(icon_label("user-check", "muted", 18))
        self._who = self.add_tool(label("", "strong"))
        self.add_action("Ganti pengetik", self._change_person, icon="users")
        self.deed = self.add_action("Mulai entri 1", self._do_deed, look="primary")

    def _fill_side(self) -> None:
        self.card = FormCard(self._return_to_paper, self._reset, self._withdraw)
        self.galat = GalatCard(self._mark, self._show_chosen)
        self.papan = PapanHasil()
        self._beside = QStackedWidget()
        self._beside.setMinimumHeight(LEAST)
        for piece in (self.card, self.galat, self.papan):
            self._beside.addWidget(piece)
        self.add_side(self._beside)

    def _show_rekap(self, desa: RekapDesa) -> None:
        model = self._rekap
        if model is None or model.suara != len(desa.nama):
            model = self._rekap = RekapModel(len(desa.nama), self)
            table = Table("Rekap desa", model)
            table.setMinimumHeight(LEAST)
            self._rekap_view.setCurrentIndex(self._rekap_view.addWidget(table))
        model.show_rekap(desa)
        self.papan.show_desa(desa)

    def _turn(self, _view: int) -> None:
        self._show_chosen()

    def _choose(self, _at: QModelIndex, _before: QModelIndex) -> None:
        self._show_chosen()

    def _chosen(self) -> BarisForm | None:
        at = self.table.currentIndex()
        return self._forms.value_at(at.row()) if at.isValid() else None

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        on_forms = self.tabs.currentWidget() is self.table
        self._beside.setCurrentWidget(self.card if on_forms else self.papan)
        self.card.show_form(chosen)
        self.table.scrollTo(self.table.currentIndex())
        deed = chosen.status.langkah if chosen else None
        words = langkah_text(chosen.status) if chosen and deed else ""
        self.deed.setText(words)
        self.deed.setAccessibleName(words)
        self.deed.setVisible(on_forms and bool(words))

    def _do_deed(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        unit = chosen.status.unit
        match chosen.status.langkah:
            case Langkah.JELASKAN:
                self._explain(unit)
            case Langkah.KETIK_ULANG:
                self._type(self._acts.entry.open_retyping, unit)
            case Langkah.FINALKAN:
                self._finalise(chosen.status)
            case Langkah.KETIK:
                self._type(self._acts.entry.open_entry, unit)

    def _type(self, open_lembar: Callable[[int], LembarKetik], unit: int) -> None:
        self._try(lambda: self._open_lembar(open_lembar(unit)))

    def _return_to_paper(self) -> None:
        if chosen := self._chosen():
            self._type(self._acts.entry.open_entry, chosen.status.unit)

    def _explain(self, unit: int) -> None:
        """Show figures to whoever may answer for the paper; it costs them the right to type."""

        def show() -> None:
            self._found = self._acts.show_findings(unit)
            self.galat.show_findings(self._found)
            self._beside.setCurrentWidget(self.galat)

        if self._ask.confirm(_LOOK):
            self._try(show)

    def _mark(self) -> None:
        """Ask a reason for every open error in turn; each is kept as soon as it is given."""
        chosen = self._chosen()
        if chosen is None:
            return
        for kode in dict.fromkeys(one.code for one in self._found if one.is_error):
            texts = " ".join(one.text for one in self._found if one.code == kode)
            alasan = self._ask.text(
                f"{kode}: kertas memang begini?", f"{texts} {_REASON}", least=10
            )
            mark = partial(self._acts.mark_paper_stands, chosen.status.unit, kode, alasan or "")
            if alasan is None or not self._try(mark):
                break
        self.reload()

    def _reset(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        alasan = self._ask.text(f"Atur ulang {chosen.status.nama}?", _RESET, least=10)
        if alasan is not None:
            self._try(lambda: self._acts.reset_entry(chosen.status.unit, alasan))
            self.reload()

    def _finalise(self, status: StatusForm) -> None:
        def ask() -> None:
            siap = self._acts.read_ready(status.unit)
            answers = self._ask.form(
                finalise_form(siap, status.nama, self._acts.approvers(Aksi.FINALKAN_FORM)), faults
            )
            if answers and not self._closing.is_busy:
                self._closing.start(
                    lambda _progress: self._acts.finalise(siap, answers[PERSON], answers[PASSWORD])
                )

        self._try(ask)

    def _closed(self, final: FormFinal) -> None:
        self.reload()
        self.say_finished(final.unit)

    def _withdraw(self) -> None:
        """Show what is taken back, then ask the reason and the second person."""
        chosen = self._chosen()
        if chosen is None or self._opening.is_busy:
            return
        status = chosen.status

        def ask() -> None:
            final = self._acts.read_form(status.unit)
            if not self._ask.confirm(withdraw_question(final, status.nama)):
                return
            answers = self._ask.form(
                withdraw_form(status.nama, self._acts.approvers(Aksi.TARIK_FORM)), faults
            )
            if answers:
                second = answers[PERSON], answers[PASSWORD]
                self._opening.start(
                    lambda _progress: self._acts.withdraw(final, answers[REASON], second)
                )

        self._try(ask)

    def _withdrawn(self, _none: object) -> None:
        self.reload()
        self.banner.tell("ok", "Formulir final ditarik.", _AGAIN)

    def _change_person(self) -> None:
        here = self._acts.who().id
        others = tuple(akun.nama for akun in self._acts.accounts() if akun.id != here)
        answers = self._ask.form(change_form(others), faults)
        if answers and not self._login.is_busy:
            self._login.start(
                lambda _progress: self._acts.log_in(answers[PERSON], answers[PASSWORD])
            )

    def _sit_down(self, desk: object) -> None:
        self._acts.take_seat(desk)
        self.banner.hide()
        self.reload()

    def _try(self, act: Callable[[], object]) -> bool:
        """Do something short; an expected failure is said and leaves the page as it is."""
        try:
            act()
        except PilkadesError as error:
            self.banner.tell_error(error)
            return False
        self.banner.hide()
        return True


class PenghitunganPages(QStackedWidget):
    """The overview, and the form in its place while somebody types."""

    def __init__(self, acts: PenghitunganActs, ask: Ask) -> None:
        super().__init__()
        self.overview = PenghitunganScreen(acts, ask, self._open)
        self.entry = EntryScreen(acts.entry, ask)
        self.addWidget(self.overview)
        self.addWidget(self.entry)
        self.entry.closed.connect(self._close)

    def _open(self, lembar: LembarKetik) -> None:
        self.setCurrentWidget(self.entry)
        self.entry.show_lembar(lembar)

    def _close(self, finished: int) -> None:
        self.setCurrentWidget(self.overview)
        self.overview.say_finished(finished)
        self.overview.table.setFocus()


def make_screen(acts: PenghitunganActs, ask: Ask) -> PenghitunganPages:
    """Make step 5's page."""
    return PenghitunganPages(acts, ask)


_LOOK = Question(
    "Lihat angka galat?",
    "Yang melihat angkanya tidak boleh mengetik formulir ini sesudahnya.",
    "Lihat galat",
)
_REASON = "Tulis mengapa; alasan ini dicetak pada berita acara."
_RESET = "Kedua entri dibuang dan diketik lagi dari awal. Tulis alasannya."

_AGAIN = "Ketik lagi dari kertas; berita acaranya ikut ditarik."

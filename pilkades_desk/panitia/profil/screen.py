"""The profile on the page of step 1: all values, the chosen one in full, two buttons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Ask
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.form import choice
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.page import SidePage
from pilkades_desk.kits.qt.step_page import SearchField
from pilkades_desk.kits.qt.table_view import ROW_HEIGHT, Table
from pilkades_desk.kits.qt.widgets import Card, button, column, label, row
from pilkades_desk.panitia.forms import SECOND, SECOND_PASSWORD
from pilkades_desk.panitia.profil import forms
from pilkades_desk.panitia.profil.table_model import profil_model
from pilkades_desk.panitia.profil.values import BarisProfil, IsiProfil, Pergantian

DETAIL_HIGH = 118  # pixels: four lines; the longest values scroll
TITLE = "Profil peraturan"
ALL, ASSUMED = "Semua nilai", "Hanya asumsi"
NOTHING = "Pilih satu baris untuk melihat apa yang ditentukannya."


@dataclass(frozen=True, slots=True)
class ProfilActs:
    """What may be done with the profile, bound to the open desk.

    `text` gives name and text of a profile that is shipped, `open` of a file; `replace` takes them
    with the second person's account and password and gives the desk that works by it, for `take`.
    `refusal` says why a replacement comes too late.
    """

    read: Callable[[], IsiProfil]
    keep: Callable[[Sequence[BarisProfil], str, bool], tuple[BarisProfil, ...]]
    may_confirm: Callable[[], bool]
    may_replace: Callable[[], bool]
    confirm: Callable[[Sequence[str]], object]
    text: Callable[[str], tuple[str, str]]
    open: Callable[[Path], tuple[str, str]]
    preview: Callable[[str, str], Pergantian]
    refusal: Callable[[Pergantian], tuple[str, str] | None]
    approvers: Callable[[], tuple[str, ...]]
    replace: Callable[[tuple[str, str], Pergantian, tuple[str, str]], object]
    take: Callable[[object], None]


class ProfilPanel(QWidget):
    """Shows the profile and asks what it needs; `job` is where the second password is derived."""

    changed = Signal()
    """Values were confirmed or replaced; what else says something of them is read anew."""

    def __init__(self, acts: ProfilActs, ask: Ask, banner: Banner) -> None:
        super().__init__()
        self._acts = acts
        self._ask = ask
        self._banner = banner
        self._isi: IsiProfil | None = None
        self.job = Job(self)
        self.job.finished.connect(self._replaced)
        self.search = SearchField("Cari di profil", "Cari aturan, nilai, atau dasar")
        self.filter = choice((ALL, ASSUMED))
        self.filter.setAccessibleName("Saring nilai")
        self.confirm = button("Konfirmasi asumsi", self._confirm, icon="circle-check")
        self.replace = button("Ganti profil …", self._replace, icon="refresh-cw")
        self._model = profil_model(self)
        self.table = Table("Nilai profil peraturan", self._model)
        self.table.setMinimumHeight(3 * ROW_HEIGHT)
        self._lay_out()
        self.search.searched.connect(self._show_rows)
        self.filter.currentIndexChanged.connect(self._show_rows)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)

    def reload(self) -> None:
        """Read the profile anew and keep the chosen row."""
        self._isi = self._acts.read()
        kept = self.table.currentIndex().row()
        self._show_rows()
        if 0 <= kept < self._model.rowCount():
            self.table.selectRow(kept)
        waiting = len(self._isi.menunggu)
        self.confirm.setEnabled(bool(waiting) and self._acts.may_confirm())
        self.confirm.setToolTip("" if waiting else "Tidak ada asumsi yang menunggu.")
        self.replace.setEnabled(self._acts.may_replace())

    @property
    def words(self) -> str:
        """Say which profile this is and how much of it is assumed."""
        if self._isi is None:
            return ""
        assumed = sum(one.asumsi for one in self._isi.baris)
        return (
            f"{self._isi.label} · {len(self._isi.baris)} nilai · {assumed} asumsi ·"
            f" {len(self._isi.menunggu)} menunggu konfirmasi"
        )

    def _lay_out(self) -> None:
        self._title, self._says, self._basis, self._until = (
            label("", look, wrap=True) for look in ("heading", "", "", "muted")
        )
        detail = SidePage(Card(self._title, self._says, self._basis, self._until, spacing=4))
        detail.setFixedHeight(DETAIL_HIGH)
        tools = row(self.search, self.filter, None, self.confirm, self.replace)
        filled = column(tools, self.table, detail, spacing=10)
        filled.setStretch(1, 1)
        self.setLayout(filled)

    @Slot()
    def _show_rows(self) -> None:
        rows = self._isi.baris if self._isi else ()
        only = self.filter.currentText() == ASSUMED
        self._model.show_values(self._acts.keep(rows, self.search.text(), only))
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        at = self.table.currentIndex()
        one = self._model.value_at(at.row()) if at.isValid() else None
        self._title.setText(f"{one.kunci.sebutan}: {one.nilai}" if one else "Profil peraturan")
        self._says.setText(one.kunci.arti if one else NOTHING)
        self._basis.setText(f"Dasar: {one.dasar} ({one.keadaan})" if one else "")
        self._basis.setVisible(one is not None)
        self._until.setText(_until(one) if one else "")
        self._until.setVisible(one is not None)

    @Slot()
    def _confirm(self) -> None:
        waiting = self._isi.menunggu if self._isi else ()
        names = ", ".join(
            one.kunci.sebutan
            for one in (self._isi.baris if self._isi else ())
            if one.kunci.nama in waiting
        )
        if not self._ask.confirm(forms.confirm_question(len(waiting), names)):
            return
        try:
            self._acts.confirm(waiting)
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        self.changed.emit()
        self._banner.tell("ok", f"{len(waiting)} asumsi dikonfirmasi.", "Tercatat di riwayat.")

    @Slot()
    def _replace(self) -> None:
        answers = self._ask.form(forms.choice_form())
        if answers is None:
            return
        try:
            text = self._text(answers[forms.PROFIL])
            seen = self._acts.preview(*text) if text else None
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        if text and seen:
            self._ask_second(text, seen)

    def _text(self, chosen: str) -> tuple[str, str] | None:
        if chosen != forms.BERKAS:
            return self._acts.text(chosen)
        path = self._ask.choose_file("Pilih profil peraturan", forms.TOML)
        return self._acts.open(path) if path else None

    def _ask_second(self, text: tuple[str, str], seen: Pergantian) -> None:
        refusal = self._acts.refusal(seen)
        second = self._acts.approvers()
        if refusal:
            self._banner.tell("bad", *refusal)
        elif not second:
            self._banner.tell(
                "bad", "Profil diganti dua orang.", "Tambahkan akun orang kedua dahulu."
            )
        elif (answers := self._ask.form(forms.replace_form(seen, second))) is not None:
            both = answers[SECOND], answers[SECOND_PASSWORD]
            self.job.start(partial(self._work, text, seen, both))

    def _work(
        self,
        text: tuple[str, str],
        seen: Pergantian,
        both: tuple[str, str],
        progress: Progress,  # noqa: ARG002 -- one key derivation has no steps
    ) -> object:
        return self._acts.replace(text, seen, both)

    @Slot(object)
    def _replaced(self, desk: object) -> None:
        self._acts.take(desk)
        self.changed.emit()
        self._banner.tell("ok", "Profil diganti.", "Periksa nilai yang masih asumsi.")


def _until(one: BarisProfil) -> str:
    when = one.kunci.tahap.sebutan
    words = f"Sudah dipakai sejak {when}." if one.mulai else f"Dapat diganti sampai {when}."
    if not one.kunci.dipakai:
        words += " Program belum memakai nilai ini."
    if one.dari_acuan:
        words += " Tidak ada di profil pemilihan ini; diambil dari acuan nasional."
    return f"{words} Kunci: {one.kunci.nama}"

"""The card of accounts, on step 1's page and on the kabupaten desk's: add, change, reset, end."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from pilkades_desk.core.clock import Zona
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Answers, Ask
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.page import ScrollPage
from pilkades_desk.kits.qt.step_page import StepPage
from pilkades_desk.kits.qt.table_view import ROW_HEIGHT, Table
from pilkades_desk.kits.qt.widgets import Card, button, chip, column, label, row
from pilkades_desk.panitia import forms
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.table_model import akun_model
from pilkades_desk.panitia.values import Akun, Peran


@dataclass(frozen=True, slots=True)
class AkunActs:
    """What may be done with accounts, bound to the open desk; checks give the fault of each box.

    `own` is the number of the account at the desk; `approvers` names who may be the second person
    of an act about an account.
    """

    zona: Zona
    own: int
    roles: tuple[Peran, ...]
    read: Callable[[], tuple[Akun, ...]]
    may: Callable[[Aksi], bool]
    approvers: Callable[[Aksi, Akun | None], tuple[str, ...]]
    check_new: Callable[[Answers], Mapping[str, str]]
    add: Callable[[Answers], str]
    check_change: Callable[[Answers], Mapping[str, str]]
    change: Callable[[Answers], None]
    check_reset: Callable[[Akun, Answers], Mapping[str, str]]
    reset: Callable[[Akun, Answers], None]
    deactivate: Callable[[Akun, Answers], None]
    check_approval: Callable[[Answers], Mapping[str, str]]
    new_sheet: Callable[[], None]
    sheet_is_proven: Callable[[], bool]


class AccountsCard(QWidget):
    """Shows who can open the file and asks what it needs; work runs in the page's job."""

    def __init__(self, acts: AkunActs, ask: Ask, job: Job) -> None:
        super().__init__()
        self._acts = acts
        self._ask = ask
        self._job = job
        self._model = akun_model(acts.zona, self)
        self._table = Table("Akun", self._model)
        self._table.setMinimumHeight(5 * ROW_HEIGHT)
        self.add = button("Tambah akun", self._add, icon="plus")
        self.change = button("Ganti kata sandi saya", self._change, icon="key-round")
        self.reset = button("Atur ulang", self._reset, icon="refresh-cw")
        self.deactivate = button("Nonaktifkan", self._deactivate, icon="lock")
        self.sheet = button("Lembar pemulihan baru", acts.new_sheet, icon="printer")
        self._unproven = chip("Lembar pemulihan belum dibuktikan", "warn")
        card = Card(
            row(label("Akun", "heading"), self._unproven, None, self.add),
            self._table,
            row(self.reset, self.deactivate, None),
            row(self.change, self.sheet, None),
            spacing=10,
        )
        self.setLayout(column(card, spacing=0))
        self._table.selectionModel().currentRowChanged.connect(self._allow)

    def reload(self) -> None:
        """Read the accounts anew and keep the chosen one."""
        kept = self._table.currentIndex().row()
        self._model.show_values(self._acts.read())
        mine = self._acts.may(Aksi.GANTI_LEMBAR_PEMULIHAN)
        self._unproven.setVisible(mine and not self._acts.sheet_is_proven())
        if kept >= 0:
            self._table.selectRow(kept)
        self._allow()

    @property
    def count(self) -> int:
        """Count the accounts shown."""
        return self._model.rowCount()

    def _chosen(self) -> Akun | None:
        index = self._table.currentIndex()
        return self._model.value_at(index.row()) if index.isValid() else None

    def _allow(self) -> None:
        akun, may = self._chosen(), self._acts.may
        other = akun is not None and akun.id != self._acts.own
        _offer(self.reset, other and may(Aksi.ATUR_ULANG_AKUN), "Pilih akun orang lain dahulu.")
        active = other and akun is not None and akun.aktif
        _offer(
            self.deactivate, active and may(Aksi.NONAKTIFKAN_AKUN), "Pilih akun aktif orang lain."
        )
        self.add.setEnabled(may(Aksi.TAMBAH_AKUN))
        self.change.setEnabled(may(Aksi.GANTI_SANDI))
        self.sheet.setVisible(may(Aksi.GANTI_LEMBAR_PEMULIHAN))

    def _add(self) -> None:
        form = forms.account_form(self._acts.roles)
        typed = self._ask.form(form, self._acts.check_new)
        if typed is None:
            return
        second = self._acts.approvers(Aksi.TAMBAH_AKUN, None) if self.count > 1 else ()
        about = f"Akun {typed['nama']} untuk {typed['nama_lengkap']}, peran {typed['peran']}."
        approved = self._ask.form(forms.approval_form("Tambah akun", about, second))
        if approved is not None:
            words = f"{typed['nama_lengkap']} ditambahkan."
            self._start(partial(self._acts.add, typed | approved), words)

    def _change(self) -> None:
        typed = self._ask.form(forms.change_form(), self._acts.check_change)
        if typed is not None:
            self._start(partial(self._acts.change, typed), "Kata sandi Anda diganti.")

    def _reset(self) -> None:
        akun = self._chosen()
        if akun is None:
            return
        check = partial(self._acts.check_reset, akun)
        typed = self._ask.form(forms.reset_form(akun.nama), check)
        if typed is None:
            return
        about = f"Akun {akun.nama} ({akun.nama_lengkap}) mendapat kunci dan kata sandi baru."
        approved = self._approve(Aksi.ATUR_ULANG_AKUN, akun, ("Atur ulang akun", about))
        if approved is not None:
            reset = partial(self._acts.reset, akun, typed | approved)
            self._start(reset, f"Akun {akun.nama} diatur ulang.")

    def _deactivate(self) -> None:
        akun = self._chosen()
        if akun is None:
            return
        about = f"Akun {akun.nama} ({akun.nama_lengkap}) tidak membuka pemilihan lagi."
        approved = self._approve(Aksi.NONAKTIFKAN_AKUN, akun, ("Nonaktifkan akun", about))
        if approved is not None:
            end = partial(self._acts.deactivate, akun, approved)
            words = "Bila ia pernah memegang lembar pemulihan, buat lembar baru sekarang."
            self._start(end, f"Akun {akun.nama} dinonaktifkan. {words}")

    def _approve(self, aksi: Aksi, akun: Akun, words: tuple[str, str]) -> Answers | None:
        second = self._acts.approvers(aksi, akun)
        form = forms.approval_form(*words, second, names=not second)
        return self._ask.form(form, self._acts.check_approval)

    def _start(self, do: Callable[[], object], words: str) -> None:
        def work(progress: Progress) -> str:  # noqa: ARG001 -- key derivations have no steps
            do()
            return words

        self._job.start(work)


class AccountsPage(StepPage):
    """The card alone, as a page of the kabupaten's desk."""

    def __init__(self, acts: AkunActs, ask: Ask) -> None:
        super().__init__()
        self._job = Job(self)
        self._job.finished.connect(self._welcome)
        self.add_work("Menyimpan dengan kata sandi baru …", self._job)
        self.accounts = AccountsCard(acts, ask, self._job)
        self.add_body(ScrollPage(self.accounts, margin=0))
        self._job.busy_changed.connect(self.accounts.setDisabled)

    def reload(self) -> None:
        """Read everything anew."""
        self.accounts.reload()
        self.say_count(f"{self.accounts.count} akun")

    def _welcome(self, sentence: str) -> None:
        self.reload()
        self.banner.tell("ok", sentence)


def _offer(pressed: QPushButton, allowed: bool, why_not: str) -> None:
    pressed.setEnabled(allowed)
    pressed.setToolTip("" if allowed else why_not)

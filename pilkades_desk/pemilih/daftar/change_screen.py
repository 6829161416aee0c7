"""What is done to voters of the list: correct one, strike, change many, take a change back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.progress import Progress
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.ask import Answers, Ask
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.pemilih.daftar import forms
from pilkades_desk.pemilih.forms import PROOF, REASON, strike_form
from pilkades_desk.pemilih.repair_screen import LEAST_REASON
from pilkades_desk.pemilih.ubah.values import HasilUbah
from pilkades_desk.pemilih.values import AlasanCoret, Isian, PemilihTersamar

UNDO = "Urungkan"


@dataclass(frozen=True, slots=True)
class ChangeActs:
    """What may be done, bound to the open desk; `try_correction` changes nothing."""

    strike: Callable[[int, AlasanCoret, str], None]
    read_isian: Callable[[int], Mapping[Isian, str]]
    try_correction: Callable[[int, Mapping[Isian, str]], tuple[Finding, ...]]
    correct: Callable[[int, Mapping[Isian, str], str, str], HasilUbah]
    change_many: Callable[[Sequence[int], Mapping[Isian, str], str], HasilUbah]
    undo: Callable[[int], HasilUbah]


class ListChanges(QObject):
    """Asks, does, emits `changed`, then says what came of it and offers to take it back."""

    changed = Signal()

    def __init__(self, acts: ChangeActs, ask: Ask, banner: Banner) -> None:
        super().__init__(banner)
        self._acts = acts
        self._ask = ask
        self._banner = banner
        self._last = 0
        self.job = Job(self)
        self.job.finished.connect(self._tell_many)

    def correct(self, pemilih: PemilihTersamar) -> None:
        """Ask what is wrong of one voter and put it right."""
        try:
            isian = self._acts.read_isian(pemilih.id)
            check = _Check(isian, lambda typed: self._acts.try_correction(pemilih.id, typed))
            answers = self._ask.form(forms.correction_form(pemilih, isian), check)
            if answers is None:
                return
            typed = forms.retyped(isian, answers)
            hasil = self._acts.correct(pemilih.id, typed, answers[REASON], answers[PROOF])
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        self._told(hasil, f"{pemilih.nama} dikoreksi.")

    def strike(self, pemilih: PemilihTersamar) -> None:
        """Ask why one voter is struck off, or taken back."""
        asked = self._ask_reason(pemilih)
        if asked is None:
            return
        try:
            self._acts.strike(pemilih.id, *asked)
        except PilkadesError as error:
            self._banner.tell_error(error)
            return
        self.changed.emit()

    def change_many(self, ids: Sequence[int]) -> None:
        """Ask what many voters have instead, and change it off the window's thread."""

        def check(answers: Answers) -> Mapping[str, str]:
            return forms.reason_faults(answers, forms.typed_for_many(answers))

        if self.job.is_busy:
            return
        answers = self._ask.form(forms.many_form(len(ids)), check)
        if answers is None:
            return
        typed = forms.typed_for_many(answers)

        def work(progress: Progress) -> HasilUbah:  # noqa: ARG001 -- one unit of work has no steps
            return self._acts.change_many(ids, typed, answers[REASON])

        self.job.start(work)

    @Slot()
    def undo_last(self) -> None:
        """Take the change back that was made last here."""
        if self._last:
            self.undo(self._last)

    def undo(self, kelompok: int) -> None:
        """Take a change back off the window's thread."""
        if self.job.is_busy:
            return

        def work(progress: Progress) -> HasilUbah:  # noqa: ARG001 -- one unit of work has no steps
            return self._acts.undo(kelompok)

        self.job.start(work)

    @Slot(object)
    def _tell_many(self, hasil: HasilUbah) -> None:
        self._told(hasil, f"{angka(hasil.jumlah)} pemilih diubah.")

    def _told(self, hasil: HasilUbah, sentence: str) -> None:
        if hasil.ditolak:
            first = hasil.temuan[0]
            self._banner.tell("bad", f"{first.code}: {first.text}", first.do_now)
            return
        self._last = hasil.kelompok
        self.changed.emit()
        warnings = ", ".join(dict.fromkeys(one.code for one in hasil.temuan))
        self._banner.tell(
            "ok", sentence, f"Peringatannya sekarang: {warnings}." if warnings else ""
        )
        self._banner.offer(UNDO, self.undo_last)

    def _ask_reason(self, pemilih: PemilihTersamar) -> tuple[AlasanCoret, str] | None:
        if pemilih.coret:
            reason = self._ask.text(
                f"Batal coret {pemilih.nama}", "Tulis mengapa coretan dibatalkan.", LEAST_REASON
            )
            return None if reason is None else (AlasanCoret.BATAL_DICORET, reason)
        answers = self._ask.form(strike_form(pemilih))
        if answers is None:
            return None
        return AlasanCoret(answers[REASON]), answers[PROOF]


class _Check:
    """Finds what stands against a correction; warnings hold it up once, to be read."""

    def __init__(
        self,
        isian: Mapping[Isian, str],
        judge: Callable[[Mapping[Isian, str]], tuple[Finding, ...]],
    ) -> None:
        self._isian = isian
        self._judge = judge
        self._read: frozenset[str] = frozenset()

    def __call__(self, answers: Answers) -> Mapping[str, str]:
        typed = forms.retyped(self._isian, answers)
        faults = forms.reason_faults(answers, typed)
        found = self._judge(typed) if typed else ()
        faults |= forms.faults_of(found)
        warnings = frozenset(f"{one.code} {one.text}" for one in found if not one.is_error)
        if not faults and warnings - self._read:
            self._read |= warnings
            return {REASON: forms.warnings_of(found)}
        return faults

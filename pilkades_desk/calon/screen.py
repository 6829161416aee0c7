"""Step 3's screen: register, confirm or turn down, draw the numbers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QWidget

from pilkades_desk.calon import forms
from pilkades_desk.calon.detail_screen import DetailPanel
from pilkades_desk.calon.table_model import calon_model
from pilkades_desk.calon.values import BarisCalon, Calon, DaftarCalon, StatusCalon
from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Answers, Ask, FileKind, Question
from pilkades_desk.kits.qt.job import Job, Work
from pilkades_desk.kits.qt.page import SidePage
from pilkades_desk.kits.qt.step_page import StepPage
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.widgets import EmptyState, chip, icon_label, label, row
from pilkades_desk.panitia.rights import Aksi

PHOTOS = FileKind("Foto", ("jpg", "jpeg", "png", "webp"))


@dataclass(frozen=True, slots=True)
class CalonActs:
    """What the screen may do, bound to the open desk; checks give the fault of each box."""

    may: Callable[[Aksi], bool]
    read: Callable[[], DaftarCalon]
    read_photo: Callable[[int], bytes]
    check: Callable[[Answers], Mapping[str, str]]
    register: Callable[[Answers, Path | None], Calon]
    correct: Callable[[int, Answers, Path | None], Calon]
    confirm: Callable[[int], Calon]
    reject: Callable[[int, str], Calon]
    check_draw: Callable[[Sequence[int], str], tuple[Finding, ...]]
    draw: Callable[[Sequence[int], str], tuple[Calon, ...]]


class CalonScreen(StepPage):
    """Shows step 3 and asks what it needs."""

    def __init__(self, acts: CalonActs, ask: Ask) -> None:
        super().__init__()
        self._acts = acts
        self._ask = ask
        self._seen = DaftarCalon((), ())
        self._drawn = self.add_tool(chip("NOMOR URUT SUDAH DIUNDI", "ok"))
        self._drawn.hide()
        self.register_button = self.add_action("Daftarkan calon", self._register, icon="plus")
        self.draw_button = self.add_action(
            "Undi nomor urut", self._draw, look="primary", icon="clipboard-list"
        )
        self.job = Job(self)
        self.job.finished.connect(self._tell_kept)
        self.add_work("Menyimpan berkas dan foto …", self.job)
        self._model = calon_model(self)
        self.table = self.add_body(Table("Pendaftar dan calon", self._model))
        self.general = label("", wrap=True)
        self._general_line = self.add_body(QWidget(), 0)
        self._general_line.setLayout(
            row(icon_label("triangle-alert", "warn"), self.general, spacing=10)
        )
        self._general_line.hide()
        self.detail = DetailPanel(self._confirm, self._reject, self._correct)
        self.add_side(SidePage(self.detail))
        self._empty = self.add_empty(
            EmptyState("user-check", "Belum ada pendaftar", "Daftarkan bakal calon dari berkasnya.")
        )
        self._first = self._empty.offer("Daftarkan calon", self._register, "plus")
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)

    def reload(self) -> None:
        """Read everything anew and keep the chosen row."""
        kept = max(0, self.table.currentIndex().row())
        seen = self._seen = self._acts.read()
        self._model.show_values(seen.baris)
        lines = (f"{each.code} · {each.text} {each.do_now}" for each in seen.temuan)
        self.general.setText("\n".join(lines))
        self._general_line.setVisible(bool(seen.temuan))
        may_register = self._acts.may(Aksi.DAFTAR_CALON)
        self._drawn.setVisible(seen.diundi)
        self.register_button.setVisible(bool(seen.baris) and not seen.diundi)
        self.draw_button.setVisible(bool(seen.baris) and not seen.diundi)
        self.register_button.setEnabled(may_register)
        self._first.setEnabled(may_register)
        self.draw_button.setEnabled(bool(seen.ditetapkan) and self._acts.may(Aksi.UNDI_NOMOR))
        if not seen.baris:
            self.show_empty(self._empty)
            self.say_count("")
            return
        self.show_body()
        self.table.selectRow(min(kept, len(seen.baris) - 1))
        self.say_count(f"{len(seen.baris)} pendaftar · {len(seen.ditetapkan)} ditetapkan")

    def _chosen(self) -> BarisCalon | None:
        index = self.table.currentIndex()
        return self._model.value_at(index.row()) if index.isValid() else None

    @Slot(QModelIndex)
    def _show_chosen(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        baris = self._model.value_at(index.row())
        calon = baris.calon
        jpeg = self._acts.read_photo(calon.id) if calon.foto else b""
        self.detail.show_baris(baris, jpeg)
        decide = not self._seen.diundi and self._acts.may(Aksi.TETAPKAN_CALON)
        self.detail.allow(
            confirm=decide and calon.status is StatusCalon.BAKAL,
            reject=decide and calon.status is not StatusCalon.DITOLAK,
            correct=not self._seen.diundi and self._acts.may(Aksi.DAFTAR_CALON),
        )

    @Slot()
    def _register(self) -> None:
        answers = self._ask.form(forms.register_form(), self._acts.check)
        if answers is None:
            return
        path = self._ask.choose_file(f"Pilih pasfoto {answers['nama']}", PHOTOS)

        def work(progress: Progress) -> Calon:  # noqa: ARG001 -- one photo has no steps
            return self._acts.register(answers, path)

        self._keep(work)

    @Slot()
    def _correct(self) -> None:
        baris = self._chosen()
        if baris is None:
            return
        calon = baris.calon
        answers = self._ask.form(forms.register_form(baris.berkas), self._acts.check)
        if answers is None:
            return
        path = self._ask.choose_file(f"Ganti pasfoto {answers['nama']} (boleh batal)", PHOTOS)

        def work(progress: Progress) -> Calon:  # noqa: ARG001 -- one photo has no steps
            return self._acts.correct(calon.id, answers, path)

        self._keep(work)

    def _keep(self, work: Work) -> None:
        self.banner.hide()
        self.job.start(work)

    @Slot(object)
    def _tell_kept(self, calon: Calon) -> None:
        self.reload()
        places = [baris.calon.id for baris in self._seen.baris]
        self.table.selectRow(places.index(calon.id))
        self.banner.tell("ok", f"Berkas {calon.nama} disimpan.", "Periksa temuannya.")

    @Slot()
    def _confirm(self) -> None:
        baris = self._chosen()
        if baris is None:
            return
        calon = baris.calon
        question = Question(
            "Tetapkan calon", f"{calon.nama} ditetapkan sebagai calon kepala desa.", "Tetapkan"
        )
        if self._ask.confirm(question):
            self._try(lambda: self._acts.confirm(calon.id), f"{calon.nama} ditetapkan.")

    @Slot()
    def _reject(self) -> None:
        baris = self._chosen()
        if baris is None:
            return
        calon = baris.calon
        reason = self._ask.text(
            f"Tolak {calon.nama}", "Tulis alasannya; alasan ini dicatat pada F-12.", 3
        )
        if reason is not None:
            self._try(lambda: self._acts.reject(calon.id, reason), f"{calon.nama} ditolak.")

    @Slot()
    def _draw(self) -> None:
        calon = self._seen.ditetapkan
        wrong = next((found for found in self._seen.temuan if found.is_error), None)
        if wrong:
            self.banner.tell("bad", f"{wrong.code}: {wrong.text}", wrong.do_now)
            return
        answers = self._ask.form(forms.draw_form(calon), self._draw_faults)
        if answers is None:
            return
        order = forms.drawn_order(answers, calon)
        if self._ask.confirm(forms.draw_question(order, calon)):
            basis = answers.get(forms.BASIS, "")
            self._try(lambda: self._acts.draw(order, basis), "Nomor urut dicatat.")

    def _draw_faults(self, answers: Answers) -> Mapping[str, str]:
        order = forms.drawn_order(answers, self._seen.ditetapkan)
        found = self._acts.check_draw(order, answers.get(forms.BASIS, ""))
        return forms.draw_faults(order, found)

    def _try(self, act: Callable[[], object], done: str) -> None:
        try:
            act()
        except PilkadesError as error:
            self.banner.tell_error(error)
            return
        self.reload()
        self.banner.tell("ok", done)


def make_screen(acts: CalonActs, ask: Ask) -> CalonScreen:
    """Make the screen of step 3."""
    return CalonScreen(acts, ask)

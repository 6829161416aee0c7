"""The page of restoring: which backups there are, what one would bring, and who agrees."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from pilkades_desk.kits.qt.ask import Answers, Ask, Box, BoxKind, FileKind, Form
from pilkades_desk.kits.qt.page import SidePage
from pilkades_desk.kits.qt.step_page import SIDE_WIDTH
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.widgets import Card, EmptyState, button, label
from pilkades_desk.kits.qt.work_page import WorkPage
from pilkades_desk.panitia.cadangan import Ditemukan
from pilkades_desk.panitia.cadangan_pulih import Dipulihkan, Orang, Pratinjau
from pilkades_desk.panitia.forms import OWN, SECOND, SECOND_PASSWORD, second_boxes
from pilkades_desk.panitia.table_model import cadangan_model

KIND = FileKind("Cadangan Pilkades", ("pilkades-cadangan",))
_FIRST = "akun"


@dataclass(frozen=True, slots=True)
class PulihActs:
    """What the page may do, bound to one folder."""

    find: Callable[[], tuple[Ditemukan, ...]]
    preview: Callable[[Path], Pratinjau]
    describe: Callable[[Pratinjau], str]
    restore: Callable[[Pratinjau, Sequence[Orang]], Dipulihkan]


class PulihScreen(WorkPage):
    """Emits `restored` with what was done, or `left` when nothing is to change."""

    restored = Signal(object)
    left = Signal()

    def __init__(self, acts: PulihActs, ask: Ask) -> None:
        super().__init__("Memeriksa cadangan …")
        self._acts = acts
        self._ask = ask
        self._seen: Pratinjau | None = None
        self._found: tuple[Ditemukan, ...] = ()
        self._model = cadangan_model(self)
        self.add_tool(button("Kembali", self.left.emit, icon="chevron-left"))
        self.add_tool(label("Pulihkan dari cadangan", "heading"))
        self.add_action("Cari berkas lain …", self._choose_file, icon="folder-open")
        self._table = self.add_body(Table("Cadangan yang ditemukan", self._model))
        self._table.selectionModel().currentRowChanged.connect(self._open_row)
        self._empty = self.add_empty(
            EmptyState(
                "archive",
                "Tidak ada cadangan di laptop ini",
                "Pasang flashdisk cadangan, atau cari berkasnya.",
            )
        )
        self._title = label("Pilih cadangan", "heading", wrap=True)
        self._words, self._warning = label("", wrap=True), label("", "strong", wrap=True)
        self.restore = button(
            "Pulihkan cadangan ini", self._restore, look="primary", icon="history"
        )
        self.restore.setEnabled(False)
        card = Card(
            self._title, self._words, self._warning, _kept(), self.restore, None, spacing=10
        )
        side = self.add_side(SidePage(card))
        side.setMaximumWidth(SIDE_WIDTH)

    def reload(self) -> None:
        """Look for backups in all places."""
        found = self._acts.find()
        if found != self._found:  # else the chosen row would be let go
            self._found = found
            self._model.show_values(found)
        if found or self._seen:
            self.show_body()
        else:
            self.show_empty(self._empty)
        self.say_count(f"{len(self._found)} cadangan ditemukan, yang terbaru di atas")

    def open_file(self, path: Path) -> None:
        """Prove one file and show what it would bring."""
        self._forget()

        def look() -> Pratinjau:
            return self._acts.preview(path)

        self.start_act(look, self._show)

    def _open_row(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.open_file(self._found[index.row()].path)

    def _choose_file(self) -> None:
        path = self._ask.choose_file("Cari cadangan", KIND)
        if path is not None:
            self.open_file(path)

    def _forget(self) -> None:
        self._seen = None
        self._title.setText("Pilih cadangan")
        self._words.clear()
        self._warning.clear()
        self.restore.setEnabled(False)

    def _show(self, seen: Pratinjau) -> None:
        self._seen = seen
        self.show_body()
        self._title.setText(seen.about.asal.nama)
        self._words.setText(self._acts.describe(seen))
        self._warning.setText("\n".join(f"{one.text} {one.do_now}" for one in seen.temuan))
        self.restore.setEnabled(True)
        self.restore.setFocus()

    def _restore(self) -> None:
        seen = self._seen
        if seen is None:
            return
        answers = self._ask.form(_form(seen))
        if answers is None:
            return
        people = _people(answers)

        def work() -> Dipulihkan:
            return self._acts.restore(seen, people)

        self.start_act(work, self.restored.emit)


def _form(seen: Pratinjau) -> Form:
    own = (
        Box(_FIRST, "Akun", BoxKind.CHOICE, choices=seen.akun),
        Box(OWN, "Kata sandi saat cadangan dibuat", BoxKind.PASSWORD),
    )
    alone = not seen.perlu_dua
    return Form(
        "Pulihkan cadangan",
        "Masukkan kata sandi." if alone else "Dua orang memasukkan kata sandi masing-masing.",
        "Pulihkan",
        own if alone else (*own, *second_boxes(tuple(reversed((*seen.akun, *seen.saksi))))),
    )


def _people(answers: Answers) -> list[Orang]:
    people = [(answers[_FIRST], answers[OWN])]
    if SECOND in answers:
        people.append((answers[SECOND], answers[SECOND_PASSWORD]))
    return people


def _kept() -> QWidget:
    return label(
        "Berkas sekarang tidak dihapus, tetapi disimpan di map 'sebelum-pulih'.",
        "muted",
        wrap=True,
    )

"""The count form as the paper looks, typed with one hand on the keys and the eyes on the paper.

Each box is kept when it is left. A second reading shows no figure of an entry and counts at its
end, all boxes or none, because a reading cannot be taken back.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.qt.ask import Ask, Question
from pilkades_desk.kits.qt.entry_box import EntryRow
from pilkades_desk.kits.qt.step_page import StepPage
from pilkades_desk.kits.qt.widgets import Card, button, column, icon_label, label, row
from pilkades_desk.penghitungan.findings import fields_of, typist_text
from pilkades_desk.penghitungan.lembar import LembarKetik
from pilkades_desk.penghitungan.values import BAGIAN, Isian, Jenis, isian_text, parse_isian

WIDE = 760
ROOM = 90
"""Pixels kept in sight above and below the box being typed."""
_JAM = "Ketik jam seperti di kertas, misalnya 07.05 atau 0705."
_ANGKA = "Ketik angka bulat, paling besar 99999."


@dataclass(frozen=True)
class EntryActs:
    """What typing asks the desk for."""

    open_entry: Callable[[int], LembarKetik]
    open_retyping: Callable[[int], LembarKetik]
    save_field: Callable[[int, str, int | None], None]
    finish_entry: Callable[[int], tuple[Finding, ...]]
    discard_entry: Callable[[int], None]
    keep_reading: Callable[[int, str, int | None], None]
    retype_fields: Callable[[int, Mapping[str, int | None]], None]
    who: Callable[[], str]


class EntryScreen(StepPage):
    """One person types one form."""

    closed = Signal(int)  # the unit that was finished, or 0

    def __init__(self, acts: EntryActs, ask: Ask) -> None:
        super().__init__()
        self._acts = acts
        self._ask = ask
        self._lembar: LembarKetik | None = None
        self._saved: dict[str, int] = {}
        self.rows: dict[str, EntryRow] = {}
        self._fill_toolbar()
        self._area = self.add_body(_scrolling())
        self._notice = self.add_empty(_Notice(self._return_to_paper, self._close))

    def show_lembar(self, lembar: LembarKetik) -> None:
        """Show one sheet and go to its first empty box."""
        self._lembar = lembar
        self._saved = dict(lembar.isi)
        self.banner.hide()
        for finding in lembar.peringatan:
            self.banner.tell("warn", f"{finding.code}: {finding.text}", finding.do_now)
        kind = "Ketik ulang" if lembar.is_ulang else f"Entri {lembar.ke}"
        self._title.setText(f"{lembar.nama} · {kind}")
        self._who.setText(f"Pengetik: {self._acts.who()}")
        self._put_rows(lembar)
        self.show_body()
        self._show_actions(entry=not lembar.is_ulang, done=True)
        self._say_progress()
        self._focus(self._first_empty(lembar.isian) or lembar.isian[0].id)

    def _fill_toolbar(self) -> None:
        self._title = self.add_tool(label("", "heading"))
        self.add_tool(icon_label("user-check", "muted", 18))
        self._who = self.add_tool(label("", "strong"))
        self._discard = self.add_action("Buang entri", self._throw_away, look="quiet")
        self._shut = self.add_action("Tutup", self._close)
        self.done = self.add_action("Selesai mengetik", self._finish, look="primary", icon="check")
        self.done.setAutoDefault(True)  # so that Enter presses it after the last box

    def _show_actions(self, *, entry: bool, done: bool) -> None:
        self._discard.setVisible(entry)
        self._shut.setVisible(done)
        self.done.setVisible(done)

    def _put_rows(self, lembar: LembarKetik) -> None:
        self.rows = {}
        cards: list[QWidget] = []
        for bagian, boxes in groupby(lembar.isian, key=lambda isian: isian.bagian):
            rows = [self._make_row(isian, lembar.isi.get(isian.id)) for isian in boxes]
            cards.append(Card(label(f"{bagian}  {BAGIAN[bagian]}", "heading"), *rows, spacing=6))
        inner = QWidget()
        inner.setMaximumWidth(WIDE)
        filled = column(_how(lembar), *cards, None, spacing=12)
        filled.setContentsMargins(0, 0, 12, 0)
        inner.setLayout(filled)
        self._area.setWidget(_page(inner))
        self._chain()

    def _make_row(self, isian: Isian, nilai: int | None) -> EntryRow:
        hour = isian.jenis is Jenis.JAM
        made = EntryRow(
            isian.label,
            partial(parse_isian, isian),
            _JAM if hour else _ANGKA,
            "jam.menit" if hour else "",
        )
        made.box.setText(isian_text(isian, nilai))
        made.box.walked.connect(partial(self._walk, isian.id))
        made.box.left.connect(partial(self._keep, isian))
        self.rows[isian.id] = made
        return made

    def _chain(self) -> None:
        """Tab goes from the last box to the finish button, as Enter does."""
        boxes = [made.box for made in self.rows.values()]
        for before, after in zip(boxes, [*boxes[1:], self.done], strict=True):
            QWidget.setTabOrder(before, after)

    def _walk(self, isian_id: str, way: int) -> None:
        names = list(self.rows)
        if not self._keep(self._isian(isian_id)):
            self.rows[isian_id].box.selectAll()
            return
        at = names.index(isian_id) + way
        if at == len(names):
            self.done.setFocus(Qt.FocusReason.TabFocusReason)
        elif at >= 0:
            self._focus(names[at])

    def _keep(self, isian: Isian) -> bool:
        """Keep one box that was left; a bad figure is refused where it stands."""
        lembar, made = self._lembar, self.rows.get(isian.id)
        if lembar is None or made is None:
            return True
        try:
            nilai = made.read()
            if nilai != self._saved.get(isian.id):
                keep = self._acts.keep_reading if lembar.is_ulang else self._acts.save_field
                keep(lembar.unit, isian.id, nilai)
                self._remember(isian, nilai)
        except ValueError:
            return False
        except PilkadesError as error:
            made.show_fault("Belum tersimpan.")
            self.banner.tell_error(error)
            return False
        self._say_progress()
        return True

    def _remember(self, isian: Isian, nilai: int | None) -> None:
        self._saved.pop(isian.id, None)
        if nilai is not None:
            self._saved[isian.id] = nilai
        self.rows[isian.id].box.setText(isian_text(isian, nilai))

    def _finish(self) -> None:
        lembar = self._lembar
        if lembar is None:
            return
        bad = [isian.id for isian in lembar.isian if not self._keep(isian)]
        empty = self._first_empty([isian for isian in lembar.isian if isian.wajib])
        if bad or empty:
            self._focus(bad[0] if bad else empty)
            if not bad:
                self.banner.tell("warn", "Masih ada isian kosong.", "Kosong bukan nol.")
            return
        try:
            found = self._send(lembar)
        except PilkadesError as error:
            self.banner.tell_error(error)
            return
        if any(finding.is_error for finding in found):
            self._notice.show_findings(found, lembar)
            self.show_empty(self._notice)
            self._show_actions(entry=False, done=False)
            self._notice.back.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._leave(lembar.unit)

    def _send(self, lembar: LembarKetik) -> tuple[Finding, ...]:
        if lembar.is_ulang:
            isi = {isian.id: self.rows[isian.id].read() for isian in lembar.isian}
            self._acts.retype_fields(lembar.unit, isi)
            return ()
        return self._acts.finish_entry(lembar.unit)

    def _return_to_paper(self, first: str) -> None:
        if self._lembar is None:
            return
        try:
            self.show_lembar(self._acts.open_entry(self._lembar.unit))
        except PilkadesError as error:
            self.banner.tell_error(error)
            return
        self._focus(first)

    def _throw_away(self) -> None:
        if self._lembar is None or not self._ask.confirm(_DISCARD):
            return
        try:
            self._acts.discard_entry(self._lembar.unit)
        except PilkadesError as error:
            self.banner.tell_error(error)
            return
        self._leave(0)

    def _close(self) -> None:
        self._leave(0)

    def _leave(self, unit: int) -> None:
        self._lembar = None
        self.closed.emit(unit)

    def _first_empty(self, boxes: Sequence[Isian]) -> str:
        return next((isian.id for isian in boxes if not self.rows[isian.id].box.text()), "")

    def _isian(self, isian_id: str) -> Isian:
        boxes = self._lembar.isian if self._lembar else ()
        return next(isian for isian in boxes if isian.id == isian_id)

    def _focus(self, isian_id: str) -> None:
        box = self.rows[isian_id].box
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(box, 0, ROOM)

    def _say_progress(self) -> None:
        filled = sum(bool(made.box.text()) for made in self.rows.values())
        self.say_count(f"{filled} dari {len(self.rows)} isian")


class _Notice(QWidget):
    """What a typist is told after an entry that does not add up: where to look, and no more."""

    def __init__(self, go_back: Callable[[str], None], close: Callable[[], None]) -> None:
        super().__init__()
        self._go_back = go_back
        self._first = ""
        self._texts = label("", wrap=True)
        self.back = button("Kembali ke kertas", self._return, look="primary", icon="file-text")
        card = Card(
            label("Lihat lagi kertasnya", "heading"),
            self._texts,
            label("Bila kertas memang begini, panggil ketua. Jangan mengubah angka.", wrap=True),
            row(self.back, button("Tutup", close), None),
            spacing=12,
        )
        card.setMaximumWidth(WIDE)
        area = _scrolling()
        area.setWidget(_page(card))
        self.setLayout(column(area))

    def show_findings(self, found: Sequence[Finding], lembar: LembarKetik) -> None:
        """Name the boxes to read again, once each, without a figure."""
        wrong = [finding for finding in found if finding.is_error]
        texts = dict.fromkeys(typist_text(finding, lembar.isian) for finding in wrong)
        self._texts.setText("\n".join(f"•  {text}" for text in texts))
        names = {name for finding in wrong for name in fields_of(finding)}
        self._first = next(isian.id for isian in lembar.isian if isian.id in names)

    def _return(self) -> None:
        self._go_back(self._first)


def _scrolling() -> QScrollArea:
    made = QScrollArea()
    made.setProperty("look", "page")
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setWidgetResizable(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def _page(content: QWidget) -> QWidget:
    made = QWidget()
    made.setProperty("look", "page")
    made.setLayout(column(content, None))
    return made


def _how(lembar: LembarKetik) -> QWidget:
    words = (
        "Enter maju, Shift+Enter mundur. Kotak kosong di kertas dibiarkan kosong; kosong bukan nol."
    )
    if lembar.is_ulang:
        words = (
            "Baca isian ini sekali lagi dari kertas. Angka yang pernah diketik tidak ditampilkan. "
            "Yang kosong di kertas dibiarkan kosong."
        )
    return label(words, "muted", wrap=True)


_DISCARD = Question(
    "Buang entri ini?",
    "Semua angka yang Anda ketik pada formulir ini dibuang.",
    "Buang entri",
    is_grave=True,
)

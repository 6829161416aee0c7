"""The kabupaten's inbox: many bundles at once, each judged alone, and how far each village is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pilkades_desk.core.findings import Finding, FindingKind
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Ask
from pilkades_desk.kits.qt.findings_list import FindingsPanel
from pilkades_desk.kits.qt.table import TupleTableModel
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.work_page import WorkPage
from pilkades_desk.paket.asking import BUNDLE
from pilkades_desk.penerimaan.table_model import state_columns
from pilkades_desk.penerimaan.values import HasilTerima, KeadaanDesa, Masuk

LOW = 96


@dataclass(frozen=True, slots=True)
class InboxActs:
    """What the page may do, bound to the kabupaten's desk; a folder plays the stick."""

    read_states: Callable[[], tuple[KeadaanDesa, ...]]
    receive: Callable[[Sequence[Path], Progress], tuple[HasilTerima, ...]]
    answer: Callable[[Masuk, Path], Path]


class InboxScreen(WorkPage):
    """Receives bundles and writes receipts."""

    def __init__(self, acts: InboxActs, ask: Ask) -> None:
        super().__init__("Memeriksa paket, flashdisk jangan dicabut …")
        self._acts = acts
        self._ask = ask
        self.answer_button = self.add_action(
            "Tulis tanda terima", self._answer, icon="package-check"
        )
        self.add_action("Terima paket", self._receive, look="primary", icon="inbox")
        self._model = TupleTableModel(state_columns(received=True), self)
        self.table = self.add_body(Table("Keadaan desa", self._model))
        self.table.selectionModel().selectionChanged.connect(self._choose)
        self.findings = self.add_side(FindingsPanel())
        for piece in (self.table, self.findings):  # with both and a notice a small screen is full
            piece.setMinimumHeight(LOW)
        self.findings.hide()

    def reload(self) -> None:
        """Read the villages anew; keep the chosen one."""
        before = self._chosen()
        states = self._acts.read_states()
        self._model.show_values(states)
        for place, each in enumerate(states):
            if before is not None and each.desa == before.desa:
                self.table.selectRow(place)
        self._choose()
        came = sum(each.paket > 0 for each in states)
        self.say_count(f"{came} dari {len(states)} desa sudah mengirim")

    def _chosen(self) -> KeadaanDesa | None:
        rows = self.table.selectionModel().selectedRows()
        return self._model.value_at(rows[0].row()) if rows else None

    def _choose(self) -> None:
        chosen = self._chosen()
        self.answer_button.setEnabled(chosen is not None and chosen.terakhir is not None)

    def _receive(self) -> None:
        paths = self._ask.choose_files("Pilih paket dari flashdisk", BUNDLE)
        if paths:
            self.start(partial(self._acts.receive, paths), self._say_received)

    def _answer(self) -> None:
        chosen = self._chosen()
        masuk = chosen.terakhir if chosen else None
        folder = self._ask.choose_folder("Tulis tanda terima ke flashdisk") if masuk else None
        if masuk is not None and folder is not None:
            self.start_act(lambda: self._acts.answer(masuk, folder), self._say_answered)

    def _say_received(self, results: tuple[HasilTerima, ...]) -> None:
        got = [each.penerimaan for each in results if each.penerimaan is not None]
        again = sum(each.sudah for each in got)
        refused = len(results) - len(got)
        words = (
            (len(got) - again, "diterima"),
            (again, "sudah pernah diterima"),
            (refused, "ditolak"),
        )
        sentence = ", ".join(f"{count} paket {word}" for count, word in words if count)
        found = [one for each in results for one in _findings(each)]
        self.findings.show_findings(found)
        self.findings.setVisible(bool(found))
        hint = "Pilih desa, lalu tulis tanda terimanya." if got else ""
        tone = "ok" if not refused else "warn" if got else "bad"
        self.banner.tell(tone, f"{sentence or 'Tidak ada paket diterima'}.", hint)

    def _say_answered(self, path: Path) -> None:
        self.banner.tell("ok", "Tanda terima ditulis, USB aman dicabut.", path.name)


def _findings(each: HasilTerima) -> tuple[Finding, ...]:
    if each.penerimaan is not None:
        return each.penerimaan.temuan
    # a refusal is shown like any other finding, under the name of its file
    kind = FindingKind(each.kode, "{kalimat}", each.petunjuk, "docs/format-paket.md")
    return (kind.at(each.berkas, kalimat=each.kalimat),)

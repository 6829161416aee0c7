"""Step 4's screen: share the DPT out, look at what is wrong, lock, see who votes where."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.ask import Answers, Ask, Box, BoxKind, Form, Question
from pilkades_desk.kits.qt.findings_list import FindingsPanel
from pilkades_desk.kits.qt.icons import wear
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.latest import Latest
from pilkades_desk.kits.qt.print_page import PrintPage
from pilkades_desk.kits.qt.step_page import SIDE_WIDTH, StepPage
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.view_tabs import ViewTabs
from pilkades_desk.kits.qt.widgets import EmptyState, column, icon_label, label, row
from pilkades_desk.pemilih.values import DptTersamar
from pilkades_desk.tps.print_screen import PrintLists, ask_lists
from pilkades_desk.tps.table_model import PemilihModel, UnitModel
from pilkades_desk.tps.values import StatusTps

LEAST = 112
"""Pixels of the header and two rows, so that both tables fit one above the other."""


@dataclass(frozen=True)
class TpsActs:
    """What this screen asks the desk for."""

    read_status: Callable[[], StatusTps]
    plan_units: Callable[[int, Sequence[str]], object]
    lock_units: Callable[[], object]
    check_units: Callable[[], tuple[Finding, ...]]
    read_unit_pemilih: Callable[[int], tuple[DptTersamar, ...]]
    print_lists: PrintLists
    choose_printer: Callable[[str], QPrinter | None]
    may_print: bool


class TpsScreen(StepPage):
    """The units, what is wrong with them, and the voters of the chosen one."""

    def __init__(self, acts: TpsActs, ask: Ask) -> None:
        super().__init__()
        self._acts = acts
        self._ask = ask
        self._status: StatusTps | None = None
        self._fill_toolbar()
        self._model = UnitModel(self)
        self.table = self.add_body(Table("Unit hitung", self._model))
        self.table.setMinimumHeight(LEAST)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self._fill_side()
        self._empty = EmptyState(
            "map-pin", "DPT belum dibagi", "Bagi DPT menjadi TPS menurut RT dan RW."
        )
        self._empty.offer("Bagi DPT", self._plan, "map-pin")
        self.add_empty(self._empty)
        self.printing = self.add_printing(PrintPage(ask, self.banner, acts.choose_printer))
        self._write, self._check, self._look = Job(self), Latest(self), Latest(self)
        self.add_work("Menyimpan pembagian", self._write)
        self._write.finished.connect(self._written)
        self._check.answered.connect(self._show_findings)
        self._look.answered.connect(self._show_pemilih)
        for reading in (self._check, self._look):
            reading.failed.connect(self.banner.tell_failure)

    def reload(self) -> None:
        """Read plan and units; what takes longer follows off the window's thread."""
        self._status = None
        try:
            self._status = self._acts.read_status()
        except PilkadesError as error:
            self.banner.tell_error(error)
        status = self._status
        self._model.show_units(status.units if status else ())
        self._say_state(status)
        self._say_count(status)
        self._clear_side()
        if status is None or status.rencana is None:
            self.show_empty(self._empty)
            return
        self.show_body()
        self._check.ask(self._acts.check_units)

    def _fill_toolbar(self) -> None:
        self._icon = self.add_tool(icon_label("map-pin", "muted", 20))
        self._state = self.add_tool(label("", "strong"))
        self._share = self.add_action("Bagi ulang", self._plan, icon="map-pin")
        self._print = self.add_action("Cetak", self._print_lists, icon="printer")
        self._lock = self.add_action("Kunci pembagian", self._seal, look="primary", icon="lock")

    def _fill_side(self) -> None:
        self._tabs = ViewTabs("Temuan atau pemilih")
        self._findings = self._tabs.add_view("Temuan", FindingsPanel())
        self._pemilih = PemilihModel(self)
        self._list = self._tabs.add_view("Pemilih", Table("Pemilih unit", self._pemilih))
        self._tabs.setMinimumHeight(LEAST)
        side = QWidget()
        side.setMinimumWidth(SIDE_WIDTH)
        side.setLayout(column(row(self._tabs.bar, None), self._tabs, spacing=8))
        self.add_side(side)

    def _clear_side(self) -> None:
        self._look.forget()
        self._check.forget()
        self._findings.show_findings(())
        self._pemilih.show_pemilih(())
        self._tabs.say(self._findings, "Temuan")
        self._tabs.say(self._list, "Pemilih")
        self._tabs.allow(self._list, allowed=False)
        self._tabs.open_view(self._findings)

    def _say_state(self, status: StatusTps | None) -> None:
        words, icon, tone = "BELUM TERBAGI", "map-pin", "muted"
        if status and status.rencana:
            words, icon, tone = _LOCKED if status.terkunci else _SPLIT
        self._state.setText(words)
        wear(self._icon, icon, tone, 20)
        for act in (self._share, self._lock):
            act.setVisible(status is not None and status.rencana is not None)
            act.setEnabled(status is not None and not status.terkunci)
        self._print.setVisible(status is not None and status.terkunci)
        self._print.setEnabled(self._acts.may_print)

    def _say_count(self, status: StatusTps | None) -> None:
        words = [f"{angka(status.pemilih)} pemilih di DPT"] if status else []
        if status and status.rencana:
            sheets = sum(unit.surat_suara for unit in status.units)
            words += [f"{len(status.units)} TPS", f"{angka(sheets)} surat suara"]
            words += [f"pembagian ke-{status.rencana.versi}"]
        self.say_count(" · ".join(words))

    def _plan(self) -> None:
        if self._status is None:
            self.reload()
            return
        answers = self._ask.form(_plan_form(self._status), _faults)
        if answers is None:
            return
        jumlah, lokasi = int(answers["jumlah"]), _places(answers["lokasi"])
        self._start(lambda: self._acts.plan_units(jumlah, lokasi))

    def _seal(self) -> None:
        if self._ask.confirm(_LOCK):
            self._start(self._acts.lock_units)

    def _print_lists(self) -> None:
        index = self.table.currentIndex()
        chosen = self._model.value_at(index.row()).nomor if index.isValid() else None
        wanted = ask_lists(self._ask, self._status.units if self._status else (), chosen)
        if wanted is not None:
            self.printing.draw(lambda progress: self._acts.print_lists(*wanted, progress))

    def _start(self, act: Callable[[], object]) -> None:
        if not self._write.is_busy:
            self._write.start(lambda _progress: act())

    def _written(self, _value: object) -> None:
        self.banner.hide()
        self.reload()

    def _choose(self, at: QModelIndex, _before: QModelIndex) -> None:
        nomor = self._model.value_at(at.row()).nomor if at.isValid() else None
        if nomor is not None:
            self._look.ask(lambda: (nomor, self._acts.read_unit_pemilih(nomor)))

    def _show_pemilih(self, found: tuple[int, tuple[DptTersamar, ...]]) -> None:
        nomor, daftar = found
        self._pemilih.show_pemilih(daftar)
        self._tabs.say(self._list, f"Pemilih {self._model.value_at(nomor - 1).nama}")
        self._tabs.allow(self._list, allowed=True)
        self._tabs.open_view(self._list)

    def _show_findings(self, found: tuple[Finding, ...]) -> None:
        self._findings.show_findings(found)
        self._tabs.say(self._findings, f"Temuan ({len(found)})" if found else "Temuan")


def make_screen(acts: TpsActs, ask: Ask) -> TpsScreen:
    """Make step 4's page."""
    return TpsScreen(acts, ask)


_SPLIT = ("TERBAGI, belum dikunci", "lock-open", "info")
_LOCKED = ("TERKUNCI", "lock", "ok")
_LOCK = Question(
    "Kunci pembagian TPS?",
    "Sesudah dikunci tidak ada pemilih yang pindah TPS, dan formulir dapat diketik. "
    "Kunci ini tidak dapat dibuka lagi.",
    "Kunci pembagian",
    is_grave=True,
)


def _plan_form(status: StatusTps) -> Form:
    lokasi = "; ".join(unit.lokasi for unit in status.units) if status.units else ""
    return Form(
        "Bagi DPT menjadi TPS",
        f"{angka(status.pemilih)} pemilih dibagi menurut RT dan RW; satu keluarga tidak dipisah.",
        "Bagi DPT",
        (
            Box("jumlah", "Jumlah TPS", BoxKind.NUMBER, str(len(status.units) or status.usul)),
            Box(
                "lokasi",
                "Lokasi (boleh kosong)",
                value=lokasi if lokasi.strip("; ") else "",
                hint="Berurutan menurut nomor TPS, dipisah titik koma: Balai Desa; SD Negeri 1",
            ),
        ),
    )


def _faults(answers: Answers) -> Mapping[str, str]:
    jumlah = answers["jumlah"]
    if not jumlah.isdecimal() or int(jumlah) == 0:
        return {"jumlah": "Isi jumlah TPS, paling sedikit 1."}
    return {}


def _places(text: str) -> list[str]:
    return [place.strip() for place in text.split(";")] if text.strip() else []

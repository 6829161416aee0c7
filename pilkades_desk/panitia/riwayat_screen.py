"""The log as people read it: filters, one sentence an entry, what verifying found on top."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from pilkades_desk.core.clock import Zona
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.ask import Ask, Box, BoxKind, Form
from pilkades_desk.kits.qt.findings_list import FindingsPanel
from pilkades_desk.kits.qt.form import choice, chosen_day, day_field
from pilkades_desk.kits.qt.step_page import SearchField
from pilkades_desk.kits.qt.table_view import Table
from pilkades_desk.kits.qt.widgets import label, row
from pilkades_desk.kits.qt.work_page import WorkPage
from pilkades_desk.panitia.kalimat import AKSES, Kelompok, acts_of
from pilkades_desk.panitia.periksa import Laporan
from pilkades_desk.panitia.table_model import riwayat_model
from pilkades_desk.panitia.values import BarisRiwayat, SaringRiwayat

EVERYTHING, EVERYBODY, ACCESS = "Semua kejadian", "Semua akun", "Membuka atau mengekspor"
FINDINGS_HIGH = 190  # pixels: one finding in full, the others scroll
LOW = 96


@dataclass(frozen=True, slots=True)
class RiwayatActs:
    """What the page may do, bound to the open desk; a folder plays the stick."""

    zona: Zona
    opened: tuple[Finding, ...]
    may: Callable[[], bool]
    read_names: Callable[[], Mapping[int, str]]
    read_days: Callable[[], tuple[date, date]]
    find: Callable[[SaringRiwayat], Sequence[int]]
    read: Callable[[Sequence[int]], Sequence[BarisRiwayat]]
    verify: Callable[[], Laporan]
    compare: Callable[[Path], Laporan]
    export: Callable[[Path], Path]
    write_akses: Callable[[date, Path], Path]


class RiwayatScreen(WorkPage):
    """Shows the log, newest first."""

    def __init__(self, acts: RiwayatActs, ask: Ask) -> None:
        super().__init__("Memeriksa riwayat …")
        self._acts = acts
        self._ask = ask
        self._names = dict(acts.read_names())
        self._found: tuple[Finding, ...] = acts.opened
        self.search = self.add_tool(SearchField("Cari di riwayat", "Cari kejadian atau nama"))
        self.add_action("Periksa", self._verify, icon="shield-check")
        self.add_action("Bandingkan", self._compare, icon="usb")
        self.akses_button = self.add_action("Lembar akses", self._write_akses, icon="printer")
        self.export_button = self.add_action("Ekspor", self._export, icon="download")
        for each in (self.akses_button, self.export_button):
            each.setEnabled(acts.may())
        self.findings = self.add_body(FindingsPanel())
        self.findings.setMinimumHeight(LOW)
        self.findings.setMaximumHeight(FINDINGS_HIGH)
        self.add_body(self._make_filters(), 0)
        self._model = riwayat_model(acts.zona, acts.read, self)
        self.table = self.add_body(Table("Riwayat", self._model))
        self.table.setMinimumHeight(LOW)
        self._whole = self.add_body(label("", wrap=True), 0)
        self._connect()

    def reload(self) -> None:
        """Show what was found and read the list anew."""
        self.findings.setVisible(bool(self._found))
        self.findings.show_findings(self._found)
        self._show_list()

    def _make_filters(self) -> QWidget:
        first, last = self._days = self._acts.read_days()
        self.kind = choice((EVERYTHING, ACCESS, *Kelompok))
        self.account = choice((EVERYBODY, *self._names.values()))
        self.since, self.until = day_field(first), day_field(last)
        named = (
            (self.kind, "Saring kejadian"),
            (self.account, "Saring akun"),
            (self.since, "Dari hari"),
            (self.until, "Sampai hari"),
        )
        for field, name in named:
            field.setAccessibleName(name)
        holder = QWidget()
        holder.setLayout(
            row(self.kind, self.account, self.since, label("sampai", "muted"), self.until, None)
        )
        return holder

    def _connect(self) -> None:
        self.search.searched.connect(self._show_list)
        for each in (self.kind, self.account):
            each.currentIndexChanged.connect(self._show_list)
        for day in (self.since, self.until):
            day.dateChanged.connect(self._show_list)
        self.table.selectionModel().currentRowChanged.connect(self._show_whole)

    def _wanted(self) -> SaringRiwayat:
        at = self.account.currentIndex()
        since, until = chosen_day(self.since), chosen_day(self.until)
        first, last = self._days  # from end to end no day need be looked at, which is much faster
        return SaringRiwayat(
            aksi=self._acts_wanted(),
            akun=list(self._names)[at - 1] if at else None,
            dari=since if since > first else None,
            sampai=until if until != last else None,
            teks=self.search.text(),
        )

    def _acts_wanted(self) -> tuple[str, ...] | None:
        kind = self.kind.currentText()
        if kind == EVERYTHING:
            return None
        return tuple(AKSES) if kind == ACCESS else acts_of(Kelompok(kind))

    def _show_list(self) -> None:
        seqs = self._acts.find(self._wanted())
        self._model.show_ids(seqs)
        self._whole.hide()
        self.say_count(f"{angka(len(seqs))} langkah ditampilkan, yang terbaru di atas")

    def _show_whole(self) -> None:
        index = self.table.currentIndex()
        self._whole.setText(self._model.value_at(index.row()).kalimat if index.isValid() else "")
        self._whole.setVisible(index.isValid())

    def _verify(self) -> None:
        self.start_act(self._acts.verify, self._say_verified)

    def _compare(self) -> None:
        place = self._ask.choose_folder("Pilih flashdisk untuk dibandingkan")
        if place is not None:
            self.start_act(lambda: self._acts.compare(place), self._say_verified)

    def _export(self) -> None:
        place = self._ask.choose_folder("Ekspor riwayat ke flashdisk")
        if place is not None:
            self.start_act(lambda: self._acts.export(place), self._say_written)

    def _write_akses(self) -> None:
        day = Box("sejak", "Sejak hari", BoxKind.DATE, self._acts.read_days()[0].isoformat())
        words = (
            "Siapa masuk, melihat data pribadi, atau mengekspor. Untuk pemberitahuan 3 × 24 jam."
        )
        answers = self._ask.form(Form("Lembar akses", words, "Pilih tempat", (day,)))
        place = self._ask.choose_folder("Tulis lembar akses") if answers else None
        if answers is not None and place is not None:
            since = date.fromisoformat(answers["sejak"])
            self.start_act(lambda: self._acts.write_akses(since, place), self._say_written)

    def _say_verified(self, laporan: Laporan) -> None:
        self._found = laporan.temuan
        self.reload()
        compared = laporan.dibandingkan
        more = f"Sama dengan {compared} paket dan tanda terima di flashdisk." if compared else ""
        if laporan.utuh:
            self.banner.tell("ok", f"Riwayat {angka(laporan.kepala.seq)} langkah utuh.", more)
        else:
            wrong = sum(each.is_error for each in laporan.temuan)
            self.banner.tell("bad", f"Riwayat tidak utuh: {wrong} galat.", "Lihat temuan di bawah.")

    def _say_written(self, path: Path) -> None:
        self.banner.tell("ok", "Tertulis; flashdisk aman dicabut.", path.name)

"""Plays the use cases of the report and the register on values in memory."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from pilkades_desk.berita_acara.daftar import (
    ButirLampiran,
    IsianSurat,
    JenisKeberatan,
    Keberatan,
    Kelengkapan,
)
from pilkades_desk.berita_acara.keberatan import check_keberatan
from pilkades_desk.berita_acara.keterangan import keberatan_words, missing_count, missing_words
from pilkades_desk.berita_acara.laporan_screen import LaporanActs
from pilkades_desk.core.clock import Zona
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Answers
from pilkades_desk.kits.qt.print_page import Printout
from tests.kits.test_qt_printing import A4, Pages

CAME = datetime(2027, 2, 4, 3, 0, tzinfo=UTC)


class ReportDesk:
    """Remembers what was typed, decided and drawn."""

    def __init__(self) -> None:
        self.typed: list[Answers] = []
        self.register: list[Keberatan] = []
        self.drawn: list[str] = []
        self.fault: Exception | None = None

    def acts(self) -> LaporanActs:
        return LaporanActs(
            read_enclosures=lambda: (
                ButirLampiran(nama="F-27 BA", kelengkapan=Kelengkapan.ADA, ditanya=False),
                ButirLampiran(nama="Tata tertib", kelengkapan=Kelengkapan.KURANG, ditanya=True),
            ),
            say_count=missing_count,
            say_missing=missing_words,
            read_form=lambda: (
                IsianSurat(nama="kepada", label="Kepada", nilai="Ketua BPD"),
                IsianSurat(nama="set", label="Set", nilai="5", angka=True),
                IsianSurat(nama="Tata tertib", label="Tata tertib", pilihan=("belum", "ada")),
            ),
            check_form=lambda answers: {} if answers["kepada"] else {"kepada": "Tulis."},
            save_form=self.save,
            read_putusan=self.read_putusan,
            check_putusan=lambda answers: {} if answers["dasar"] else {"dasar": "Tulis."},
            second_of_putusan=lambda: ("sekretaris",),
            save_putusan=self.save,
            read_keberatan=lambda: tuple(self.register),
            say_keberatan=lambda one: keberatan_words(one, Zona.WIB),
            say_deadline=lambda: "30 hari kalender (asumsi)",
            read_now=lambda: ("2027-02-04", "10.00"),
            check_keberatan=check_keberatan,
            add_keberatan=self.add,
            decide=self.decide,
            draw_letter=self.draw,
            draw_register=lambda progress: self.draw("register", progress),
            draw_tanda_terima=lambda nomor, progress: self.draw(f"tanda terima {nomor}", progress),
        )

    def save(self, answers: Answers) -> None:
        if self.fault:
            raise self.fault
        self.typed.append(answers)

    def read_putusan(self) -> tuple[IsianSurat, ...]:
        if self.fault:
            raise self.fault
        names = ("1. Siti Uji", "2. Joko Uji")
        return (
            IsianSurat(nama="calon", label="Calon terpilih", nilai=names[0], pilihan=names),
            IsianSurat(nama="dasar", label="Keputusan tertulis"),
        )

    def add(self, answers: Answers) -> Keberatan:
        one = Keberatan(
            nomor=len(self.register) + 1,
            diterima=CAME,
            pemohon=answers["pemohon"],
            jenis=JenisKeberatan(answers["jenis"]),
            pokok=answers["pokok"],
            batas=CAME.date() + timedelta(days=30),
        )
        self.register.append(one)
        return one

    def decide(self, nomor: int, putusan: str, diputus: date) -> Keberatan:
        made = self.register[nomor - 1].model_copy(update={"putusan": putusan, "diputus": diputus})
        self.register[nomor - 1] = made
        return made

    def draw(self, name: str, _progress: Progress) -> tuple[Printout, ...]:
        self.drawn.append(name)
        return (Printout(name, f"{name}.pdf", Pages(A4), _nowhere, _nothing),)


def _nowhere(_path: Path) -> None:
    """Write nothing."""


def _nothing(_copies: int) -> None:
    """Record nothing."""

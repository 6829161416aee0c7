"""What comes back from outside about a document: signed PDFs, signed paper, the code on it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from pilkades_desk.berita_acara.basah import BasahBaru
from pilkades_desk.berita_acara.dokumen import Dokumen, Tempat
from pilkades_desk.berita_acara.forms import (
    PILIH,
    code_answers,
    code_faults,
    code_form,
    wet_answers,
    wet_faults,
    wet_form,
)
from pilkades_desk.berita_acara.kode_kertas import HasilKode, Tantangan
from pilkades_desk.kits.qt.ask import Ask, FileKind
from pilkades_desk.kits.qt.work_page import WorkPage

SIGNED = FileKind("PDF bertanda tangan", ("pdf",))
SCAN = FileKind("Pindaian", ("pdf", "jpg", "jpeg", "png"))


@dataclass(frozen=True, slots=True)
class KertasActs:
    """What may be done with what comes back, bound to the open desk."""

    receive: Callable[[Dokumen, Path], Dokumen]
    read_tempat: Callable[[Dokumen], tuple[Tempat, ...]]
    read_today: Callable[[], date]
    mark_wet: Callable[[Dokumen, BasahBaru, Path | None], Dokumen]
    scan_name: Callable[[Dokumen], str]
    save_scan: Callable[[Dokumen, Path], Path]
    new_challenge: Callable[[Dokumen], Tantangan]
    answer: Callable[[Tantangan, tuple[str, str, str]], HasilKode]


class KertasMenu:
    """The button with its menu; works on one document at a time.

    `secret` are the pieces of the page that show the code: hidden while it is typed from paper.
    """

    def __init__(
        self, acts: KertasActs, ask: Ask, page: WorkPage, secret: Sequence[QWidget]
    ) -> None:
        self._acts, self._ask, self._page, self._secret = acts, ask, page, secret
        self._shown: Dokumen | None = None
        self._titles = ""
        self.button = page.add_action("Dari luar", self._open, icon="inbox")
        self.menu = QMenu(self.button)
        self.receive = self._entry("Terima PDF bertanda tangan …", self._receive)
        self.wet = self._entry("Catat tanda tangan basah …", self._mark_wet)
        self.scan = self._entry("Simpan pindaian kertas …", self._save_scan)
        self.code = self._entry("Ketik kode dari kertas …", self._type_code)

    def show_for(self, dokumen: Dokumen | None, title: str) -> None:
        """Work on this document from now on; none leaves the button asleep."""
        self._shown, self._titles = dokumen, title
        stands = dokumen is not None and not dokumen.ditarik
        for entry in (self.receive, self.wet, self.code):
            entry.setEnabled(stands)
        scanned = bool(dokumen and dokumen.basah and dokumen.basah.pindaian)
        self.scan.setEnabled(scanned)
        self.button.setEnabled(stands or scanned)

    def _entry(self, words: str, act: Callable[[Dokumen], None]) -> QAction:
        made = self.menu.addAction(words)
        made.triggered.connect(partial(self._run, act))
        return made

    def _open(self) -> None:
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _run(self, act: Callable[[Dokumen], None], _checked: bool = False) -> None:
        if self._shown is not None:
            act(self._shown)

    def _receive(self, dokumen: Dokumen) -> None:
        path = self._ask.choose_file(f"Terima {self._titles} yang sudah ditandatangani", SIGNED)
        if path is not None:
            self._page.start_act(lambda: self._acts.receive(dokumen, path), self._say_received)

    def _mark_wet(self, dokumen: Dokumen) -> None:
        places = self._acts.read_tempat(dokumen)
        form = wet_form(f"Tanda tangan basah {self._titles}", places, self._acts.read_today())
        answers = self._ask.form(form, partial(wet_faults, places))
        if answers is None:
            return
        scan = None
        if answers["pindaian"] == PILIH:
            scan = self._ask.choose_file("Pilih pindaian kertas", SCAN)
            if scan is None:
                return
        baru = wet_answers(places, answers)
        self._page.start_act(lambda: self._acts.mark_wet(dokumen, baru, scan), self._say_wet)

    def _save_scan(self, dokumen: Dokumen) -> None:
        name = self._acts.scan_name(dokumen)
        path = self._ask.choose_new_file("Simpan pindaian", SCAN, name)
        if path is not None:
            self._page.start_act(lambda: self._acts.save_scan(dokumen, path), self._say_saved)

    def _type_code(self, dokumen: Dokumen) -> None:
        tantangan = self._acts.new_challenge(dokumen)
        form = code_form(f"Kode dari kertas {self._titles}", tantangan)
        with self._hidden():
            answers = self._ask.form(form, code_faults)
        if answers is None:
            return
        typed = code_answers(tantangan, answers)
        self._page.start_act(lambda: self._acts.answer(tantangan, typed), self._say_code)

    @contextmanager
    def _hidden(self) -> Iterator[None]:
        """Show nothing that holds the code."""
        for widget in self._secret:
            widget.hide()
        try:
            yield
        finally:
            for widget in self._secret:
                widget.show()

    def _say_received(self, dokumen: Dokumen) -> None:
        strangers = "".join(
            f" {one.nama} ({one.penerbit}) disebut, tidak dihitung." for one in dokumen.asing
        )
        self._page.banner.tell("ok", "PDF bertanda tangan diterima.", strangers.strip())

    def _say_wet(self, dokumen: Dokumen) -> None:
        words = dokumen.basah.kalimat if dokumen.basah else ""
        self._page.banner.tell("ok", "Tanda tangan basah dicatat.", words)

    def _say_saved(self, path: Path) -> None:
        self._page.banner.tell("ok", f"{path.name} tersimpan.", str(path.parent))

    def _say_code(self, found: HasilKode) -> None:
        if found.cocok:
            self._page.banner.tell(
                "ok", "Kode cocok: kertas ini dari dokumen ini.", "Bukti penuhnya 'periksa pdf'."
            )
            return
        self._page.banner.tell(
            "bad",
            f"Kode tidak cocok, sudah {found.salah} kali salah; tercatat di riwayat.",
            "Periksa formulir dan unitnya; bila tetap berbeda, kertas ini bukan dari dokumen ini.",
        )

"""F-18: invitations with a stub to sign, several on a sheet. F-18b: what became of them.

Invitations are plain PDFs, the same bytes each time: they are cut up and handed out, an archive's
attached data would spell out the codes that belong into the QR alone, and archiving ten thousand
takes longer than drawing them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.pdf import qr
from pilkades_desk.kits.pdf.fonts import BOLD, REGULAR, fit_line, wrap
from pilkades_desk.kits.pdf.listing import Pen
from pilkades_desk.kits.pdf.page import INK, MM, PAPER, SOFT, write
from pilkades_desk.kits.pdf.prose import NOTE, paragraph, plain
from pilkades_desk.kits.pdf.sheet import Sheet
from pilkades_desk.kits.pdf.slips import Slips, slips
from pilkades_desk.kits.pdf.tables import Column, Row, table
from pilkades_desk.panitia.naskah.pdf.blocks import (
    document,
    opening,
    plain_document,
    remainder,
    signing,
)
from pilkades_desk.tps.content import IsiF18, IsiF18b

HEIGHT = 67
STUB = 54 * MM
QR_SIDE = 24 * MM
_SIZE = 9.2
_STUB_LINES = ("Diterima oleh", "Hubungan", "Tanggal", "Tanda tangan", "Petugas")


def draw_f18(isi: IsiF18, progress: Progress = quiet) -> bytes:
    """Draw all invitations of a unit as a plain PDF."""

    def compose(sheet: Sheet) -> None:
        sheet.canvas.setTitle(f"{isi.kode} {isi.naskah.judul[0]} {isi.nama_unit}")
        drawing = _Invitation(sheet, isi)
        slips(sheet, Slips(HEIGHT, drawing.standing, drawing.own), len(isi.baris), progress)

    return plain_document(isi, compose, isi.nama_unit)


def payload(kode: str) -> str:
    """Give the text of an invitation's QR: a mark and chance, nothing about the voter (S-408)."""
    return f"PU1*{kode}"


@dataclass
class _Invitation:
    sheet: Sheet
    isi: IsiF18

    def __post_init__(self) -> None:
        left = self.sheet.left
        self.stub = (left + 1 * MM, left + STUB - 3 * MM)
        self.text = (left + STUB + 4 * MM, left + self.sheet.width - QR_SIDE - 7 * MM)
        if self.sheet.draws:
            self.usual = Pen(self.sheet.canvas, REGULAR, _SIZE)
            self.bold = Pen(self.sheet.canvas, BOLD, 10.5)

    def standing(self, top: float) -> None:
        """Draw what is the same on every slip."""
        canvas = self.sheet.canvas
        canvas.setFillGray(INK)
        self._stub(canvas, top)
        isi, (left, right) = self.isi, self.text
        naskah = isi.naskah
        far = self.sheet.left + self.sheet.width
        heads = ((naskah.judul[0].upper(), BOLD, 11.5, 6), (naskah.judul[1], REGULAR, 9, 10.5))
        for text, font, size, below in heads:
            write(canvas, (left, top - below * MM), fit_line(text, font, size, far - left), font)
        self._fields(canvas, top)
        notes = wrap(naskah.catatan, REGULAR, 7.6, far - left)
        for number, line in enumerate(notes):
            write(canvas, (left, top - 56.5 * MM - number * 9), (line, 7.6), REGULAR)
        signer = isi.penandatangan[0]
        for text, below in ((f"{signer.jabatan},", 46.5), (signer.nama or "." * 24, 50.5)):
            fitted = fit_line(text, REGULAR, 8, QR_SIDE + 6 * MM)
            write(canvas, (right + 1 * MM, top - below * MM), fitted, REGULAR)

    def own(self, index: int, top: float) -> Iterator[str]:
        """Give the operators of one voter's slip."""
        baris = self.isi.baris[index]
        left, right = self.text[0] + 24 * MM, self.text[1]
        numbers = f"{baris.no_dpt}   (di {self.isi.nama_unit}: {baris.no})"
        stub = self.stub[0] + 12 * MM
        usual = (
            (left, right, baris.alamat, 44.5),
            (left, right, numbers, 50),
            (stub, self.stub[1], baris.nama, 12),
            (stub, self.stub[1], str(baris.no_dpt), 17),
        )
        yield self.usual.text(
            (self.usual.piece(start, end, "l", text), f"{top - below * MM:.2f}")
            for start, end, text, below in usual
        )
        name = self.bold.piece(left, right, "l", baris.nama)
        yield self.bold.text([(name, f"{top - 39 * MM:.2f}")])
        x = self.sheet.left + self.sheet.width - QR_SIDE - 3 * MM
        yield qr.mask(payload(baris.kode), "Q", (x, top - 16 * MM - QR_SIDE, QR_SIDE))

    def _stub(self, canvas: Any, top: float) -> None:
        left, right = self.stub
        write(canvas, (left, top - 6 * MM), ("TANDA TERIMA UNDANGAN", 9), BOLD)
        known = (("Nama", 12.0), ("No DPT", 17.0), (self.isi.nama_unit, 22.0))
        for text, below in known:
            fitted = fit_line(text, REGULAR, 8.4, right - left)
            write(canvas, (left, top - below * MM), fitted, REGULAR)
        canvas.setStrokeGray(SOFT)
        canvas.setLineWidth(0.5)
        for number, text in enumerate(_STUB_LINES):
            y = top - (30 + number * 8) * MM
            write(canvas, (left, y), (text, 8.4), REGULAR)
            canvas.line(left + 22 * MM, y - 1, right, y - 1)
        canvas.saveState()
        canvas.setDash(2, 2)
        x = self.sheet.left + STUB
        canvas.line(x, top - 1 * MM, x, top - (HEIGHT - 1) * MM)
        canvas.restoreState()

    def _fields(self, canvas: Any, top: float) -> None:
        isi, (left, right) = self.isi, self.text
        place = ", ".join(part for part in (isi.nama_unit, isi.lokasi) if part)
        fields = (
            ("Nomor", isi.nomor or "." * 30, 16.0),
            ("Hari, tanggal", isi.hari, 22.0),
            ("Pukul", isi.pukul, 27.5),
            ("Tempat", place, 33.0),
            ("Nama", "", 39.0),
            ("Alamat", "", 44.5),
            ("Nomor DPT", "", 50.0),
        )
        for name, text, below in fields:
            y = top - below * MM
            write(canvas, (left, y), (name, _SIZE), REGULAR)
            write(canvas, (left + 22 * MM, y), (":", _SIZE), REGULAR)
            room = right - left - 24 * MM
            write(canvas, (left + 24 * MM, y), fit_line(text, REGULAR, _SIZE, room), REGULAR)


def draw_f18b(isi: IsiF18b) -> bytes:
    """Draw the recap of the invitations, with empty boxes for what came back."""

    def compose(sheet: Sheet) -> None:
        opening(sheet, isi, numbered=False)
        sheet.gap(2)
        back = ("meninggal", "pindah", "tidak ditemui", "ganda", "lain")
        columns = (
            Column("No", 11, "c"),
            Column("Unit", remainder(sheet, 11, 26, 26, 24 * len(back), 26)),
            Column("Dicetak", 26, "r"),
            Column("Diserahkan", 26, "r"),
            *(Column(name, 24, "r", "Dikembalikan karena") for name in back),
            Column("Jumlah kembali", 26, "r"),
        )
        empty = ("",) * (len(back) + 2)
        rows = [
            Row((str(number), baris.nama, angka(baris.dicetak), *empty), height=8)
            for number, baris in enumerate(isi.baris, 1)
        ]
        total = angka(sum(baris.dicetak for baris in isi.baris))
        with sheet.ahead_of(partial(_close_recap, isi=isi)):
            table(sheet, columns, [*rows, Row(("", "Jumlah", total, *empty), bold=True, height=8)])

    return document(isi, compose, frame=PAPER[isi.kertas].landscape)


def _close_recap(sheet: Sheet, isi: IsiF18b) -> None:
    sheet.gap(2)
    paragraph(sheet, plain(isi.naskah.catatan), NOTE)
    signing(sheet, isi)

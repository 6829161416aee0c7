"""Paper, and what every page carries: letterhead, footer with data code and QR, rehearsal."""

import base64
import binascii
import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PIL import Image
from reportlab.lib.utils import ImageReader

from pilkades_desk.core.errors import DocumentError
from pilkades_desk.kits.pdf import qr
from pilkades_desk.kits.pdf.fonts import BOLD, ITALIC, REGULAR, clean, fit_line, width

MM = 72 / 25.4
QR_SIDE = 20 * MM
INK, SOFT, FAINT = 0.08, 0.38, 0.62
_BESIDE = 62 * MM


@dataclass(frozen=True, slots=True)
class Frame:
    """One paper size in points, with the room the text may use."""

    name: str
    width: float
    height: float
    side: float = 18 * MM
    top: float = 15 * MM
    bottom: float = 37.5 * MM
    edge: float = 13 * MM

    @property
    def room(self) -> float:
        """Give the width between the side margins."""
        return self.width - 2 * self.side

    @property
    def landscape(self) -> "Frame":
        """Give the same paper turned."""
        return replace(self, width=self.height, height=self.width, side=15 * MM)


A4 = Frame("A4", 210 * MM, 297 * MM)
F4 = Frame("F4", 215 * MM, 330 * MM)
A3 = Frame("A3", 297 * MM, 420 * MM)
PAPER = {frame.name: frame for frame in (A4, F4, A3)}


@dataclass(frozen=True, slots=True)
class AuditFoot:
    """The footer of a sheet that is no form: audit head and page number."""

    audit_head: str

    def draw(self, canvas: Any, frame: Frame, page: int, total: int) -> None:
        """Draw the footer of one page."""
        text = f"Pilkades Desk · Riwayat {self.audit_head} · Halaman {page} dari {total}"
        write(canvas, (frame.side, frame.edge), fit_line(text, REGULAR, 8, frame.room), REGULAR)


@dataclass(frozen=True, slots=True)
class PageMarks:
    """What every page carries, beside its number.

    `qr_head` and `qr_tail` stand before and after the page number in the payload of the page QR.
    `note` is a last line of the footer, such as who took the sheet out and what for.
    """

    form: str
    title: str
    profile: str
    data_code: str
    copy_label: str
    audit_head: str
    qr_head: str
    qr_tail: str
    gladi: bool = False
    note: str = ""

    def payload(self, page: int) -> str:
        """Give the text of the page QR."""
        return f"{self.qr_head}*{page}*{self.qr_tail}"

    def draw(self, canvas: Any, frame: Frame, page: int, total: int) -> None:
        """Draw the marks of one page, before its content; what all pages share is drawn once."""
        first = page == 1
        stamp(canvas, f"kaki-{first}", frame, lambda: self._standing(canvas, frame, first, total))
        size = fit_line(_number(total, total), BOLD, 8.2, _BESIDE)[1]
        canvas.setFont(BOLD, size)
        canvas.drawRightString(_right(frame), frame.edge + 17 * MM, _number(page, total))
        box = (frame.width - frame.side - QR_SIDE, frame.edge, QR_SIDE)
        qr.paint(canvas, self.payload(page), "H", box)

    def _standing(self, canvas: Any, frame: Frame, first: bool, total: int) -> None:
        canvas.setFillGray(INK)
        if self.gladi:
            _watermark(canvas, frame)
        if not first:
            _running_head(canvas, frame, f"{self.form} · {self.title}")
        left, right = frame.side, _right(frame)
        top = frame.edge + QR_SIDE + 3 * MM
        _rule(canvas, (frame.side, frame.width - frame.side), top, 0.5)
        rows = (
            (f"{self.form} · {self.title}", BOLD, 8.2, _number(total, total)),
            (f"Kode data  {self.data_code}", REGULAR, 9.6, self.copy_label),
            (f"Profil {self.profile} · Riwayat {self.audit_head}", REGULAR, 7.4, ""),
        )
        for baseline, (text, font, size, beside) in zip((17, 10.6, 5), rows, strict=True):
            y = frame.edge + baseline * MM
            label, label_size = fit_line(beside, BOLD, 8.2, _BESIDE)
            taken = width(label, BOLD, label_size) + 4 * MM if label else 0
            write(canvas, (left, y), fit_line(text, font, size, right - left - taken), font)
            if beside == self.copy_label:  # the number is each page's own
                canvas.setFont(BOLD, label_size)
                canvas.drawRightString(right, y, label)
        if self.note:
            write(canvas, (left, frame.edge), fit_line(self.note, BOLD, 7.4, right - left), BOLD)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Kop surat: the three lines, the secretariat below, a logo (base64 JPEG or PNG) beside."""

    lines: tuple[str, ...]
    sekretariat: str
    logo: str = ""

    def draw(self, canvas: Any, frame: Frame, top: float) -> float:
        """Draw from `top` down and give the height used."""
        middle, y = frame.width / 2, top
        room = frame.room - (50 * MM if self.logo else 0)
        canvas.setFillGray(INK)
        for index, line in enumerate(self.lines):
            size = 14.5 if index == 1 else 12
            text, fitted = fit_line(line.upper(), BOLD, size, room)
            y -= size * 1.2
            canvas.setFont(BOLD, fitted)
            canvas.drawCentredString(middle, y, text)
        if self.sekretariat:
            text, fitted = fit_line(self.sekretariat, REGULAR, 9, room)
            y -= 13
            canvas.setFont(REGULAR, fitted)
            canvas.drawCentredString(middle, y, text)
        if self.logo:
            y = min(y, top - 20 * MM)
            _logo(canvas, self.logo, (frame.side, top - 20 * MM, 20 * MM))
        _rule(canvas, (frame.side, frame.width - frame.side), y - 7, 1.6)
        _rule(canvas, (frame.side, frame.width - frame.side), y - 9.4, 0.5)
        return top - (y - 9.4)


def stamp(canvas: Any, name: str, frame: Frame, drawing: Callable[[], None]) -> None:
    """Put what several pages of one paper share on this page; it is drawn the first time only."""
    form = f"{name}-{frame.width:.0f}x{frame.height:.0f}"
    if not canvas.hasForm(form):
        canvas.beginForm(form, 0, 0, frame.width, frame.height)
        drawing()
        canvas.endForm()
    canvas.doForm(form)


def write(canvas: Any, at: tuple[float, float], text: tuple[str, float], font: str) -> None:
    """Write one line of (text, size) at a baseline."""
    canvas.setFont(font, text[1])
    canvas.drawString(at[0], at[1], text[0])


def _number(page: int, total: int) -> str:
    return f"Halaman {page} dari {total}"


def _right(frame: Frame) -> float:
    return frame.width - frame.side - QR_SIDE - 5 * MM


def _rule(canvas: Any, span: tuple[float, float], y: float, thickness: float) -> None:
    canvas.setStrokeGray(INK)
    canvas.setLineWidth(thickness)
    canvas.line(span[0], y, span[1], y)


def _running_head(canvas: Any, frame: Frame, text: str) -> None:
    canvas.setFillGray(SOFT)
    y = frame.height - frame.edge - 7
    write(canvas, (frame.side, y), fit_line(text, ITALIC, 8.2, frame.room), ITALIC)
    canvas.setFillGray(INK)


def _watermark(canvas: Any, frame: Frame) -> None:
    canvas.saveState()
    canvas.setFillGray(0.9)
    canvas.translate(frame.width / 2, frame.height / 2)
    canvas.rotate(52 if frame.height > frame.width else 34)
    canvas.setFont(BOLD, 118)
    canvas.drawCentredString(0, -40, clean("LATIHAN"))
    canvas.restoreState()


def _logo(canvas: Any, logo: str, box: tuple[float, float, float]) -> None:
    try:
        picture = base64.b64decode(logo, validate=True)
        with Image.open(io.BytesIO(picture)) as whole:
            whole.load()  # the reader below looks at the head alone: half a file would be drawn
        image = ImageReader(io.BytesIO(picture))
    except (binascii.Error, OSError, SyntaxError) as error:  # a PNG cut in two is "broken syntax"
        raise DocumentError(
            "Gambar lambang tidak dapat dibaca.", "Pilih berkas lambang JPEG atau PNG yang utuh."
        ) from error
    x, y, side = box
    canvas.drawImage(image, x, y, side, side, mask="auto", preserveAspectRatio=True, anchor="c")

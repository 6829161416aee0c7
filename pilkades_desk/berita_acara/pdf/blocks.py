"""Blocks several documents share, and the frame that turns drawing into an archived PDF."""

from collections.abc import Callable, Sequence

from pilkades_desk.berita_acara.content import Isi
from pilkades_desk.berita_acara.result_qr import result_fields, result_text
from pilkades_desk.berita_acara.values import Selisih, Suara
from pilkades_desk.core.terbilang import angka, persen, terbilang
from pilkades_desk.kits.pdf import qr
from pilkades_desk.kits.pdf.fonts import ITALIC, fit_line
from pilkades_desk.kits.pdf.page import INK, MM, SOFT
from pilkades_desk.kits.pdf.prose import box, plain
from pilkades_desk.kits.pdf.sheet import Sheet
from pilkades_desk.kits.pdf.tables import Column, Row, table
from pilkades_desk.panitia.naskah.pdf.blocks import remainder
from pilkades_desk.panitia.naskah.values import Naskah

KODE, FIGURE, WORDS = 11.0, 20.0, 50.0
"""Column widths in millimetres, the same in every table so that figures stand in line."""
_RESULT_SIDE = 36 * MM
_MODULE = 0.6 * MM


def beside_result_qr(
    sheet: Sheet, isi: Isi, signature: bytes | None, content: Callable[[], None]
) -> None:
    """Draw content with the signed result QR on its right; without a signature, content alone."""
    if signature is None:
        content()
        return
    text = result_text(result_fields(isi), signature)
    side = max(_RESULT_SIDE, qr.matrix(text, "Q")[0] * _MODULE)
    sheet.need(side + 22)
    top, x = sheet.y - 2, sheet.left + sheet.width - side
    qr.paint(sheet.canvas, text, "Q", (x, top - side, side))
    caption, size = fit_line("QR hasil bertanda tangan panitia", ITALIC, 7.6, side)
    sheet.canvas.setFillGray(SOFT)
    sheet.canvas.setFont(ITALIC, size)
    sheet.canvas.drawCentredString(x + side / 2, top - side - 15, caption)
    sheet.canvas.setFillGray(INK)
    with sheet.inset(right=side + 6 * MM):
        content()
    sheet.y = min(sheet.y, top - side - 18)


def votes_table(sheet: Sheet, suara: Suara, naskah: Naskah, share: bool = False) -> None:
    """Draw lines D: candidates, empty column, valid, invalid and both, in figures and words."""
    extra = [Column("% sah", 16, "r")] if share else []
    taken = KODE + FIGURE + WORDS + (16 if share else 0)
    columns = [
        Column("No", KODE, "c"),
        Column("Nama calon", remainder(sheet, taken)),
        Column("Suara", FIGURE, "r"),
        *extra,
        Column("Dengan huruf", WORDS),
    ]

    def row(line: tuple[str, str, int], valid: bool, bold: bool = False) -> Row:
        kode, name, figure = line
        part = (persen(figure, suara.sah, 2) if valid else "",) if share else ()
        return Row((kode, name, angka(figure), *part, terbilang(figure)), bold)

    rows = [row((str(one.nomor), one.nama, one.suara), valid=True) for one in suara.perolehan]
    if suara.kolom_kosong is not None:
        rows.append(row(("–", naskah.label("kosong"), suara.kolom_kosong), valid=True))
    for kode, figure in (("D1", suara.sah), ("D2", suara.tidak_sah), ("D3", suara.jumlah)):
        rows.append(row((kode, naskah.label(kode), figure), valid=kode == "D1", bold=True))
    table(sheet, columns, rows)


def difference_box(sheet: Sheet, selisih: Sequence[Selisih]) -> None:
    """Draw the SELISIH box: what differs, why, and who confirmed it; nothing without any.

    Syarat: S-607.
    """
    if not selisih:
        return
    box(sheet, "SELISIH YANG DIJELASKAN", [_difference(one) for one in selisih])


def _difference(one: Selisih) -> str:
    head = " ".join(filter(None, (one.kode, one.unit)))
    return (
        f"<b>{plain(head)}</b>  {plain(one.uraian)}<br/>Alasan: {plain(one.alasan)}<br/>"
        f"Disetujui: {plain(', '.join(one.disetujui)) or '–'}"
    )

"""Blocks several documents share, and the frame that turns drawing into an archived PDF."""

from collections.abc import Callable, Sequence

from pilkades_desk.berita_acara.content import Isi
from pilkades_desk.berita_acara.data_code import (
    kanonik,
    kode_data,
    page_qr,
    result_fields,
    result_text,
)
from pilkades_desk.berita_acara.values import Naskah, Saksi, Selisih, Suara
from pilkades_desk.core.clock import plain_date
from pilkades_desk.core.terbilang import angka, persen, terbilang
from pilkades_desk.kits.pdf import qr
from pilkades_desk.kits.pdf.archive import Label, archive
from pilkades_desk.kits.pdf.fonts import ITALIC, fit_line
from pilkades_desk.kits.pdf.page import INK, MM, PAPER, SOFT, Letterhead, PageMarks
from pilkades_desk.kits.pdf.prose import box, plain, title
from pilkades_desk.kits.pdf.sheet import Sheet, draw
from pilkades_desk.kits.pdf.signature_block import (
    SaksiLine,
    Slot,
    saksi_rows,
    signature_block,
)
from pilkades_desk.kits.pdf.tables import Column, Row, table

KODE, FIGURE, WORDS = 11.0, 20.0, 50.0
"""Column widths in millimetres, the same in every table so that figures stand in line."""
_RESULT_SIDE = 36 * MM
_MODULE = 0.6 * MM


def document(isi: Isi, compose: Callable[[Sheet], None], place: str = "") -> bytes:
    """Draw, attach the content and archive; `place` (TPS 1) completes the title on each page."""
    head, tail = page_qr(isi)
    name = " · ".join(part for part in (isi.naskah.judul[0], place, isi.wilayah.desa) if part)
    marks = PageMarks(
        form=isi.kode,
        title=name,
        profile=f"{isi.profil} {isi.profil_hash[:8]}",
        data_code=kode_data(isi),
        copy_label=isi.salinan,
        audit_head=isi.kepala_audit,
        qr_head=head,
        qr_tail=tail,
        gladi=isi.gladi,
    )
    raw = draw(compose, PAPER[isi.kertas], marks)
    return archive(raw, kanonik(isi), Label(f"{isi.kode} {name}", isi.dibekukan))


def opening(sheet: Sheet, isi: Isi, place: str = "", numbered: bool = True) -> None:
    """Draw the letterhead, the title and, unless the form has none, the number."""
    kop = Letterhead(isi.kop.baris, isi.kop.sekretariat, isi.kop.logo)
    sheet.y -= kop.draw(sheet.canvas, sheet.frame, sheet.y)
    title(sheet, [*isi.naskah.judul, *([place] if place else [])], isi.nomor if numbered else None)


def beside_result_qr(
    sheet: Sheet, isi: Isi, signature: bytes | None, content: Callable[[], None]
) -> None:
    """Draw content with the signed result QR on its right; without a signature, content alone."""
    if signature is None:
        content()
        return
    text = result_text(result_fields(isi), signature)
    side = max(_RESULT_SIDE, qr.runs(text, "Q")[0] * _MODULE)
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


def remainder(sheet: Sheet, *taken: float) -> float:
    """Give the millimetres left for the column that takes what the others leave."""
    return sheet.width / MM - sum(taken)


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
    texts = [
        f"<b>{plain(one.kode)}</b>  {plain(one.uraian)}<br/>Alasan: {plain(one.alasan)}<br/>"
        f"Disetujui: {plain(', '.join(one.disetujui)) or '–'}"
        for one in selisih
    ]
    box(sheet, "SELISIH YANG DIJELASKAN", texts)


def saksi_lines(saksi: Sequence[Saksi]) -> list[SaksiLine]:
    """Give the witness rows of a document (S-608)."""
    return [
        SaksiLine(
            "kosong" if one.nomor_calon is None else f"No. {one.nomor_calon}",
            one.nama,
            one.hadir,
            one.menolak,
        )
        for one in saksi
    ]


def saksi_table(sheet: Sheet, saksi: Sequence[Saksi]) -> None:
    """Draw one row per witness."""
    if saksi:
        sheet.gap(3)
        saksi_rows(sheet, saksi_lines(saksi))


def slots(isi: Isi) -> list[Slot]:
    """Give the places to sign of a document."""
    return [Slot(one.jabatan, one.nama, one.cap) for one in isi.penandatangan]


def place_and_date(isi: Isi) -> str:
    """Write `Karangsari, 3 Februari 2027`."""
    return f"{isi.wilayah.desa}, {plain_date(isi.waktu.tanggal)}"


def signing(sheet: Sheet, isi: Isi) -> None:
    """Draw the places of all who sign side by side, with place and date above."""
    places = slots(isi)
    sheet.gap(5)
    signature_block(sheet, places, 2, place_and_date(isi))

"""Blocks all documents share, and the frame that turns drawing into an archived PDF."""

from collections.abc import Callable, Sequence

from pilkades_desk.core.clock import plain_date
from pilkades_desk.kits.pdf.archive import Label, archive
from pilkades_desk.kits.pdf.page import MM, PAPER, Frame, Letterhead, PageMarks
from pilkades_desk.kits.pdf.prose import title
from pilkades_desk.kits.pdf.sheet import Sheet, draw
from pilkades_desk.kits.pdf.signature_block import SaksiLine, Slot, saksi_rows, signature_block
from pilkades_desk.panitia.naskah.data_code import code_of, content_digest, kanonik, page_qr
from pilkades_desk.panitia.naskah.values import IsiUmum, Saksi


def document(
    isi: IsiUmum, compose: Callable[[Sheet], None], place: str = "", *, frame: Frame | None = None
) -> bytes:
    """Draw, attach the content and archive; `place` (TPS 1) completes the title on each page.

    `frame` is the first page's, where it is not the upright paper of the content.
    """
    raw = plain_document(isi, compose, place, frame=frame)
    return archive(raw, kanonik(isi), Label(f"{isi.kode} {_name(isi, place)}", isi.dibekukan))


def plain_document(
    isi: IsiUmum, compose: Callable[[Sheet], None], place: str = "", *, frame: Frame | None = None
) -> bytes:
    """Draw alone, the same bytes each time: for what is cut up and handed out, not kept."""
    digest = content_digest(isi)  # of a long list it takes as long as drawing some pages
    head, tail = page_qr(isi, digest)
    marks = PageMarks(
        form=isi.kode,
        title=_name(isi, place),
        profile=f"{isi.profil} {isi.profil_hash[:8]}",
        data_code=code_of(digest),
        copy_label=isi.salinan,
        audit_head=isi.kepala_audit,
        qr_head=head,
        qr_tail=tail,
        gladi=isi.gladi,
        note=isi.tanda,
    )
    return draw(compose, frame or PAPER[isi.kertas], marks)


def opening(sheet: Sheet, isi: IsiUmum, place: str = "", numbered: bool = True) -> None:
    """Draw the letterhead, the title and, unless the form has none, the number."""
    kop = Letterhead(isi.kop.baris, isi.kop.sekretariat, isi.kop.logo)
    sheet.y -= kop.draw(sheet.canvas, sheet.frame, sheet.y)
    title(sheet, [*isi.naskah.judul, *([place] if place else [])], isi.nomor if numbered else None)


def remainder(sheet: Sheet, *taken: float) -> float:
    """Give the millimetres left for the column that takes what the others leave."""
    return sheet.width / MM - sum(taken)


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


def slots(isi: IsiUmum) -> list[Slot]:
    """Give the places to sign of a document."""
    return [Slot(one.jabatan, one.nama, one.cap) for one in isi.penandatangan]


def place_and_date(isi: IsiUmum) -> str:
    """Write `Karangsari, 3 Februari 2027`."""
    return f"{isi.wilayah.desa}, {plain_date(isi.waktu.tanggal)}"


def signing(sheet: Sheet, isi: IsiUmum) -> None:
    """Draw the places of all who sign side by side, with place and date above."""
    places = slots(isi)
    sheet.gap(5)
    signature_block(sheet, places, 2, place_and_date(isi))


def _name(isi: IsiUmum, place: str) -> str:
    return " · ".join(part for part in (isi.naskah.judul[0], place, isi.wilayah.desa) if part)

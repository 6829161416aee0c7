"""F-07: minutes of the plenary that sets the DPT."""

from functools import partial

from pilkades_desk.berita_acara.content import IsiF07
from pilkades_desk.berita_acara.pdf.blocks import FIGURE, KODE, WORDS
from pilkades_desk.core.terbilang import angka, terbilang
from pilkades_desk.kits.pdf.prose import (
    NOTE,
    Item,
    heading,
    numbered,
    paragraph,
    plain,
)
from pilkades_desk.kits.pdf.sheet import Sheet
from pilkades_desk.kits.pdf.tables import Column, Row, table
from pilkades_desk.panitia.naskah.pdf.blocks import document, opening, remainder, signing


def draw(isi: IsiF07, tanda_tangan_qr: bytes | None) -> bytes:
    """Draw the minutes; F-07 has no result, so a signature for its QR is a bug."""
    if tanda_tangan_qr is not None:
        raise ValueError("F-07 has no result QR")

    def compose(sheet: Sheet) -> None:
        opening(sheet, isi)
        paragraph(sheet, plain(isi.naskah.pembuka))
        sheet.gap(3)
        _figures(sheet, isi)
        _by_sex(sheet, isi)
        _keberatan(sheet, isi)
        sheet.together(partial(_closing, isi=isi))

    return document(isi, compose)


def _closing(sheet: Sheet, isi: IsiF07) -> None:
    sheet.gap(3)
    paragraph(sheet, plain(isi.naskah.penutup))
    signing(sheet, isi)
    sheet.gap(2)
    paragraph(sheet, plain(f"Segel DPT (SHA-256): {isi.segel}"), NOTE)


def _figures(sheet: Sheet, isi: IsiF07) -> None:
    columns = (
        Column("No", KODE, "c"),
        Column("Uraian", remainder(sheet, KODE, FIGURE, WORDS)),
        Column("Jumlah", FIGURE, "r"),
        Column("Dengan huruf", WORDS),
    )
    reasons = [(f"– {one.alasan}", one.jumlah) for one in isi.dicoret]
    naskah = isi.naskah
    lines = [
        ("1", naskah.label("dps"), isi.dps),
        ("2", naskah.label("dicoret"), isi.jumlah_dicoret),
        *(("", alasan, jumlah) for alasan, jumlah in reasons),
        ("3", naskah.label("tambahan"), isi.tambahan),
        ("4", naskah.label("dpt"), isi.dpt.jumlah),
    ]
    rows = [
        Row((kode, text, angka(figure), terbilang(figure)), bold=kode == "4")
        for kode, text, figure in lines
    ]
    table(sheet, columns, rows)
    sheet.gap(1.5)
    counted = (
        f"{angka(isi.dpt.jumlah)} = {angka(isi.dps)} − {angka(isi.jumlah_dicoret)} "
        f"+ {angka(isi.tambahan)}"
    )
    paragraph(sheet, plain(f"{naskah.label('hitungan')}: {counted}."), NOTE)


def _by_sex(sheet: Sheet, isi: IsiF07) -> None:
    sheet.gap(3)
    figures = {name: getattr(isi.dpt, name) for name in ("laki", "perempuan", "jumlah")}
    words = {
        name: f"<b>{angka(figure)}</b> ({terbilang(figure)})" for name, figure in figures.items()
    }
    paragraph(sheet, plain(isi.naskah.label("jumlah")).format_map(words))


def _keberatan(sheet: Sheet, isi: IsiF07) -> None:
    heading(sheet, isi.naskah.label("keberatan"), 16)
    if not isi.keberatan:
        paragraph(sheet, plain(isi.naskah.label("nihil")))
        return
    numbered(sheet, [Item(f"{n}.", plain(text)) for n, text in enumerate(isi.keberatan, 1)], 6)

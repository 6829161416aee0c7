"""F-07: minutes of the plenary that sets the DPT, with recap F-08 on turned pages."""

from pilkades_desk.berita_acara.content import BarisRekapDpt, IsiF07
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
    """Draw minutes and recap; F-07 has no result, so a signature for its QR is a bug."""
    if tanda_tangan_qr is not None:
        raise ValueError("F-07 has no result QR")

    def compose(sheet: Sheet) -> None:
        opening(sheet, isi)
        paragraph(sheet, plain(isi.naskah.pembuka))
        sheet.gap(3)
        _figures(sheet, isi)
        _by_sex(sheet, isi)
        _keberatan(sheet, isi)
        sheet.gap(3)
        paragraph(sheet, plain(isi.naskah.penutup))
        signing(sheet, isi)
        sheet.gap(2)
        paragraph(sheet, plain(f"Segel DPT (SHA-256): {isi.segel}"), NOTE)
        if isi.rekap:
            _recap(sheet, isi)

    return document(isi, compose)


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


def _recap(sheet: Sheet, isi: IsiF07) -> None:
    sheet.new_page(sheet.frame.landscape)
    heading(sheet, isi.naskah.label("lampiran"))
    sheet.gap(1)
    figures = [("L", "DPT", 17), ("P", "DPT", 17), ("Jumlah", "DPT", 19)]
    figures += [("Disabilitas", "", 21), ("Surat suara", "", 21)]
    text = remainder(sheet, KODE, 28, *(wide for _, _, wide in figures))
    columns = (
        Column("No", KODE, "c"),
        Column("Unit", 28),
        Column("Lokasi", text * 0.42),
        Column("Dusun, RT/RW", text * 0.58),
        *(Column(name, wide, "r", group) for name, group, wide in figures),
    )
    rows = [_recap_row(row) for row in isi.rekap]
    table(sheet, columns, [*rows, _recap_total(isi)])


def _recap_row(row: BarisRekapDpt) -> Row:
    figures = (row.dpt.laki, row.dpt.perempuan, row.dpt.jumlah, row.disabilitas, row.surat_suara)
    texts = (str(row.nomor), row.nama, row.lokasi, row.wilayah)
    return Row((*texts, *(angka(figure) for figure in figures)))


def _recap_total(isi: IsiF07) -> Row:
    figures = (
        sum(row.dpt.laki for row in isi.rekap),
        sum(row.dpt.perempuan for row in isi.rekap),
        sum(row.dpt.jumlah for row in isi.rekap),
        sum(row.disabilitas for row in isi.rekap),
        sum(row.surat_suara for row in isi.rekap),
    )
    return Row(("", "Jumlah", "", "", *(angka(figure) for figure in figures)), bold=True)

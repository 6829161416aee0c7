"""F-28: the public certificate of one unit's result, on one page."""

from functools import partial

from pilkades_desk.berita_acara.content import IsiF28
from pilkades_desk.berita_acara.pdf.blocks import beside_result_qr, votes_table
from pilkades_desk.core.terbilang import angka, terbilang
from pilkades_desk.kits.pdf.prose import NOTE, pairs, paragraph, plain
from pilkades_desk.kits.pdf.sheet import Sheet
from pilkades_desk.kits.pdf.signature_block import rows_side_by_side
from pilkades_desk.panitia.naskah.pdf.blocks import document, opening, saksi_lines, slots

_HEIGHTS = (13.0, 11.0, 9.0, 7.6, 6.6)
"""Heights of a row to sign in millimetres."""


def draw(isi: IsiF28, tanda_tangan_qr: bytes | None) -> bytes:
    """Draw the certificate."""

    def compose(sheet: Sheet) -> None:
        opening(sheet, isi, isi.nama_unit, numbered=False)
        paragraph(sheet, plain(isi.naskah.pembuka))
        sheet.gap(3)
        beside_result_qr(sheet, isi, tanda_tangan_qr, lambda: _identity(sheet, isi))
        sheet.gap(4)
        votes_table(sheet, isi.suara, isi.naskah)
        if isi.ada_selisih:
            sheet.gap(2)
            paragraph(sheet, f"<b>{plain(isi.naskah.label('selisih'))}</b>")
        sheet.gap(2)
        source = f"{isi.naskah.label('dari')} {isi.dari}. {isi.naskah.penutup}"
        paragraph(sheet, plain(source), NOTE)
        sheet.gap(4)
        _signatures(sheet, isi)

    return document(isi, compose, isi.nama_unit)


def _signatures(sheet: Sheet, isi: IsiF28) -> None:
    """Draw who signs in the highest rows that fit this page, else on a page of their own."""
    rows = [
        partial(rows_side_by_side, slots=slots(isi), saksi=saksi_lines(isi.saksi), height=height)
        for height in _HEIGHTS
    ]
    fitting = (one for one in rows if sheet.height_of(one) <= sheet.room)
    sheet.together(next(fitting, rows[0]))


def _identity(sheet: Sheet, isi: IsiF28) -> None:
    place = isi.wilayah
    pairs(
        sheet,
        [
            ("TPS/unit", f"{isi.nama_unit}, {isi.lokasi}" if isi.lokasi else isi.nama_unit),
            ("Desa", place.desa),
            ("Kecamatan", place.kecamatan),
            ("Kabupaten", place.kabupaten),
            ("Provinsi", place.provinsi),
            (isi.naskah.label("dpt"), _count(isi.dpt.jumlah)),
            (isi.naskah.label("hadir"), _count(isi.hadir.jumlah)),
            ("Penghitungan ke", f"{isi.hitung_ke} ({terbilang(isi.hitung_ke)})"),
        ],
        48,
    )


def _count(figure: int) -> str:
    return f"{angka(figure)} ({terbilang(figure)})"

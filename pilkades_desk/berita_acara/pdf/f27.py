"""F-27: minutes of one unit's count, sections A to H."""

from functools import partial

from pilkades_desk.berita_acara.content import IsiF27
from pilkades_desk.berita_acara.pdf.blocks import (
    FIGURE,
    KODE,
    WORDS,
    beside_result_qr,
    difference_box,
    votes_table,
)
from pilkades_desk.core.terbilang import angka, terbilang
from pilkades_desk.kits.pdf.prose import (
    NOTE,
    SMALL,
    heading,
    pairs,
    paragraph,
    plain,
)
from pilkades_desk.kits.pdf.sheet import Sheet
from pilkades_desk.kits.pdf.signature_block import chief_and_members
from pilkades_desk.kits.pdf.tables import Column, Row, table
from pilkades_desk.panitia.naskah.pdf.blocks import (
    document,
    opening,
    place_and_date,
    remainder,
    saksi_table,
    slots,
)
from pilkades_desk.panitia.naskah.values import LakiPerempuan


def draw(isi: IsiF27, tanda_tangan_qr: bytes | None) -> bytes:
    """Draw the minutes."""

    def compose(sheet: Sheet) -> None:
        opening(sheet, isi, isi.nama_unit)
        paragraph(sheet, plain(isi.naskah.pembuka))
        heading(sheet, isi.naskah.label("A"), 45)
        beside_result_qr(sheet, isi, tanda_tangan_qr, lambda: _identity(sheet, isi))
        # results and the signatures below them share a page where they can
        for section in (
            _pemilih,
            _surat_suara,
            _votes,
            _checks,
            _keberatan,
            _signatures,
            _closing,
        ):
            sheet.together(partial(section, isi=isi))

    return document(isi, compose, isi.nama_unit)


def _identity(sheet: Sheet, isi: IsiF27) -> None:
    rows = [
        ("TPS/unit", f"{isi.nama_unit}, {isi.lokasi}" if isi.lokasi else isi.nama_unit),
        ("Desa", isi.wilayah.desa),
        ("Kecamatan", isi.wilayah.kecamatan),
        ("Kabupaten", isi.wilayah.kabupaten),
        ("Provinsi", isi.wilayah.provinsi),
        ("Pemungutan suara", _hours(isi.mulai_pungut, isi.selesai_pungut, isi.zona)),
        ("Penghitungan suara", _hours(isi.mulai_hitung, isi.selesai_hitung, isi.zona)),
        ("Penghitungan ke", f"{isi.hitung_ke} ({terbilang(isi.hitung_ke)})"),
    ]
    pairs(sheet, rows, 36)


def _hours(start: str, end: str, zona: str) -> str:
    return f"pukul {start or '........'} sampai {end or '........'} {zona}"


def _pemilih(sheet: Sheet, isi: IsiF27) -> None:
    naskah, pemilih = isi.naskah, isi.pemilih
    heading(sheet, naskah.label("B"))
    columns = (
        Column("Kode", KODE, "c"),
        Column("Uraian", remainder(sheet, KODE, WORDS, FIGURE, 18.5, 18.5)),
        Column("Laki-laki", 18.5, "r"),
        Column("Perempuan", 18.5, "r"),
        Column("Jumlah", FIGURE, "r"),
        Column("Jumlah dengan huruf", WORDS),
    )
    lines: list[tuple[str, LakiPerempuan | int | None]] = [
        ("B1", pemilih.b1),
        ("B2", pemilih.b2),
        ("B3", pemilih.b3),
        ("B4", pemilih.b4),
        ("B5", pemilih.b5),
        ("B6", pemilih.b6),
        ("B7", pemilih.b7),
    ]
    names = {"B5": naskah.label("B5" if pemilih.b4 else "B5_tanpa_B4")}
    rows = [
        Row(
            (kode, names.get(kode) or naskah.label(kode), *_figures(figures)),
            bold=kode in ("B1", "B5"),
        )
        for kode, figures in lines
        if figures is not None
    ]
    table(sheet, columns, rows)


def _figures(figures: LakiPerempuan | int) -> tuple[str, str, str, str]:
    """Write men, women, total and total in words; lines without men and women leave them blank."""
    if isinstance(figures, int):
        return "", "", angka(figures), terbilang(figures)
    men, women, total = figures.laki, figures.perempuan, figures.jumlah
    return angka(men), angka(women), angka(total), terbilang(total)


def _surat_suara(sheet: Sheet, isi: IsiF27) -> None:
    naskah, lines = isi.naskah, isi.surat_suara
    heading(sheet, naskah.label("C"))
    columns = (
        Column("Kode", KODE, "c"),
        Column("Uraian", remainder(sheet, KODE, WORDS, FIGURE)),
        Column("Jumlah", FIGURE, "r"),
        Column("Dengan huruf", WORDS),
    )
    figures = {"C1": lines.c1, "C2": lines.c2, "C3": lines.c3, "C4": lines.c4}
    rows = [
        Row((kode, naskah.label(kode), angka(figure), terbilang(figure)))
        for kode, figure in figures.items()
    ]
    rows.append(
        Row(("C5", naskah.label("C5"), _signed(lines.c5), _signed_words(lines.c5)), bold=True)
    )
    table(sheet, columns, rows)
    if lines.penjelasan:
        sheet.gap(1.5)
        paragraph(sheet, f"Penjelasan C5: {plain(lines.penjelasan)}")


def _votes(sheet: Sheet, isi: IsiF27) -> None:
    heading(sheet, isi.naskah.label("D"))
    votes_table(sheet, isi.suara, isi.naskah)


def _signed(figure: int) -> str:
    return f"−{angka(-figure)}" if figure < 0 else angka(figure)


def _signed_words(figure: int) -> str:
    return f"kurang {terbilang(-figure)}" if figure < 0 else terbilang(figure)


def _checks(sheet: Sheet, isi: IsiF27) -> None:
    heading(sheet, isi.naskah.label("E"))
    figures = 62.0
    columns = (
        Column("Kode", KODE, "c"),
        Column("Ketentuan", remainder(sheet, KODE, figures, FIGURE)),
        Column("Hitungan", figures),
        Column("Hasil", FIGURE, "c"),
    )
    rows = [
        Row((
            one.kode,
            isi.naskah.label(one.kode),
            one.hitungan,
            "✔ cocok" if one.cocok else "✘ selisih",
        ), bold=not one.cocok)
        for one in isi.pemeriksaan
    ]  # fmt: skip
    table(sheet, columns, rows)
    difference_box(sheet, isi.selisih)


def _keberatan(sheet: Sheet, isi: IsiF27) -> None:
    heading(sheet, isi.naskah.label("F"))
    if isi.keberatan:
        paragraph(sheet, plain(f"{isi.naskah.label('ada')} {', '.join(isi.keberatan)}."))
    else:
        paragraph(sheet, plain(isi.naskah.label("nihil")))


def _signatures(sheet: Sheet, isi: IsiF27) -> None:
    heading(sheet, isi.naskah.label("G"))
    paragraph(sheet, plain(isi.naskah.penutup))
    sheet.gap(4)
    chief, *members = slots(isi)
    chief_and_members(sheet, chief, members, place_and_date(isi))


def _closing(sheet: Sheet, isi: IsiF27) -> None:
    saksi_table(sheet, isi.saksi)
    heading(sheet, isi.naskah.label("H"))
    copies = [f"({number}) {text}" for number, text in enumerate(isi.salinan_untuk, 1)]
    paragraph(sheet, plain(f"{'; '.join(copies)}."), SMALL)
    sheet.gap(2)
    scan = f" Pindaian SHA-256 {isi.pindaian}." if isi.pindaian else ""
    paragraph(sheet, plain(f"{isi.naskah.catatan}{scan}"), NOTE)

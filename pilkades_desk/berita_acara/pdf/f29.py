"""F-29: the recap of the village: minutes upright, the table of all units on turned pages."""

from collections.abc import Sequence
from functools import partial

from pilkades_desk.berita_acara.content import BarisUnit, IsiF29
from pilkades_desk.berita_acara.pdf.blocks import beside_result_qr, difference_box, votes_table
from pilkades_desk.berita_acara.values import Perolehan, Suara
from pilkades_desk.core.terbilang import angka, persen, terbilang
from pilkades_desk.kits.pdf.prose import NOTE, Item, heading, numbered, pairs, paragraph, plain
from pilkades_desk.kits.pdf.sheet import Sheet
from pilkades_desk.kits.pdf.tables import Column, Look, Row, Sums, table
from pilkades_desk.panitia.naskah.pdf.blocks import (
    document,
    opening,
    remainder,
    saksi_table,
    signing,
)


def draw(isi: IsiF29, tanda_tangan_qr: bytes | None) -> bytes:
    """Draw minutes and annex."""

    def compose(sheet: Sheet) -> None:
        opening(sheet, isi)
        paragraph(sheet, plain(isi.naskah.pembuka))
        heading(sheet, isi.naskah.label("A"), 45)
        beside_result_qr(sheet, isi, tanda_tangan_qr, lambda: _partisipasi(sheet, isi))
        for section in (_votes, _outcome, _accounts, _signatures):
            sheet.together(partial(section, isi=isi))
        _annex(sheet, isi)

    return document(isi, compose)


def _partisipasi(sheet: Sheet, isi: IsiF29) -> None:
    total, naskah = isi.total, isi.naskah
    share = persen(total.hadir.jumlah, total.dpt.jumlah, 2)
    pairs(
        sheet,
        [
            ("Jumlah unit", f"{len(isi.unit)} ({terbilang(len(isi.unit))})"),
            (naskah.label("dpt"), _people(total, "dpt")),
            (naskah.label("hadir"), _people(total, "hadir")),
            (naskah.label("partisipasi"), f"{share} ({naskah.label('partisipasi_dasar')})"),
            ("Surat suara diterima", angka(total.diterima)),
            ("Rusak atau keliru", angka(total.rusak)),
            ("Tidak terpakai", angka(total.sisa)),
            ("Digunakan", angka(total.digunakan)),
        ],
        42,
    )


def _people(row: BarisUnit, which: str) -> str:
    figures = row.dpt if which == "dpt" else row.hadir
    return (
        f"L {angka(figures.laki)}, P {angka(figures.perempuan)}, "
        f"jumlah {angka(figures.jumlah)} ({terbilang(figures.jumlah)})"
    )


def _total_votes(isi: IsiF29) -> Suara:
    pairs_of_votes = zip(isi.calon, isi.total.suara, strict=True)
    return Suara(
        perolehan=tuple(
            Perolehan(nomor=nomor, nama=nama, suara=suara)
            for (nomor, nama), suara in pairs_of_votes
        ),
        kolom_kosong=isi.total.kolom_kosong,
        sah=isi.total.sah,
        tidak_sah=isi.total.tidak_sah,
        jumlah=isi.total.jumlah,
    )


def _votes(sheet: Sheet, isi: IsiF29) -> None:
    heading(sheet, isi.naskah.label("B"))
    votes_table(sheet, _total_votes(isi), isi.naskah, share=True)
    sheet.gap(1.5)
    paragraph(sheet, plain(isi.naskah.label("persen_dasar")), NOTE)
    difference_box(sheet, isi.selisih)


def _signatures(sheet: Sheet, isi: IsiF29) -> None:
    heading(sheet, isi.naskah.label("E"))
    paragraph(sheet, plain(isi.naskah.penutup))
    signing(sheet, isi)
    saksi_table(sheet, isi.saksi)


def _outcome(sheet: Sheet, isi: IsiF29) -> None:
    heading(sheet, isi.naskah.label("C"))
    if isi.langkah_seri:
        paragraph(sheet, plain(isi.naskah.label("seri")))
        sheet.gap(1)
        steps = [Item(f"{n}.", plain(text)) for n, text in enumerate(isi.langkah_seri, 1)]
        numbered(sheet, steps, 6)
        sheet.gap(1)
    paragraph(sheet, f"<b>{plain(isi.hasil)}</b>")


def _accounts(sheet: Sheet, isi: IsiF29) -> None:
    heading(sheet, isi.naskah.label("D"))
    if not isi.akun_setelah_dpt:
        paragraph(sheet, plain(isi.naskah.label("tanpa_akun")))
        return
    items = [Item(f"{n}.", plain(text)) for n, text in enumerate(isi.akun_setelah_dpt, 1)]
    numbered(sheet, items, 6)


def _annex(sheet: Sheet, isi: IsiF29) -> None:
    sheet.new_page(sheet.frame.landscape)
    heading(sheet, isi.naskah.label("lampiran"))
    sheet.gap(1)
    rows = [_unit_row(str(number), row) for number, row in enumerate(isi.unit, 1)]
    figures = {id(row): _unit_figures(unit) for row, unit in zip(rows, isi.unit, strict=True)}

    def page(shown: Sequence[Row]) -> Row:
        sums = map(sum, zip(*(figures[id(row)] for row in shown), strict=True))
        return Row(("", "Jumlah halaman ini", *map(angka, sums)), bold=True)

    sums = Sums(page, Row(_unit_row("", isi.total).cells, bold=True))
    table(sheet, _unit_columns(sheet, isi), rows, Look(size=8.8, head=7.8, row=6.4), sums)
    sheet.gap(2)
    legend = "; ".join(f"No. {nomor} {nama}" for nomor, nama in isi.calon)
    paragraph(sheet, plain(f"L laki-laki, P perempuan, J jumlah. Calon: {legend}"), NOTE)


def _unit_columns(sheet: Sheet, isi: IsiF29) -> list[Column]:
    titles = [("L", "DPT"), ("P", "DPT"), ("J", "DPT")]
    titles += [("L", "Hadir"), ("P", "Hadir"), ("J", "Hadir")]
    titles += [(name, "Surat suara") for name in ("Diterima", "Rusak", "Sisa", "Dipakai")]
    titles += [(f"No. {nomor}", "Perolehan suara") for nomor, _ in isi.calon]
    if isi.total.kolom_kosong is not None:
        titles.append(("Kosong", "Perolehan suara"))
    titles += [(name, "Suara") for name in ("Sah", "Tidak sah", "Jumlah")]
    each = min(14.5, remainder(sheet, 9, 30) / len(titles))
    name = remainder(sheet, 9, each * len(titles))
    return [
        Column("No", 9, "c"),
        Column("Unit", name),
        *(Column(text, each, "r", group) for text, group in titles),
    ]


def _unit_row(number: str, row: BarisUnit) -> Row:
    return Row((number, row.nama, *map(angka, _unit_figures(row))))


def _unit_figures(row: BarisUnit) -> list[int]:
    return [
        row.dpt.laki, row.dpt.perempuan, row.dpt.jumlah,
        row.hadir.laki, row.hadir.perempuan, row.hadir.jumlah,
        row.diterima, row.rusak, row.sisa, row.digunakan,
        *row.suara,
        *([] if row.kolom_kosong is None else [row.kolom_kosong]),
        row.sah, row.tidak_sah, row.jumlah,
    ]  # fmt: skip

"""F-02, F-04b and F-06, lists of voters on turned pages, and F-08, the DPT by unit."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.core.terbilang import angka, terbilang
from pilkades_desk.kits.pdf.listing import Line, Listing, listing
from pilkades_desk.kits.pdf.page import MM, PAPER
from pilkades_desk.kits.pdf.prose import NOTE, paragraph, plain
from pilkades_desk.kits.pdf.sheet import Sheet
from pilkades_desk.kits.pdf.tables import Column, Row, table
from pilkades_desk.panitia.naskah.pdf.blocks import document, opening, remainder, signing
from pilkades_desk.panitia.naskah.values import LakiPerempuan, Naskah
from pilkades_desk.pemilih.content import IsiDaftar, IsiF06, IsiF08, Tujuan

_EVERY = frozenset(Tujuan)
_INSIDE = frozenset({Tujuan.BUKU, Tujuan.KERJA})
_BOOK = frozenset({Tujuan.BUKU})
_REST = 0.0
COLUMNS: tuple[tuple[str, Column, frozenset[Tujuan]], ...] = (
    ("no", Column("No", 11, "r"), _EVERY),
    ("no_dpt", Column("No DPT", 14, "r"), _EVERY),
    ("kk", Column("Nomor KK", 30), _BOOK),
    ("nik", Column("NIK", 30), _INSIDE),
    ("nama", Column("Nama lengkap", _REST), _EVERY),
    ("tempat_lahir", Column("Tempat lahir", 27), _INSIDE),
    ("lahir", Column("Lahir", 19, "c"), _INSIDE),
    ("lahir", Column("Umur", 13, "r"), frozenset({Tujuan.UMUM})),
    ("kelamin", Column("L/P", 9, "c"), _EVERY),
    ("kawin", Column("Kawin", 12, "c"), _INSIDE),
    ("alamat", Column("Alamat, dusun", _REST), _EVERY),
    ("rt_rw", Column("RT/RW", 17, "c"), _EVERY),
    ("disabilitas", Column("Dis.", 9, "c"), _INSIDE),
    ("keterangan", Column("Keterangan", 26), _INSIDE),
)
"""Field, column, and the purposes whose list shows it; two share what width is left."""
_REMARK = ("keterangan", Column("Keterangan", 26))
"""On a list for everybody only where something must be remarked, such as a death."""


_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "F-02": {"no_dpt": "No DPS"},
        "F-04b": {"keterangan": "Alasan, sumber"},
    }
)
"""What a column is called on one form alone."""
_SEALED = MappingProxyType({"F-06": "Segel DPT", "F-02": "Segel DPS", "F-04b": "Segel DPS"})


def draw_daftar(isi: IsiDaftar, progress: Progress = quiet) -> bytes:
    """Draw a list of voters; the page subtotals count men and women (S-213, S-291)."""
    shown = [(name, column) for name, column, purposes in COLUMNS if isi.untuk in purposes]
    if _is_whole(isi):  # one number is the other
        shown = [one for one in shown if one[0] != "no_dpt"]
    if any(baris.keterangan for baris in isi.baris) and isi.untuk is Tujuan.UMUM:
        shown.append(_REMARK)
    sex = [name for name, _ in shown].index("kelamin")
    rows = [tuple(str(getattr(baris, name)) for name, _ in shown) for baris in isi.baris]
    words = _WORDS.get(isi.kode, {})
    named = [replace(column, title=words.get(name, column.title)) for name, column in shown]
    place = _place(isi)

    def compose(sheet: Sheet) -> None:
        opening(sheet, isi, place, numbered=False)
        _covered(sheet, isi)
        sheet.gap(2)
        columns = share_rest(sheet, named)
        plan = Listing(columns, below=lambda lines: (page_total(lines, sex),), lines_below=1)
        listing(sheet, plan, rows, progress)
        sheet.together(lambda one: _close(one, isi))

    return document(isi, compose, place, frame=PAPER[isi.kertas].landscape)


def draw_f08(isi: IsiF08) -> bytes:
    """Draw the recap by unit."""

    def compose(sheet: Sheet) -> None:
        opening(sheet, isi, numbered=False)
        sheet.gap(2)
        with sheet.ahead_of(partial(_close_recap, isi=isi)):
            _recap(sheet, isi)

    return document(isi, compose, frame=PAPER[isi.kertas].landscape)


def share_rest(sheet: Sheet, columns: Sequence[Column]) -> list[Column]:
    """Give the columns without a width an equal part of what the others leave."""
    free = [column for column in columns if column.width == _REST]
    part = remainder(sheet, *(column.width for column in columns)) / max(1, len(free))
    return [
        Column(column.title, part if column.width == _REST else column.width, column.align,
               column.group)
        for column in columns
    ]  # fmt: skip


def page_total(lines: Sequence[Line], sex: int) -> str:
    """Say how many men and women stand on a page; `sex` is the place of the L/P column."""
    men, women = (sum(line[sex] == one for line in lines) for one in "LP")
    return f"Jumlah halaman ini: L {angka(men)} · P {angka(women)} · {angka(men + women)}"


def totals_text(naskah: Naskah, jumlah: LakiPerempuan) -> str:
    """Say men, women and all, in figures and words."""
    words = {
        name: f"<b>{angka(figure)}</b> ({terbilang(figure)})"
        for name, figure in jumlah.model_dump().items()
    }
    return plain(naskah.label("jumlah")).format_map(words)


def _is_whole(isi: IsiDaftar) -> bool:
    """Tell whether a list is that of the village."""
    return isi.unit is None if isinstance(isi, IsiF06) else not isi.cakupan


def _place(isi: IsiDaftar) -> str:
    return isi.nama_unit if isinstance(isi, IsiF06) else ""


def _covered(sheet: Sheet, isi: IsiDaftar) -> None:
    parts = [isi.lokasi if isinstance(isi, IsiF06) else "", isi.cakupan]
    if any(parts):
        paragraph(sheet, plain(" · ".join(part for part in parts if part)), NOTE)


def _close_recap(sheet: Sheet, isi: IsiF08) -> None:
    signing(sheet, isi)
    sheet.gap(2)
    paragraph(sheet, plain(f"Segel DPT (SHA-256): {isi.segel}"), NOTE)


def _close(sheet: Sheet, isi: IsiDaftar) -> None:
    sheet.gap(3)
    paragraph(sheet, totals_text(isi.naskah, isi.jumlah))
    signing(sheet, isi)
    paragraph(sheet, plain(f"{_SEALED[isi.kode]} (SHA-256): {isi.segel}"), NOTE)


def _recap(sheet: Sheet, isi: IsiF08) -> None:
    figures = [("L", "DPT", 17), ("P", "DPT", 17), ("Jumlah", "DPT", 19)]
    figures += [("Disabilitas", "", 21), ("Surat suara", "", 21)]
    text = sheet.width / MM - 11 - 28 - sum(wide for _, _, wide in figures)
    columns = (
        Column("No", 11, "c"),
        Column("Unit", 28),
        Column("Lokasi", text * 0.42),
        Column("Dusun, RT/RW", text * 0.58),
        *(Column(name, wide, "r", group) for name, group, wide in figures),
    )
    rows = [
        ((str(row.nomor), row.nama, row.lokasi, row.wilayah),
         (row.dpt.laki, row.dpt.perempuan, row.dpt.jumlah, row.disabilitas, row.surat_suara))
        for row in isi.rekap
    ]  # fmt: skip
    total = [sum(column) for column in zip(*(counts for _, counts in rows), strict=True)]
    lines = [Row((*texts, *(angka(figure) for figure in counts))) for texts, counts in rows]
    last = Row(("", "Jumlah", "", "", *(angka(figure) for figure in total)), bold=True)
    table(sheet, columns, [*lines, last])

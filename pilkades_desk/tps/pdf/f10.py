"""F-10: the attendance list of a unit, with F-10b and F-10c where the profile allows them."""

from collections.abc import Sequence

from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.pdf.listing import Line, Listing, listing
from pilkades_desk.kits.pdf.page import PAPER
from pilkades_desk.kits.pdf.prose import NOTE, heading, paragraph, plain
from pilkades_desk.kits.pdf.sheet import Sheet
from pilkades_desk.kits.pdf.tables import Column, Look, Row, table
from pilkades_desk.panitia.naskah.pdf.blocks import document, opening, remainder, signing
from pilkades_desk.pemilih.pdf.daftar import share_rest
from pilkades_desk.tps.content import BarisHadir, IsiF10

_LOOK = Look(size=8.8, head=8, row=8.4)
_SEX = 4
_SIGN = "Tanda tangan"
_COLUMNS = (
    Column("No", 11, "r"),
    Column("No DPT", 14, "r"),
    Column("Nama", 0),
    Column("NIK", 28),
    Column("L/P", 9, "c"),
    Column("Umur", 12, "r"),
    Column("Alamat, dusun", 0),
    Column("RT/RW", 17, "c"),
    Column("Keterangan", 22),
    Column("ganjil", 27, group=_SIGN),
    Column("genap", 27, group=_SIGN),
)
_DOTS = "." * 14


def draw_f10(isi: IsiF10, progress: Progress = quiet) -> bytes:
    """Draw the list; odd numbers sign on the left and even ones on the right, on big lines."""
    rows = [_cells(baris) for baris in isi.baris]

    def compose(sheet: Sheet) -> None:
        opening(sheet, isi, isi.nama_unit, numbered=False)
        where = " · ".join(part for part in (isi.hari, isi.lokasi) if part)
        paragraph(sheet, plain(where), NOTE)
        sheet.gap(2)
        plan = Listing(share_rest(sheet, _COLUMNS), _LOOK, _page_total, lines_below=1)
        listing(sheet, plan, rows, progress)
        _others(sheet, isi)
        sheet.together(lambda one: _close(one, isi))

    return document(isi, compose, isi.nama_unit, frame=PAPER[isi.kertas].landscape)


def _cells(baris: BarisHadir) -> Line:
    *known, keterangan = baris
    sign = (f"{baris.no}.", "") if baris.no % 2 else ("", f"{baris.no}.")
    return (*(str(value) for value in known), keterangan, *sign)


def _page_total(lines: Sequence[Line]) -> tuple[str, ...]:
    men = sum(line[_SEX] == "L" for line in lines)
    listed = f"L {angka(men)} · P {angka(len(lines) - men)} · {angka(len(lines))}"
    present = f"L {_DOTS} P {_DOTS} Jumlah {_DOTS}"
    return (f"Terdaftar di halaman ini: {listed}; hadir di halaman ini: {present}",)


def _others(sheet: Sheet, isi: IsiF10) -> None:
    sections = (
        ("tps_lain", "Dari TPS", isi.baris_tps_lain),
        ("luar_dpt", "Dokumen yang ditunjukkan", isi.baris_luar_dpt),
    )
    for label, shown, count in sections:
        if count:
            sheet.gap(5)
            heading(sheet, isi.naskah.label(label))
            columns = (
                Column("No", 11, "c"),
                Column("Nama", remainder(sheet, 11, 40, 70, 50, 36)),
                Column("NIK", 40),
                Column("Alamat", 70),
                Column(shown, 50),
                Column(_SIGN, 36),
            )
            rows = [Row((str(n), "", "", "", "", ""), height=8.4) for n in range(1, count + 1)]
            table(sheet, columns, rows)


def _close(sheet: Sheet, isi: IsiF10) -> None:
    sheet.gap(4)
    naskah = isi.naskah
    columns = (
        Column("Uraian", remainder(sheet, 34, 34, 34)),
        Column("Laki-laki", 34, "r"),
        Column("Perempuan", 34, "r"),
        Column("Jumlah", 34, "r"),
    )
    listed = [angka(figure) for figure in isi.jumlah.model_dump().values()]
    rows = (
        Row((naskah.label("terdaftar"), *listed)),
        Row((naskah.label("hadir"), "", "", ""), height=8),
        Row((naskah.label("tidak_hadir"), "", "", ""), height=8),
    )
    table(sheet, columns, rows)
    signing(sheet, isi)

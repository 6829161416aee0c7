"""R-06: the sheet of a house-to-house check, a line for every voter of an RT and room to write."""

from collections.abc import Sequence

from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.kits.pdf.listing import Line, Listing, listing
from pilkades_desk.kits.pdf.page import PAPER
from pilkades_desk.kits.pdf.prose import NOTE, heading, paragraph, plain, title
from pilkades_desk.kits.pdf.sheet import Sheet
from pilkades_desk.kits.pdf.tables import Column, Look, Row, table
from pilkades_desk.panitia.naskah.pdf.blocks import document, signing
from pilkades_desk.pemilih.content import BarisDpt, IsiR06
from pilkades_desk.pemilih.pdf.daftar import page_total, share_rest, totals_text

_LOOK = Look(size=8.4, head=7.4, row=8.6)
_SEX = 5
_FOUND, _INITIALS = "Hasil", "Paraf"
_COLUMNS = (
    Column("No", 8, "r"),
    Column("No data", 12, "r"),
    Column("KK, NIK", 24),
    Column("Nama", 0),
    Column("Lahir", 21),
    Column("L/P", 7, "c"),
    Column("Kawin", 10, "c"),
    Column("Alamat, dusun", 0),
    Column("sesuai", 10, "c", _FOUND),
    Column("ubah", 10, "c", _FOUND),
    Column("TMS", 10, "c", _FOUND),
    Column("Perbaikan", 34),
    Column("Bukti", 18),
    Column("Petugas", 16),
    Column("Tanggal", 14),
    Column("petugas", 12, group=_INITIALS),
    Column("pemilih", 12, group=_INITIALS),
)
_BOX = "\u2610"
_TO_WRITE = ("", "", "", "", "", "")
_NEW = (
    Column("No", 8, "c"),
    Column("Nama lengkap", 0),
    Column("NIK", 34),
    Column("Nomor KK", 34),
    Column("Tempat, tanggal lahir", 36),
    Column("L/P", 8, "c"),
    Column("Kawin", 11, "c"),
    Column("Alamat", 0),
    Column("Alasan", 24),
    Column("Bukti", 20),
    Column("Paraf", 14),
)
_NEW_LINES = 6


def draw_r06(isi: IsiR06, progress: Progress = quiet) -> bytes:
    """Draw the sheet; below it there is room for voters who are not on it (S-293).

    It bears no letterhead: a working sheet holds as many lines as it can.
    """
    rows = [_cells(baris) for baris in isi.baris]

    def compose(sheet: Sheet) -> None:
        title(sheet, (f"{isi.naskah.judul[0]} · {isi.cakupan}", *isi.naskah.judul[1:]))
        paragraph(sheet, plain(isi.naskah.catatan), NOTE)
        sheet.gap(2)
        plan = Listing(share_rest(sheet, _COLUMNS), _LOOK, _page_total, lines_below=1)
        listing(sheet, plan, rows, progress)
        sheet.together(lambda one: _close(one, isi))

    return document(isi, compose, isi.cakupan, frame=PAPER[isi.kertas].landscape)


def _cells(baris: BarisDpt) -> Line:
    return (
        str(baris.no),
        str(baris.no_dpt),
        " ".join(filter(None, (baris.kk, baris.nik))),
        baris.nama,
        " ".join(filter(None, (baris.tempat_lahir, baris.lahir))),
        baris.kelamin,
        baris.kawin,
        baris.alamat,
        _BOX,
        _BOX,
        _BOX,
        *_TO_WRITE,
    )


def _page_total(lines: Sequence[Line]) -> tuple[str, ...]:
    return (page_total(lines, _SEX),)


def _close(sheet: Sheet, isi: IsiR06) -> None:
    sheet.gap(3)
    paragraph(sheet, totals_text(isi.naskah, isi.jumlah))
    heading(sheet, isi.naskah.label("baru"))
    blank = [
        Row((str(number), *[""] * (len(_NEW) - 1)), height=_LOOK.row)
        for number in range(1, _NEW_LINES + 1)
    ]
    table(sheet, share_rest(sheet, _NEW), blank)
    signing(sheet, isi)

"""The access sheet: who opened the file or took data out since a day, for the notice of art. 46."""

from pilkades_desk.core.clock import moment_text, plain_date
from pilkades_desk.kits.pdf.page import A4, AuditFoot
from pilkades_desk.kits.pdf.prose import LEFT, NOTE, pairs, paragraph, plain, title
from pilkades_desk.kits.pdf.sheet import Sheet, draw
from pilkades_desk.kits.pdf.tables import Column, Look, Row, table
from pilkades_desk.panitia.values import LembarAkses

_COLUMNS = (
    Column("Langkah", 18, "r"),
    Column("Waktu", 38),
    Column("Siapa", 40),
    Column("Kejadian", 78),
)
_BASIS = (
    "UU 27/2022 pasal 46: bila data pribadi gagal dilindungi, pemilik data dan lembaga diberi tahu"
    " secara tertulis paling lambat 3 × 24 jam."
)


def draw_akses(lembar: LembarAkses) -> bytes:
    """Draw the sheet."""
    rows = [
        Row(
            (
                str(each.seq),
                moment_text(each.waktu, lembar.zona) if each.waktu else "–",
                each.siapa,
                each.kalimat,
            )
        )
        for each in lembar.baris
    ]

    def compose(sheet: Sheet) -> None:
        title(sheet, ["Siapa membuka atau mengekspor", f"sejak {plain_date(lembar.sejak)}"])
        pairs(
            sheet,
            [
                ("Berkas", lembar.tempat),
                ("Lembar dibuat", moment_text(lembar.dibuat, lembar.zona)),
                ("Kepala riwayat", lembar.kepala),
            ],
        )
        sheet.gap(3)
        if rows:
            table(sheet, _COLUMNS, rows, Look(size=8.8))
        else:
            paragraph(sheet, "Tidak ada yang membuka atau mengekspor sejak hari itu.", LEFT)
        sheet.gap(3)
        paragraph(sheet, plain(_BASIS), NOTE)

    return draw(compose, A4, AuditFoot(lembar.kepala))

from collections.abc import Callable, Sequence

import pypdfium2
from pypdfium2 import raw as pdfium

from pilkades_desk.kits.pdf.page import A4, F4, Frame, PageMarks
from pilkades_desk.kits.pdf.prose import Item, box, heading, numbered, paragraph, title
from pilkades_desk.kits.pdf.render import page_count, page_picture, page_png, page_text
from pilkades_desk.kits.pdf.sheet import Sheet, draw
from pilkades_desk.kits.pdf.signature_block import Slot, chief_and_members, signature_block
from pilkades_desk.kits.pdf.tables import Column, Row, Sums, table
from tests.kits.pdf_pages import overflows

COLUMNS = (Column("No", 10, "c"), Column("Nama", 60), Column("Jumlah", 25, "r", "Suara"))


def marks(rehearsal: bool = False) -> PageMarks:
    return PageMarks(
        "F-00", "Judul uji", "uji 9f2c", "1234 5678", "Arsip", "7-ab", "PD1*B", "AA", rehearsal
    )


def drawn(
    compose: Callable[[Sheet], None], frame: Frame = A4, rehearsal: bool = False
) -> tuple[str, ...]:
    pdf = draw(compose, frame, marks(rehearsal))
    assert overflows(pdf) == [] or rehearsal
    return tuple(page_text(pdf, index) for index in range(page_count(pdf)))


def rows(count: int, name: str = "Wiryawan") -> list[Row]:
    return [Row((str(number), name, str(number))) for number in range(1, count + 1)]


def test_a_long_table_repeats_its_head_on_every_page() -> None:
    pages = drawn(lambda sheet: table(sheet, COLUMNS, rows(120)))
    assert [page.count("Nama") for page in pages] == [1] * len(pages)
    assert len(pages) > 2


def test_page_subtotals_add_up_to_the_total() -> None:
    def subtotal(shown: Sequence[Row]) -> Row:
        return Row(("", "SUB", str(sum(int(row.cells[2]) for row in shown))), bold=True)

    pages = drawn(lambda sheet: table(sheet, COLUMNS, rows(90), sums=Sums(subtotal)))
    sums = [int(page.split("SUB")[1].split()[0]) for page in pages]
    assert sum(sums) == 90 * 91 // 2


def test_a_name_without_spaces_stays_inside_its_column() -> None:
    pages = drawn(lambda sheet: table(sheet, COLUMNS, rows(3, "W" * 100)))
    assert pages[0].count("W") == 300


def test_the_overflow_check_sees_a_text_over_a_line() -> None:
    def compose(sheet: Sheet) -> None:
        table(sheet, COLUMNS, rows(1))
        sheet.canvas.drawString(sheet.left + 5, sheet.y + 4, "melewati garis kolom")

    assert overflows(draw(compose, A4, marks())) != []


def test_every_page_has_the_whole_footer() -> None:
    pages = drawn(lambda sheet: table(sheet, COLUMNS, rows(150)), F4)
    for number, page in enumerate(pages, 1):
        for part in ("F-00", "uji 9f2c", "1234 5678", "Arsip", "7-ab"):
            assert part in page
        assert f"Halaman {number} dari {len(pages)}" in page


def test_a_rehearsal_says_so_on_every_page() -> None:
    pages = drawn(lambda sheet: table(sheet, COLUMNS, rows(60)), rehearsal=True)
    assert all("LATIHAN" in page for page in pages)


def test_a_paragraph_longer_than_a_page_goes_on() -> None:
    pages = drawn(lambda sheet: paragraph(sheet, "kata " * 1500))
    assert sum(page.count("kata") for page in pages) == 1500


def test_a_block_that_fits_one_page_is_not_split() -> None:
    def compose(sheet: Sheet) -> None:
        table(sheet, COLUMNS, rows(30))
        sheet.together(lambda one: table(one, COLUMNS, rows(20, "Utuh")))

    assert [page.count("Utuh") for page in drawn(compose)] == [0, 20]


def test_who_signs_below_a_table_always_has_rows_of_it_on_the_page() -> None:
    def closing(sheet: Sheet) -> None:
        signature_block(sheet, (Slot("Ketua", "Uji"), Slot("Saksi")))

    def compose(sheet: Sheet) -> None:
        with sheet.ahead_of(closing):
            table(sheet, COLUMNS, listed)

    for count in range(1, 45):
        listed = rows(count)
        *_, last = drawn(compose)
        assert "Ketua" in last
        assert f"{count} Wiryawan" in last
        assert count == 1 or f"{count - 1} Wiryawan" in last


def test_a_heading_stays_with_the_line_of_signatures_below_it() -> None:
    def signing(sheet: Sheet) -> None:
        heading(sheet, "Mengetahui")
        signature_block(sheet, (Slot("Ketua"), Slot("Saksi", "Uji")), above="Uji, 3 Februari")

    for gap in range(170, 215):

        def compose(sheet: Sheet, gap: int = gap) -> None:
            paragraph(sheet, "Isi.")
            sheet.gap(gap)
            sheet.together(signing)

        pages = drawn(compose)
        assert ["Mengetahui" in page for page in pages] == ["Saksi" in page for page in pages]


def test_a_block_higher_than_a_page_breaks() -> None:
    pages = drawn(lambda sheet: sheet.together(lambda one: table(one, COLUMNS, rows(70, "Utuh"))))
    assert sum(page.count("Utuh") for page in pages) == 70


def test_a_heading_is_not_left_alone_at_the_foot() -> None:
    def compose(sheet: Sheet) -> None:
        sheet.y = sheet.frame.bottom + 30
        heading(sheet, "B. Judul bagian")
        paragraph(sheet, "Isi bagian.")

    assert "Judul bagian" in drawn(compose)[1]


def test_a_box_and_lists_break_over_pages_without_losing_words() -> None:
    def compose(sheet: Sheet) -> None:
        box(sheet, "SELISIH", ["alasan " * 1200])
        numbered(sheet, [Item(f"{number}.", "butir " * 40) for number in range(30)])

    pages = drawn(compose)
    assert sum(page.count("alasan") for page in pages) == 1200
    assert sum(page.count("butir") for page in pages) == 1200


def test_chief_and_members_break_when_the_page_is_full() -> None:
    def compose(sheet: Sheet) -> None:
        sheet.y = sheet.frame.bottom + 120
        members = [Slot("Anggota", f"Orang {number}") for number in range(12)]
        chief_and_members(sheet, Slot("Ketua", "Pak Ketua", stamp=True), members, "Uji, 1 Mei 2027")

    assert sum(page.count("Orang") for page in drawn(compose)) == 12


def test_a_page_can_be_turned() -> None:
    pdf = draw(lambda sheet: sheet.new_page(F4.landscape), F4, marks())
    first, second = (page_picture(pdf, index, 72) for index in (0, 1))
    assert (first.width, first.height) == (second.height, second.width) == (610, 936)
    assert len(first.pixels) == first.stride * first.height


def test_a_page_becomes_a_png() -> None:
    pdf = draw(lambda sheet: paragraph(sheet, "Isi."), A4, marks())
    assert page_png(pdf, 0, 40)[:8] == b"\x89PNG\r\n\x1a\n"


def test_a_title_a_little_too_long_stays_inside_the_margins() -> None:
    for words in range(8, 24):
        pdf = draw(lambda sheet, line="Desa " * words: title(sheet, [line]), A4, marks())
        with pypdfium2.PdfDocument(pdf) as document:
            things = [*document[0].get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])]
            lefts, _, rights, _ = zip(*(one.get_bounds() for one in things), strict=True)
        assert min(lefts) >= A4.side - 1, words
        assert max(rights) <= A4.width - A4.side + 1, words

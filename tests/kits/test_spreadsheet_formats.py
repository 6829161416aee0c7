"""Sheets saved by other programs, and files that would burst: read or refused in one sentence."""

import contextlib
import io
import struct
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.core.errors import SheetError
from pilkades_desk.kits.spreadsheet.guard import has_macro
from pilkades_desk.kits.spreadsheet.reader import BARE, Cell, read_sheets
from pilkades_desk.kits.spreadsheet.writer import Formula, SheetOut, write_xlsx
from tests.kits.book_makers import (
    docx_bytes,
    docx_of,
    html_bytes,
    ods_bytes,
    record,
    xls_bytes,
    zipped,
)

ROWS = (("NIK", "NAMA"), ("3399015205900001", "Nur'aini & René"))
LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


def texts(content: bytes) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read_sheets(content)[0].rows]


def refusal(content: bytes) -> str:
    began = time.process_time()
    with pytest.raises(SheetError) as caught:
        read_sheets(content)
    assert caught.value.hint
    assert time.process_time() - began < 5
    return caught.value.sentence


@pytest.mark.parametrize("write", [xls_bytes, html_bytes, docx_bytes, ods_bytes])
def test_every_format_gives_the_same_cells(write):
    assert texts(write(ROWS)) == [list(row) for row in ROWS]


def test_a_number_in_a_real_xls_stays_a_number():
    assert read_sheets(xls_bytes([(3399015205900001, "x")]))[0].rows[0][0].kind == "number"


def test_text_above_a_web_table_is_its_letterhead_and_text_below_is_none():
    content = html_bytes(ROWS, above=("PEMERINTAH DESA",), below=("Tanggal cetak",))
    assert texts(content) == [["PEMERINTAH DESA"], *map(list, ROWS)]


def test_web_cells_over_several_columns_and_rows_leave_the_others_empty():
    content = (
        b"<table><tr><td rowspan=2>NO</td><td colspan='2'>LAHIR</td><td>RT</td></tr>"
        b"<tr><td>TEMPAT<td>TANGGAL<td>x</tr></table>"
    )
    assert texts(content) == [["NO", "LAHIR", "", "RT"], ["", "TEMPAT", "TANGGAL", "x"]]


def test_scripts_styles_comments_and_inner_tables_do_not_become_cells():
    content = (
        b"<!-- <table><tr><td>x --><table><tr><td>a<script>if (1<2) b</script></td>"
        b"<td>c<br>d<table><tr><td>e</td></tr></table>f</td></tr></table>"
    )
    assert texts(content) == [["a", "c\ndef"]]


def test_a_cut_web_table_keeps_what_was_read_and_references_stay_small():
    assert texts(b"<table><tr><td>&lt;A&amp;B&gt;<td>&nbsp;7<tr><td>x") == [["<A&B>", "7"], ["x"]]


def test_two_web_tables_are_two_sheets():
    sheets = read_sheets(html_bytes(ROWS) + html_bytes(ROWS))
    assert [sheet.name for sheet in sheets] == ["Tabel 1", "Tabel 2"]


def test_merged_word_cells_and_paragraphs():
    cell = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    rows = f"<w:tr><w:tc>{wide}{cell.format('A')}{cell.format('B')}</w:tc></w:tr>"
    outside = "<w:p><w:r><w:t>Surat</w:t></w:r></w:p>"
    content = docx_of(f"{outside}<w:tbl>{rows}</w:tbl>")
    assert texts(content) == [["A B", ""]]


@pytest.mark.parametrize("separator", [",", ";"])
def test_csv_below_a_letterhead(separator):
    lines = ["DAFTAR PEMILIH", "", *(separator.join(row) for row in ROWS)]
    assert texts("\n".join(lines).encode())[2:] == [list(row) for row in ROWS]


def test_a_macro_is_noticed_and_the_cells_are_read():
    plain = write_xlsx([SheetOut("S", ROWS[0], ROWS[1:])])
    with_macro = add_members(plain, {"xl/vbaProject.bin": b"\0"})
    assert (has_macro(plain), has_macro(with_macro)) == (False, True)
    assert (has_macro(xls_bytes(ROWS)), texts(with_macro)[0]) == (False, ["NIK", "NAMA"])


def test_only_formulas_without_a_result_are_bare():
    content = write_xlsx([SheetOut("R & D", ("A", "B"), [(Formula("1+1"), "x")])])
    assert read_sheets(content)[0].rows[1] == (BARE, Cell("x", "text"))
    computed = change_sheet(content, "<v></v>", "<v>2</v>")
    assert read_sheets(computed)[0].rows[1][0].text == "2"


@pytest.mark.parametrize("where", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_xml_that_declares_entities_is_refused(where):
    plain = write_xlsx([SheetOut("S", ROWS[0], ROWS[1:])])
    with zipfile.ZipFile(io.BytesIO(plain)) as book:
        text = book.read(where).decode().replace("?>", f"?>{LAUGHS}", 1)
    assert "memenuhi ingatan" in refusal(add_members(plain, {where: text}))


@pytest.mark.parametrize(
    "content",
    [
        docx_of("<w:tbl/>", LAUGHS),
        f'<?xml version="1.0"?>{LAUGHS}<table><tr><td>&b;</td></tr></table>'.encode(),
        zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": f"{LAUGHS}<office:document-content/>",
            }
        ),
    ],
    ids=["word", "web", "ods"],
)
def test_a_billion_laughs_are_refused_in_every_format(content):
    assert "memenuhi ingatan" in refusal(content)


def test_a_word_document_declared_after_its_first_piece_is_refused_too():
    assert "rusak" in refusal(docx_of("<w:tbl/>", f"{' ' * (1 << 20)}<!DOCTYPE w>"))


def test_a_million_blank_formatted_rows_are_refused_before_parsing():
    blank = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(3, 1_000_000))
    plain = write_xlsx([SheetOut("S", ROWS[0], ROWS[1:])])
    content = change_sheet(plain, "</sheetData>", f"{blank}</sheetData>")
    assert "200.000 baris" in refusal(content)


def test_a_few_thousand_blank_formatted_rows_are_read():
    blank = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(3, 5_000))
    plain = write_xlsx([SheetOut("S", ROWS[0], ROWS[1:])])
    assert texts(change_sheet(plain, "</sheetData>", f"{blank}</sheetData>"))[:2] == [
        list(row) for row in ROWS
    ]


@pytest.mark.parametrize(
    "content",
    [b"<table><tr><td>a</td>" + b"<td>" * 800, b"<table><tr><td colspan=9999>a</td></tr></table>"],
)
def test_web_tables_that_are_far_too_wide_are_refused(content):
    assert "702 kolom" in refusal(content)


def test_far_too_long_tables_are_refused():
    assert "200.000 baris" in refusal(b"<table>" + b"<tr><td>a" * 200_002)
    assert "200.000 baris" in refusal(docx_of(f"<w:tbl>{'<w:tr/>' * 200_001}</w:tbl>"))
    wide = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999"/></w:tcPr></w:tc></w:tr>'
    assert "702 kolom" in refusal(docx_of(f"<w:tbl>{wide}</w:tbl>"))


@pytest.mark.parametrize("noise", [b"<", b"<a ", b"<td ", b"<!--", b"&", b"</", b"<td a='"])
def test_a_page_of_broken_tags_takes_no_long_time(noise):
    content = b"<table><tr><td>a</table>" + noise * (400_000 // len(noise))
    began = time.process_time()
    assert texts(content) == [["a"]]
    assert time.process_time() - began < 5


@pytest.mark.parametrize("write", [xls_bytes, docx_bytes, ods_bytes])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_cut_files_are_refused_or_read(write, share):
    content = write([*ROWS, *[(str(n), "x" * 40) for n in range(200)]])
    with pytest.raises(SheetError):
        read_sheets(content[: int(len(content) * share)])


@pytest.mark.parametrize(
    ("kind", "body", "word"),
    [
        (0x0200, struct.pack("<IIHHH", 0, 4_000_000_000, 0, 60_000, 0), "200.000 baris"),
        (0x0200, struct.pack("<IIHHH", 255, 3, 0, 2, 0), "rusak"),
        (0x0203, struct.pack("<HHHd", 60_000, 40_000, 0, 1.0), "200.000 baris"),
        (0x00FC, struct.pack("<II", 1, 4_000_000_000), "rusak"),
        (0x002F, b"\1" * 54, "kata sandi"),
    ],
    ids=["dimensions", "upside down", "far cell", "strings", "password"],
)
def test_an_xls_that_claims_gigabytes_or_asks_for_a_password_is_refused(kind, body, word):
    assert word in refusal(xls_bytes(ROWS, more=record(kind, body)))


@pytest.mark.parametrize("place", [30, 44, 48, 56, 60, 72, 76])
def test_an_ole_header_that_cannot_be_true_ends_no_program(place):
    content = bytearray(xls_bytes(ROWS))
    content[place : place + 4] = b"\x07\xff\xff\x7f"
    with contextlib.suppress(SheetError):
        assert read_sheets(bytes(content))[0].rows[0][0].text == "NIK"


@given(
    st.sampled_from([xls_bytes, docx_bytes, html_bytes, ods_bytes]),
    st.lists(st.tuples(st.integers(0, 9_000), st.integers(0, 255)), max_size=6),
)
def test_damaged_files_of_every_format_are_read_or_refused_and_nothing_else(write, changes):
    content = bytearray(write([*ROWS, *[(str(n), n) for n in range(40)]]))
    for place, value in changes:
        content[place % len(content)] = value
    with contextlib.suppress(SheetError):
        read_sheets(bytes(content))


def add_members(book: bytes, more: dict[str, str | bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()} | more)


def change_sheet(book: bytes, old: str, new: str) -> bytes:
    name = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        text = archive.read(name).decode()
    assert old in text
    return add_members(book, {name: text.replace(old, new)})

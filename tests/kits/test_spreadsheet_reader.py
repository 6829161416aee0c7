"""Sheets in and out: what is read, what is refused, what survives the round trip."""

import contextlib
import io
import warnings
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.core.errors import SheetError
from pilkades_desk.kits.spreadsheet.reader import BARE, EMPTY, Cell, read_bytes, read_sheets
from pilkades_desk.kits.spreadsheet.writer import Formula, SheetOut, clean, write_xlsx
from tests.kits.book_makers import ods_of, zipped


def one_row(*cells, header=("A",)):
    return write_xlsx([SheetOut("Lembar", header, [cells])])


def second_row(content):
    return read_sheets(content)[0].rows[1]


def refusal(content):
    with pytest.raises(SheetError) as caught:
        read_sheets(content)
    assert caught.value.hint
    return caught.value.sentence


def ods_cell(text, repeated=1):
    return (
        f'<table:table-cell office:value-type="string" '
        f'table:number-columns-repeated="{repeated}"><text:p>{text}</text:p></table:table-cell>'
    )


def test_cells_keep_their_kind():
    book = openpyxl.Workbook()
    book.active.append(["3399", 3399, 2.5, date(2026, 1, 2), True, None, "  "])
    buffer = io.BytesIO()
    book.save(buffer)
    cells = read_sheets(buffer.getvalue())[0].rows[0]
    assert [cell.kind for cell in cells] == [
        "text", "number", "number", "date", "bool", "empty", "empty",
    ]  # fmt: skip
    assert [cell.text for cell in cells[:5]] == ["3399", "3399", "2.5", "2026-01-02", "true"]


def test_row_numbers_count_blank_rows_above():
    book = openpyxl.Workbook()
    book.active["B4"] = "di sini"
    buffer = io.BytesIO()
    book.save(buffer)
    assert read_sheets(buffer.getvalue())[0].rows[3] == (EMPTY, Cell("di sini", "text"))


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")))
def test_any_text_survives_the_round_trip(text):
    expected = Cell(text, "text") if text.strip() else EMPTY
    assert second_row(one_row("x", text))[1] == expected


@pytest.mark.parametrize(
    "text", ["=1+1", "3399012001010001", "https://contoh.invalid/a", "_x0041_", "{=A1}", " tepi "]
)
def test_text_that_looks_like_something_else_stays_text(text):
    assert second_row(one_row(text))[0] == Cell(text, "text")


def test_a_formula_nobody_computed_is_not_an_empty_cell():
    assert second_row(one_row(Formula("IF(A1=1,2,3)"), "x")) == (BARE, Cell("x", "text"))


def test_moment_is_written_as_a_true_date():
    moment = datetime(2026, 10, 1, 8, 30, tzinfo=UTC)
    assert second_row(one_row(moment))[0] == Cell("2026-10-01T08:30:00", "date")


def test_written_book_opens_in_another_library_without_complaint():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = openpyxl.load_workbook(
            io.BytesIO(one_row("Nur'aini René", None, 7, header=("A", "B")))
        )
    assert [cell.value for cell in book.active[2]] == ["Nur'aini René", None, 7]
    assert book.active["A1"].font.bold


def test_same_content_gives_same_bytes():
    assert one_row("a", 1) == one_row("a", 1)


def test_control_characters_are_dropped_from_what_is_written():
    assert clean("a\x00\x0bb\ud800\n") == "ab\n"


def test_text_longer_than_a_cell_may_hold_is_cut_not_dropped():
    assert len(second_row(one_row("a" * 40_000))[0].text) == 32_767


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_with_any_separator_and_windows_letters(separator):
    text = separator.join(["NIK", "NAMA"]) + "\r\n" + separator.join(["3399", "René"])
    rows = read_sheets(text.encode("cp1252"))[0].rows
    assert [cell.text for cell in rows[1]] == ["3399", "René"]


def test_csv_byte_order_mark_is_no_part_of_the_header():
    assert read_sheets("NIK;NAMA\n1;a".encode("utf-8-sig"))[0].rows[0][0].text == "NIK"


def test_csv_with_an_endless_field_is_refused():
    assert "CSV" in refusal(b'a,b\n"' + b"x" * 200_000)


def test_csv_with_too_many_columns_is_refused():
    assert "702 kolom" in refusal(b"," * 800)


def test_ods_is_read():
    rows = f"<table:table-row>{ods_cell('NIK')}{ods_cell('NAMA')}</table:table-row>"
    assert [cell.text for cell in read_sheets(ods_of(rows))[0].rows[0]] == ["NIK", "NAMA"]


def test_ods_with_a_million_empty_rows_at_the_end_is_read():
    last = '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/>'
    rows = f"<table:table-row>{ods_cell('NIK')}</table:table-row>{last}</table:table-row>"
    assert len(read_sheets(ods_of(rows))[0].rows) == 1


def test_ods_that_repeats_cells_without_end_is_refused_before_parsing():
    row = f'<table:table-row table:number-rows-repeated="90000">{ods_cell("x", 16000)}'
    assert "200.000 baris" in refusal(ods_of(row + "</table:table-row>"))


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"\xff\xd8\xff\xe0 foto", "foto"),
        (b"\x89PNG\r\n\x1a\n....", "foto"),
        (b"\0\0\0\x18ftypheic", "foto"),
        (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1}", "tulisan"),
        (b"", "kosong"),
        (b"\0" * 100, "kosong"),
        (b"Daftar belanja\nberas\n", "tulisan biasa"),
        (b"a,b\0c", "bukan lembar kerja"),
        (b"<html><p>Situs desa</p></html>", "halaman web"),
        (b"PK\x03\x04 terpotong", "rusak"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\1" * 600, "rusak"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
        (zipped({"word/document.xml": "<w/>"}), "tidak memuat tabel"),
        (zipped({"a.txt": "x"}), "yang dikenal"),
        (zipped({"xl/workbook.xml": "<a"}), "rusak"),
    ],
)
def test_what_is_no_sheet_is_refused_by_content(content, word):
    assert word in refusal(content)


def test_archive_with_thousands_of_members_is_refused():
    assert "terlalu besar" in refusal(zipped({f"xl/{number}": "" for number in range(2_001)}))


def test_file_above_fifty_megabytes_is_refused():
    assert "50 MB" in refusal(b"a," * (26 * 1024 * 1024))


@pytest.mark.parametrize("cell", ["XFD1", "A1048576", "aaa7", "B200001"])
def test_sheet_with_one_far_cell_is_refused_before_parsing(cell):
    book = openpyxl.Workbook()
    book.active[cell.upper()] = "jauh"
    buffer = io.BytesIO()
    book.save(buffer)
    assert "200.000 baris" in refusal(buffer.getvalue())


def test_missing_file_is_an_expected_failure(tmp_path: Path):
    with pytest.raises(SheetError, match=r"tidak-ada\.xlsx"):
        read_bytes(tmp_path / "tidak-ada.xlsx")


@given(st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 255)), max_size=8), st.integers(0))
def test_damaged_books_are_read_or_refused_and_nothing_else(changes, cut):
    content = bytearray(one_row("NIK", 7, datetime(2026, 1, 1, tzinfo=UTC)))
    for place, value in changes:
        content[place % len(content)] = value
    with contextlib.suppress(SheetError):
        sheets = read_sheets(bytes(content[: len(content) - cut % 50]))
        assert all(isinstance(cell, Cell) for sheet in sheets for row in sheet.rows for cell in row)


def test_a_book_that_only_claims_to_be_huge_is_read():
    claim = '<dimension ref="A1:XFD1048576"/><sheetData>'
    with zipfile.ZipFile(io.BytesIO(one_row("x"))) as book:
        members = {name: book.read(name).decode() for name in book.namelist()}
    name = "xl/worksheets/sheet1.xml"
    members[name] = members[name].replace("<sheetData>", claim)
    assert read_sheets(zipped(members))[0].rows[1] == (Cell("x", "text"),)

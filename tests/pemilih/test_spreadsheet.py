"""Which sheet, which header, which rows: the KPU working sheet and its neighbours."""

import pytest

from pilkades_desk.core.errors import SheetError
from pilkades_desk.kits.spreadsheet.reader import EMPTY, Cell, Sheet
from pilkades_desk.pemilih.deteksi import detect
from pilkades_desk.pemilih.spreadsheet import count_rows, find_tables, read_rows
from pilkades_desk.pemilih.sumber import spelling
from pilkades_desk.pemilih.values import Isian

HEADER = ("NO", "NKK", "NIK", "NAMA", "TANGGAL LAHIR", "STS KAWIN", "KELAMIN", "RT", "RW")
VOTER = ("1", "3399010101150001", "3399015205900001", "SITI", "12|05|1990", "S", "P", "1", "2")


def make_sheet(*rows, name="Sheet1") -> Sheet:
    return Sheet(
        name, tuple(tuple(Cell(text, "text") if text else EMPTY for text in row) for row in rows)
    )


def rows_of(*rows):
    sheets = [make_sheet(*rows)]
    tables = find_tables(sheets, detect(sheets))
    return [row for table in tables for row in read_rows(table)]


def test_header_in_the_first_row():
    (row,) = rows_of(HEADER, VOTER)
    assert (row.baris, row.text(Isian.NIK)) == (2, VOTER[2])


@pytest.mark.parametrize("above", [1, 8, 14])
def test_header_below_title_rows(above):
    (row,) = rows_of(*[("DAFTAR PEMILIH",)] * above, HEADER, VOTER)
    assert row.baris == above + 2


def test_header_in_row_16_is_too_late():
    with pytest.raises(SheetError) as caught:
        rows_of(*[("JUDUL",)] * 15, HEADER, VOTER)
    assert "NIK, KK, NAMA" in caught.value.hint


def test_headers_are_spelled_in_many_ways():
    header = ("No.", "No\nKK", "nomor_nik", "Nama\r\nLengkap", "Tgl. Lahir", "Status Kawin", "L/P")
    (row,) = rows_of(header, VOTER[:7])
    assert row.text(Isian.KELAMIN) == "P"
    assert spelling(" Nama\r\n  lengkap.") == "NAMA LENGKAP"


@pytest.mark.parametrize(
    "numbers", [("1", "2", "3", "4", "5", "6", "7", "8", "9"), ("-1", "-2", "-3", "", "-5")]
)
def test_row_of_column_numbers_is_passed_over(numbers):
    assert [row.baris for row in rows_of(HEADER, numbers, VOTER)] == [3]


def test_row_of_small_numbers_further_down_is_not_lost():
    assert [row.baris for row in rows_of(HEADER, VOTER, ("1", "2", "3"))] == [2, 3]


def test_repeated_header_is_passed_over():
    assert [row.baris for row in rows_of(HEADER, VOTER, HEADER, VOTER)] == [2, 4]


def test_blank_rows_and_rows_with_only_a_number_are_passed_over():
    rows = (HEADER, (), ("7",), ("8", "null", "-", "null"), VOTER)
    assert [row.baris for row in rows_of(*rows)] == [5]


def test_totals_and_signatures_are_rows_for_a_person_to_judge():
    assert [row.baris for row in rows_of(HEADER, VOTER, ("", "JUMLAH", "", "312"))] == [2, 3]


def test_null_counts_as_empty_and_short_rows_have_empty_cells():
    (row,) = rows_of(HEADER, (*VOTER[:7], "null"))
    assert (row.cell(Isian.RT), row.cell(Isian.RW), row.cell(Isian.DUSUN)) == (EMPTY,) * 3


def test_header_cells_may_be_missing_in_a_short_row():
    assert [row.baris for row in rows_of(HEADER, ("", "x"))] == [2]


def test_every_sheet_with_the_columns_is_read_and_others_are_named():
    one, two = make_sheet(HEADER, VOTER, name="RT 1"), make_sheet(HEADER, VOTER, name="RT 2")
    left_over = make_sheet(("NO", "NKK", "NIK", "NAMA", "KELAMIN"), name="Cetak")
    sheets = [one, left_over, make_sheet(name="Kosong"), two]
    deteksi = detect(sheets)
    tables = find_tables(sheets, deteksi)
    assert [table.sheet.name for table in tables] == ["RT 1", "RT 2"]
    assert deteksi.dilewati == {"Cetak": (Isian.TANGGAL_LAHIR, Isian.KAWIN)}
    assert [count_rows(table) for table in tables] == [1, 1]

"""One sheet per defect met in the wild: read, or refused by its code, and never guessed."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.core.errors import SheetError
from pilkades_desk.kits.spreadsheet.reader import EMPTY, Cell, Sheet, read_sheets
from pilkades_desk.kits.spreadsheet.writer import Formula
from pilkades_desk.pemilih.deteksi import detect
from pilkades_desk.pemilih.intake import Intake
from pilkades_desk.pemilih.pratinjau import preview_file
from pilkades_desk.pemilih.spreadsheet import find_tables, read_rows
from pilkades_desk.pemilih.values import Asal, Isian, Pemilih
from tests.kits.book_makers import xls_bytes
from tests.pemilih.lembar_contoh import xlsx_bytes
from tests.pemilih.lembar_orang import MARRIED_WORDS, invent
from tests.pemilih.rows import SYARAT

HEAD = ["NO", "NIK", "NKK", "NAMA", "TEMPAT LAHIR", "TANGGAL LAHIR", "L/P", "STATUS KAWIN",
        "ALAMAT", "RT", "RW"]  # fmt: skip
GOOD, OTHER = invent(11, 2)


def row_of(orang, **changes) -> list[object]:
    good = {
        "NO": 1, "NIK": orang.nik, "NKK": orang.kk, "NAMA": orang.nama,
        "TEMPAT LAHIR": orang.tempat, "TANGGAL LAHIR": f"{orang.lahir:%d-%m-%Y}",
        "L/P": orang.kelamin, "STATUS KAWIN": orang.kawin, "ALAMAT": orang.alamat,
        "RT": orang.rt, "RW": orang.rw,
    }  # fmt: skip
    return [(good | changes)[name] for name in HEAD]


def intake_of(sheets) -> Intake:
    intake = Intake(SYARAT)
    for table in find_tables(sheets, detect(sheets)):
        for row in read_rows(table):
            intake.take(row)
    return intake


def taken_with(**changes):
    """Import a good row and one with a defect; give the second voter, or None and its codes."""
    rows = [HEAD, row_of(OTHER), row_of(GOOD, **changes)]
    intake = intake_of(read_sheets(xlsx_bytes([("Sheet1", rows)])))
    assert intake.taken[0].pemilih.nik == OTHER.nik
    if intake.refused:
        return None, [found.code for found in intake.refused[0].temuan]
    return intake.taken[1].pemilih, [found.code for found in intake.taken[1].temuan]


@pytest.mark.parametrize(
    ("column", "content", "codes"),
    [
        ("NIK", int(GOOD.nik), ["E203"]),
        ("NIK", "3,39901E+15", ["E203"]),
        ("NIK", GOOD.nik[:15], ["E201"]),
        ("NIK", GOOD.nik + "1", ["E201"]),
        ("NIK", "0", ["E201"]),
        ("NIK", "", ["E201"]),
        ("NIK", "3399**********01", ["E262"]),
        ("NKK", int(GOOD.kk), ["E205"]),
        ("NKK", "-", ["E204"]),
        ("NKK", "339901xxxxxx0001", ["E204"]),
        ("NAMA", "null", ["E206"]),
        ("TANGGAL LAHIR", "5 Jan 90", ["E260"]),
        ("TANGGAL LAHIR", 33005, ["E261"]),
        ("TANGGAL LAHIR", "31-02-1990", ["E207"]),
        ("TANGGAL LAHIR", "1990", ["E207"]),
        ("TANGGAL LAHIR", "", ["E207"]),
        ("L/P", "", ["E208"]),
        ("L/P", 1, ["E208"]),
        ("L/P", "x", ["E208"]),
        ("STATUS KAWIN", "", ["E209"]),
        ("STATUS KAWIN", 1, ["E209"]),
        ("STATUS KAWIN", "2", ["E209"]),
    ],
)
def test_what_cannot_be_trusted_waits_for_a_person(column, content, codes):
    assert taken_with(**{column: content}) == (None, codes)


@pytest.mark.parametrize(
    ("column", "content", "field", "read"),
    [
        ("NIK", f"'{GOOD.nik}", "nik", GOOD.nik),
        ("NIK", f"{GOOD.nik[:2]}.{GOOD.nik[2:6]}.{GOOD.nik[6:]}", "nik", GOOD.nik),
        ("NKK", f" {GOOD.kk[:8]} {GOOD.kk[8:]}\u200b", "kk", GOOD.kk),
        ("L/P", f"{'LK' if GOOD.kelamin == 'L' else 'Pr'}", "kelamin", GOOD.kelamin),
        ("L/P", "Laki - laki" if GOOD.kelamin == "L" else "perempuan ", "kelamin", GOOD.kelamin),
        ("STATUS KAWIN", MARRIED_WORDS[GOOD.kawin].lower(), "kawin", GOOD.kawin),
        ("TANGGAL LAHIR", f"{GOOD.lahir:%Y/%m/%d}", "tanggal_lahir", GOOD.lahir),
        ("TANGGAL LAHIR", f"{GOOD.lahir:%d.%m.%Y}", "tanggal_lahir", GOOD.lahir),
        ("TANGGAL LAHIR", f"{GOOD.lahir:%d|%m|%Y}", "tanggal_lahir", GOOD.lahir),
        ("TANGGAL LAHIR", GOOD.long_date, "tanggal_lahir", GOOD.lahir),
        ("RT", f"RT {GOOD.rt:02d}", "rt", GOOD.rt),
        ("RW", f"{GOOD.rw:03d}", "rw", GOOD.rw),
    ],
)  # fmt: skip
def test_what_says_the_same_in_another_way_is_read(column, content, field, read):
    pemilih, codes = taken_with(**{column: content})
    assert (getattr(pemilih, field), codes) == (read, [])


@pytest.mark.parametrize("content", ["-", "null", "", "RT"])
def test_an_rt_that_says_nothing_is_not_made_up(content):
    pemilih, codes = taken_with(RT=content)
    assert (pemilih.rt, codes) == (0, ["W227"])


def test_place_with_a_trailing_comma_and_no_date_waits():
    head = ["NIK", "NKK", "NAMA", "TEMPAT / TGL LAHIR", "JK", "STATUS KAWIN"]
    both = f"{OTHER.tempat}, {OTHER.lahir:%d-%m-%Y}"
    whole = [OTHER.nik, OTHER.kk, OTHER.nama, both, OTHER.kelamin, OTHER.kawin]
    cut = [GOOD.nik, GOOD.kk, GOOD.nama, f"{GOOD.tempat},", GOOD.kelamin, GOOD.kawin]
    rows = [head, whole, cut]
    intake = intake_of(read_sheets(xlsx_bytes([("Sheet1", rows)])))
    assert (intake.taken[0].pemilih.tempat_lahir, intake.taken[0].pemilih.tanggal_lahir) == (
        OTHER.tempat, OTHER.lahir,
    )  # fmt: skip
    assert [found.code for found in intake.refused[0].temuan] == ["E207"]


def test_a_sheet_per_rt_is_read_whole_and_the_tps_comes_from_its_name():
    sheets = read_sheets(
        xlsx_bytes([("TPS 01", [HEAD, row_of(GOOD)]), ("TPS 02", [HEAD, row_of(OTHER)])])
    )
    intake = intake_of(sheets)
    assert [(one.row.lembar, one.row.text(Isian.TPS)) for one in intake.taken] == [
        ("TPS 01", "01"), ("TPS 02", "02"),
    ]  # fmt: skip


def test_a_formula_nobody_computed_in_a_needed_column_refuses_the_file():
    rows = [HEAD, row_of(OTHER), row_of(GOOD, NIK=Formula("B2+1"))]
    with pytest.raises(SheetError, match=r"NIK.*belum dihitung"):
        intake_of(read_sheets(xlsx_bytes([("Sheet1", rows)])))


def test_a_formula_nobody_computed_elsewhere_is_tolerated():
    assert taken_with(NO=Formula("1+1"))[1] == []


@pytest.mark.syarat("S-263")
def test_columns_about_choices_and_money_are_neither_read_nor_kept(tmp_path: Path):
    head = [*HEAD, "PILIHAN", "Uang Transport"]
    rows = [head, [*row_of(GOOD), "CALON 2", 50000], [*row_of(OTHER, NIK="1"), "CALON 1", 50000]]
    sheets = read_sheets(xlsx_bytes([("Sheet1", rows)]))
    intake = intake_of(sheets)
    for one in (*intake.taken, *intake.refused):
        assert one.row.cells[-2:] == (EMPTY, EMPTY)
        assert one.row.kepala[-2:] == ("", "")
    (tmp_path / "a.xlsx").write_bytes(xlsx_bytes([("Sheet1", rows)]))
    assert preview_file(tmp_path / "a.xlsx", date(2027, 2, 3), 17).temuan["W261"] == 1


def test_numbers_in_a_real_xls_are_not_trusted_either():
    rows = [HEAD, row_of(OTHER), row_of(GOOD, NIK=int(GOOD.nik))]
    intake = intake_of(read_sheets(xls_bytes(rows)))
    assert [found.code for found in intake.refused[0].temuan] == ["E203"]


def test_totals_and_signatures_wait_for_a_person_and_blank_rows_do_not():
    rows = [HEAD, row_of(GOOD), [], [""] * 11, ["", "JUMLAH", "", "1"], ["", "", "", "Ketua,"]]
    intake = intake_of(read_sheets(xlsx_bytes([("Sheet1", rows)])))
    assert [one.row.baris for one in intake.refused] == [5, 6]


CELLS = st.one_of(
    st.just(EMPTY),
    st.builds(Cell, st.text(min_size=1, max_size=20).filter(str.strip), st.just("text")),
    st.builds(Cell, st.integers(0, 10**16).map(str), st.just("number")),
)


@given(st.lists(st.lists(CELLS, max_size=14), max_size=12))
def test_no_cell_of_a_row_is_lost_whatever_stands_in_it(rows):
    head = tuple(Cell(text, "text") for text in HEAD)
    sheet = Sheet("TPS 1", (head, *map(tuple, rows)))
    given_rows = {row.baris: row for row in read_rows(find_tables([sheet], detect([sheet]))[0])}
    for number, cells in enumerate(rows, 2):
        says = [cell for n, cell in enumerate(cells) if n and cell.kind != "empty"]
        if number in given_rows:
            assert given_rows[number].cells[: len(cells)] == tuple(cells)
        else:
            texts = [cell.text.strip().lower() for cell in says]
            assert all(text in ("-", "null") or text.lstrip("-").isdecimal() for text in texts)


@given(st.integers(0, 10_000), st.integers(1, 30))
def test_importing_the_same_rows_again_takes_nobody(seed, count):
    people = invent(seed, count)
    rows = [HEAD, *(row_of(one) for one in people)]
    cells = tuple(tuple(Cell(str(text), "text") for text in row) for row in rows)
    first = intake_of([Sheet("S", cells)])
    assert [one.pemilih.nik for one in first.taken] == [one.nik for one in people]
    again = Intake(SYARAT)
    stored = [
        Pemilih.model_validate(one.pemilih.model_dump() | {"id": n, "asal": Asal.DPS})
        for n, one in enumerate(first.taken)
    ]
    again.remember(stored, dict.fromkeys(range(count), "dulu"))
    for one in first.taken:
        again.take(one.row)
    assert (again.taken, again.refused, again.already) == ([], [], count)

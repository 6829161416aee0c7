"""The exported DPT: it proves itself, and what was changed in it does not fit."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.app.cli import main
from pilkades_desk.core.errors import SheetError, StateError
from pilkades_desk.kits.spreadsheet.reader import read_sheets
from pilkades_desk.kits.spreadsheet.writer import SheetOut, write_xlsx
from pilkades_desk.panitia.values import TujuanAkses
from pilkades_desk.pemilih import pribadi, usecases
from pilkades_desk.pemilih.dpt.lembar import check_sheets, dpt_sheets
from pilkades_desk.pemilih.dpt.rules import seal_code
from pilkades_desk.pemilih.dpt.values import Kecocokan
from tests.pemilih.dpt_makers import OTHER, dpt_of, line
from tests.pemilih.kpu_sheet import write_rows
from tests.pemilih.test_ubah import last_entry


def book(lines, dpt, *, whole=True):
    return write_xlsx(dpt_sheets(dpt, lines, "Diekspor.", whole=whole))


@pytest.mark.syarat("S-273")
def test_an_exported_list_proves_itself(desk, tmp_path, capsys):
    path = tmp_path / "dpt.xlsx"
    path.write_bytes(pribadi.export_dpt_xlsx(desk, TujuanAkses.PENGAWASAN, whole=True))
    dpt = usecases.read_dpt(desk)
    assert main(["periksa", "daftar", str(path), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["hasil"], said["versi"], said["jumlah"]) == ("cocok", 1, 4)
    assert said["segel"] == said["segel_hitung"] == dpt.segel
    assert said["kode_data"] == seal_code(dpt.segel)
    entry = last_entry(desk)
    assert (entry["angka"], entry["jumlah"], entry["tujuan"]) == ("utuh", 4, "diminta-pengawas")


@pytest.mark.syarat("S-242", "S-273")
def test_a_masked_export_hides_the_numbers_and_proves_nothing(desk, tmp_path, capsys):
    path = tmp_path / "dpt.xlsx"
    path.write_bytes(pribadi.export_dpt_xlsx(desk, TujuanAkses.PENGAWASAN))
    texts = [
        cell.text for sheet in read_sheets(path.read_bytes()) for row in sheet.rows for cell in row
    ]
    assert "SITI UJI A" in texts
    assert not any("3399015205" in text or "JL." in text or "|" in text for text in texts)
    assert main(["periksa", "daftar", str(path)]) == 3
    assert "disamarkan" in capsys.readouterr().out


def test_only_a_locked_dpt_is_exported(meja):
    with pytest.raises(StateError, match="belum dikunci"):
        pribadi.export_dpt_xlsx(meja, TujuanAkses.PENGAWASAN)


@pytest.mark.syarat("S-273")
@pytest.mark.parametrize("name", ["nama", "rt", "tanggal_lahir", "id", "no_urut", "keterangan"])
def test_a_changed_cell_does_not_fit(name):
    lines = [line(1), line(2, nik=OTHER["nik"])]
    changed = [lines[0].model_copy(update={name: OTHER[name]}), lines[1]]
    dpt = dpt_of(lines)
    assert check_sheets(read_sheets(book(lines, dpt))).kecocokan is Kecocokan.COCOK
    assert check_sheets(read_sheets(book(changed, dpt))).kecocokan is Kecocokan.TIDAK_COCOK


@pytest.mark.parametrize(
    "changes",
    [{"segel": "cd" * 32}, {"dari_segel": ""}, {"jumlah_p": 9}],
)
def test_a_changed_seal_sheet_does_not_fit(changes):
    lines = [line(1), line(2, nik=OTHER["nik"])]
    found = check_sheets(read_sheets(book(lines, dpt_of(lines, **changes))))
    assert found.kecocokan is Kecocokan.TIDAK_COCOK


def test_rows_that_are_no_lines_and_broken_words_do_not_fit():
    lines = [line(1)]
    sheets = read_sheets(book(lines, dpt_of(lines)))
    for old, new in (("12|05|1990", "12-05-1990"), ("3399015205900001", "33"), ("2", "dua")):
        rows = tuple(
            tuple(cell._replace(text=new) if cell.text == old else cell for cell in row)
            for row in sheets[0].rows
        )
        broken = (sheets[0]._replace(rows=rows), sheets[1])
        assert check_sheets(broken).kecocokan is Kecocokan.TIDAK_COCOK


def test_what_is_no_exported_dpt_is_said_to_be_none(tmp_path, capsys):
    path = write_rows(tmp_path / "a.xlsx", {})
    assert main(["periksa", "daftar", str(path)]) == 1
    assert "bukan DPT yang diekspor" in capsys.readouterr().err
    with pytest.raises(SheetError):
        check_sheets(read_sheets(write_xlsx([SheetOut("DPT", ("A",), [])])))
    strange = [SheetOut("DPT", ("A",), []), SheetOut("segel", ("Isian", "Nilai"), [("segel", "x")])]
    found = check_sheets(read_sheets(write_xlsx(strange)))
    assert (found.kecocokan, found.kode, found.versi) == (Kecocokan.TIDAK_TERBUKTI, "", 0)


texts = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30
)


@given(nama=texts, alamat=texts, keterangan=texts, rt=st.integers(0, 999))
def test_every_cell_of_a_kept_row_survives_the_export(nama, alamat, keterangan, rt):
    lines = [line(1, nama=nama, alamat=alamat, keterangan=keterangan, rt=rt)]
    found = check_sheets(read_sheets(book(lines, dpt_of(lines))))
    assert found.kecocokan is Kecocokan.COCOK

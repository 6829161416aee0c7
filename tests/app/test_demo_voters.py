"""The invented sheet has the shape and the faults of a real one, and nobody real."""

from collections import Counter
from datetime import date

import pytest

from pilkades_desk.app.demo_voters import KOLOM_KPU_33, SheetPlan, write_kpu33
from pilkades_desk.kits.spreadsheet.reader import BARE, read_sheets
from pilkades_desk.pemilih.deteksi import detect
from pilkades_desk.pemilih.intake import Intake
from pilkades_desk.pemilih.spreadsheet import find_tables, read_rows
from pilkades_desk.pemilih.values import SyaratPemilih


def cells_of(sheets, column: str):
    rows = sheets[0].rows
    number = [cell.text for cell in rows[0]].index(column)
    return [row[number] for row in rows[1:]]


@pytest.fixture(scope="module")
def big(tmp_path_factory):
    path = tmp_path_factory.mktemp("kpu") / "besar.xlsx"
    expected = write_kpu33(path, seed=1, jumlah=3_000)
    return read_sheets(path.read_bytes()), expected


def test_same_seed_gives_same_bytes_and_another_seed_another_village(tmp_path):
    paths = [tmp_path / name for name in "abc"]
    for path, seed in zip(paths, (1, 1, 2), strict=True):
        write_kpu33(path, seed, 40)
    one, same, other = (path.read_bytes() for path in paths)
    assert one == same != other


def test_there_are_33_columns_and_a_leftover_sheet(big):
    first, left_over = big[0]
    assert tuple(cell.text for cell in first.rows[0]) == KOLOM_KPU_33
    assert {len(row) for row in first.rows} == {33}
    assert len(first.rows) == 3_001
    assert {cell.kind for cell in left_over.rows[1]} == {"text", "number"}
    assert left_over.rows[2][5].text in ("Laki - laki", "Perempuan")
    assert left_over.rows[2][8:] == (BARE,)


def test_columns_look_like_the_real_ones(big):
    assert {cell.text for cell in cells_of(big[0], "K1")} == {"null"}
    assert {cell.kind for cell in cells_of(big[0], "UPDATED_AT")} == {"date"}
    assert {cell.kind for cell in cells_of(big[0], "RT")} == {"number"}
    assert {cell.kind for cell in cells_of(big[0], "NKK")} == {"text"}
    assert all(cell.text.count("|") == 2 for cell in cells_of(big[0], "TANGGAL LAHIR"))


def test_faults_come_at_the_rates_of_a_real_file(big):
    rates = {code: count / 3_000 for code, count in big[1].warnings.items()}
    assert rates["W221"] == pytest.approx(0.137, abs=0.02)
    assert rates["W224"] == pytest.approx(0.079, abs=0.015)
    assert rates["W222"] == pytest.approx(0.005, abs=0.004)
    assert 0 < rates["W223"] < 0.005
    assert big[1].warnings["W225"] == 3
    assert big[1].refused == Counter(dict.fromkeys(("E201", "E203", "E207", "E208", "E210"), 6))
    placeholders = [
        cell.text[:5] in ("01|01", "01|07", "31|12") for cell in cells_of(big[0], "TANGGAL LAHIR")
    ]
    assert sum(placeholders) / 3_000 == pytest.approx(0.134, abs=0.03)


def test_households_share_family_card_rt_and_rw(big):
    members = Counter(cell.text for cell in cells_of(big[0], "NKK"))
    assert set(members.values()) == {1, 2, 3, 4, 5, 6}
    columns = (cells_of(big[0], column) for column in ("NKK", "RT", "RW"))
    homes = {tuple(cell.text for cell in row) for row in zip(*columns, strict=True)}
    assert len(homes) == len(members)


@pytest.mark.parametrize("seed", range(5))
def test_the_rules_find_exactly_what_was_put_in(tmp_path, seed):
    plan = SheetPlan(kode_desa="3398052007", tanggal=date(2026, 12, 9))
    expected = write_kpu33(tmp_path / "a.xlsx", seed, 600, plan)
    intake = Intake(SyaratPemilih(tanggal=plan.tanggal, usia_min=17, kode_desa=plan.kode_desa))
    sheets = read_sheets((tmp_path / "a.xlsx").read_bytes())
    deteksi = detect(sheets)
    for row in read_rows(find_tables(sheets, deteksi)[0]):
        intake.take(row)
    assert list(deteksi.dilewati) == ["Cetak"]
    assert len(intake.taken) == expected.taken
    assert Counter(f.code for one in intake.refused for f in one.temuan) == expected.refused
    assert Counter(f.code for one in intake.taken for f in one.temuan) == expected.warnings

from pathlib import Path

import pytest

from pilkades_desk.panitia.meja import Meja
from pilkades_desk.pemilih.pribadi import read_dpt_baris, read_repair_list
from pilkades_desk.pemilih.usecases import read_dpt
from tests.journey.conftest import PEMILIH, Played


def test_every_row_of_the_sheet_is_a_voter_or_waits_for_repair(meja: Meja) -> None:
    assert read_dpt(meja).jumlah + len(read_repair_list(meja)) == PEMILIH


def test_the_dpt_adds_up(meja: Meja) -> None:
    dpt = read_dpt(meja)
    assert dpt.jumlah == dpt.jumlah_dps - dpt.dicoret + dpt.tambahan
    assert dpt.jumlah == len(read_dpt_baris(meja))


@pytest.mark.syarat("S-211")
def test_the_dpt_is_numbered_without_gaps(meja: Meja) -> None:
    numbers = [pemilih.no_urut for pemilih in read_dpt_baris(meja)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_refused_rows_keep_their_cells_and_a_reason(meja: Meja) -> None:
    for row in read_repair_list(meja):
        assert row.kode
        assert any(row.sel)


def test_the_repair_list_is_written_as_a_sheet(played: Played) -> None:
    path = Path(played.facts["lembar_pemilih"]).with_name("daftar-perbaikan.xlsx")
    assert path.read_bytes().startswith(b"PK")

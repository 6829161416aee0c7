from pathlib import Path

import pytest

from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.impor.rules import assign, deteksi_of, tick, use_codes
from pilkades_desk.pemilih.impor.usecases import keep_susunan, open_import, try_import
from pilkades_desk.pemilih.impor.values import Sasaran
from pilkades_desk.pemilih.pribadi import read_dpt_baris, read_repair_list
from pilkades_desk.pemilih.usecases import (
    dpt_preview,
    import_sheet,
    lock_dpt,
    read_dpt,
    set_dps,
    summarise,
)
from pilkades_desk.pemilih.values import Isian
from tests.journey.conftest import PEMILIH, Played
from tests.makers import approve_both, make_meja, make_operators
from tests.pemilih.lembar_asing import rt_rows
from tests.pemilih.lembar_contoh import xlsx_bytes
from tests.pemilih.lembar_orang import invent

BY_HAND = (
    Isian.NIK, Isian.KK, Isian.NAMA, Isian.TEMPAT_LAHIR, Isian.TANGGAL_LAHIR, Isian.KELAMIN,
    Isian.KAWIN,
)  # fmt: skip


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


@pytest.mark.syarat("S-260")
@pytest.mark.syarat("S-261")
@pytest.mark.syarat("S-262")
def test_a_neighbourhood_s_own_books_become_the_dpt_once_somebody_says_what_they_hold(
    tmp_path: Path,
) -> None:
    ketua = make_meja(tmp_path)
    operator, _ = make_operators(ketua)
    path = tmp_path / "buku.xlsx"
    people = invent(1, 45)
    sheets = [("RT 01", rt_rows(people[:20])), ("RT 02", rt_rows(people[20:40]))]
    path.write_bytes(xlsx_bytes(sheets))
    buka = open_import(operator, path)
    assert try_import(operator, buka).masuk == 0
    for column, isian in enumerate(BY_HAND):
        buka = assign(buka, 0, column, Sasaran((isian,)))
    buka = tick(use_codes(buka, 0, "panitia-tiga-sel"), 1, dibaca=True)
    buka = keep_susunan(operator, buka, 0, "Buku RT")
    seen = try_import(operator, buka)
    assert summarise(operator).kosong
    hasil = import_sheet(operator, buka.berkas, deteksi=deteksi_of(buka))
    assert (hasil.diterima, len(hasil.perbaikan)) == (seen.masuk, seen.menunggu) == (40, 0)
    later = tmp_path / "susulan.xlsx"
    later.write_bytes(xlsx_bytes([("RT 03", rt_rows(people[40:]))]))
    assert open_import(operator, later).susunan[0].lembar.pemetaan == "Buku RT"
    assert import_sheet(operator, later).diterima == 5
    set_dps(ketua)
    segel = dpt_preview(ketua).segel
    dpt = lock_dpt(ketua, approve_both(ketua, operator, Aksi.KUNCI_DPT, segel))
    assert dpt.jumlah == len(read_dpt_baris(ketua)) == 45
    ketua.close()

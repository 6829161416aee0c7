"""Imports listed and withdrawn, on a real encrypted election file."""

import pytest

from pilkades_desk.core.errors import StateError
from pilkades_desk.pemilih import pribadi, usecases
from pilkades_desk.pemilih.batch.usecases import list_batches, read_batch_ids, withdraw_batch
from pilkades_desk.pemilih.cari.usecases import find_pemilih_ids
from pilkades_desk.pemilih.cari.values import Cari
from pilkades_desk.pemilih.kini.usecases import check_kini
from pilkades_desk.pemilih.riwayat.usecases import read_history
from pilkades_desk.pemilih.riwayat.values import Babak
from pilkades_desk.pemilih.ubah.usecases import correct
from pilkades_desk.pemilih.values import AlasanCoret, Isian
from tests.pemilih.kpu_sheet import NIK, write_rows
from tests.pemilih.test_ubah import import_rows, last_entry

WHY = "berkas desa lain"


@pytest.mark.syarat("S-268")
def test_imports_are_listed_with_what_became_of_their_rows(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {}, {}, {"NIK": "1"})
    import_rows(meja, tmp_path / "b.xlsx", {}, {}, {}, {})
    one, two = list_batches(meja)
    assert (one.berkas, one.diterima, one.sudah_ada, one.ditolak) == ("a.xlsx", 2, 0, 1)
    assert (two.berkas, two.diterima, two.sudah_ada, two.ditolak) == ("b.xlsx", 2, 2, 0)
    assert (one.oleh, one.ditarik) == ("Sutrisno Uji", None)
    assert read_batch_ids(meja, 2) == (3, 4)


@pytest.mark.syarat("S-268", "S-004")
def test_a_withdrawn_import_leaves_the_list_whole_and_may_come_again(meja, tmp_path):
    path = write_rows(tmp_path / "a.xlsx", {"KELAMIN": "L"}, {}, {"NIK": "1"}, {"NIK": "2"})
    usecases.import_sheet(meja, path)
    usecases.repair_row(meja, 1, {Isian.NIK: NIK.format(3)})
    hasil = withdraw_batch(meja, 1, WHY)
    assert (hasil.pemilih, hasil.perbaikan, hasil.temuan) == (3, 1, ())
    assert (find_pemilih_ids(meja, Cari()), pribadi.read_repair_list(meja)) == ((), ())
    assert usecases.read_warnings(meja) == ()
    assert usecases.summarise(meja).kosong
    with meja.read() as session:
        run = session.connection().exec_driver_sql
        assert run("SELECT count(*) FROM pemilih").scalar_one() == 3
    assert (last_entry(meja)["objek"], last_entry(meja)["jumlah"]) == ("batch/1", 3)
    [gone] = list_batches(meja)
    assert (gone.alasan, gone.ditarik_oleh, gone.ditarik is None) == (WHY, "Sutrisno Uji", False)
    assert read_history(meja, 1)[-1].babak is Babak.DITARIK
    again = usecases.import_sheet(meja, path)
    assert (again.berulang, again.diterima, len(again.perbaikan)) == (False, 2, 2)
    assert find_pemilih_ids(meja, Cari()) == (4, 5)
    assert check_kini(meja) == ()


@pytest.mark.syarat("S-268")
def test_who_was_changed_by_hand_is_named_unless_it_is_wanted(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {}, {}, {})
    correct(meja, 2, {Isian.RT: "4"}, "sesuai KK")
    usecases.strike(meja, 3, AlasanCoret.PINDAH, "surat pindah")
    with pytest.raises(StateError, match="tangan: SITI UJI B, SITI UJI C"):
        withdraw_batch(meja, 1, WHY)
    assert len(find_pemilih_ids(meja, Cari())) == 3
    assert withdraw_batch(meja, 1, WHY, paksa=True).pemilih == 3


def test_w255_a_later_sheet_that_named_the_same_people_is_told(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {}, {})
    import_rows(meja, tmp_path / "b.xlsx", {}, {}, {})
    [found] = withdraw_batch(meja, 1, WHY).temuan
    assert (found.code, found.evidence["berkas"]) == ("W255", "b.xlsx")
    assert found.evidence["jumlah"] == "2"


def test_what_cannot_be_withdrawn_is_refused_with_a_sentence(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {})
    import_rows(meja, tmp_path / "b.xlsx", {"NIK": "1"})
    assert withdraw_batch(meja, 2, WHY).pemilih == 0
    for batch, why, match in ((2, WHY, "sudah ditarik"), (9, WHY, "tidak ada"), (1, "", "Alasan")):
        with pytest.raises(StateError, match=match):
            withdraw_batch(meja, batch, why)
    usecases.set_dps(meja)
    with pytest.raises(StateError, match="DPS sudah ditetapkan"):
        withdraw_batch(meja, 1, WHY)


def test_withdrawing_ends_likenesses_with_who_stays(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {"NAMA": "RATNA"})
    import_rows(meja, tmp_path / "b.xlsx", {"NIK": NIK.format(7), "NAMA": "RATNA"})
    assert [one.code for one in usecases.read_warnings(meja, 2)] == ["W225", "W230"]
    withdraw_batch(meja, 1, WHY)
    assert usecases.read_warnings(meja) == ()

"""Corrections, changes of many and taking them back, on a real encrypted election file."""

import json

import pytest

from pilkades_desk.core.errors import StateError
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih import pribadi, usecases
from pilkades_desk.pemilih.cari.usecases import find_pemilih_ids, read_baris
from pilkades_desk.pemilih.cari.values import Cari
from pilkades_desk.pemilih.ganda.usecases import decide_ganda, read_ganda
from pilkades_desk.pemilih.ganda.values import BARIS
from pilkades_desk.pemilih.riwayat.usecases import read_history
from pilkades_desk.pemilih.riwayat.values import Babak
from pilkades_desk.pemilih.ubah.usecases import (
    change_many,
    correct,
    read_isian,
    try_correction,
    undo_change,
)
from pilkades_desk.pemilih.values import AlasanCoret, Asal, Isian, Saring
from tests.makers import approve_both
from tests.pemilih.kpu_sheet import NIK, write_rows
from tests.pemilih.test_usecases import second_person

WHY = "sesuai KTP-el"


def import_rows(meja, path, *rows):
    return usecases.import_sheet(meja, write_rows(path, *rows))


def codes(found):
    return [one.code for one in found]


def seen(meja, number):
    return read_baris(meja, [number])[0]


def last_entry(meja):
    with meja.read() as session:
        return json.loads(list(audit_log.read_entries(session))[-1].body)


@pytest.mark.syarat("S-265")
def test_a_correction_changes_what_was_typed_and_nothing_else(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {"KETERANGAN": "tinggal di kidul"})
    before = seen(meja, 1).pemilih
    hasil = correct(meja, 1, {Isian.NAMA: " SITI  UJI BARU ", Isian.RT: "RT 07"}, WHY, "KTP 1")
    assert (hasil.ditolak, hasil.jumlah) == (False, 1)
    after = seen(meja, 1).pemilih
    assert (after.nama, after.rt) == ("SITI UJI BARU", 7)
    assert (after.nik, after.kk, after.alamat, after.rw) == (
        before.nik, before.kk, before.alamat, before.rw
    )  # fmt: skip
    with meja.read() as session:
        [row] = session.connection().exec_driver_sql(
            "SELECT k.keterangan, p.nama FROM pemilih_kini k JOIN pemilih p ON p.id = k.id"
        )
    assert tuple(row) == ("tinggal di kidul", "SITI UJI A")


@pytest.mark.syarat("S-265", "S-205")
def test_warnings_follow_the_fields_of_now(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {"KELAMIN": "L", "DISABILITAS": "X"}, {}, {"RT": "?"})
    assert codes(usecases.read_warnings(meja, 1)) == ["W222", "W229"]
    hasil = correct(meja, 1, {Isian.KELAMIN: "P", Isian.TANGGAL_LAHIR: "13-05-1990"}, WHY)
    assert codes(hasil.temuan) == codes(usecases.read_warnings(meja, 1)) == ["W221", "W229"]
    correct(meja, 1, {Isian.DISABILITAS: "2", Isian.TANGGAL_LAHIR: "12/05/1990"}, WHY)
    assert (seen(meja, 1).peringatan, codes(usecases.read_warnings(meja, 1))) == (0, [])
    assert codes(usecases.read_warnings(meja, 3)) == ["W227"]
    correct(meja, 3, {Isian.NAMA: "RATNA"}, WHY)
    assert "RT “?”" in usecases.read_warnings(meja, 3)[0].text
    correct(meja, 3, {Isian.RT: "4"}, WHY)
    assert usecases.read_warnings(meja, 3) == ()


@pytest.mark.syarat("S-205")
def test_a_likeness_comes_and_goes_with_either_of_the_two(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {}, {}, {})
    correct(meja, 3, {Isian.NAMA: "SITI UJI A"}, WHY)
    assert codes(usecases.read_warnings(meja, 3)) == ["W225"]
    assert "a.xlsx, Sheet1, baris 2" in usecases.read_warnings(meja, 3)[0].text
    usecases.strike(meja, 1, AlasanCoret.PINDAH, "surat pindah")
    assert usecases.read_warnings(meja, 3) == ()
    usecases.strike(meja, 1, AlasanCoret.BATAL_DICORET, "salah orang")
    assert (codes(usecases.read_warnings(meja, 3)), seen(meja, 3).peringatan) == (["W225"], 1)
    correct(meja, 1, {Isian.NAMA: "RATNA UJI"}, WHY)
    assert usecases.read_warnings(meja) == ()


@pytest.mark.syarat("S-265", "S-202")
def test_e202_a_nik_stays_with_one_person(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {}, {})
    head = meja.head()
    hasil = correct(meja, 2, {Isian.NIK: NIK.format(1)}, WHY)
    assert (hasil.ditolak, codes(hasil.temuan)) == (True, ["E202"])
    assert "a.xlsx, Sheet1, baris 2" in hasil.temuan[0].text
    assert meja.head() == head
    assert not correct(meja, 2, {Isian.NIK: NIK.format(9)}, WHY).ditolak
    assert find_pemilih_ids(meja, Cari(NIK.format(9))) == (2,)
    assert find_pemilih_ids(meja, Cari(NIK.format(2))) == ()


@pytest.mark.parametrize(
    ("typed", "kode"),
    [
        ({Isian.NIK: "12"}, "E201"),
        ({Isian.KK: ""}, "E204"),
        ({Isian.NAMA: " "}, "E206"),
        ({Isian.TANGGAL_LAHIR: "5-1-90"}, "E260"),
        ({Isian.KELAMIN: "1"}, "E208"),
        ({Isian.KAWIN: ""}, "E209"),
        ({Isian.TANGGAL_LAHIR: "01-01-2015", Isian.KAWIN: "B"}, "E210"),
        ({Isian.ALAMAT: "x" * 201}, "E211"),
        ({Isian.TPS: "x" * 101}, "E211"),
        ({Isian.RT: "depan masjid"}, "E256"),
        ({Isian.RW: "1000"}, "E256"),
    ],
)
def test_a_correction_is_judged_like_a_row(meja, tmp_path, typed, kode):
    import_rows(meja, tmp_path / "a.xlsx", {})
    head, before = meja.head(), seen(meja, 1)
    hasil = correct(meja, 1, typed, WHY)
    assert (hasil.ditolak, codes(hasil.temuan)) == (True, [kode])
    assert (meja.head(), seen(meja, 1)) == (head, before)


def test_what_cannot_be_corrected_is_refused_with_a_sentence(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {}, {})
    for typed, number, why, match in (
        ({Isian.RT: "1"}, 1, WHY, "Tidak ada yang berubah"),
        ({Isian.RT: "2"}, 9, WHY, "tidak ada"),
        ({Isian.RT: "2"}, 1, " ", "Alasan belum ditulis"),
    ):
        with pytest.raises(StateError, match=match):
            correct(meja, number, typed, why)
    for typed in ({}, {Isian.NAMA: "SEMUA"}):
        with pytest.raises(StateError, match="tidak dapat diubah sekaligus"):
            change_many(meja, [1], typed, WHY)
    usecases.set_dps(meja)
    seal = usecases.dpt_preview(meja).segel
    usecases.lock_dpt(meja, approve_both(meja, second_person(meja), Aksi.KUNCI_DPT, seal))
    with pytest.raises(StateError, match="dikunci"):
        correct(meja, 1, {Isian.RT: "2"}, WHY)


@pytest.mark.syarat("S-003", "S-265")
def test_a_correction_is_logged_without_what_it_said(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {})
    hasil = correct(meja, 1, {Isian.NAMA: "RATNA RAHASIA", Isian.NIK: NIK.format(7)}, WHY)
    entry = last_entry(meja)
    assert (entry["aksi"], entry["objek"]) == ("ubah-pemilih", "pemilih/1")
    assert (entry["isian"], entry["kelompok"]) == ("nama, nik", hasil.kelompok)
    assert "RATNA" not in json.dumps(entry)
    assert "33990152" not in json.dumps(entry)


@pytest.mark.syarat("S-266")
def test_many_are_changed_as_one_and_taken_back_as_one(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {}, {"RT": "?"}, {}, {"RT": "5"})
    before = [seen(meja, n).pemilih for n in (1, 2, 3, 4)]
    typed = {Isian.DUSUN: "Krajan", Isian.RT: "5", Isian.TPS: "2"}
    head = meja.head().seq
    hasil = change_many(meja, [1, 2, 4], typed, "pemekaran dusun")
    assert (hasil.jumlah, meja.head().seq) == (3, head + 1)
    after = [seen(meja, n).pemilih for n in (1, 2, 3, 4)]
    assert [(one.dusun, one.rt, one.tps) for one in after] == [
        ("Krajan", 5, "2"), ("Krajan", 5, "2"), ("", 1, ""), ("Krajan", 5, "2"),
    ]  # fmt: skip
    assert usecases.read_warnings(meja, 2) == ()
    undone = undo_change(meja, hasil.kelompok)
    assert undone.jumlah == 3
    assert [seen(meja, n).pemilih for n in (1, 2, 3, 4)] == before
    assert codes(usecases.read_warnings(meja, 2)) == ["W227"]
    assert last_entry(meja)["urung"] == hasil.kelompok
    undo_change(meja, undone.kelompok)
    assert seen(meja, 1).pemilih.dusun == "Krajan"


@pytest.mark.syarat("S-266")
def test_what_was_changed_again_is_not_taken_back(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {}, {}, {})
    hasil = change_many(meja, [1, 2, 3], {Isian.RT: "5"}, "pemekaran")
    correct(meja, 2, {Isian.ALAMAT: "JL. MAWAR"}, WHY)
    correct(meja, 3, {Isian.RT: "6"}, WHY)
    with pytest.raises(StateError, match="sesudahnya: SITI UJI C"):
        undo_change(meja, hasil.kelompok)
    assert seen(meja, 1).pemilih.rt == 5


def test_an_undo_is_judged_too_and_strikes_have_their_own_way_back(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {}, {})
    first = correct(meja, 1, {Isian.NIK: NIK.format(9)}, WHY)
    correct(meja, 2, {Isian.NIK: NIK.format(1)}, WHY)
    with pytest.raises(StateError, match="E202"):
        undo_change(meja, first.kelompok)
    usecases.strike(meja, 1, AlasanCoret.PINDAH, "surat pindah")
    for kelompok in (3, 99):
        with pytest.raises(StateError, match="tidak dapat diurungkan"):
            undo_change(meja, kelompok)


@pytest.mark.syarat("S-204", "S-265")
def test_a_row_waiting_for_a_taken_nik_goes_in_once_the_voter_was_corrected(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {}, {"NIK": NIK.format(1), "NAMA": "RATNA UJI"})
    [pair] = read_ganda(meja)
    correct(meja, pair.rujukan.pemilih, {Isian.NIK: NIK.format(8)}, WHY)
    assert read_ganda(meja) == ()
    assert usecases.repair_row(meja, pair.rujukan.perbaikan, {}).pemilih is not None
    assert find_pemilih_ids(meja, Cari(NIK.format(1))) == (2,)


@pytest.mark.syarat("S-216")
def test_of_one_person_the_row_s_own_content_may_be_kept(meja, tmp_path):
    row = {"NIK": NIK.format(1), "NAMA": "SITI AMINAH", "RT": "8"}
    import_rows(meja, tmp_path / "a.xlsx", {}, row)
    [pair] = read_ganda(meja)
    decide_ganda(meja, pair.rujukan, BARIS, "baris kedua sesuai KTP-el")
    assert (seen(meja, 1).pemilih.nama, seen(meja, 1).pemilih.rt) == ("SITI AMINAH", 8)
    assert (read_ganda(meja), pribadi.read_repair_list(meja)) == ((), ())
    assert len(find_pemilih_ids(meja, Cari())) == 1
    again = import_rows(meja, tmp_path / "b.xlsx", {}, row, {"RT": "3"})
    assert (again.sudah_ada, again.diterima) == (2, 1)


def test_a_row_too_young_is_nobody_s_content(meja, tmp_path):
    row = {"NIK": NIK.format(1), "NAMA": "SITI AMINAH"}
    import_rows(meja, tmp_path / "a.xlsx", {}, row)
    [pair] = read_ganda(meja)
    with meja.file.work() as session:  # the row as a later voting day would see it
        run = session.connection().exec_driver_sql
        run("DROP TRIGGER perbaikan_no_update")
        run("UPDATE perbaikan SET sel = replace(replace(sel, '1990', '2015'), '\"S\"', '\"B\"')")
        session.commit()
    with pytest.raises(StateError, match="E210"):
        decide_ganda(meja, pair.rujukan, BARIS, "baris kedua sesuai KTP-el")


@pytest.mark.syarat("S-008", "S-265")
def test_a_sheet_imported_again_does_not_bring_back_what_was_corrected(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {}, {})
    correct(meja, 1, {Isian.NIK: NIK.format(9), Isian.NAMA: "RATNA UJI"}, WHY)
    again = import_rows(meja, tmp_path / "b.xlsx", {}, {}, {})
    assert (again.diterima, again.sudah_ada, again.perbaikan) == (1, 2, ())


@pytest.mark.syarat("S-269")
def test_a_history_tells_everything_oldest_first(meja, tmp_path):
    first = import_rows(meja, tmp_path / "a.xlsx", {"NIK": "1"}, {}).perbaikan[0]
    usecases.repair_row(meja, first.id, {Isian.NIK: NIK.format(1)})
    correct(meja, 2, {Isian.NIK: NIK.format(5), Isian.NAMA: "RATNA"}, WHY, "KTP-el")
    change_many(meja, [2], {Isian.RT: "3"}, "pindah rumah")
    usecases.strike(meja, 2, AlasanCoret.PINDAH, "surat 7")
    usecases.strike(meja, 2, AlasanCoret.BATAL_DICORET, "tidak jadi")
    usecases.set_dps(meja)
    seal = usecases.dpt_preview(meja).segel
    usecases.lock_dpt(meja, approve_both(meja, second_person(meja), Aksi.KUNCI_DPT, seal))
    told = read_history(meja, 2)
    assert [one.babak for one in told] == [
        Babak.DITERIMA, Babak.KOREKSI, Babak.PINDAH, Babak.CORET, Babak.BATAL_CORET, Babak.DPS,
        Babak.DPT,
    ]  # fmt: skip
    received, corrected, moved, struck = told[:4]
    assert (received.keterangan, received.oleh) == ("a.xlsx, Sheet1, baris 2", "Sutrisno Uji")
    assert received.alasan == "diperbaiki"
    assert [(one.isian, one.lama, one.baru) for one in corrected.beda] == [
        ("NIK", "339901**********", "339901**********"), ("Nama", "SITI UJI A", "RATNA"),
    ]  # fmt: skip
    assert (corrected.alasan, corrected.bukti, corrected.kelompok) == (WHY, "KTP-el", 1)
    assert (moved.keterangan, moved.beda[0].baru) == ("massal", "3")
    assert (struck.alasan, struck.beda, struck.kelompok) == ("pindah: surat 7", (), 0)
    assert told[-1].keterangan == "no. 2"
    with pytest.raises(StateError, match="tidak ada"):
        read_history(meja, 9)


@pytest.mark.syarat("S-269")
def test_a_history_names_decisions_and_later_arrivals(meja, tmp_path):
    old = {"NAMA": "SOETRISNO WIDODO"}
    import_rows(meja, tmp_path / "a.xlsx", old)
    usecases.set_dps(meja)
    import_rows(meja, tmp_path / "b.xlsx", old, {"NAMA": "SUTRISNO WIDODO"})
    [pair] = read_ganda(meja)
    decide_ganda(meja, pair.rujukan, 1, "orang yang sama menurut KK")
    assert [one.babak for one in read_history(meja, 2)] == [
        Babak.TAMBAHAN, Babak.CORET, Babak.GANDA,
    ]  # fmt: skip
    assert find_pemilih_ids(meja, Cari(status=Saring.TAMBAHAN)) == (2,)
    assert seen(meja, 2).pemilih.asal is Asal.TAMBAHAN


@pytest.mark.syarat("S-321")
def test_a_correction_is_tried_without_changing_anything(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {}, {"NIK": NIK.format(2), "NAMA": "BUDI UJI"})
    before = seen(meja, 1)
    assert codes(try_correction(meja, 1, {Isian.NIK: "12"})) == ["E201"]
    assert codes(try_correction(meja, 1, {Isian.NIK: NIK.format(2)})) == ["E202"]
    assert codes(try_correction(meja, 1, {Isian.KELAMIN: "L"})) == ["W222"]
    assert try_correction(meja, 1, {Isian.NAMA: "SITI"}) == ()
    assert seen(meja, 1) == before
    correct(meja, 1, {Isian.KELAMIN: "L"}, WHY)
    assert try_correction(meja, 1, {Isian.NAMA: "SITI"}) == ()


@pytest.mark.syarat("S-321")
def test_a_form_of_correction_has_every_field_but_the_numbers_of_cards(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {"RT": "", "RW": "7"})
    shown = read_isian(meja, 1)
    assert set(Isian) - set(shown) == {Isian.NIK, Isian.KK, Isian.SUMBER}
    assert (shown[Isian.TANGGAL_LAHIR], shown[Isian.RT], shown[Isian.RW]) == ("12-05-1990", "", "7")
    assert try_correction(meja, 1, shown) == ()
    with pytest.raises(StateError, match="tidak ada"):
        read_isian(meja, 9)

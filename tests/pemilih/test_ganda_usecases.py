"""Doubles on a real file: found, decided, remembered; an undecided NIK holds up the DPT."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pilkades_desk.core.errors import Cancelled, StateError
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih import pribadi, usecases
from pilkades_desk.pemilih.cari.usecases import find_pemilih_ids, read_baris
from pilkades_desk.pemilih.cari.values import Cari
from pilkades_desk.pemilih.ganda.usecases import decide_ganda, read_ganda
from pilkades_desk.pemilih.ganda.values import Rujukan
from pilkades_desk.pemilih.values import AlasanCoret, Isian
from tests.makers import approve_both, make_meja, make_operators, stand_by_all
from tests.pemilih.kpu_sheet import NIK, write_rows

OLD = {"NAMA": "SOETRISNO WIDODO", "TANGGAL LAHIR": "07|03|1961"}
NEW = {"NAMA": "SUTRISNO WIDODO", "TANGGAL LAHIR": "03|07|1961", "RT": "9"}
SAME_NIK = {"NIK": NIK.format(1), "NAMA": "SITI UJI AMINAH"}


@pytest.fixture
def meja(tmp_path: Path) -> Iterator[Meja]:
    opened = make_meja(tmp_path)
    yield opened
    opened.close()


def import_rows(meja: Meja, path: Path, *rows: dict[str, object]):
    return usecases.import_sheet(meja, write_rows(path, *rows))


def coret(meja: Meja, number: int) -> str:
    return read_baris(meja, [number])[0].pemilih.coret


@pytest.mark.syarat("S-215")
def test_a_pair_shows_both_masked_with_reason_and_differing_letters(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", OLD, {}, NEW)
    [pair] = read_ganda(meja)
    assert pair.rujukan == Rujukan(1, lain=3)
    assert [found.code for found in pair.temuan][-2:] == ["W246", "W247"]
    assert (pair.kiri.beda, pair.kanan.beda) == (((1, 3),), ((1, 2),))
    assert pair.kiri.letak == "a.xlsx, Sheet1, baris 2"
    assert {pair.kiri.pemilih.nik[6:], pair.kanan.pemilih.kk[6:]} == {"*" * 10}
    assert (pair.nik_sama, pair.kk_sama) == (False, False)


@pytest.mark.syarat("S-216", "S-206")
def test_one_person_strikes_the_other_as_ganda_and_keeps_both(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", OLD, {}, NEW)
    decide_ganda(meja, Rujukan(1, lain=3), 3, "KTP-el menyebut Sutrisno")
    assert (coret(meja, 1), coret(meja, 3)) == (AlasanCoret.GANDA.value, "")
    assert read_ganda(meja) == ()
    assert len(find_pemilih_ids(meja, Cari())) == 3


def test_one_person_taken_back_comes_up_again(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", OLD, NEW)
    decide_ganda(meja, Rujukan(1, lain=2), 1, "kartu keluarga sama")
    usecases.strike(meja, 2, AlasanCoret.BATAL_DICORET, "ternyata dua orang")
    assert [pair.rujukan for pair in read_ganda(meja)] == [Rujukan(1, lain=2)]


@pytest.mark.syarat("S-216")
def test_two_people_stay_two_and_do_not_come_up_again(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", OLD, NEW)
    decide_ganda(meja, Rujukan(1, lain=2), 0, "bapak dan keponakan")
    assert (coret(meja, 1), coret(meja, 2)) == ("", "")
    import_rows(meja, tmp_path / "b.xlsx", OLD, NEW, {})
    assert read_ganda(meja) == ()


def test_a_decision_holds_for_the_fields_it_was_made_on(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", OLD, NEW)
    decide_ganda(meja, Rujukan(1, lain=2), 0, "bapak dan keponakan")
    again = NEW | {"NIK": NIK.format(77)}
    import_rows(meja, tmp_path / "b.xlsx", again)
    assert [pair.rujukan for pair in read_ganda(meja)] == [
        Rujukan(1, lain=3),
        Rujukan(2, lain=3),
    ]


@pytest.mark.syarat("S-217", "S-202")
def test_e244_a_nik_used_twice_and_undecided_holds_up_the_dpt(meja, tmp_path):
    first, _ = make_operators(meja)
    import_rows(meja, tmp_path / "a.xlsx", {}, SAME_NIK)
    usecases.set_dps(meja)
    preview = usecases.preview_lock(meja)
    assert preview.galat is not None
    assert preview.galat.code == "E244"
    approvals = approve_both(meja, first, Aksi.KUNCI_DPT, preview.dpt.segel)
    with pytest.raises(StateError, match="E244: 1 baris dengan NIK"):
        usecases.lock_dpt(meja, approvals)
    [pair] = read_ganda(meja)
    assert (pair.rujukan, pair.hanya_kiri) == (Rujukan(1, perbaikan=1), True)
    assert [found.code for found in pair.temuan] == ["E202"]
    decide_ganda(meja, pair.rujukan, 1, "KTP-el dicocokkan")
    approvals = approve_both(meja, first, Aksi.KUNCI_DPT, preview.dpt.segel)
    assert usecases.lock_dpt(meja, approvals).jumlah == 1


@pytest.mark.syarat("S-216")
def test_a_row_decided_to_be_a_voter_leaves_the_repair_list_now_and_next_time(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {}, SAME_NIK)
    decide_ganda(meja, Rujukan(1, perbaikan=1), 1, "KTP-el dicocokkan")
    assert pribadi.read_repair_list(meja) == ()
    again = import_rows(meja, tmp_path / "b.xlsx", {}, SAME_NIK | {"RT": "7"}, {"KELAMIN": ""})
    assert [row.kode for row in again.perbaikan] == [("E208",)]
    assert [row.id for row in pribadi.read_repair_list(meja)] == [again.perbaikan[0].id]
    assert read_ganda(meja) == ()


def test_a_row_decided_to_be_another_waits_for_its_right_nik(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", {}, SAME_NIK)
    decide_ganda(meja, Rujukan(1, perbaikan=1), 0, "NIK di KK berbeda")
    assert read_ganda(meja) == ()
    usecases.set_dps(meja)
    stand_by_all(meja)
    assert [found.code for found in usecases.preview_lock(meja).temuan] == ["W243"]
    assert usecases.repair_row(meja, 1, {Isian.NIK: NIK.format(8)}).pemilih is not None


def test_a_decision_needs_a_reason_a_standing_pair_and_one_of_the_two(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", OLD, NEW, {}, {"NIK": NIK.format(3)})
    head = meja.head()
    for pair, kept, reason, match in (
        (Rujukan(1, lain=2), 1, " ", "Alasan belum ditulis"),
        (Rujukan(1, lain=2), 3, "salah ketik", "salah satu dari keduanya"),
        (Rujukan(1, lain=99), 0, "siapa ini", "sudah berubah"),
        (Rujukan(99, lain=1), 0, "siapa ini", "sudah berubah"),
        (Rujukan(2, perbaikan=1), 2, "baris orang lain", "sudah berubah"),
        (Rujukan(3, perbaikan=1), 9, "baris ini benar", "salah satu dari keduanya"),
    ):
        with pytest.raises(StateError, match=match):
            decide_ganda(meja, pair, kept, reason)
    assert meja.head() == head
    usecases.strike(meja, 2, AlasanCoret.PINDAH, "surat pindah")
    with pytest.raises(StateError, match="sudah berubah"):
        decide_ganda(meja, Rujukan(1, lain=2), 1, "orang yang sama")


@pytest.mark.syarat("S-009")
def test_a_search_can_be_stopped(meja, tmp_path):
    def stop(done: int, total: int) -> None:
        raise Cancelled

    import_rows(meja, tmp_path / "a.xlsx", OLD, NEW)
    with pytest.raises(Cancelled):
        read_ganda(meja, stop)


@pytest.mark.syarat("S-003", "S-004")
def test_a_decision_is_kept_for_good_with_who_and_when_and_logged_without_names(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", OLD, NEW)
    decide_ganda(meja, Rujukan(1, lain=2), 1, "KTP-el dicocokkan")
    with meja.read() as session:
        run = session.connection().exec_driver_sql
        [row] = run("SELECT putusan, dipakai, alasan, akun_id, waktu FROM keputusan_ganda")
        log = run("SELECT body FROM audit ORDER BY seq DESC LIMIT 1").scalar_one()
    assert tuple(row)[:4] == ("orang yang sama", 1, "KTP-el dicocokkan", meja.akun.id)
    assert row[4].startswith("2026-12-01")
    assert '"objek":"ganda/1"' in log
    assert "TRISNO" not in log

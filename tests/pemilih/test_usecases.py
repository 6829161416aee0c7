"""Import, repair, strike, DPS and DPT on a real encrypted election file."""

from collections import Counter

import pytest

from pilkades_desk.app.demo_voters import KOLOM_KPU_33, write_kpu33
from pilkades_desk.core.errors import Cancelled, RightsError, SheetError, StateError
from pilkades_desk.kits.spreadsheet.reader import read_sheets
from pilkades_desk.panitia.akun import log_in_again
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import TujuanAkses
from pilkades_desk.pemilih import pribadi, usecases
from pilkades_desk.pemilih.cari.usecases import find_pemilih_ids, read_baris
from pilkades_desk.pemilih.cari.values import Cari
from pilkades_desk.pemilih.rules import seal_dpt
from pilkades_desk.pemilih.values import (
    AlasanCoret,
    Asal,
    Isian,
    PemilihTersamar,
    Saring,
)
from tests.makers import (
    OPERATOR_1,
    approve_both,
    stand_by_all,
)
from tests.pemilih.kpu_sheet import NIK, write_rows


def second_person(meja):
    return log_in_again(meja, OPERATOR_1.nama, OPERATOR_1.sandi)


def search(meja, words: str) -> tuple[PemilihTersamar, ...]:
    ids = find_pemilih_ids(meja, Cari(words))
    return tuple(baris.pemilih for baris in read_baris(meja, ids))


def everybody(meja) -> tuple[PemilihTersamar, ...]:
    return tuple(sorted(search(meja, ""), key=lambda pemilih: pemilih.id))


def codes(found) -> list[str]:
    return [finding.code for finding in found]


def test_demo_sheet_gives_exactly_the_expected_figures(meja, tmp_path):
    expected = write_kpu33(tmp_path / "a.xlsx", seed=5, jumlah=300)
    hasil = usecases.import_sheet(meja, tmp_path / "a.xlsx")
    ringkasan = usecases.summarise(meja)
    assert (hasil.diterima, ringkasan.jumlah_l) == (expected.taken, expected.men)
    assert Counter(kode for row in hasil.perbaikan for kode in row.kode) == expected.refused
    assert Counter(codes(hasil.temuan)) == expected.warnings + Counter(["W241"])
    assert Counter(codes(usecases.read_warnings(meja))) == Counter(codes(hasil.temuan))


@pytest.mark.syarat("S-204")
def test_every_row_is_either_taken_or_on_the_repair_list_with_its_cells(meja, tmp_path):
    path = tmp_path / "a.xlsx"
    write_kpu33(path, seed=6, jumlah=250)
    hasil = usecases.import_sheet(meja, path)
    assert hasil.diterima + len(hasil.perbaikan) == 250
    sheet = read_sheets(path.read_bytes())[0]
    for row in hasil.perbaikan:
        assert row.sel == tuple(cell.text for cell in sheet.rows[row.baris - 1])
    whole = tuple(pribadi.reveal_repair(meja, row.id) for row in hasil.perbaikan)
    assert whole == hasil.perbaikan
    listed = [(row.id, row.kode) for row in pribadi.read_repair_list(meja)]
    assert listed == [(row.id, row.kode) for row in hasil.perbaikan]


@pytest.mark.syarat("S-008")
def test_same_file_twice_changes_nothing(meja, tmp_path):
    path = write_rows(tmp_path / "a.xlsx", {}, {"KELAMIN": ""})
    first = usecases.import_sheet(meja, path)
    before = usecases.summarise(meja)
    head = meja.head()
    again = usecases.import_sheet(meja, path)
    assert (again.berulang, again.batch, again.diterima) == (True, first.batch, 0)
    assert codes(again.temuan) == ["W242"]
    assert (usecases.summarise(meja), meja.head()) == (before, head)


def test_rows_known_from_another_file_are_counted_and_not_taken_twice(meja, tmp_path):
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}, {}))
    hasil = usecases.import_sheet(meja, write_rows(tmp_path / "b.xlsx", {}, {}, {}))
    assert (hasil.diterima, hasil.sudah_ada, hasil.perbaikan) == (1, 2, ())


@pytest.mark.syarat("S-202")
def test_e202_second_use_of_a_nik_is_refused_and_says_where_the_first_is(meja, tmp_path):
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}))
    path = write_rows(tmp_path / "b.xlsx", {"NAMA": "ORANG LAIN"}, {}, {"NIK": NIK.format(2)})
    hasil = usecases.import_sheet(meja, path)
    assert [row.kode for row in hasil.perbaikan] == [("E202",), ("E202",)]
    assert "a.xlsx, Sheet1, baris 2" in hasil.perbaikan[0].temuan[0].text
    assert "Sheet1, baris 3" in hasil.perbaikan[1].temuan[0].text


@pytest.mark.syarat("S-205")
def test_w225_same_name_and_birth_date_as_one_stored_before(meja, tmp_path):
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {"NAMA": "Nur'aini René"}))
    twin = {"NAMA": "NURAINI RENE"}
    hasil = usecases.import_sheet(meja, write_rows(tmp_path / "b.xlsx", {"NIK": ""}, twin))
    assert codes(hasil.temuan) == ["W225"]
    pemilih = search(meja, "NURAINI")[0]
    assert codes(usecases.read_warnings(meja, pemilih.id)) == ["W225"]


@pytest.mark.syarat("S-009")
def test_cancel_stores_nothing(meja, tmp_path):
    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    path = write_rows(tmp_path / "a.xlsx", {}, {"NIK": "1"})
    head = meja.head()
    with pytest.raises(Cancelled):
        usecases.import_sheet(meja, path, stop)
    assert (everybody(meja), pribadi.read_repair_list(meja)) == ((), ())
    assert meja.head() == head
    assert usecases.import_sheet(meja, path).diterima == 1


def test_progress_ends_at_the_total(meja, tmp_path):
    told: list[tuple[int, int]] = []
    path = write_rows(tmp_path / "a.xlsx", {}, {})
    usecases.import_sheet(meja, path, lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (2, 2)]


def test_a_photo_is_refused_and_leaves_no_batch(meja, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"\xff\xd8\xff foto")
    head = meja.head()
    with pytest.raises(SheetError, match="foto"):
        usecases.import_sheet(meja, tmp_path / "a.xlsx")
    assert meja.head() == head


@pytest.mark.syarat("S-003", "S-007")
def test_audit_log_holds_no_name_and_no_nik(meja, tmp_path):
    before = meja.head().seq
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}, {"NIK": "1"}))
    usecases.repair_row(meja, 1, {Isian.NIK: NIK.format(9)})
    usecases.strike(meja, 1, AlasanCoret.MENINGGAL, "akta kematian 12")
    usecases.set_dps(meja)
    raw = b"".join(
        path.read_bytes() for path in (tmp_path / "pemilihan").rglob("*") if path.is_file()
    )
    assert b"SITI UJI" not in raw
    with meja.read() as session:
        rows = session.connection().exec_driver_sql("SELECT body FROM audit").scalars().all()
    assert len(rows) == before + 4
    assert not any("SITI" in body or NIK[:8] in body for body in rows)


@pytest.mark.syarat("S-212")
def test_names_with_apostrophes_and_accents_survive_and_are_found(meja, tmp_path):
    name = "D'Angelo Nur'aini-René, S.Pd"
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {"NAMA": name}, {}))
    for words in ("D'Angelo", "rene", "nur'aini s.", NIK.format(1), 'é, "', "d'"):
        found = [pemilih.nama for pemilih in search(meja, words)]
        assert (name in found) == (words != 'é, "')


@pytest.mark.syarat("S-212")
def test_search_takes_any_text(meja, tmp_path):
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}, {}, {}))
    assert len(search(meja, "")) == 3
    assert search(meja, 'siti" OR nama:* NEAR( %_') == ()


@pytest.mark.syarat("S-204")
def test_a_repaired_row_becomes_a_pemilih_and_leaves_the_list(meja, tmp_path):
    path = write_rows(tmp_path / "a.xlsx", {"NIK": 3399015205900001, "KELAMIN": ""})
    hasil = usecases.import_sheet(meja, path)
    still = usecases.repair_row(meja, hasil.perbaikan[0].id, {Isian.NIK: NIK.format(1)})
    assert codes(still.temuan) == ["E208"]
    typed = {Isian.NIK: NIK.format(1), Isian.KELAMIN: "P"}
    assert usecases.repair_row(meja, hasil.perbaikan[0].id, typed).pemilih is not None
    assert [pemilih.nik for pemilih in everybody(meja)] == ["339901**********"]
    assert pribadi.read_repair_list(meja) == ()
    with pytest.raises(StateError):
        usecases.repair_row(meja, hasil.perbaikan[0].id, typed)


def test_a_row_repaired_into_someone_already_listed_adds_nobody(meja, tmp_path):
    path = write_rows(tmp_path / "a.xlsx", {"KELAMIN": ""})
    perbaikan = usecases.import_sheet(meja, path).perbaikan[0]
    usecases.import_sheet(meja, write_rows(tmp_path / "b.xlsx", {}))
    assert usecases.repair_row(meja, perbaikan.id, {Isian.KELAMIN: "P"}).pemilih is not None
    assert usecases.summarise(meja).jumlah == 1
    assert pribadi.read_repair_list(meja) == ()


@pytest.mark.syarat("S-204")
def test_a_row_that_is_no_pemilih_is_set_aside_with_a_reason(meja, tmp_path):
    hasil = usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}, {"NIK": "JUMLAH"}))
    with pytest.raises(StateError):
        usecases.set_row_aside(meja, hasil.perbaikan[0].id, " ")
    usecases.set_row_aside(meja, hasil.perbaikan[0].id, "baris jumlah")
    assert usecases.summarise(meja).perlu_diperbaiki == 0


@pytest.mark.syarat("S-204")
def test_repair_list_is_written_with_reason_and_every_cell(meja, tmp_path):
    hasil = usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}, {"NIK": "12"}))
    sheet = read_sheets(pribadi.export_repair_list(meja, TujuanAkses.PERBAIKI, whole=True))[0]
    mark, header, row = ([cell.text for cell in cells] for cells in sheet.rows)
    assert "oleh Sutrisno Uji untuk memperbaiki data" in mark[0]
    assert row[:4] == ["a.xlsx", "Sheet1", "3", "E201"]
    assert tuple(header[6:]) == KOLOM_KPU_33
    assert tuple(row[6:]) == hasil.perbaikan[0].sel


def test_empty_repair_list_is_a_sheet_with_a_header(meja):
    assert (
        len(read_sheets(pribadi.export_repair_list(meja, TujuanAkses.PERBAIKI, whole=True))[0].rows)
        == 2
    )


@pytest.mark.syarat("S-206")
def test_strike_and_withdrawal_are_both_kept(meja, tmp_path):
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}, {}))
    with pytest.raises(StateError, match="Alasan"):
        usecases.strike(meja, 1, AlasanCoret.PINDAH, " ")
    usecases.strike(meja, 1, AlasanCoret.PINDAH, "surat pindah 7/2026")
    assert everybody(meja)[0].coret == "pindah"
    assert usecases.summarise(meja).dicoret == 1
    with pytest.raises(StateError, match="sudah dicoret"):
        usecases.strike(meja, 1, AlasanCoret.GANDA, "dengan no. 2")
    usecases.strike(meja, 1, AlasanCoret.BATAL_DICORET, "salah orang")
    assert everybody(meja)[0].coret == ""
    with pytest.raises(StateError, match="tidak dicoret"):
        usecases.strike(meja, 1, AlasanCoret.BATAL_DICORET, "sekali lagi")
    with meja.read() as session:
        kept = session.connection().exec_driver_sql(
            "SELECT jenis, baru, alasan FROM perubahan_pemilih ORDER BY id"
        )
        assert [tuple(row) for row in kept] == [
            ("coret", "pindah", "surat pindah 7/2026"),
            ("batal coret", "", "salah orang"),
        ]
    with pytest.raises(StateError, match="tidak ada"):
        usecases.strike(meja, 99, AlasanCoret.GANDA, "siapa ini")


@pytest.mark.syarat("S-207")
def test_dps_is_set_once_and_not_empty(meja, tmp_path):
    with pytest.raises(StateError, match="Belum ada pemilih"):
        usecases.set_dps(meja)
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}, {}))
    assert usecases.set_dps(meja).jumlah == 2
    with pytest.raises(StateError, match="sudah ditetapkan"):
        usecases.set_dps(meja)


def test_dpt_needs_a_dps_first(meja):
    with pytest.raises(StateError, match="DPS belum"):
        usecases.dpt_preview(meja)
    with pytest.raises(StateError, match="DPT belum"):
        usecases.read_dpt(meja)


def prepare_dpt(meja, tmp_path):
    """Six in the DPS, one of them struck before and two after; two added, one of them struck."""
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", *[{}] * 6))
    usecases.strike(meja, 6, AlasanCoret.GANDA, "dengan no. 5")
    usecases.set_dps(meja)
    new = [{"NIK": NIK.format(n), "NAMA": f"BARU {n}", "NKK": "3399010101170001"} for n in (7, 8)]
    usecases.import_sheet(meja, write_rows(tmp_path / "b.xlsx", *new))
    for pemilih_id in (1, 2, 8):
        usecases.strike(meja, pemilih_id, AlasanCoret.PINDAH, "surat pindah")


@pytest.mark.syarat("S-207", "S-208", "S-145")
def test_i12_dpt_is_dps_minus_struck_plus_added(meja, tmp_path):
    prepare_dpt(meja, tmp_path)
    dpt = usecases.dpt_preview(meja)
    figures = (dpt.jumlah_dps, dpt.dicoret, dpt.tambahan, dpt.jumlah)
    assert figures == (5, 2, 1, 4)
    assert usecases.count_struck(meja) == {"pindah": 2}
    assert everybody(meja)[6].asal is Asal.TAMBAHAN
    [held_up] = usecases.preview_lock(meja).temuan
    assert held_up.code == "E153"
    assert "Umur pemilih paling rendah" in held_up.text
    with pytest.raises(StateError, match="E153: 9 nilai"):
        usecases.lock_dpt(
            meja,
            [one.approve(Aksi.KUNCI_DPT, dpt.segel) for one in (meja, second_person(meja))],
        )
    stand_by_all(meja)
    assert usecases.preview_lock(meja).temuan == ()


@pytest.mark.syarat("S-006", "S-209")
def test_dpt_is_locked_by_two_and_then_nothing_moves(meja, tmp_path):
    prepare_dpt(meja, tmp_path)
    seal = usecases.dpt_preview(meja).segel
    two = second_person(meja)
    with pytest.raises(RightsError):
        usecases.lock_dpt(meja, (meja.approve(Aksi.KUNCI_DPT, seal),))
    dpt = usecases.lock_dpt(meja, approve_both(meja, two, Aksi.KUNCI_DPT, seal))
    lines = pribadi.read_dpt_pemilih(meja)
    assert usecases.read_dpt(meja) == dpt
    assert seal_dpt(lines) == dpt.segel == seal
    assert [line.no_urut for line in lines] == [1, 2, 3, 4]
    assert [line.id for line in lines] == [3, 4, 5, 7]
    for forbidden in (
        lambda: usecases.import_sheet(meja, tmp_path / "a.xlsx"),
        lambda: usecases.strike(meja, 3, AlasanCoret.PINDAH, "terlambat"),
        lambda: usecases.lock_dpt(meja, approve_both(meja, two, Aksi.KUNCI_DPT, seal)),
    ):
        with pytest.raises(StateError, match="sudah dikunci"):
            forbidden()


@pytest.mark.syarat("S-006")
def test_approvals_of_an_older_preview_do_not_lock(meja, tmp_path):
    prepare_dpt(meja, tmp_path)
    two = second_person(meja)
    stale = approve_both(meja, two, Aksi.KUNCI_DPT, usecases.dpt_preview(meja).segel)
    usecases.strike(meja, 3, AlasanCoret.MENINGGAL, "akta kematian")
    with pytest.raises(RightsError):
        usecases.lock_dpt(meja, stale)


def test_e253_a_dpt_of_nobody_cannot_be_locked(meja, tmp_path):
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}))
    usecases.set_dps(meja)
    usecases.strike(meja, 1, AlasanCoret.MENINGGAL, "akta kematian")
    two = second_person(meja)
    seal = usecases.dpt_preview(meja).segel
    with pytest.raises(StateError, match="E253"):
        usecases.lock_dpt(meja, approve_both(meja, two, Aksi.KUNCI_DPT, seal))


@pytest.mark.syarat("S-004")
def test_the_file_itself_refuses_to_change_or_delete(meja, tmp_path):
    prepare_dpt(meja, tmp_path)
    two = second_person(meja)
    seal = usecases.dpt_preview(meja).segel
    usecases.lock_dpt(meja, approve_both(meja, two, Aksi.KUNCI_DPT, seal))
    statements = ("DELETE FROM {}", "UPDATE {} SET rowid = rowid")
    for table in ("pemilih", "perubahan_pemilih", "dps_pemilih", "dpt", "dpt_pemilih"):
        for statement in statements:
            with meja.file.work() as session, pytest.raises(Exception, match="append-only"):
                session.connection().exec_driver_sql(statement.format(table))


@pytest.mark.syarat("S-212")
def test_the_working_list_is_by_name_and_can_be_narrowed(meja, tmp_path):
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {"NAMA": "ZAKI"}, {}, {}))
    usecases.set_dps(meja)
    wrong_sex = {"NIK": NIK.format(9), "NAMA": "ANI", "KELAMIN": "L"}
    usecases.import_sheet(meja, write_rows(tmp_path / "b.xlsx", wrong_sex))
    usecases.strike(meja, 2, AlasanCoret.PINDAH, "surat pindah")
    usecases.strike(meja, 3, AlasanCoret.PINDAH, "surat pindah")
    usecases.strike(meja, 3, AlasanCoret.BATAL_DICORET, "tidak jadi")
    expected = {
        Saring.SEMUA: (4, 2, 3, 1),
        Saring.TERDAFTAR: (4, 3, 1),
        Saring.DICORET: (2,),
        Saring.TAMBAHAN: (4,),
        Saring.BERPERINGATAN: (4,),
    }
    for saring, ids in expected.items():
        assert find_pemilih_ids(meja, Cari(status=saring)) == ids
    assert find_pemilih_ids(meja, Cari("uji si", status=Saring.TERDAFTAR)) == (3,)


@pytest.mark.syarat("S-210")
def test_a_line_knows_its_warnings_and_later_its_number(meja, tmp_path):
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {"KELAMIN": "L"}, {}))
    assert [one.peringatan for one in read_baris(meja, [2, 1])] == [0, 1]
    usecases.set_dps(meja)
    seal = usecases.dpt_preview(meja).segel
    usecases.lock_dpt(meja, approve_both(meja, second_person(meja), Aksi.KUNCI_DPT, seal))
    assert sorted(one.no_urut for one in read_baris(meja, [1, 2])) == [1, 2]
    sixteen = NIK.format(1)
    assert pribadi.find_dpt_nik(meja, [sixteen, "3399010101010001"]) == {sixteen}

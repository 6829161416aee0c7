from pathlib import Path

import pytest

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.errors import AccessError, RightsError, StateError, StorageError
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.kits.storage.election_file import ElectionFile
from pilkades_desk.panitia.accounts import BadAccount, account_digest, check_recovery_code
from pilkades_desk.panitia.akun import add_account, read_accounts
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.orang import OrangBaru, add_orang, open_orang_key
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.usecases import log_in, make_village_keys
from tests.makers import (
    KETUA,
    OPERATOR_1,
    OPERATOR_2,
    approve_both,
    make_clock,
    make_meja,
    make_operators,
    make_pemilihan,
)

OPERATOR_3 = OPERATOR_2.model_copy(update={"nama": "operator3", "nama_lengkap": "Wati Uji"})


def _run_once(meja: Meja) -> None:
    with meja.act(Aksi.IMPOR_PEMILIH, "perintah-1") as act:
        act.record("coba")
        act.commit()


@pytest.mark.syarat("S-101")
def test_a_new_election_opens_again_with_the_password(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    meja.close()
    again = log_in(meja.folder, "ketua", KETUA.sandi, SCHEMA, make_clock())
    assert again.pemilihan == meja.pemilihan
    again.close()


@pytest.mark.syarat("S-101")
def test_a_wrong_password_opens_nothing(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    meja.close()
    with pytest.raises(AccessError):
        log_in(meja.folder, "ketua", "bukan sandi saya", SCHEMA, make_clock())


@pytest.mark.syarat("S-007")
def test_the_file_is_no_plain_sqlite(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    meja.close()
    assert b"SQLite format 3" not in (meja.folder / "pemilihan.db").read_bytes()


def test_a_file_that_is_open_is_not_opened_twice(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    with pytest.raises(StorageError, match="sedang dibuka"):
        log_in(meja.folder, "ketua", KETUA.sandi, SCHEMA, make_clock())
    meja.close()


@pytest.mark.syarat("S-104")
def test_the_recovery_code_opens_the_file_however_it_is_typed(tmp_path: Path) -> None:
    made = make_pemilihan(tmp_path)
    check_recovery_code(made.meja.folder, made.kode_pemulihan.lower().replace("-", " "))
    made.meja.close()


@pytest.mark.syarat("S-104")
def test_a_wrong_recovery_code_is_refused(tmp_path: Path) -> None:
    made = make_pemilihan(tmp_path)
    with pytest.raises(AccessError):
        check_recovery_code(made.meja.folder, "0000-" * 7 + "0000")
    made.meja.close()


@pytest.mark.syarat("S-102")
def test_e102_a_password_with_the_village_in_it_is_refused(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    weak = OPERATOR_1.model_copy(update={"sandi": "sukamaju jaya sekali"})
    with pytest.raises(BadAccount) as refused:
        add_account(meja, KETUA.sandi, weak)
    assert [finding.code for finding in refused.value.findings] == ["E102"]
    meja.close()


@pytest.mark.syarat("S-006")
def test_the_third_account_needs_two_people(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    add_account(meja, KETUA.sandi, OPERATOR_1)
    with pytest.raises(RightsError):
        add_account(meja, KETUA.sandi, OPERATOR_2)
    meja.close()


@pytest.mark.syarat("S-006")
def test_an_approval_of_something_else_does_not_count(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    first, _ = make_operators(meja)
    approvals = approve_both(meja, first, Aksi.TAMBAH_AKUN, account_digest(OPERATOR_1))
    third = OPERATOR_3
    with pytest.raises(RightsError, match="tidak cocok"):
        add_account(meja, KETUA.sandi, third, approvals)
    meja.close()


@pytest.mark.syarat("S-006")
def test_one_person_twice_is_not_two_people(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    make_operators(meja)
    third = OPERATOR_3
    approvals = approve_both(meja, meja, Aksi.TAMBAH_AKUN, account_digest(third))
    with pytest.raises(RightsError, match="dua orang"):
        add_account(meja, KETUA.sandi, third, approvals)
    meja.close()


def test_an_operator_may_not_add_accounts(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    first, _ = make_operators(meja)
    with pytest.raises(RightsError, match="operator"):
        add_account(first, OPERATOR_1.sandi, OPERATOR_2)
    meja.close()


def test_accounts_are_listed_in_order(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    make_operators(meja)
    assert [akun.nama for akun in read_accounts(meja)] == ["ketua", "operator1", "operator2"]
    meja.close()


@pytest.mark.syarat("S-001")
def test_every_act_is_one_link_of_the_chain(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    make_operators(meja)
    with meja.read() as session:
        assert audit_log.verify(session).seq == 3
    meja.close()


@pytest.mark.syarat("S-008")
def test_a_command_repeated_after_a_crash_changes_nothing(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    _run_once(meja)
    before = meja.head()
    with pytest.raises(StateError, match="sudah dijalankan"):
        _run_once(meja)
    assert meja.head() == before
    meja.close()


@pytest.mark.syarat("S-009")
def test_leaving_an_act_without_commit_stores_nothing(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    before = meja.head()
    with meja.act(Aksi.IMPOR_PEMILIH) as act:
        act.record("coba")
    assert meja.head() == before
    meja.close()


@pytest.mark.syarat("S-106")
def test_a_person_signs_only_with_their_own_password(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    make_village_keys(meja)
    orang = add_orang(
        meja, OrangBaru(nama="Sri Uji", jabatan="Ketua KPPS", unit=1, sandi="awan putih di bukit")
    )
    assert open_orang_key(meja, orang, "awan putih di bukit")
    with pytest.raises(AccessError):
        open_orang_key(meja, orang, "angin")
    meja.close()


def test_a_damaged_page_is_named_as_such(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    meja.close()
    path = meja.folder / "pemilihan.db"
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    with pytest.raises(StorageError, match="rusak"):
        log_in(meja.folder, "ketua", KETUA.sandi, SCHEMA, make_clock())


def test_a_lost_file_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="tidak ada"):
        ElectionFile.open(tmp_path / "pemilihan.db", bytes(32), SCHEMA)


@pytest.mark.syarat("S-103")
def test_e106_one_person_gets_no_second_account(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    again = OPERATOR_1.model_copy(update={"nama_lengkap": " sutrisno  UJI"})
    with pytest.raises(BadAccount) as refused:
        add_account(meja, KETUA.sandi, again)
    assert [finding.code for finding in refused.value.findings] == ["E106"]
    meja.close()


def test_e101_a_signing_person_with_a_short_password_is_refused(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    make_village_keys(meja)
    with pytest.raises(BadAccount) as refused:
        add_orang(meja, OrangBaru(nama="Sri Uji", jabatan="Ketua KPPS", unit=1, sandi="awan"))
    assert [finding.code for finding in refused.value.findings] == ["E101"]
    meja.close()

"""Change, reset, deactivate: who may, what opens afterwards, and what a pulled plug leaves."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from pilkades_desk.core.errors import AccessError, RightsError, StateError, StorageError
from pilkades_desk.kits.keybox.slots import read_slots
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.panitia import akun_ulang, store
from pilkades_desk.panitia.accounts import SLOTS_NAME, BadAccount, account_digest
from pilkades_desk.panitia.akun import add_account, approve_together, other_approvers
from pilkades_desk.panitia.akun_ulang import (
    change_digest,
    change_password,
    changes_to_name,
    deactivate_account,
    reset_account,
)
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import SaksiHadir, SebabKunci
from tests.makers import KETUA, OPERATOR_1, OPERATOR_2
from tests.panitia.desks import (
    FRESH,
    SEKRETARIS,
    UnpluggedError,
    Village,
    enters,
    make_village,
    pull_at,
    three,
)

PRESENT = SaksiHadir(satu="Pak Uji", dua="Bu Uji")
RESET, OFF = Aksi.ATUR_ULANG_AKUN, Aksi.NONAKTIFKAN_AKUN


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    made = three(tmp_path)
    yield made
    made.meja.close()


def last_body(village: Village) -> dict[str, object]:
    with village.meja.read() as session:
        body: dict[str, object] = json.loads(list(audit_log.read_entries(session))[-1].body)
    return body


def reset(village: Village, nama: str = "operator1", sandi: str = FRESH) -> None:
    approvals = village.approvals(RESET, nama, SEKRETARIS)
    reset_account(village.meja, KETUA.sandi, village.akun(nama), sandi, approvals)


def lock_the_dpt(village: Village) -> None:
    with village.meja.act(Aksi.KUNCI_DPT) as act:
        act.record("dpt")
        act.commit()


@pytest.mark.syarat("S-109")
def test_after_a_change_only_the_new_password_opens(village: Village) -> None:
    change_password(village.meja, KETUA.sandi, FRESH)
    village.meja.close()
    assert enters(village.folder, "ketua", FRESH).nama == "ketua"
    with pytest.raises(AccessError):
        enters(village.folder, "ketua", KETUA.sandi)


@pytest.mark.syarat("S-109")
def test_a_password_change_keeps_the_keys_so_approvals_stay_valid(village: Village) -> None:
    digest = change_digest(village.akun("operator1"))
    pair = (SEKRETARIS.nama, SEKRETARIS.sandi)
    before = village.akun("ketua").kunci_publik
    change_password(village.meja, KETUA.sandi, FRESH)
    assert village.akun("ketua").kunci_publik == before
    approvals = approve_together(village.meja, RESET, digest, pair)
    reset_account(village.meja, FRESH, village.akun("operator1"), "lumbung emas tua", approvals)


def test_a_wrong_old_password_changes_nothing(village: Village) -> None:
    before, slots = village.meja.head(), (village.folder / SLOTS_NAME).read_bytes()
    with pytest.raises(AccessError):
        change_password(village.meja, "bukan sandi saya", FRESH)
    assert (village.meja.head(), (village.folder / SLOTS_NAME).read_bytes()) == (before, slots)


@pytest.mark.parametrize(
    ("sandi", "code"), [("pendek", "E101"), ("password123", "E107"), (KETUA.sandi, "E108")]
)
def test_a_new_password_has_to_be_good_and_new(village: Village, sandi: str, code: str) -> None:
    with pytest.raises(BadAccount) as refused:
        change_password(village.meja, KETUA.sandi, sandi)
    assert [finding.code for finding in refused.value.findings] == [code]


def test_a_full_disk_at_the_last_moment_leaves_the_old_password(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise StorageError("Disk laptop penuh.", "Kosongkan ruang disk.")

    monkeypatch.setattr(audit_log, "append", full)
    with pytest.raises(StorageError):
        change_password(village.meja, KETUA.sandi, FRESH)
    monkeypatch.undo()
    assert village.desk(KETUA).akun.nama == "ketua"


def test_a_reset_gives_new_keys_and_ends_the_password_before(village: Village) -> None:
    before = village.akun("operator1")
    reset(village)
    after = village.akun("operator1")
    assert after.kunci_publik != before.kunci_publik
    assert after.sebab is SebabKunci.DIATUR_ULANG
    village.meja.close()
    assert enters(village.folder, "operator1", FRESH) == after
    with pytest.raises(AccessError):
        enters(village.folder, "operator1", OPERATOR_1.sandi)


def test_the_log_of_a_reset_says_which_keys_count_from_here(village: Village) -> None:
    reset(village)
    body = last_body(village)
    assert body["aksi"] == "atur-ulang-akun"
    assert [one["akun"] for one in body["kunci"]] == [village.akun("operator1").id]  # type: ignore[attr-defined]  # JSON
    assert len(body["setuju"]) == 2  # type: ignore[arg-type]  # JSON


@pytest.mark.syarat("S-110")
def test_a_reset_needs_somebody_else_than_the_one_reset(village: Village) -> None:
    approvals = village.approvals(RESET, "operator1", OPERATOR_1)
    with pytest.raises(RightsError, match="tidak boleh ikut"):
        reset_account(village.meja, KETUA.sandi, village.akun("operator1"), FRESH, approvals)


def test_a_reset_by_one_person_is_refused(village: Village) -> None:
    akun = village.akun("operator1")
    alone = [village.meja.approve(RESET, change_digest(akun))]
    with pytest.raises(RightsError, match="dua orang"):
        reset_account(village.meja, KETUA.sandi, akun, FRESH, alone)


def test_nobody_resets_or_deactivates_themselves(village: Village) -> None:
    own = village.akun("ketua")
    with pytest.raises(StateError, match="sendiri"):
        reset_account(village.meja, KETUA.sandi, own, FRESH, ())
    with pytest.raises(StateError, match="sendiri"):
        deactivate_account(village.meja, KETUA.sandi, own, ())


def test_the_sekretaris_with_an_operator_resets_the_ketua(village: Village) -> None:
    desk, ketua = village.desk(SEKRETARIS), village.akun("ketua")
    pair = (OPERATOR_1.nama, OPERATOR_1.sandi)
    approvals = approve_together(desk, RESET, change_digest(ketua), pair)
    reset_account(desk, SEKRETARIS.sandi, ketua, FRESH, approvals)
    village.meja.close()
    assert enters(village.folder, "ketua", FRESH).nama == "ketua"


def test_an_approval_given_before_the_reset_is_worth_nothing_after_it(village: Village) -> None:
    stale = village.approvals(RESET, "operator1", SEKRETARIS)
    reset(village)
    with pytest.raises(RightsError, match="tidak cocok"):
        reset_account(village.meja, KETUA.sandi, village.akun("operator1"), FRESH, stale)


@pytest.mark.syarat("S-110")
def test_a_deactivated_account_opens_neither_program_nor_file(village: Village) -> None:
    lost = read_slots(village.folder / SLOTS_NAME).open_slot("operator1", OPERATOR_1.sandi)
    approvals = village.approvals(OFF, "operator1", SEKRETARIS)
    deactivate_account(village.meja, KETUA.sandi, village.akun("operator1"), approvals)
    assert not village.akun("operator1").aktif
    assert village.meja.head().seq == 4  # the desk goes on under the new key
    village.meja.close()
    assert "operator1" not in read_slots(village.folder / SLOTS_NAME).names
    before = (village.folder / SLOTS_NAME).with_suffix(".lama")
    assert "operator1" not in read_slots(before).names
    keys = read_slots(village.folder / SLOTS_NAME).open_slot("ketua", KETUA.sandi)
    assert set(keys.file_keys).isdisjoint(lost.file_keys)
    with pytest.raises(AccessError):
        enters(village.folder, "operator1", OPERATOR_1.sandi)
    assert enters(village.folder, "sekretaris", SEKRETARIS.sandi).aktif


def test_a_deactivated_account_approves_nothing_and_a_reset_opens_it_again(
    village: Village,
) -> None:
    gone = village.desk(OPERATOR_1)
    approvals = village.approvals(OFF, "operator1", SEKRETARIS)
    deactivate_account(village.meja, KETUA.sandi, village.akun("operator1"), approvals)
    assert other_approvers(village.meja, RESET) == ("sekretaris",)
    late = [desk.approve(RESET, "ab") for desk in (village.meja, gone)]
    with pytest.raises(RightsError, match="tidak cocok"), village.meja.act(RESET) as act:
        act.require_two("ab", late)
    reset(village)
    assert village.akun("operator1").aktif
    village.meja.close()
    assert enters(village.folder, "operator1", FRESH).aktif


def test_with_nobody_left_to_approve_two_names_stand_in_and_are_named(tmp_path: Path) -> None:
    village = make_village(tmp_path, OPERATOR_1)
    reset_account(village.meja, KETUA.sandi, village.akun("operator1"), FRESH, PRESENT)
    body = last_body(village)
    assert body["cara"] == "tanpa-sandi-kedua"
    assert "Uji" not in json.dumps(body)
    (named,) = changes_to_name(village.meja)
    assert (named.akun, named.sebab, named.saksi) == (
        "operator1",
        SebabKunci.DIATUR_ULANG,
        PRESENT,
    )
    village.meja.close()


def test_names_do_not_stand_in_while_somebody_could_approve(village: Village) -> None:
    with pytest.raises(RightsError, match="Masih ada orang lain"):
        reset_account(village.meja, KETUA.sandi, village.akun("operator1"), FRESH, PRESENT)


def test_changes_before_the_lock_are_not_named_and_those_after_it_are(village: Village) -> None:
    reset(village)
    assert changes_to_name(village.meja) == ()
    lock_the_dpt(village)
    reset(village, sandi="lumbung emas tua")
    change_password(village.meja, KETUA.sandi, FRESH)
    named = changes_to_name(village.meja)
    assert [(one.akun, one.sebab.value) for one in named] == [("operator1", "diatur ulang")]


def test_a_plug_pulled_in_a_password_change_leaves_one_password_that_opens(
    village: Village, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    where = tmp_path / "cabut"
    pull_at(village, monkeypatch, where, (audit_log, "append"))
    with pytest.raises(UnpluggedError):
        change_password(village.meja, KETUA.sandi, FRESH)
    monkeypatch.undo()
    assert enters(where, "ketua", FRESH).nama == "ketua"


def test_a_plug_pulled_in_a_reset_says_it_is_not_done_and_a_second_reset_finishes_it(
    village: Village, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    where = tmp_path / "cabut"
    pull_at(village, monkeypatch, where, (store, "add_kunci_akun"))
    with pytest.raises(UnpluggedError):
        reset(village)
    monkeypatch.undo()
    with pytest.raises(AccessError, match="belum jadi"):
        enters(where, "operator1", FRESH)
    with pytest.raises(AccessError):
        enters(where, "operator1", OPERATOR_1.sandi)
    assert enters(where, "ketua", KETUA.sandi).nama == "ketua"
    reset(village)
    assert village.desk(OPERATOR_1.model_copy(update={"sandi": FRESH})).akun.nama == "operator1"


def test_a_plug_pulled_before_the_file_got_its_new_key_is_made_good_at_the_next_login(
    village: Village, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    where = tmp_path / "cabut"
    pull_at(village, monkeypatch, where, (akun_ulang, "change_file_key"))
    approvals = village.approvals(OFF, "operator1", SEKRETARIS)
    with pytest.raises(UnpluggedError):
        deactivate_account(village.meja, KETUA.sandi, village.akun("operator1"), approvals)
    monkeypatch.undo()
    with pytest.raises(AccessError, match="dinonaktifkan"):
        enters(where, "operator1", OPERATOR_1.sandi)
    assert enters(where, "sekretaris", SEKRETARIS.sandi).aktif
    assert "operator1" not in read_slots(where / SLOTS_NAME).names
    assert enters(where, "ketua", KETUA.sandi).aktif


def test_a_plug_pulled_while_an_account_is_added_lets_it_be_added_again(
    village: Village, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    where = tmp_path / "cabut"
    pull_at(village, monkeypatch, where, (store, "add_akun"))
    pair = (SEKRETARIS.nama, SEKRETARIS.sandi)
    digest = account_digest(OPERATOR_2)
    approvals = approve_together(village.meja, Aksi.TAMBAH_AKUN, digest, pair)
    with pytest.raises(UnpluggedError):
        add_account(village.meja, KETUA.sandi, OPERATOR_2, approvals)
    monkeypatch.undo()
    with pytest.raises(AccessError, match="belum jadi"):
        enters(where, OPERATOR_2.nama, OPERATOR_2.sandi)
    assert enters(where, "ketua", KETUA.sandi).aktif
    assert OPERATOR_2.nama not in read_slots(where / SLOTS_NAME).names

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pilkades_desk.core.errors import AccessError, StorageError
from pilkades_desk.kits.keybox.envelope import envelope_public, new_envelope_key
from pilkades_desk.kits.keybox.slots import (
    RECOVERY,
    AccountKeys,
    Slots,
    read_slots,
    write_slots,
)

KETUA, SANDI = "ketua", "kuda jalan lima batu"
FILE_KEY, NEXT_KEY = bytes(range(32)), bytes(range(32, 64))
KEYS = AccountKeys((FILE_KEY,), new_envelope_key(), b"kunci tanda tangan")
SPARE = AccountKeys((FILE_KEY,), new_envelope_key())
PUBLICS = {KETUA: envelope_public(KEYS.envelope), RECOVERY: envelope_public(SPARE.envelope)}


@pytest.fixture(scope="module")
def slots() -> Slots:
    return Slots("berkas-1").with_slot(KETUA, SANDI, KEYS).with_slot(RECOVERY, "kode", SPARE)


@pytest.fixture
def path(tmp_path: Path, slots: Slots) -> Path:
    path = tmp_path / "pemilihan.kunci.json"
    write_slots(path, slots)
    return path


def test_what_is_written_reads_back_the_same(path: Path, slots: Slots) -> None:
    assert read_slots(path) == slots


def test_a_slot_opens_with_its_own_password(path: Path) -> None:
    assert read_slots(path).open_slot(KETUA, SANDI) == KEYS


def test_the_recovery_slot_is_not_listed_as_an_account(slots: Slots) -> None:
    assert slots.names == (KETUA,)
    assert slots.open_slot(RECOVERY, "kode") == SPARE


def test_a_new_password_takes_the_place_of_the_old(slots: Slots) -> None:
    changed = slots.with_password(KETUA, "sandi yang baru", KEYS)
    assert changed.names == (KETUA,)
    assert changed.open_slot(KETUA, "sandi yang baru") == KEYS
    with pytest.raises(AccessError, match="tidak cocok"):
        changed.open_slot(KETUA, SANDI)


def test_an_account_that_is_not_there_is_named(slots: Slots) -> None:
    with pytest.raises(AccessError, match="'bendahara' tidak ada"):
        slots.open_slot("bendahara", SANDI)


def test_a_slot_renamed_to_another_account_does_not_open(slots: Slots) -> None:
    own = slots.slots[0]
    box = own.box | {"label": own.box["label"] | {"nama": "operator1"}}
    moved = Slots(slots.file_id, (replace(own, name="operator1", box=box),))
    with pytest.raises(AccessError):
        moved.open_slot("operator1", SANDI)


def test_the_version_before_stays_beside_it(path: Path, slots: Slots) -> None:
    write_slots(path, Slots("berkas-2"))
    assert read_slots(path.with_suffix(".lama")) == slots
    assert read_slots(path) == Slots("berkas-2")


def test_nothing_but_the_two_versions_stays(path: Path) -> None:
    write_slots(path, Slots("berkas-2"))
    names = {item.name for item in path.parent.iterdir()}
    assert names == {"pemilihan.kunci.json", "pemilihan.kunci.lama"}


def test_a_write_cut_off_half_way_leaves_the_old_file(path: Path, slots: Slots) -> None:
    path.with_name(f"{path.name}.part").mkdir()  # the disk refuses the new file
    with pytest.raises(OSError, match="directory"):
        write_slots(path, Slots("berkas-2"))
    assert read_slots(path) == slots


def test_a_refused_backup_leaves_the_old_file(path: Path, slots: Slots) -> None:
    path.with_suffix(".lama").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_slots(path, Slots("berkas-2"))
    assert read_slots(path) == slots


def test_a_lost_file_is_named_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "kunci.db").touch()
    with pytest.raises(StorageError, match=r"'kunci\.json' tidak ada") as lost:
        read_slots(tmp_path / "kunci.json")
    assert lost.value.hint == "Periksa map, atau pulihkan cadangan."


@pytest.mark.parametrize("folder", ["kosong", "tidak-ada"])
def test_a_folder_with_nothing_of_an_election_is_named(tmp_path: Path, folder: str) -> None:
    (tmp_path / "kosong").mkdir()
    with pytest.raises(StorageError, match=f"'{folder}' tidak berisi pemilihan") as lost:
        read_slots(tmp_path / folder / "kunci.json")
    assert "Periksa nama mapnya" in lost.value.hint


def test_a_folder_in_its_place_is_named(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="tidak terbaca") as lost:
        read_slots(tmp_path)
    assert lost.value.hint == "Periksa map, atau pulihkan cadangan."


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"v":1}',
        b'{"v":2,"berkas":"x","kepala":"","slot":[{}]}',
        b'{"v":2,"berkas":"x","kepala":"","slot":[{"nama":7}]}',
        b'{"v":2,"berkas":"x","kepala":"","slot":[{"nama":"a","kotak":7,"amplop":[]}]}',
        b'{"v":2,"berkas":"x","kepala":"","slot":[{"nama":"a","kotak":{},"amplop":["?"]}]}',
        b'{"v":2,"berkas":"x","kepala":"","slot":7}',
        b'{"v":1,"berkas":"x","kepala":"","slot":[]}',
        b'{"v":2,"berkas":"x","slot":[]}',
        b'{"v":2,"slot":[]}',
        b"[" * 100_000,
    ],
    ids=lambda content: content[:24].decode("latin-1"),
)
def test_a_damaged_file_is_named_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kunci.json"
    path.write_bytes(content)
    with pytest.raises(AccessError, match="Berkas kunci rusak") as refused:
        read_slots(path)
    assert refused.value.hint == "Pulihkan cadangan, lalu masuk lagi."


def test_a_file_cut_anywhere_is_damaged_and_never_opens(path: Path) -> None:
    whole = path.read_bytes()
    for size in range(0, len(whole), 97):
        path.write_bytes(whole[:size])
        with pytest.raises(AccessError):
            read_slots(path)


def test_the_file_is_readable_json_without_the_secret(path: Path) -> None:
    content = json.loads(path.read_bytes())
    assert (content["v"], content["berkas"], len(content["slot"])) == (2, "berkas-1", 2)
    assert FILE_KEY[:16].hex() not in path.read_text("utf-8")


def test_a_new_file_key_is_sealed_to_everybody_named_without_their_passwords(slots: Slots) -> None:
    fresh = slots.resealed(PUBLICS, (NEXT_KEY,))
    assert fresh.open_slot(KETUA, SANDI) == replace(KEYS, file_keys=(NEXT_KEY,))
    assert fresh.open_slot(RECOVERY, "kode") == replace(SPARE, file_keys=(NEXT_KEY,))


def test_while_the_file_changes_its_key_both_keys_are_there(slots: Slots) -> None:
    between = slots.resealed(PUBLICS, (FILE_KEY, NEXT_KEY))
    assert between.open_slot(KETUA, SANDI).file_keys == (FILE_KEY, NEXT_KEY)


def test_whoever_is_not_named_loses_their_slot(slots: Slots) -> None:
    fresh = slots.resealed({RECOVERY: PUBLICS[RECOVERY]}, (NEXT_KEY,))
    assert fresh.names == ()
    with pytest.raises(AccessError):
        fresh.open_slot(KETUA, SANDI)


def test_after_a_password_ended_no_version_before_stays(path: Path, slots: Slots) -> None:
    write_slots(path, slots)
    write_slots(path, slots.with_password(KETUA, "sandi yang baru", KEYS), keep=False)
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_the_audit_head_is_kept_beside_the_slots(path: Path, slots: Slots) -> None:
    write_slots(path, replace(slots, head="12-ab"))
    assert read_slots(path).head == "12-ab"


def test_another_keyboard_typing_the_same_password_opens_the_same_box(slots: Slots) -> None:
    composed, taken_apart = "caf\u00e9 lima batu pagi", "cafe\u0301 lima batu pagi"
    assert slots.with_password(KETUA, composed, KEYS).open_slot(KETUA, taken_apart) == KEYS

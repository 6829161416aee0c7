"""Every failing write of keyslots: the old file or the new one opens, and the version before."""

import shutil
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.kits.keybox.envelope import new_envelope_key
from pilkades_desk.kits.keybox.slots import (
    RECOVERY,
    AccountKeys,
    Slots,
    parse_slots,
    read_slots,
    write_slots,
)
from pilkades_desk.kits.storage.disk import named_refusals
from pilkades_desk.panitia.accounts import FILE_NAME, SLOTS_NAME
from pilkades_desk.panitia.akun import add_account, read_accounts
from pilkades_desk.panitia.usecases import create_pemilihan
from tests.app.locked import enter
from tests.chaos.failing_files import FULL, LATE, ONCE, FailingSystem, Fault, failing
from tests.chaos.striking import LONG, Work, parts, strike_everywhere
from tests.makers import DESA, KETUA, OPERATOR_1, make_clock, make_meja

SOME = ONCE if LONG else [FULL]
"""Each strike costs a password or two."""


@pytest.fixture(scope="module")
def three_slots() -> tuple[Slots, ...]:
    """The same file with one, two and three boxes."""
    keys = AccountKeys((bytes(32),), new_envelope_key())
    one = Slots("berkas-1").with_slot(RECOVERY, "kode", keys)
    two = replace(one, slots=(*one.slots, *one.slots))
    return one, two, replace(one, slots=(*two.slots, *one.slots))


@pytest.mark.parametrize("fault", ONCE, ids=str)
def test_a_failing_disk_leaves_the_old_keyslots_or_the_new(
    tmp_path: Path, three_slots: tuple[Slots, ...], fault: Fault
) -> None:
    path, (oldest, old, new) = tmp_path / SLOTS_NAME, three_slots

    def write(slots: Slots) -> None:
        with named_refusals(path):
            write_slots(path, slots)

    def begin() -> Work:
        write(oldest)
        write(old)
        return lambda: write(new)

    def check(told: PilkadesError | None, disk: FailingSystem) -> None:
        before = read_slots(path.with_suffix(".lama"))
        assert {one.name for one in tmp_path.iterdir()} == {path.name, "pemilihan.kunci.lama"}
        if told is None:
            assert (read_slots(path), before) in ((new, old), (new, new))
        else:
            assert (read_slots(path), before) in ((old, oldest), (old, old))

    assert strike_everywhere(fault, begin, check) > 0


def test_keyslots_a_lying_disk_lost_are_still_there_as_the_version_before(
    tmp_path: Path, three_slots: tuple[Slots, ...]
) -> None:
    path, (old, new, _) = tmp_path / SLOTS_NAME, three_slots
    write_slots(path, old)
    with failing(LATE, 2) as disk:  # the first renaming is that of the version before
        write_slots(path, new)
    assert disk.struck
    with pytest.raises(PilkadesError):
        parse_slots(path.read_bytes())
    found = read_slots(path)
    assert found == old
    assert found.before


@pytest.fixture(scope="module")
def kept_new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    meja = make_meja(tmp_path_factory.mktemp("baru"))
    meja.close()
    return meja.folder


class Ketua:
    """The ketua's desk, on a fresh copy of the election for every strike."""

    def __init__(self, kept: Path, folder: Path) -> None:
        self.kept, self.folder, self.meja = kept, folder, enter(kept)
        self.head = self.meja.head()

    def add(self) -> Work:
        self.meja.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.meja = enter(Path(shutil.copytree(self.kept, self.folder)))
        self.head = self.meja.head()
        return lambda: add_account(self.meja, KETUA.sandi, OPERATOR_1)

    def check(self, told: PilkadesError | None, disk: FailingSystem) -> None:
        names = (KETUA.nama,) if told else (KETUA.nama, OPERATOR_1.nama)
        assert tuple(akun.nama for akun in read_accounts(self.meja)) == names
        assert read_slots(self.folder / SLOTS_NAME).names == names
        assert parts(self.folder) == []
        assert (self.meja.head() == self.head) is (told is not None)


@pytest.mark.parametrize("fault", SOME, ids=str)
def test_an_account_is_added_to_file_and_keyslots_or_to_neither(
    kept_new: Path, tmp_path: Path, fault: Fault
) -> None:
    ketua = Ketua(kept_new, tmp_path / "pemilihan")
    assert strike_everywhere(fault, ketua.add, ketua.check, step=6) > 0
    ketua.meja.close()


@pytest.mark.parametrize("fault", SOME, ids=str)
def test_an_election_is_made_whole_or_can_be_made_in_the_same_folder(
    tmp_path: Path, fault: Fault
) -> None:
    tried = count()

    def begin() -> Work:
        folder = tmp_path / str(next(tried))

        def make() -> None:
            create_pemilihan(folder, DESA, KETUA, SCHEMA, make_clock()).meja.close()

        return make

    def check(told: PilkadesError | None, disk: FailingSystem) -> None:
        folder = max(tmp_path.iterdir(), key=lambda one: int(one.name), default=tmp_path)
        there = {one.name for one in folder.glob("pemilihan.*")} - {"pemilihan.pakai"}
        before = {"pemilihan.kunci.lama"}  # there once the first head was written into the keyslots
        assert there - before == (set() if told else {FILE_NAME, SLOTS_NAME})

    assert strike_everywhere(fault, begin, check, step=6) > 0

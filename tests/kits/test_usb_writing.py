"""Writing to a stick: only what reads back the same is safe."""

import errno
from pathlib import Path

import pytest

from pilkades_desk.core.errors import Cancelled, StorageError
from pilkades_desk.kits.usb.folder_drive import FolderDrive
from pilkades_desk.kits.usb.status import StickError, StickStatus
from pilkades_desk.kits.usb.writing import copy_to_drive


class FakeCapacityDrive(FolderDrive):
    """A counterfeit stick: what lies past its true size is gone once the cache is dropped."""

    def drop_cache(self, path: Path) -> None:
        content = path.read_bytes()
        path.write_bytes(content[:100] + bytes(len(content) - 100))


class FailingDrive(FolderDrive):
    """A stick that gives one system error after writing."""

    def __init__(self, root: Path, number: int) -> None:
        super().__init__(root)
        self.number = number

    def drop_cache(self, path: Path) -> None:
        raise OSError(self.number, "stick", str(path))


class FullDrive(FolderDrive):
    """A stick without room."""

    def free(self) -> int:
        return 10


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "a.pilkades"
    path.write_bytes(b"paket" * 1000)
    return path


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    path = tmp_path / "stick"
    path.mkdir()
    return path


def status_of(drive: FolderDrive, source: Path) -> StickStatus:
    with pytest.raises(StickError) as caught:
        copy_to_drive(drive, source)
    return caught.value.status


def test_file_arrives_whole_and_alone(source: Path, stick: Path) -> None:
    copy_to_drive(FolderDrive(stick), source)
    assert [(p.name, p.read_bytes()) for p in stick.iterdir()] == [
        ("a.pilkades", source.read_bytes())
    ]


def test_the_same_file_twice_is_harmless(source: Path, stick: Path) -> None:
    assert copy_to_drive(FolderDrive(stick), source) == copy_to_drive(FolderDrive(stick), source)


@pytest.mark.syarat("S-707")
def test_another_file_of_that_name_is_not_overwritten(source: Path, stick: Path) -> None:
    (stick / source.name).write_bytes(b"lama")
    assert status_of(FolderDrive(stick), source) is StickStatus.TAKEN
    assert (stick / source.name).read_bytes() == b"lama"


def test_a_file_already_there_is_compared_from_the_device(source: Path, stick: Path) -> None:
    (stick / source.name).write_bytes(source.read_bytes())
    assert status_of(FakeCapacityDrive(stick), source) is StickStatus.TAKEN


def test_missing_stick_is_named(source: Path, tmp_path: Path) -> None:
    assert status_of(FolderDrive(tmp_path / "no"), source) is StickStatus.NONE


def test_full_stick_is_found_before_writing(source: Path, stick: Path) -> None:
    assert status_of(FullDrive(stick), source) is StickStatus.FULL
    assert list(stick.iterdir()) == []


@pytest.mark.syarat("S-707")
def test_lying_stick_is_found_by_reading_back(source: Path, stick: Path) -> None:
    assert status_of(FakeCapacityDrive(stick), source) is StickStatus.LYING
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "status"),
    [
        (errno.ENOSPC, StickStatus.FULL),
        (errno.EROFS, StickStatus.READ_ONLY),
        (errno.EIO, StickStatus.REMOVED),
        (errno.ENODEV, StickStatus.REMOVED),
        (errno.EMFILE, StickStatus.FAILED),
    ],
)
def test_system_error_is_named(source: Path, stick: Path, number: int, status: StickStatus) -> None:
    assert status_of(FailingDrive(stick, number), source) is status
    assert list(stick.iterdir()) == []  # what was not proven does not keep its name


def test_cancelling_leaves_no_part_file(source: Path, stick: Path) -> None:
    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        copy_to_drive(FolderDrive(stick), source, cancel)
    assert list(stick.iterdir()) == []


def test_every_failure_has_a_sentence_and_a_hint() -> None:
    working = {StickStatus.READY, StickStatus.WRITING, StickStatus.VERIFYING, StickStatus.SAFE}
    for status in set(StickStatus) - working:
        assert StickError(status).hint


def test_a_file_lost_on_the_laptop_is_not_blamed_on_the_stick(stick: Path, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="di laptop tidak terbaca"):
        copy_to_drive(FolderDrive(stick), tmp_path / "hilang.pilkades")
    assert list(stick.iterdir()) == []

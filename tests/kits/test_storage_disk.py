import errno
import os
from pathlib import Path

import pytest

from pilkades_desk.core.errors import StorageError
from pilkades_desk.kits.storage.disk import make_folder, named_refusals, write_whole


def test_a_file_is_written_whole_and_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.pdf", b"isi")
    assert {item.name: item.read_bytes() for item in tmp_path.iterdir()} == {"a.pdf": b"isi"}


def test_a_newer_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.pdf", b"lama")
    write_whole(tmp_path / "a.pdf", b"baru")
    assert (tmp_path / "a.pdf").read_bytes() == b"baru"


def test_a_refused_file_leaves_the_old_one(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.pdf", b"lama")
    (tmp_path / "a.pdf.part").mkdir()
    with pytest.raises(StorageError):
        write_whole(tmp_path / "a.pdf", b"baru")
    assert (tmp_path / "a.pdf").read_bytes() == b"lama"


def test_a_folder_is_made_with_all_above_it(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_a_folder_under_a_file_is_refused_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(StorageError, match="tidak dapat dibuat") as refused:
        make_folder(tmp_path / "a" / "b")
    assert refused.value.hint


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "Disk penuh"),
        (errno.EDQUOT, "Disk penuh"),
        (errno.EFBIG, "Disk penuh"),
        (errno.EROFS, "tidak dapat ditulisi"),
        (errno.EACCES, "tidak dapat ditulisi"),
        (errno.EPERM, "tidak dapat ditulisi"),
        (errno.EIO, "Disk gagal menyimpan"),
        (errno.ENAMETOOLONG, "tidak dapat dibuat atau ditulis"),
    ],
)
def test_what_the_system_says_becomes_a_sentence_and_a_hint(number: int, sentence: str) -> None:
    with pytest.raises(StorageError, match=sentence) as named, named_refusals(Path("a.pdf")):
        raise OSError(number, os.strerror(number))
    assert named.value.hint


def test_other_faults_pass_unchanged() -> None:
    with pytest.raises(ZeroDivisionError), named_refusals(Path("a.pdf")):
        raise ZeroDivisionError

import errno
from pathlib import Path
from typing import Any

import pytest

from pilkades_desk.core import files
from pilkades_desk.core.files import NotAsWritten, System, checked, digest, drop, whole


def contents(folder: Path) -> dict[str, bytes]:
    return {item.name: item.read_bytes() for item in folder.iterdir()}


def test_a_file_written_in_pieces_is_whole_and_alone(tmp_path: Path) -> None:
    with whole(tmp_path / "a.pdf") as part:
        assert (part.write(b"satu "), part.write(b"dua")) == (5, 3)
    assert contents(tmp_path) == {"a.pdf": b"satu dua"}


def test_until_it_is_finished_a_file_does_not_have_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"lama")
    with whole(tmp_path / "a.pdf") as part:
        part.write(b"baru")
        assert (tmp_path / "a.pdf").read_bytes() == b"lama"
        assert (tmp_path / "a.pdf.part").exists()
    assert contents(tmp_path) == {"a.pdf": b"baru"}


def test_giving_up_half_way_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"lama")
    with pytest.raises(ZeroDivisionError), whole(tmp_path / "a.pdf") as part:
        part.write(bytes(1 // 0))
    assert contents(tmp_path) == {"a.pdf": b"lama"}


def test_what_a_power_cut_left_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.pdf.part").write_bytes(b"potongan yang panjang")
    with whole(tmp_path / "a.pdf") as part:
        part.write(b"baru")
    assert contents(tmp_path) == {"a.pdf": b"baru"}


def test_a_file_that_reads_back_otherwise_gets_no_name(tmp_path: Path) -> None:
    part = tmp_path / "a.pdf.part"
    with pytest.raises(NotAsWritten) as caught, whole(tmp_path / "a.pdf"):
        part.write_bytes(b"siapa ini")
    assert caught.value.errno == errno.EIO
    assert contents(tmp_path) == {}


def test_a_checked_file_keeps_the_name_it_was_written_under(tmp_path: Path) -> None:
    with checked(tmp_path / "isi") as sink:
        sink.write(b"baru")
    assert contents(tmp_path) == {"isi": b"baru"}


class StubbornFolder(System):
    """A drive whose folders cannot be flushed."""

    def flush_folder(self, folder: Path) -> None:
        raise PermissionError(13, "folder", str(folder))


def test_a_folder_that_cannot_be_flushed_does_not_stop_the_file(tmp_path: Path) -> None:
    usual, files.system = files.system, StubbornFolder()
    try:
        with whole(tmp_path / "a.pdf") as part:
            part.write(b"baru")
    finally:
        files.system = usual
    assert contents(tmp_path) == {"a.pdf": b"baru"}


def test_a_new_file_is_not_made_over_an_old_one(tmp_path: Path) -> None:
    (tmp_path / "0001").write_bytes(b"lama")
    with pytest.raises(FileExistsError):
        System().open(tmp_path / "0001", "xb")


def test_a_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    System().make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").stat().st_mode & 0o077 == 0


def test_dropping_what_is_not_there_or_cannot_go_is_silent(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    drop(tmp_path / "hilang")
    drop(tmp_path / "map")
    assert (tmp_path / "map").is_dir()


def test_the_digest_is_sha_256(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert digest(tmp_path / "a").startswith("ba7816bf8f01cfea414140de5dae2223")


def test_a_shredded_file_is_written_over_and_gone(tmp_path: Path, monkeypatch: Any) -> None:
    path, secret = tmp_path / "kunci", b"rahasia" * 300_000
    path.write_bytes(secret)
    seen: list[bytes] = []
    remove = files.system.remove

    def look_then_remove(gone: Path) -> None:
        seen.append(gone.read_bytes())
        remove(gone)

    monkeypatch.setattr(files.system, "remove", look_then_remove)
    files.shred(path)
    assert seen == [bytes(len(secret))]
    assert contents(tmp_path) == {}


def test_what_is_gone_already_is_no_fault_of_shredding(tmp_path: Path) -> None:
    files.shred(tmp_path / "tidak-ada")
    (tmp_path / "kosong").touch()
    files.shred(tmp_path / "kosong")
    assert contents(tmp_path) == {}

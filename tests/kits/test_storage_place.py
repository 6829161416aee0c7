import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.core.errors import StorageError
from pilkades_desk.kits.storage import place
from pilkades_desk.kits.storage.place import check_place, is_foreign_mount

LAPTOP = """\
/dev/sda2 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
tmpfs /var/lib tmpfs rw 0 0
/dev/sda3 /home ext4 rw 0 0
/dev/sdb1 /media/panitia/KINGSTON vfat rw 0 0
/dev/sdc1 /run/media/panitia/Stik\\040Desa\\0401 ext4 rw 0 0
//server/bagi /srv/bagi cifs rw 0 0
nas:/vol /srv/nas nfs4 rw 0 0
/dev/sdd1 /mnt/kartu exfat rw 0 0
/dev/sde1 /mnt/win\\134dows ntfs3 rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
"""


@pytest.mark.parametrize(
    "folder",
    [
        "/media/panitia/KINGSTON",
        "/media/panitia/KINGSTON/pemilihan/2027",
        "/run/media/panitia/Stik Desa 1/pemilihan",
        "/srv/bagi/pemilihan",
        "/srv/nas",
        "/mnt/kartu/a",
        "/mnt/win\\dows/a",
        "/run/user/1000/gvfs/smb-share/a",
    ],
)
def test_a_stick_or_a_network_is_foreign(folder: str) -> None:
    assert is_foreign_mount(Path(folder), LAPTOP)


@pytest.mark.parametrize(
    "folder",
    [
        "/",
        "/home/panitia/Dokumen/pemilihan",
        "/media/panitia",
        "/media/panitia/KINGSTON2",
        "/var/lib/uji",
        "/mnt",
        "/srv/bagian",
    ],
)
def test_the_laptops_own_disk_is_not_foreign(folder: str) -> None:
    assert not is_foreign_mount(Path(folder), LAPTOP)


def test_the_mount_that_lies_on_top_decides() -> None:
    over = LAPTOP + "/dev/sdf1 /home vfat rw 0 0\n"
    assert is_foreign_mount(Path("/home/panitia"), over)
    assert not is_foreign_mount(Path("/home/panitia"), over + "/dev/sda3 /home ext4 rw 0 0\n")


def test_a_disk_inside_a_stick_decides_for_itself() -> None:
    inside = LAPTOP + "/dev/loop0 /srv/nas/lokal ext4 rw 0 0\n"
    assert not is_foreign_mount(Path("/srv/nas/lokal/a"), inside)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/"), min_size=1))
def test_a_stick_of_any_name_is_foreign(name: str) -> None:
    written = "".join(f"\\{ord(one):03o}" if one in " \\#" else one for one in name)
    mounts = f"/dev/sdb1 /mnt/{written} vfat rw 0 0\n"
    folder = Path("/mnt") / name / "pemilihan"
    assert is_foreign_mount(folder, mounts)


def test_this_laptops_own_list_of_mounts_can_be_read(tmp_path: Path) -> None:
    check_place(tmp_path / "pemilihan" / "2027")


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that the list of mounts calls a stick; stands in for the hardware."""
    stick = tmp_path / "Stik Desa"
    stick.mkdir()
    mounts = tmp_path / "mounts"
    escaped = str(stick.resolve()).replace(" ", "\\040")
    mounts.write_text(f"/dev/sda2 / ext4 rw 0 0\n/dev/sdb1 {escaped} vfat rw 0 0\n")
    monkeypatch.setattr(place, "MOUNTS", mounts)
    return stick


def test_a_stick_is_refused_with_a_hint(stick: Path) -> None:
    with pytest.raises(StorageError, match="USB atau jaringan") as refused:
        check_place(stick / "pemilihan")
    assert "di dalam laptop" in refused.value.hint


def test_a_link_to_a_stick_is_refused_too(stick: Path, tmp_path: Path) -> None:
    link = tmp_path / "jalan pintas"
    link.symlink_to(stick)
    with pytest.raises(StorageError, match="USB"):
        check_place(link / "pemilihan")


def test_a_folder_given_from_here_is_judged_by_where_it_is(stick: Path) -> None:
    before = Path.cwd()
    os.chdir(stick)
    try:
        with pytest.raises(StorageError, match="USB"):
            check_place(Path("pemilihan"))
    finally:
        os.chdir(before)


def test_a_name_too_long_for_the_disk_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="tidak dapat") as refused:
        check_place(tmp_path / ("x" * 300))
    assert refused.value.hint


def test_temporary_folders_are_no_sticks() -> None:
    check_place(Path(tempfile.gettempdir()))


def test_a_root_without_a_list_of_mounts_is_the_laptops_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "MOUNTS", tmp_path / "mounts")
    check_place(tmp_path)

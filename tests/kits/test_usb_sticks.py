from pathlib import Path

import pytest

from pilkades_desk.kits.usb import sticks
from pilkades_desk.kits.usb.sticks import find_sticks, sticks_in

MOUNTS = r"""/dev/sda1 / ext4 rw,relatime 0 0
/dev/sdb1 /media/ketua/FLASH\040DISK vfat rw 0 0
/dev/sdc1 /run/media/ketua/CADANGAN exfat rw 0 0
/dev/sdd1 /mediaku ext4 rw 0 0
tmpfs /media tmpfs rw 0 0
aneh
"""


def test_what_the_desktop_mounted_is_a_stick() -> None:
    assert sticks_in(MOUNTS) == (
        Path("/media/ketua/FLASH DISK"),
        Path("/run/media/ketua/CADANGAN"),
    )


def test_a_system_that_does_not_tell_has_no_sticks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sticks, "MOUNTS", tmp_path / "mounts")
    assert find_sticks() == ()
    (tmp_path / "mounts").write_text(MOUNTS)
    assert len(find_sticks()) == 2

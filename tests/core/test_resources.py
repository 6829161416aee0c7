import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pilkades_desk.core.errors import ResourceError
from pilkades_desk.core.resources import resource, resource_bytes, resource_text

ROOT = Path(__file__).resolve().parents[2]


def test_a_file_is_found_beside_the_checkout() -> None:
    assert resource("glosarium.toml").is_file()


def test_a_folder_is_found_too() -> None:
    names = {item.name for item in resource("forms").iterdir()}
    assert "f27.toml" in names


def test_bytes_and_text_are_those_of_the_file() -> None:
    raw = (ROOT / "resources" / "kata-sandi.txt").read_bytes()
    assert resource_bytes("kata-sandi.txt") == raw
    assert resource_text("kata-sandi.txt").encode() == raw


@pytest.mark.parametrize("read", [resource, resource_bytes, resource_text])
def test_a_missing_file_is_named_with_a_hint(read: object) -> None:
    with pytest.raises(ResourceError, match=r"'profil/tidak-ada\.toml' tidak ada") as missing:
        read("profil", "tidak-ada.toml")  # type: ignore[operator]  # one of three functions
    assert "Pasang ulang" in missing.value.hint


def test_a_folder_is_not_read_as_a_file() -> None:
    with pytest.raises(ResourceError, match="tidak terbaca"):
        resource_bytes("profil")


def test_a_file_that_is_no_text_is_named_damaged() -> None:
    with pytest.raises(ResourceError, match="rusak"):
        resource_text("fonts", "SourceSans3-Regular.ttf")


def test_an_installed_program_finds_them_inside_the_package(tmp_path: Path) -> None:
    for part in ("pilkades_desk/__init__.py", "pilkades_desk/core"):
        source, target = ROOT / part, tmp_path / part
        target.parent.mkdir(exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    inside = tmp_path / "pilkades_desk" / "resources"
    inside.mkdir()
    (inside / "kata.txt").write_text("di dalam", encoding="utf-8")
    code = "from pilkades_desk.core.resources import resource_text as r; print(r('kata.txt'))"
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "di dalam"


def test_four_suggested_words_are_worth_44_bits() -> None:
    words = resource_text("kata-sandi.txt").split()
    assert len(set(words)) == len(words) == 2048
    assert all(word.isascii() and word.islower() and 2 < len(word) < 10 for word in words)

"""What is installed is pinned by hash, comes from no address in the tree, and nothing else is."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

from installers.locked import Pinned, read_lock, spelled
from tests.architecture.trees import ROOT

LOCKS = ("installers/requirements.lock", "tests/requirements.lock")
OTHER_LOCKS = {
    "uv.lock",
    "poetry.lock",
    "pdm.lock",
    "Pipfile.lock",
    "pylock.toml",
    "requirements.txt",
    "environment.yml",
}


@cache
def entries(lock: str) -> dict[str, Pinned]:
    return read_lock((ROOT / lock).read_text("utf-8"))


def wanted(lines: list[str]) -> dict[str, str]:
    """Name and bounds of every requirement asked for."""
    parts = (re.match(r"([A-Za-z0-9._-]+)(?:\[[^]]*\])?(.*)", line) for line in lines)
    return {spelled(part[1]): part[2] for part in parts if part}


def project() -> dict[str, str]:
    content = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return wanted(content["project"]["dependencies"])


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_is_pinned_with_hashes(lock: str) -> None:
    assert entries(lock)
    assert [name for name, one in entries(lock).items() if not one.hashes] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_entry_holds_anything_but_hashes_and_markers(lock: str) -> None:
    for one in entries(lock).values():
        assert re.fullmatch(r"(; [^#@]+)?", one.rest), one.name


@pytest.mark.parametrize("path", [*LOCKS, "tests/requirements.in", "pyproject.toml"])
def test_no_address_of_an_index_is_in_the_tree(path: str) -> None:
    text = (ROOT / path).read_text("utf-8")
    assert re.findall(r"https?://|index-url|find-links|trusted-host|git\+|file:", text) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_dependency_of_the_project_is_locked(lock: str) -> None:
    assert project().keys() - entries(lock).keys() == set()


def test_what_is_locked_keeps_the_bounds_of_the_project() -> None:
    locked = entries(LOCKS[0])
    assert [
        name
        for name, bounds in project().items()
        if not SpecifierSet(bounds.split("#")[0]).contains(locked[name].version)
    ] == []


def test_the_tests_run_what_the_program_runs() -> None:
    run, test = (
        {name: (one.version, one.hashes) for name, one in entries(lock).items()} for lock in LOCKS
    )
    assert run.items() - test.items() == set()


def test_what_the_tests_need_is_locked() -> None:
    lines = (ROOT / "tests/requirements.in").read_text("utf-8").splitlines()
    asked = wanted([line for line in lines if line and not line.startswith("#")])
    assert asked.keys() - entries(LOCKS[1]).keys() == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_pyside_stays_below_6_12(lock: str) -> None:
    versions = [one.version for one in entries(lock).values() if one.name.startswith("pyside6")]
    assert versions
    assert all(tuple(map(int, version.split(".")[:2])) < (6, 12) for version in versions)
    assert "<6.12" in project()["pyside6-essentials"]


def test_every_dependency_has_an_upper_bound() -> None:
    assert [name for name, bounds in project().items() if "<" not in bounds] == []


def test_there_is_no_other_list_of_requirements() -> None:
    skipped = {".venv", ".git", "node_modules"}
    found = [
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("*")
        if not skipped & set(path.relative_to(ROOT).parts)
        and (path.name in OTHER_LOCKS or path.suffix == ".lock")
    ]
    assert sorted(found) == sorted(LOCKS)


def test_the_locks_are_where_the_first_start_looks_for_them() -> None:
    from pilkades_desk import _bootstrap

    places = (_bootstrap.RUN_LOCK, _bootstrap.TEST_LOCK)
    assert places == tuple(Path(ROOT / lock) for lock in LOCKS)


@pytest.mark.parametrize("line", ["pillow>=13", "pillow @ file:///x", "--find-links x", "-r x"])
def test_a_line_that_pins_nothing_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="no pinned entry"):
        read_lock(f"attrs==26.1.0\n{line}\n")


def test_a_name_pinned_twice_in_any_spelling_is_refused() -> None:
    with pytest.raises(ValueError, match="twice: rl-accel"):
        read_lock("rl_accel==0.9.1\nrl-accel==0.9.0\n")


def test_half_a_hash_is_no_hash() -> None:
    assert read_lock("attrs==26.1.0 \\\n    --hash=sha256:abc\n")["attrs"].hashes == ()

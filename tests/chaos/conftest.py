"""What the chaos works on is made once and copied for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chaos.killing import Kind
from tests.chaos.writes import WORKING
from tests.penerimaan.makers import Handover, Kept, copy_of, enrol, keep, make_strangers


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the kills in one worker: they are one run, looked at in several tests."""
    if config.pluginmanager.hasplugin("xdist"):
        for item in items:
            if item.path.name == "test_kills.py":
                item.add_marker(pytest.mark.xdist_group("kills"))


@pytest.fixture(scope="session")
def kept_handover(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return keep(enrol(make_strangers(tmp_path_factory.mktemp("kenal"))))


@pytest.fixture
def handover(kept_handover: Kept, tmp_path: Path) -> Iterator[Handover]:
    """Two desks that know each other, with an empty stick."""
    both = copy_of(kept_handover, tmp_path / "kenal")
    for path in both.stick.root.iterdir():
        path.unlink()
    yield both
    both.close()


@pytest.fixture(scope="session", params=WORKING, ids=lambda kind: kind.name)
def kept(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Kind, Path]:
    """An election ready for one kind of write, made once; work on a copy of it."""
    folder = tmp_path_factory.mktemp("asli")
    request.param.make(folder)
    return request.param, folder

"""What the chaos works on is made once and copied for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

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

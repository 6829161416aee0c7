"""The counted election is made once and copied for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.berita_acara.makers import Kept, copy_of, keep_counted
from tests.penghitungan.desks import Desks


@pytest.fixture(scope="session")
def kept_counted(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return keep_counted(tmp_path_factory.mktemp("terhitung"))


@pytest.fixture
def desks(kept_counted: Kept, tmp_path: Path) -> Iterator[Desks]:
    """Three people on a counted election."""
    desks = copy_of(kept_counted, tmp_path / "pemilihan")
    yield desks
    desks.ketua.close()

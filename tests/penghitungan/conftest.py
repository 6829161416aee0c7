"""One election for the tests of a file; each test takes a unit nobody touched."""

from collections.abc import Iterator
from itertools import count

import pytest

from tests.penghitungan.desks import MAJALENGKA, Desks, open_desks


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    """Three desks on thirty units."""
    desks = open_desks(tmp_path_factory.mktemp("hitung"), [MAJALENGKA] * 30)
    yield desks
    desks.ketua.close()


@pytest.fixture(scope="module")
def units() -> Iterator[int]:
    return count(1)


@pytest.fixture
def unit(units: Iterator[int]) -> int:
    return next(units)

"""One hand-over for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.penerimaan.makers import Handover, make_handover


@pytest.fixture
def handover(tmp_path: Path) -> Iterator[Handover]:
    both = make_handover(tmp_path)
    yield both
    both.close()

"""What is measured is the program as it is."""

import pytest


@pytest.fixture(scope="session", autouse=True)
def quick_boxes() -> None:
    """Leave passwords at the cost they have."""

import pytest

from pilkades_desk.kits.keybox import slots
from pilkades_desk.kits.keybox.password import Cost


@pytest.fixture
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Real boxes at a cost a test can pay a hundred times."""
    monkeypatch.setattr(slots, "OUTSIDE", Cost(memory=64, passes=1, lanes=1))

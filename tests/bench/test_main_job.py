from pathlib import Path

import pytest

from tests.bench.measure import middle, report, run

pytestmark = pytest.mark.bench


def test_demo_with_3000_voters_and_6_tps(tmp_path: Path) -> None:
    runs = [run("-m", "pilkades_desk", "demo", "--out", tmp_path / str(n)) for n in range(3)]
    cpu, peak = middle([one.cpu for one in runs]), max(one.peak for one in runs)
    report("demo, 3.000 voters, 6 TPS: CPU", f"{cpu:.1f} s", "≤ 15 s")
    report("demo, 3.000 voters, 6 TPS: peak memory", f"{peak:.0f} MB", "≤ 350 MB")
    assert cpu <= 15
    assert peak <= 350

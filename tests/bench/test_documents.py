import os

import pytest

from tests.bench.measure import report, run

pytestmark = pytest.mark.bench


def figures(module: str) -> list[float]:
    return [float(part) for part in run("-m", module).last.split()]


def test_all_documents_of_a_village_take_at_most_20_seconds_and_300_mb() -> None:
    cpu, peak, count = min(figures("tests.bench.draw_all") for _ in range(3))
    load = os.getloadavg()[0]
    figure = f"{cpu:.1f} s of CPU, {peak:.0f} MB, {count:.0f} documents (load {load:.1f})"
    report("all documents, 10.000 voters, 20 TPS", figure, "≤ 20 s, ≤ 300 MB")
    assert cpu <= 20
    assert peak <= 300


def test_95_of_100_pages_are_ready_for_the_screen_in_100_milliseconds() -> None:
    middle, most, count = min(figures("tests.bench.show_pages") for _ in range(2))
    load = os.getloadavg()[0]
    figure = f"{most:.0f} ms p95, {middle:.0f} ms p50 of {count:.0f} pages (load {load:.1f})"
    report("preview of any page at 144 dpi", figure, "≤ 100 ms p95")
    assert most <= 100

import pytest

from tests.bench.measure import middle, report, run

pytestmark = pytest.mark.bench
ROUNDS = 5


def drawn(*names: str) -> dict[str, list[list[float]]]:
    """CPU, growth, peak and size of each way, in turn, so that the machine's mood is shared."""
    rounds = [[one(name) for name in names] for _ in range(ROUNDS)]
    return {name: [each[place] for each in rounds] for place, name in enumerate(names)}


def one(name: str) -> list[float]:
    return [float(part) for part in run("-m", "tests.bench.draw_lists", name).last.split()]


def ratio(found: dict[str, list[list[float]]], ours: str, other: str) -> float:
    pairs = zip(found[ours], found[other], strict=True)
    return middle([mine[0] / theirs[0] for mine, theirs in pairs])


def test_a_dpt_list_of_10000_takes_at_most_twice_the_hand_written_writer() -> None:
    found = drawn("hand", "f06")
    times = ratio(found, "f06", "hand")
    cpu, growth, peak, size = (middle(list(c)) for c in zip(*found["f06"], strict=True))
    figure = f"{times:.2f}× ({cpu:.2f} s, {growth:.0f} MB more, peak {peak:.0f} MB, {size:.0f} KB)"
    report("F-06 with 10.000 voters drawn, to the hand-written writer", figure, "≤ 2×")
    assert times <= 2.0
    assert peak <= 300


def test_archiving_the_list_stays_within_memory() -> None:
    cpu, growth, peak, size = one("f06 archived")
    figure = f"{cpu:.2f} s, {growth:.0f} MB more, peak {peak:.0f} MB, {size:.0f} KB"
    report("the same as PDF/A with its data attached", figure, "peak ≤ 300 MB")
    assert peak <= 300


def test_10000_invitations_take_at_most_1_2_times_the_fastest_way() -> None:
    found = drawn("mask", "f18")
    times = ratio(found, "f18", "mask")
    cpu, growth, peak, size = (middle(list(c)) for c in zip(*found["f18"], strict=True))
    figure = f"{times:.2f}× ({cpu:.2f} s, {growth:.0f} MB more, peak {peak:.0f} MB, {size:.0f} KB)"
    report("F-18 for 10.000 voters, to 1-bit image masks", figure, "≤ 1,2×")
    assert times <= 1.2
    assert peak <= 300

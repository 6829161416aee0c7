import json
from pathlib import Path

import pytest

from tests.bench.measure import middle, report, run

pytestmark = pytest.mark.bench
HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def election(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    out = tmp_path_factory.mktemp("besar") / "demo"
    size = ("--pemilih", "10000", "--tps", "20")
    facts = json.loads(run("-m", "pilkades_desk", "demo", "--out", out, *size, "--json").last)
    return {"folder": facts["pemilihan"], "sandi": facts["kata_sandi"]["ketua"]}


def test_login_screen_is_painted_in_twice_an_empty_window(election: dict[str, str]) -> None:
    run(HERE / "paint.py", "masuk", election["folder"])  # compiles; not counted
    empty, login = [], []
    for _ in range(7):  # in turn, so that the machine's mood is shared
        empty.append(float(run(HERE / "paint.py", "kosong").last))
        login.append(float(run(HERE / "paint.py", "masuk", election["folder"]).last))
    ratio = middle([b / a for a, b in zip(empty, login, strict=True)])
    figure = f"{ratio:.2f}× ({middle(login) * 1000:.0f} ms / {middle(empty) * 1000:.0f} ms)"
    report("login screen painted, to an empty PySide6 window", figure, "≤ 2×")
    assert ratio <= 2


def test_beranda_of_10000_voters_after_the_password(election: dict[str, str]) -> None:
    runs = [
        [float(each) for each in run(
            HERE / "enter.py", election["folder"], "ketua", election["sandi"]
        ).last.split()]
        for _ in range(5)
    ]  # fmt: skip
    taken, memory, peak = (middle(list(column)) for column in zip(*runs, strict=True))
    report("password to Beranda, 10.000 voters, over the key derivation", f"{taken * 1000:.0f} ms",
           "≤ 700 ms")  # fmt: skip
    report("memory with Beranda shown (peak)", f"{memory:.0f} MB ({peak:.0f} MB)", "≤ 150 MB")
    assert taken <= 0.7
    assert memory <= 150

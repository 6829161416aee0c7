from pathlib import Path

import pytest

from tests.bench.measure import report, run

pytestmark = pytest.mark.bench
HERE = Path(__file__).parent


def test_a_keystroke_among_60000_voters_of_the_encrypted_file() -> None:
    found, shown, count = run(HERE / "find_pemilih.py", "60000").last.split()
    report(
        f"{count} keystrokes, 60.000 voters: ids found, p95", f"{float(found):.1f} ms", "≤ 10 ms"
    )
    report("the same with the first page of rows, p95", f"{float(shown):.1f} ms", "≤ 16 ms")
    assert float(found) <= 10
    assert float(shown) <= 16

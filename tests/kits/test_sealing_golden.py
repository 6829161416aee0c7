"""Bundles of every format must open for ever; the key beside them is for tests only."""

from pathlib import Path

import pytest

from tests.kits.sealing_makers import FILES, open_all, verify

GOLDEN = Path(__file__).parents[1] / "golden" / "paket"
IDENTITY = (GOLDEN / "kunci-uji.txt").read_text("ascii").strip()


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.pilkades")), ids=lambda path: path.name)
def test_golden_bundle_still_opens(path: Path) -> None:
    assert open_all(path, IDENTITY) == FILES


def test_golden_envelope_is_still_the_same() -> None:
    envelope = verify(GOLDEN / "format-1-terbuka.pilkades").envelope
    assert (envelope.wilayah, envelope.serial, envelope.kind) == ("3328012001", 1, "hasil")
    assert envelope.hash == "66ad37ebdabfcd8d9a09a7818e041aa6133e0e737fcfbea08feda2739edfdb69"

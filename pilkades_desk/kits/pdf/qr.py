"""QR codes: written as one path of dark runs, read back from a picture."""

from functools import lru_cache
from typing import Any

Run = tuple[int, int, int]
"""Column, row from below, length; all in modules."""


@lru_cache(maxsize=256)
def runs(text: str, level: str) -> tuple[int, tuple[Run, ...]]:
    """Give the number of modules on a side and the runs of dark ones; level L, M, Q or H."""
    import zxingcpp

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=level)
    image: Any = zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False)
    view = memoryview(image)
    side = view.shape[0] if view.shape else 0
    pixels = view.tobytes()
    rows = (pixels[row * side : (row + 1) * side] for row in range(side))
    found = [run for row, line in enumerate(rows) for run in _row_runs(line, side - 1 - row)]
    return side, tuple(found)


def _row_runs(line: bytes, row: int) -> list[Run]:
    found: list[Run] = []
    start = line.find(0)
    while start >= 0:
        end = start
        while end < len(line) and line[end] == 0:
            end += 1
        found.append((start, row, end - start))
        start = line.find(0, end)
    return found


def paint(canvas: Any, text: str, level: str, box: tuple[float, float, float]) -> None:
    """Draw a code into the square at (x, y) with the given side, all in points, without margin.

    The caller leaves four modules of white around it.
    """
    side, dark = runs(text, level)
    x, y, size = box
    unit = size / side
    path = " ".join(f"{column} {row} {length} 1 re" for column, row, length in dark)
    # one path in whole units is 30 times faster than a rectangle each and sharp at any scale
    canvas._code.append(f"q 0 g {unit:.4f} 0 0 {unit:.4f} {x:.3f} {y:.3f} cm {path} f Q")  # noqa: SLF001


def decode(picture: Any) -> tuple[str, ...]:
    """Read every QR code of a picture (anything with a buffer, or a Pillow image)."""
    import zxingcpp

    found = zxingcpp.read_barcodes(
        picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    return tuple(str(code.text) for code in found)

"""QR codes: written as one path of dark modules, read back from a picture."""

import re
from functools import cache, lru_cache
from typing import Any

PATTERN = 2
_PIECE = 8
_DIGITS = bytes(ord("0") if value == 0 else ord("1") for value in range(256))
_DARK = re.compile(b"\x00+")


@lru_cache(maxsize=256)
def matrix(text: str, level: str, pattern: int | None = None) -> tuple[int, bytes]:
    """Give the modules on a side and each module row by row from above, 0 where dark.

    `level` is L, M, Q or H, `pattern` one of the eight mask patterns; without it all are tried and
    the best is taken, which takes five times as long.
    """
    import zxingcpp

    options = {"ec_level": level} if pattern is None else {"ec_level": level, "data_mask": pattern}
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, **options)
    image: Any = zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False)
    view = memoryview(image)
    return (view.shape[0] if view.shape else 0), view.tobytes()


def path(text: str, level: str, box: tuple[float, float, float]) -> str:
    """Give the drawing operators of a code in the square at (x, y) with the given side, in points.

    One path in whole modules: 30 times faster than a rectangle each, and sharp at any scale.
    """
    side, pixels = matrix(text, level)
    x, y, size = box
    unit = size / side
    dark = [_rectangles(pixels[start:end], *place) for start, end, place in _pieces(side)]
    return f"q 0 g {unit:.4f} 0 0 {-unit:.4f} {x:.3f} {y + size:.3f} cm{''.join(dark)} f Q"


def mask(text: str, level: str, box: tuple[float, float, float]) -> str:
    """Give the operators of a code as a picture of one bit a module, for thousands of them.

    Half the size of a path and faster; a viewer that smooths it still has each module's middle. The
    pattern is fixed: on a text made by chance each is as good, worn codes were read as often.
    """
    side, pixels = matrix(text, level, PATTERN)
    x, y, size = box
    spare = -side % 8
    bits = pixels.translate(_DIGITS)
    rows = (int(bits[start : start + side], 2) << spare for start in range(0, side * side, side))
    packed = b"".join([row.to_bytes((side + spare) // 8, "big") for row in rows]).hex()
    return (
        f"q 0 g {size:.3f} 0 0 {size:.3f} {x:.3f} {y:.3f} cm BI /W {side} /H {side} "
        f"/BPC 1 /IM true /F /AHx ID {packed}> EI Q"
    )


@cache
def _pieces(side: int) -> tuple[tuple[int, int, tuple[int, int]], ...]:
    """Give where each piece of a code begins and ends, and its column and row."""
    return tuple(
        (row * side + start, row * side + min(start + _PIECE, side), (start, row))
        for row in range(side)
        for start in range(0, side, _PIECE)
    )


@lru_cache(maxsize=1 << 16)
def _rectangles(piece: bytes, start: int, row: int) -> str:
    """Give the dark runs of a few modules; many codes share them, so each is worded once."""
    return "".join(
        f" {start + run.start()} {row} {run.end() - run.start()} 1 re"
        for run in _DARK.finditer(piece)
    )


def paint(canvas: Any, text: str, level: str, box: tuple[float, float, float]) -> None:
    """Draw a code into the square at (x, y) with the given side, all in points, without margin.

    The caller leaves four modules of white around it.
    """
    canvas._code.append(path(text, level, box))  # noqa: SLF001 -- no public way to add a ready path


def decode(picture: Any) -> tuple[str, ...]:
    """Read every QR code of a picture (anything with a buffer, or a Pillow image)."""
    import zxingcpp

    found = zxingcpp.read_barcodes(
        picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    return tuple(str(code.text) for code in found)

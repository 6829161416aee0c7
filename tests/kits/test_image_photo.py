"""The photo normaliser: every odd photo a village may bring."""

import contextlib
import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pilkades_desk.core.errors import ImageError
from pilkades_desk.kits.image.photo import MAX_BYTES, normalise


def make_file(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def left_red_right_blue(width: int = 400, height: int = 200) -> Image.Image:
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height))
    return image


def opened(jpeg: bytes) -> Image.Image:
    return Image.open(io.BytesIO(jpeg))


def png_header(width: int, height: int) -> bytes:
    """A PNG that promises a size and holds no such pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def test_a_photo_becomes_an_rgb_jpeg() -> None:
    photo = opened(normalise(make_file(left_red_right_blue(), "PNG")))
    assert (photo.format, photo.mode, photo.size) == ("JPEG", "RGB", (400, 200))


def test_the_same_photo_gives_the_same_bytes() -> None:
    untrusted_bytes = make_file(left_red_right_blue(2000, 3000))
    assert normalise(untrusted_bytes) == normalise(untrusted_bytes)


@pytest.mark.parametrize(("given_size", "size"), [
    ((3000, 4000), (900, 1200)),
    ((4000, 3000), (900, 675)),
    ((900, 1200), (900, 1200)),
    ((90, 120), (90, 120)),
])  # fmt: skip
def test_large_photos_shrink_and_small_ones_stay(
    given_size: tuple[int, int], size: tuple[int, int]
) -> None:
    assert opened(normalise(make_file(left_red_right_blue(*given_size)))).size == size


def test_a_photo_taken_sideways_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned: show it 90 degrees clockwise
    photo = opened(normalise(make_file(left_red_right_blue(), exif=exif)))
    assert photo.size == (200, 400)
    assert photo.getpixel((100, 20))[0] > 200, "red was left and is now on top"


def test_the_place_of_taking_is_not_kept() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "S"
    exif[0x010F] = "Kamera Rahasia"
    jpeg = normalise(make_file(left_red_right_blue(), exif=exif, comment=b"rumah saya"))
    assert b"Exif" not in jpeg
    assert b"Kamera" not in jpeg
    assert b"rumah" not in jpeg


def test_a_cmyk_photo_becomes_rgb() -> None:
    photo = opened(normalise(make_file(left_red_right_blue().convert("CMYK"))))
    assert photo.mode == "RGB"
    assert photo.getpixel((20, 20))[0] > 200


def test_what_is_transparent_becomes_white_paper() -> None:
    clear = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    assert opened(normalise(make_file(clear, "PNG"))).getpixel((50, 50)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA"])
def test_other_kinds_of_png_become_rgb(mode: str) -> None:
    image = left_red_right_blue().convert(mode)
    assert opened(normalise(make_file(image, "PNG"))).mode == "RGB"


def test_sixteen_bit_grey_keeps_its_tone() -> None:
    photo = opened(normalise(make_file(Image.new("I;16", (50, 50), 40_000), "PNG")))
    assert photo.getpixel((20, 20)) == pytest.approx((156, 156, 156), abs=2)


def test_a_text_file_is_refused() -> None:
    with pytest.raises(ImageError, match="bukan foto"):
        normalise(b"No;NIK;Nama\n1;3328;Budi\n")


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(ImageError, match="bukan foto"):
        normalise(b"")


@pytest.mark.parametrize(("width", "height"), [(8000, 5001), (10_000, 10_000), (60_000, 60_000)])
def test_more_than_40_megapixels_are_refused_before_decoding(width: int, height: int) -> None:
    with pytest.raises(ImageError, match="40 megapiksel"):
        normalise(png_header(width, height))


def test_a_header_without_pixels_is_refused() -> None:
    with pytest.raises(ImageError, match="rusak"):
        normalise(png_header(100, 100))


def test_a_photo_cut_short_is_refused() -> None:
    whole = make_file(left_red_right_blue(1000, 1000))
    with pytest.raises(ImageError, match="rusak"):
        normalise(whole[: len(whole) // 2])


def test_a_file_over_30_megabytes_is_refused() -> None:
    with pytest.raises(ImageError, match="30 MB"):
        normalise(b"\xff\xd8" + bytes(MAX_BYTES))


@settings(max_examples=60)
@given(place=st.integers(0, 2000), byte=st.integers(0, 255))
def test_a_damaged_photo_is_read_or_refused_and_nothing_else(place: int, byte: int) -> None:
    damaged = bytearray(make_file(left_red_right_blue(), "PNG"))
    damaged[place % len(damaged)] = byte
    with contextlib.suppress(ImageError):
        assert opened(normalise(bytes(damaged))).mode == "RGB"

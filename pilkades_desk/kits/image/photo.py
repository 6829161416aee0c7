"""A candidate's photo, made uniform once at import.

Promises an upright RGB JPEG of at most 900 x 1200 pixels without any metadata (phones write the
place of taking into a photo); the same input gives the same bytes. Refuses whatever is no JPEG,
PNG or WebP and whatever is larger than 30 MB or 40 million pixels, before decoding it.
"""

import io
import warnings
from typing import TYPE_CHECKING

from pilkades_desk.core.errors import ImageError

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_BYTES = 30_000_000
MAX_PIXELS = 40_000_000
MAX_SIZE = (900, 1200)
_FORMATS = ("JPEG", "PNG", "WEBP")
_QUALITY = 88
_CHANGE = "Pilih foto JPEG atau PNG biasa, misalnya langsung dari kamera ponsel."


def normalise(untrusted_bytes: bytes) -> bytes:
    """Make any photo an upright RGB JPEG of at most 900 x 1200 pixels; ImageError when refused."""
    if len(untrusted_bytes) > MAX_BYTES:
        raise ImageError("Berkas foto lebih besar dari 30 MB.", _CHANGE)
    try:
        with _open(untrusted_bytes) as untrusted_image:
            return _as_jpeg(_upright_rgb(untrusted_image))
    except (OSError, SyntaxError, ValueError) as err:
        # Pillow tells a truncated or broken file by any of these three
        raise ImageError("Foto ini rusak atau tidak lengkap.", _CHANGE) from err


def check_picture(untrusted_bytes: bytes) -> None:
    """Read a picture to its last pixel, changing nothing; ImageError when refused."""
    try:
        with _open(untrusted_bytes) as untrusted_image:
            untrusted_image.load()
    except (OSError, SyntaxError, ValueError) as err:
        raise ImageError("Gambar ini rusak atau tidak lengkap.", _CHANGE) from err


def _open(untrusted_bytes: bytes) -> "Image":
    """Read the header only and measure it; the pixels come later."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # measured below
            image = Image.open(io.BytesIO(untrusted_bytes), formats=_FORMATS)
    except UnidentifiedImageError as err:
        raise ImageError("Berkas ini bukan foto JPEG, PNG atau WebP.", _CHANGE) from err
    except Image.DecompressionBombError as err:
        raise _too_many_pixels() from err
    if image.width * image.height > MAX_PIXELS:
        image.close()
        raise _too_many_pixels()
    return image


def _too_many_pixels() -> ImageError:
    return ImageError("Foto ini lebih besar dari 40 megapiksel.", "Kecilkan fotonya dahulu.")


def _upright_rgb(image: "Image") -> "Image":
    from PIL import Image, ImageOps

    upright = _on_white(ImageOps.exif_transpose(image))
    upright.thumbnail(MAX_SIZE, Image.Resampling.LANCZOS)
    return upright


def _on_white(image: "Image") -> "Image":
    from PIL import Image

    if image.mode.startswith("I"):  # 16 bits of grey, which convert() would clip to white
        return image.convert("I").point(lambda grey: grey * (1 / 256)).convert("RGB")
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    paper = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(paper, layer).convert("RGB")


def _as_jpeg(image: "Image") -> bytes:
    buffer = io.BytesIO()
    image.info.clear()  # Pillow would carry comments and profiles over
    image.save(buffer, "JPEG", quality=_QUALITY, subsampling="4:2:0", optimize=False)
    return buffer.getvalue()

"""Files a person picks for a document: read within a bound, and known for what they are."""

from pathlib import Path

from pilkades_desk.core.errors import DocumentError
from pilkades_desk.kits.image.photo import check_picture
from pilkades_desk.kits.pdf.untrusted import count_pages

MAX_PDF = 100_000_000
MAX_SCAN = 20_000_000
_PDF = b"%PDF-"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


def read_untrusted(path: Path, most: int) -> bytes:
    """Read a whole file of at most `most` bytes; DocumentError when it is not there or larger."""
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise DocumentError(
            f"Berkas '{path.name}' tidak terbaca.", "Periksa namanya, atau pilih berkas lain."
        ) from error
    if len(content) > most:
        raise DocumentError(
            f"Berkas '{path.name}' lebih besar dari {most // 1_000_000} MB.",
            "Pilih berkas yang lebih kecil.",
        )
    return content


def read_scan(path: Path) -> bytes:
    """Read a scan of paper as it is: a PDF with pages, or a JPEG or PNG that decodes (S-633).

    Raises:
        DocumentError: it is too large or of another kind, whatever its name says.
        ImageError: a picture that is broken or far too large.
    """
    content = read_untrusted(path, MAX_SCAN)
    if content.startswith(_PICTURES):
        check_picture(content)
    elif not (content.startswith(_PDF) and count_pages(content)):
        raise DocumentError(
            f"Berkas '{path.name}' bukan pindaian PDF, JPEG, atau PNG yang utuh.",
            "Pindai lagi kertasnya, lalu pilih hasilnya.",
        )
    return content

"""Looks at the bytes of a sheet before anything parses them: what is it, and would it burst?

Refuses by content, never by file name: photos, PDF, password-protected books, archives that unpack
far beyond what any village list needs, XML that declares entities, and sheets whose outermost cell
spans a huge empty area (a parser would reserve memory for every cell in between). Members are
unpacked piece by piece, so that looking costs no memory.
"""

import io
import re
import zipfile
import zlib
from typing import Literal

from pilkades_desk.core.errors import SheetError

Format = Literal["xlsx", "xls", "ods", "csv", "html", "docx"]

MAX_BYTES = 50 * 1024 * 1024
MAX_ROWS = 200_000
MAX_COLUMNS = 702
HEAD_LINES = 15
"""In how many lines of a text the first with several cells must stand."""
_MAX_UNPACKED = 400 * 1024 * 1024
_MAX_PROSE = 60 * 1024 * 1024
_MAX_MEMBERS = 2_000
_MAX_CELLS = 20_000_000
_PIECE = 1 << 20
_OVERLAP = 256

_SAVE_AS = "Buka berkasnya dengan Excel atau LibreOffice, lalu simpan sebagai .xlsx dan pilih lagi."
_ASK = "Minta berkas Excel, LibreOffice atau CSV aslinya kepada pengirim."
_PHOTO = ("Berkas ini foto, bukan lembar kerja.", _ASK)
_FOREIGN: tuple[tuple[bytes, tuple[str, str]], ...] = (
    (b"\xff\xd8\xff", _PHOTO),
    (b"\x89PNG\r\n\x1a\n", _PHOTO),
    (b"GIF8", _PHOTO),
    (b"RIFF", _PHOTO),
    (b"%PDF", ("Berkas ini PDF, bukan lembar kerja.", _ASK)),
    (b"{\\rtf", ("Berkas ini dokumen tulisan, bukan lembar kerja.", _ASK)),
)
_BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
_MACRO = "xl/vbaProject.bin"
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)\b(?!\s+html)", re.IGNORECASE)
_FAR_CELL = re.compile(rb"\sr\s{0,9}=\s{0,9}[\"'](?:[A-Za-z]{3,}\d|[A-Za-z]{0,2}(\d{6,})[\"'])")
_ODS_ROW = re.compile(rb"<table:table-row\b([^>]*?)(?:/>|>(.*?)</table:table-row>)", re.DOTALL)
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*)>")
_ODS_ROWS = re.compile(rb"number-rows-repeated\s*=\s*[\"'](\d+)")
_ODS_COLUMNS = re.compile(rb"number-columns-repeated\s*=\s*[\"'](\d+)")


def check_bytes(untrusted_bytes: bytes) -> Format:
    """Tell the format from the content; SheetError when it is no sheet or would burst."""
    if len(untrusted_bytes) > MAX_BYTES:
        raise SheetError("Berkas ini lebih besar dari 50 MB.", _ASK)
    if not untrusted_bytes.strip(b"\0 \t\r\n"):
        raise SheetError("Berkas ini kosong.", _ASK)
    for magic, (sentence, hint) in _FOREIGN:
        if untrusted_bytes.startswith(magic):
            raise SheetError(sentence, hint)
    if untrusted_bytes[4:8] == b"ftyp":
        raise SheetError(*_PHOTO)
    if untrusted_bytes.startswith(b"PK\x03\x04"):
        return _check_zip(untrusted_bytes)
    if untrusted_bytes.startswith(b"\xd0\xcf\x11\xe0"):
        return _check_ole(untrusted_bytes)
    return _check_text(untrusted_bytes)


def has_macro(untrusted_bytes: bytes) -> bool:
    """Tell whether a checked file carries a program of its own; it is never run."""
    if not untrusted_bytes.startswith(b"PK\x03\x04"):
        return "_VBA_PROJECT".encode("utf-16-le") in untrusted_bytes
    with zipfile.ZipFile(io.BytesIO(untrusted_bytes)) as archive:
        return _MACRO in archive.namelist()


def locked() -> SheetError:
    """Give the refusal of a book that asks for a password."""
    return SheetError("Berkas ini terkunci kata sandi.", "Simpan tanpa kata sandi, pilih lagi.")


def damaged() -> SheetError:
    """Give the refusal of a book that is damaged or none at all."""
    return SheetError(
        "Berkas ini rusak atau bukan lembar kerja.",
        "Buka berkasnya dengan Excel atau LibreOffice, simpan sebagai .xlsx, pilih lagi.",
    )


def too_wide() -> SheetError:
    """Give the refusal of a sheet with more rows or columns than any village list has."""
    return SheetError(
        "Lembar ini memuat lebih dari 200.000 baris atau 702 kolom.",
        "Hapus baris dan kolom kosong di ujung lembar, simpan, lalu pilih lagi.",
    )


def _check_ole(untrusted_bytes: bytes) -> Format:
    if "EncryptedPackage".encode("utf-16-le") in untrusted_bytes:
        raise locked()
    return "xls"


def _check_text(untrusted_bytes: bytes) -> Format:
    head = untrusted_bytes[:4096]
    if b"\0" in head:
        raise SheetError("Berkas ini bukan lembar kerja.", _ASK)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        _refuse_entities(head)
        if b"<table" in untrusted_bytes.lower() and b"<tr" in untrusted_bytes.lower():
            return "html"
        raise SheetError("Berkas ini halaman web tanpa tabel.", _SAVE_AS)
    lines = head.split(b"\n")[:HEAD_LINES]
    if not any(mark in line for line in lines for mark in (b",", b";", b"\t")):
        raise SheetError("Berkas ini tulisan biasa, bukan lembar kerja.", _ASK)
    return "csv"


def _check_zip(untrusted_bytes: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(untrusted_bytes)) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            if len(members) > _MAX_MEMBERS or unpacked > _MAX_UNPACKED:
                raise SheetError("Isi berkas ini terlalu besar bila dibuka.", _ASK)
            return _check_members(archive, {member.filename for member in members})
    except _BROKEN_ZIP as error:
        raise SheetError("Berkas ini rusak atau terpotong.", _ASK) from error


def _check_members(archive: zipfile.ZipFile, names: set[str]) -> Format:
    if "xl/workbook.xml" in names:
        for name in sorted(name for name in names if name.endswith((".xml", ".rels"))):
            _scan(archive, name, cells=name.startswith("xl/worksheets/"))
        return "xlsx"
    if {"content.xml", "mimetype"} <= names and b"spreadsheet" in archive.read("mimetype")[:80]:
        _scan(archive, "content.xml")
        _refuse_repetition(archive.read("content.xml"))
        return "ods"
    if "word/document.xml" in names:
        if archive.getinfo("word/document.xml").file_size > _MAX_PROSE:
            raise SheetError("Isi dokumen Word ini terlalu besar.", _ASK)
        _scan(archive, "word/document.xml")
        return "docx"
    raise SheetError("Berkas ini bukan lembar kerja yang dikenal.", _SAVE_AS)


def _scan(archive: zipfile.ZipFile, name: str, *, cells: bool = False) -> None:
    """Look through one member, piece by piece with some of the piece before."""
    with archive.open(name) as member:
        piece = member.read(_PIECE)
        _refuse_entities(piece)
        while piece:
            if cells:
                _refuse_far_cells(piece)
            more = member.read(_PIECE)
            piece = piece[-_OVERLAP:] + more if more else b""


def _refuse_entities(head: bytes) -> None:
    """Refuse XML that declares anything: a few lines of it can unfold into gigabytes."""
    if _DECLARES.search(head):
        raise SheetError("Berkas ini memuat perintah yang dapat memenuhi ingatan.", _ASK)


def _refuse_far_cells(xml: bytes) -> None:
    for match in _FAR_CELL.finditer(xml):
        if match[1] is None or int(match[1]) > MAX_ROWS:
            raise too_wide()


def _refuse_repetition(xml: bytes) -> None:
    cells = 0
    for row in _ODS_ROW.finditer(xml):
        inside = row[2] or b""
        if b"office:value-type" not in inside and b"<text:p" not in inside:
            continue  # empty rows and cells after the data are dropped by the reader
        rows = _ODS_ROWS.search(row[1])
        width = sum(
            int(repeated[1]) if (repeated := _ODS_COLUMNS.search(cell[1])) else 1
            for cell in _ODS_CELL.finditer(inside)
            if b"office:value-type" in cell[1]
        )
        cells += width * (int(rows[1]) if rows else 1)
    if cells > _MAX_CELLS:
        raise too_wide()

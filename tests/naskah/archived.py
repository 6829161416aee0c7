"""What an archived file says of itself."""

import io

import pikepdf
import pikepdf.pdfa

Said = tuple[str, ...]
"""Part and conformance of PDF/A, its output intent and profile, language, relation, moment."""
ARCHIVED = ("3", "B", "/GTS_PDFA1", "3 colours", "id-ID", "/Data")
NOT_ARCHIVED = ("",)


def archive_of(pdf: bytes) -> Said:
    """Read what makes an archive of a file."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        if "/Metadata" not in opened.Root:
            return NOT_ARCHIVED
        (intent,) = opened.Root.OutputIntents
        (data,) = opened.Root.AF
        xmp = opened.open_metadata()
        assert xmp["dc:title"] == str(opened.docinfo["/Title"]) != ""
        return (
            xmp["pdfaid:part"],
            xmp["pdfaid:conformance"],
            str(intent.S),
            f"{intent.DestOutputProfile.N} colours",
            str(opened.Root.Lang),
            str(data.AFRelationship),
            xmp["xmp:CreateDate"],
        )


def is_archive(pdf: bytes) -> bool:
    """Let pikepdf judge the whole file by the rules of PDF/A-3b."""
    return bool(pikepdf.pdfa.validate_written(io.BytesIO(pdf), "3b").passed)


def faults(pdf: bytes) -> list[str]:
    """Let qpdf, inside pikepdf, check the syntax."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return opened.check_pdf_syntax()

"""Raw PDF → PDF/A-3b with its data attached; same input, same bytes (for one set of versions)."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pilkades_desk.core.errors import DocumentError

DATA_NAME = "data.json"
_XMP = "http://ns.adobe.com/xap/1.0/"


@dataclass(frozen=True, slots=True)
class Label:
    """What a PDF says about itself: its title and the moment its content was frozen."""

    title: str
    moment: datetime


def archive(raw: bytes, data: bytes, label: Label) -> bytes:
    """Attach the canonical data and write PDF/A-3b; signature fields come later, in revisions.

    Raises:
        DocumentError: the pages hold something that cannot be archived, such as a CMYK photo.
    """
    import pikepdf
    import pikepdf.pdfa

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        for page in pdf.pages:
            if "/Trans" in page:  # ReportLab writes an empty one, the checker knows none
                del page["/Trans"]
        pdf.attachments[DATA_NAME] = _attachment(pikepdf, pdf, data, label)
        pdf.Root.Lang = pikepdf.String("id-ID")
        _describe(pikepdf, pdf, label)
        pikepdf.pdfa.prepare(pdf, "3b")
        _fix_dates(pdf, label.moment)
        # not pdfa.save: its temporary file would hold voters in clear, and on a full disk it aborts
        pdf.save(out, **pikepdf.pdfa.resolve_save_kwargs("3b", deterministic_id=True))
        pictures = any(_is_picture(thing) for thing in pdf.objects)
    if pictures:
        _check(out.getvalue())
    return out.getvalue()


def _is_picture(thing: Any) -> bool:
    import pikepdf

    return isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"


def _check(pdf: bytes) -> None:
    """Ask whether pictures from outside can be archived; ours, the rest, is proven by tests.

    Checking takes as long as drawing twice.
    """
    from pikepdf import pdfa

    report = pdfa.validate_written(io.BytesIO(pdf), "3b")
    if not report.passed:
        raise DocumentError(
            "Dokumen ini tidak memenuhi bentuk arsip PDF/A.",
            "Ganti gambar lambang atau foto dengan JPEG biasa (RGB), lalu buat lagi.",
        ) from pdfa.PdfaError(report)


def attached_data(pdf_bytes: bytes) -> bytes:
    """Read the canonical data back out of an archived PDF."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf_bytes)) as pdf:
        if DATA_NAME not in pdf.attachments:
            raise DocumentError(
                "Dokumen ini tidak membawa data.", "Pilih PDF yang dibuat oleh Pilkades Desk."
            )
        return bytes(pdf.attachments[DATA_NAME].get_file().read_bytes())


def _attachment(pikepdf: Any, pdf: Any, data: bytes, label: Label) -> Any:
    return pikepdf.AttachedFileSpec(
        pdf,
        data,
        filename=DATA_NAME,
        mime_type="application/json",
        relationship=pikepdf.Name.Data,
        creation_date=_stamp(label.moment),
        mod_date=_stamp(label.moment),
    )


def _describe(pikepdf: Any, pdf: Any, label: Label) -> None:
    stamp = pikepdf.String(_stamp(label.moment))
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    pdf.docinfo["/Title"] = label.title
    pdf.docinfo["/Creator"] = "Pilkades Desk"
    pdf.docinfo["/CreationDate"] = stamp
    pdf.docinfo["/ModDate"] = stamp


def _fix_dates(pdf: Any, moment: datetime) -> None:
    text = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        for name in ("CreateDate", "ModifyDate", "MetadataDate"):
            xmp[f"{{{_XMP}}}{name}"] = text


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")

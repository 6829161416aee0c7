import base64
import io
from datetime import UTC, datetime

import pikepdf
import pytest
from PIL import Image
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from pilkades_desk.core.errors import DocumentError
from pilkades_desk.kits.pdf.archive import Label, archive, attached_data
from pilkades_desk.kits.pdf.page import A4, Letterhead, PageMarks
from pilkades_desk.kits.pdf.prose import paragraph
from pilkades_desk.kits.pdf.render import page_text
from pilkades_desk.kits.pdf.sheet import Sheet, draw
from tests.kits.pdf_pages import fonts_not_embedded

LABEL = Label("Berita acara uji", datetime(2027, 2, 3, 9, 30, tzinfo=UTC))
MARKS = PageMarks("F-00", "Uji", "uji 9f2c", "0000", "Asli", "1-ab", "PD1*B", "AAAA")


def raw(logo: str = "") -> bytes:
    def compose(sheet: Sheet) -> None:
        sheet.y -= Letterhead(("Panitia", "Desa Uji"), "Jalan", logo).draw(
            sheet.canvas, sheet.frame, sheet.y
        )
        paragraph(sheet, "Isi dokumen.")

    return draw(compose, A4, MARKS)


def picture(mode: str, kind: str) -> str:
    out = io.BytesIO()
    Image.new(mode, (40, 40)).save(out, kind)
    return base64.b64encode(out.getvalue()).decode()


def test_the_archived_file_carries_its_data_byte_for_byte() -> None:
    assert attached_data(archive(raw(), b'{"a":1}', LABEL)) == b'{"a":1}'


def test_a_foreign_pdf_without_data_is_refused() -> None:
    with pytest.raises(DocumentError, match="tidak membawa data"):
        attached_data(raw())


def test_the_same_input_gives_the_same_bytes() -> None:
    assert archive(raw(), b"{}", LABEL) == archive(raw(), b"{}", LABEL)


@pytest.mark.syarat("S-611")
def test_the_archive_checker_of_pikepdf_finds_nothing() -> None:
    with pikepdf.open(io.BytesIO(archive(raw(), b"{}", LABEL))) as pdf:
        assert pikepdf.pdfa.check(pdf, "3b").passed


def test_title_language_and_dates_are_the_documents_own() -> None:
    with pikepdf.open(io.BytesIO(archive(raw(), b"{}", LABEL))) as pdf:
        found = (str(pdf.docinfo["/Title"]), str(pdf.Root.Lang), str(pdf.docinfo["/ModDate"]))
        xmp = pdf.open_metadata()["xmp:MetadataDate"]
    assert found == ("Berita acara uji", "id-ID", "D:20270203093000+00'00")
    assert xmp == "2027-02-03T09:30:00Z"


def test_every_font_is_embedded() -> None:
    assert fonts_not_embedded(archive(raw(), b"{}", LABEL)) == set()


@pytest.mark.parametrize(("mode", "kind"), [("RGB", "JPEG"), ("RGBA", "PNG"), ("L", "JPEG")])
def test_ordinary_logos_can_be_archived(mode: str, kind: str) -> None:
    assert "DESA UJI" in page_text(archive(raw(picture(mode, kind)), b"{}", LABEL), 0)


def test_a_cmyk_logo_is_refused_with_a_hint() -> None:
    with pytest.raises(DocumentError, match="PDF/A"):
        archive(raw(picture("CMYK", "JPEG")), b"{}", LABEL)


def test_a_broken_logo_is_refused_with_a_hint() -> None:
    with pytest.raises(DocumentError, match="lambang"):
        raw(base64.b64encode(b"not a picture").decode())


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_half_a_logo_is_refused_with_a_hint(kind: str, kept: float) -> None:
    out = io.BytesIO()
    Image.effect_noise((60, 60), 90).convert("RGB").save(out, kind)
    whole = out.getvalue()
    with pytest.raises(DocumentError, match="lambang tidak dapat dibaca"):
        raw(base64.b64encode(whole[: int(len(whole) * kept)]).decode())


def test_a_logo_that_is_no_text_of_a_picture_is_refused() -> None:
    with pytest.raises(DocumentError, match="lambang tidak dapat dibaca"):
        raw("?!")


def test_without_a_logo_the_letterhead_stands_alone() -> None:
    with pikepdf.open(io.BytesIO(archive(raw(), b"{}", LABEL))) as pdf:
        assert [dict(page.get_images()) for page in pdf.pages] == [{}]


def test_signature_fields_can_be_added_in_a_revision() -> None:
    buffer = io.BytesIO(archive(raw(), b"{}", LABEL))
    writer = IncrementalPdfFileWriter(buffer, strict=True)
    append_signature_field(writer, SigFieldSpec("Ketua"))
    writer.write_in_place()
    with pikepdf.open(io.BytesIO(buffer.getvalue())) as pdf:
        assert [str(field.T) for field in pdf.Root.AcroForm.Fields] == ["Ketua"]

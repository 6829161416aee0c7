"""Every form of the catalogue in every case: text, pictures, archive, bytes; each drawn once."""

import io
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from pypdfium2 import raw as pdfium

from pilkades_desk.kits.pdf.archive import attached_data
from pilkades_desk.kits.pdf.render import page_count
from pilkades_desk.panitia.naskah.data_code import kanonik, page_qr
from tests.kits.pdf_pages import fonts_not_embedded, overflows, qr_texts
from tests.naskah.archived import ARCHIVED, NOT_ARCHIVED, archive_of, faults, is_archive
from tests.naskah.documents import draw
from tests.naskah.golden import CODES, MOST_PAGES, PLACE, cases, drawn, pages_of, text_of
from tests.naskah.pictures import (
    ALLOWED,
    both_ends,
    differing,
    lay_out,
    picture,
    read,
    take_out,
    write,
)

MOST = "banyak"
CUT_UP = "F-18"
"""Its slips, unless blank, are handed out: no archive and no data, which would hold the codes."""
MM = 72 / 25.4
JUDGES = {"qpdf": ("--check",), "verapdf": ("--flavour", "3b", "--format", "text")}
each = pytest.mark.parametrize("kode", CODES)


@pytest.mark.syarat("S-617")
@each
def test_a_form_prints_what_the_golden_text_says(kode: str) -> None:
    assert text_of(kode) == (PLACE / f"{kode}.txt").read_text("utf-8")


@pytest.mark.syarat("S-640")
@each
def test_a_form_looks_like_its_picture(kode: str, tmp_path: Path) -> None:
    fresh = pages_of(kode)
    golden = take_out(read(PLACE / f"{kode}.png"), fresh)
    differ = {
        (case, end): count
        for case, pages in fresh.items()
        for end, page in enumerate(pages)
        if (count := differing(golden[case][end], page)) > ALLOWED
    }
    write(lay_out(fresh), tmp_path / f"{kode}.png")
    assert differ == {}, f"look at {tmp_path}/{kode}.png, then see {PLACE}/README.md"


@each
def test_no_text_leaves_its_cell_and_every_font_is_inside(kode: str) -> None:
    for case in cases(kode):
        pdf = drawn(kode, case)
        assert overflows(pdf) == [], case
        assert fonts_not_embedded(pdf) == set()
        assert page_count(pdf) <= MOST_PAGES


@each
def test_the_last_page_is_tied_to_the_content(kode: str) -> None:
    case, isi = next(iter(cases(kode).items()))
    pdf = drawn(kode, case)
    head, tail = page_qr(isi)
    last = page_count(pdf)
    assert f"{head}*{last}*{tail}" in qr_texts(pdf, last - 1)


@pytest.mark.syarat("S-611")
@each
def test_every_document_is_an_archive_file_with_its_frozen_content_inside(kode: str) -> None:
    for case, isi in cases(kode).items():
        pdf = drawn(kode, case)
        assert faults(pdf) == [], case
        if kode == CUT_UP and case != "kosong":
            assert archive_of(pdf) == NOT_ARCHIVED
        else:
            assert archive_of(pdf) == (*ARCHIVED, isi.dibekukan.strftime("%Y-%m-%dT%H:%M:%SZ"))
            assert attached_data(pdf) == kanonik(isi), case
    assert is_archive(drawn(kode, MOST)) == (kode != CUT_UP)


@pytest.mark.syarat("S-611")
@each
def test_a_form_is_the_same_bytes_twice(kode: str) -> None:
    case, isi = next(iter(cases(kode).items()))
    assert draw(isi) == drawn(kode, case)


@pytest.mark.parametrize("judge", JUDGES)
def test_another_program_finds_nothing_wrong(judge: str, tmp_path: Path) -> None:
    if shutil.which(judge) is None:
        pytest.skip(f"{judge} is not on this machine; pikepdf's own check always runs")
    for kode in CODES:
        path = tmp_path / f"{kode}.pdf"
        path.write_bytes(drawn(kode, next(iter(cases(kode)))))
        if judge == "qpdf" or kode != CUT_UP:
            done = subprocess.run(
                [judge, *JUDGES[judge], path], capture_output=True, text=True, check=False
            )
            assert (done.returncode, "FAIL" in done.stdout) == (0, False), done.stdout


def moved(pdf: bytes, kind: int, widest: bool, by: float) -> Image.Image:
    """Draw the first page, one of its texts or lines moved down by so many millimetres."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        things = sorted(page.get_objects(filter=[kind], max_depth=1), key=_width)
        things = [thing for thing in things if _width(thing) > 20 * MM]
        chosen = things[-1 if widest else 0]
        pdfium.FPDFPageObj_Transform(chosen.raw, 1, 0, 0, 1, 0, -by * MM)
        return picture(page)


def _width(thing: pypdfium2.PdfObject) -> float:
    left, _, right, _ = thing.get_bounds()
    return float(right - left)


def stored(page: Image.Image) -> Image.Image:
    """Give a picture as it comes back from its file."""
    kept = io.BytesIO()
    write(page, kept)
    return read(kept)


SOME = [("F-27", "biasa"), ("F-20", "kosong"), ("F-29", "banyak"), ("F-06", "sedikit")]


@pytest.mark.syarat("S-640")
@pytest.mark.parametrize(("kode", "case"), SOME)
@pytest.mark.parametrize("kind", [pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH])
@pytest.mark.parametrize("widest", [True, False])
def test_a_line_moved_by_two_millimetres_is_seen(
    kode: str, case: str, kind: int, widest: bool
) -> None:
    pdf = drawn(kode, case)
    golden = stored(both_ends(pdf)[0])
    assert differing(golden, moved(pdf, kind, widest, 2)) > ALLOWED
    assert differing(golden, moved(pdf, kind, widest, 0)) == 0


@pytest.mark.parametrize(("kode", "case"), SOME)
def test_other_smoothing_is_borne(kode: str, case: str) -> None:
    with pypdfium2.PdfDocument(drawn(kode, case)) as document:
        page = document[0]
        golden = stored(picture(page))
        others = [
            picture(page, finer=4),
            picture(page, finer=6),
            picture(page, optimize_mode="lcd"),
        ]
    assert any(other.tobytes() != golden.tobytes() for other in others)
    assert [one for one in (differing(golden, other) for other in others) if one > ALLOWED] == []


def test_pages_of_another_form_or_size_are_not_alike() -> None:
    one, other = (both_ends(drawn(kode, "kosong"))[0] for kode in ("F-25", "F-20"))
    assert differing(one, other) > ALLOWED
    turned = one.rotate(90, expand=True)
    assert differing(one, turned) == one.width * one.height


def test_a_page_that_was_not_there_before_is_seen(tmp_path: Path) -> None:
    fresh = pages_of("F-20")
    write(lay_out({case: pages[:1] for case, pages in fresh.items()}), tmp_path / "F-20.png")
    golden = take_out(read(tmp_path / "F-20.png"), fresh)
    assert differing(golden["banyak"][0], fresh["banyak"][0]) == 0
    assert differing(golden["banyak"][1], fresh["banyak"][1]) > ALLOWED

"""Original and copies of one document: other label, same data code, same result code."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pilkades_desk.app.wiring_berita_acara import make_berita_acara_acts
from pilkades_desk.berita_acara import salinan
from pilkades_desk.berita_acara.antrean import identify_dokumen
from pilkades_desk.berita_acara.rules import label_copies
from pilkades_desk.berita_acara.salinan import (
    DITARIK,
    count_printed,
    draw_copies,
    starts_with_original,
)
from pilkades_desk.berita_acara.usecases import freeze, read_pdf, withdraw_stale
from pilkades_desk.core.errors import DocumentError
from pilkades_desk.kits.pdf.render import page_count, page_text
from pilkades_desk.kits.qt.printing import print_document
from pilkades_desk.panitia.naskah.pencetakan import record_print
from tests.berita_acara.makers import freeze_f27s, take_back
from tests.kits.pdf_pages import all_text, qr_texts
from tests.kits.test_qt_printing import file_printer
from tests.penghitungan.desks import Desks


@pytest.mark.syarat("S-477")
@pytest.mark.parametrize(
    ("printed", "count", "original", "labels"),
    [
        (0, 1, True, "Asli"),
        (0, 3, True, "Asli, Salinan 1 dari 2, Salinan 2 dari 2"),
        (3, 2, False, "Salinan 3 dari 4, Salinan 4 dari 4"),
        (1, 1, True, "Asli"),
        (0, 1, False, "Salinan 1 dari 1"),
    ],
)
def test_copies_are_numbered_on_and_on(
    printed: int, count: int, original: bool, labels: str
) -> None:
    assert ", ".join(label_copies(printed, count, original=original)) == labels


@pytest.mark.syarat("S-477")
def test_a_copy_differs_in_its_label_alone(desks: Desks) -> None:
    for dokumen in (freeze(desks.ketua, "F-07"), *freeze_f27s(desks.ketua)[:1],
                    freeze(desks.ketua, "F-29"), freeze(desks.ketua, "F-33")):  # fmt: skip
        first, copy = draw_copies(desks.ketua, dokumen, 2)
        assert first == read_pdf(desks.ketua, dokumen)
        pages = range(page_count(first))
        assert "Salinan 1 dari 1" in page_text(copy, pages[-1])
        assert all_text(copy).replace("Salinan 1 dari 1", "Asli") == all_text(first)
        assert [qr_texts(copy, page) for page in pages] == [qr_texts(first, page) for page in pages]


@pytest.mark.syarat("S-477")
def test_after_the_original_only_copies_come_unless_asked(desks: Desks) -> None:
    dokumen = freeze(desks.ketua, "F-27", 1)
    record_print(desks.ketua, identify_dokumen(dokumen), 2)
    assert count_printed(desks.ketua, dokumen) == 2
    (copy,) = draw_copies(desks.ketua, dokumen, 1)
    assert "Salinan 2 dari 2" in all_text(copy)
    (again,) = draw_copies(desks.ketua, dokumen, 1, original=True)
    assert again == read_pdf(desks.ketua, dokumen)


@pytest.mark.syarat("S-477", "S-613")
def test_every_sheet_of_a_withdrawn_document_says_so(desks: Desks) -> None:
    dokumen = freeze(desks.ketua, "F-27", 1)
    assert starts_with_original(desks.ketua, dokumen) is True
    take_back(desks, 1)
    for _ in ("not yet withdrawn", "withdrawn"):
        assert starts_with_original(desks.ketua, dokumen) is None
        for sheet in draw_copies(desks.ketua, dokumen, 2, original=True):
            pages = [page_text(sheet, page) for page in range(page_count(sheet))]
            assert all(DITARIK in text and "Asli" not in text for text in pages)
        withdraw_stale(desks.ketua)


def test_a_result_code_that_cannot_be_read_is_one_sentence(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    dokumen = freeze(desks.ketua, "F-27", 1)
    monkeypatch.setattr(salinan, "page_codes", lambda *_: ())
    with pytest.raises(DocumentError, match="QR hasil"):
        draw_copies(desks.ketua, dokumen, 1, original=False)


@pytest.mark.syarat("S-477", "S-621")
def test_a_printer_gets_the_original_and_the_copies_asked_for(
    desks: Desks, qtbot: QtBot, tmp_path: Path
) -> None:
    dokumen = freeze(desks.ketua, "F-27", 1)
    acts, told = make_berita_acara_acts(desks.ketua), list[int]()
    printer = file_printer(tmp_path / "cetak.pdf")
    printer.setCopyCount(3)
    pages = acts.read_pages(dokumen)
    print_document(pages, printer, told.append, copies=acts.read_copies(dokumen))
    assert (told, printer.copyCount()) == ([3], 1)
    printed = (tmp_path / "cetak.pdf").read_bytes()
    assert page_count(printed) == 3 * len(pages.sizes)

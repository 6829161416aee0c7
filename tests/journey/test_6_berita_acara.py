from collections import Counter
from pathlib import Path

import pytest

from pilkades_desk.berita_acara.usecases import read_dokumen, read_pdf
from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.kits.pdf.archive import attached_data
from pilkades_desk.kits.pdf.render import page_count, page_text
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.penghitungan.usecases import recap
from tests.journey.conftest import TPS, Played


def test_every_document_of_the_core_is_there(meja: Meja) -> None:
    kinds = Counter(dokumen.kode for dokumen in read_dokumen(meja))
    assert kinds == {"F-07": 1, "F-27": TPS, "F-28": TPS, "F-29": 1, "F-33": 1}


@pytest.mark.syarat("S-615")
def test_each_f27_is_signed_by_the_kpps_head_and_two_members(meja: Meja) -> None:
    for dokumen in read_dokumen(meja):
        if dokumen.kode == "F-27":
            assert len(dokumen.sudah) == 3
            assert set(dokumen.sudah) == set(dokumen.penanda)


@pytest.mark.syarat("S-616")
def test_the_exported_file_is_the_stored_one(meja: Meja, played: Played) -> None:
    stored = {dokumen.file_name: dokumen.sha256 for dokumen in read_dokumen(meja)}
    for path in map(Path, played.facts["dokumen"]):
        assert sha256_hex(path.read_bytes()) == stored[path.name]


def test_every_page_carries_the_data_code(meja: Meja) -> None:
    for dokumen in read_dokumen(meja):
        pdf = read_pdf(meja, dokumen)
        for page in range(page_count(pdf)):
            assert dokumen.kode_data in page_text(pdf, page)


@pytest.mark.syarat("S-604")
def test_the_paper_says_the_counted_votes(meja: Meja) -> None:
    dokumen = next(one for one in read_dokumen(meja) if one.kode == "F-29")
    text = page_text(read_pdf(meja, dokumen), 0)
    for suara in recap(meja).jumlah.suara:
        assert str(suara) in text.replace(".", "")


@pytest.mark.syarat("S-607")
def test_the_difference_is_printed_on_the_last_units_minutes(meja: Meja) -> None:
    dokumen = next(one for one in read_dokumen(meja) if one.dok == f"F27{TPS:03d}")
    pdf = read_pdf(meja, dokumen)
    pages = " ".join(page_text(pdf, page) for page in range(page_count(pdf)))
    assert "SELISIH" in pages.upper()
    assert "dibawa pulang" in pages


def test_the_data_inside_the_file_is_the_frozen_content(meja: Meja) -> None:
    dokumen = next(one for one in read_dokumen(meja) if one.kode == "F-33")
    assert b'"terpilih"' in attached_data(read_pdf(meja, dokumen))

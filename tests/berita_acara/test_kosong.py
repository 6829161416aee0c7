from pathlib import Path

import pytest

from pilkades_desk.berita_acara.kosong import draw_kosong, save_kosong
from pilkades_desk.kits.pdf.render import page_count, page_sizes
from pilkades_desk.panitia.naskah.katalog import read_kosong
from pilkades_desk.tps.usecases import read_units
from tests.kits.pdf_pages import all_text
from tests.penghitungan.desks import Desks

BLANK = {one.kode: one for one in read_kosong()}


@pytest.mark.syarat("S-618")
def test_a_blank_form_knows_village_and_drawn_names_and_no_figure(desks: Desks) -> None:
    text = all_text(draw_kosong(desks.ketua, BLANK["F-27"], "A4"))
    from pilkades_desk.calon.usecases import read_calon

    for calon in read_calon(desks.ketua):
        assert calon.nama in text
    assert desks.ketua.pemilihan.desa.upper() in text
    assert "Formulir kosong" in text


def test_a_blank_recap_names_the_units_of_the_village(desks: Desks) -> None:
    text = all_text(draw_kosong(desks.ketua, BLANK["F-29"], "A4"))
    for unit in read_units(desks.ketua):
        assert f"{unit.nomor} {unit.nama}" in text


def test_a_blank_form_printed_later_is_the_same_file(desks: Desks, tmp_path: Path) -> None:
    first = save_kosong(desks.ketua, BLANK["F-20"], "F4", tmp_path / "baru" / "F-20.pdf")
    assert first.read_bytes() == draw_kosong(desks.ketua, BLANK["F-20"], "F4")


def test_a_wall_sheet_is_tiled_whatever_paper_was_chosen(desks: Desks) -> None:
    pdf = draw_kosong(desks.ketua, BLANK["F-26"], "A4")
    assert page_count(pdf) == 4
    assert round(page_sizes(pdf)[0][1] / 72 * 25.4) == 420


@pytest.mark.syarat("S-476")
def test_the_papers_of_a_meeting_name_the_people_of_step_1(desks: Desks) -> None:
    words = {one: all_text(draw_kosong(desks.ketua, BLANK[one], "A4")) for one in BLANK}
    assert "Penanda Uji 1" in words["R-01"]
    assert "3 Penanda Uji 3 Anggota" in words["R-02"]
    assert "30" in words["R-02"].split()  # room for guests is left
    assert "Penanda Uji 4" not in words["R-02"]
    assert "Penanda Uji 2" in words["R-05"]
    for person in range(1, 10):
        assert f"Penanda Uji {person}" in words["R-04"]
    assert words["R-04"].count("Nama") == 16  # two sheets of eight, some of them blank
    assert "TPS 2" in words["R-04"]

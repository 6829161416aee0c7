from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilkades_desk.berita_acara.formulir import TandaTerimaKeberatan
from pilkades_desk.core.errors import ResourceError
from pilkades_desk.kits.pdf.render import page_count, page_sizes, page_text
from pilkades_desk.panitia.naskah.blok import BarisTandaTangan, Plano, Tabel
from pilkades_desk.panitia.naskah.formulir import Bahan, Dikenal, make_formulir, make_kosong
from pilkades_desk.panitia.naskah.katalog import read_katalog
from pilkades_desk.panitia.naskah.pdf.formulir import draw, grouped
from pilkades_desk.panitia.naskah.pdf.plano import places_of
from pilkades_desk.panitia.naskah.susunan import Susunan
from pilkades_desk.panitia.naskah.tempat import Isian
from pilkades_desk.panitia.naskah.values import Kertas
from tests.architecture.trees import ROOT
from tests.berita_acara.contents import CALON
from tests.kits.pdf_pages import all_text, overflows
from tests.naskah.golden import HELP, MOST_PAGES, drawn, help_page, text_of
from tests.naskah.names import LETTERS, NAMES
from tests.naskah.samples import Case, blank, make_dasar, make_filled, nihil

each = pytest.mark.parametrize("kode", blank())


@pytest.mark.syarat("S-618")
@each
def test_a_blank_form_names_no_date_no_number_and_says_that_it_is_blank(kode: str) -> None:
    text = all_text(drawn(kode, "kosong"))
    assert "Formulir kosong" in text
    assert "3 Februari" not in text
    assert "tiga bulan" not in text


@pytest.mark.syarat("S-618")
def test_a_blank_count_form_has_the_names_and_every_line_of_the_typed_one() -> None:
    text = all_text(drawn("F-27", "kosong"))
    for part in ("Siti Nur'aini", "Raden Ājeng", "Pemilih dalam DPT", "C5", "D3", "Menolak"):
        assert part in text


@pytest.mark.syarat("S-618")
@pytest.mark.parametrize("kertas", ["A4", "F4"])
def test_a_blank_certificate_takes_one_page_whoever_stands(kertas: Kertas) -> None:
    five = tuple((number, f"{CALON[0]} {number}") for number in range(1, 6))
    for calon in ((), five):
        assert page_count(draw(make_kosong(make_dasar(kertas), "F-28", Dikenal(calon=calon)))) == 1


@pytest.mark.syarat("S-618")
@pytest.mark.parametrize("kode", ["F-18", "F-35"])
@pytest.mark.parametrize("kertas", ["A4", "F4"])
def test_a_blank_letter_takes_one_page(kode: str, kertas: Kertas) -> None:
    assert page_count(draw(blank(kertas)[kode])) == 1


@pytest.mark.syarat("S-618")
def test_every_form_a_village_cannot_do_without_can_be_printed_blank() -> None:
    needed = {one.kode for one in read_katalog() if one.inti} - {"F-06"}
    assert needed <= blank().keys()


@pytest.mark.syarat("S-618")
def test_the_blank_decision_has_its_minutes_and_room_for_a_decision_in_writing() -> None:
    text = all_text(drawn("F-33", "kosong"))
    for part in ("Berita acara penetapan", "keputusan tertulis nomor, tanggal", "Sekretaris"):
        assert part in text
    assert "Calon terpilih" in text


def test_the_blank_list_of_units_names_them_and_has_room_for_more() -> None:
    (table,) = (one for one in blank()["F-08"].blok if isinstance(one, Tabel))
    assert [row[:2] for row in table.baris[5:7]] == [("6", "TPS 6"), ("7", "")]


@pytest.mark.parametrize("kode", ["F-34", "F-35", "R-01"])
def test_no_letter_says_desa_twice(kode: str) -> None:
    assert "Desa Desa" not in all_text(drawn(kode, "biasa"))


def test_the_camats_letter_is_dated_where_the_camat_sits() -> None:
    assert "Bojongjati, 3 Februari 2027" in all_text(drawn("F-36", "biasa"))


def test_a_receipt_alone_is_called_a_receipt() -> None:
    isi = make_formulir(make_dasar(), TandaTerimaKeberatan(pemohon="Siti Uji"))
    assert isi.naskah.judul == ("Tanda terima keberatan",)
    assert "REGISTER" not in all_text(draw(isi))
    assert blank()["F-37"].naskah.judul == ("Register keberatan dan sengketa",)


@pytest.mark.syarat("S-618")
def test_a_blank_recap_has_a_column_for_every_candidate_and_a_row_for_every_unit() -> None:
    kolom_kosong = ((1, CALON[0]), (0, "Kolom kosong"))
    units = tuple(f"TPS {number}" for number in range(1, 41))
    pdf = draw(make_kosong(make_dasar(), "F-29", Dikenal(calon=kolom_kosong, unit=units)))
    text = all_text(pdf)
    assert overflows(pdf) == []
    assert "Perolehan suara No. 1 Kolom kosong" in text
    assert "40 TPS 40" in text
    assert "Jumlah halaman ini" in text


@pytest.mark.parametrize("kode", ["F-20", "F-27", "R-05", "F-26", "F-01", "F-03", "F-11", "R-06"])
def test_folio_paper_is_folio(kode: str) -> None:
    pdf = draw(blank("F4")[kode])
    size = {"F-26": (842, 1191), "R-05": (935, 609), "R-06": (935, 609)}.get(kode, (609, 935))
    assert [tuple(map(round, one)) for one in page_sizes(pdf)] == [size] * page_count(pdf)
    assert overflows(pdf) == []


def test_a_form_where_nothing_happened_is_short_and_signed() -> None:
    text = all_text(draw(nihil()))
    assert "NIHIL Tidak ada keberatan" in text
    assert "Saksi yang hadir" in text
    assert "Yang terjadi" not in text


def test_page_totals_add_up_to_the_total() -> None:
    parts = text_of("F-24").split("== banyak")[1:4]
    pages = [int(part.split("Jumlah halaman ini")[1].split()[0]) for part in parts]
    assert sum(pages) == 780 == sum(range(40))
    assert "Jumlah 780" in parts[2]


@pytest.mark.syarat("S-295")
def test_a_note_after_the_dpt_keeps_number_and_name() -> None:
    text = all_text(drawn("F-09", "biasa"))
    assert "2 2 Siti Nur'aini, S.Pd. 339901********** TPS 3 meninggal dunia" in text
    assert "Tidak ada nama yang dihapus dan tidak ada nomor urut yang berubah" in text


@pytest.mark.syarat("S-294")
@pytest.mark.parametrize("case", ["kosong", "biasa", "panjang"])
def test_the_receipt_is_torn_off_below_the_line(case: str) -> None:
    text = all_text(drawn("F-03", case))
    above, below = text.split("Sobek di sini; bagian bawah untuk pelapor")
    assert "Petugas yang menerima" in above
    assert below.index("TANDA TERIMA") < below.index("Keputusan panitia")


def test_a_clause_without_anything_to_say_is_left_out_and_open_on_a_blank_form() -> None:
    assert "Memperhatikan" in all_text(drawn("F-01", "biasa"))
    assert "Memperhatikan" not in all_text(drawn("F-04", "biasa"))
    assert "Memperhatikan : 1. ......" in " ".join(all_text(drawn("F-04", "kosong")).split())


def test_an_unknown_figure_stays_open_where_a_known_one_is_worked_out() -> None:
    text = all_text(drawn("F-21", "biasa"))
    assert "Seharusnya diterima (A + B) 765 tujuh ratus enam puluh lima" in text
    assert "Selisih (C − D), harus 0 -1 kurang satu" in text


class Nyasar(Bahan):
    kode: ClassVar[str] = "F-25"

    nyasar: str


def test_what_has_no_place_in_the_layout_is_a_bug() -> None:
    with pytest.raises(ValueError, match="nyasar"):
        make_formulir(make_dasar(), Nyasar(nyasar="x"))


@pytest.mark.parametrize("kode", ["F-06", "F-99"])
def test_a_form_without_a_layout_is_one_sentence(kode: str) -> None:
    with pytest.raises(ResourceError):
        make_kosong(make_dasar(), kode)


def test_a_text_that_names_something_unknown_is_a_damaged_layout() -> None:
    with pytest.raises(KeyError):
        Susunan({}, Isian(), ()).fill([{"jenis": "paragraf", "teks": "{siapa}"}])


def test_who_signs_stands_with_what_is_signed() -> None:
    for isi in blank().values():
        groups = grouped(isi.blok)
        lone = [group for group in groups if isinstance(group[0], BarisTandaTangan)]
        assert lone == [], isi.kode
        assert [one for group in groups for one in group] == list(isi.blok)


@pytest.mark.parametrize("count", [*range(1, 21), 40])
def test_a_register_of_any_length_ends_with_notes_signatures_and_seal(count: int) -> None:
    case = Case("H. Bambang Wiryawan", banyak=count)
    [isi] = [one for one in make_filled(case, make_dasar()) if one.kode == "F-09"]
    pdf = draw(isi)
    last = page_text(pdf, page_count(pdf) - 1)
    assert last.count("meninggal dunia") >= min(count, 2)
    assert "Ketua Panitia" in last
    assert "Segel DPT" in last


@pytest.mark.syarat("S-619")
def test_the_catalogue_the_layouts_and_the_help_page_agree() -> None:
    files = {path.stem for path in (ROOT / "resources/forms").glob("*.toml")} - {"katalog"}
    assert {one.kode.replace("-", "").lower() for one in read_katalog()} == files
    assert HELP.read_text("utf-8") == help_page(), "run `python -m tests.naskah.golden`"


@pytest.mark.parametrize("calon", range(1, 7))
def test_every_candidate_has_the_same_room_on_the_wall_sheet(calon: int) -> None:
    places = places_of(calon + 1)
    assert len({place.takes for place in places[:calon]}) == 1
    for tile in range(4):
        mine = sorted((p for p in places if p.tile == tile), key=lambda place: place.begins)
        ends = [place.begins + place.takes for place in mine]
        assert all(end <= after.begins for end, after in zip(ends, mine[1:], strict=False))
        assert all(end <= 1 for end in ends)


@pytest.mark.parametrize(("surat_suara", "sheets"), [(1, 1), (500, 1), (1150, 2), (10_000, 10)])
def test_a_wall_sheet_goes_on_until_every_vote_has_its_stroke(
    surat_suara: int, sheets: int
) -> None:
    five = tuple((number, "Uji") for number in range(1, 6))
    pdf = draw(make_kosong(make_dasar(), "F-26", Dikenal(calon=five, surat_suara=surat_suara)))
    assert page_count(pdf) == 4 * sheets
    figures = [word.replace(".", "") for word in all_text(pdf).split()]
    highest = max(int(word) for word in figures if word.isdecimal() and word.endswith("0"))
    assert highest >= surat_suara


def test_a_wall_sheet_nobody_knows_anything_of_has_five_columns_to_name() -> None:
    (block,) = make_kosong(make_dasar(), "F-26").blok
    assert isinstance(block, Plano)
    assert [number for number, _ in block.kolom] == ["1", "2", "3", "4", "5", ""]


def test_a_blank_table_keeps_the_rows_of_the_layout() -> None:
    tables = [block for block in blank()["F-20"].blok if isinstance(block, Tabel)]
    assert [len(table.baris) for table in tables] == [14]
    assert tables[0].baris[0][:3] == ("1", "Kotak suara", "buah")


@settings(max_examples=30)
@given(
    st.builds(Case, NAMES, st.integers(0, 40), st.integers(1, 5), st.text(LETTERS, max_size=300)),
    st.sampled_from(["A4", "F4"]),
    st.integers(0, 26),
)
def test_any_content_fits(case: Case, kertas: str, which: int) -> None:
    isi = make_filled(case, make_dasar(kertas))[which]
    pdf = draw(isi)
    assert overflows(pdf) == [], isi.kode
    assert page_count(pdf) <= MOST_PAGES, isi.kode

"""F-10, F-18 and F-18b as drawn: few and many voters, long and accented names, both papers."""

import re
from collections.abc import Callable
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from pilkades_desk.kits.pdf.render import page_count
from pilkades_desk.panitia.naskah.data_code import page_qr
from pilkades_desk.panitia.naskah.values import IsiUmum
from pilkades_desk.tps.content import IsiF18
from pilkades_desk.tps.pdf.f10 import draw_f10
from pilkades_desk.tps.pdf.f18 import draw_f18, draw_f18b, payload
from tests.berita_acara.contents import both
from tests.kits.pdf_pages import all_text, fonts_not_embedded, overflows, qr_texts
from tests.naskah.names import NAMES
from tests.pemilih.lists import LONG
from tests.tps.lists import f10, f18, f18b

NIK = re.compile(r"[0-9]{16}")
ACCENTS = ("Ḥasan Ṣāliḥ Ġazālī", "Nur'aini ʿAbd al-Qādir", "Ŋurah (Alm.) Ké")
Draw = Callable[..., bytes]
SHAPES: dict[str, tuple[Draw, IsiUmum]] = {
    "f10 least": (draw_f10, f10(1)),
    "f10 typical": (draw_f10, f10(60)),
    "f10 most": (draw_f10, f10(500, baris_tps_lain=20, baris_luar_dpt=20)),
    "f10 long names": (draw_f10, f10(40, (LONG,))),
    "f10 diacritics": (draw_f10, f10(40, ACCENTS, kertas="A4")),
    "f18 least": (draw_f18, f18(1)),
    "f18 typical": (draw_f18, f18(10)),
    "f18 most": (draw_f18, f18(200)),
    "f18 long names": (draw_f18, f18(8, (LONG,), nama_unit="TPS 123", lokasi=LONG)),
    "f18 diacritics": (draw_f18, f18(9, ACCENTS, kertas="A4")),
    "f18b least": (draw_f18b, f18b(1)),
    "f18b most": (draw_f18b, f18b(40, kertas="F4")),
    "f18b long names": (draw_f18b, f18b(6, (LONG,))),
}
each = pytest.mark.parametrize("shape", SHAPES)


@lru_cache(maxsize=20)
def drawn(shape: str) -> bytes:
    draw, isi = SHAPES[shape]
    return draw(isi)


@each
def test_no_text_of_a_list_runs_over_and_every_font_is_inside(shape: str) -> None:
    assert overflows(drawn(shape)) == []
    assert fonts_not_embedded(drawn(shape)) == set()


@pytest.mark.syarat("S-407")
@each
def test_no_list_of_a_unit_holds_a_whole_nik(shape: str) -> None:
    assert NIK.findall(all_text(drawn(shape)).replace(" ", "x")) == []


@pytest.mark.syarat("S-611")
@pytest.mark.parametrize("shape", ["f10 typical", "f18 typical", "f18b least"])
def test_a_list_drawn_again_is_the_same_bytes(shape: str) -> None:
    draw, isi = SHAPES[shape]
    assert draw(isi) == drawn(shape)


@pytest.mark.syarat("S-610")
@each
def test_the_last_page_carries_its_qr(shape: str) -> None:
    last = page_count(drawn(shape)) - 1
    head, tail = page_qr(SHAPES[shape][1])
    assert f"{head}*{last + 1}*{tail}" in qr_texts(drawn(shape), last)


@pytest.mark.syarat("S-408")
@pytest.mark.parametrize("shape", ["f18 typical", "f18 long names", "f18 diacritics"])
def test_each_invitation_is_read_at_150_dpi_and_its_code_stands_nowhere_else(shape: str) -> None:
    isi, pdf = SHAPES[shape][1], drawn(shape)
    assert isinstance(isi, IsiF18)
    found = {text for page in range(page_count(pdf)) for text in qr_texts(pdf, page)}
    assert {payload(baris.kode) for baris in isi.baris} <= found
    text = all_text(pdf)
    assert [baris for baris in isi.baris if baris.kode in text] == []
    assert not any(baris.kode.encode() in pdf for baris in isi.baris)


def test_four_invitations_stand_on_f4_and_three_on_a4() -> None:
    assert page_count(draw_f18(f18(12))) == 3
    assert page_count(draw_f18(f18(12, kertas="A4"))) == 4


def test_an_invitation_says_who_when_where_and_under_which_number() -> None:
    text = all_text(draw_f18(f18(1)))
    for part in ("Rabu, 3 Februari 2027", "07.00–13.00 WIB", "SD Negeri 1 Karangsari", "101"):
        assert part in text
    assert text.count("TANDA TERIMA UNDANGAN") == 1


def test_a_code_of_another_shape_is_refused() -> None:
    fields = f18(1).model_dump() | {"baris": [(1, 1, "A", "B", "3399010101010001")]}
    with pytest.raises(ValidationError):
        IsiF18.model_validate(fields)


def test_odd_numbers_sign_on_the_left_and_even_ones_on_the_right() -> None:
    text = all_text(draw_f10(f10(2)))
    assert re.search(r"1 101 .* 1\. 2 102 .* 2\. Terdaftar", text)


def test_voters_who_are_not_listed_have_lines_only_where_they_are_allowed() -> None:
    assert "F-10b" not in all_text(drawn("f10 typical"))
    text = all_text(drawn("f10 most"))
    assert "F-10b: Pemilih dari TPS lain" in text
    assert "F-10c: Pemilih di luar DPT" in text


@settings(max_examples=12)
@given(st.integers(0, 120))
def test_page_subtotals_add_up_to_the_listed_voters(count: int) -> None:
    isi = f10(count)
    found = re.findall(r"halaman ini: L (\d+) · P (\d+) · (\d+);", all_text(draw_f10(isi)))
    sums = tuple(sum(int(part) for part in column) for column in zip(*found, strict=True))
    assert (sums or (0, 0, 0)) == tuple(isi.jumlah.model_dump().values())


def test_totals_that_are_not_those_of_the_rows_are_refused() -> None:
    with pytest.raises(ValidationError, match="totals"):
        f10(3, jumlah=both(3, 3))


@settings(max_examples=8)
@given(st.lists(NAMES, min_size=1, max_size=12), st.sampled_from(["A4", "F4"]))
def test_any_names_stay_in_the_lists_of_a_unit(names: list[str], kertas: str) -> None:
    many = tuple(names)
    for draw, isi in (
        (draw_f10, f10(len(many), many, kertas=kertas)),
        (draw_f18, f18(len(many), many, kertas=kertas, lokasi=many[0])),
        (draw_f18b, f18b(len(many), many, kertas=kertas)),
    ):
        assert overflows(draw(isi)) == [], isi.kode

"""F-06 and F-08 as drawn: every purpose, few and many voters, long and accented names."""

import hashlib
import re
from collections.abc import Callable
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from pilkades_desk.kits.pdf.archive import attached_data
from pilkades_desk.kits.pdf.render import page_count
from pilkades_desk.panitia.naskah.data_code import kanonik, kode_data, page_qr
from pilkades_desk.pemilih.content import BarisDpt, IsiDaftar, IsiF06, IsiF08, Tujuan
from pilkades_desk.pemilih.pdf.daftar import draw_daftar, draw_f08
from pilkades_desk.pemilih.pdf.r06 import draw_r06
from tests.berita_acara.contents import both
from tests.kits.pdf_pages import all_text, fonts_not_embedded, overflows, qr_texts
from tests.naskah.names import NAMES as ANY_NAME
from tests.pemilih.lists import LONG, f02, f04b, f06, f08, r06, recap_row, voters

NIK = re.compile(r"[0-9]{16}")
NAMES = ("Ḥasan Ṣāliḥ Ġazālī", "Nur'aini ʿAbd al-Qādir", "Ŋurah (Alm.) Ké")


def named(count: int, names: tuple[str, ...]) -> tuple[BarisDpt, ...]:
    return tuple(row._replace(nama=names[row.no % len(names)]) for row in voters(count))


SHAPES = {
    "least": f06(1),
    "typical": f06(60),
    "most": f06(900),
    "long names": f06(named(60, (LONG,))),
    "diacritics": f06(named(60, NAMES), kertas="A4"),
    "public": f06(60, Tujuan.UMUM),
    "book": f06(60, Tujuan.BUKU, kertas="A4"),
    "village": f06(60, unit=None, nama_unit=""),
}
each = pytest.mark.parametrize("shape", SHAPES)


@lru_cache(maxsize=20)
def drawn(shape: str) -> bytes:
    return draw_daftar(SHAPES[shape])


@each
def test_no_text_of_a_list_runs_over_and_every_font_is_inside(shape: str) -> None:
    assert overflows(drawn(shape)) == []
    assert fonts_not_embedded(drawn(shape)) == set()


@each
def test_every_name_of_a_list_is_there(shape: str) -> None:
    text = "".join(all_text(drawn(shape)).split())
    names = ["".join(row.nama.split()) for row in SHAPES[shape].baris]
    assert [name for name in names if name not in text] == []


@pytest.mark.syarat("S-610")
@each
def test_first_and_last_page_of_a_list_carry_code_number_and_qr(shape: str) -> None:
    isi, pdf = SHAPES[shape], drawn(shape)
    head, tail = page_qr(isi)
    total = page_count(pdf)
    for index in {0, total - 1}:
        assert qr_texts(pdf, index) == (f"{head}*{index + 1}*{tail}",)
    text = all_text(pdf)
    assert text.count(kode_data(isi)) == total
    assert f"Halaman {total} dari {total}" in text


@pytest.mark.syarat("S-213")
@each
def test_only_the_book_holds_whole_numbers_and_the_data_holds_no_more(shape: str) -> None:
    whole = len(NIK.findall(all_text(drawn(shape)))) > 0
    assert whole == (shape == "book")
    assert attached_data(drawn(shape)) == kanonik(SHAPES[shape])


@pytest.mark.syarat("S-611")
@pytest.mark.parametrize("shape", ["typical", "diacritics"])
def test_a_list_drawn_again_is_the_same_bytes(shape: str) -> None:
    again = draw_daftar(SHAPES[shape])
    assert hashlib.sha256(again).digest() == hashlib.sha256(drawn(shape)).digest()


@settings(max_examples=12)
@given(st.integers(0, 150), st.integers(0, 999))
def test_page_subtotals_add_up_to_the_printed_total(count: int, seed: int) -> None:
    isi = f06(voters(count, seed=seed))
    text = all_text(draw_daftar(isi))
    found = re.findall(r"Jumlah halaman ini: L (\d+) · P (\d+) · (\d+)", text)
    sums = tuple(sum(int(part) for part in column) for column in zip(*found, strict=True))
    assert (sums or (0, 0, 0)) == tuple(isi.jumlah.model_dump().values())
    assert f"seluruhnya {isi.jumlah.jumlah} (" in text


def test_totals_that_are_not_those_of_the_rows_are_refused() -> None:
    with pytest.raises(ValidationError, match="totals"):
        f06(3, jumlah=both(3, 3))


def test_a_list_read_back_is_the_same_content() -> None:
    isi = f06(20)
    assert IsiF06.model_validate_json(isi.model_dump_json()) == isi


BORN = re.compile(r"[0-9]{2}-[0-9]{2}-[0-9]{4}")


@pytest.mark.syarat("S-213", "S-291")
@settings(max_examples=8)
@given(st.integers(0, 60), st.integers(0, 999), st.sampled_from([f02, f04b, f06]))
def test_no_public_list_holds_a_digit_of_a_nik_or_a_birth_date(
    count: int, seed: int, make: Callable[..., IsiDaftar]
) -> None:
    isi = make(voters(count, Tujuan.UMUM, seed), Tujuan.UMUM)
    text = all_text(draw_daftar(isi))
    shown = text.replace(isi.segel, "").replace(kode_data(isi), "")
    assert NIK.findall(shown) == BORN.findall(shown) == []
    assert "*" not in shown
    assert "3399" not in shown
    assert f"seluruhnya {isi.jumlah.jumlah} (" in shown


@pytest.mark.syarat("S-297")
def test_a_public_list_remarks_a_death_and_has_no_column_for_nothing() -> None:
    rows = voters(3, Tujuan.UMUM)
    quiet = tuple(row._replace(keterangan="") for row in rows)
    told = (quiet[0]._replace(keterangan="meninggal dunia"), *quiet[1:])
    assert "Keterangan" not in all_text(draw_daftar(f06(quiet, Tujuan.UMUM)))
    text = all_text(draw_daftar(f06(told, Tujuan.UMUM)))
    assert "Keterangan" in text
    assert "meninggal dunia" in text


@pytest.mark.syarat("S-297")
def test_a_number_nobody_has_is_counted_on_no_page() -> None:
    first, second, third = voters(3)
    gone = second._replace(nama="", kelamin="", nik="", keterangan="nomor tidak dipakai lagi")
    isi = f06((first, gone, third))
    text = " ".join(all_text(draw_daftar(isi)).split())
    assert isi.jumlah.jumlah == 2
    assert re.search(r"Jumlah halaman ini: L \d · P \d · 2\b", text)
    assert "nomor tidak dipakai lagi" in text


@pytest.mark.syarat("S-293")
@pytest.mark.parametrize("kertas", ["A4", "F4"])
@pytest.mark.parametrize("untuk", [Tujuan.KERJA, Tujuan.BUKU])
def test_a_house_to_house_sheet_has_room_for_what_is_found(kertas: str, untuk: Tujuan) -> None:
    isi = r06(named(40, (LONG, *NAMES)), untuk, kertas=kertas)
    pdf = draw_r06(isi)
    text = " ".join(all_text(pdf).split())
    assert overflows(pdf) == []
    assert fonts_not_embedded(pdf) == set()
    for words in ("sesuai", "ubah", "TMS", "Perbaikan", "Bukti", "Petugas", "Tanggal", "Paraf"):
        assert words in text
    assert "Belum terdaftar" in text


@pytest.mark.parametrize("units", [1, 6, 40])
def test_the_recap_adds_its_units_up(units: int) -> None:
    isi = f08(units)
    pdf = draw_f08(isi)
    total = sum(row.dpt.jumlah for row in isi.rekap)
    assert f"{total:,}".replace(",", ".") in all_text(pdf)
    assert overflows(pdf) == []
    assert draw_f08(isi) == pdf


def test_a_recap_needs_a_unit() -> None:
    with pytest.raises(ValidationError):
        IsiF08.model_validate(f08().model_dump() | {"rekap": ()})


@settings(max_examples=8)
@given(st.lists(ANY_NAME, min_size=1, max_size=40), st.sampled_from(["A4", "F4"]))
def test_any_names_stay_in_the_lists(names: list[str], kertas: str) -> None:
    rows = named(len(names), tuple(names))
    assert overflows(draw_daftar(f06(rows, kertas=kertas))) == []
    units = tuple(recap_row(number, name) for number, name in enumerate(names, 1))
    assert overflows(draw_f08(f08(rekap=units, kertas=kertas))) == []

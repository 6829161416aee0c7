from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pilkades_desk.berita_acara.certificate import certificate_of
from pilkades_desk.berita_acara.content import Isi, IsiF27
from pilkades_desk.berita_acara.result_qr import (
    base45,
    parse_f27,
    result_fields,
    result_text,
    split_result_text,
)
from pilkades_desk.berita_acara.values import Selisih
from pilkades_desk.core.canonical import parse_canonical
from pilkades_desk.core.errors import ResourceError
from pilkades_desk.panitia.naskah.data_code import kanonik, kode_data, page_qr, sidik
from pilkades_desk.panitia.naskah.values import COPY_FIELDS, Naskah, Saksi
from pilkades_desk.panitia.naskah.wording import date_in_words, naskah_values, read_naskah
from tests.berita_acara.contents import (
    SEBUTAN,
    SIGNATURE,
    WAKTU,
    WILAYAH,
    all_contents,
    f07,
    f27,
    f27_with_difference,
    f28,
    f29,
    f33,
    naskah,
    votes,
)

KODE = ("F-07", "F-27", "F-28", "F-29", "F-33")
CHANGES: dict[str, Any] = {
    "dok": "F27004",
    "profil": "blitar-2026",
    "profil_hash": "a" * 64,
    "kepala_audit": "129-000000000000",
    "gladi": True,
    "nomor": "1/BA/2027",
    "unit": 4,
    "nama_unit": "TPS 4",
    "lokasi": "Balai",
    "hitung_ke": 2,
    "suara": votes(240, 321, 100),
    "saksi": (Saksi(nomor_calon=1, nama="Lain", hadir=True),),
    "mulai_pungut": "07.01",
    "selesai_hitung": "",
    "keberatan": ("1",),
    "selisih": (Selisih(kode="E501", uraian="a", alasan="b", disetujui=()),),
    "pindaian": "cd" * 32,
    "salinan_untuk": ("arsip",),
    "naskah": naskah("F-27").model_copy(update={"penutup": "lain"}),
}


@pytest.mark.syarat("S-610")
@pytest.mark.parametrize("field", CHANGES)
def test_the_data_code_changes_with_every_field(field: str) -> None:
    assert kode_data(f27()) != kode_data(f27(**{field: CHANGES[field]}))


def test_every_copy_of_a_document_has_the_same_data_code() -> None:
    assert kode_data(f27()) == kode_data(f27(salinan="Salinan saksi 1", kertas="F4"))
    assert set(IsiF27.model_fields) >= COPY_FIELDS


def test_the_data_code_is_six_groups_of_four_digits() -> None:
    groups = kode_data(f27()).split()
    assert [len(group) for group in groups] == [4] * 6
    assert int("".join(groups)) == int(sidik(f27()), 16) % 10**24


def test_minutes_and_certificate_have_different_codes() -> None:
    assert kode_data(f27()) != kode_data(f28())


@pytest.mark.parametrize("isi", all_contents(), ids=lambda isi: isi.kode)
def test_a_content_is_read_back_from_its_canonical_bytes(isi: Isi) -> None:
    copy_fields = {"salinan": isi.salinan, "kertas": isi.kertas}
    again = type(isi).model_validate({**parse_canonical(kanonik(isi)), **copy_fields})
    assert again == isi


@pytest.mark.parametrize("isi", all_contents(), ids=lambda isi: isi.kode)
def test_the_page_qr_of_the_first_nine_pages_has_at_most_47_characters(isi: Isi) -> None:
    head, tail = page_qr(isi)
    assert len(f"{head}*9*{tail}") <= 47
    assert head.startswith("PD1*B*3328112005*2027*")


def test_result_fields_of_the_minutes_name_every_figure() -> None:
    assert result_fields(f27()) == (
        "PR1*3328112005*2027*F27003*UNIT:3*HITUNG:1*DPT:746*HADIR:666"
        "*1:239*2:321*3:100*SAH:660*TIDAK SAH:6"
    )


def test_result_fields_of_the_certificate_repeat_those_of_the_minutes() -> None:
    assert result_fields(f28()) == result_fields(f27()).replace("F27003", "F28003")


def test_result_fields_of_the_recap_are_the_totals() -> None:
    assert "*F29*UNIT:6*DPT:6120*HADIR:2109*1:697*2:695*3:693*" in result_fields(f29())


@pytest.mark.syarat("S-605")
def test_result_fields_of_the_decision_name_the_elected() -> None:
    assert "*F33*TERPILIH:2*1:1640*2:1812*3:541*SAH:3993*" in result_fields(f33())


def test_the_dpt_minutes_have_no_result_fields() -> None:
    assert result_fields(f07()) == ""


@pytest.mark.syarat("S-013")
def test_a_rehearsal_says_so_in_the_signed_fields() -> None:
    assert "*F27003*LATIHAN*" in result_fields(f27(gladi=True))


def test_the_empty_column_is_a_figure_of_its_own() -> None:
    suara = votes(239, names=("Siti",)).model_copy(update={"kolom_kosong": 12})
    assert "*1:239*KOSONG:12*SAH:239*" in result_fields(f27(suara=suara))


def test_a_result_text_is_parted_into_fields_and_signature() -> None:
    text = result_text("PR1*A", SIGNATURE)
    assert split_result_text(text) == ("PR1*A", base45(SIGNATURE))


def test_a_signature_of_another_length_is_a_bug() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        result_text("PR1", b"short")


@pytest.mark.parametrize(
    ("content", "text"), [(b"AB", "BB8"), (b"Hello!!", "%69 VD92EX0"), (b"base-45", "UJCLQE7W581")]
)
def test_base45_gives_the_examples_of_rfc_9285(content: bytes, text: str) -> None:
    assert base45(content) == text


@given(st.binary(min_size=64, max_size=64))
def test_a_signature_always_takes_96_alphanumeric_characters(signature: bytes) -> None:
    text = base45(signature)
    assert len(text) == 96
    assert set(text) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


@pytest.mark.syarat("S-603")
def test_the_certificate_takes_its_figures_from_the_minutes() -> None:
    isi = f27_with_difference()
    made = certificate_of(isi, naskah("F-28"))
    assert (made.dok, made.dpt, made.hadir) == ("F28003", isi.pemilih.b1, isi.pemilih.b5)
    assert (made.suara, made.dari, made.ada_selisih) == (isi.suara, kode_data(isi), True)


def test_minutes_read_back_from_their_bytes_have_the_same_code() -> None:
    isi = f27_with_difference()
    again = parse_f27(kanonik(isi), isi.salinan, isi.kertas)
    assert (again, kode_data(again)) == (isi, kode_data(isi))


@pytest.mark.syarat("S-602")
def test_a_date_is_written_in_words_and_digits() -> None:
    assert date_in_words(date(2027, 2, 3)) == (
        "Rabu tanggal tiga bulan Februari tahun dua ribu dua puluh tujuh (03-02-2027)"
    )


@pytest.mark.parametrize("kode", KODE)
def test_the_wording_of_every_form_is_complete(kode: str) -> None:
    found = naskah(kode)
    texts = (*found.judul, found.pembuka, *found.butir, *(text for _, text in found.baris))
    assert not [text for text in texts if not text or text.endswith("{")]


def test_the_opening_names_body_and_date() -> None:
    opening = naskah("F-27").pembuka
    assert opening.startswith("Pada hari ini, Rabu tanggal tiga bulan Februari")
    assert SEBUTAN["kpps"] in opening


def test_a_wording_that_names_something_unknown_is_refused() -> None:
    values = naskah_values(WILAYAH, WAKTU, SEBUTAN)
    del values["tempat"]
    with pytest.raises(ResourceError, match="F-27 rusak"):
        read_naskah("F-27", values)


def test_a_form_without_wording_is_refused() -> None:
    with pytest.raises(ResourceError):
        read_naskah("F-99", {})


def test_a_line_of_the_form_has_its_label() -> None:
    assert Naskah(judul=("a",), baris=(("B1", "Pemilih dalam DPT"),)).label("B1").startswith("Pem")


@pytest.mark.parametrize(
    "change",
    [
        {"kertas": "Letter"},
        {"dok": "F27-1"},
        {"mulai_pungut": "7.00"},
        {"penandatangan": ()},
        {"profil_hash": "9f2c"},
        {"kode": "F-28"},
    ],
)
def test_a_content_with_a_bad_field_is_not_made(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        f27(**change)


def test_a_recap_row_with_a_missing_candidate_is_not_made() -> None:
    row = f29().unit[0]
    short = row.model_copy(update={"suara": row.suara[:2]})
    with pytest.raises(ValidationError, match="more or fewer"):
        f29(unit=(short,))


def test_an_elected_candidate_with_other_votes_than_the_results_is_not_made() -> None:
    wrong = f33().terpilih.model_copy(update={"suara": 1})
    with pytest.raises(ValidationError, match="not among"):
        f33(terpilih=wrong)

"""The rules about voter rows and about the DPT."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pilkades_desk.core.canonical import canonical
from pilkades_desk.kits.spreadsheet.reader import Cell
from pilkades_desk.pemilih.findings import E203, E211
from pilkades_desk.pemilih.rules import (
    age_on,
    check_dpt,
    count_sex,
    dpt_order,
    family_numbers,
    find_twin,
    hide,
    isian_of,
    judge_row,
    name_key,
    number_dpt,
    seal_dps,
    seal_dpt,
    too_young,
    twin_keys,
)
from pilkades_desk.pemilih.values import (
    Asal,
    Dpt,
    Isian,
    JenisKelamin,
    Pemilih,
    PemilihDpt,
    SisaKerja,
    StatusKawin,
)
from tests.pemilih.rows import GOOD, SYARAT, codes, judge, make_row


def make_pemilih(**changes) -> Pemilih:
    baru = judge_row(make_row(), SYARAT).pemilih
    return Pemilih.model_validate(baru.model_dump() | {"id": 1, "asal": Asal.DPS} | changes)


def make_dpt(**changes) -> Dpt:
    figures = {"jumlah_l": 1, "jumlah_p": 1, "jumlah_dps": 2, "dicoret": 0, "tambahan": 0}
    rest = {"segel": "0" * 64, "dikunci": datetime(2027, 1, 1, tzinfo=UTC)}
    return Dpt.model_validate(figures | rest | changes)


def test_a_good_row_becomes_a_pemilih_without_a_word():
    judged = judge_row(make_row(), SYARAT)
    assert judged.temuan == ()
    assert judged.pemilih.model_dump(mode="json") == {
        "nik": "3399015205900001", "kk": "3399010101150001", "nama": "NUR'AINI RENÉ",
        "tempat_lahir": "CIKEMBAR", "tanggal_lahir": "1990-05-12", "kelamin": "P", "kawin": "S",
        "alamat": "JL. MELATI NO. 3", "dusun": "", "rt": 2, "rw": 1, "disabilitas": 0,
        "keterangan": "",
    }  # fmt: skip


@pytest.mark.syarat("S-202")
@pytest.mark.parametrize(
    ("nik", "digits"),
    [("", "0"), ("339901520590000", "15"), ("33990152059000012", "17"), ("0", "1"),
     ("0399015205900001", "16"), ("٣٣٩٩٠١٥٢٠٥٩٠٠٠٠١", "0")],
)  # fmt: skip
def test_e201_nik_that_is_not_16_digits_is_refused(nik, digits):
    judged = judge(Isian.NIK, nik)
    assert (codes(judged), judged.pemilih) == (["E201"], None)
    assert judged.temuan[0].evidence["digit"] == digits


def test_dots_blanks_and_the_text_mark_in_a_nik_are_no_digits():
    for written in ("33.9901.520590.0001", "'3399015205900001", "3399 0152 0590 0001"):
        assert judge(Isian.NIK, written).pemilih.nik == "3399015205900001"


@pytest.mark.parametrize(
    "written",
    ["3.39901520590E+15", "3,39901E+15", "3.399.015.205.900.000", "3,399,015,205,900,000"],
)
def test_a_rounded_number_written_as_text_must_be_typed_again(written):
    assert codes(judge(Isian.NIK, written)) == ["E203"]
    assert codes(judge(Isian.KK, written)) == ["E205"]


def test_e262_a_masked_number_is_no_key():
    assert codes(judge(Isian.NIK, "3399********0001")) == ["E262"]
    found = judge(Isian.KK, "339901******0001").temuan[0]
    assert (found.code, isian_of(found)) == ("E262", Isian.KK)


def test_nik_loses_blanks_and_the_text_mark_but_no_digit():
    assert judge(Isian.NIK, "'3399 0152\u00a00590\u200b0001").pemilih.nik == GOOD[Isian.NIK]


@pytest.mark.syarat("S-203")
def test_e203_nik_in_a_number_cell_is_never_trusted():
    judged = judge(Isian.NIK, Cell("3399015205900001", "number"))
    assert (codes(judged), judged.pemilih) == (["E203"], None)
    assert "tidak dapat dipercaya" in judged.temuan[0].text


@pytest.mark.syarat("S-202")
def test_e204_kk_that_is_not_16_digits_is_refused():
    assert codes(judge(Isian.KK, "339901")) == ["E204"]


@pytest.mark.syarat("S-203")
def test_e205_kk_in_a_number_cell_is_never_trusted():
    assert codes(judge(Isian.KK, Cell("3399010101150001", "number"))) == ["E205"]


@pytest.mark.parametrize("nama", ["", " - ", "null", "...", "x" * 101])
def test_e206_unusable_name_is_refused(nama):
    assert codes(judge(Isian.NAMA, nama)) == ["E206"]


@pytest.mark.parametrize(
    "text", ["", "31|02|1990", "12|13|1990", "1990|05|12", "12|05-1990", "Mei 1990"]
)
def test_e207_unreadable_birth_date_is_refused_with_what_stood_there(text):
    judged = judge(Isian.TANGGAL_LAHIR, text)
    assert codes(judged) == ["E207"]
    assert judged.temuan[0].evidence["isi"] == text


def test_e261_birth_date_as_a_number_is_refused():
    assert codes(judge(Isian.TANGGAL_LAHIR, Cell("33005", "number"))) == ["E261"]


@pytest.mark.parametrize("text", ["12|05|90", "12-5-90", "5 Jan 90"])
def test_e260_a_year_of_two_digits_is_no_year(text):
    assert codes(judge(Isian.TANGGAL_LAHIR, text)) == ["E260"]


@pytest.mark.parametrize("text", ["12 Mei 1990", "12 mei. 1990", "12-Mei-1990", "1990/5/12"])
def test_birth_dates_in_words_and_year_first_are_understood(text):
    assert judge(Isian.TANGGAL_LAHIR, text).pemilih.tanggal_lahir == date(1990, 5, 12)


@pytest.mark.parametrize(
    "cell",
    ["12|05|1990", "12-05-1990", "12/5/1990", "12.05.1990", Cell("1990-05-12", "date"),
     Cell("1990-05-12T00:00:00", "date")],
)  # fmt: skip
def test_birth_dates_with_day_first_and_true_dates_are_read(cell):
    assert judge(Isian.TANGGAL_LAHIR, cell).pemilih.tanggal_lahir == date(1990, 5, 12)


@pytest.mark.parametrize("text", ["", "null", "1", "Perempuan", "X"])
def test_e208_sex_is_never_defaulted(text):
    assert codes(judge(Isian.KELAMIN, text)) == ["E208"]


@pytest.mark.parametrize("text", ["", "1", "K"])
def test_e209_marital_status_is_never_defaulted(text):
    assert codes(judge(Isian.KAWIN, text)) == ["E209"]


@pytest.mark.syarat("S-201")
@pytest.mark.parametrize(
    ("born", "kawin", "expected"),
    [("03|02|2010", "B", []), ("04|02|2010", "B", ["E210"]), ("04|02|2010", "S", []),
     ("04|02|2010", "P", [])],
)  # fmt: skip
def test_e210_seventeen_on_voting_day_or_ever_married(born, kawin, expected):
    judged = judge_row(make_row({Isian.TANGGAL_LAHIR: born, Isian.KAWIN: kawin}), SYARAT)
    assert [code for code in codes(judged) if code[0] == "E"] == expected


@pytest.mark.parametrize(
    ("isian", "limit"),
    [(Isian.ALAMAT, 200), (Isian.TEMPAT_LAHIR, 100), (Isian.KETERANGAN, 200)],
)
def test_e211_text_longer_than_its_line_is_refused_not_cut(isian, limit):
    assert codes(judge(isian, "x" * limit)) == []
    assert codes(judge(isian, "x" * (limit + 1))) == ["E211"]


def test_every_fault_of_a_row_is_named_at_once():
    row = make_row({Isian.NIK: "1", Isian.KK: "2", Isian.NAMA: "", Isian.KELAMIN: ""})
    judged = judge_row(row, SYARAT)
    assert codes(judged) == ["E201", "E204", "E206", "E208"]
    assert {finding.subject for finding in judged.temuan} == {"Sheet1, baris 2"}


@pytest.mark.syarat("S-210")
@pytest.mark.parametrize(
    ("isian", "content", "code"),
    [
        (Isian.TANGGAL_LAHIR, "13|05|1990", "W221"),
        (Isian.KELAMIN, "L", "W222"),
        (Isian.NIK, "3399015205900100", "W223"),
        (Isian.NIK, "3398015205900001", "W224"),
        (Isian.RT, "", "W227"),
        (Isian.RW, "-", "W227"),
        (Isian.RT, "RT", "W227"),
        (Isian.RW, "0", "W227"),
        (Isian.TEMPAT_LAHIR, "null", "W228"),
        (Isian.DISABILITAS, "9", "W229"),
        (Isian.SUMBER, "tms 8", "W231"),
    ],
)
def test_a_doubt_goes_along_with_the_pemilih(isian, content, code):
    judged = judge(isian, content)
    assert codes(judged) == [code]
    assert judged.pemilih is not None
    assert judged.temuan[0].text
    assert not judged.temuan[0].is_error


@pytest.mark.parametrize("year", ["1900", "2020"])
def test_w226_unlikely_birth_year_is_a_doubt(year):
    assert "W226" in codes(judge(Isian.TANGGAL_LAHIR, f"12|05|{year}"))


def test_rt_and_rw_are_numbers_with_or_without_zeros():
    row = make_row({Isian.RT: "003", Isian.RW: Cell("12", "number")})
    judged = judge_row(row, SYARAT)
    assert (judged.pemilih.rt, judged.pemilih.rw, judged.temuan) == (3, 12, ())


def test_remarks_of_people_stay_and_marks_of_the_source_go():
    assert judge(Isian.KETERANGAN, "pindahan 2025").pemilih.keterangan == "pindahan 2025"
    assert judge(Isian.KETERANGAN, "u").pemilih.keterangan == ""


@given(st.dates(date(1900, 1, 1), date(2026, 12, 31)), st.integers(0, 100))
def test_a_birthday_is_where_the_age_goes_up(born, years):
    day = date(born.year + years, born.month, 28)
    grown = (born.month, 28) >= (born.month, born.day)
    assert age_on(born, day) == (years if grown else years - 1)


def test_born_on_29_february_comes_of_age_on_1_march():
    assert age_on(date(2008, 2, 29), date(2025, 2, 28)) == 16
    assert age_on(date(2008, 2, 29), date(2025, 3, 1)) == 17


@given(st.dictionaries(st.sampled_from(list(Isian)), st.text(max_size=20)))
def test_no_text_at_all_makes_the_rules_fail(changes):
    judged = judge_row(make_row(changes), SYARAT)
    errors = [finding for finding in judged.temuan if finding.is_error]
    assert (judged.pemilih is None) == bool(errors)
    assert all(finding.text for finding in judged.temuan)


@pytest.mark.parametrize("other", ["Nur'aini Rene", "NUR AINI  RENÉ", "nuraini-rené"])
def test_names_are_likened_without_signs_accents_and_case(other):
    assert name_key(other) == name_key(GOOD[Isian.NAMA])


def test_names_in_other_letters_differ():
    assert name_key("Nuraini Renu") != name_key(GOOD[Isian.NAMA])


@pytest.mark.syarat("S-205")
def test_w225_and_w230_warn_of_probable_twins():
    pemilih = make_pemilih()
    keys = twin_keys(pemilih)
    seen = {key: "Sheet1, baris 2" for _, key in keys}
    found = find_twin(keys, seen, "Sheet1, baris 9")
    assert [finding.code for finding in found] == ["W225", "W230"]
    assert "Sheet1, baris 2" in found[0].text
    assert find_twin(keys, {}, "Sheet1, baris 9") == []


@given(st.permutations(range(6)))
def test_dpt_order_and_seal_do_not_depend_on_the_order_of_entry(order):
    daftar = [make_pemilih(id=n, rw=n % 2, rt=n % 3, nik=f"339901520590{n:04d}") for n in range(6)]
    lines = number_dpt([daftar[n] for n in order])
    assert [line.no_urut for line in lines] == [1, 2, 3, 4, 5, 6]
    assert [(line.rw, line.rt) for line in lines] == sorted((n % 2, n % 3) for n in range(6))
    assert seal_dpt(lines) == seal_dpt(number_dpt(daftar))


def test_dpt_is_ordered_by_rw_rt_kk_and_name():
    assert dpt_order(make_pemilih()) == (1, 2, GOOD[Isian.KK], "nur'aini rené", GOOD[Isian.NIK])


def test_seal_changes_with_any_field_and_is_no_dps_seal():
    lines = number_dpt([make_pemilih()])
    assert seal_dpt(lines) != seal_dpt(number_dpt([make_pemilih(rt=3)]))
    assert seal_dps([make_pemilih()]) != seal_dpt(lines)


def test_dpt_line_can_be_written_canonically_with_its_number_and_id():
    line = number_dpt([make_pemilih(id=7)])[0]
    assert isinstance(line, PemilihDpt)
    assert b'"id":7' in canonical(line.model_dump(mode="json"))
    assert b'"no_urut":1' in canonical(line.model_dump(mode="json"))


@pytest.mark.syarat("S-211")
def test_men_and_women_are_counted():
    daftar = [make_pemilih(), make_pemilih(), make_pemilih(kelamin=JenisKelamin.L)]
    assert count_sex(daftar) == (1, 2)


@pytest.mark.syarat("S-208")
def test_i12_e251_dpt_must_be_dps_minus_struck_plus_added():
    def found(dpt):
        return [finding.code for finding in check_dpt(dpt, [], SYARAT, SisaKerja())]

    assert found(make_dpt(jumlah_dps=3, dicoret=2, tambahan=1)) == []
    assert found(make_dpt(jumlah_dps=3, dicoret=1, tambahan=1)) == ["E251"]


@pytest.mark.syarat("S-201")
def test_e252_ages_are_measured_again_before_the_lock():
    young = make_pemilih(tanggal_lahir=date(2010, 2, 4), kawin=StatusKawin.B)
    assert too_young(young, SYARAT)
    assert [f.code for f in check_dpt(make_dpt(), [young], SYARAT, SisaKerja())] == ["E252"]


def test_e253_an_empty_dpt_is_no_dpt():
    empty = make_dpt(jumlah_l=0, jumlah_p=0, jumlah_dps=0)
    assert [f.code for f in check_dpt(empty, [], SYARAT, SisaKerja())] == ["E253"]


def test_w243_rows_left_to_repair_are_named_before_the_lock():
    found = check_dpt(make_dpt(), [], SYARAT, SisaKerja(perlu_diperbaiki=5))
    assert [f.text for f in found] == ["5 baris masih di daftar perbaikan."]


def test_a_pemilih_cannot_be_changed_or_made_wrong():
    pemilih = make_pemilih()
    with pytest.raises(ValidationError):
        pemilih.nama = "Orang Lain"
    with pytest.raises(ValidationError):
        make_pemilih(nik="123")


def test_every_error_of_a_row_names_its_field():
    assert isian_of(E203.at("baris 2")) is Isian.NIK
    assert isian_of(E211.at("baris 2", isian="Tempat lahir", batas=100)) is (Isian.TEMPAT_LAHIR)


def test_families_are_numbered_in_the_order_they_are_met_and_lose_their_card():
    cards = ("3399010101150009", "3399010101150001", "3399010101150009")
    lines = [
        PemilihDpt.model_validate(
            make_pemilih(kk=kk).model_dump(exclude={"asal", "coret", "tps"}) | {"no_urut": number}
        )
        for number, kk in enumerate(cards, 1)
    ]
    assert [line.kk for line in family_numbers(lines)] == ["1", "2", "1"]


def test_e244_doubles_left_undecided_hold_up_the_dpt():
    found = check_dpt(make_dpt(), [], SYARAT, SisaKerja(nik_ganda=2))
    assert [f.code for f in found] == ["E244"]


def test_what_is_hidden_keeps_its_length_and_nothing_else():
    assert hide("Jl. Melati 3") == "**. ****** *"


def test_w274_voters_on_other_laptops_are_named_before_the_lock():
    found = check_dpt(make_dpt(), [], SYARAT, SisaKerja(di_laptop_lain=3))
    assert [f.code for f in found] == ["W274"]

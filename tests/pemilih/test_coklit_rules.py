"""What may be written beside a line of a coklit sheet, and how the lines are ordered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.pemilih.bagian.values import Cakupan
from pilkades_desk.pemilih.coklit.findings import KINDS
from pilkades_desk.pemilih.coklit.rules import (
    areas_without_sheet,
    check_jawaban,
    read_entry,
    sheet_lines,
)
from pilkades_desk.pemilih.coklit.values import (
    BarisCoklit,
    HasilCoklit,
    JawabanCoklit,
    KeadaanBaris,
)
from pilkades_desk.pemilih.values import AlasanCoret, Isian
from tests.pemilih.samples import pemilih, tersamar

LINES = {1: None, 2: None, 3: HasilCoklit.SESUAI}
FINE = JawabanCoklit(no=1, hasil=HasilCoklit.SESUAI)
CHANGED = {"hasil": HasilCoklit.UBAH, "ubah": {Isian.RT: "4"}}
STRUCK = {"hasil": HasilCoklit.DICORET, "alasan": AlasanCoret.MENINGGAL, "bukti": "akta 12/2026"}


def said(**changes: object) -> JawabanCoklit:
    return JawabanCoklit.model_validate({"no": 1, "hasil": HasilCoklit.SESUAI} | changes)


def codes(*jawaban: JawabanCoklit) -> list[str]:
    return [found.code for found in check_jawaban(jawaban, LINES)]


@pytest.mark.syarat("S-252")
@given(st.permutations([1, 2, 3, 4]))
def test_a_sheet_lists_who_stands_in_the_area_families_together(order: list[int]) -> None:
    daftar = {
        1: pemilih(1, nama="C", kk="3399010101150002"),
        2: pemilih(2, nama="B"),
        3: pemilih(3, nama="A", rt=9),
        4: pemilih(4, nama="A", coret="pindah"),
    }
    assert sheet_lines(Cakupan(rw=1, rt=2), [daftar[n] for n in order]) == (2, 1)


PLACES = st.tuples(
    st.integers(0, 2), st.integers(0, 2), st.sampled_from(["", "Krajan", "KRAJAN", "Kidul"])
)


@pytest.mark.syarat("S-252")
@given(st.lists(PLACES, max_size=12))
def test_every_rt_gets_a_sheet_and_everybody_stands_on_one(
    places: list[tuple[int, int, str]],
) -> None:
    daftar = [
        pemilih(n, rw=rw, rt=rt, dusun=dusun, coret="pindah" if n % 5 == 0 else "")
        for n, (rw, rt, dusun) in enumerate(places, 1)
    ]
    areas = areas_without_sheet(daftar, ())
    found = sorted(each for area in areas for each in sheet_lines(area, daftar))
    assert found == [one.id for one in daftar if not one.coret]
    assert areas_without_sheet(daftar, areas) == ()


def test_a_sheet_names_a_dusun_only_where_one_is_known() -> None:
    daftar = [pemilih(n, rw=1, rt=n, dusun=dusun) for n, dusun in ((1, ""), (2, "Krajan"), (3, ""))]
    made = areas_without_sheet(daftar, (Cakupan(rt=3),))
    assert [one.sebutan for one in made] == ["RW 001, RT 001", "Krajan, RW 001, RT 002"]


@pytest.mark.syarat("S-253")
@pytest.mark.parametrize(
    ("jawaban", "code"),
    [
        (said(no=9), "E284"),
        (said(no=3), "E285"),
        (said(hasil=HasilCoklit.UBAH), "E286"),
        (said(**STRUCK | {"bukti": "ya"}), "E287"),
        (said(**STRUCK | {"alasan": None}), "E287"),
        (said(**STRUCK | {"alasan": AlasanCoret.BATAL_DICORET}), "E287"),
        (said(ubah={Isian.RT: "4"}), "E288"),
        (said(alasan=AlasanCoret.PINDAH), "E288"),
        (said(**CHANGED, alasan=AlasanCoret.PINDAH), "E288"),
        (said(**STRUCK, ubah={Isian.RT: "4"}), "E288"),
    ],
)
def test_a_line_that_does_not_hold_together_is_named(jawaban: JawabanCoklit, code: str) -> None:
    assert codes(jawaban) == [code]


def test_e289_a_number_typed_twice_is_named() -> None:
    assert codes(FINE, said(no=2, **CHANGED), FINE) == ["E289"]


def test_what_the_officer_may_write_is_taken() -> None:
    assert codes(FINE, said(no=2, **CHANGED)) == []
    assert codes(said(**STRUCK)) == []


@pytest.mark.syarat("S-253")
@pytest.mark.parametrize(
    ("text", "entry"),
    [("12s", (12, HasilCoklit.SESUAI)), (" 3 U", (3, HasilCoklit.UBAH)),
     ("7T ", (7, HasilCoklit.DICORET)), ("12", None), ("s", None), ("12x", None), ("٣s", None)],
)  # fmt: skip
def test_a_line_is_keyed_by_its_number_and_a_letter(
    text: str, entry: tuple[int, HasilCoklit] | None
) -> None:
    assert read_entry(text) == entry


def test_a_line_is_open_then_typed_then_saved() -> None:
    line = BarisCoklit(1, tersamar(1))
    assert line.state({}) is KeadaanBaris.BELUM
    assert line.state({1: FINE}) is KeadaanBaris.TERISI
    assert BarisCoklit(1, tersamar(1), HasilCoklit.UBAH).state({1: FINE}) is KeadaanBaris.DISIMPAN


def test_every_finding_of_a_sheet_says_what_to_do() -> None:
    assert all(kind.do_now and kind.basis for kind in KINDS.values())

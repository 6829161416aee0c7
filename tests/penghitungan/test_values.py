import pytest
from pydantic import ValidationError

from pilkades_desk.penghitungan.rules import add_up
from pilkades_desk.penghitungan.values import (
    ISIAN,
    FormHitung,
    Jenis,
    Rekap,
    Susunan,
    is_possible,
    isian_text,
    parse_isian,
)
from tests.penghitungan.makers import DUA, make_form, make_row

JAM = next(isian for isian in ISIAN if isian.jenis is Jenis.JAM)
SAH = next(isian for isian in ISIAN if isian.id == "sah")


@pytest.mark.syarat("S-520")
def test_the_form_and_its_table_list_the_same_boxes_in_the_same_order() -> None:
    assert list(FormHitung.model_fields) == [isian.id for isian in ISIAN]


def test_sections_follow_one_another_as_on_paper() -> None:
    sections = [isian.bagian for isian in ISIAN]
    assert sections == sorted(sections)


def test_three_candidates_have_three_vote_boxes() -> None:
    ids = [isian.id for isian in Susunan(calon=3).isian if isian.id.startswith("suara")]
    assert ids == ["suara_1", "suara_2", "suara_3"]


@pytest.mark.syarat("S-518")
def test_one_candidate_faces_a_blank_column() -> None:
    box = Susunan(calon=1).find("suara_2")
    assert box is not None
    assert box.label == "Kolom kosong"


def test_an_unknown_box_is_not_found() -> None:
    assert DUA.find("suara_3") is None


def test_typed_figures_make_the_form_and_back() -> None:
    form = make_form()
    assert FormHitung.from_isi(form.isi, DUA) == form


def test_empty_optional_boxes_stay_empty() -> None:
    form = make_form(jam_buka=None, disabilitas_hadir=None)
    assert "jam_buka" not in form.isi
    assert FormHitung.from_isi(form.isi, DUA) == form


def test_a_missing_required_box_is_no_zero() -> None:
    isi = make_form().isi
    del isi["sisa"]
    with pytest.raises(KeyError):
        FormHitung.from_isi(isi, DUA)


@pytest.mark.parametrize("text", ["-1", "1,5", "1.000", "seratus", "100000", "١٢"])
def test_what_is_no_count_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="count"):
        parse_isian(SAH, text)


@pytest.mark.parametrize("text", ["24.00", "7.60", "7", "tujuh"])
def test_what_is_no_hour_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="hour"):
        parse_isian(JAM, text)


@pytest.mark.parametrize("text", ["0705", "705", "7.05", "07:05"])
def test_an_hour_is_read_with_or_without_its_dot(text: str) -> None:
    assert isian_text(JAM, parse_isian(JAM, text)) == "07.05"


@pytest.mark.syarat("S-504")
def test_empty_is_not_zero() -> None:
    assert parse_isian(SAH, " ") is None
    assert parse_isian(SAH, "0") == 0
    assert isian_text(SAH, None) == ""
    assert isian_text(SAH, 0) == "0"


@pytest.mark.parametrize(("isian", "nilai"), [(SAH, -1), (SAH, 100_000), (JAM, 1260), (JAM, 2400)])
def test_impossible_figures_are_known(isian: object, nilai: int) -> None:
    assert not is_possible(isian, nilai)  # type: ignore[arg-type]  # parametrised


def test_a_recap_of_unequal_rows_cannot_be_made() -> None:
    rekap = add_up([make_row("TPS 1", 10, 3, 4)], 2)
    with pytest.raises(ValidationError):
        Rekap(baris=(make_row("TPS 2", 10, 3, 4, 5),), jumlah=rekap.jumlah, belum=())


def test_turnout_and_share_state_their_base() -> None:
    row = make_row("TPS 1", 20, 3, 7)
    assert row.partisipasi == "50,0%"
    assert row.bagian_suara(2) == "70,0%"


def test_a_recap_with_a_missing_unit_is_not_complete() -> None:
    assert add_up([make_row("TPS 1", 10, 3, 4)], 2).lengkap
    assert not add_up([make_row("TPS 1", 10, 3, 4)], 2, [2]).lengkap

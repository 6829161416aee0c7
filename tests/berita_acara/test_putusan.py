"""A tie people decide in writing: it gets its F-33 and its F-34, and falls with its figures."""

from collections.abc import Mapping

import pytest

from pilkades_desk.berita_acara.laporan import read_report_form, save_report_form
from pilkades_desk.berita_acara.putusan import (
    LONGEST,
    check_putusan,
    read_putusan,
    read_putusan_form,
    save_putusan,
)
from pilkades_desk.berita_acara.usecases import (
    find_stale,
    freeze,
    read_contents,
    read_freezable,
)
from pilkades_desk.core.canonical import parse_canonical
from pilkades_desk.core.errors import RightsError, StateError
from pilkades_desk.panitia.meja import Meja
from tests.berita_acara.makers import SWAPPED, count_again, freeze_f27s
from tests.penghitungan.desks import Desks

DASAR = "Keputusan Bupati nomor 5, 8 Februari 2027"


def tie(desks: Desks) -> Meja:
    """Both candidates have as many votes; F-27 and F-29 are frozen."""
    count_again(desks, 2, SWAPPED)
    freeze_f27s(desks.ketua)
    freeze(desks.ketua, "F-29")
    return desks.ketua


def answers(number: int = 2) -> Mapping[str, str]:
    return {"calon": f"{number}. Calon Rekaan {number}", "dasar": DASAR}


def ready(meja: Meja) -> set[str]:
    return {one.kode for one in read_freezable(meja)}


@pytest.mark.syarat("S-478")
def test_a_tie_decided_in_writing_has_its_f33_and_its_f34(desks: Desks) -> None:
    meja = tie(desks)
    assert "F-33" not in ready(meja)
    calon, dasar = read_putusan_form(meja)
    assert calon.pilihan == ("1. Calon Rekaan 1", "2. Calon Rekaan 2")
    assert dasar.nilai == ""
    save_putusan(meja, answers())
    assert "F-33" in ready(meja)
    assert [one.nilai for one in read_putusan_form(meja)] == ["2. Calon Rekaan 2", DASAR]
    freeze(meja, "F-33")
    isi = parse_canonical(read_contents(meja)["F33"])
    assert (isi["terpilih"]["nomor"], isi["dasar_terpilih"]) == (2, f"keputusan tertulis: {DASAR}")
    save_report_form(meja, {one.nama: one.nilai for one in read_report_form(meja)})
    freeze(meja, "F-34")
    assert b"nomor urut 2, Calon Rekaan 2" in read_contents(meja)["F34"]


@pytest.mark.syarat("S-478", "S-613")
def test_another_decision_withdraws_the_f33_of_the_first(desks: Desks) -> None:
    meja = tie(desks)
    save_putusan(meja, answers(1))
    freeze(meja, "F-33")
    assert find_stale(meja) == ()
    save_putusan(meja, answers(2))
    ((stale, why),) = find_stale(meja)
    assert (stale.kode, why) == (
        "F-33", "Formulir salah satu unit atau keputusan tertulis berubah."
    )  # fmt: skip


def test_a_decision_is_about_the_figures_it_was_made_for(desks: Desks) -> None:
    meja = tie(desks)
    save_putusan(meja, answers())
    count_again(desks, 2, SWAPPED | {"disabilitas_hadir": 5})
    assert read_putusan(meja) is None
    assert "F-33" not in ready(meja)


def test_a_winner_by_figures_needs_no_decision(desks: Desks) -> None:
    with pytest.raises(StateError, match="sudah ada menurut hitungan"):
        read_putusan_form(desks.ketua)
    with pytest.raises(StateError, match="sudah ada menurut hitungan"):
        save_putusan(desks.ketua, answers())


def test_only_who_is_equal_can_be_decided_for(desks: Desks) -> None:
    meja = tie(desks)
    with pytest.raises(StateError, match="tidak ikut seri"):
        save_putusan(meja, answers(3))
    with pytest.raises(StateError, match="belum lengkap"):
        save_putusan(meja, {**answers(), "dasar": " "})
    assert read_putusan(meja) is None


def test_a_decision_says_where_it_is_written_and_is_short() -> None:
    assert check_putusan(answers()) == {}
    assert check_putusan({"calon": "", "dasar": ""}).keys() == {"dasar"}
    assert check_putusan({"calon": "", "dasar": "x" * (LONGEST + 1)}).keys() == {"dasar"}


def test_an_operator_decides_nothing(desks: Desks) -> None:
    tie(desks)
    with pytest.raises(RightsError):
        save_putusan(desks.rini, answers())

"""The counter: whole words or a whole NIK, little told, nobody's question kept."""

import json
from pathlib import Path

import pytest

from pilkades_desk.core.errors import RightsError, StateError
from pilkades_desk.kits.storage.audit_log import read_entries
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.values import Peran
from pilkades_desk.pemilih import usecases
from pilkades_desk.pemilih.loket.cetak import draw_f03
from pilkades_desk.pemilih.loket.rules import MOST
from pilkades_desk.pemilih.loket.usecases import answer, record_loket
from pilkades_desk.pemilih.loket.values import HasilLoket, HitungLoket, Jawaban
from pilkades_desk.pemilih.values import AlasanCoret, JenisKelamin
from tests.kits.pdf_pages import all_text
from tests.pemilih.kpu_sheet import NIK, write_rows

SOMEBODY = Jawaban("SITI UJI A", JenisKelamin.P, 1, 1, "TPS 1")


def tps_of(number: int) -> str:
    return f"TPS {number}"


@pytest.fixture
def filled(meja: Meja, tmp_path) -> Meja:
    people = [{}, {"NAMA": "SITI MARYANI"}, {"NAMA": "SITI UJI A", "RT": "9"}]
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", *people))
    return meja


@pytest.mark.syarat("S-250")
@pytest.mark.parametrize(
    "typed", ["siti uji a", "  UJI   Siti A", NIK.format(1), "3399 0152 0590 0001"]
)
def test_a_resident_is_found_by_whole_words_or_the_whole_nik(filled: Meja, typed: str) -> None:
    assert answer(filled, typed, tps_of).jawaban[0] == SOMEBODY


@pytest.mark.syarat("S-250")
@pytest.mark.parametrize("typed", ["SITI MARYAN", "ARYANI", "BUDI", NIK.format(9)])
def test_half_a_word_or_another_nik_finds_nobody(filled: Meja, typed: str) -> None:
    assert answer(filled, typed, tps_of) == HasilLoket(())


@pytest.mark.syarat("S-250")
@pytest.mark.parametrize(
    "typed", ["", "A", "AL UJ", "339901", NIK.format(1)[:15], "SITI 1990", "%_\"'"]
)
def test_what_could_find_anybody_is_not_asked(filled: Meja, typed: str) -> None:
    with pytest.raises(StateError, match="16 angka NIK"):
        answer(filled, typed, tps_of)


def test_everybody_of_one_name_is_shown_until_there_are_too_many(meja: Meja, tmp_path) -> None:
    people = [{"NAMA": "SITI AMINAH", "TANGGAL LAHIR": f"{n + 1:02d}|05|1990"} for n in range(MOST)]
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", *people))
    assert len(answer(meja, "aminah", tps_of).jawaban) == MOST
    more = {"NAMA": "SITI AMINAH", "NIK": NIK.format(77), "NKK": "3399010101159999"}
    usecases.import_sheet(meja, write_rows(tmp_path / "b.xlsx", more))
    assert answer(meja, "aminah", tps_of) == HasilLoket((), terlalu_banyak=True)


@pytest.mark.parametrize(
    "typed", ["nur'aini rené", "nur aini rene", "NUR’AINI", "NURAINI", "nuraini RENE"]
)
def test_signs_and_accents_of_a_name_need_not_be_typed_alike(
    meja: Meja, tmp_path: Path, typed: str
) -> None:
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {"NAMA": "NUR'AINI RENÉ"}))
    assert [one.nama for one in answer(meja, typed, tps_of).jawaban] == ["NUR'AINI RENÉ"]


@pytest.mark.parametrize("typed", ["NUR'AINI", "nuraini"])
def test_a_name_written_without_its_apostrophe_is_found(
    meja: Meja, tmp_path: Path, typed: str
) -> None:
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {"NAMA": "NURAINI"}))
    assert [one.nama for one in answer(meja, typed, tps_of).jawaban] == ["NURAINI"]


@pytest.mark.syarat("S-250", "S-251", "S-294")
def test_the_form_names_who_was_shown_and_nothing_kept_of_it_does(filled: Meja) -> None:
    [shown] = answer(filled, "maryani", tps_of).jawaban
    drawn, blank = draw_f03(filled, shown), draw_f03(filled, None)
    assert f"{shown.nama}, RT 001 / RW 001" in all_text(drawn.pdf)
    assert NIK.format(2)[:6] not in all_text(drawn.pdf)
    assert shown.nama not in all_text(blank.pdf)
    assert drawn.identitas == blank.identitas


def test_who_was_struck_off_is_not_on_the_list(filled: Meja) -> None:
    usecases.strike(filled, 2, AlasanCoret.PINDAH, "surat pindah")
    assert answer(filled, "maryani", tps_of).jawaban == ()


@pytest.mark.syarat("S-251")
def test_the_log_holds_how_often_and_nobody_s_name(filled: Meja) -> None:
    seen = HitungLoket()
    for typed in ("maryani", "budi"):
        seen = seen.plus(answer(filled, typed, tps_of))
    before = filled.head()
    record_loket(filled, seen)
    with filled.read() as session:
        *_, last = read_entries(session)
    assert filled.head().seq == before.seq + 1, "a question alone is no entry"
    body = json.loads(last.body)
    assert (body["objek"], body["ditanya"], body["ketemu"]) == ("loket", 2, 1)
    assert "maryani" not in last.body.lower()


def test_a_role_that_does_not_serve_the_counter_is_refused(filled: Meja) -> None:
    from dataclasses import replace

    observer = replace(filled, akun=filled.akun.model_copy(update={"peran": Peran.PENGAMAT}))
    with pytest.raises(RightsError):
        answer(observer, "siti", tps_of)

"""The list of all documents and the enclosures of the report, from values alone."""

from datetime import date
from typing import Any

import pytest

from pilkades_desk.berita_acara.compose.recap import result_sentence
from pilkades_desk.berita_acara.daftar import (
    BarisDaftar,
    Cara,
    Keadaan,
    Kelengkapan,
    StatusLembar,
    Wajib,
)
from pilkades_desk.berita_acara.dokumen import StatusDokumen
from pilkades_desk.berita_acara.rules import (
    decision_due,
    filter_documents,
    list_documents,
    list_enclosures,
    list_wajib,
)
from pilkades_desk.panitia.kalender.values import SatuanHari
from pilkades_desk.panitia.naskah.katalog import read_katalog
from pilkades_desk.panitia.naskah.tercetak import Identitas, Tercetak
from pilkades_desk.penghitungan.values import Hasil, StatusHasil
from tests.berita_acara.documents import WHEN, make_dokumen
from tests.calon.makers import make_calon

F27 = Wajib(kode="F-27", nama="Penghitungan suara", cara=Cara.BEKU, unit=1)
F10 = Wajib(kode="F-10", nama="Daftar hadir pemilih", cara=Cara.DAFTAR, unit=1)
F23 = Wajib(kode="F-23", nama="Pelaksanaan", cara=Cara.TANGAN, unit=1, kosong=True)


def printed(kode: str, lembar: int = 2, **which: Any) -> Tercetak:
    fields: dict[str, Any] = {"dok": kode.replace("-", ""), "unit": 1, "sidik": "ab" * 32}
    identitas = Identitas(kode=kode, **fields | which)
    return Tercetak(identitas=identitas, lembar=lembar, akun=1, waktu=WHEN)


def lines(wajib: Wajib, **known: Any) -> list[tuple[StatusLembar, str, int]]:
    found = list_documents([wajib], Keadaan(**known))
    return [(one.status, one.keterangan, one.lembar) for one in found]


@pytest.mark.syarat("S-620")
def test_every_election_has_the_same_documents_for_the_village_and_for_each_unit() -> None:
    wajib = list_wajib(read_katalog(), [1, 2])
    village = [one.kode for one in wajib if one.unit is None]
    assert village == ["F-01", "F-02", "F-05", "F-06", "F-08", "F-07", "F-29", "F-33", "F-34"]
    for unit in (1, 2):
        of_unit = {one.kode: one.cara for one in wajib if one.unit == unit}
        by_hand = {kode for kode, cara in of_unit.items() if cara is Cara.TANGAN}
        assert by_hand == {"F-20", "F-21", "F-22", "F-23", "F-24", "F-26", "F-30"}
        assert of_unit.keys() - by_hand == {"F-06", "F-10", "F-18", "F-27", "F-28"}
    assert BarisDaftar(wajib=wajib[0], status=StatusLembar.BELUM).tempat == "Desa"
    assert BarisDaftar(wajib=F27, status=StatusLembar.BELUM).tempat == "TPS 1"


@pytest.mark.syarat("S-620")
def test_a_frozen_document_is_made_then_printed_then_signed() -> None:
    assert lines(F27) == [(StatusLembar.BELUM, "", 0)]
    made = make_dokumen(1, sudah=(1,))
    words = "1 dari 3 tanda tangan."
    assert lines(F27, dokumen=(made,)) == [(StatusLembar.DIBUAT, words, 0)]
    cetak = (printed("F-27"), printed("F-27", 1))
    assert lines(F27, dokumen=(made,), cetak=cetak) == [(StatusLembar.DICETAK, words, 3)]
    whole = make_dokumen(1, sudah=(1, 2, 3))
    assert lines(F27, dokumen=(whole,), cetak=cetak) == [(StatusLembar.DITANDATANGANI, "", 3)]


def test_what_no_person_signs_digitally_is_never_called_signed() -> None:
    nobody = make_dokumen(1, penanda=())
    assert lines(F27, dokumen=(nobody,)) == [(StatusLembar.DIBUAT, "", 0)]
    assert (nobody.status, nobody.selesai) == (StatusDokumen.BEKU, False)


@pytest.mark.syarat("S-613")
def test_a_withdrawn_document_stays_below_with_its_reason_and_its_copies() -> None:
    old = make_dokumen(1, ditarik="TPS 1 dihitung ulang", sidik="cd" * 32)
    cetak = (printed("F-27", 4, sidik="cd" * 32),)
    gone = (StatusLembar.DITARIK, "TPS 1 dihitung ulang", 4)
    assert lines(F27, dokumen=(old,), cetak=cetak) == [
        (StatusLembar.BELUM, "Bekukan ulang.", 0),
        gone,
    ]
    new = make_dokumen(9, unit=1)
    found = lines(F27, dokumen=(old, new), cetak=cetak)
    assert found == [(StatusLembar.DIBUAT, "0 dari 3 tanda tangan.", 0), gone]


def test_a_document_that_no_longer_holds_counts_as_withdrawn() -> None:
    found = lines(F27, dokumen=(make_dokumen(1),), basi={1: "Formulir unit 1 ditarik."})
    assert found[1][:2] == (StatusLembar.DITARIK, "Formulir unit 1 ditarik.")


def test_a_document_of_another_unit_is_another_document() -> None:
    assert lines(F27, dokumen=(make_dokumen(2),), cetak=(printed("F-27", unit=2),)) == [
        (StatusLembar.BELUM, "", 0)
    ]


@pytest.mark.syarat("S-620")
def test_a_list_waits_for_its_source_and_falls_with_it() -> None:
    assert lines(F10) == [(StatusLembar.BELUM, "", 0)]
    ready: dict[str, Any] = {"siap": frozenset({("F-10", 1)}), "segel": "baru"}
    assert lines(F10, **ready) == [(StatusLembar.DIBUAT, "Siap dicetak.", 0)]
    cetak = (printed("F-10", 1), printed("F-10", 2, sumber=("baru",)))
    assert lines(F10, cetak=cetak, **ready) == [(StatusLembar.DICETAK, "", 3)]
    old = (printed("F-10", 2, sumber=("lama",)),)
    assert lines(F10, cetak=old, **ready) == [
        (StatusLembar.DIBUAT, "Siap dicetak.", 0),
        (StatusLembar.DITARIK, "DPT berubah sesudah dicetak.", 2),
    ]


def test_a_blank_list_on_paper_is_not_the_list() -> None:
    f08 = Wajib(kode="F-08", nama="Rekapitulasi DPT", cara=Cara.DAFTAR, kosong=True)
    blank = Identitas(kode="F-08", dok="F08K", sidik="cd" * 32)
    cetak = (Tercetak(identitas=blank, lembar=2, akun=1, waktu=WHEN),)
    assert lines(f08, cetak=cetak) == [(StatusLembar.BELUM, "", 0)]


@pytest.mark.syarat("S-620")
def test_a_paper_of_the_dps_stands_while_the_dps_does_and_a_blank_one_is_not_it() -> None:
    (f01,) = [one for one in list_wajib(read_katalog(), []) if one.kode == "F-01"]
    assert (f01.cara, f01.kosong) == (Cara.DAFTAR, True)
    known: dict[str, Any] = {
        "siap": frozenset({("F-01", None)}),
        "segel": "dpt",
        "segel_dps": "dps",
    }
    blank = printed("F-01", 5, unit=None, dok="F01K")
    assert lines(f01, cetak=(blank,), **known) == [(StatusLembar.DIBUAT, "Siap dicetak.", 0)]
    cetak = (blank, printed("F-01", 3, unit=None, sumber=("dps",)))
    assert lines(f01, cetak=cetak, **known) == [(StatusLembar.DICETAK, "", 3)]


def test_a_form_filled_in_by_hand_is_printed_blank() -> None:
    assert lines(F23) == [(StatusLembar.TANGAN, "Cetak kosong.", 0)]
    part = (printed("F-23", 0),)
    assert lines(F23, cetak=part) == [(StatusLembar.TANGAN, "Cetak kosong.", 0)]
    assert lines(F23, cetak=(printed("F-23", 1),)) == [(StatusLembar.DICETAK, "Diisi tangan.", 1)]


@pytest.mark.syarat("S-620")
def test_the_list_is_filtered_by_place_and_by_status() -> None:
    second = F27.model_copy(update={"unit": 2})
    daftar = list_documents([F27, second], Keadaan(dokumen=(make_dokumen(2),)))
    assert filter_documents(daftar, "", "") == daftar
    assert [one.tempat for one in filter_documents(daftar, "TPS 2", "")] == ["TPS 2"]
    assert [one.tempat for one in filter_documents(daftar, "", "Belum dibuat")] == ["TPS 1"]
    assert filter_documents(daftar, "TPS 2", "Belum dibuat") == ()


@pytest.mark.syarat("S-622")
def test_the_report_lacks_what_one_unit_lacks() -> None:
    second = F27.model_copy(update={"unit": 2})
    whole = {"sudah": (1, 2, 3)}
    daftar = list_documents([F27, second], Keadaan(dokumen=(make_dokumen(1, **whole),)))
    (found,) = list_enclosures(["F-27 Berita acara"], daftar, {})
    assert (found.kelengkapan, found.keterangan) == (Kelengkapan.KURANG, "belum: TPS 2")
    half = Keadaan(dokumen=(make_dokumen(1, **whole), make_dokumen(2)))
    (found,) = list_enclosures(["F-27 Berita acara"], list_documents([F27, second], half), {})
    assert found.kelengkapan is Kelengkapan.KURANG, "nobody signed the second"
    dokumen = (make_dokumen(1, **whole), make_dokumen(2, **whole))
    both = list_documents([F27, second], Keadaan(dokumen=dokumen))
    (found,) = list_enclosures(["F-27 Berita acara"], both, {"F-27 Berita acara": "belum"})
    assert (found.kelengkapan, found.ditanya) == (Kelengkapan.ADA, False)


@pytest.mark.syarat("S-622")
def test_people_answer_for_what_no_file_knows() -> None:
    daftar = list_documents([F23], Keadaan(cetak=(printed("F-23"),)))
    names = ["F-23 Pelaksanaan", "Tata tertib", "F-13 Seleksi"]
    answers = {"Tata tertib": "ada", "F-13 Seleksi": "tidak perlu"}
    found = list_enclosures(names, daftar, answers)
    assert [one.kelengkapan for one in found] == [
        Kelengkapan.KURANG,
        Kelengkapan.ADA,
        Kelengkapan.TIDAK_PERLU,
    ]
    assert all(one.ditanya for one in found)


@pytest.mark.syarat("S-624")
def test_the_day_an_objection_comes_in_does_not_count() -> None:
    assert decision_due(date(2027, 2, 4), 30, SatuanHari.KALENDER) == date(2027, 3, 6)
    assert decision_due(date(2028, 2, 28), 2, SatuanHari.KALENDER) == date(2028, 3, 1)


@pytest.mark.syarat("S-624")
def test_weekends_and_days_off_do_not_count_where_the_profile_counts_working_days() -> None:
    assert decision_due(date(2027, 2, 5), 1, SatuanHari.KERJA) == date(2027, 2, 8)
    assert decision_due(date(2027, 2, 4), 30, SatuanHari.KERJA, {date(2027, 3, 10)}) == date(
        2027, 3, 19
    )


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (StatusHasil.UNGGUL, "Suara sah terbanyak diperoleh calon nomor urut 1"),
        (
            StatusHasil.SERI_TERSELESAIKAN,
            "Perolehan terbanyak sama; menurut aturan seri yang unggul calon nomor urut 1",
        ),
    ],
)
def test_who_won_by_a_rule_for_ties_is_not_said_to_have_most_votes(
    status: StatusHasil, words: str
) -> None:
    hasil = Hasil(status=status, nomor_urut=1, seri=(), langkah=())
    told = result_sentence(hasil, (make_calon(nomor=1, nama="Siti"),))
    assert told == f"{words} atas nama Siti"

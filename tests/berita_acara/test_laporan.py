"""F-34 to F-37 on a real, counted election."""

from datetime import date, timedelta

import pytest

from pilkades_desk.berita_acara.daftar import (
    JenisKeberatan,
    Keberatan,
    KeberatanBaru,
    Kelengkapan,
    StatusLembar,
)
from pilkades_desk.berita_acara.dokumen import Dokumen, Pembekuan
from pilkades_desk.berita_acara.keberatan import (
    add_keberatan,
    check_keberatan,
    deadline_words,
    decide_keberatan,
    draw_register,
    draw_tanda_terima,
    read_keberatan,
)
from pilkades_desk.berita_acara.laporan import (
    check_report_form,
    draw_bpd_letter,
    draw_camat_letter,
    read_report_form,
    save_report_form,
)
from pilkades_desk.berita_acara.usecases import (
    find_stale,
    freeze,
    read_daftar,
    read_enclosures,
    read_freezable,
    read_pdf,
)
from pilkades_desk.core.errors import RightsError, StateError
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.pencetakan import read_prints, record_print
from pilkades_desk.panitia.naskah.tercetak import Identitas
from tests.berita_acara.makers import count_again, freeze_f27s, sign_by_all
from tests.kits.pdf_pages import all_text
from tests.penghitungan.desks import GOOD, Desks

LATER = timedelta(hours=1)


def answers(meja: Meja, **changes: str) -> dict[str, str]:
    return {one.nama: one.nilai for one in read_report_form(meja)} | changes


def freeze_report(desks: Desks) -> Dokumen:
    freeze_f27s(desks.ketua)
    for kode in ("F-29", "F-33"):
        freeze(desks.ketua, kode)
    save_report_form(desks.ketua, answers(desks.ketua, nomor="12/PAN/2027"))
    return freeze(desks.ketua, "F-34")


def object_(meja: Meja, pemohon: str = "Calon Uji") -> Keberatan:
    baru = KeberatanBaru(
        diterima=meja.clock.now() - LATER,
        pemohon=pemohon,
        jenis=JenisKeberatan.HASIL,
        pokok="Jumlah suara TPS 1",
        bukti="Salinan F-27",
    )
    return add_keberatan(meja, baru)


@pytest.mark.syarat("S-622")
def test_the_report_repeats_the_frozen_figures_and_is_signed(desks: Desks) -> None:
    report = freeze_report(desks)
    text = all_text(read_pdf(desks.ketua, report))
    assert "12/PAN/2027" in text
    assert "Ketua BPD Desa" in text
    assert "NIHIL" in text
    assert "F-29 Rekapitulasi tingkat desa" in text
    assert sign_by_all(desks.ketua, report).belum == ()


@pytest.mark.syarat("S-622")
def test_the_report_waits_for_the_decision_and_for_peoples_part(desks: Desks) -> None:
    meja = desks.ketua
    with pytest.raises(StateError, match="F-33 belum dibekukan"):
        freeze(meja, "F-34")
    freeze_f27s(meja)
    for kode in ("F-29", "F-33"):
        freeze(meja, kode)
    assert Pembekuan(kode="F-34") not in read_freezable(meja)
    with pytest.raises(StateError, match="Laporan belum diisi"):
        freeze(meja, "F-34")
    save_report_form(meja, answers(meja))
    assert Pembekuan(kode="F-34") in read_freezable(meja)


@pytest.mark.syarat("S-622")
def test_what_was_typed_is_remembered(desks: Desks) -> None:
    save_report_form(desks.ketua, answers(desks.ketua, keuangan="Rp lihat lampiran"))
    save_report_form(desks.ketua, answers(desks.ketua, kepada="Pj BPD"))
    again = answers(desks.ketua)
    assert (again["keuangan"], again["kepada"]) == ("Rp lihat lampiran", "Pj BPD")


def test_what_the_report_cannot_do_without_is_said_by_box(desks: Desks) -> None:
    given = answers(desks.ketua, kepada=" ", sengketa="", set="0")
    assert check_report_form(given).keys() == {"kepada", "sengketa", "set"}
    with pytest.raises(StateError, match="belum lengkap"):
        save_report_form(desks.ketua, given)
    assert check_report_form(answers(desks.ketua, set="lima")).keys() == {"set"}


@pytest.mark.syarat("S-613", "S-622")
@pytest.mark.parametrize("change", ["answers", "objection", "count"])
def test_a_report_falls_with_anything_it_repeats_and_stays_to_be_read(
    desks: Desks, change: str
) -> None:
    report = freeze_report(desks)
    before = read_pdf(desks.ketua, report)
    assert find_stale(desks.ketua) == ()
    match change:
        case "answers":
            save_report_form(desks.ketua, answers(desks.ketua, kepada="Pj BPD"))
        case "objection":
            object_(desks.ketua)
        case _:
            count_again(desks, 2, GOOD)
    stale = {one.dok: why for one, why in find_stale(desks.ketua)}
    assert "berubah sesudah dokumen ini dibekukan" in stale["F34"]
    gone = [one for one in read_daftar(desks.ketua) if one.status is StatusLembar.DITARIK]
    assert "F-34" in {one.wajib.kode for one in gone}
    assert read_pdf(desks.ketua, report) == before


@pytest.mark.syarat("S-622")
def test_the_checklist_says_what_is_still_missing(desks: Desks) -> None:
    def missing() -> set[str]:
        found = read_enclosures(desks.ketua)
        return {one.nama for one in found if one.kelengkapan is Kelengkapan.KURANG}

    assert len(missing()) == 12
    minutes = freeze_f27s(desks.ketua)
    save_report_form(desks.ketua, answers(desks.ketua, **{"Tata tertib": "ada"}))
    assert len(missing()) == 11, "minutes nobody signed are no enclosure"
    for one in minutes:
        sign_by_all(desks.ketua, one)
    kept = missing()
    assert len(kept) == 10
    assert "F-29 Rekapitulasi tingkat desa" in kept


@pytest.mark.syarat("S-623")
def test_letters_of_others_are_filled_in_and_never_frozen(desks: Desks) -> None:
    with pytest.raises(StateError, match="F-34 belum dibekukan"):
        draw_bpd_letter(desks.ketua)
    freeze_report(desks)
    letter = draw_bpd_letter(desks.ketua)
    assert "12/PAN/2027" in all_text(letter.pdf)
    assert "F-35" not in {one.kode for one in read_freezable(desks.ketua)}
    assert draw_bpd_letter(desks.ketua).pdf == letter.pdf
    assert "Camat" in all_text(draw_camat_letter(desks.ketua).pdf)


@pytest.mark.syarat("S-624")
def test_an_objection_has_a_number_a_deadline_and_one_day_a_decision(desks: Desks) -> None:
    meja = desks.ketua
    first, second = object_(meja), object_(meja, "Calon Lain")
    assert (first.nomor, second.nomor) == (1, 2)
    received = first.diterima.astimezone(meja.pemilihan.zona.tz).date()
    assert first.batas == received + timedelta(days=30)
    assert "asumsi" in deadline_words(meja)
    decided = decide_keberatan(meja, 1, "Ditolak", received)
    assert decided.putusan == "Ditolak"
    assert decide_keberatan(meja, 1, "Diterima sebagian", received).putusan == "Diterima sebagian"
    assert [one.putusan for one in read_keberatan(meja)] == ["Diterima sebagian", ""]
    assert "2 keberatan, 1 diputus" in {one.nilai for one in read_report_form(meja)}


@pytest.mark.syarat("S-624")
def test_the_receipt_names_nobody_else(desks: Desks) -> None:
    object_(desks.ketua, "Calon Pertama")
    object_(desks.ketua, "Calon Kedua")
    receipt = draw_tanda_terima(desks.ketua, 1)
    text = all_text(receipt.pdf)
    assert "Calon Pertama" in text
    assert "Calon Kedua" not in text
    register = all_text(draw_register(desks.ketua).pdf)
    assert "Calon Pertama" in register
    assert "Calon Kedua" in register
    assert "TANDA TERIMA" not in register
    assert draw_tanda_terima(desks.ketua, 1).pdf == receipt.pdf


@pytest.mark.syarat("S-624")
def test_what_cannot_be_is_not_written_into_the_register(desks: Desks) -> None:
    meja = desks.ketua
    with pytest.raises(StateError, match="masih kosong"):
        draw_register(meja)
    with pytest.raises(StateError, match=r"no\. 7 tidak ada"):
        draw_tanda_terima(meja, 7)
    baru = KeberatanBaru(
        diterima=meja.clock.now() + 2 * LATER,
        pemohon="Calon Uji",
        jenis=JenisKeberatan.PROSES,
        pokok="Kampanye",
    )
    with pytest.raises(StateError, match="belum lewat"):
        add_keberatan(meja, baru)
    first = object_(meja)
    with pytest.raises(StateError, match="belum ditulis"):
        decide_keberatan(meja, first.nomor, " ", first.batas)
    with pytest.raises(StateError, match="lebih dulu"):
        decide_keberatan(meja, first.nomor, "Ditolak", date(2020, 1, 1))


@pytest.mark.syarat("S-621")
def test_a_printing_is_kept_with_its_copies_and_its_person(desks: Desks) -> None:
    dokumen = freeze(desks.ketua, "F-27", 1)
    which = Identitas(kode="F-27", dok=dokumen.dok, unit=1, sidik=dokumen.sidik)
    record_print(desks.ketua, which, 3)
    (kept,) = read_prints(desks.ketua)
    assert (kept.identitas, kept.lembar, kept.akun) == (which, 3, desks.ketua.akun.id)
    line = next(
        one for one in read_daftar(desks.ketua) if (one.wajib.kode, one.wajib.unit) == ("F-27", 1)
    )
    assert (line.status, line.lembar) == (StatusLembar.DICETAK, 3)


@pytest.mark.syarat("S-620")
def test_the_list_follows_the_election(desks: Desks) -> None:
    found = {(one.wajib.kode, one.wajib.unit): one.status for one in read_daftar(desks.ketua)}
    assert found["F-06", None] is StatusLembar.DIBUAT
    assert found["F-29", None] is StatusLembar.BELUM
    assert found["F-23", 2] is StatusLembar.TANGAN
    freeze(desks.ketua, "F-27", 2)
    after = {(one.wajib.kode, one.wajib.unit): one.status for one in read_daftar(desks.ketua)}
    assert after["F-27", 2] is StatusLembar.DIBUAT
    assert after["F-27", 1] is StatusLembar.BELUM


def test_whoever_may_not_type_the_report_is_told_so(desks: Desks) -> None:
    with pytest.raises(RightsError):
        save_report_form(desks.rini, {})


@pytest.mark.syarat("S-622", "S-624")
def test_a_report_cannot_deny_an_objection_of_the_register(desks: Desks) -> None:
    freeze_report(desks)
    ketua = desks.ketua
    object_(ketua)
    with pytest.raises(StateError, match="1 keberatan"):
        freeze(ketua, "F-34")
    with pytest.raises(StateError, match="1 keberatan"):
        save_report_form(ketua, answers(ketua, sengketa="Nihil"))
    assert answers(ketua)["sengketa"].startswith("1 keberatan")
    with pytest.raises(StateError, match="F-34 belum dibekukan"):
        draw_bpd_letter(ketua)


def test_what_is_longer_than_the_paper_takes_is_said_at_its_box(desks: Desks) -> None:
    ketua = desks.ketua
    assert "sengketa" in check_report_form(answers(ketua, sengketa="x" * 2001))
    typed = {"pemohon": "x" * 101, "jam": "09.00", "pokok": "x" * 2001, "bukti": ""}
    assert set(check_keberatan(typed)) == {"pemohon", "pokok"}


def test_a_decision_of_a_day_to_come_is_refused(desks: Desks) -> None:
    found = object_(desks.ketua)
    with pytest.raises(StateError, match="belum tiba"):
        decide_keberatan(desks.ketua, found.nomor, "Ditolak.", date(2099, 1, 1))

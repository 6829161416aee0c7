"""A tie people decide in writing: it gets its F-33 and its F-34, and falls with its figures."""

from collections.abc import Mapping

import pytest

from pilkades_desk.app.wiring_laporan import make_laporan_acts
from pilkades_desk.berita_acara.dokumen import Dokumen
from pilkades_desk.berita_acara.laporan import read_report_form, save_report_form
from pilkades_desk.berita_acara.putusan import (
    LONGEST,
    Putusan,
    check_putusan,
    putusan_digest,
    read_putusan,
    read_putusan_form,
)
from pilkades_desk.berita_acara.putusan import save_putusan as save_approved
from pilkades_desk.berita_acara.usecases import (
    find_stale,
    freeze,
    read_contents,
    read_dokumen,
    read_freezable,
    read_pdf,
)
from pilkades_desk.core.canonical import parse_canonical
from pilkades_desk.core.errors import RightsError, StateError
from pilkades_desk.paket.compose import compose_hasil
from pilkades_desk.panitia.forms import SECOND, SECOND_PASSWORD
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.riwayat import verify_riwayat
from pilkades_desk.penerimaan.rules import check_hasil
from tests.berita_acara.makers import SWAPPED, count_again, freeze_f27s
from tests.kits.pdf_pages import all_text
from tests.makers import OPERATOR_1, OPERATOR_2, approve_both
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


def save_putusan(desks: Desks, isi: Mapping[str, str]) -> None:
    """Ketua and operator approve and keep a decision."""
    digest = putusan_digest(desks.ketua, isi)
    approvals = approve_both(desks.ketua, desks.rini, Aksi.PUTUSKAN_TERTULIS, digest)
    save_approved(desks.ketua, isi, approvals)


def ready(meja: Meja) -> set[str]:
    return {one.kode for one in read_freezable(meja)}


def find_f33(meja: Meja) -> Dokumen:
    return next(one for one in read_dokumen(meja) if one.kode == "F-33")


@pytest.mark.syarat("S-478")
def test_a_tie_decided_in_writing_has_its_f33_and_its_f34(desks: Desks) -> None:
    meja = tie(desks)
    assert "F-33" not in ready(meja)
    calon, dasar = read_putusan_form(meja)
    assert calon.pilihan == ("1. Calon Rekaan 1", "2. Calon Rekaan 2")
    assert dasar.nilai == ""
    save_putusan(desks, answers())
    assert not [one for one in verify_riwayat(meja).temuan if one.is_error]
    assert "F-33" in ready(meja)
    assert [one.nilai for one in read_putusan_form(meja)] == ["2. Calon Rekaan 2", DASAR]
    freeze(meja, "F-33")
    isi = parse_canonical(read_contents(meja)["F33"])
    assert (isi["terpilih"]["nomor"], isi["dasar_terpilih"]) == (2, f"keputusan tertulis: {DASAR}")
    said = all_text(read_pdf(meja, find_f33(meja)))
    assert "suara sah terbanyak" not in said
    assert said.count("keputusan tertulis") >= 4
    save_report_form(meja, {one.nama: one.nilai for one in read_report_form(meja)})
    freeze(meja, "F-34")
    assert b"nomor urut 2, Calon Rekaan 2" in read_contents(meja)["F34"]


@pytest.mark.syarat("S-478", "S-613")
def test_another_decision_withdraws_the_f33_of_the_first(desks: Desks) -> None:
    meja = tie(desks)
    save_putusan(desks, answers(1))
    freeze(meja, "F-33")
    assert find_stale(meja) == ()
    save_putusan(desks, answers(2))
    ((stale, why),) = find_stale(meja)
    assert (stale.kode, why) == (
        "F-33", "Formulir salah satu unit atau keputusan tertulis berubah."
    )  # fmt: skip


def test_a_decision_is_about_the_figures_it_was_made_for(desks: Desks) -> None:
    meja = tie(desks)
    save_putusan(desks, answers())
    count_again(desks, 2, SWAPPED | {"disabilitas_hadir": 5})
    assert read_putusan(meja) is None
    assert "F-33" not in ready(meja)


def test_a_winner_by_figures_needs_no_decision(desks: Desks) -> None:
    with pytest.raises(StateError, match="sudah ada menurut hitungan"):
        read_putusan_form(desks.ketua)
    with pytest.raises(StateError, match="sudah ada menurut hitungan"):
        save_putusan(desks, answers())


def test_only_who_is_equal_can_be_decided_for(desks: Desks) -> None:
    meja = tie(desks)
    with pytest.raises(StateError, match="tidak ikut seri"):
        save_putusan(desks, answers(3))
    with pytest.raises(StateError, match="belum lengkap"):
        save_putusan(desks, {**answers(), "dasar": " "})
    assert read_putusan(meja) is None


def test_a_decision_says_where_it_is_written_and_is_short() -> None:
    assert check_putusan(answers()) == {}
    assert check_putusan({"calon": "", "dasar": ""}).keys() == {"dasar"}
    assert check_putusan({"calon": "", "dasar": "x" * (LONGEST + 1)}).keys() == {"dasar"}


def test_an_operator_decides_nothing(desks: Desks) -> None:
    tie(desks)
    with pytest.raises(RightsError):
        save_approved(desks.rini, answers(), ())


@pytest.mark.syarat("S-480")
def test_one_person_decides_nothing(desks: Desks) -> None:
    meja = tie(desks)
    alone = meja.approve(Aksi.PUTUSKAN_TERTULIS, putusan_digest(meja, answers()))
    with pytest.raises(RightsError, match="dua orang"):
        save_approved(meja, answers(), (alone, alone))
    assert read_putusan(meja) is None


@pytest.mark.syarat("S-480")
def test_a_decision_approved_before_the_figures_changed_is_not_kept(desks: Desks) -> None:
    meja = tie(desks)
    digest = putusan_digest(meja, answers())
    early = approve_both(meja, desks.rini, Aksi.PUTUSKAN_TERTULIS, digest)
    count_again(desks, 2, SWAPPED | {"disabilitas_hadir": 5})
    with pytest.raises(RightsError, match="tidak cocok dengan keadaan sekarang"):
        save_approved(meja, answers(), early)


@pytest.mark.syarat("S-480")
def test_the_bundle_says_what_was_decided_and_the_desk_shows_it(desks: Desks) -> None:
    meja = tie(desks)
    (before,) = check_hasil(compose_hasil(meja))
    assert before.code == "W816"
    assert before.text.endswith("Masih sama: nomor 1, 2. Perlu keputusan tertulis.")
    save_putusan(desks, {**answers(), "dasar": "K" * LONGEST})
    hasil = compose_hasil(meja)
    assert (hasil.status, hasil.nomor_urut) == ("seri", None)
    (found,) = check_hasil(hasil)
    assert found.text.startswith("Hitungan tidak menetapkan calon terpilih (seri).")
    assert "Keputusan tertulis: nomor urut 2. KKK" in found.text


@pytest.mark.syarat("S-480")
def test_the_screen_asks_the_second_person_and_their_password(desks: Desks) -> None:
    acts = make_laporan_acts(tie(desks))
    assert acts.second_of_putusan() == (OPERATOR_1.nama, OPERATOR_2.nama)
    nobody = {**answers(), SECOND: "", SECOND_PASSWORD: ""}
    assert acts.check_putusan(nobody).keys() == {SECOND, SECOND_PASSWORD}
    second = {SECOND: OPERATOR_1.nama, SECOND_PASSWORD: OPERATOR_1.sandi}
    assert acts.check_putusan({**answers(), **second}) == {}
    acts.save_putusan({**answers(), **second})
    assert read_putusan(desks.ketua) == Putusan(nomor_urut=2, dasar=DASAR)

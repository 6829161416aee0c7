import json
from pathlib import Path

import pytest

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.errors import RightsError, StateError
from pilkades_desk.core.resources import resource_text
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.compose import make_dasar
from pilkades_desk.panitia.profil.naskah import BadProfile, read_profile
from pilkades_desk.panitia.profil.rules import keep_rows
from pilkades_desk.panitia.profil.store import ProfilRow
from pilkades_desk.panitia.profil.usecases import (
    confirm_asumsi,
    demand_confirmed,
    find_asumsi,
    preview_replacement,
    read_isi,
    replace_profile,
)
from pilkades_desk.panitia.profil.values import Tahap
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.riwayat import verify_riwayat
from pilkades_desk.panitia.usecases import log_in
from pilkades_desk.panitia.values import Persetujuan
from tests.makers import KETUA, approve_both, make_clock, make_meja, make_operators, stand_by_all
from tests.panitia.profil_samples import acuan, with_nilai

TEGAL = resource_text("profil", "tegal-2027.toml")
USIA = "pemilih.usia_min"


@pytest.fixture
def ketua(tmp_path: Path) -> Meja:
    return make_meja(tmp_path)


@pytest.fixture
def two(ketua: Meja) -> Meja:
    return make_operators(ketua)[0]


def approvals(ketua: Meja, two: Meja, text: str, nama: str = "lain") -> tuple[Persetujuan, ...]:
    return approve_both(
        ketua, two, Aksi.GANTI_PROFIL, preview_replacement(ketua, nama, text).digest
    )


def do(meja: Meja, aksi: Aksi) -> None:
    """Put an act of a later stage into the log."""
    with meja.act(aksi) as act:
        act.record("uji/1")
        act.commit()


def body(meja: Meja) -> dict[str, object]:
    with meja.read() as session:
        last = audit_log.read_head(session).seq
        found: dict[str, object] = json.loads(audit_log.read_bodies_after(session, last - 1)[0])
        return found


@pytest.mark.syarat("S-012")
def test_the_page_says_every_value_in_words_with_basis_and_state(ketua: Meja) -> None:
    isi = read_isi(ketua)
    usia = next(each for each in isi.baris if each.kunci.nama == USIA)
    assert (usia.nilai, usia.keadaan, usia.mulai) == ("17", "asumsi", False)
    assert usia.dasar == "Permendagri 112/2014 Pasal 10 jo. 65/2017"
    assert isi.label == ketua.profil.label
    assert USIA in isi.menunggu
    assert "panitia.jumlah" not in isi.menunggu


def test_rows_are_kept_by_every_word_typed_and_by_state(ketua: Meja) -> None:
    baris = read_isi(ketua).baris
    assert [one.kunci.nama for one in keep_rows(baris, "umur PEMILIH", asumsi=True)] == [USIA]
    sure = tuple(one.model_copy(update={"asumsi": False}) for one in baris)
    assert keep_rows(sure, "", asumsi=True) == ()
    assert keep_rows(sure, "", asumsi=False) == sure


@pytest.mark.syarat("S-144")
def test_another_profile_is_taken_by_two_people_and_the_one_before_stays(
    ketua: Meja, two: Meja
) -> None:
    seen = preview_replacement(ketua, "tegal-2027", TEGAL)
    assert seen.terlambat == ()
    assert {each.kunci.nama: (each.lama, each.baru) for each in seen.perubahan}["tenang.hari"] == (
        "3 hari kalender",
        "5 hari kalender",
    )
    both = approvals(ketua, two, TEGAL, "tegal-2027")
    desk = replace_profile(ketua, "tegal-2027", TEGAL, both)
    assert desk.profil == read_profile("tegal-2027")
    with desk.read() as session:
        row = session.get(ProfilRow, 1)
        assert row is not None
        assert (row.menggantikan, row.sidik) == (ketua.profil.sidik, desk.profil.sidik)
    assert verify_riwayat(desk).utuh
    said = body(desk)
    assert (said["aksi"], said["lama"], said["sidik"]) == (
        "ganti-profil",
        ketua.profil.sidik,
        desk.profil.sidik,
    )
    assert make_dasar(desk).profil_hash == desk.profil.sidik
    desk.close()
    again = log_in(ketua.folder, KETUA.nama, KETUA.sandi, SCHEMA, make_clock())
    assert again.profil == desk.profil
    again.close()


@pytest.mark.syarat("S-144")
def test_one_person_replaces_no_profile(ketua: Meja, two: Meja) -> None:
    digest = preview_replacement(ketua, "tegal-2027", TEGAL).digest
    with pytest.raises(RightsError, match="dua orang"):
        replace_profile(ketua, "tegal-2027", TEGAL, (ketua.approve(Aksi.GANTI_PROFIL, digest),))
    with pytest.raises(RightsError):
        replace_profile(two, "tegal-2027", TEGAL, ())


@pytest.mark.syarat("S-144")
def test_what_was_approved_is_this_text_and_no_other(ketua: Meja, two: Meja) -> None:
    both = approvals(ketua, two, TEGAL, "tegal-2027")
    with pytest.raises(RightsError, match="tidak cocok"):
        replace_profile(ketua, "tegal-2027", TEGAL + "\n", both)


@pytest.mark.syarat("S-144")
def test_a_value_already_used_is_not_changed_but_later_ones_are(ketua: Meja, two: Meja) -> None:
    do(ketua, Aksi.IMPOR_PEMILIH)
    older = with_nilai(USIA, "18")
    seen = preview_replacement(ketua, "lain", older)
    assert [each.kunci.nama for each in seen.terlambat] == [USIA]
    with pytest.raises(StateError, match=r"E154: 1 nilai .*sejak impor daftar pemilih"):
        replace_profile(ketua, "lain", older, approvals(ketua, two, older))
    later = with_nilai("calon.maks", "4")
    desk = replace_profile(ketua, "lain", later, approvals(ketua, two, later))
    assert desk.profil.nilai("calon.maks") == 4


@pytest.mark.parametrize(
    ("nama", "text", "said"),
    [
        ("Nama Buruk", TEGAL, "Nama profil 'Nama Buruk'"),
        ("lain", acuan(), "sudah dipakai"),
        ("lain", "salah", "E142"),
    ],
)
def test_what_cannot_be_taken_is_said_before_anybody_approves(
    ketua: Meja, nama: str, text: str, said: str
) -> None:
    with pytest.raises((StateError, BadProfile), match=said):
        preview_replacement(ketua, nama, text)


@pytest.mark.syarat("S-145")
def test_the_ketua_stands_by_assumptions_once_and_in_the_log(ketua: Meja) -> None:
    with ketua.read() as session:
        [before] = find_asumsi(session, ketua.profil, {Tahap.PEMILIH})
    assert (before.code, before.evidence["kunci"]) == ("E153", "Umur pemilih paling rendah")
    assert confirm_asumsi(ketua, (USIA,)) == (USIA,)
    assert (body(ketua)["aksi"], body(ketua)["aturan"]) == ("konfirmasi-asumsi", USIA)
    assert verify_riwayat(ketua).utuh
    with ketua.read() as session:
        assert find_asumsi(session, ketua.profil, {Tahap.PEMILIH}) == []
    usia = next(each for each in read_isi(ketua).baris if each.kunci.nama == USIA)
    assert usia.keadaan == "asumsi, dikonfirmasi"
    with pytest.raises(StateError, match="Tidak ada asumsi"):
        confirm_asumsi(ketua, (USIA,))
    with pytest.raises(StateError, match="'dps' bukan asumsi"):
        confirm_asumsi(ketua, ("dps",))


@pytest.mark.syarat("S-145")
def test_a_changed_value_must_be_stood_by_anew(ketua: Meja, two: Meja) -> None:
    stand_by_all(ketua)
    older = with_nilai(USIA, "18")
    desk = replace_profile(ketua, "lain", older, approvals(ketua, two, older))
    assert read_isi(desk).menunggu == (USIA,)


@pytest.mark.syarat("S-145")
def test_a_berita_acara_waits_for_the_ketua(ketua: Meja) -> None:
    with pytest.raises(StateError, match=r"E153: [0-9]+ nilai .*, dan [0-9]+ lainnya") as refused:
        demand_confirmed(ketua, "F-29")
    assert "Konfirmasi asumsi" in refused.value.hint
    of_dpt = [
        each.kunci.nama
        for each in read_isi(ketua).baris
        if each.kunci.tahap in (Tahap.PEMILIH, Tahap.DPS, Tahap.DPT, Tahap.DOKUMEN)
    ]
    confirm_asumsi(ketua, of_dpt)
    demand_confirmed(ketua, "F-07")
    with pytest.raises(StateError, match="E153"):
        demand_confirmed(ketua, "F-29")
    stand_by_all(ketua)
    demand_confirmed(ketua, "F-29")


def test_a_verified_value_needs_nobody_to_stand_by_it(ketua: Meja, two: Meja) -> None:
    desk = replace_profile(ketua, "tegal-2027", TEGAL, approvals(ketua, two, TEGAL, "tegal-2027"))
    baris = next(each for each in read_isi(desk).baris if each.kunci.nama == "dps.umum_hari")
    assert (baris.keadaan, baris.asumsi) == ("terverifikasi", False)

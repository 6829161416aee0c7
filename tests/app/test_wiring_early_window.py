"""The acts of steps 1 to 3 as bound for the screens, on a real encrypted file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pilkades_desk.app.demo_photos import draw_portrait
from pilkades_desk.app.demo_voters import write_kpu33
from pilkades_desk.app.wiring_akun import check_present
from pilkades_desk.app.wiring_calon import make_calon_acts
from pilkades_desk.app.wiring_panitia import make_panitia_acts
from pilkades_desk.app.wiring_pemilih import make_pemilih_acts
from pilkades_desk.core.errors import ImageError, RightsError, StorageError
from pilkades_desk.core.progress import quiet
from pilkades_desk.kits.spreadsheet.reader import read_sheets
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import StatusKunci, TujuanAkses
from pilkades_desk.pemilih.cari.values import Cari
from pilkades_desk.pemilih.impor.rules import deteksi_of
from pilkades_desk.pemilih.screen import PemilihActs
from pilkades_desk.pemilih.values import HasilImpor, Isian
from tests.makers import KETUA, OPERATOR_1, OPERATOR_2, make_meja, make_operators, stand_by_all

PERSON = {
    "nama": "Siti Uji",
    "nik": "3399015505800001",
    "tempat_lahir": "Contoh",
    "tanggal_lahir": "1980-05-15",
    "pendidikan": "S1",
    "pekerjaan": "Guru",
    "alamat": "RT 001/RW 002",
    "masa_jabatan": "0",
}
WHY = {"tujuan": TujuanAkses.PERBAIKI.sebutan, "angka": "disamarkan"}
SIGNER = {"nama": "Sri Uji", "jabatan": "Ketua KPPS", "unit": "1"}


@pytest.fixture
def meja(tmp_path: Path) -> Iterator[Meja]:
    meja = make_meja(tmp_path)
    yield meja
    meja.close()


def account(person: object, **changes: str) -> dict[str, str]:
    """What is typed for an account."""
    typed = person.model_dump(mode="json")  # type: ignore[attr-defined]  # an AkunBaru
    return typed | {"peran": "Operator", "sandi_ulang": typed["sandi"]} | changes


def test_accounts_are_added_by_one_then_by_two(meja: Meja) -> None:
    acts = make_panitia_acts(meja, list, list)
    own = {"sandi_sendiri": KETUA.sandi}
    assert acts.akun.add(account(OPERATOR_1) | own) == "Rini Uji"
    assert acts.read().perlu_dua
    assert acts.akun.approvers(Aksi.TAMBAH_AKUN, None) == ("operator1",)
    with pytest.raises(RightsError):
        acts.akun.add(account(OPERATOR_2) | own)
    second = {"akun_kedua": "operator1", "sandi_kedua": OPERATOR_1.sandi}
    acts.akun.add(account(OPERATOR_2) | own | second)
    assert [each.nama for each in acts.read().akun] == ["ketua", "operator1", "operator2"]


def test_faults_of_an_account_stand_at_their_boxes(meja: Meja) -> None:
    check = make_panitia_acts(meja, list, list).akun.check_new
    assert check(account(OPERATOR_1)) == {}
    assert set(check(account(OPERATOR_1, nama="X 1", nama_lengkap=""))) == {"nama", "nama_lengkap"}
    assert set(check(account(OPERATOR_1, nama="ketua"))) == {"nama"}
    assert set(check(account(OPERATOR_1, sandi="pendek"))) == {"sandi", "sandi_ulang"}


def test_an_account_is_reset_with_a_second_person_and_closed_with_two_names(meja: Meja) -> None:
    acts = make_panitia_acts(meja, list, list).akun
    own = {"sandi_sendiri": KETUA.sandi}
    acts.add(account(OPERATOR_1) | own)
    rini = acts.read()[1]
    present = {"hadir_satu": "Pak Uji", "hadir_dua": "Bu Uji"}
    fresh = {"sandi": "kincir angin tepi sawah", "sandi_ulang": "kincir angin tepi sawah"}
    assert acts.check_reset(rini, fresh) == {}
    assert acts.approvers(Aksi.ATUR_ULANG_AKUN, rini) == ()
    acts.reset(rini, own | fresh | present)
    second = {"akun_kedua": "operator1", "sandi_kedua": fresh["sandi"]}
    acts.add(account(OPERATOR_2) | own | second)
    yanto = acts.read()[2]
    acts.deactivate(yanto, own | second)
    acts.change(own | {"sandi": "gelas pasir dua roda", "sandi_ulang": "gelas pasir dua roda"})
    assert [each.aktif for each in acts.read()] == [True, True, False]


def test_two_people_present_are_two_people() -> None:
    both = {"hadir_satu": "Pak Uji", "hadir_dua": "Bu Uji"}
    assert check_present(both) == {}
    assert check_present({"sandi_sendiri": "x"}) == {}
    assert set(check_present(both | {"hadir_satu": ""})) == {"hadir_satu"}
    assert set(check_present(both | {"hadir_dua": "pak uji"})) == {"hadir_dua"}


def test_a_signers_key_is_reset_and_revoked(meja: Meja) -> None:
    acts = make_panitia_acts(meja, list, list)
    acts.make_keys()
    acts.add_orang(SIGNER | {"sandi": "tanda tangan sri", "sandi_ulang": "tanda tangan sri"})
    (sri,) = acts.read().penanda
    fresh = {"sandi": "kincir angin tepi sawah", "sandi_ulang": "lain"}
    assert set(acts.check_orang_password(fresh)) == {"sandi_ulang"}
    acts.reset_orang(sri, fresh | {"alasan": "Lupa sandi"})
    acts.revoke_orang(sri, {"alasan": "Tidak bertugas lagi"})
    assert [one.aktif for one in acts.read().penanda] == [False]


@pytest.mark.syarat("S-105")
def test_keys_are_made_once_and_then_people_can_sign(meja: Meja) -> None:
    acts = make_panitia_acts(meja, list, list)
    assert acts.read().kunci.status is StatusKunci.BELUM_ADA
    acts.make_keys()
    kunci = acts.read().kunci
    assert kunci.status is StatusKunci.BELUM_DISAHKAN
    assert len(kunci.sidik.replace(" ", "")) == 40
    typed = SIGNER | {"sandi": "tanda tangan sri", "sandi_ulang": "tanda tangan sri"}
    assert acts.check_orang(typed) == {}
    assert acts.add_orang(typed) == "Sri Uji"
    assert acts.read().penanda[0].unit == 1


def test_faults_of_a_signer_stand_at_their_boxes(meja: Meja) -> None:
    check = make_panitia_acts(meja, list, list).check_orang
    good = SIGNER | {"sandi": "tanda tangan sri", "sandi_ulang": "tanda tangan sri"}
    assert set(check(good | {"nama": ""})) == {"nama"}
    assert set(check(good | {"unit": ""})) == {"unit"}
    assert set(check(good | {"jabatan": "Sekretaris"})) == {"unit"}
    assert set(check(good | {"sandi_ulang": "lain"})) == {"sandi_ulang"}


def imported(acts: PemilihActs, path: Path) -> HasilImpor:
    """As the page does it: opened, looked at, then stored as shown."""
    buka = acts.importing.open(path, quiet)
    seen = acts.importing.preview(buka, quiet)
    hasil = acts.importing.store(buka.berkas, quiet, deteksi_of(buka))
    assert hasil.diterima == seen.masuk
    return hasil


def test_from_a_sheet_to_a_locked_list(meja: Meja, tmp_path: Path) -> None:
    make_operators(meja)
    acts = make_pemilih_acts(meja, lambda: None)
    write_kpu33(tmp_path / "a.xlsx", seed=5, jumlah=300)
    hasil = imported(acts, tmp_path / "a.xlsx")
    ids = acts.daftar.find(Cari())
    assert len(ids) == hasil.diterima
    lines = acts.daftar.read_baris(ids)
    assert [one.pemilih.nama for one in lines] == sorted(one.pemilih.nama for one in lines)
    acts.set_dps()
    stand_by_all(meja)
    shown = acts.locking.preview()
    acts.locking.lock(shown.dpt.segel, "operator1", OPERATOR_1.sandi)
    assert acts.summarise().dpt is not None
    assert sorted(one.no_urut or 0 for one in acts.daftar.read_baris(ids)) == list(
        range(1, len(ids) + 1)
    )


def test_a_row_is_judged_before_it_is_sent(meja: Meja, tmp_path: Path) -> None:
    acts = make_pemilih_acts(meja, lambda: None)
    write_kpu33(tmp_path / "a.xlsx", seed=5, jumlah=300)
    imported(acts, tmp_path / "a.xlsx")
    row = next(one for one in acts.repairs.read() if one.kode == ("E208",))
    assert [each.code for each in acts.repairs.judge(row.id, {})] == ["E208"]
    assert acts.repairs.judge(row.id, {Isian.KELAMIN: "P"}) == ()
    assert row in acts.repairs.read()


def test_the_repair_list_is_written_or_the_disk_is_named(meja: Meja, tmp_path: Path) -> None:
    acts = make_pemilih_acts(meja, lambda: None)
    write_kpu33(tmp_path / "a.xlsx", seed=5, jumlah=300)
    imported(acts, tmp_path / "a.xlsx")
    acts.repairs.save(tmp_path / "perbaikan.xlsx", WHY)
    (sheet,) = read_sheets((tmp_path / "perbaikan.xlsx").read_bytes())
    assert len(sheet.rows) == len(acts.repairs.read()) + 2
    with pytest.raises(StorageError, match="dibuat atau ditulis"):
        acts.repairs.save(tmp_path / "tidak-ada" / "perbaikan.xlsx", WHY)


def test_candidates_from_application_to_number(meja: Meja, tmp_path: Path) -> None:
    acts = make_calon_acts(meja)
    (tmp_path / "foto.jpg").write_bytes(draw_portrait(2))
    assert acts.check(PERSON) == {}
    first = acts.register(PERSON, tmp_path / "foto.jpg")
    second = acts.register(PERSON | {"nik": "3399010101800002", "nama": "Budi Uji"}, None)
    assert acts.read_photo(first.id).startswith(b"\xff\xd8")
    assert acts.read().temuan[0].code == "E303"
    for each in (first, second):
        acts.confirm(each.id)
    assert [found.code for found in acts.check_draw([first.id, first.id])] == ["E308", "E309"]
    acts.draw([second.id, first.id])
    assert acts.read().diundi
    assert [baris.calon.nama for baris in acts.read().baris] == ["Budi Uji", "Siti Uji"]


def test_faults_of_an_application_stand_at_their_boxes(meja: Meja) -> None:
    check = make_calon_acts(meja).check
    assert check(PERSON | {"nik": "12"}) == {"nik": "NIK harus 16 angka."}
    assert set(check(PERSON | {"tempat_lahir": "", "alasan": " "})) == {"tempat_lahir", "alasan"}


def test_a_corrected_application_keeps_its_photo(meja: Meja, tmp_path: Path) -> None:
    acts = make_calon_acts(meja)
    (tmp_path / "foto.jpg").write_bytes(draw_portrait(2))
    calon = acts.register(PERSON, tmp_path / "foto.jpg")
    mended = acts.correct(calon.id, PERSON | {"nama": "Siti Uji, S.Pd.", "alasan": "gelar"}, None)
    assert (mended.nama, mended.foto) == ("Siti Uji, S.Pd.", calon.foto)


def test_a_photo_that_is_gone_is_named(meja: Meja, tmp_path: Path) -> None:
    with pytest.raises(ImageError, match=r"foto\.jpg"):
        make_calon_acts(meja).register(PERSON, tmp_path / "foto.jpg")

"""What becomes of documents when a signer or an account gets new keys or loses them."""

import pytest

from pilkades_desk.berita_acara.compose.recap import compose_f29
from pilkades_desk.berita_acara.content import IsiF29
from pilkades_desk.berita_acara.usecases import (
    check_dokumen,
    find_stale,
    freeze,
    read_contents,
    sign_dokumen,
)
from pilkades_desk.berita_acara.verdict import judge
from pilkades_desk.core.canonical import parse_canonical
from pilkades_desk.paket.compose import compose_akun, compose_hasil
from pilkades_desk.panitia.akun import approve_together
from pilkades_desk.panitia.akun_ulang import change_digest, reset_account
from pilkades_desk.panitia.orang import OrangBaru, add_orang, reset_orang, revoke_orang
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import AlasanCabut
from tests.berita_acara.makers import SANDI, freeze_f27s, sign_by_all, signer
from tests.berita_acara.test_usecases import trust
from tests.makers import KETUA, OPERATOR_1
from tests.penghitungan.desks import Desks


def test_what_somebody_signed_before_they_were_revoked_stays_valid(desks: Desks) -> None:
    dokumen = sign_by_all(desks.ketua, freeze(desks.ketua, "F-27", 1))
    gone = revoke_orang(desks.ketua, signer(desks.ketua, dokumen.penanda[0]), AlasanCabut.BERHENTI)
    found = check_dokumen(desks.ketua, dokumen, trust(desks.ketua))
    vonis = judge(found, desks.ketua.pemilihan.zona)
    assert vonis.sah
    assert [gone.nama in line for line in vonis.baris if "dicabut pada" in line] == [True]
    assert find_stale(desks.ketua) == ()


def test_a_document_waiting_for_somebody_revoked_is_withdrawn_and_frozen_without_them(
    desks: Desks,
) -> None:
    dokumen = freeze(desks.ketua, "F-27", 1)
    gone = signer(desks.ketua, dokumen.penanda[-1])
    revoke_orang(desks.ketua, gone, AlasanCabut.BERHENTI)
    ((stale, why),) = find_stale(desks.ketua)
    assert (stale.id, why) == (
        dokumen.id, f"Sertifikat {gone.nama} dicabut sebelum menandatangani.",
    )  # fmt: skip
    baru = OrangBaru(nama="Pengganti Uji", jabatan=gone.jabatan, unit=gone.unit, sandi=SANDI)
    fresh = add_orang(desks.ketua, baru)
    again = freeze(desks.ketua, "F-27", 1)
    assert gone.id not in again.penanda
    assert fresh.id in again.penanda


@pytest.mark.syarat("S-603", "S-613")
def test_a_certificate_falls_with_the_minutes_whose_code_it_prints(desks: Desks) -> None:
    meja = desks.ketua
    minutes = freeze(meja, "F-27", 1)
    certificate = sign_by_all(meja, freeze(meja, "F-28", 1))
    gone = signer(meja, minutes.penanda[-1])
    revoke_orang(meja, gone, AlasanCabut.BERHENTI)  # before signing the minutes
    baru = OrangBaru(nama="Pengganti Uji", jabatan=gone.jabatan, unit=gone.unit, sandi=SANDI)
    add_orang(meja, baru)
    again = freeze(meja, "F-27", 1)
    ((stale, why),) = find_stale(meja)
    assert (stale.id, why) == (
        certificate.id, "Formulir atau F-27 unit 1 ditarik sesudah dokumen ini dibekukan.",
    )  # fmt: skip
    freeze(meja, "F-28", 1)
    assert parse_canonical(read_contents(meja)["F28001"])["dari"] == again.kode_data
    assert find_stale(meja) == ()


def test_a_person_with_a_new_key_signs_a_document_frozen_before(desks: Desks) -> None:
    dokumen = freeze(desks.ketua, "F-27", 1)
    for number in dokumen.penanda:
        orang = signer(desks.ketua, number)
        reset_orang(desks.ketua, orang, "kincir angin tepi sawah", AlasanCabut.LUPA)
        dokumen = sign_dokumen(desks.ketua, dokumen.id, orang, "kincir angin tepi sawah")
    assert check_dokumen(desks.ketua, dokumen, trust(desks.ketua)).laporan.ok


def test_f29_names_who_got_an_account_back_after_the_dpt_was_locked(desks: Desks) -> None:
    akun = desks.yanto.akun
    kedua = (desks.rini.akun.nama, OPERATOR_1.sandi)
    digest = change_digest(akun)
    approvals = approve_together(desks.ketua, Aksi.ATUR_ULANG_AKUN, digest, kedua)
    reset_account(desks.ketua, KETUA.sandi, akun, "kincir angin tepi sawah", approvals)
    freeze_f27s(desks.ketua)
    isi = compose_f29(desks.ketua, read_contents(desks.ketua)).isi
    assert isinstance(isi, IsiF29)
    (line,) = isi.akun_setelah_dpt
    assert line.startswith(f"{akun.nama_lengkap}, akun {akun.nama} (Operator), diatur ulang ")
    (listed,) = compose_akun(desks.ketua).akun
    assert (listed.akun, listed.sebab, listed.hadir) == (akun.nama, "diatur ulang", ())
    assert akun.nama_lengkap not in compose_hasil(desks.ketua).model_dump_json()

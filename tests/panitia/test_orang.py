"""Signing persons: a reset revokes the certificate before, a revocation ends signing."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from pilkades_desk.core.errors import AccessError, StateError
from pilkades_desk.kits.keybox.attempts import FREE
from pilkades_desk.kits.signing.certificates import serial
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.panitia.accounts import BadAccount
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.orang import (
    OrangBaru,
    add_orang,
    open_orang_key,
    read_orang,
    read_revoked,
    reset_orang,
    revoke_orang,
)
from pilkades_desk.panitia.percobaan import PERSONS_NAME
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.usecases import make_village_keys
from pilkades_desk.panitia.values import AlasanCabut, Orang, SebabOrang
from tests.makers import make_meja

OLD, NEW = "awan putih di bukit", "kincir angin tepi sawah"


@pytest.fixture
def meja(tmp_path: Path) -> Iterator[Meja]:
    meja = make_meja(tmp_path)
    make_village_keys(meja)
    yield meja
    meja.close()


@pytest.fixture
def sri(meja: Meja) -> Orang:
    return add_orang(meja, OrangBaru(nama="Sri Uji", jabatan="Ketua KPPS", unit=1, sandi=OLD))


@pytest.mark.syarat("S-113")
def test_a_reset_gives_a_new_certificate_and_only_the_new_password_signs(
    meja: Meja, sri: Orang
) -> None:
    fresh = reset_orang(meja, sri, NEW, AlasanCabut.LUPA)
    assert serial(fresh.sertifikat) != serial(sri.sertifikat)
    assert fresh.sebab is SebabOrang.DIATUR_ULANG
    assert open_orang_key(meja, fresh, NEW)
    with pytest.raises(AccessError):
        open_orang_key(meja, fresh, OLD)


def test_revoked_certificates_are_listed_once_with_when_and_why(meja: Meja, sri: Orang) -> None:
    assert read_revoked(meja) == ()
    fresh = reset_orang(meja, sri, NEW, AlasanCabut.BOCOR)
    gone = revoke_orang(meja, fresh, AlasanCabut.BERHENTI)
    again = reset_orang(meja, gone, "pintu kayu jati tua", AlasanCabut.KELIRU)
    listed = read_revoked(meja)
    assert [(one.serial, one.alasan) for one in listed] == [
        (f"{serial(sri.sertifikat):x}", AlasanCabut.BOCOR),
        (f"{serial(fresh.sertifikat):x}", AlasanCabut.BERHENTI),
    ]
    assert listed[0].waktu < listed[1].waktu
    assert again.aktif


@pytest.mark.syarat("S-113")
def test_a_revoked_person_signs_nothing_with_any_password(meja: Meja, sri: Orang) -> None:
    gone = revoke_orang(meja, sri, AlasanCabut.BERHENTI)
    assert not gone.aktif
    assert read_orang(meja) == (gone,)
    with pytest.raises(StateError, match="dicabut"):
        open_orang_key(meja, sri, OLD)


def test_nobody_is_revoked_twice(meja: Meja, sri: Orang) -> None:
    gone = revoke_orang(meja, sri, AlasanCabut.BERHENTI)
    head = meja.head()
    with pytest.raises(StateError, match="sudah dicabut"):
        revoke_orang(meja, gone, AlasanCabut.LUPA)
    assert meja.head() == head


def test_a_weak_new_password_changes_nothing(meja: Meja, sri: Orang) -> None:
    with pytest.raises(BadAccount) as refused:
        reset_orang(meja, sri, "di sukamaju lima", AlasanCabut.LUPA)
    assert [finding.code for finding in refused.value.findings] == ["E102"]
    assert read_orang(meja) == (sri,)


def guess(meja: Meja, orang: Orang, times: int) -> None:
    for _ in range(times):
        with pytest.raises(AccessError, match="tidak cocok"):
            open_orang_key(meja, orang, "salah sekali ini")


def logged(meja: Meja) -> list[object]:
    with meja.read() as session:
        bodies = [json.loads(entry.body) for entry in audit_log.read_entries(session)]
    return [body["gagal_orang"] for body in bodies if "gagal_orang" in body]


@pytest.mark.syarat("S-106")
def test_a_persons_password_cannot_be_guessed_without_waiting(meja: Meja, sri: Orang) -> None:
    other = add_orang(meja, OrangBaru(nama="Edi Uji", jabatan="Saksi", sandi=NEW))
    guess(meja, sri, FREE)
    with pytest.raises(AccessError, match=r"tunggu 1[0-9] detik"):
        open_orang_key(meja, sri, OLD)
    assert open_orang_key(meja, other, NEW), "one person slows another"
    meja.clock.jump(meja.clock.now() + timedelta(seconds=15))
    assert open_orang_key(meja, sri, OLD)
    guess(meja, sri, FREE)


@pytest.mark.syarat("S-106")
@pytest.mark.parametrize("opened", [False, True])
def test_wrong_tries_are_in_the_log_once_with_the_next_act_and_without_a_name(
    meja: Meja, sri: Orang, opened: bool
) -> None:
    guess(meja, sri, 3)
    if opened:
        assert open_orang_key(meja, sri, OLD)
    assert logged(meja) == []
    for nama in ("Edi Uji", "Ani Uji"):
        add_orang(meja, OrangBaru(nama=nama, jabatan="Saksi", sandi=NEW))
    assert logged(meja) == [[{"orang": sri.id, "kali": 3}]]
    guess(meja, sri, 1)
    revoke_orang(meja, sri, AlasanCabut.BERHENTI)
    assert logged(meja)[1:] == [[{"orang": sri.id, "kali": 1}]]


def test_an_act_that_is_left_does_not_count_the_tries_as_logged(meja: Meja, sri: Orang) -> None:
    guess(meja, sri, 2)
    with pytest.raises(RuntimeError), meja.act(Aksi.TAMBAH_ORANG) as act:
        act.commit()  # recorded nothing
    revoke_orang(meja, sri, AlasanCabut.BERHENTI)
    assert logged(meja) == [[{"orang": sri.id, "kali": 2}]]


def test_a_count_somebody_wrote_into_puts_no_name_into_the_log(meja: Meja, sri: Orang) -> None:
    guess(meja, sri, 1)
    path = meja.folder / PERSONS_NAME
    path.write_text(path.read_text().replace(f'"{sri.id}"', '"Pak Budi"'))
    revoke_orang(meja, sri, AlasanCabut.BERHENTI)
    assert logged(meja) == []

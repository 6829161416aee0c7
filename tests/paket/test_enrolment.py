"""Kit, key request, certificates: who is believed, and only after digits were typed from paper."""

from pathlib import Path

import pytest

from pilkades_desk.core.errors import BundleError, StateError
from pilkades_desk.kits.sealing.refusal import Fault
from pilkades_desk.kits.signing.certificates import load_certificate
from pilkades_desk.kits.signing.scope import PeranSertifikat
from pilkades_desk.paket.findings import FAULTS, KINDS
from pilkades_desk.paket.usecases import export_key_request, find_kit, read_kit, read_tanda_terima
from pilkades_desk.panitia.usecases import read_village_authority
from pilkades_desk.penerimaan.usecases import issue_certificates, make_kit, read_root_digits
from tests.penerimaan.makers import (
    OTHER,
    Handover,
    make_desk,
    make_stick,
    make_village,
    village_digits,
)

WRONG = "12345 " * 8


@pytest.mark.syarat("S-701")
def test_first_kit_needs_the_digits_of_the_letter(strangers: Handover) -> None:
    path = make_kit(strangers.desk, strangers.stick)
    with pytest.raises(BundleError) as caught:
        read_kit(strangers.village, path, WRONG)
    assert caught.value.code == "E711"
    assert find_kit(strangers.village) is None


@pytest.mark.syarat("S-802")
def test_kit_with_the_right_digits_is_read(strangers: Handover) -> None:
    path = make_kit(strangers.desk, strangers.stick)
    kit = read_kit(strangers.village, path, read_root_digits(strangers.desk))
    assert find_kit(strangers.village) == kit
    assert kit.nomor == 1


def test_later_kit_of_the_same_root_needs_no_digits(strangers: Handover) -> None:
    first = make_kit(strangers.desk, strangers.stick)
    read_kit(strangers.village, first, read_root_digits(strangers.desk))
    assert read_kit(strangers.village, make_kit(strangers.desk, strangers.stick)).nomor == 2


@pytest.mark.syarat("S-701")
def test_older_kit_is_refused(handover: Handover) -> None:
    oldest = min(handover.stick.root.glob("*-kit-*"))
    with pytest.raises(BundleError) as caught:
        read_kit(handover.village, oldest)
    assert caught.value.code == "E732"


@pytest.mark.syarat("S-701")
def test_kit_of_another_root_is_refused_later(handover: Handover, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    other = make_desk(tmp_path / "b").meja
    path = make_kit(other, make_stick(tmp_path / "b"))
    with pytest.raises(BundleError) as caught:
        read_kit(handover.village, path, read_root_digits(other))
    assert caught.value.code == "E711"
    other.close()


@pytest.mark.syarat("S-701")
def test_kit_without_our_village_is_refused(tmp_path: Path) -> None:
    desk, village = make_desk(tmp_path, desa=(OTHER,)).meja, make_village(tmp_path)
    path = make_kit(desk, make_stick(tmp_path))
    with pytest.raises(BundleError) as caught:
        read_kit(village, path, read_root_digits(desk))
    assert caught.value.code == "E714"
    desk.close()
    village.close()


@pytest.mark.syarat("S-013")
def test_kit_of_a_rehearsal_is_refused(strangers: Handover, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    rehearsal = make_desk(tmp_path / "b", gladi=True).meja
    path = make_kit(rehearsal, make_stick(tmp_path / "b"))
    with pytest.raises(BundleError) as caught:
        read_kit(strangers.village, path, read_root_digits(rehearsal))
    assert caught.value.code == "E716"
    rehearsal.close()


@pytest.mark.syarat("S-803")
def test_key_request_needs_the_digits_of_the_form(strangers: Handover) -> None:
    path = export_key_request(strangers.village, strangers.stick)
    with pytest.raises(BundleError) as caught:
        issue_certificates(strangers.desk, path, WRONG)
    assert caught.value.code == "E711"


@pytest.mark.syarat("S-803")
def test_request_of_a_village_elsewhere_is_refused(tmp_path: Path) -> None:
    desk, village = make_desk(tmp_path, desa=(OTHER,)).meja, make_village(tmp_path)
    path = export_key_request(village, make_stick(tmp_path))
    with pytest.raises(BundleError) as caught:
        issue_certificates(desk, path, village_digits(village))
    assert caught.value.code == "E714"
    desk.close()
    village.close()


@pytest.mark.syarat("S-702", "S-802")
@pytest.mark.parametrize("peran", [PeranSertifikat.DESA, PeranSertifikat.DESA_CA])
def test_village_takes_the_certificates_of_the_newer_kit(
    handover: Handover, peran: PeranSertifikat
) -> None:
    certificate = load_certificate(read_village_authority(handover.village, peran).cert_pem)
    assert certificate.issuer.rfc4514_string() == "CN=kabupaten Contoh"


def test_kit_and_its_certificates_are_taken_in_one_act(handover: Handover) -> None:
    before = handover.village.head().seq
    read_kit(handover.village, make_kit(handover.desk, handover.stick))
    assert handover.village.head().seq == before + 1


def test_key_request_is_no_kit(strangers: Handover) -> None:
    path = export_key_request(strangers.village, strangers.stick)
    with pytest.raises(BundleError) as caught:
        read_kit(strangers.village, path, village_digits(strangers.village))
    assert caught.value.code == "E736"


def test_kit_is_no_receipt(handover: Handover) -> None:
    with pytest.raises(BundleError) as caught:
        read_tanda_terima(handover.village, make_kit(handover.desk, handover.stick))
    assert caught.value.code == "E736"


@pytest.mark.syarat("S-703")
def test_result_without_a_kit_has_nobody_to_go_to(strangers: Handover) -> None:
    with pytest.raises(StateError, match="Kit"):
        strangers.send()


@pytest.mark.syarat("S-706")
def test_second_request_follows_the_first_in_its_chain(strangers: Handover) -> None:
    export_key_request(strangers.village, strangers.stick)
    second = export_key_request(strangers.village, strangers.stick)
    assert second.name.startswith("PKD-3399012001-0002-daftar-")


def test_every_fault_has_a_code_of_its_own() -> None:
    assert set(FAULTS) == set(Fault)
    assert len(KINDS) == len(Fault)


def test_every_code_stands_in_the_format_page() -> None:
    page = (Path(__file__).parents[2] / "docs/format-paket.md").read_text("utf-8")
    assert [code for code in KINDS if f"| {code} |" not in page] == []

"""A folder put back to an older copy shows when a stick is there."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.clock import SteppingClock
from pilkades_desk.kits.storage.election_file import ElectionFile
from pilkades_desk.paket.banding import compare_village
from pilkades_desk.paket.usecases import read_tanda_terima
from pilkades_desk.panitia.accounts import FILE_NAME
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.periksa import Laporan
from pilkades_desk.panitia.usecases import make_village_keys
from pilkades_desk.penerimaan.banding import compare_desk
from pilkades_desk.penerimaan.usecases import receive, write_tanda_terima
from tests.makers import make_meja
from tests.penerimaan.makers import LATER, Handover


def codes(laporan: Laporan) -> list[str]:
    return [each.code for each in laporan.temuan]


def old_copy(both: Handover, place: Path) -> Path:
    """The whole folder as it is now: database, keyslots, bundles."""
    both.village.file.checkpoint()
    shutil.copytree(both.village.folder, place)
    return place


def put_back(both: Handover, place: Path) -> Meja:
    """The village's desk on the older folder."""
    file = ElectionFile.open(place / FILE_NAME, both.village_key, SCHEMA)
    clock = SteppingClock(LATER + timedelta(hours=1))
    return replace(both.village, folder=place, file=file, clock=clock)


def test_a_log_agrees_with_its_own_bundles_and_receipts(handover: Handover) -> None:
    sent = handover.send()
    answer = write_tanda_terima(
        handover.desk, receive(handover.desk, sent.hasil).masuk, handover.stick
    )
    found = compare_village(handover.village, (handover.stick.root,))
    assert found.temuan == ()
    # permohonan, publik, hasil, tanda terima; the kits are the kabupaten's
    assert found.dibandingkan == 4
    assert compare_village(handover.village, (answer,)).dibandingkan == 1


@pytest.mark.syarat("S-016")
def test_a_folder_put_back_is_found_by_a_bundle_on_the_stick(
    handover: Handover, tmp_path: Path
) -> None:
    old = old_copy(handover, tmp_path / "lama")
    handover.send()
    village = put_back(handover, old)
    assert codes(compare_village(village, ())) == []  # the folder alone agrees with itself
    found = compare_village(village, (handover.stick.root,))
    assert codes(found) == ["E116"]
    assert "lebih lama dari paket hasil no. 1" in found.temuan[0].text
    village.close()


def test_a_folder_put_back_is_found_by_a_receipt_alone(handover: Handover, tmp_path: Path) -> None:
    old = old_copy(handover, tmp_path / "lama")
    masuk = receive(handover.desk, handover.send().hasil).masuk
    answer = write_tanda_terima(handover.desk, masuk, handover.stick)
    village = put_back(handover, old)
    found = compare_village(village, (answer,))
    assert codes(found) == ["E116"]
    assert "tanda terima no. 1" in found.temuan[0].text
    village.close()


def test_another_history_grown_on_the_old_copy_is_found(handover: Handover, tmp_path: Path) -> None:
    old = old_copy(handover, tmp_path / "lama")
    handover.send()
    village = put_back(handover, old)
    for _ in range(3):
        Handover(handover.desk, village, handover.stick).send(handover.hasil((1, 2)))
    found = compare_village(village, (handover.stick.root,))
    assert set(codes(found)) == {"E117"}
    village.close()


def test_a_bundle_that_a_crash_left_unsent_is_no_fault(handover: Handover) -> None:
    left = handover.village.folder / "paket"
    left.mkdir(exist_ok=True)
    handover.send()
    for path in list(left.iterdir()):
        shutil.copy(path, left / f"sisa-{path.name}")
    assert compare_village(handover.village, ()).temuan == ()


def test_a_bundle_changed_in_our_own_folder_says_nothing(handover: Handover) -> None:
    sent = handover.send()
    own = handover.village.folder / "paket" / sent.hasil.name
    own.write_bytes(b"rusak")
    assert compare_village(handover.village, (handover.stick.root,)).temuan == ()


def test_a_folder_put_back_to_before_its_key_was_made_warns(
    handover: Handover, tmp_path: Path
) -> None:
    handover.send()
    young = make_meja(tmp_path / "muda")
    same = replace(young, pemilihan=handover.village.pemilihan)
    found = compare_village(same, (handover.stick.root,))
    assert codes(found) == ["W129"]
    assert "kuncinya tidak dikenal" in found.temuan[0].text
    young.close()


def test_a_stick_with_nothing_of_ours_warns(handover: Handover, tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    found = compare_village(handover.village, (tmp_path / "kosong",))
    assert codes(found) == ["W129"]
    assert "Tidak ada paket" in found.temuan[0].text


def test_bundles_of_others_and_damaged_files_say_nothing(
    handover: Handover, tmp_path: Path
) -> None:
    other = make_meja(tmp_path / "lain")
    make_village_keys(other)
    sent = handover.send()
    sent.hasil.write_bytes(sent.hasil.read_bytes()[:-7])
    (handover.stick.root / "palsu.pilkades").write_bytes(b"bukan paket")
    found = compare_village(other, (handover.stick.root,))
    assert (codes(found), found.dibandingkan) == (["W129"], 0)
    assert compare_village(handover.village, (sent.hasil,)).dibandingkan == 0
    other.close()


def test_a_receipt_read_back_keeps_the_log_whole(handover: Handover) -> None:
    masuk = receive(handover.desk, handover.send().hasil).masuk
    read_tanda_terima(handover.village, write_tanda_terima(handover.desk, masuk, handover.stick))
    assert compare_village(handover.village, ()).temuan == ()


def test_the_desk_s_log_agrees_with_its_kits_and_receipts(handover: Handover) -> None:
    masuk = receive(handover.desk, handover.send().hasil).masuk
    write_tanda_terima(handover.desk, masuk, handover.stick)
    found = compare_desk(handover.desk, (handover.stick.root,))
    assert (found.temuan, found.dibandingkan) == ((), 3)

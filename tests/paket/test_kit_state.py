from pathlib import Path

import pytest

from pilkades_desk.core.errors import BundleError
from pilkades_desk.paket.usecases import read_kit, read_kit_state
from pilkades_desk.paket.values import kode_singkat
from pilkades_desk.penerimaan.usecases import make_kit
from tests.makers import make_meja
from tests.penerimaan.makers import Handover, village_digits


def test_a_village_without_key_and_kit_has_nothing(tmp_path: Path) -> None:
    state = read_kit_state(make_meja(tmp_path))
    assert (state.nomor, state.sidik, state.disahkan) == (0, "", False)


@pytest.mark.syarat("S-105")
def test_before_the_kit_there_are_only_the_villages_own_digits(strangers: Handover) -> None:
    state = read_kit_state(strangers.village)
    assert (state.nomor, state.sidik) == (0, village_digits(strangers.village))


@pytest.mark.syarat("S-105", "S-702")
def test_the_second_kit_brings_the_certificate(handover: Handover) -> None:
    state = read_kit_state(handover.village)
    assert (state.nomor, state.kabupaten, state.disahkan) == (2, "Contoh", True)


def test_wrong_digits_say_to_type_again(strangers: Handover) -> None:
    kit = make_kit(strangers.desk, strangers.stick)
    with pytest.raises(BundleError, match="Angka yang diketik") as caught:
        read_kit(strangers.village, kit, "1" * 40)
    assert "Ketik ulang" in caught.value.hint


def test_an_export_names_the_code_in_the_file_name(handover: Handover) -> None:
    made = handover.send()
    assert made.kode.replace(" ", "") in made.hasil.name
    assert kode_singkat("ff" * 32) != made.kode
